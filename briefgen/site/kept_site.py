"""What a site was made from, kept beside it: where nothing of that has changed, it need not be made again."""

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath

from briefgen.cache.seal import seal
from briefgen.decode.builder import needs_only_docs
from briefgen.disk.hashes import hashes_of, note_hashes
from briefgen.disk.own_key import own_key
from briefgen.disk.packaged import can_import, installed, package_hash
from briefgen.disk.reading import files_below, read, read_if_there
from briefgen.disk.writing import own_place, replace_file
from briefgen.model.layout import project
from briefgen.model.limits import SETTINGS
from briefgen.model.project import ProjectError
from briefgen.site.task import Task
from briefgen.text import TextFile

_OPTIONAL = ("pagefind", "simplemma")
"""Without these a site has no search index of ours."""


def makes_search() -> bool:
    """Whether a site gets a search index of ours."""
    return all(map(can_import, _OPTIONAL))


class KeptSite:
    """What is kept of the site in the folder `name` of a project, made with some `options`."""

    def __init__(self, root: PurePath, name: str, options: tuple[str, ...]) -> None:
        self._root = root
        self._name = name
        self._options = options

    def is_there(self) -> tuple[bool, str | None]:
        """Whether the site stands there, each of its files as it was made, from what is there now; and the
        fingerprint of that, if it was asked for."""
        sources = None
        try:
            kept = read_if_there(own_place(self._root, project.kept_site(self._name)))
            sources = None if kept is None else self.sources()
            if sources is None or kept is None or sources.encode() not in kept:
                return False, sources  # and the site, which is large, need not be looked through
            return kept == self._told(sources, {}), sources
        except (OSError, ProjectError):
            return False, sources

    def keep(self, sources: str, hashes: Mapping[str, str], coming: Collection[str] = ()) -> None:
        """Keep what the site that stands there now was made from, if that is still as it was.

        `hashes` are those of its files that are known already; what was `coming` was not among the sources
        then. That it cannot be kept is no failure.
        """
        with suppress(OSError, ProjectError):
            now = self.sources()
            told = None if now is None else self._told(now, hashes)
            if told is not None and (self.sources(coming) if coming else now) == sources:
                replace_file(own_place(self._root, project.kept_site(self._name)), told)

    def sources(self, without: Collection[str] = ()) -> str | None:
        """The fingerprint of all the site is made from, `without` some files of ``docs/`` and their list.

        None where nobody can tell what that is.
        """
        around, docs = self.around(), _hashes(own_place(self._root, project.DOCS))
        if docs and without:
            left_out = {project.MANIFEST, *without}
            docs = {path: sha256 for path, sha256 in docs.items() if path not in left_out}
        lists = read_if_there(own_place(self._root, f"{project.THEME}/{project.LISTS}")) or b""
        cited = read_if_there(own_place(self._root, project.CITED)) or b""
        made = [self._options, around, docs, sha256(lists).hexdigest(), sha256(cited).hexdigest()]
        return None if around is None or docs is None else _hash_of(made)

    def around(self) -> str | None:
        """The fingerprint of all that any page of it is made from beside its text; None as for `sources`.

        But for the lists that pages by hand include: those pages are never taken from the last site.
        """
        settings = read(own_place(self._root, project.SETTINGS), SETTINGS)
        theme = _hashes(own_place(self._root, project.THEME))
        is_plain = needs_only_docs(TextFile(project.SETTINGS, settings.decode(errors="replace")))
        if not is_plain or theme is None:
            return None
        theme.pop(project.LISTS, None)
        tools = [package_hash(), installed(), makes_search()]
        return _hash_of([self._name, tools, sha256(settings).hexdigest(), theme])

    def task(self, *, is_searched: bool, takes_pages: bool, jobs: int) -> Task | None:
        """What MkDocs need not do, if its index is one of ours, and where the last site has pages for it.

        None where it is to be left alone.
        """
        around = self.around()
        if around is None:
            return None
        task = Task(is_searched and makes_search(), jobs=jobs)
        if not takes_pages:
            return task
        kept = own_place(self._root, project.kept_pages(self._name))
        return replace(
            task,
            kept=str(kept),
            last=str(self._root / self._name),
            templates=str(own_place(self._root, project.kept_templates(self._name))),
            made_from=around,
            holds=str(own_place(self._root, project.SITE_HOLDS)),
            looks=str(self._root),
        )

    def _told(self, sources: str, known: Mapping[str, str]) -> bytes | None:
        """What is kept of a site that has these sources, and the files that stand in its folder."""
        key = own_key()
        if key is None:
            return None
        site = own_place(self._root, self._name)
        note_hashes(site, known)
        files = _hashes(site, known)
        return seal(json.dumps({"version": 1, "sources": sources, "files": _hash_of(files)}), key, self._name)


def _hashes(folder: PurePath, known: Mapping[str, str] | None = None) -> dict[str, str] | None:
    """The sha256 of all files in a folder; None where one is no ordinary file."""
    paths, known = files_below(folder), known or {}
    hashes = {path: known[path] for path in paths if path in known}
    hashes |= hashes_of(folder, [path for path in paths if path not in known])
    return hashes if len(hashes) == len(paths) else None


def _hash_of(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()

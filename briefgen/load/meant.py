"""Names of files: what was probably meant by one that stands for nothing where it is."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.layout import project
from briefgen.text import Span, TextFile

_BRIEF = re.compile(r"(.+)\.(?:md|markdown|mdown|mkd|mkdn|mdwn|mdtext|qmd|rmd)(?:\.txt)?", re.IGNORECASE)
_BIBTEX = frozenset("bib bibtex biblatex".split())
_YAML = frozenset("yml yaml".split())
_TEXT = frozenset({"txt"})  # what Windows adds to a name it does not show whole
# What editors, programs and systems leave behind, beside hidden files and names that end in ~.
_LEFT_BEHIND = frozenset("swp swo swn bak old orig rej tmp sav".split())
_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})
# What tells people about a folder, and is no material of a brief.
_ABOUT_THE_FOLDER = frozenset("readme license licence copying notice".split())


@dataclass(frozen=True, slots=True)
class Needed:
    """A file that checks rest on: its place, what it is called, and which other files were meant to be it.

    `is_like` takes the stem and the endings of a name, in lower case. Outside `sources/`, where other files
    have endings like its own, only `stems` are meant.
    """

    path: str
    holds: str
    stems: frozenset[str]
    is_like: Callable[[str, tuple[str, ...]], bool]

    @property
    def name(self) -> str:
        """Its name without the folder."""
        return self.path.rpartition("/")[2]


def _is_bibliography(_: str, endings: tuple[str, ...]) -> bool:
    return not _BIBTEX.isdisjoint(endings) and set(endings) <= _BIBTEX | _TEXT


def _is_list_of_captures(stem: str, endings: tuple[str, ...]) -> bool:
    if stem in _CAPTURES:
        return set(endings) <= _YAML | _TEXT
    near = stem.startswith("captur") or get_close_matches(stem[:20], ["captures"], cutoff=0.85)
    return bool(near) and not _YAML.isdisjoint(endings) and set(endings) <= _YAML | _TEXT


def _is_settings(stem: str, endings: tuple[str, ...]) -> bool:
    return stem == "mkdocs" and not _YAML.isdisjoint(endings) and set(endings) <= _YAML | _TEXT


_CAPTURES = frozenset({"captures", "capture"})
_REFERENCES = frozenset({"references", "reference", "refs", "bibliography"})

NEEDED_BIBLIOGRAPHY = Needed(project.BIBLIOGRAPHY, "the bibliography", _REFERENCES, _is_bibliography)
NEEDED_CAPTURES = Needed(project.CAPTURES, "the list of captures", _CAPTURES, _is_list_of_captures)
NEEDED_SETTINGS = Needed(project.SETTINGS, "the settings of the site", frozenset({"mkdocs"}), _is_settings)

_READ = frozenset({project.CAPTURES, project.LOCK, project.PUBLISHED})


def meant_as(needed: Needed, paths: Iterable[str]) -> tuple[str, ...]:
    """The paths that were probably meant to be a needed file, the right name in a wrong place first."""

    def is_meant(path: str) -> bool:
        stem, endings = _parts(path)
        says_so = stem in needed.stems and bool(endings) and endings[0] not in _TEXT
        return needed.is_like(stem, endings) and (path.startswith(f"{project.SOURCES}/") or says_so)

    likely = (path for path in paths if path != needed.path and is_meant(path))
    return tuple(sorted(likely, key=lambda path: (_name(path) != needed.name, path)))


def misnamed(needed: Needed, path: str) -> Diagnostic:
    """The error that a file was meant to be a needed one and is not."""
    return Diagnostic(
        rules.FILE_MISNAMED,
        _whole(path),
        f"this is {needed.holds}, as it seems, and must be `{needed.path}`",
        hint=_put(path, needed.path),
    )


def brief_name(path: str) -> str | None:
    """What a file that looks like a brief, and does not end in ``.md``, is to be called."""
    like = _BRIEF.fullmatch(path)
    return f"{like[1]}.md" if like and not path.endswith(".md") else None


def is_about_the_folder(path: str) -> bool:
    """Whether a text tells people about a folder, as hosts of repositories show it, and is no brief."""
    return path.endswith(".md") and _parts(path)[0] == "readme"


def passed_over(path: str) -> Diagnostic | None:
    """The warning that nothing reads a file of sources/; None for one that is read or belongs to no brief."""
    if is_about_the_folder(path):
        message = "this is no brief: what is called so tells people about a folder"
        hint = "keep notes outside sources/; if it is meant to be a brief, give it another name"
        return Diagnostic(rules.FILE_PASSED_OVER, _whole(path), message, hint=hint)
    if path.endswith(".md") or path in _READ or _is_clutter(path):
        return None
    return Diagnostic(rules.FILE_PASSED_OVER, _whole(path), "nothing reads this file", hint=_way_out(path))


def _way_out(path: str) -> str:
    brief = brief_name(path)
    if brief:
        return f"briefs and context boxes end in `.md`: rename it to `{brief}`"
    for lock in (project.LOCK, project.PUBLISHED):
        if _name(path).casefold() == _name(lock):
            return _put(path, lock)
    _, endings = _parts(path)
    if not _BIBTEX.isdisjoint(endings):
        return f"move it directly into {project.SOURCES}/: every .bib file there is read"
    if not _YAML.isdisjoint(endings):
        return f"put its entries into {project.CAPTURES}, the one list of captures that is read"
    return "move it out of sources/: captures lie in seeds/, pictures in docs/, briefs end in `.md`"


def _put(path: str, right: str) -> str:
    return f"{'move' if _name(path) == _name(right) else 'rename'} it to `{right}`"


def _is_clutter(path: str) -> bool:
    stem, endings = _parts(path)
    name = _name(path).casefold()
    return (
        name in _OF_SYSTEMS
        or name.startswith("~$")
        or stem in _ABOUT_THE_FOLDER
        or not _LEFT_BEHIND.isdisjoint(endings[-1:])
    )


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _parts(path: str) -> tuple[str, tuple[str, ...]]:
    """The name before its first point, and what stands behind each point, in lower case."""
    stem, *endings = _name(path).casefold().split(".")
    return stem, tuple(endings)


def _whole(path: str) -> Span:
    return TextFile(path, "").span(0, 0)

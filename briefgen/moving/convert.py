"""From one text of a source to a brief: its front matter anew, its body with edits where they are needed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from briefgen.moving.edit import Converted, Edit, applied, without_overlaps
from briefgen.moving.fences import Fence, find_fences
from briefgen.moving.front import Front, entries_of, front_text, keep_remarks, read_front
from briefgen.moving.masked import hidden, masked
from briefgen.moving.note import Note, Place, Told
from briefgen.moving.rewriting.admonitions import admonitions
from briefgen.moving.rewriting.box import anchor, each_id_once
from briefgen.moving.rewriting.braces import braces, raw_blocks
from briefgen.moving.rewriting.captions import captions, formulas
from briefgen.moving.rewriting.cells import cells
from briefgen.moving.rewriting.code_blocks import code_blocks
from briefgen.moving.rewriting.comment import commented
from briefgen.moving.rewriting.cross_references import cross_references
from briefgen.moving.rewriting.directive import has_text
from briefgen.moving.rewriting.directives import directives
from briefgen.moving.rewriting.divs import divs, hidden_divs
from briefgen.moving.rewriting.environments import environments
from briefgen.moving.rewriting.headings import empty_lists_of_references, headings
from briefgen.moving.rewriting.html import html_attributes
from briefgen.moving.rewriting.latex import equations, latex
from briefgen.moving.rewriting.pandoc_blocks import examples, verse
from briefgen.moving.rewriting.pictures import pictures
from briefgen.moving.rewriting.roles import comments as myst_comments
from briefgen.moving.rewriting.roles import links, roles, targets
from briefgen.moving.rewriting.shortcodes import shortcodes
from briefgen.moving.rewriting.tables import grids
from briefgen.moving.rewriting.wiki import block_ids, callouts, comments, wiki
from briefgen.moving.seen import Around, Rewriter, Seen
from briefgen.moving.shape import Shape
from briefgen.moving.targets import ATTRIBUTES, split_heading
from briefgen.moving.yaml_values import Value, mapping_of, why_unreadable
from briefgen.text import TextFile

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>[\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_LIKE_FRONT = re.compile(r"(?:[ \t]*#[^\n]*\n|[ \t]*\n)*[\w-]+:(?:[ \t]|$)", re.MULTILINE)
_TITLE_BLOCK = re.compile(
    r"\A%(?P<title>[^\n]*(?:\n[ \t]+\S[^\n]*)*)\n"
    r"(?:%(?P<authors>[^\n]*(?:\n[ \t]+\S[^\n]*)*)\n)?(?:%(?P<date>[^\n]*)\n)?"
)
_LATER = re.compile(
    r"(?:(?<=\n\n))---[ \t]*\n(?P<yaml>(?!\s)(?:(?!---|\.\.\.)[^\n]*\n)+?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TITLE = re.compile(
    r"(?:\s|<!--(?:(?!<!--)[\s\S])*?-->|^\([\w:.-]+\)=[ \t]*$|^%[^\n]*$)*?"
    r"^#[ \t]++(?P<words>[^\n]++)(?:\n|\Z)",
    re.MULTILINE,
)

_ALL: tuple[Rewriter, ...] = (empty_lists_of_references, headings, pictures, html_attributes)
_PANDOC: tuple[Rewriter, ...] = (
    grids,
    divs,
    raw_blocks,
    code_blocks,
    *_ALL,
    captions,
    formulas,
    latex,
    cross_references,
    braces,
)
_REWRITERS: dict[Shape, tuple[Rewriter, ...]] = {
    Shape.QUARTO: (hidden_divs, environments, shortcodes, cells, verse, *_PANDOC, links),
    Shape.PANDOC: (hidden_divs, environments, verse, examples, callouts, *_PANDOC, links),
    Shape.JOSS: (hidden_divs, environments, *_PANDOC, links),
    Shape.MYST: (directives, equations, targets, roles, myst_comments, *_ALL, cross_references, links),
    Shape.OBSIDIAN: (hidden_divs, environments, callouts, comments, wiki, block_ids, *_PANDOC, links),
    Shape.MKDOCS: (admonitions, *_ALL, links),
}


def _is_text_here(shape: Shape) -> Callable[[str, str], bool]:
    return has_text if shape is Shape.MYST else lambda mark, _: mark[0] == ":"


@dataclass(frozen=True, slots=True)
class Opened:
    """A text whose front matter was read, and what is seen of its body."""

    front: Front
    seen: Seen
    title: tuple[int, int]
    """Where a heading stands that is the title; the same place twice without one."""
    later: tuple[Edit, ...]
    written: dict[str, str]
    """How the entries of its front matter are written."""

    @property
    def title_line(self) -> str:
        """The line of that heading; empty without one."""
        return self.seen.text[slice(*self.title)].strip()


def open_text(file: TextFile, slug: str, around: Around, common: dict[str, Value] | None = None) -> Opened:
    """Read what stands above the body, and look it over; `common` holds where a text says nothing itself."""
    entries, written, body = _front(file, around.shape)
    later: list[Edit] = []
    if around.shape is Shape.PANDOC:
        for block in _LATER.finditer(file.text, body):
            root = mapping_of(file.span(*block.span("yaml")))
            if root is not None:
                more, more_written = entries_of(root.entries)
                entries, written = {**more, **entries}, {**more_written, **written}
                later.append(
                    Edit(block.start(), block.end(), "", "a block of metadata stands in the front matter now")
                )
    front = read_front(
        {**entries, **{key: value for key, value in (common or {}).items() if key not in entries}}, written
    )
    if above := _FRONT.match(file.text[:body]):
        front.unread = why_unreadable(file.span(*above.span("yaml")))
        if front.unread:
            front.kept.append(("", above["yaml"]))
        else:
            keep_remarks(front, above["yaml"])
    lines = file.text.split("\n")
    first = file.line_of(body) - 1 if body < len(file.text) else len(lines)
    fences = find_fences(
        [*[""] * first, *lines[first:]], _is_text_here(around.shape), by_length=around.shape is Shape.MYST
    )
    seen = Seen(file, slug, body, tuple(fences), "", around)
    text = hidden(file.text, 0, body)
    code = [(seen.line(one.first)[0], seen.line(one.last)[1]) for one in fences if not one.is_text]
    code += [seen.line(number) for one in fences if one.is_text for number in _marks_of(one)]
    text = masked(text, code)
    for edit in later:
        text = hidden(text, edit.start, edit.end)
    found = _TITLE.match(text, body)
    title = (body, body)
    if found and (not front.title or _same(_without_braces(found["words"]), front.title)):
        at = text.rfind("\n", 0, found.start("words")) + 1
        title = (at, found.end() + (file.text[found.end() : found.end() + 1] == "\n"))
        words = file.text[found.start("words") : found.end("words")]
        front.title = front.title or split_heading(_without_braces(words))[0]
        text = hidden(text, *title)
    return Opened(front, replace(seen, masked=text), title, tuple(later), written)


def _marks_of(fence: Fence) -> tuple[int, ...]:
    """The lines on which a fence begins and ends, which hold no words."""
    return (fence.first, fence.last) if fence.closed else (fence.first,)


def _front(file: TextFile, shape: Shape) -> tuple[dict[str, Value], dict[str, str], int]:
    """The entries of front matter, how they are written, and where the body begins."""
    if found := _FRONT.match(file.text):
        root = mapping_of(file.span(*found.span("yaml")))
        if root is not None:
            return *entries_of(root.entries), found.end()
        if not found["yaml"].strip() or _LIKE_FRONT.match(found["yaml"]):
            return {}, {}, found.end()
    if shape is Shape.PANDOC and (found := _TITLE_BLOCK.match(file.text)):
        values: dict[str, Value] = {
            key: " ".join(said.split()) for key, said in found.groupdict().items() if said
        }
        return values, {}, found.end()
    return {}, {}, 0


def _without_braces(words: str) -> str:
    """The words of a heading, without what stands in braces and what closes it."""
    return ATTRIBUTES.sub("", words).rstrip(" \t#")


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def convert(opened: Opened, *, draft: bool, abstract: str) -> Converted:
    """A text of a source as a brief; `abstract` is what an abstract is called."""
    front, seen = replace(opened.front), opened.seen
    front.draft = front.draft or draft
    head = front_text(front)
    if front.abstract:
        head += f'\n::: {{.note title="{abstract}"}}\n{front.abstract}\n:::\n'
    if seen.body == 0 or not seen.text[seen.body :].startswith("\n"):
        head += "\n"
    edits = [Edit(0, seen.body, head), *opened.later]
    if opened.title[0] != opened.title[1]:
        name = split_heading(opened.title_line.lstrip("# "))[1]
        edits.append(
            Edit(
                *opened.title,
                f"{anchor(name)}\n\n" if name else "",
                _of_title(opened),
            )
        )
    converted = applied(seen.file, [*each_id_once(without_overlaps([*edits, *rewritten(seen)]))])
    return replace(converted, notes=(*_told_of_front(seen, front), *converted.notes))


def _of_title(opened: Opened) -> str:
    """What is told of the heading that is the title: if it held more than words, it is named whole."""
    line = opened.title_line.lstrip("# ")
    whole = "" if split_heading(line)[0] == line.strip() else f" `{line}`"
    return f"the heading{whole} is the title of the page, which stands in the front matter"


def convert_part(opened: Opened, *, own: bool) -> Converted:
    """A text that is taken into another one, without its front matter.

    That is kept as a comment, unless the text is a brief of its `own`, too.
    """
    seen = opened.seen
    said = seen.text[: seen.body].strip("-. \n")
    kept = commented(f" {said} ") + "\n\n" if said and not own else ""
    edits = [Edit(0, seen.body, kept)] if seen.body else []
    return applied(seen.file, without_overlaps([*edits, *rewritten(seen)]))


def rewritten(seen: Seen) -> list[Edit]:
    """The edits of all rewriters, in their order."""
    return [edit for rewriter in _REWRITERS[seen.around.shape] for edit in rewriter(seen)]


def _told_of_front(seen: Seen, front: Front) -> list[Note]:
    source, now = Place(seen.file.path, 1), Place("", 1)
    notes = [Note(Told.CHANGED, "the front matter is ours now", source, now)]
    if front.kept:
        keys = ", ".join(f"`{key}`" if key else "a comment" for key, _ in front.kept)
        notes.append(
            Note(
                Told.LEFT,
                f"kept as comments in the front matter, as it means nothing here: {keys}",
                source,
                now,
            )
        )
    return notes

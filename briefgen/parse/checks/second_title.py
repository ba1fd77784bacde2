"""A second title: that of the front matter, or another, as a heading at the top of the text."""

from collections.abc import Iterator, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Edit
from briefgen.markdown.plain import plain_text
from briefgen.model.block import Block, Heading
from briefgen.model.brief import FrontMatter
from briefgen.parse.check import Check, FileKind, Seen


def is_second_title(blocks: Sequence[Block], front: FrontMatter | None) -> bool:
    """Whether a text begins with a heading that stands where a title would, and none is beside it."""
    if (
        not blocks
        or front is None
        or not front.title
        or not isinstance(first := blocks[0], Heading)
        or first.level > 1
    ):
        return False
    others = sum(isinstance(one, Heading) and one.level == 1 for one in blocks)
    return others == 1 or _repeats(first, front)


def _repeats(heading: Heading, front: FrontMatter) -> bool:
    return _plain(plain_text(heading.children)) == _plain(front.title)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _titles(seen: Seen) -> Iterator[Diagnostic]:
    if not is_second_title(seen.blocks, seen.front):
        return
    first = seen.blocks[0]
    assert isinstance(first, Heading)
    assert seen.front is not None
    if _repeats(first, seen.front):
        whole = first.span.file.span(first.span.start, _line_end(first))
        yield Diagnostic(
            rules.TITLE_TWICE,
            first.span,
            "the title stands in the front matter already",
            hint="take this line out",
            fix=(Edit(whole, ""),),
        )
    else:
        yield Diagnostic(
            rules.TITLE_TWICE,
            first.span,
            "this is a second title: that of the page is `title` in the front matter",
            hint="write `##` if it is a heading of the text, or take it out",
        )


def _line_end(heading: Heading) -> int:
    text = heading.span.file.text
    end = heading.span.end
    return end + 1 if text[end : end + 1] == "\n" else end


CHECK = Check(_titles, frozenset({FileKind.BRIEF}))

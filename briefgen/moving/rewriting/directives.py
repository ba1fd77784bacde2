"""Directives of MyST as what they mean here: boxes, pictures, code, formulas, tables, other texts."""

import re
from collections.abc import Callable, Iterator

from briefgen.moving.edit import Edit
from briefgen.moving.masked import HIDDEN
from briefgen.moving.note import Told
from briefgen.moving.rewriting.box import KINDS, anchor, opening
from briefgen.moving.rewriting.comment import commented
from briefgen.moving.rewriting.directive import Directive, body_text, read_directive
from briefgen.moving.rewriting.pictures import picture
from briefgen.moving.rewriting.shortcodes import included
from briefgen.moving.rewriting.tables import from_comma_separated, from_lists
from briefgen.moving.seen import Seen

_Handler = Callable[[Seen, Directive], Iterator[Edit]]


def directives(seen: Seen) -> Iterator[Edit]:
    """Each directive; one that is not understood is shown as it is written, as code, with those in it."""
    behind = 0
    for fence in seen.fences:
        directive = read_directive(seen, fence) if seen.starts[fence.first] >= behind else None
        if directive is None:
            continue
        whole = _whole(seen, directive)
        for edit in _handler(directive.name)(seen, directive):
            yield edit
            if (edit.start, edit.end) == whole:
                behind = edit.end


def _handler(name: str) -> _Handler:
    if (
        name in KINDS
        or name in ("admonition", "dropdown", "sidebar", "margin", "aside", "topic")
        or name.startswith(("prf:", "proof:"))
        or name in ("exercise", "solution")
    ):
        return _box
    return _HANDLERS.get(name, _unknown)


def _name(directive: Directive) -> str:
    return directive.options.get("name", "") or directive.options.get("label", "")


_MEANT = frozenset("name label alt caption header-rows header".split())
"""Options that mean something here."""


def _less(directive: Directive) -> str:
    """The options of a directive that are taken out."""
    left = [f"`{key}: {value}`" for key, value in directive.options.items() if key not in _MEANT]
    return f", without {', '.join(left)}" if left else ""


def _place(seen: Seen, directive: Directive) -> str:
    name = _name(directive)
    return f"{directive.fence.indent}{anchor(name)}\n\n" if name in seen.around.targets else ""


def _first(seen: Seen, directive: Directive) -> tuple[int, int]:
    """From the first sign of the directive to where its text begins."""
    return seen.starts[directive.fence.first] + len(directive.fence.indent), seen.starts[directive.body]


def _whole(seen: Seen, directive: Directive) -> tuple[int, int]:
    fence = directive.fence
    return seen.starts[fence.first], seen.line(fence.last)[1]


def _box(seen: Seen, directive: Directive) -> Iterator[Edit]:
    start, end = _first(seen, directive)
    name = directive.name.rpartition(":")[2]
    is_kind = name in KINDS
    title = directive.argument
    kind = (
        name
        if is_kind
        else "note"
        if name in ("admonition", "dropdown", "sidebar", "margin", "aside", "topic")
        else name
    )
    if (
        is_kind and title and not body_text(seen, directive).strip()
    ):  # `{note} words` is a note of these words
        line = f"{opening(kind, '', _name(directive))}\n{directive.fence.indent}{title}\n"
    else:
        line = f"{opening(kind, title, _name(directive))}\n"
    if directive.fence.first and _has_words(seen, directive.fence.first - 1):
        line = f"\n{directive.fence.indent}{line}"  # a box does not begin in a paragraph
    yield Edit(start, end, line, f"a directive `{directive.name}` is a box `note` now{_less(directive)}")
    last = seen.line(directive.fence.last)
    if directive.fence.closed:
        yield Edit(last[0] + len(directive.fence.indent), last[1], ":::")
    else:
        yield Edit(last[1], last[1], f"\n{directive.fence.indent}:::")


def _has_words(seen: Seen, number: int) -> bool:
    """Whether a line holds words of a paragraph: what is no text of its own is hidden."""
    return seen.masked[slice(*seen.line(number))].strip(f" \t{HIDDEN}") != ""


def _figure(seen: Seen, directive: Directive) -> Iterator[Edit]:
    """A picture around its caption, the first paragraph in it; what stands below that stays as it is."""
    fence = directive.fence
    start = seen.starts[fence.first] + len(fence.indent)
    if directive.body > fence.last or not fence.closed:
        begin = end = last = seen.line(fence.last)[1]
    else:
        begin, last = seen.starts[directive.body], seen.starts[fence.last]
        blank = re.search(r"\n[ \t]*\n", seen.text[begin:last])
        end = begin + blank.start() if blank else max(last - 1, begin)
    caption = seen.text[begin:end]
    described = directive.options.get("alt", "")
    made = picture(seen, caption, directive.argument, _name(directive), described, is_block=True)
    said = (
        made.what
        if made.told is Told.DECIDE
        else f"a directive `{directive.name}` is a picture now{_less(directive)}"
    )
    place, lead = (
        part.replace("\n", f"\n{fence.indent}").replace(f"\n{fence.indent}\n", "\n\n")
        for part in (made.place, made.lead)
    )
    if place:
        yield Edit(start, start, place)
    yield Edit(start, begin, lead, said, made.told)
    closing = seen.line(fence.last)
    if end < closing[0] - 1:
        yield Edit(end, end, made.tail)
        yield Edit(*closing, "")
    else:
        yield Edit(end, closing[1], made.tail)


def _indented(directive: Directive, text: str) -> str:
    indent = directive.fence.indent
    return (
        "\n".join(f"{indent}{line}" if line else line for line in text.split("\n"))
        if indent.isspace()
        else text
    )


def _code(seen: Seen, directive: Directive) -> Iterator[Edit]:
    fence = directive.fence
    start, end = _first(seen, directive)
    is_run = directive.name == "code-cell"
    language = directive.argument.split()[0] if directive.argument else ""
    language = "python" if language.startswith("ipython") else language
    place = _place(seen, directive).lstrip()
    caption = directive.options.get("caption", "")
    words = seen.around.targets[_name(directive)].words if _name(directive) in seen.around.targets else ""
    head = f"*{f'{words}: ' if words else ''}{caption}*\n\n" if caption else ""
    said = (
        "code that MyST runs is shown as code: its result is not in the source, put it in"
        if is_run
        else f"a directive `{directive.name}` is a block of code now{_less(directive)}"
    )
    mark = fence.mark if fence.mark[0] != ":" else "```"
    yield Edit(start, end, f"{place}{head}{mark}{language}\n", said, Told.DECIDE if is_run else Told.CHANGED)
    if mark != fence.mark:
        yield Edit(seen.line(fence.last)[0], seen.line(fence.last)[1], mark)


def _math(seen: Seen, directive: Directive) -> Iterator[Edit]:
    inside = "\n".join(part for part in (directive.argument, body_text(seen, directive).strip("\n")) if part)
    name = _name(directive)
    target = seen.around.targets.get(name)
    number = f" ({target.words.rpartition(' ')[2]})" if target else ""
    text = f"{anchor(name)}\n" if target else ""
    yield Edit(
        *_whole(seen, directive),
        _indented(directive, f"{text}$$\n{inside}\n$${number}"),
        "a directive `math` is a formula now",
    )


def _include(seen: Seen, directive: Directive) -> Iterator[Edit]:
    start, end = _whole(seen, directive)
    if directive.name == "include" and not {"literal", "code"} & directive.options.keys():
        yield from included(seen, start, end, directive.argument)
        return
    text = seen.around.plain(directive.argument, seen.file.path)
    if text is None:
        yield from _unknown(seen, directive)
        return
    language = directive.options.get("language", "") or directive.argument.rpartition(".")[2]
    mark = "```" if "```" not in text else "````"
    yield Edit(
        start,
        end,
        f"{mark}{language}\n{text.rstrip()}\n{mark}",
        f"`{directive.argument}` is taken in as code",
    )


def _made(seen: Seen, directive: Directive) -> Iterator[Edit]:
    start, end = _whole(seen, directive)
    listed = " ".join(body_text(seen, directive).split())
    said = f"`{directive.name}` is taken out: such lists are made by themselves"
    yield Edit(
        start,
        end,
        commented(f" {directive.name}: {listed} ") if listed else "",
        said,
        Told.LEFT,
    )


def _opened(seen: Seen, directive: Directive) -> Iterator[Edit]:
    start, end = _first(seen, directive)
    title = (
        f"**{directive.argument}**\n\n{directive.fence.indent}"
        if directive.argument and directive.name in ("tab-item", "card", "grid-item-card", "tab")
        else ""
    )
    said = f"a directive `{directive.name}` is opened up: its text stands among the text"
    yield Edit(
        start - len(directive.fence.indent),
        end,
        f"{directive.fence.indent}{title}\n" if title else "",
        said,
        Told.LEFT,
    )
    if directive.fence.closed:
        yield Edit(*seen.lines(directive.fence.last, directive.fence.last), "\n")


def _quote(seen: Seen, directive: Directive) -> Iterator[Edit]:
    lines = body_text(seen, directive).rstrip().split("\n")
    text = "\n".join(f"> {line}".rstrip() for line in lines)
    yield Edit(
        *_whole(seen, directive),
        _indented(directive, text),
        f"a directive `{directive.name}` is a block quote now",
    )


def _table(seen: Seen, directive: Directive) -> Iterator[Edit]:
    read = from_lists if directive.name == "list-table" else from_comma_separated
    body = body_text(seen, directive)
    table = body.strip() if directive.name == "table" else read(body, directive.options)
    if table is None:
        yield from _unknown(seen, directive)
        return
    name = _name(directive)
    words = f"{seen.around.targets[name].words}: " if name in seen.around.targets else ""
    caption = f"\n\n*{words}{directive.argument}*" if directive.argument else ""
    text = f"{_place(seen, directive).strip()}\n\n{table}{caption}".lstrip("\n")
    yield Edit(
        *_whole(seen, directive),
        _indented(directive, text),
        f"a directive `{directive.name}` is a table now{_less(directive)}",
    )


def _unknown(seen: Seen, directive: Directive) -> Iterator[Edit]:
    """What nobody here understands: as it is written, in a block of code."""
    start, end = _whole(seen, directive)
    written = seen.text[start:end]
    longest = max((len(one) for one in re.findall(r"`+", written)), default=2)
    mark = "`" * max(longest + 1, 4)
    said = f"a directive `{directive.name}` is shown as it is written: say here what it means"
    yield Edit(start, end, f"{mark}text\n{written}\n{mark}", said, Told.DECIDE)


_HANDLERS: dict[str, _Handler] = {
    **dict.fromkeys(("figure", "image"), _figure),
    **dict.fromkeys(("code", "code-block", "sourcecode", "code-cell"), _code),
    "math": _math,
    **dict.fromkeys(("include", "literalinclude"), _include),
    **dict.fromkeys(("bibliography", "toctree", "tableofcontents", "contents", "index"), _made),
    **dict.fromkeys(
        (
            "tab-set",
            "tab-item",
            "grid",
            "grid-item",
            "grid-item-card",
            "card",
            "div",
            "container",
            "centered",
            "glossary",
            "figure-md",
        ),
        _opened,
    ),
    **dict.fromkeys(("epigraph", "highlights", "pull-quote", "blockquote"), _quote),
    **dict.fromkeys(("list-table", "csv-table", "table"), _table),
    "mermaid": _code,
}

"""Lists that pages by hand include: an empty element on a line of its own, which the theme fills."""

import re
from collections.abc import Iterable, Iterator

from briefgen import rules
from briefgen.decode.page_language import language_of_page
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.included import ATTRIBUTE, MOST, USUAL, Included, ListKind
from briefgen.suggest import suggest
from briefgen.text import Span, TextFile

_ELEMENT = re.compile(
    rf' {{0,3}}(<div {ATTRIBUTE}="(?P<kind>[^"<>]*)"(?: {MOST}="(?P<most>[^"<>]*)")?></div>)[ \t]*'
)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`++).*?(?<!`)\1(?!`)")
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_FORM = f'`<div {ATTRIBUTE}="{ListKind.BRIEFS}"></div>`, on a line of its own'


def included_in(files: Iterable[TextFile], site_language: str, report: Report) -> tuple[Included, ...]:
    """The lists that pages include, each once; what is no list is told where it stands."""
    found: dict[Included, None] = {}
    for file in files:
        lang, language = language_of_page(file, site_language)
        for line in _outside_code(file):
            one = _included(line, lang, language, report)
            if one is not None:
                found[one] = None
    return tuple(found)


def _outside_code(file: TextFile) -> Iterator[Span]:
    """The lines that name a list, but for those of code, fenced or indented."""
    fence = ""
    start = 0
    for line in file.text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark:
            fence = mark[1]
        elif ATTRIBUTE in line and ATTRIBUTE in _CODE.sub("", line) and not line.startswith(("    ", "\t")):
            yield file.span(start, start + len(line))
        start += len(line) + 1


def _included(line: Span, lang: str, language: str, report: Report) -> Included | None:
    element = _ELEMENT.fullmatch(line.text)
    if element is None:
        at = line.start + line.text.index(ATTRIBUTE)
        place = line.file.span(at, at + len(ATTRIBUTE))
        message = f"`{ATTRIBUTE}` stands in something else than an empty element for a list"
        report(Diagnostic(rules.LIST_UNKNOWN, place, message, hint=f"write {_FORM}"))
        return None
    kind, most = element["kind"], element["most"]
    if kind not in set(ListKind):
        place = line.file.span(line.start + element.start("kind"), line.start + element.end("kind"))
        near = suggest(kind, ListKind)
        known = f"known lists: {', '.join(ListKind)}"
        hint = f"did you mean `{near}`?" if near else None
        report(Diagnostic(rules.LIST_UNKNOWN, place, f"there is no list `{kind}`", (known,), hint=hint))
        return None
    if most is not None and not _NUMBER.fullmatch(most):
        place = line.file.span(line.start + element.start("most"), line.start + element.end("most"))
        message = f"`{MOST}` is `{most}`"
        report(Diagnostic(rules.LIST_UNKNOWN, place, message, hint="write a number from 1 to 999"))
        return None
    return Included(element[1], lang, language, ListKind(kind), int(most) if most else USUAL)

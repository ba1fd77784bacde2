"""What the theme prints of mkdocs.yml and cannot be escaped: addresses, HTML on purpose, parts of scripts."""

import re
from collections.abc import Iterator

from briefgen import rules
from briefgen.decode.forms import shown
from briefgen.decode.nodes import Mapping, Node, Scalar, Sequence, Unread
from briefgen.diagnostics import Diagnostic, Report, Rule
from briefgen.markup.addresses import runs_code, scheme_of
from briefgen.markup.raw_html import refusals
from briefgen.text import Span

_PRINTED = frozenset(
    "copyright edit_uri edit_uri_template extra extra_css extra_javascript nav repo_url theme".split()
)
_ADDRESSES = frozenset(
    """edit_uri edit_uri_template extra_css extra_javascript favicon homepage href link location logo nav path
    repo_url scope touch_icon url""".split()
)
"""The keys whose value is an address, or a list of them."""
_PICTURES = frozenset({"favicon", "logo"})
_HTML = frozenset({"copyright", "note"})
_IN_SCRIPTS = frozenset({"property", "scope"})
_FIT_FOR_SCRIPTS = re.compile(r"[\w./:%~+@ -]*")
_OF_SETTINGS = frozenset({"class", "rel", "target"})
"""Attributes that settings in HTML may have beside those of raw HTML in briefs."""

_Found = tuple[Rule, Span, str, str]


def check_printed(root: Mapping, report: Report) -> None:
    """Report what of the settings would run code, or be read as code."""
    walk = _Walk()
    for entry in root.entries:
        if entry.key in _PRINTED:
            for rule, span, what, hint in walk.within(entry.value, entry.key, entry.key):
                report(Diagnostic(rule, span, what, hint=hint))


class _Walk:
    """One walk over the settings; what several aliases lead to is looked at once."""

    def __init__(self) -> None:
        self._seen: list[Node] = []

    def within(self, node: Node, key: str, path: str) -> Iterator[_Found]:
        """What is wrong below a key, and how that is called."""
        match node:
            case Scalar():
                yield from _flaws(node, key, path)
            case Sequence() | Mapping() if any(known is node for known in self._seen):
                pass
            case Sequence():
                self._seen.append(node)
                for item in node.items:
                    yield from self.within(item, key, path)
            case Mapping():
                self._seen.append(node)
                for entry in node.entries:
                    if key == "cookies" and not _FIT_FOR_SCRIPTS.fullmatch(entry.key):
                        yield _unfit(f"a key of `{path}`", entry.key, entry.key_span)
                    # A title is the key of its page, so what stands below `nav` is an address everywhere.
                    inside = "nav" if key == "nav" else entry.key
                    yield from self.within(entry.value, inside, f"{path}.{entry.key}")
            case Unread():
                pass


def _flaws(node: Scalar, key: str, path: str) -> Iterator[_Found]:
    is_picture = key in _PICTURES and node.value.strip().lower().startswith("data:image/")
    if key in _ADDRESSES and runs_code(node.value) and not is_picture:
        yield (
            rules.ADDRESS_REFUSED,
            node.span,
            f"`{path}` may not begin with `{scheme_of(node.value)}:`",
            "link to a page, a file of the site or an https address",
        )
    elif key in _IN_SCRIPTS and not _FIT_FOR_SCRIPTS.fullmatch(node.value):
        yield _unfit(f"`{path}`", node.value, node.span)
    elif key in _HTML:
        for refusal in refusals(node.value, _OF_SETTINGS):
            what = f"`{path}` is printed as HTML, and {refusal.what} is not published"
            yield (
                rules.SETTING_REFUSED,
                node.span,
                what,
                "say it in words, or with the tags that a brief may hold",
            )


def _unfit(what: str, value: str, span: Span) -> _Found:
    message = f"{what} becomes part of a page as it is, and cannot be {shown(value)}"
    return rules.SETTING_REFUSED, span, message, "take letters, digits, spaces and `.`, `/`, `:`, `-`, `_`"

"""A policy in the words of those who serve a site."""

from collections.abc import Callable, Mapping
from html import escape

from briefgen.markup.tags import edited, read_tags
from briefgen.site.policy import Policy

NAME = "Content-Security-Policy"

_HEADER_ONLY = frozenset({"frame-ancestors"})
"""Browsers pass this over in a page, with a complaint."""


def _header(policy: Policy) -> str:
    return f"{NAME}: {policy.text()}\n"


def _nginx(policy: Policy) -> str:
    return f'add_header {NAME} "{policy.text()}" always;\n'


def _apache(policy: Policy) -> str:
    return f'Header always set {NAME} "{policy.text()}"\n'


def _netlify(policy: Policy) -> str:
    return f"/*\n  {NAME}: {policy.text()}\n"


def _meta(policy: Policy) -> str:
    return f'<meta http-equiv="{NAME}" content="{escape(policy.text(without=_HEADER_ONLY), quote=False)}">\n'


FORMATS: Mapping[str, Callable[[Policy], str]] = {
    "header": _header,
    "nginx": _nginx,
    "apache": _apache,
    "netlify": _netlify,
    "meta": _meta,
}


def in_page(policy: Policy, page: str) -> str:
    """The page with the policy in it, before anything that it could forbid; an earlier one gives way."""
    edits = []
    for tag in read_tags(page):
        if tag.name == "head":
            edits.append((tag.end, tag.end, _meta(policy).rstrip("\n")))
        elif tag.name == "meta" and (tag.get("http-equiv") or "").lower() == NAME.lower():
            edits.append((tag.start, tag.end, ""))
    return edited(page, edits)

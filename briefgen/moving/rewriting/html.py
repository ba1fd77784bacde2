"""Attributes of raw HTML that are not published, as `class` and `style`: they go, and the words stay."""

import re
from collections.abc import Iterator

from briefgen.markup.raw_html import is_published
from briefgen.moving.edit import Edit
from briefgen.moving.note import Told
from briefgen.moving.seen import Seen

_ATTRIBUTE = r"""\s++[^\s"'<>/=]++(?>(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|[^\s"'<>]++))?)"""
_TAG = re.compile(rf"<(?P<name>[A-Za-z][\w-]*+)(?P<attributes>(?>(?:{_ATTRIBUTE})+))\s*+/?>")
_ONE = re.compile(rf"(?P<said>{_ATTRIBUTE})")


def html_attributes(seen: Seen) -> Iterator[Edit]:
    """Each of them; of a tag that is itself not published nothing is changed, and the check finds it."""
    for tag in _TAG.finditer(seen.masked, seen.body):
        for one in _ONE.finditer(seen.masked, *tag.span("attributes")):
            name = one["said"].strip().partition("=")[0].strip().lower()
            if is_published(tag["name"].lower()) and not is_published(tag["name"].lower(), name):
                said = " ".join(seen.text[slice(*one.span())].split())
                what = f"`{said}` is taken out of HTML: it is not published"
                yield Edit(*one.span(), "", what, Told.LEFT)

"""Whether each topic has an address of its own."""

import re
import unicodedata
from collections.abc import Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.address import topic_address
from briefgen.model.brief import Brief, Reference
from briefgen.model.layout.pages import address_of, topic_path

_JOINT = re.compile(r"[\s-]+")


def check_topics(briefs: Sequence[Brief], report: Report) -> None:
    """Report topics without an address, and those that would share one with a topic of another name.

    Two spellings that differ in case, or in spaces and hyphens, are one topic.
    """
    first_of: dict[str, Reference] = {}
    for brief in briefs:
        for topic in brief.front.topics:
            address = topic_address(topic.name)
            first = first_of.setdefault(address, topic)
            if not address:
                message = f"`{topic.name}` has no letter or digit, which a page of its own would be named by"
                report(Diagnostic(rules.TOPIC_EMPTY, topic.span, message, hint="give the topic a name"))
            elif _name(first.name) != _name(topic.name):
                report(_taken(topic, first))


def _name(topic: str) -> str:
    return _JOINT.sub(" ", unicodedata.normalize("NFC", topic).casefold())


def _taken(topic: Reference, first: Reference) -> Diagnostic:
    where = f"{first.span.path}, line {first.span.line}"
    return Diagnostic(
        rules.TOPIC_TAKEN,
        topic.span,
        f"the address {address_of(topic_path(first.name))} is taken by the topic `{first.name}`",
        (f"it stands in {where}",),
        "write both in the same way, or give one another name",
    )

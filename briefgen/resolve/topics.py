"""Whether each topic has an address of its own."""

import re
import unicodedata
from collections.abc import Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.address import topic_address
from briefgen.model.brief import Brief
from briefgen.model.layout.pages import address_of, topic_path
from briefgen.model.named import Reference
from briefgen.rules.topics import MOST_TOPICS

_JOINT = re.compile(r"[\s-]+")


def check_topics(briefs: Sequence[Brief], report: Report) -> None:
    """Report too many topics, those without an address, and those that would share one with another.

    Two spellings that differ in case, or in spaces and hyphens, are one topic.
    """
    first_of: dict[str, Reference] = {}
    for brief in briefs:
        if len(brief.front.topics) > MOST_TOPICS:
            report(_too_many(brief.front.topics))
            continue
        for topic in brief.front.topics:
            address = topic_address(topic.name)
            first = first_of.setdefault(address, topic)
            if not address:
                message = f"`{topic.name}` has no letter or digit, which a page of its own would be named by"
                report(Diagnostic(rules.TOPIC_EMPTY, topic.span, message, hint="give the topic a name"))
            elif _name(first.name) != _name(topic.name):
                report(_taken(topic, first))


def _too_many(topics: Sequence[Reference]) -> Diagnostic:
    return Diagnostic(
        rules.TOPICS_TOO_MANY,
        topics[MOST_TOPICS].span,
        f"this brief has {len(topics):,} topics, and {MOST_TOPICS} may be",
        hint="keep those by which a reader would look for it",
    )


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

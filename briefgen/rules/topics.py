"""Topics and their addresses."""

from briefgen.rules.rule import Rule, Severity, front

MOST_TOPICS = 100
"""Of a brief: each has a page, on which the brief stands with all of its topics."""

TOPIC_TAKEN = Rule(
    code="BG167",
    name="topic-taken",
    severity=Severity.ERROR,
    summary="two topics give the same address",
    means="Two topics, written in different ways, give the same address: signs such as `+` and `.` are no part of one.",
    why="Each topic has a page that lists its briefs, and two pages cannot have one address.",
    flagged=(front("title: The bridge\ndate: 2025-05-10\ntags: [A, A+]\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\ntags: [A, A plus]\n"),),
)

TOPIC_EMPTY = Rule(
    code="BG168",
    name="topic-empty",
    severity=Severity.ERROR,
    summary="a topic leaves nothing for an address",
    means="A topic has neither a letter nor a digit.",
    why="Each topic has a page that lists its briefs, and there is nothing to name that page by.",
    flagged=(front('title: The bridge\ndate: 2025-05-10\ntags: [bridges, "???"]\n'),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\ntags: [bridges, open questions]\n"),),
)

_MANY = ", ".join(f"span {number}" for number in range(1, MOST_TOPICS + 2))

TOPICS_TOO_MANY = Rule(
    code="BG169",
    name="topics-too-many",
    severity=Severity.ERROR,
    summary="a brief has too many topics",
    means=f"A brief has more than {MOST_TOPICS} topics.",
    why="Each topic has a page that lists its briefs with all of their topics: with so many, the site is full of lists in which nobody finds anything.",
    flagged=(front(f"title: The bridge\ndate: 2025-05-10\ntags: [{_MANY}]\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\ntags: [bridges, spans]\n"),),
)

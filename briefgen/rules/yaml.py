"""YAML, in front matter, `captures.yml` and settings alike."""

from briefgen.rules.rule import BRIEF, File, Rule, Severity, front

YAML_SYNTAX = Rule(
    code="BG110",
    name="yaml-syntax",
    severity=Severity.ERROR,
    summary="a text that should be YAML is not",
    means="Front matter, `captures.yml` and `mkdocs.yml` are YAML, and this is not. Mostly a quotation mark is not closed, or a text holds `: ` and is not in quotes.",
    why="A reader of YAML that goes on regardless guesses where a value ends, and drops the rest.",
    flagged=(front("title: The bridge: closed\ndate: 2025-05-10\n"),),
    fixed=(front('title: "The bridge: closed"\ndate: 2025-05-10\n'),),
)

YAML_CHARACTER = Rule(
    code="BG111",
    name="yaml-character",
    severity=Severity.ERROR,
    summary="a value holds a character without a shape",
    means="A value holds a control character, mostly from an escape between double quotes or from a text that was pasted.",
    why="Such a character cannot be shown, so that a page would not say what its file says.",
    flagged=(front('title: "The bridge\\x07 is closed"\ndate: 2025-05-10\n'),),
    fixed=(front('title: "The bridge is closed"\ndate: 2025-05-10\n'),),
)

YAML_TAG = Rule(
    code="BG112",
    name="yaml-tag",
    severity=Severity.ERROR,
    summary="a value begins with a YAML tag",
    means="A value begins with `!`, which makes the word a tag of YAML. Values are read as what their key expects, so that no tag is needed.",
    why="A tag is never shown: as part of a text its word would be lost.",
    flagged=(front("title: !important The bridge is closed\ndate: 2025-05-10\n"),),
    fixed=(front('title: "!important The bridge is closed"\ndate: 2025-05-10\n'),),
)

YAML_ANCHOR = Rule(
    code="BG113",
    name="yaml-anchor",
    severity=Severity.ERROR,
    summary="a value is a YAML anchor or alias",
    means="A value begins with `&` or `*`, which makes the word an anchor of YAML, or the alias of one.",
    why="An anchor is never shown, and an alias stands for words that are elsewhere: neither says what stands there.",
    flagged=(front("title: &bridge The bridge of Example Town\ndate: 2025-05-10\n"),),
    fixed=(front("title: The bridge of Example Town\ndate: 2025-05-10\n"),),
)

YAML_LOST_TEXT = Rule(
    code="BG114",
    name="yaml-lost-text",
    severity=Severity.ERROR,
    summary="YAML takes part of a value for a comment",
    means="In a value without quotes ` #` begins a comment, and the words behind it are not part of the value. A comment that is one has a space behind its `#`.",
    why="The title of a page would end in its middle, and nobody who reads the file sees why.",
    flagged=(front("title: The road to bridge #2\ndate: 2025-05-10\n"),),
    fixed=(front('title: "The road to bridge #2"\ndate: 2025-05-10\n'),),
)

YAML_DUPLICATE_KEY = Rule(
    code="BG115",
    name="yaml-duplicate-key",
    severity=Severity.ERROR,
    summary="a key stands twice in one place",
    means="One mapping has the same key twice, as front matter with two titles.",
    why="YAML takes the last one without a word, and the first is still what a reader of the file sees.",
    flagged=(front("title: The bridge\ntitle: The old bridge\ndate: 2025-05-10\n"),),
    fixed=(front("title: The old bridge\ndate: 2025-05-10\n"),),
)

YAML_UNKNOWN_KEY = Rule(
    code="BG116",
    name="yaml-unknown-key",
    severity=Severity.ERROR,
    summary="a key means nothing in its place",
    means="A key is none of those that are read in its place. Mostly it is misspelt; the finding says which ones there are.",
    why="What a misspelt key says would be lost: `statsu: draft` publishes a draft.",
    flagged=(front("title: The bridge\ndate: 2025-05-10\nstatsu: draft\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\nstatus: draft\n"),),
)

YAML_MISSING_KEY = Rule(
    code="BG117",
    name="yaml-missing-key",
    severity=Severity.ERROR,
    summary="a required key is not there",
    means="A key that is required is not there: `title` and `date` of a brief, or what describes a capture.",
    why="Without it there is no page, or nothing to check against, and nothing can be put in its place.",
    flagged=(front("title: The bridge\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\n"),),
)

YAML_WRONG_TYPE = Rule(
    code="BG118",
    name="yaml-wrong-type",
    severity=Severity.ERROR,
    summary="a value is not of the expected type",
    means="A value is not of the kind that its key expects, as a list where one text has to stand.",
    why="To make one of the other would be a guess about what its author meant.",
    flagged=(front("title: [The bridge, the ferry]\ndate: 2025-05-10\n"),),
    fixed=(front('title: "The bridge, the ferry"\ndate: 2025-05-10\n'),),
)

YAML_EMPTY_VALUE = Rule(
    code="BG119",
    name="yaml-empty-value",
    severity=Severity.ERROR,
    summary="a required value is empty",
    means="A key that has to say something is there, and nothing stands behind it.",
    why="An empty value is mostly one that was to be filled in later; the page would have no title, the capture no hash.",
    flagged=(front("title:\ndate: 2025-05-10\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\n"),),
)

YAML_REPEATED_ITEM = Rule(
    code="BG120",
    name="yaml-repeated-item",
    severity=Severity.ERROR,
    summary="a list names one thing twice",
    means="A list, as that of the works a brief is about, names one thing twice.",
    why="Mostly the second was to be another one, and that one is missing.",
    flagged=(front("title: The bridge\ndate: 2025-05-10\nabout: [herald2025bridge, herald2025bridge]\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\nabout: [herald2025bridge, minutes2025]\n"),),
)

MISSING_FRONT_MATTER = Rule(
    code="BG121",
    name="missing-front-matter",
    severity=Severity.ERROR,
    summary="a file does not begin with front matter",
    means="A brief or a context box begins with front matter, keys and values between two lines of `---`. This one does not; anything before the first `---`, even a comment, is enough for that.",
    why="Without front matter a brief has no title and no date, and the keys would be published as text.",
    flagged=(File(BRIEF, "The bridge is closed [@herald2025bridge].\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\n"),),
)

UNCLOSED_FRONT_MATTER = Rule(
    code="BG122",
    name="unclosed-front-matter",
    severity=Severity.ERROR,
    summary="front matter has no end",
    means="Front matter begins with `---` in the first line, and no second `---` ends it.",
    why="Where the keys end and the text begins can then only be guessed.",
    flagged=(
        File(BRIEF, "---\ntitle: The bridge\ndate: 2025-05-10\nThe bridge is closed [@herald2025bridge].\n"),
    ),
    fixed=(front("title: The bridge\ndate: 2025-05-10\n"),),
)

"""What cited sentences state, and the captures of their works do not."""

from briefgen.rules.coverage import limited
from briefgen.rules.rule import File, Rule, Severity, body, captured, works

FIGURE_NOT_IN_CAPTURE = Rule(
    code="BG640",
    name="figure-not-in-capture",
    severity=Severity.WARNING,
    summary="a number in a cited sentence does not stand in what it cites",
    means='A sentence cites works that all have a capture, and states a number, or a number with a unit, that stands in none of them: neither in figures nor in words. What you calculated or rounded yourself is marked: `[about a third]{.own reason="…"}`.',
    why="Readers take a number for the source's when its citation stands beside it. A slip of one digit, a million for a thousand or dollars for euros looks as right as the right one.",
    flagged=(body("The bridge is 49 metres long [@herald2025bridge].\n"),),
    fixed=(body("The bridge is 94 metres long [@herald2025bridge].\n"),),
)

DATE_NOT_IN_CAPTURE = Rule(
    code="BG641",
    name="date-not-in-capture",
    severity=Severity.WARNING,
    summary="a date in a cited sentence does not stand in what it cites",
    means='A sentence cites works that all have a capture, and states a date that stands in none of them, nor in their entries. Where the capture says "yesterday" and you worked the day out, say so: `[on 4 May]{.own reason="…"}`.',
    why="A wrong day is the commonest slip in a chronology, and the one that readers repeat.",
    flagged=(body("The Herald wrote of it on 5 May 2025 [@herald2025bridge].\n"),),
    fixed=(body("The Herald wrote of it on 2 May 2025 [@herald2025bridge].\n"),),
)

NAME_NOT_IN_CAPTURE = Rule(
    code="BG642",
    name="name-not-in-capture",
    severity=Severity.WARNING,
    summary="a name in a cited sentence does not stand in what it cites",
    means='A sentence cites works that all have a capture in its language, and has a name that stands in none of them in any of its forms. A name that you add yourself is marked: `[Example Bridge]{.own reason="…"}`.',
    why="What is said of one is then cited for another, or a name is spelt as nobody finds it.",
    flagged=(body("The bridge is in Sample Village [@herald2025bridge].\n"),),
    fixed=(body("The bridge is in Example Town [@herald2025bridge].\n"),),
)

WORD_NOT_ABSENT = Rule(
    code="BG643",
    name="word-not-absent",
    severity=Severity.WARNING,
    summary="a word that is said not to stand in a work stands in its capture",
    means='A citation says which words its work does not have (`[@key, no "corrosion"]`), a claim does (`absent=`), or a whole sentence does in the words of its language (“The report does not mention corrosion”), and one of their forms stands in the capture. Every place is shown, up to three.',
    why="That a source is silent on something is a strong statement, and wrong at the first place that readers find.",
    flagged=(body('The Herald is silent on ferries [@herald2025bridge, no "ferries"].\n'),),
    fixed=(body('The Herald is silent on the railway [@herald2025bridge, no "railway"].\n'),),
)

ABSENCE_NOT_CHECKED = Rule(
    code="BG644",
    name="absence-not-checked",
    severity=Severity.WARNING,
    summary="whether a word stands in a work cannot be looked up",
    means="A citation or a claim says which words a work does not have, and the work has no capture, one without a text, or one that is not whole (`truncated`, `holds`). Readers are told that it was not checked.",
    why="What nobody looked through can hold anything.",
    flagged=(body('The minutes are silent on the railway [@minutes2025, no "railway"].\n'),),
    fixed=(body('The Herald is silent on the railway [@herald2025bridge, no "railway"].\n'),),
)

HEADLINE_QUOTED = Rule(
    code="BG645",
    name="headline-quoted",
    severity=Severity.WARNING,
    summary="a quotation is only the title of its work or a heading",
    means="The words that are quoted for a statement are nothing but the title of the work or one of its headings, and stand nowhere else in the capture. A passage of a correction or a claim may be a headline, and so may one of several quotations of a citation, and words of which the brief says nearby that they are a title or a headline. What is only named goes in emphasis: `*Bridge to Close*`.",
    why="A headline says what a text is about, not what is in it: a ✓ beside it vouches for two words, and readers take it for the statement.",
    flagged=(body("The council closes it, says “Bridge to Close” [@herald2025bridge].\n"),),
    fixed=(
        body(
            "In *Bridge to Close* the Herald says that “the old bridge closes on Monday” [@herald2025bridge].\n"
        ),
    ),
)

CAPTURE_OF_OTHER_WORK = Rule(
    code="BG646",
    name="capture-of-other-work",
    severity=Severity.ERROR,
    summary="a capture is another document than the entry of its work describes",
    means="What a captured document says of itself, in its data, its headings or its first lines, cannot be what the entry says: it has another title and does not name the title, the author or the year of the entry, or it is another edition, or it gives an address at another host and does not name the outlet of the entry. Or its text is in another language than its `language:` or the entry says. A document that does not say what it is is passed over, as are titles in square brackets or in another language than the document, pictures and recordings, and captures that are marked as `truncated` or with `holds: abstract` or `holds: excerpt`.",
    why="Every quotation is then found, in a document that readers are not told of.",
    flagged=(
        works(
            "@report{quay2024, author={{Harbour Board}}, title={Closing of the southern quay}, date={2024}}\n"
        ),
        captured(
            "quay2024:\n  file: seeds/quay.txt\n  sha256: {sha256:seeds/quay.txt}\n"
            "  captured: 2025-05-02\n  language: en\n"
        ),
        File("seeds/quay.txt", "Evaluating interfaces\n\nErgonomists evaluate them in four settings.\n"),
        body("The quay is closed [@quay2024].\n"),
    ),
    fixed=(
        works(
            "@report{quay2024, author={{Harbour Board}}, title={Closing of the southern quay}, date={2024}}\n"
        ),
        captured(
            "quay2024:\n  file: seeds/quay.txt\n  sha256: {sha256:seeds/quay.txt}\n"
            "  captured: 2025-05-02\n  language: en\n"
        ),
        File("seeds/quay.txt", "Closing of the southern quay\n\nThe quay is closed.\n"),
        body("The quay is closed [@quay2024].\n"),
    ),
)

SENTENCE_UNQUOTED = Rule(
    code="BG649",
    name="sentence-unquoted",
    severity=Severity.WARNING,
    summary="a sentence cites a work, and no words of it are quoted for that",
    means='A sentence cites a work in your own words, and no quoted words stand beside the citation or in it. You are warned of it where a brief has more such sentences than `unquoted_sentences` in `mkdocs.yml` allows; without that setting never. Give the passage that it rests on: `[@key, p. 3, "the exact words"]`. A sentence that says what a work does not mention has no passage, and does not count.',
    why="What is retold in other words can be checked only by whoever finds the passage. With it the note shows the words, and they are looked up.",
    flagged=(limited("unquoted_sentences: 0"), body("The bridge closes on Monday [@herald2025bridge].\n")),
    fixed=(
        limited("unquoted_sentences: 0"),
        body('The bridge closes on Monday [@herald2025bridge, "the old bridge closes on Monday"].\n'),
    ),
)

"""What a key says, once YAML has been read."""

from briefgen.rules.rule import CAPTURES, File, Rule, Severity, body, front

UNKNOWN_CHOICE = Rule(
    code="BG123",
    name="unknown-choice",
    severity=Severity.ERROR,
    summary="a value is none of the possible ones",
    means="A value is none of those that its key allows; the finding names them.",
    why="A value that nobody knows would be passed over, and what was meant by it not done.",
    flagged=(front("title: The bridge\ndate: 2025-05-10\nstatus: finished\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\nstatus: published\n"),),
)

NOT_A_DATE = Rule(
    code="BG124",
    name="not-a-date",
    severity=Severity.ERROR,
    summary="a date is not a day of the calendar in ISO 8601",
    means="A date is written as year, month and day, `2025-05-10`, and has to be a day of the calendar.",
    why="`04/05/2025` is a day in April to some and in May to others; a date on a page may not depend on who reads it.",
    flagged=(front("title: The bridge\ndate: 10 May 2025\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\n"),),
)

NOT_A_LANGUAGE = Rule(
    code="BG125",
    name="not-a-language",
    severity=Severity.ERROR,
    summary="a language is not a BCP 47 tag",
    means="A language is written as a tag of BCP 47: `de`, `en-GB`, `zh-Hant-TW`.",
    why="Browsers hyphenate, read aloud and search by that tag, and quotation marks, sentences and negations are read by the rules of its language.",
    flagged=(front("title: The bridge\ndate: 2025-05-10\nlang: english\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\nlang: en\n"),),
)

NOT_A_SHA256 = Rule(
    code="BG126",
    name="not-a-sha256",
    severity=Severity.ERROR,
    summary="a hash is not a SHA-256",
    means="The hash of a capture is a SHA-256: 64 hexadecimal digits, as `sha256sum` prints them and `briefgen capture` writes them.",
    why="The hash is what says that a capture is still the document that was captured.",
    flagged=(
        File(
            CAPTURES,
            "herald2025bridge:\n  file: seeds/herald.txt\n  sha256: 12345\n  captured: 2025-05-02\n  language: en\n",
        ),
    ),
    fixed=(
        File(
            CAPTURES,
            "herald2025bridge:\n  file: seeds/herald.txt\n  sha256: {sha256:seeds/herald.txt}\n"
            "  captured: 2025-05-02\n  language: en\n",
        ),
    ),
)

NOT_AN_ADDRESS = Rule(
    code="BG127",
    name="not-an-address",
    severity=Severity.ERROR,
    summary="a web or mail address is not complete",
    means="A web address needs `http://` or `https://` and a host, a mail address a name, an `@` and a host.",
    why="A browser takes an address without its beginning for a page of this very site, and readers land nowhere.",
    flagged=(body("See [the Herald](//herald.example/bridge) [@herald2025bridge].\n"),),
    fixed=(body("See [the Herald](https://herald.example/bridge) [@herald2025bridge].\n"),),
)

NOT_A_PATH = Rule(
    code="BG128",
    name="not-a-path",
    severity=Severity.ERROR,
    summary="a path does not stay inside the project",
    means="A path is written from the project's folder, with `/`, and may not leave it: not `/home/…`, not `../…`, not `C:\\…`.",
    why="A project has to be whole wherever it is copied to, and no file of your machine may end up on a page.",
    flagged=(
        File(
            CAPTURES,
            "herald2025bridge:\n  file: ../herald.txt\n  sha256: {sha256:seeds/herald.txt}\n"
            "  captured: 2025-05-02\n  language: en\n",
        ),
    ),
    fixed=(
        File(
            CAPTURES,
            "herald2025bridge:\n  file: seeds/herald.txt\n  sha256: {sha256:seeds/herald.txt}\n"
            "  captured: 2025-05-02\n  language: en\n",
        ),
    ),
)

NOT_AN_ID = Rule(
    code="BG129",
    name="not-an-id",
    severity=Severity.ERROR,
    summary="an id cannot be the id of a place",
    means='`where` of an erratum is the id of the box on the page that was changed. An id has no spaces, no quotation marks and none of `#`, `<`, `>` and `&`; a `#` may stand before it, in quotes: `"#river"`.',
    why="Readers follow that id to the place that was wrong, and it has to be a place.",
    flagged=(
        front(
            'title: The bridge\ndate: 2025-05-10\nversion: "1.1"\nupdated: 2025-05-12\nerrata:\n'
            "  - date: 2025-05-12\n    kind: correction\n"
            "    was: closes on Sunday\n    now: closes on Monday\n    where: the first box\n"
        ),
    ),
    fixed=(
        front(
            'title: The bridge\ndate: 2025-05-10\nversion: "1.1"\nupdated: 2025-05-12\nerrata:\n'
            "  - date: 2025-05-12\n    kind: correction\n"
            "    was: closes on Sunday\n    now: closes on Monday\n    where: how-checked\n"
        ),
    ),
)

DATE_TOO_EARLY = Rule(
    code="BG130",
    name="date-too-early",
    severity=Severity.ERROR,
    summary="a brief changed before it was published",
    means="`updated`, or the date of an erratum, is before the `date` on which the brief was published.",
    why="One of the two days is wrong, and both are shown to readers.",
    flagged=(front("title: The bridge\ndate: 2025-05-10\nupdated: 2025-05-01\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\nupdated: 2025-05-11\n"),),
)

SETTING_REFUSED = Rule(
    code="BG131",
    name="setting-refused",
    severity=Severity.ERROR,
    summary="a setting would be printed as code",
    means="Settings are text, and are printed as text, `<` and quotation marks included. A few are HTML on purpose: `copyright` and the notes on feedback. They may hold what raw HTML in a brief may hold. A name of a cookie, the property of a service that counts readers, and `extra.scope` become part of a form or of a script: letters, digits and what stands in addresses is all they need.",
    why="What a theme prints as it is stands on every page, and could run code there.",
    flagged=(File("mkdocs.yml", "site_name: The Example Desk\ncopyright: <img src=x onerror=run()>\n"),),
    fixed=(
        File(
            "mkdocs.yml",
            'site_name: The Example Desk\ncopyright: <a href="https://desk.example/">The Example Desk</a>\n',
        ),
    ),
)

ERRATUM_WITHOUT_VERSION = Rule(
    code="BG132",
    name="erratum-without-version",
    severity=Severity.WARNING,
    summary="a change is recorded, and the version or the day of the brief is as before",
    means="A brief lists an erratum, and says neither another `version` than `1.0` nor, in `updated`, that it was changed on that day. The finding says what to write.",
    why="Whoever quotes the brief names its version and its day; after a change these are to be others, so that two texts never bear one name.",
    flagged=(
        front(
            "title: The bridge\ndate: 2025-05-10\nerrata:\n  - date: 2025-05-12\n    kind: correction\n"
            "    was: closes on Sunday\n    now: closes on Monday\n"
        ),
    ),
    fixed=(
        front(
            'title: The bridge\ndate: 2025-05-10\nversion: "1.1"\nupdated: 2025-05-12\nerrata:\n'
            "  - date: 2025-05-12\n    kind: correction\n"
            "    was: closes on Sunday\n    now: closes on Monday\n"
        ),
    ),
)

DATE_TO_COME = Rule(
    code="BG133",
    name="date-to-come",
    severity=Severity.WARNING,
    summary="a day is still to come",
    means="The `date` of a brief, `updated`, the date of an erratum, `as_of` of a context box or `captured` of a capture is a day that is still to come on this machine; the finding names both. A draft may have one. No page depends on that: only `check`, `compile`, `build` and `serve` look at the clock, and only for this.",
    why="Mostly a year is mistyped. Readers would be told of something that has not happened yet, and the brief would stand above all newer ones.",
    flagged=(front("title: The bridge\ndate: 9025-05-10\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\n"),),
)

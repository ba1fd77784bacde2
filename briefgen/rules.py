"""The single table of rules: everything briefgen can find wrong with an author's files.

Codes are never reused. Names say what is wrong. Families: BG1xx files and their syntax, BG2xx works and
citations, BG3xx quotations and captures, BG4xx output, BG5xx boxes and corrections.
"""

from briefgen.diagnostics import Rule, Severity

_table: list[Rule] = []


def _rule(code: str, name: str, severity: Severity, summary: str) -> Rule:
    rule = Rule(code, name, severity, summary)
    _table.append(rule)
    return rule


# --- files

NO_BRIEFS = _rule("BG100", "no-briefs", Severity.ERROR, "sources/ holds no annotated source file")
NOT_UTF8 = _rule("BG101", "not-utf8", Severity.ERROR, "a text file holds bytes that are not UTF-8")
NUL_CHARACTER = _rule("BG102", "nul-character", Severity.ERROR, "a text file holds a NUL character")
OUTSIDE_PROJECT = _rule(
    "BG103", "outside-project", Severity.ERROR, "a file or folder is a link that leads out of the project"
)
UNREADABLE_FILE = _rule("BG104", "unreadable-file", Severity.ERROR, "a file or folder cannot be read")
UNREADABLE_NAME = _rule("BG105", "unreadable-name", Severity.ERROR, "the name of a file is not UTF-8")
FILE_MISNAMED = _rule(
    "BG106",
    "file-misnamed",
    Severity.ERROR,
    "a file that checks rest on has another name or place than it needs",
)
FILE_PASSED_OVER = _rule("BG107", "file-passed-over", Severity.WARNING, "nothing reads a file of sources/")

# --- yaml

YAML_SYNTAX = _rule("BG110", "yaml-syntax", Severity.ERROR, "a text that should be YAML is not")
YAML_CHARACTER = _rule("BG111", "yaml-character", Severity.ERROR, "a value holds a character without a shape")
YAML_TAG = _rule("BG112", "yaml-tag", Severity.ERROR, "a value begins with a YAML tag")
YAML_ANCHOR = _rule("BG113", "yaml-anchor", Severity.ERROR, "a value is a YAML anchor or alias")
YAML_LOST_TEXT = _rule("BG114", "yaml-lost-text", Severity.ERROR, "YAML takes part of a value for a comment")
YAML_DUPLICATE_KEY = _rule("BG115", "yaml-duplicate-key", Severity.ERROR, "a key stands twice in one place")
YAML_UNKNOWN_KEY = _rule("BG116", "yaml-unknown-key", Severity.ERROR, "a key means nothing in its place")
YAML_MISSING_KEY = _rule("BG117", "yaml-missing-key", Severity.ERROR, "a required key is not there")
YAML_WRONG_TYPE = _rule("BG118", "yaml-wrong-type", Severity.ERROR, "a value is not of the expected type")
YAML_EMPTY_VALUE = _rule("BG119", "yaml-empty-value", Severity.ERROR, "a required value is empty")
YAML_REPEATED_ITEM = _rule("BG120", "yaml-repeated-item", Severity.ERROR, "a list names one thing twice")
MISSING_FRONT_MATTER = _rule(
    "BG121", "missing-front-matter", Severity.ERROR, "a file does not begin with front matter"
)
UNCLOSED_FRONT_MATTER = _rule("BG122", "unclosed-front-matter", Severity.ERROR, "front matter has no end")
UNKNOWN_CHOICE = _rule("BG123", "unknown-choice", Severity.ERROR, "a value is none of the possible ones")
NOT_A_DATE = _rule("BG124", "not-a-date", Severity.ERROR, "a date is not a day of the calendar in ISO 8601")
NOT_A_LANGUAGE = _rule("BG125", "not-a-language", Severity.ERROR, "a language is not a BCP 47 tag")
NOT_A_SHA256 = _rule("BG126", "not-a-sha256", Severity.ERROR, "a hash is not a SHA-256")
NOT_AN_ADDRESS = _rule("BG127", "not-an-address", Severity.ERROR, "a web or mail address is not complete")
NOT_A_PATH = _rule("BG128", "not-a-path", Severity.ERROR, "a path does not stay inside the project")
NOT_AN_ID = _rule("BG129", "not-an-id", Severity.ERROR, "an id cannot be the id of a place")
DATE_TOO_EARLY = _rule("BG130", "date-too-early", Severity.ERROR, "a brief changed before it was published")

# --- markdown

SLUG_TAKEN = _rule("BG150", "slug-taken", Severity.ERROR, "two files give the same address")
SLUG_EMPTY = _rule("BG151", "slug-empty", Severity.ERROR, "a file name leaves nothing for an address")
HTML_REFUSED = _rule(
    "BG152", "html-refused", Severity.ERROR, "raw HTML that is not on the list of harmless tags"
)
FOOTNOTE_UNDEFINED = _rule("BG153", "footnote-undefined", Severity.ERROR, "a footnote mark has no footnote")
FOOTNOTE_UNUSED = _rule("BG154", "footnote-unused", Severity.ERROR, "no mark in the text leads to a footnote")
FOOTNOTE_TWICE = _rule("BG155", "footnote-twice", Severity.ERROR, "two footnotes have the same label")
ADDRESS_REFUSED = _rule(
    "BG157", "address-refused", Severity.ERROR, "a link or an image leads to an address that runs code"
)
CONTEXT_MISPLACED = _rule(
    "BG158", "context-misplaced", Severity.ERROR, "a file of sources/context/ is not named name.language.md"
)
LINK_TO_NOWHERE = _rule(
    "BG160", "link-to-nowhere", Severity.ERROR, "a link or an image leads to no page and no file of the site"
)
ANCHOR_UNKNOWN = _rule(
    "BG161", "anchor-unknown", Severity.ERROR, "a link leads to a place that is not on its page"
)
LINK_ROOT_RELATIVE = _rule(
    "BG162", "link-root-relative", Severity.ERROR, "an address is right only where the site has its own host"
)
LINK_TO_DRAFT = _rule("BG163", "link-to-draft", Severity.ERROR, "a link leads to a brief that is a draft")
IMAGE_WITHOUT_DESCRIPTION = _rule(
    "BG164", "image-without-description", Severity.WARNING, "an image says nothing to those who do not see it"
)
TOPIC_TAKEN = _rule("BG167", "topic-taken", Severity.ERROR, "two topics give the same address")
TOPIC_EMPTY = _rule("BG168", "topic-empty", Severity.ERROR, "a topic leaves nothing for an address")

# --- bibliography

BIBTEX_SYNTAX = _rule("BG210", "bibtex-syntax", Severity.ERROR, "an entry of the bibliography cannot be read")
DUPLICATE_KEY = _rule("BG211", "duplicate-key", Severity.ERROR, "two works have the same citation key")
KEY_CASE = _rule("BG212", "key-case", Severity.ERROR, "two citation keys differ only in upper and lower case")
DUPLICATE_FIELD = _rule("BG213", "duplicate-field", Severity.ERROR, "an entry has the same field twice")
UNDEFINED_STRING = _rule("BG214", "undefined-string", Severity.ERROR, "a bare word names no @string")
BAD_DATE = _rule("BG215", "bad-date", Severity.ERROR, "a date of the bibliography cannot be understood")
BROKEN_CROSSREF = _rule(
    "BG216", "broken-crossref", Severity.ERROR, "a crossref or xdata field leads to no entry, or in a circle"
)
BAD_NAME = _rule("BG217", "bad-name", Severity.ERROR, "a person's name cannot be understood")
UNKNOWN_LATEX = _rule(
    "BG218", "unknown-latex", Severity.WARNING, "a LaTeX command has no plain text and is shown as written"
)
UNKNOWN_LANGUAGE = _rule(
    "BG219", "unknown-language", Severity.WARNING, "the language of a work is not one we know"
)
BAD_ADDRESS = _rule(
    "BG220", "bad-address", Severity.WARNING, "the url or doi of a work is none, and is not linked"
)
DATE_CONFLICT = _rule(
    "BG221", "date-conflict", Severity.WARNING, "date and year (or month, day) of an entry differ"
)

# --- citations

UNKNOWN_KEY = _rule("BG201", "unknown-key", Severity.ERROR, "a citation key is not in the bibliography")
NOT_A_CITATION = _rule(
    "BG202", "not-a-citation", Severity.ERROR, "something looks like a citation and is none"
)
CITATION_IN_HEADING = _rule("BG203", "citation-in-heading", Severity.ERROR, "a citation stands in a heading")
CITATION_IN_LINK = _rule(
    "BG204", "citation-in-link", Severity.ERROR, "a citation stands in the text of a link"
)
CITATION_IN_CITATION = _rule(
    "BG205", "citation-in-citation", Severity.ERROR, "a citation stands in the prefix or suffix of another"
)
UNKNOWN_TRANSLATION = _rule(
    "BG206",
    "unknown-translation",
    Severity.ERROR,
    "translation_of names no brief, or one in the same language",
)

# --- quotations

QUOTATION_MISSED = _rule(
    "BG301", "quotation-not-in-capture", Severity.ERROR, "quoted words are not in the capture of their work"
)
QUOTATION_UNBOUND = _rule("BG302", "quotation-unbound", Severity.WARNING, "quoted words are bound to no work")
QUOTATION_EMPTY = _rule("BG303", "quotation-empty", Severity.ERROR, "a quotation has no words")
EMPHASIS_UNMARKED = _rule(
    "BG304", "emphasis-unmarked", Severity.ERROR, "emphasis in a quotation is not said to be ours"
)
PASSAGE_AMBIGUOUS = _rule(
    "BG305",
    "passage-ambiguous",
    Severity.ERROR,
    "a passage under examination stands more than once in its work",
)
ELISION_OVER_NEGATION = _rule(
    "BG306",
    "elision-over-negation",
    Severity.WARNING,
    "an omission leaves out a word that denies or limits, or a negation across sentences",
)
QUOTATION_CUT_SHORT = _rule(
    "BG307",
    "quotation-cut-short",
    Severity.WARNING,
    "a quotation is cut right beside a word that limits or denies what it says",
)
QUOTATION_VERY_SHORT = _rule(
    "BG308",
    "quotation-very-short",
    Severity.WARNING,
    "a quotation is so short that finding it in its work proves nothing",
)
QUOTATION_UNREADABLE = _rule(
    "BG340",
    "quotation-unreadable",
    Severity.ERROR,
    "a quotation holds what would be shown otherwise than it is looked up",
)
OMISSION_JOINS = _rule(
    "BG341", "omission-joins-parts", Severity.WARNING, "an omission joins parts of two sentences"
)
OMISSION_NOT_JUDGED = _rule(
    "BG342",
    "omission-not-judged",
    Severity.WARNING,
    "an omission is not judged in the language of its capture",
)
QUOTATION_OVER_BOUNDARY = _rule(
    "BG343",
    "quotation-over-boundary",
    Severity.WARNING,
    "a quotation set as one paragraph runs over a heading, a cell or a paragraph of its capture",
)
CAPTURE_MISSING = _rule("BG310", "capture-missing", Severity.ERROR, "the file of a capture is not in seeds/")
CAPTURE_ALTERED = _rule(
    "BG311", "capture-altered", Severity.ERROR, "a capture is not the file its hash was taken of"
)
CAPTURE_OUTSIDE = _rule(
    "BG312", "capture-outside", Severity.ERROR, "the file of a capture does not lie in seeds/"
)
CAPTURE_NOT_TEXT = _rule(
    "BG313", "capture-not-text", Severity.ERROR, "a capture cannot be read as UTF-8 text"
)
CAPTURE_UNKNOWN_WORK = _rule(
    "BG314",
    "capture-of-unknown-work",
    Severity.ERROR,
    "captures.yml names a work that is not in the bibliography",
)
QUOTATION_NOT_CHECKED = _rule(
    "BG324",
    "quotation-not-checked",
    Severity.WARNING,
    "words are quoted from a work without a capture, and nothing says why",
)
CAPTURES_ABSENT = _rule(
    "BG325", "captures-absent", Severity.WARNING, "briefs quote works, and there is no captures.yml"
)
REASON_EMPTY = _rule("BG326", "reason-empty", Severity.ERROR, "a reason that has to be given has no words")

MARK_STRAY = _rule("BG344", "mark-stray", Severity.WARNING, "a quotation mark has no partner")
MARK_UNCLOSED = _rule(
    "BG345",
    "mark-unclosed",
    Severity.ERROR,
    "a quotation mark without a partner opens words before a citation",
)
HTML_QUOTATION = _rule(
    "BG346", "html-quotation", Severity.ERROR, "raw HTML holds a citation, or quoted words that have one"
)

# --- the lock

LOCK_UNREADABLE = _rule(
    "BG330", "lock-unreadable", Severity.ERROR, "a line of verified.lock says nothing that can be used"
)
QUOTATION_STALE = _rule(
    "BG331", "quotation-stale", Severity.ERROR, "quoted words were verified in a capture that was replaced"
)
LOCK_OUTDATED = _rule(
    "BG332", "lock-outdated", Severity.ERROR, "`lock --check`: the lock does not agree with the briefs"
)

# --- coverage

CRITIC_MARKUP_LEFT = _rule(
    "BG335", "criticmarkup-left", Severity.ERROR, "a text that is not a draft has a marked change in it"
)
FIGURE_UNCITED = _rule(
    "BG336", "figure-uncited", Severity.WARNING, "a paragraph has figures or dates and no citation"
)
CAPTURE_UNQUOTED = _rule(
    "BG337", "capture-unquoted", Severity.WARNING, "a captured work is cited and never quoted"
)
ONE_ORIGIN = _rule(
    "BG338", "one-origin", Severity.WARNING, "several works cited together all repeat one of them"
)
EXCERPT_BUDGET = _rule(
    "BG339", "excerpt-budget", Severity.WARNING, "more of a capture is published than the settings allow"
)

CAPTURE_TEXT_ALTERED = _rule(
    "BG316",
    "capture-text-altered",
    Severity.ERROR,
    "the text of a capture is not the one that was extracted from it",
)
CAPTURE_DAMAGED = _rule(
    "BG317", "capture-damaged", Severity.ERROR, "a document to be captured is damaged or cut off"
)
CAPTURE_ENCRYPTED = _rule(
    "BG318", "capture-encrypted", Severity.ERROR, "a document to be captured is encrypted"
)
CAPTURE_WITHOUT_TEXT = _rule(
    "BG319", "capture-without-text", Severity.ERROR, "a document to be captured holds no text"
)
CAPTURE_FORMAT = _rule(
    "BG320", "capture-format", Severity.ERROR, "a document to be captured is of a kind that cannot be read"
)
CAPTURE_ENCODING = _rule(
    "BG321", "capture-encoding", Severity.ERROR, "the encoding of a document to be captured is not known"
)
CAPTURE_PAGE_UNCLEAR = _rule(
    "BG322", "capture-page-unclear", Severity.ERROR, "which page of a web archive is meant is not clear"
)
IMPORT_UNREADABLE = _rule(
    "BG323", "import-unreadable", Severity.ERROR, "a file to be imported holds no annotations that we know"
)

# --- output

FILE_IN_THE_WAY = _rule(
    "BG400", "file-in-the-way", Severity.ERROR, "a hand-written file stands where a generated page belongs"
)
COLLIDING_PAGES = _rule("BG401", "colliding-pages", Severity.ERROR, "two generated pages have one address")

CARD_FONT_UNUSABLE = _rule(
    "BG402", "card-font-unusable", Severity.ERROR, "a font for social cards is not there or is no font"
)
CARD_LETTERS_MISSING = _rule(
    "BG403", "card-letters-missing", Severity.WARNING, "no font has the letters of a social card"
)

# --- dialects

READS_DIFFERENTLY = _rule(
    "BG410",
    "reads-differently",
    Severity.ERROR,
    "the site's builder would show a text in another way than it is written",
)

# --- boxes

BOX_UNKNOWN = _rule("BG500", "box-unknown", Severity.ERROR, "a box is of a kind that does not exist")
BOX_UNCLOSED = _rule("BG501", "box-unclosed", Severity.ERROR, "a box is never closed")
FENCE_STRAY = _rule("BG502", "fence-stray", Severity.ERROR, "a line of colons opens and closes no box")
ATTRIBUTE_UNKNOWN = _rule(
    "BG503", "attribute-unknown", Severity.ERROR, "an attribute means nothing in its place"
)
VERDICT_UNKNOWN = _rule(
    "BG504", "verdict-unknown", Severity.ERROR, "a verdict is missing or is none of the possible ones"
)
KEYPOINTS_LATE = _rule("BG505", "keypoints-late", Severity.ERROR, "key points do not stand first")
TRANSLATION_MISPLACED = _rule(
    "BG506",
    "translation-misplaced",
    Severity.ERROR,
    "a translation does not stand directly after a bound block quote",
)
FINDING_WITHOUT_PASSAGE = _rule(
    "BG507", "finding-without-passage", Severity.ERROR, "a correction or claim quotes no passage first"
)
FINDING_WITHOUT_STATEMENT = _rule(
    "BG508", "finding-without-statement", Severity.ERROR, "a correction or claim says nothing of its passage"
)
PASSAGE_UNBOUND = _rule(
    "BG509", "passage-unbound", Severity.ERROR, "a passage of a correction or claim belongs to no work"
)
CORRECTION_WITHOUT_EVIDENCE = _rule(
    "BG510",
    "correction-without-evidence",
    Severity.ERROR,
    "a correction cites no work but the one it corrects",
)
FINDING_MISPLACED = _rule(
    "BG511", "finding-misplaced", Severity.ERROR, "a correction or claim stands in a reusable context box"
)
INCLUDE_UNKNOWN = _rule(
    "BG512", "include-unknown", Severity.ERROR, "an included context box does not exist in this language"
)
INCLUDE_NOT_EMPTY = _rule(
    "BG513", "include-not-empty", Severity.ERROR, "a box that includes another has text of its own"
)
MARK_WITHOUT_BOX = _rule(
    "BG514", "mark-without-box", Severity.ERROR, "a mark in a quotation leads to no box of the brief"
)
ID_TAKEN = _rule("BG515", "id-taken", Severity.ERROR, "two boxes of a brief have the same id")
ID_UNFIT = _rule("BG516", "id-unfit", Severity.ERROR, "the id of a box cannot stand in an address")

RULES: tuple[Rule, ...] = tuple(sorted(_table, key=lambda rule: rule.code))

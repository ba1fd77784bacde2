"""The classes of what generated pages hold.

Beside these, an element may have the name of a value for its class: of a kind of box, a verdict, the status
of a brief. Classes that only the theme's scripts make are not here.
"""

# Quoted words, and what is said of them where they stand.
QUOTATION = "quotation"
UNCHECKED = "unchecked"
"""Of quoted words that nobody looked up."""
FOUND = "found"
"""The mark behind words that were found."""
NOT_CHECKED = "not-checked"
"""The mark behind words that nobody looked up, and what says so."""
ATTRIBUTION = "attribution"
TRANSLATED = "translated"
TRANSLATION = "translation"
TRANSLATION_OF = "translation-of"
EVIDENCE = "evidence"
CITED_IN_FULL = "cited-in-full"
CITED_IN_TEXT = "cited-in-text"
SMALL_CAPS = "small-caps"

# Boxes.
BOX = "admonition"
BOX_TITLE = "admonition-title"
BOX_KIND = "box-kind"
AS_OF = "as-of"
ERRATUM = "erratum"
CHANGED = "changed"
"""What says at a place that it was changed after publication."""
VERDICT = "verdict"

# The rest of a text.
CAPTIONED = "captioned"
EARLIER_ID = "earlier-id"
"""An id that a heading had before, and that still leads to it."""
FORMULA = "formula"
FORMULA_APART = "formula-apart"
ITEM = "item"

# The page of a brief.
STANDFIRST = "standfirst"
BRIEF_STATUS = "brief-status"
EXAMINED = "examined"
BYLINE = "byline"
STATUS = "status"
TOPIC = "topic"
TOPICS = "topics"
LABEL = "label"
CHECKS = "checks"
STATE_FOUND, STATE_UNCHECKED, STATE_UNBOUND = "state-found", "state-unchecked", "state-unbound"
CHECK_VERSION = "check-version"
WRONG = "wrong"
RIGHT = "right"
BAR = "brief-bar"
"""The bar at the foot of the window, which leads to the corrections."""
NO_INTENT = "no-intent"
SOURCE_LIST = "source-list"
SOURCE_STATE = "source-state"
CITED_AT = "cited-at"
EXPORTS = "exports"
CITE_AS = "cite-as"

# The page of a work, and its card on that of a brief.
WORK_CARD = "work-card"
WORK_KEY = "work-key"
PASSAGE = "passage"
PASSAGE_PICTURE = "passage-picture"
ORIGINAL_AND_TRANSLATION = "original-and-translation"
TRANSLATIONS = "translations"
FULL_TEXT = "full-text"

# Lists.
ENTRY = "entry"
GROUP = "group"
BRIEF_LIST = "brief-list"
BRIEF_ENTRY = "brief-entry"
ENTRY_TITLE = "entry-title"
ENTRY_LINE = "entry-line"
MARKS = "marks"
CORRECTION_LIST = "correction-list"
TOPIC_LIST = "topic-list"
EVENTS = "events"
EVENT_DAY = "event-day"
EVENT_KIND = "event-kind"
FILTERS = "filters"
FILTER_RESULT = "filter-result"
FILTER_COUNT = "filter-count"
FILTER_NONE = "filter-none"

# Ways to other pages.
UP = "up"
NEIGHBOURS = "neighbours"
EARLIER, LATER = "earlier", "later"
PERIODS = "periods"
JUMP = "jump"

# Drawings.
CHART = "chart"
TIMES = "times"
KEY = "key"
AXIS = "axis"
BAR_FOUND, BAR_UNCHECKED, BAR_UNBOUND = "bar-found", "bar-unchecked", "bar-unbound"
STRIP = "strip"
BAR_EXAMINED, BAR_PASSED_OVER = "bar-examined", "bar-passed-over"
BAR_SOURCE, BAR_BRIEF = "bar-source", "bar-brief"

UNREAD = frozenset({TIMES, EARLIER, STATE_UNBOUND, BYLINE, STRIP})
"""Nothing of ours reads these: they tell what stands beside others of their sort, for styles of one's own."""

# What others make, and our search, guard, styles and scripts know.
FOOTNOTES = "footnote"
"""Python-Markdown: the list of notes."""
FOOTNOTE_MARK = "footnote-ref"
FOOTNOTE_BACK = "footnote-backref"
PERMALINK = "headerlink"
HIGHLIGHTED = "highlight"
SKIP_LINK, SOURCE_FILE, TAGS = "md-skip", "md-source-file", "md-tags"
"""Material."""

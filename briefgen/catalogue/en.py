"""English."""

from briefgen.catalogue.theme_words import ThemeWords
from briefgen.catalogue.words import Words
from briefgen.model.brief import ErratumKind, Status
from briefgen.model.capture import UrlStatus
from briefgen.model.finding import FindingVerdict

EN = Words(
    language="en",
    theme=ThemeWords(
        permalink="Link to this place",
        back_to_text="Back to footnote {number} in the text",
        close="Close",
        search="Search",
        search_hint="Finds other forms of a word, parts of long German words, and every language of this site. “Words in "
        "quotation marks” are looked for as they stand.",
        search_keys_move="move",
        search_keys_open="open",
        search_keys_close="close",
        search_keys_enter="Enter",
        search_loading="Searching …",
        search_one="1 result",
        search_many="{count} results",
        search_more="More results",
        search_none="Nothing found for “{query}”.",
        search_none_filtered="Nothing fits these filters.",
        search_drop="Search without filters",
        search_failed="The search could not be loaded. Are you online?",
        search_again="Try again",
        search_filters="Filters",
        search_remove="Remove the filter {filter}",
        search_any="Any",
        search_kind="Kind",
        search_lang="Language",
        search_topic="Topic",
        search_year="Year",
        search_verdict="Verdict",
        search_work="Cites the source",
        search_citing="Briefs that cite it",
        search_kind_brief="Brief",
        search_kind_footnotes="Footnote",
        search_kind_work="Source",
        search_kind_passages="Quoted passage",
        search_kind_page="Page",
    ),
    quotation_marks=("“", "”"),
    status={Status.DRAFT: "Draft", Status.PUBLISHED: "Published", Status.WITHDRAWN: "Withdrawn"},
    corrected="Corrected",
    version="Version {version}",
    updated="updated {date}",
    reading_time="{minutes} min read",
    read_in="Also in",
    topics="Topics",
    withdrawn_notice="This brief has been withdrawn. It stays here so that links to it do not break; do not rely on it.",
    erratum_notice="{kind} of {date}: this version differs from an earlier one.",
    erratum_link="What changed",
    erratum_kind={
        ErratumKind.CORRECTION: "Correction",
        ErratumKind.CLARIFICATION: "Clarification",
        ErratumKind.UPDATE: "Update",
        ErratumKind.RETRACTION: "Retraction",
    },
    box_kind={
        "keypoints": "Key points",
        "context": "Context",
        "translation": "Translation",
        "correction": "Correction",
        "claim": "Finding",
        "note": "Note",
    },
    as_of="As of {date}",
    our_translation="Our translation",
    translation_of="Translation by {work}",
    marked_at="see the note on these words",
    work_examined="The work examined",
    works_examined="The works examined",
    card_outlet="Published by",
    card_title="Title",
    card_author="Author",
    card_date="Date",
    card_language="Language",
    card_obtained="How we have it",
    card_captured="Captured on",
    card_hash="SHA-256 of the capture",
    card_link="Link",
    card_archive="Archived copy",
    card_archive_link="open the archived copy",
    card_text="Text",
    text_by={
        "hand": "typed by hand from the capture",
        "ocr": "read by machine (OCR) from the capture",
        "extraction": "extracted from the capture by a program",
    },
    truncated="The capture is not the whole work.",
    no_author="not named",
    url_status={
        UrlStatus.LIVE: "live when captured",
        UrlStatus.DEAD: "dead",
        UrlStatus.DELETED: "deleted by its publisher",
        UrlStatus.UNFIT: "leads to something else now",
        UrlStatus.MISSING: "missing",
    },
    link_missing_because="No link: the text ends in a bare {line}",
    link_missing="No link is known",
    details_of_work="All about this source",
    what_is_wrong="What is wrong in the work",
    as_printed="As printed",
    what_is_right="What is right",
    evidence="Evidence",
    verdict="Verdict",
    to_the_box="more",
    verdicts={
        FindingVerdict.FALSE: "False",
        FindingVerdict.MISLEADING: "Misleading",
        FindingVerdict.IMPRECISE: "Imprecise",
        FindingVerdict.OUT_OF_CONTEXT: "Out of context",
        FindingVerdict.UNVERIFIABLE: "Unverifiable",
        FindingVerdict.LOADED: "Loaded wording",
        FindingVerdict.CORRECT: "Correct",
    },
    verdict_meanings={
        FindingVerdict.FALSE: "The passage states something that the evidence contradicts.",
        FindingVerdict.MISLEADING: "Each word may be true, but the passage leads to a wrong conclusion.",
        FindingVerdict.IMPRECISE: "The passage is right in the main and wrong, or too vague, in a detail that matters.",
        FindingVerdict.OUT_OF_CONTEXT: "The passage is true of something else than what it is said of.",
        FindingVerdict.UNVERIFIABLE: "Nothing we found confirms or contradicts the passage, or it names no one who could.",
        FindingVerdict.LOADED: "The passage judges by its choice of words instead of saying who judges, and why.",
        FindingVerdict.CORRECT: "The evidence supports the passage.",
    },
    no_intent="An error is no evidence of intent.",
    footnotes="Footnotes",
    quoted="Quoted",
    found_in_capture="verified in the capture",
    found_short="These words stand in our capture of the source",
    not_checked="not checked: no capture",
    locators={
        "page": ("p.", "pp."),
        "chapter": ("chap.", "chaps."),
        "section": ("sec.", "secs."),
        "paragraph": ("para.", "paras."),
        "margin": ("marginal no.", "marginal nos."),
        "article": ("art.", "arts."),
        "volume": ("vol.", "vols."),
        "issue": ("no.", "nos."),
        "column": ("col.", "cols."),
        "line": ("l.", "ll."),
        "verse": ("v.", "vv."),
        "figure": ("fig.", "figs."),
        "table": ("table", "tables"),
        "appendix": ("app.", "apps."),
        "note": ("n.", "nn."),
        "folio": ("fol.", "fols."),
        "part": ("pt.", "pts."),
        "book": ("bk.", "bks."),
        "timestamp": ("at", "at"),
    },
    sources="Sources",
    sources_intro="Everything the briefs of this site cite, with the passages quoted from it.",
    captured="captured",
    not_captured="no capture",
    passages_quoted="{count} quoted",
    how_checked="How this was checked",
    checked_all="**{verified} of {checkable}** quotations that could be looked up were found, letter for letter, in "
    "their captures.",
    checked_last="Last verified on {date}.",
    checked_unchecked="Not checked, because we hold no capture of their source: {count}.",
    checked_unbound="In quotation marks and bound to no source: {count}.",
    checked_none="This brief quotes no source of which we hold a capture.",
    check_version="briefgen {version}, fold {fold}",
    verified_means="“Verified” means: these words stand in this capture. It does not mean that they are true, that "
    "they are fairly chosen, or that the capture is genuine.",
    more_on_method="How we work",
    cite="Cite this brief",
    license="Licence: {license}. Quoted words remain the property of their authors.",
    report_error="Report an error",
    report_text="Something wrong here? Please tell us; we correct in the open.",
    report_link="Report an error in this brief",
    report_subject="Error in “{title}”, version {version}",
    errata="Errata and version history",
    errata_none="Nothing has been changed since this brief was published.",
    first_published="First published",
    was="Was",
    now="Now",
    passages="Quoted passages",
    passages_intro="Each passage is shown in its sentence, as it stands in the capture.",
    no_passages="No words of this source are quoted.",
    quoted_in="Quoted in",
    cited_in="Cited in",
    note_on_work="Note",
    not_shown="The words are not shown here.",
    full_text="Full text of the capture",
    briefs="Briefs",
    briefs_intro="All published briefs, the newest first.",
    no_briefs="Nothing is published yet.",
    corrections="Corrections",
    corrections_intro="Passages of the works we examined that are wrong, and what is right. An error is no evidence of "
    "intent. Errors of our own stand under [Errata]({errata}).",
    no_corrections="No corrections yet.",
    errata_title="Errata",
    no_errata="Nothing has been corrected yet.",
    errata_intro="Every change to a published brief that alters what it says.",
    errata_policy="How we correct ourselves",
    errata_policy_text="""- We correct errors as soon as we know of them, say what was wrong and what is right, and keep the \
date.
- A corrected brief says so above its first line and lists every change at its end: what it said, and what it says \
now.
- A **correction** mends a wrong fact, a **clarification** something true that misled, an **update** adds what has \
become known since, a **retraction** withdraws a statement or a brief.
- Spelling and layout are mended without notice. Nothing else is.
- Nothing is deleted: a withdrawn brief keeps its address and says that it is withdrawn.""",
    method="Method",
    method_text="""Every brief on this site cites its sources in footnotes, and every quotation is tied to the work it was \
taken from.

## What “verified” means { #verified }

Of a work we quote we keep a **capture** where we can: the document exactly as it was obtained, pinned by its SHA-256 \
hash. Whenever the site is built, each quotation is looked up in the capture, **letter for letter**. A brief with a \
quotation that is not there is not published.

Only differences of presentation are passed over: line breaks and spaces, the shape of quotation marks and dashes, soft \
hyphens, ligatures. Case, accents, numbers and every word must be the same. `[…]` marks an omission, `[words]` in \
brackets are ours.

“Verified” means: these words stand in this capture. It does **not** mean that they are true, that they are fairly \
chosen, or that the capture is genuine. A quotation from a work without a capture is shown as *not checked*, and never \
counted as verified.

## Whose words { #words }

Quoted words carry the language they were written in. A translation next to a quotation is ours unless it says \
otherwise. Links inside a quotation are our marks: they lead to what is said of the marked words.""",
    verdict_legend="Verdicts",
)

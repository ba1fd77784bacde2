"""English: the texts of several paragraphs, in Markdown."""

ERRATA_POLICY = """- A brief with a recorded change says so above its first line and lists the change at its end: the \
date, what it said, and what it says now. This page lists them all.
- A **correction** mends a wrong fact, a **clarification** something true that misled, an **update** adds what has \
become known since, a **retraction** withdraws a statement or a brief.
- A withdrawn brief stays at its address and says that it is withdrawn.
- What nobody recorded, this page cannot show."""

METHOD = """The briefs on this site cite their sources in footnotes. What they quote is bound to the source it is taken from.

## What “verified” means { #verified }

Of a source we quote we keep a **copy** where we can: the document as it was obtained, pinned by its SHA-256 \
hash. Whenever the site is built, each quotation that is bound to such a source is looked up in the copy, **letter for \
letter**. A brief with one that is not there is not published.

Only differences of presentation are passed over: line breaks and spaces, the shape of quotation marks, dashes and joined \
letters, hyphens at line ends, a comma or full stop on the other side of a closing mark, and points that readers of Arabic, \
Hebrew and Russian can do without. Case, accents, numbers and every word must be the same. `[…]` marks an omission; words \
and letters in `[` `]` are ours, and a letter there may have had the other case.

“Verified” means: these words stand in this copy. It does **not** mean that they are true, that they are fairly \
chosen, or that the copy is genuine.

## What the signs say { #signs }

✓ behind quoted words
:   They were found in our copy of the source. The sign leads to the passage.

○ and a dotted line
:   They were **not checked**, because we hold no copy of the source. The sign leads to the page of the source.

neither
:   Words in quotation marks without a sign are our own, our translation of words that the footnote has, or bound to no \
source. They were not checked.

The first lines of each brief count what was found and what was not checked; its part “How this was checked” names the \
sources without a copy, and the reasons that we give for cuts and omissions.

## What is said of statements { #statements }

A footnote also says which numbers, dates and names of its sentence were **found in our copy**, as they are written here or \
in another form (*5,000* is *five thousand*), and which were **not found**. What our copy has only in part, such as a day \
without its year, is named as that. A statement **was not compared** where it has no number, date or name that our checks are \
sure of, and **was not checked** where we hold no whole copy, or the checks do not know a language.

Found numbers do **not** mean that the sentence is true: they may stand there and belong to something else, and nothing but \
them was compared. Where a brief says that a source does not mention a word, the footnote says how many words of our copy \
were searched for it and its forms; other words for the same thing were not looked for.

## Whose words { #words }

Quoted words carry the language they were written in. A translation next to a quotation is ours unless it says \
otherwise. Links inside a quotation are our marks: they lead to what is said of the marked words."""

CORRECTIONS_INTRO = "Passages of the reports we examined that are wrong, and what is right. An error is no evidence of intent. Errors of our own stand under [Errata]({errata})."

VERIFIED_MEANS = "“Verified” means: these words stand in this copy. It does not mean that they are true, that they are fairly chosen, or that the copy is genuine."

DRAFT_NOTICE = "This is a draft: it is not published, and may be wrong. Please do not link to it or quote it."

WITHDRAWN_NOTICE = (
    "This brief has been withdrawn. It stays here so that links to it do not break; do not rely on it."
)

PASSAGES_NOT_CHECKED = "We hold no copy of this source, so these words were not looked up. They stand here as the briefs have them."

SEARCH_HINT = (
    "Finds other forms of a word, parts of long German words, and every language of this site. “Words in "
    "quotation marks” are looked for as they stand."
)

CHART_MOST = {
    "month": "{what}, at most {count} a month",
    "year": "{what}, at most {count} a year",
    "decade": "{what}, at most {count} a decade",
}

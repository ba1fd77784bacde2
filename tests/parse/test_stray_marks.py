"""A quotation mark without a partner, and a quotation in raw HTML, is never passed over."""

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.parse.checks import html_quotations, stray_marks
from tests.parse.reading import found_by

# What is found, as the mark or the whole place and the works that the message names.
MARKS = {
    "It was “a phrase [@a].": ["mark-unclosed “ `a`"],
    "It was “a phrase [@a; @b].": ["mark-unclosed “ `a`, `b`"],
    "It was “a phrase @a says.": ["mark-unclosed “ `a`"],
    "It was “a phrase. It was two [@a].": ["mark-unclosed “ `a`"],
    "It was *“a phrase* [@a].": ["mark-unclosed “ `a`"],
    "It was („ein Satz) [@a].": ["mark-unclosed „ `a`"],
    "It was ,,a phrase [@a].": ["mark-unclosed ,, `a`"],
    "It was <q>a phrase [@a].": ["mark-unclosed <q> `a`"],
    "It was a phrase” [@a].": ["mark-stray ”"],
    'It was a phrase" [@a].': ['mark-stray "'],
    "It was “a phrase.": ["mark-stray “"],
    "It was “he said “no” and [@a].": ["mark-stray “"],
    "“Yes” [@a] and “no.": ["mark-stray “"],
    "The “old bridge” and “the new [@a].": ["mark-unclosed “ `a`"],
    "[The “old]{.own} bridge” [@a]": ["mark-unclosed “ `a`", "mark-stray ”"],
    "# A “heading": ["mark-stray “"],
    "- “a [@a]\n- b” [@b]": ["mark-unclosed “ `a`", "mark-stray ”"],
    "| “a | [@a] |\n|---|---|": ["mark-stray “"],
    "[@a, “words]": ["mark-unclosed “ `a`"],
    "[see “x” and y” in @a]": ["mark-stray ”"],
    "::: note\n## “Title\nx\n:::": ["mark-stray “"],
    "“Yes\n\n- x\n\nno” [@b]": ["mark-stray “", "mark-stray ”"],
    "“Yes\n\n“no” [@a]": [],
    "„Yes\n\nno“ [@a]": [],
    "> “Yes [@a]\n\n> no” [@a]": [],
    'He is 6" tall; ’tis “so” [@a].': [],
    '| 5 | " |\n|---|---|': [],
    'He is 5\'10" and “a 12" pipe” [@a].': [],
}


def found(text: str, language: str = "") -> list[Diagnostic]:
    return found_by([stray_marks.CHECK], text, language)


def works(message: str) -> str:
    """The keys that a message names."""
    return ", ".join(f"`{key}`" for key in message.split("`")[1::2])


@pytest.mark.parametrize("text", MARKS)
def test_marks(text: str) -> None:
    assert [f"{one.rule.name} {one.span.text} {works(one.message)}".rstrip() for one in found(text)] == MARKS[
        text
    ]


def test_titles_are_no_quotations_where_the_language_says_so() -> None:
    assert not found("他读《三国 [@a]", "zh")
    assert not found("It is 《a [@a]")


HTML = {
    "<p>It says “a phrase” [@a].</p>": ["html-quotation `a`"],
    "<p>It says a phrase [see @a, p. 3; @b].</p>": ["html-quotation `a`"],
    "<p>As @a says, “a phrase”.</p>": ["html-quotation `a`"],
    "<details><summary>“a phrase” [@a]</summary>x</details>": ["html-quotation `a`"],
    "<blockquote>A phrase.</blockquote>\n\n[@a]": ["html-quotation `a`"],
    "<blockquote>A phrase.</blockquote>\n\n— [@a; @b]": ["html-quotation `a`, `b`"],
    "<blockquote>\n\nA phrase.\n\n</blockquote>\n\n[@a]": ["html-quotation `a`"],
    "<blockquote>\n\nA phrase [@a].\n\n</blockquote>": ["html-quotation `a`"],
    "As the paper says [@a]:\n\n<blockquote>A phrase.</blockquote>": ["html-quotation `a`"],
    "<BLOCKQUOTE>A phrase [@a]</BLOCKQUOTE>": ["html-quotation `a`"],
    "Well, <blockquote>a phrase</blockquote> [@a].": ["html-quotation `a`"],
    "<blockquote>A phrase.</blockquote>\n\nThen it rained [@a].": ["quotation-unbound"],
    "<blockquote>A phrase.</blockquote>": ["quotation-unbound"],
    "<p>He said “yes”.</p>": ["quotation-unbound"],
    "<div>\n<q>yes</q>\n</div>": ["quotation-unbound"],
    "Well, <blockquote>a phrase</blockquote>.": ["quotation-unbound"],
    "<p>Follow @handle, write to a@b.org.</p>": [],
    '<p>A 6" pipe, ’tis the soldiers’.</p>': [],
    "<pre>“x” [@a]</pre>": [],
    "<!-- “x” [@a] -->": [],
    '<div title="x" id="y">\n\n“Yes” [@a].\n\n</div>': [],
    "> <q>x</q> [@a]": [],
}


@pytest.mark.parametrize("text", HTML)
def test_html(text: str) -> None:
    findings = found_by([html_quotations.CHECK], text)
    assert [f"{one.rule.name} {works(one.message)}".rstrip() for one in findings] == HTML[text]

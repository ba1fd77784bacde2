"""Figures that come out the same on every machine, computed anew whenever the page is compared: as tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from babel import Locale

from briefgen.excerpts import excerpt
from briefgen.model.capture import Capture, CaptureRecord, Publish
from briefgen.pipeline import Run
from briefgen.text import TextFile
from tests.dialects import test_documents
from tests.dialects.reading import DATA, examples
from tests.dialects.test_specifications import REFUSED
from tests.matching import test_mutations
from tests.matching.corpus import LANGUAGES, corpus
from tests.matching.test_context_cases import TABLES
from tests.repository import ROOT
from tests.site import test_shown_words
from tests.site.search.probes import read_probes
from tests.sweep import SWEEP
from tests.test_sentences import LINES, keeps_whole

SPECIFICATIONS = {
    "commonmark-0.31.2.json": "CommonMark 0.31.2",
    "gfm-0.29.json": "GFM 0.29: tables, task lists, strikethrough",
}
DECLARATION = LANGUAGES[:8]
WORDS, CHOSEN = 6, 1000

Row = Sequence[object]


def table(*rows: Row) -> str:
    """A table in Markdown; the first row is its head."""
    head, *others = ("| " + " | ".join(map(_cell, row)) + " |" for row in rows)
    return "\n".join([head, "|---" * len(rows[0]) + "|", *others])


def specifications() -> str:
    """How many examples of each specification are shown as it says: all but those that are refused, as
    `test_specifications` holds."""
    rows = []
    for name, refused in REFUSED.items():
        of = len(examples(name))
        rows.append((SPECIFICATIONS[name], f"{of - sum(map(len, refused.values()))} of {of}", 0))
    return table(("specification", "shown as it says", "silently different"), *rows)


def refusals() -> str:
    """By which findings the others are refused."""
    rows: list[Row] = []
    for name, refused in REFUSED.items():
        numbers = sorted(((len(of), rule) for rule, of in refused.items()), reverse=True)
        rows += [(SPECIFICATIONS[name].partition(" ")[0], f"`{rule}`", number) for number, rule in numbers]
    return table(("specification", "refused with", "examples"), *rows)


def sentences() -> str:
    """How many of the hard sentences are kept whole, in each language that a brief may say it has."""
    names = {"de": "German", "en": "English", "": "unknown"}
    rows = [
        (name, f"{sum(keeps_whole(line, language) for line in LINES)} of {len(LINES)}")
        for language, name in names.items()
    ]
    return table(("language of the brief", "sentences kept whole"), *rows)


def quoted() -> str:
    """Of how many found quotations readers are shown their whole sentences, for each captured work."""
    verified = Run(ROOT).verified
    whole: dict[str, list[bool]] = {}
    for quotation in (one for brief in verified.briefs for one in brief.quotations):
        for check in quotation.checks:
            if check.capture is not None and check.verdict is not None:
                capture = verified.captures.numbered(check.key, check.capture)
                if capture.record.publish is not Publish.NONE:
                    whole.setdefault(check.key, []).append(_in_whole_sentences(capture, check.ranges))
    rows = [(f"`{key}`", len(shown), share(shown)) for key, shown in sorted(whole.items())]
    return table(("work", "quotations found", "in whole sentences"), *rows)


def declaration() -> str:
    """The same of random words of the Declaration of Human Rights."""
    rows = []
    for language in DECLARATION:
        lines = (DATA / "declaration" / f"{language}.txt").read_text("utf-8").splitlines()
        nowhere = TextFile("captures.yml", "").span(0, 0)
        record = CaptureRecord("d", nowhere, "d.txt", nowhere, "", nowhere, "2025", language)
        capture = Capture(record, "\n\n".join(line for line in lines if line))
        shown = [_in_whole_sentences(capture, [place]) for place in _some_words(capture.text, language)]
        rows.append((_english(language), share(shown)))
    return table(("language", "in whole sentences"), *rows)


def context() -> str:
    """How many cuts and omissions the tests hold, whose verdicts were decided by hand."""
    warned, silent = (sum(len(one["warn"]) for one in TABLES), sum(len(one["silent"]) for one in TABLES))
    languages = len({one["lang"] for one in TABLES})
    return table(
        ("languages", "must be warned of", "must raise nothing"),
        (languages, warned, silent),
    )


def tried() -> str:
    """How many things the tests make by themselves, in a run of the suite and in the sweep."""
    (factor,) = map(int, re.findall(r"BRIEFGEN_SWEEP=(\d+)", (ROOT / ".ci/sweep").read_text("utf-8")))
    documents, changes = test_documents.EXAMPLES // SWEEP, test_mutations.EACH // SWEEP * len(LANGUAGES)
    return table(
        ("what is made", "in a run of the suite", "in the sweep"),
        ("documents, shown as markdown-it shows them or with a finding", documents, documents * factor),
        ("quotations with ✓, read by Chromium", test_shown_words.SUITE, test_shown_words.SWEEPING),
        ("quotations set in another typography, all found", changes, changes * factor),
        ("quotations with other content, all refused", changes, changes * factor),
    )


def texts() -> str:
    """How much text quotations are changed in."""
    size = sum(len(corpus(language).text.encode()) for language in LANGUAGES)
    return table(("languages", "text"), (len(LANGUAGES), f"{size / 2**20:.1f} MiB"))


def probes() -> str:
    """How many probes the search is asked, by what is hard about them."""
    every = read_probes()
    kinds = sorted({probe.category for probe in every})
    rows = [(kind, sum(probe.category == kind for probe in every)) for kind in kinds]
    return table(("what is asked", "probes"), *rows, ("all", len(every)))


def share(values: Sequence[bool]) -> str:
    return f"{100 * sum(values) / len(values):.0f} %"


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _english(language: str) -> str:
    return str(Locale.parse("en").languages[language])


def _in_whole_sentences(capture: Capture, ranges: Iterable[tuple[int, int]]) -> bool:
    return all(stretch.begins and stretch.ends for stretch in excerpt(capture, ranges))


def _some_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Places of a few words side by side, or of as many characters where nothing stands between words."""
    choose = Random(language)
    word = r"\w" if language == "zh" else r"\S+"
    every = (list(re.compile(word).finditer(text, *line.span())) for line in re.finditer(r".+", text))
    paragraphs = [words for words in every if len(words) >= WORDS]
    for _ in range(CHOSEN):
        words = choose.choice(paragraphs)
        first = choose.randint(0, len(words) - WORDS)
        yield words[first].start(), words[first + WORDS - 1].end()

"""The page of all figures, docs/dev/figures.md: `python -m tests.figures.page --update` writes it.

What is computed is computed anew; what was measured stands in benchmarks/recorded, by
`python -m benchmarks.record`.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.record import kept
from tests.figures import computed
from tests.repository import ROOT

PAGE = ROOT / "docs/dev/figures.md"

HEAD = """\
# Figures

No figure on this site is typed. Those that come out the same on every machine are **computed**: a test
computes them anew, and fails where this page says something else. Times, and bytes that a browser counts, are
**measured**, each by one run of a command, whose output is shown as it was printed, with its day and its
machine. The load says how much else the machine had to do: above the number of its cores, times are longer
than they need to be, while what was measured side by side is still comparable. This renews what stands here:

```sh
.venv/bin/python -m benchmarks.record NAME          # measures anew; without a name it lists them
.venv/bin/python -m tests.figures.page --update     # writes this page
```
"""


@dataclass(frozen=True)
class Section:
    """A subject: its heading and anchor, what its figures are about, and what computes or recorded them.

    Of what is named in `closing`, too, the last paragraph of the output is shown.
    """

    title: str
    anchor: str
    about: str
    computed: tuple[Callable[[], str], ...] = ()
    recorded: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()

    def text(self) -> str:
        """The section in Markdown."""
        parts = [f"## {self.title} {{#{self.anchor}}}", self.about]
        parts += [compute() for compute in self.computed]
        for name in self.recorded:
            record = kept(name)
            parts.append(f"`{record.command}`. {record.circumstances}")
            if record.output:
                parts.append(_shown(record.output, is_closing=name in self.closing))
        return "\n\n".join(parts)


def _shown(output: str, *, is_closing: bool) -> str:
    """What was printed; as it stands where it is a table in Markdown."""
    shown = output.rstrip("\n")
    if is_closing:
        shown = shown.rpartition("\n\n")[2]
    return shown if shown.startswith("| ") else f"```text\n{shown}\n```"


SECTIONS = (
    Section(
        "The examples of the specifications",
        "specifications",
        "Computed from what `tests/dialects/test_specifications.py` holds. "
        "[Dialects](dialects.md#one-text-one-meaning) says what the refused examples are.",
        (computed.specifications, computed.refusals),
    ),
    Section(
        "Sentences",
        "sentences",
        "Computed. The sentences of `tests/evidence/house/abbreviations` are full of abbreviations, "
        "initials and ordinals, and each is one sentence.",
        (computed.sentences,),
    ),
    Section(
        "Quoted words in their sentences",
        "excerpts",
        "Computed: of how many quotations of this site readers are shown the whole sentences; the "
        f"others are cut, with `[…]`. And the same of {computed.WORDS} words side by side, chosen by "
        f"chance {computed.CHOSEN:,} times in each of eight languages of the Declaration of Human "
        "Rights, whose preamble is one sentence (in Chinese of as many characters).",
        (computed.quoted, computed.declaration),
    ),
    Section(
        "Cuts and omissions",
        "context",
        "Computed from the tables of `tests/matching/cases/`, whose verdicts were decided by hand.",
        (computed.context,),
    ),
    Section(
        "What the tests make and try",
        "tried",
        "Computed. The sweep is `bash .ci/sweep`. The typography and the content of quotations are "
        "changed in text of this size.",
        (computed.tried, computed.texts),
    ),
    Section(
        "Probes of the search",
        "probes",
        "Computed from `tests/site/search/probes.tsv`. A test asks them in Chromium (the suite a sixth, the "
        "sweep all), and fails where more than a few are not among the first results.",
        (computed.probes,),
    ),
    Section(
        "Looking up quotations",
        "quotations",
        "Measured. The reference is what bare Python does on the same text: NFC and `str.translate` for "
        "folding, `str.find` for looking up. It does nothing at all to fold ASCII, which is why that "
        "ratio is high.",
        recorded=("quotations", "quotation_marks"),
    ),
    Section("The lock", "lock", "Measured: what it spares, and what it costs to read.", recorded=("lock",)),
    Section(
        "Reading and writing briefs",
        "briefs",
        "Measured. To the bare libraries a citation is plain text and a box a paragraph; in what we "
        "write they are footnotes and HTML. Most of what the guard adds is bringing both sides to a "
        "normal form. The second run checks whole projects, bibliography and quotations included.",
        recorded=("parse_render", "projects"),
    ),
    Section(
        "The value of a brief",
        "values",
        "Measured: a verified brief, pickled by itself, in a small and in a large project.",
        recorded=("values",),
    ),
    Section(
        "Styles and large bibliographies",
        "libraries",
        "Measured: CPU seconds, pandoc's included. References in styles of CSL, and a site of ten "
        "thousand works, most of which no brief cites.",
        recorded=("styles", "library"),
    ),
    Section(
        "Beside other ways to a site",
        "peers",
        "Measured: CPU seconds of all processes, the clock, and the memory of the largest process. "
        "None but briefgen looks anything up, draws cards or makes pages of works. What the costs are made "
        "of says [Performance](performance.md).",
        recorded=("peers", "others", "growth", "ten_thousand"),
    ),
    Section(
        "On a cluster",
        "cluster",
        "Measured, by the clock: two workers of a Dask cluster on one machine beside two processes of it.",
        recorded=("cluster",),
    ),
    Section(
        "From saving to seeing",
        "saves",
        "Measured in Chromium: from the moment before a brief is saved until its new words are painted, with "
        "`briefgen serve`.",
        recorded=("saves",),
    ),
    Section(
        "A text while it is typed",
        "lsp",
        "Measured over the standard input and output of `briefgen lsp`: from a question of an editor to the "
        "answer, of a text that was just typed, while the project is looked through beside it.",
        recorded=("lsp",),
    ),
    Section(
        "The command line",
        "command-line",
        "Measured: the CPU's seconds of processes that have next to nothing to do, and of one that imports "
        "what it needs.",
        recorded=("command_line",),
    ),
    Section(
        "Reading documents",
        "readers",
        "Measured, in CPU time: our readers on the documents of the tests, beside the libraries that they "
        "read with, and beside the readers of before spans: the bound is three times as long. Those are "
        "gone; how many times the bare library they took was measured once on the same files. Then the "
        "largest ordinary documents, in a process of their own.",
        recorded=("readers",),
    ),
    Section(
        "What a search loads",
        "search",
        "Measured in Chromium: the bytes of the first search of a visit, everything that the dialog and "
        "Pagefind load included, and of a further one; and the wait of a reader for the first, page and "
        "pause after typing included. What every single question costs stands in "
        "`benchmarks/recorded/search.txt`. The second run compares the ranking with that of an index in "
        "which every word has all of its places.",
        recorded=("search", "search_ranking"),
        closing=("search", "search_ranking"),
    ),
    Section(
        "What pages weigh",
        "weights",
        "Measured in Chromium, with the project of this site, text sent gzipped.",
        recorded=("weights",),
    ),
    Section(
        "Valid HTML and Lighthouse",
        "lighthouse",
        "Measured by `bash .ci/quality`: the errors and warnings of the Nu Html Checker, then what "
        "Lighthouse gives on a mid-range phone with a slow line, as the median of three runs. Its "
        "number for performance is as much about the machine as about the page: beside other programs "
        "it is lower.",
        recorded=("html", "lighthouse"),
    ),
)


def page() -> str:
    """The text of the page."""
    return "\n\n".join([HEAD.rstrip("\n"), *(section.text() for section in SECTIONS)]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--update", action="store_true")
    either.add_argument("--check", action="store_true")
    if parser.parse_args().update:
        PAGE.write_text(page(), "utf-8")
    elif PAGE.read_text("utf-8") != page():
        raise SystemExit("not as computed and recorded: run python -m tests.figures.page --update")


if __name__ == "__main__":
    main()

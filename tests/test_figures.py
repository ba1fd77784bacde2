"""Figures are made, not typed: one page has those that were computed and recorded, and others link to it."""

import re
from datetime import datetime

import pytest

from benchmarks.record import COMMANDS, FOLDER, Record, kept, machine
from tests.figures.page import PAGE, SECTIONS, page
from tests.figures.typed import Figure, figures_in, figures_in_comments, files
from tests.repository import ROOT

ALLOWED = {
    ("docs/manual/authoring.md", "5%"): "in an example of what is quoted",
    ("docs/manual/authoring.md", "7%"): "in an example of what is quoted",
    ("docs/manual/authoring.md", "7.5%"): "in an example of what is quoted",
    ("docs/manual/verification.md", "5%"): "in an example of what is quoted",
    ("docs/manual/verification.md", "7%"): "in an example of what is quoted",
    ("benchmarks/README.md", "50 ms"): "how a benchmark chooses its size",
    ("benchmarks/README.md", "20 times"): "a bound of a benchmark",
    ("benchmarks/README.md", "72 KB"): "the size of a file, compressed: the engine of the search",
    ("docs/dev/search.md", "6 KB"): "a limit of the code: from where on the words of a file are parted",
    ("benchmarks/README.md", "40 MB"): "the size of what a benchmark reads",
    ("docs/manual/captures.md", "200 times"): "a limit of the code: how far a document may unpack",
    ("docs/manual/captures.md", "100 MB"): "a limit of the code: from where on that counts",
    ("docs/dev/security.md", "200 KB"): "a limit of the code: the answer of an authority",
    ("docs/manual/rules/files.md", "240 bytes"): "a limit of the code: how long an address may be",
    ("docs/manual/rules/files.md", "255 bytes"): "a limit of file systems",
    ("docs/manual/rules/stamps.md", "962 bytes"): "an example: how long a stamp is",
    ("docs/dev/quality.md", "16 ×"): "a limit of the tests: the size of a block of a picture",
    ("docs/dev/quality.md", "15 of 255"): "a limit of the tests: how far apart two colours may be",
}
"""Numbers with units that nobody measured, each with what it is."""

RECORDED = re.compile(
    r"One run on (?P<day>\d+ \w+ 20\d\d): \d+ cores \([^)]+\)?.*, \d+ GiB of memory, Python [\d.]+, "
    r"load \d+\.\d at the start\.( It missed a bound\.)?"
)


def test_the_page_is_what_was_computed_and_recorded() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m tests.figures.page --update"


def typed() -> list[Figure]:
    found: list[Figure] = []
    for path in files(ROOT):
        found += figures_in(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())
    for path in sorted((ROOT / "briefgen").rglob("*.py")):
        found += figures_in_comments(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())
    return found


def test_no_figure_is_typed() -> None:
    found = typed()
    unknown = [one for one in found if (one.path, one.words) not in ALLOWED]
    assert unknown == [], "what is measured stands in docs/dev/figures.md; a limit or an example is ALLOWED"
    assert ALLOWED.keys() == {(one.path, one.words) for one in found} & ALLOWED.keys(), "allowed in vain"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It takes 33 ms instead of 200.", ["33 ms"]),
        ("At most 2.5 s, or 1,446\nKB.", ["2.5 s", "1,446 KB"]),
        (
            "A brief is 36 KB, a site 13 MB, a value 24.6 kB, an entry 5 bytes.",
            ["36 KB", "13 MB", "24.6 kB", "5 bytes"],
        ),
        ("Of these 92 % and 75%, 0.7 to 1.0 s.", ["92 %", "75%", "0.7 to 1.0 s"]),
        ("It is 1.4× as long, 3.5 times.", ["1.4×", "3.5 times"]),
        ("Found: 604 of 652; 9 of the 181.", ["604 of 652", "9 of the 181"]),
        ("`12 ms` and ``3 `KB` ``, [four](a.md#4-ms)", []),
        ("In 2025, 30 May, version 1.5, p. 4, 400 entries, 3 of them.", []),
        ("```text\n12 ms\n```\n\n    ```\n    12 ms\n    ```\n\n5 MB", ["5 MB"]),
        ("| a | 18 ms, 11× |", ["18 ms", "11×"]),
    ],
)
def test_a_typed_figure_is_found(text: str, words: list[str]) -> None:
    assert [one.words for one in figures_in(text, "a.md")] == words


SOURCE = '''\
"""It takes 12 ms."""

A = "13 ms"  # or 14 KB


def f():
    """Costs
    15 ms, written ``16 ms``."""
    f("17 ms")
'''


def test_a_typed_figure_is_found_in_a_docstring_and_a_comment() -> None:
    found = [(one.line, one.words) for one in figures_in_comments(SOURCE, "a.py")]
    assert found == [(1, "12 ms"), (3, "14 KB"), (8, "15 ms")]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_recording_says_what_was_run_when_and_where(name: str) -> None:
    record = kept(name)
    assert record.command == f"python -m {' '.join(COMMANDS[name])}"
    told = RECORDED.fullmatch(record.circumstances)
    assert told
    datetime.strptime(told["day"], "%d %B %Y")  # noqa: DTZ007 - a day
    assert not re.search(r"(?<![\w.])/(?:tmp|home|root|work|usr|var)/", record.text), "a path of a machine"
    assert record.output.strip()


def test_a_recording_is_kept_as_it_is_read() -> None:
    record = Record("python -m a", f"One run on {machine()}.", "one\n\ntwo\n")
    assert RECORDED.fullmatch(record.circumstances)
    command, circumstances, _, *output = record.text.split("\n")
    assert Record(command, circumstances, "\n".join(output)) == record


def test_everything_recorded_is_shown_and_has_its_command() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == COMMANDS.keys()
    assert sorted(name for section in SECTIONS for name in section.recorded) == sorted(COMMANDS)


def test_links_lead_to_a_section() -> None:
    anchors = {section.anchor for section in SECTIONS}
    named = {
        anchor
        for path in files(ROOT)
        for anchor in re.findall(r"figures\.md#([\w-]+)\)", path.read_text("utf-8"))
    }
    assert named <= anchors

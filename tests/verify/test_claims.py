"""What a cited sentence states must stand in what it cites: which sentences are compared, and with what."""

from pathlib import Path

import pytest
import yaml

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.pipeline import Run
from tests.evidence.projects import brief, make_project

RULES = (rules.FIGURE_NOT_IN_CAPTURE, rules.DATE_NOT_IN_CAPTURE, rules.NAME_NOT_IN_CAPTURE)
QUAY = (
    "Harbour report\n\nThe harbour board closed the northern quay on 3 May 2024. Repairs will cost "
    "4.2 million euros. Engineers found corrosion in 14 of 40 piles. Ann Lee of Example Town led "
    "them at −5 °C. Ferries run twenty-five kilometres, from 5 to 7 per cent more often than in 1987.\n"
)
GERMAN = (
    "Der Hafen ist seit dem 3. Mai geschlossen. Die Reparatur kostet 4,2 Mio. Euro; vierzehn Pfähle rosten.\n"
)


def found(root: Path, text: str, *, lang: str = "en", **record: str) -> list[Diagnostic]:
    """What is found in a brief with this text, which may cite `q`, a German `d`, and `x`, not captured."""
    project = make_project(root, {"q": QUAY, "d": GERMAN}, {"b": brief(text, lang=lang)}, uncaptured=("x",))
    captures = project / "sources/captures.yml"
    records = yaml.safe_load(captures.read_text("utf-8"))
    records["d"]["language"] = "de"
    records["q"] |= record
    captures.write_text(yaml.safe_dump(records), "utf-8")
    run = Run(project)
    assert len(run.verified.briefs) == 1
    return [one for one in run.findings if one.rule in RULES]


RIGHT = [
    "It costs €4.2m [@q].",
    "It costs 4,200,000 euros [@q].",
    "Of 40 piles, 14 are corroded [@q]. Nothing else is: 99 trains run.",
    "It was closed on May 3, 2024 [@q].",
    "It was closed in May 2024, after the 1980s [@q].",
    "It was minus 5 degrees [@q], and ferries run 25 km.",
    "They run 5 per cent more often [@q].",
    "Ann Lee's men came [@q, p. 99].",
    "Mr Lee came [@q].",
    "There are three reasons [@q].",
    "The G7 and the B-52 are of no use, nor is 10^5^ [@q].",
    'It costs [about five million]{.own reason="4.2 rounded"} [@q].',
    "It costs [9 million]{.own} [@q].",
    "He says “it costs 4.2 million euros” [@q, “4.2 million euros”].",
    "It costs 9 million euros [@x].",
    "It costs 9 million euros [@q; @x].",
    "It costs 9 million euros [see @q].",
    "It has cost 4.2 million euros since 3 May [@d].",
    "14 piles are rusting [@d].",
    "It costs 4.2 million euros and runs 25 km [@d; @q].",
    "Doris Hample of Sample Village saw it [@d].",
    "The work is of 6 May 2025 [@q].",
    "`9 million` [@q]",
    "> It costs 9 million euros.\n",
]
WRONG = [
    ("It costs €9.8m [@q].", "€9.8m", "“4.2 million euros”"),
    ("It costs 4.2 million dollars [@q].", "4.2 million dollars", ""),
    ("It costs 4.2 billion euros [@q].", "4.2 billion euros", "“4.2 million euros”"),
    ("It costs 9 million euros [@q; @d].", "9 million euros", "“4.2 million euros”"),
    ("41 of 40 piles are corroded [@q].", "41", "“40”, “14”"),
    ("Forty-one piles are corroded [@q].", "Forty-one", "“40”"),
    ("It was closed on 13 May 2024 [@q].", "13 May 2024", "“3 May 2024”"),
    ("It was closed on 3 June [@d].", "3 June", "“3. Mai”"),
    ("It was closed on 3 May 2025 [@q].", "3 May 2025", "“3 May 2024”"),
    ("It was 5 °C [@q].", "5 °C", "“5 °C”"),
    ("They run 25 miles [@q].", "25 miles", "“twenty-five kilometres”"),
    ("A note says so.[^1]\n\n[^1]: It costs 9 million euros [@q].", "9 million euros", ""),
    ("Ann Meyer led them [@q].", "Ann Meyer", ""),
    ("It is in Sample Village [@q].", "Sample Village", ""),
    ("| Cost |\n|---|\n| 9 million euros [@q] |", "9 million euros", ""),
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_sentences_raise_nothing(text: str, tmp_path: Path) -> None:
    assert [one.message for one in found(tmp_path, text)] == []


@pytest.mark.parametrize(("text", "words", "near"), WRONG)
def test_slips_are_named_with_what_is_nearest(text: str, words: str, near: str, tmp_path: Path) -> None:
    (one,) = found(tmp_path, text)
    assert one.span.text == words
    assert near in " ".join(one.notes)


def test_a_capture_that_is_not_whole_says_nothing_of_what_it_lacks(tmp_path: Path) -> None:
    text = "It costs €9.8m [@q]."
    assert len(found(tmp_path / "whole", text)) == 1
    assert not found(tmp_path / "cut", text, truncated="true")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Petra Jansen sah es [@d].", ["Petra Jansen"]),
        ("General Olaf Hampel sah es [@d].", ["General Olaf Hampel"]),
        ("Es sah Petra Jansen [@d].", ["Petra Jansen"]),
        ("Große Kräne rosten [@d].", []),
        ("Moskauer Werften rosten [@d].", []),
        ("Russlands Werften rosten [@d].", []),
        ("Ende Mai war er geschlossen [@d].", []),
        ("Tausend Kräne rosten [@d].", []),
        ("Fünfundzwanzig Kräne rosten [@d].", ["Fünfundzwanzig"]),
        ("Rund Hundert kamen; viel Rost war da [@d].", []),
        ("Viel Rost war da [@d].", []),
        ("Kräne rosten [@d].", []),
    ],
)
def test_a_german_name_at_the_head_of_a_sentence(text: str, words: list[str], tmp_path: Path) -> None:
    assert [one.span.text for one in found(tmp_path, text, lang="de")] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Not 43 piles stand [@q].", ["43"]),
        ("Of 87 piles some stand [@q].", ["87"]),
        ("The ’87 ferries run [@q], not those of 1985–87.", ["1985"]),
        ("So says the table on p. 43 [@q], in § 44 and in Kap. 45.", []),
    ],
)
def test_plain_counts(text: str, words: list[str], tmp_path: Path) -> None:
    assert [one.span.text for one in found(tmp_path, text)] == words


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The report does not mention corrosion [@q].", "word-not-absent"),
        ("The report does not mention the engineer [@q].", "word-not-absent"),
        ("@q does not mention Ann Lee.", "word-not-absent"),
        ("The report does not mention Doris Hample [@q].", ""),
        ("The report does not mention 43 piles [@q].", "figure-not-in-capture"),
        ("The report does not mention corrosion [@d].", ""),
        ("The report does not mention corrosion [@x].", ""),
        ('The report does not mention corrosion [@q, no "corrosion"].', "word-not-absent"),
    ],
)
def test_plain_prose_may_say_what_a_source_does_not_mention(text: str, rule: str, tmp_path: Path) -> None:
    project = make_project(tmp_path, {"q": QUAY, "d": GERMAN}, {"b": brief(text)}, uncaptured=("x",))
    captures = project / "sources/captures.yml"
    captures.write_text(_in_german(captures.read_text("utf-8")), "utf-8")
    run = Run(project)
    assert len(run.verified.briefs) == 1
    found = [one.rule.name for one in run.findings if one.rule.code.startswith("BG64")]
    assert found == [rule] * bool(rule)


def _in_german(captures: str) -> str:
    records = yaml.safe_load(captures)
    records["d"]["language"] = "de"
    return yaml.safe_dump(records)

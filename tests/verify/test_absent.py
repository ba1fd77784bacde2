"""What is said not to stand in a work: looked for in all its forms, and readers told what was searched."""

from pathlib import Path

import pytest
import yaml

from briefgen.pipeline import compile_briefs
from briefgen.stated.absence import forms_in
from tests.evidence.projects import brief, make_project

REPORT = "Engineers found corrosion in 14 of 40 piles. The old ferries were warm.\n"
BOX = (
    "::: {{.claim verdict=correct{}}}\n> Engineers found corrosion in 14 of 40 piles. [@q]\n\nSo it is.\n:::"
)


def made(root: Path, text: str, **record: object) -> tuple[list[str], str]:
    """The names of what is found in a brief, and its page."""
    project = make_project(root, {"q": REPORT}, {"b": brief(text, about="q")}, uncaptured=("x",))
    captures = project / "sources/captures.yml"
    records = yaml.safe_load(captures.read_text("utf-8"))
    records["q"] |= record
    captures.write_text(yaml.safe_dump(records), "utf-8")
    told = compile_briefs(project)
    (page,) = (one.text for one in told.value.pages if one.path == "briefs/b.md")
    return [one.rule.name for one in told.findings], page


@pytest.mark.parametrize(
    ("text", "names", "said"),
    [
        ('It is silent [@q, no "railway"].', [], "all 13 words of it were searched"),
        ('It is silent [@q, p. 3, no "railway"].', [], "all 13 words of it were searched"),
        ('It is silent.[^1]\n\n[^1]: So it is [@q, no "railway"].', [], "all 13 words of it were searched"),
        ('It is silent [@q, no "corrosion"].', ["word-not-absent"], ""),
        ('It is silent [@q, no "ferry"].', ["word-not-absent"], ""),
        ('It is silent [@q, no "old ferry"].', ["word-not-absent"], ""),
        ('It is silent [@q, no "new ferry"].', [], "“new ferry” stands nowhere"),
        ('It is silent [@x, no "railway"].', ["absence-not-checked"], "was not checked"),
        ('It is silent [@q, so "railway"].', ["quotation-unbound"], ""),
        (BOX.format(' absent="railway"'), [], "“railway” stands nowhere"),
        (BOX.format(' absent="corrosion"'), ["word-not-absent"], ""),
        (BOX.format(' of=x absent="railway"'), ["absence-not-checked"], "was not checked"),
    ],
)
def test_absent_words(text: str, names: list[str], said: str, tmp_path: Path) -> None:
    found, page = made(tmp_path, text)
    assert found == names
    assert said in page
    assert said or ("searched" not in page and "not checked" not in page)


def test_a_capture_that_is_not_whole_may_have_the_word_where_it_ends(tmp_path: Path) -> None:
    found, page = made(tmp_path, 'It is silent [@q, no "railway"].', truncated=True)
    assert found == ["absence-not-checked"]
    assert "was not checked" in page


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("war", "Two wars", True),
        ("war", "An award, a ward, warm", False),
        ("Korrosion", "ein Korrosionsschaden", True),
        ("korrosion", "Spannungskorrosion", True),
        ("Брехун", "у брехуна", True),
        ("naïve", "naive words", True),
        ("railway", "the rail way", False),
        ("腐蚀", "发现腐蚀现象", True),
        ("perfect", "a prefect", False),
    ],
)
def test_forms(word: str, text: str, stands: bool) -> None:
    assert bool(list(forms_in(word, text))) is stands

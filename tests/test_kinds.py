"""Kinds and verdicts are enums that say all there is of them: nothing has to be added anywhere else."""

import pickle
import re
from dataclasses import fields

import pytest

from briefgen.catalogue import CATALOGUE
from briefgen.model.box import KNOWN_KINDS, BoxKind, BoxRole
from briefgen.model.called import Called
from briefgen.model.finding import VERDICTS_OF, FindingVerdict
from tests.repository import ROOT

SOURCES = sorted((ROOT / "briefgen").rglob("*.py"))
CSS = "\n".join(
    path.read_text("utf-8") for path in (ROOT / "briefgen/theme/assets").glob("briefgen.css/*.css")
)
CLASS = re.compile(r"[a-z]+(?:-[a-z]+)*")


def test_words_are_in_each_language_of_the_catalogue() -> None:
    assert {field.name for field in fields(Called)} == set(CATALOGUE)


@pytest.mark.parametrize("language", CATALOGUE)
def test_each_kind_and_each_verdict_has_its_words(language: str) -> None:
    words = CATALOGUE[language]
    assert all(words.box_kind[kind] for kind in KNOWN_KINDS)
    assert all(words.verdicts[verdict] and words.verdict_meanings[verdict] for verdict in FindingVerdict)
    assert words.for_theme().keys() >= {f"verdict_{verdict}" for verdict in FindingVerdict}
    for said in (words.box_kind, words.verdicts):
        assert len(set(said.values())) == len(said)


@pytest.mark.parametrize("kind", KNOWN_KINDS)
def test_an_author_names_a_kind(kind: BoxKind) -> None:
    assert BoxKind.named(kind.value) is kind
    assert CLASS.fullmatch(kind)


def test_what_is_no_kind_is_unknown() -> None:
    assert {BoxKind.named(name) for name in ("", "contxt", "Note", "aside")} == {BoxKind.UNKNOWN}


def test_a_box_that_finds_takes_a_verdict_and_has_some() -> None:
    for kind in BoxKind:
        finds = kind.role is BoxRole.FINDS
        assert ("verdict" in kind.attributes) is finds
        assert bool(VERDICTS_OF.get(kind)) is finds
    assert sum(map(len, VERDICTS_OF.values())) == len(FindingVerdict)
    assert all(CLASS.fullmatch(verdict) for verdict in FindingVerdict)


def test_what_has_no_colour_of_its_own_takes_one() -> None:
    """A class for all boxes and one for all verdicts give a colour; those of one kind only change it."""
    every_box = CSS[CSS.index(".admonition {") :].partition("}")[0]
    every_verdict = re.search(r"^\.verdict \{(.*?)\}", CSS, re.MULTILINE | re.DOTALL)
    assert "--box: var(" in every_box
    assert every_verdict
    assert "color: var(--box, var(" in every_verdict[1]
    assert "background-color: var(--verdict-tint, var(" in every_verdict[1]


@pytest.mark.parametrize("member", [*BoxKind, *FindingVerdict])
def test_a_kind_is_the_same_after_pickling(member: BoxKind | FindingVerdict) -> None:
    assert pickle.loads(pickle.dumps(member)) is member


def test_no_module_compares_a_kind_with_a_string() -> None:
    names = "|".join((*KNOWN_KINDS, *FindingVerdict))
    compares = re.compile(rf'(?:kind|verdict)\b(?:\.value)? (?:==|!=|in|not in) [({{\[]?"(?:{names})"')
    found = [
        f"{path.name}: {hit[0]}" for path in SOURCES for hit in compares.finditer(path.read_text("utf-8"))
    ]
    assert found == []

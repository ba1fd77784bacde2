"""Names: BibTeX's forms of writing them, and what readers see."""

import pytest

from briefgen.bibliography.field_values import UnreadableError
from briefgen.bibliography.name_reader import read_name, split_names
from briefgen.bibliography.reference import OTHERS, narrative_names
from briefgen.model.work import Name
from tests.bibliography.reading import the_work


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Müller, Hans", Name(family="Müller", given="Hans")),
        ("Hans Peter Müller", Name(family="Müller", given="Hans Peter")),
        ("TASS", Name(family="TASS")),
        ("{TASS}", Name(literal="TASS")),
        ("{Barnes and Noble, Inc.}", Name(literal="Barnes and Noble, Inc.")),
        (r"{\"O}zdemir, Cem", Name(family="Özdemir", given="Cem")),
        ("Ludwig van Beethoven", Name(family="Beethoven", given="Ludwig", prefix="van")),
        ("von der Leyen, Ursula", Name(family="Leyen", given="Ursula", prefix="von der")),
        ("King, Jr., Martin Luther", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("de la Vall{\\'e}e Poussin, Charles~Louis", Name("Vallée Poussin", "Charles Louis", "de la")),
        ("Hong, Joo-hee", Name(family="Hong", given="Joo-hee")),
        ("Сергей Шойгу", Name(family="Шойгу", given="Сергей")),
        ("{Kim} Jong Un", Name(family="Un", given="Kim Jong")),
        ("family=Beethoven, given=Ludwig, prefix=van, given-i=L", Name("Beethoven", "Ludwig", "van")),
        ("others", OTHERS),
    ],
)
def test_forms(written: str, name: Name) -> None:
    assert read_name(written) == name


@pytest.mark.parametrize("written", ["", "A, B, C, D", ", Ada", "Ada Ek and", "and Ada", "{}, Ada"])
def test_no_names(written: str) -> None:
    with pytest.raises(UnreadableError):
        read_name(written)


def test_lists() -> None:
    assert split_names("A B and {C and D} AND E, F and others") == ("A B", "{C and D}", "E, F", "others")


@pytest.mark.parametrize(
    ("fields", "de", "en"),
    [
        ("author = {Müller, Hans}", "Müller", "Müller"),
        ("author = {Müller, Hans and Schmidt, Eva}", "Müller und Schmidt", "Müller and Schmidt"),
        (
            "author = {Müller, H and Schmidt, E and Weber, I}",
            "Müller, Schmidt und Weber",
            "Müller, Schmidt and Weber",
        ),
        ("author = {A, A and B, B and C, C and D, D}", "A u. a.", "A et al."),
        ("author = {Müller, Hans and others}", "Müller u. a.", "Müller et al."),
        ("author = {von der Leyen, Ursula}", "von der Leyen", "von der Leyen"),
        ("author = {{Chas Pravdy}}", "Chas Pravdy", "Chas Pravdy"),
        ("author = {others}, title = {T}", "„T“", "“T”"),
        ("editor = {Ek, Ada}, title = {T}", "Ek", "Ek"),
        ("title = {An “odd” title}", "„An ‚odd‘ title“", "“An ‘odd’ title”"),
        ("title = {[Described]}", "[Described]", "[Described]"),
        (
            "title = {A very long title, that goes on and on and on, for more than sixty characters}",
            "„A very long title, that goes on and on and on, for more than…“",
            "“A very long title, that goes on and on and on, for more than…”",
        ),
        ("note = {nothing else}", "k", "k"),
    ],
)
def test_narrative_names(fields: str, de: str, en: str) -> None:
    work = the_work(f"@misc{{k, {fields}}}")
    assert (narrative_names(work, "de-AT"), narrative_names(work, "en")) == (de, en)
    assert narrative_names(work, "it") == en

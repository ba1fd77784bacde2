"""Large files of BibTeX are read in pieces, and what of them was read before is not read again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from benchmarks.corpus import bibliography as entries
from briefgen.bibliography import pieces
from briefgen.bibliography.pieces import pieces_of, read_piece
from briefgen.bibliography.works_of_files import parse_library
from briefgen.cache.kept_results import KeptResults
from briefgen.diagnostics import Diagnostic
from briefgen.each import Needs, one_by_one
from briefgen.model.layout import project
from briefgen.model.work import Work
from briefgen.text import TextFile

Item = TypeVar("Item")
Result = TypeVar("Result")
ELSEWHERE = r"""
@comment{ jabref-meta: x;
@book{inside, title={In a comment}}
}
@string{foo = {Foo House}}
@article{work003, title={Another work003}, publisher=foo, month=jun}
@inbook{child, crossref={work005}, title={C}, pages={xdata=work007-title}}
@book{broken, title={X
@book{tail, title={Y \unknown{x}}, author={A; B}, date={nonsense}}
@book{aliased, title={A}, ids={other}}
@set{both, entryset={work001, tail}}
@book(round, title={In round brackets})
@article{WORK011, title={Only in case another}}
@book{reprint, title={R}, related={work002}, relatedtype={reprintof}}
"""


def library(text: str) -> tuple[TextFile, ...]:
    return (TextFile("sources/a.bib", text), TextFile("sources/b.bib", "@book{work004, title={T}}\n"))


def read(files: tuple[TextFile, ...]) -> tuple[tuple[Work, ...], list[Diagnostic]]:
    found: list[Diagnostic] = []
    return parse_library(files, found.append, ["child", "work003", "other", "reprint"]), found


@pytest.mark.parametrize("before", [0, 7, 130])
def test_what_is_read_in_pieces_is_what_is_read_at_once(before: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = entries(200)
    at = text.index(f"@article{{work{before:03d}")
    files = library(text[:at] + ELSEWHERE + text[at:] + ELSEWHERE)
    at_once = read(files)
    monkeypatch.setattr(pieces, "_LEAST", 1)
    assert len(pieces_of(files[0])) > 2
    assert read(files) == at_once
    assert {one.rule.name for one in at_once[1]} >= {"broken-uncited", "duplicate-key", "bad-date"}
    alone = {one.key for piece in pieces_of(files[0]) for one in read_piece(piece.text)}
    assert len(alone) == 201  # all of the library, and what stands in a comment
    assert alone & {"child", "broken", "tail", "aliased", "both", "round"} == set()


def test_only_the_piece_that_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_LEAST", 1)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / project.OWN).mkdir()
    (tmp_path / project.OWN / project.OWN_IGNORE).touch()
    asked: list[int] = []

    def counted(
        function: Callable[[Item], Result],
        items: Sequence[Item],
        needs: Callable[[Item], Needs] | None = None,
        /,
    ) -> list[Result]:
        asked.append(len(items))
        return one_by_one(function, items, needs)

    def works(text: str) -> tuple[Work, ...]:
        kept = KeptResults(tmp_path, project.KEPT_BRIEFS)
        found = parse_library(library(text), lambda _: None, None, None, kept.each(counted))
        kept.keep()
        return found

    text = entries(400)
    first = works(text)
    assert works(text) == first
    changed = text.replace("@article{work123,", "@article{work123, note={More},", 1)
    second = works(changed)
    assert asked[0] == sum(len(pieces_of(file)) for file in library(text))
    assert asked[1:] == [0, 1]
    assert [one for one in second if one.note] == [one for one in second if one.key == "work123"]
    assert second == read_at_once(changed, monkeypatch)


def read_at_once(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Work, ...]:
    monkeypatch.setattr(pieces, "_LEAST", 10**9)
    return parse_library(library(text), lambda _: None)

"""What is kept of each brief is used where all that it was made from is as it was, and nowhere else."""

import dataclasses
import gc
import os
import pickle
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from benchmarks.corpus import write_project
from briefgen.cache import kept_results
from briefgen.cache.kept_pickles import pickled
from briefgen.cache.kept_results import KeptResults
from briefgen.cache.packs import Packs
from briefgen.cache.seal import seal_bytes
from briefgen.diagnostics import Told
from briefgen.disk.own_key import own_key
from briefgen.each import Needs, one_by_one
from briefgen.later import Later
from briefgen.model.asked import Asked
from briefgen.model.capture import UrlStatus
from briefgen.model.card import Card, CardKit
from briefgen.model.compilation import Compilation
from briefgen.model.layout import project
from briefgen.model.settings import CardColours
from briefgen.pipeline import compile_briefs
from briefgen.processes import in_processes
from briefgen.render.cards import all as cards
from briefgen.render.cards.svg import CardText, make_card
from briefgen.summed import Summary, summed, summed_aside
from briefgen.text import TextFile
from briefgen.write.starter import starter_files
from tests.cache.packed import entries_in, packs_in, write_anew
from tests.evidence.projects import brief, make_project
from tests.rules.projects import lay_out

Item = TypeVar("Item")
Result = TypeVar("Result")


class Counting:
    """Does what is to be done, one by one, and counts it: first what is parsed, then what is rendered."""

    def __init__(self) -> None:
        self.made: list[int] = []

    def __call__(
        self,
        function: Callable[[Item], Result],
        items: Sequence[Item],
        needs: Callable[[Item], Needs] | None = None,
        /,
    ) -> list[Result]:
        self.made.append(len(items))
        return one_by_one(function, items, needs)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of ours, in which a command has written."""
    lay_out((), tmp_path / "project")
    (tmp_path / "project/.briefgen").mkdir()
    (tmp_path / "project/.briefgen/.gitignore").write_text("*\n", "utf-8")
    return tmp_path / "project"


def squares(root: Path, numbers: Sequence[int]) -> tuple[list[str], list[int]]:
    """Squares as texts, kept; and for how many there was something to do."""
    kept, counting = KeptResults(root, project.KEPT_BRIEFS), Counting()
    found = kept.each(counting)(lambda n: str(n * n), numbers, lambda n: ("square", str(n)))
    kept.keep()
    return found, counting.made


def entries(root: Path) -> list[str]:
    return sorted(entries_in(root / project.KEPT_BRIEFS))


def test_what_is_kept_is_not_made_again(root: Path) -> None:
    assert squares(root, [2, 3]) == (["4", "9"], [2])
    assert squares(root, [3, 4, 2]) == (["9", "16", "4"], [1])


def test_without_needs_nothing_is_kept(root: Path) -> None:
    kept, counting = KeptResults(root, project.KEPT_BRIEFS), Counting()
    assert kept.each(counting)(abs, [-1, 2]) == [1, 2]
    kept.keep()
    assert not (root / project.KEPT_BRIEFS).exists()


def test_a_command_that_writes_nothing_keeps_nothing_in_a_project_of_others(root: Path) -> None:
    (root / ".briefgen/.gitignore").unlink()
    squares(root, [2])
    assert not (root / project.KEPT_BRIEFS).exists()


def test_what_no_run_used_for_long_is_forgotten(root: Path) -> None:
    squares(root, range(10))
    squares(root, range(10, 15))
    assert len(entries(root)) == 5
    (root / project.KEPT_BRIEFS / "by hand").write_text("stays", "utf-8")
    squares(root, range(10, 13))
    assert len(entries(root)) == 5
    squares(root, range(2))
    assert len(entries(root)) == 2, "five others are more than two"
    assert len(sorted((root / project.KEPT_BRIEFS).iterdir())) == 2


def test_without_a_key_all_is_made_and_nothing_forgotten(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    squares(root, [2])
    monkeypatch.setattr(kept_results, "own_key", lambda: None)
    assert squares(root, [2]) == (["4"], [1])
    assert len(entries(root)) == 1


def test_nothing_stays_of_what_was_pickled() -> None:
    """Circles among values are looked for so seldom that of each brief of a large project a third would."""
    value = (TextFile("a.md", "text"), Later(lambda: "later"), [Told((), ())])
    gc.collect()
    pickled(value, ("a.md", "text"))
    assert gc.collect() == 0


@pytest.mark.parametrize("kind", ["as 3.11.2", "as this one"])
def test_members_of_enumerations_are_kept_by_each_python(
    root: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before 3.11.4 they are pickled as what `getattr` gives: nothing of a brief was ever found again."""
    if kind == "as 3.11.2":
        monkeypatch.setattr(
            UrlStatus, "__reduce_ex__", lambda member, _: (getattr, (UrlStatus, member.name)), raising=False
        )
    for made in (1, 0):
        kept, counting = KeptResults(root, project.KEPT_BRIEFS), Counting()
        assert kept.each(counting)(lambda _: UrlStatus.LIVE, [1], lambda _: ("status", "1")) == [
            UrlStatus.LIVE
        ]
        kept.keep()
        assert counting.made == [made]


class Reaching:
    """Would have the code of a function while it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[object, str]]:
        return getattr, (KeptResults, "keep")


class Harmful:
    """Would make a folder while it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("harm",)


DAMAGES: dict[str, Callable[[bytes, str], bytes]] = {
    "cut off": lambda data, _: data[:-1],
    "empty": lambda *_: b"",
    "another key": lambda _, name: seal_bytes(pickle.dumps("5"), bytes(32), name),
    "another's result": lambda _, name: seal_bytes(pickle.dumps("5"), own_key() or b"", f"{name}-later"),
    "no pickle": lambda _, name: seal_bytes(b"no pickle", own_key() or b"", name),
    "what is no member": lambda _, name: seal_bytes(pickle.dumps(Reaching()), own_key() or b"", name),
    "a stranger's code": lambda _, name: seal_bytes(pickle.dumps(Harmful()), own_key() or b"", name),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_made_again(root: Path, damage: Callable[[bytes, str], bytes]) -> None:
    squares(root, [2])
    folder = root / project.KEPT_BRIEFS
    ((name, before),) = entries_in(folder).items()
    write_anew(folder, lambda _: {name: damage(before, name)})
    assert squares(root, [2]) == (["4"], [1])
    assert entries_in(folder) == {name: before}
    assert len(packs_in(folder)) == 1, "what holds nothing else is removed"
    assert not Path("harm").exists()


@dataclasses.dataclass(frozen=True)
class Said:
    """A value of which something is said, and who was asked."""

    summary: Summary
    asked: list[str]
    around = ""


@summed
def often(one: Said) -> str:
    one.asked.append("often")
    return "much"


@summed_aside
def seldom(one: Said) -> str:
    one.asked.append("seldom")
    return "more"


def test_what_is_seldom_asked_for_lies_apart_and_is_asked_anew_where_it_is_damaged(root: Path) -> None:
    folder = root / project.KEPT_BRIEFS

    def asked(*functions: Callable[[Said], str]) -> list[str]:
        kept = KeptResults(root, project.KEPT_BRIEFS)
        kept.each(one_by_one)
        one = Said(kept.summary(("a", "b")), [])
        assert [function(one) for function in functions] == [function(one) for function in functions]
        kept.keep()
        return one.asked

    assert asked(often) == ["often"]
    assert asked(seldom) == ["seldom"]
    assert asked(often, seldom) == []
    ((name, before),) = ((name, data) for name, data in entries_in(folder).items() if name.endswith("-later"))
    for damage in DAMAGES.values():
        damaged = {name: damage(before, name)}
        write_anew(folder, damaged.__ror__)
        assert asked(often) == [], "nobody reads what lies apart"
        assert asked(often, seldom) == ["seldom"]
        assert asked(seldom) == []


# ------------------------------------------------------------------------------------------- of briefs


def replace(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


LATER = "\n::: {.context include=river}\n:::\n\nSee [the bridge](bridge.md) and [@minutes2025].\n"
BRIEFS = {
    "second": ("2025-05-11", LATER),
    "third": ("2025-05-12", "\nIt says so [@minutes2025].\n"),
    "fourth": ("2025-05-13", "\nNothing is cited.\n"),
    "fifth": ("2025-05-14", "\nNor here.\n"),
}
ALL = 1 + len(BRIEFS)


def lay_out_briefs(root: Path) -> None:
    for name, (date, text) in BRIEFS.items():
        front = f"---\ntitle: The {name} brief\ndate: {date}\nlang: en\n---\n"
        (root / f"sources/{name}.md").write_text(front + text, "utf-8")
    (root / "sources/context").mkdir()
    (root / "sources/context/river.en.md").write_text(
        "---\ntitle: The river\nas_of: 2025-05-01\n---\n\nIt is wide.\n", "utf-8"
    )


EDITS: dict[str, tuple[Callable[[Path], object], int, int]] = {
    "nothing": (lambda _: None, 0, 0),
    "a text": (lambda root: replace(root, "sources/fourth.md", "Nothing", "No work"), 1, 1),
    "a title, which its neighbours name": (
        lambda root: replace(root, "sources/fourth.md", "The fourth", "Another"),
        1,
        3,
    ),
    "a date, which changes the order": (
        lambda root: replace(root, "sources/fifth.md", "2025-05-14", "2025-05-01"),
        1,
        3,
    ),
    "a work": (lambda root: replace(root, "sources/references.bib", "2025-04-29", "2025-04-28"), 0, 2),
    "a work's place": (
        lambda root: replace(root, "sources/references.bib", "@article", "\n\n@article"),
        0,
        0,
    ),
    "a capture's record": (
        lambda root: replace(
            root, "sources/captures.yml", "  language: en", "  language: en\n  obtained: by hand"
        ),
        0,
        1,
    ),
    "a context box": (lambda root: replace(root, "sources/context/river.en.md", "wide", "narrow"), 0, 1),
    "the settings": (lambda root: replace(root, "mkdocs.yml", "site_name: ", "site_name: A "), 0, ALL),
    "a new brief": (
        lambda root: (root / "sources/sixth.md").write_text(
            "---\ntitle: Sixth\ndate: 2025-05-15\nlang: en\n---\n\nNew.\n", "utf-8"
        ),
        1,
        2,
    ),
    "a brief that others lead to": (
        lambda root: (root / "sources/bridge.md").rename(root / "sources/crossing.md"),
        1,
        2,
    ),
}


@pytest.fixture(scope="module")
def kept_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kept") / "project"
    lay_out((), root)
    lay_out_briefs(root)
    (root / ".briefgen").mkdir()
    (root / ".briefgen/.gitignore").write_text("*\n", "utf-8")
    kept = KeptResults(root, project.KEPT_BRIEFS)
    each = kept.each(one_by_one)
    assert not compile_briefs(root, each=each, summaries=kept.summary, here=each).findings
    kept.keep()
    return root


@pytest.mark.parametrize(("edit", "parsed", "rendered"), EDITS.values(), ids=EDITS)
def test_only_what_changed_is_parsed_and_rendered(
    kept_once: Path, tmp_path: Path, edit: Callable[[Path], object], parsed: int, rendered: int
) -> None:
    root = tmp_path / "project"
    shutil.copytree(kept_once, root)
    edit(root)
    counting = Counting()
    kept = KeptResults(root, project.KEPT_BRIEFS)
    told = compile_briefs(root, each=kept.each(counting), summaries=kept.summary, here=kept.each(one_by_one))
    assert told == compile_briefs(root)
    assert (counting.made[0], counting.made[-1]) == (parsed, rendered)


def test_no_card_is_made_of_a_brief_that_is_as_it_was(
    kept_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To know the picture that was drawn, the hash of what it is drawn from is enough."""
    root = tmp_path / "project"
    shutil.copytree(kept_once, root)
    replace(root, "mkdocs.yml", "site_name: ", "site_url: https://example.org/\nsite_name: ")
    made: list[str] = []

    def noted(path: str, text: CardText, kit: CardKit, colours: CardColours) -> Card:
        made.append(path)
        return make_card(path, text, kit, colours)

    monkeypatch.setattr(cards, "make_card", noted)

    def hashes() -> dict[str, str]:
        kept = KeptResults(root, project.KEPT_BRIEFS)
        told = compile_briefs(root, each=kept.each(one_by_one), summaries=kept.summary)
        found = {card.path: card.drawn_from for card in told.value.cards}
        kept.keep()
        assert len(made) == len({*made})
        return found

    before = hashes()
    assert len(made) == len(before) == ALL + 1
    made.clear()
    replace(root, "sources/fourth.md", "The fourth", "Another")
    after = hashes()
    changed = {path for path in after if after[path] != before[path]}
    assert len(changed) == 1
    assert changed < {*made}
    assert len(made) < ALL, "the one, its neighbours, and that of the site"
    in_full = {one.path: dataclasses.replace(one) for one in compile_briefs(root).value.cards}
    assert after == {path: one.drawn_from for path, one in in_full.items()}


def test_what_was_checked_is_not_guarded_again_for_its_page(kept_once: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(kept_once, root)
    shutil.rmtree(root / project.KEPT_BRIEFS)

    def made(*, only_findings: bool) -> list[int]:
        kept, counting = KeptResults(root, project.KEPT_BRIEFS), Counting()
        told = compile_briefs(
            root, each=kept.each(counting), summaries=kept.summary, only_findings=only_findings
        )
        assert told == compile_briefs(root)
        kept.keep()
        return list(filter(None, counting.made))

    checked = made(only_findings=True)
    assert checked[-1] == ALL
    assert made(only_findings=False) == [ALL], "the pages alone"
    assert made(only_findings=False) == []
    assert made(only_findings=True) == []


def test_a_check_does_not_look_at_what_pages_of_works_show(
    kept_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("no link leads into such a page")

    monkeypatch.setattr("briefgen.render.work.page.shown_of_works", refused)
    told = compile_briefs(kept_once, only_findings=True)
    with pytest.raises(AssertionError, match="no link"):
        assert all(page.text for page in told.value.pages)


def test_only_pages_of_works_and_lists_are_written_of_which_something_changed(
    kept_once: Path, tmp_path: Path
) -> None:
    """Of a work its title, its captures, what is shown of a brief; of a list, each brief that is on it."""
    root = tmp_path / "project"
    shutil.copytree(kept_once, root)

    def made() -> tuple[int, int]:
        kept, counting = KeptResults(root, project.KEPT_BRIEFS), Counting()
        each, here = kept.each(one_by_one), kept.each(counting)
        assert compile_briefs(root, each=each, summaries=kept.summary, here=here) == compile_briefs(root)
        kept.keep()
        works, lists = counting.made[-2:]
        return works, lists

    assert made() == (0, 0)
    replace(root, "sources/fourth.md", "Nothing", "No work")
    assert made() == (0, 2), "of all briefs, by their last change, and by time"
    replace(root, "sources/third.md", "It says so", "She says so")
    assert made() == (0, 2), "a work's page shows nothing of that"
    replace(root, "sources/third.md", "The third", "One more")
    assert made() == (1, 2)
    replace(root, "sources/bridge.md", "lang: en\n", "lang: en\ntags: [water]\n")
    assert made() == (0, 3), "the list of its topic, too"
    replace(root, "sources/bridge.md", "The Herald writes", "It is written")
    assert made() == (0, 3)
    replace(root, "mkdocs.yml", "site_name: ", "site_name: A ")
    assert made()[0] == 2


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
def test_after_a_build_by_several_processes_no_tree_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But that of a brief that changed, and of its neighbours: all that lists say of the others is kept."""
    root, count = tmp_path / "project", 60
    write_project(root, count)
    (root / "mkdocs.yml").write_bytes(starter_files()["mkdocs.yml"])
    (root / ".briefgen").mkdir()
    (root / ".briefgen/.gitignore").write_text("*\n", "utf-8")
    read = Packs.read
    trees = tmp_path / "trees"  # a file, as copies of this process note theirs, too

    def noted(self: Packs, name: str) -> bytes | None:
        if name.endswith("-later"):
            with trees.open("a", encoding="utf-8") as file:
                file.write(f"{name}\n")
        return read(self, name)

    monkeypatch.setattr(Packs, "read", noted)

    def trees_read() -> int:
        trees.write_text("", "utf-8")
        kept = KeptResults(root, project.KEPT_BRIEFS)
        each, here = kept.each(in_processes(2)), kept.each(one_by_one)
        told = compile_briefs(root, each=each, summaries=kept.summary, here=here)
        assert all(page.sha256 for page in told.value.pages)  # what is asked of a page that stands in docs/
        kept.keep()
        return len({*trees.read_text("utf-8").split()})

    trees_read()
    replace(root, "sources/brief-0007.md", "title: ", "title: Once more ")
    assert trees_read() < count / 4
    assert trees_read() == 0


def test_what_notes_say_of_a_statement_follows_the_capture(tmp_path: Path) -> None:
    text = brief("It is 94 metres long [@q].")
    make_project(tmp_path / "before", {"q": "The bridge is 94 metres long.\n"}, {"b": text})
    make_project(tmp_path / "after", {"q": "The bridge is 49 metres long.\n"}, {"b": text})
    root = tmp_path / "before"
    (root / ".briefgen").mkdir()
    (root / ".briefgen/.gitignore").write_text("*\n", "utf-8")
    kept = KeptResults(root, project.KEPT_BRIEFS)
    told = compile_briefs(root, each=kept.each(one_by_one), summaries=kept.summary)
    assert "In our copy" in page_of(told)
    kept.keep()
    for path in ("seeds/q.txt", "sources/captures.yml"):
        shutil.copy(tmp_path / "after" / path, root / path)
    kept = KeptResults(root, project.KEPT_BRIEFS)
    told = compile_briefs(root, each=kept.each(one_by_one), summaries=kept.summary)
    assert "Not found in our copy" in page_of(told)
    assert told == compile_briefs(root)


def page_of(told: Told[Compilation]) -> str:
    (text,) = (one.text for one in told.value.pages if one.path == "briefs/b.md")
    return text


def test_a_draft_is_a_page_only_where_drafts_are_asked_for(kept_once: Path) -> None:
    counting = Counting()
    kept, asked = KeptResults(kept_once, project.KEPT_BRIEFS), Asked(drafts=True)
    told = compile_briefs(kept_once, asked, each=kept.each(counting), summaries=kept.summary)
    assert told == compile_briefs(kept_once, asked)
    assert counting.made
    assert not any(counting.made), "there is no draft"

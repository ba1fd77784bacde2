"""After any edits of what a brief is made from, `docs/` and what is said are those of a clean run."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path, PurePath
from random import Random

import pytest

from briefgen.disk import writing
from briefgen.model.layout import project
from tests.cache.test_last_run import said_by
from tests.rules.projects import lay_out
from tests.sweep import SWEEP

BRIEFS = 6 if SWEEP == 1 else 20
STEPS = 9 if SWEEP == 1 else 12
SEEDS = range(1 if SWEEP == 1 else 300)

WORDS = "bridge council river order report engineer minister treaty worker border station decision".split()
QUOTED = ("the old bridge", "closes on Monday", "old bridge closes")


def sentence(choose: Random) -> str:
    return " ".join(choose.choices(WORDS, k=6)).capitalize() + "."


def text_of(name: str, choose: Random) -> str:
    """A brief that has something of everything that depends on something else."""
    other = f"b{choose.randrange(BRIEFS):02d}"
    parts = [
        sentence(choose),
        f"The Herald writes that “{choose.choice(QUOTED)}” [@herald2025bridge].",
        f"It says so [@minutes2025], [in another brief]({other}.md). [water, p. 3]",
        f"::: {{.correction verdict={choose.choice(('false', 'misleading'))} #first}}\n"
        "> the old bridge closes on Monday [@herald2025bridge]\n\n"
        f"{sentence(choose)} [@minutes2025].\n:::",
        "::: {.context include=river}\n:::",
        f"{sentence(choose)}[^one]\n\n[^one]: Words [@copy2025; @herald2025bridge].",
        "She said that “nobody was asked”.\n\n<!-- allow quotation-not-checked: known -->",
    ]
    day = f"2025-0{choose.randint(1, 9)}-1{choose.randint(0, 9)}"
    front = [f"title: {sentence(choose)[:-1]}", f"date: {day}", f"lang: {choose.choice(('en', 'de'))}"]
    front += ["about: herald2025bridge"] * choose.randint(0, 1)
    front += [f"tags: [{choose.choice(WORDS)}]"]
    shown = choose.sample(parts, k=choose.randint(2, len(parts)))
    return "\n".join(("---", *front, "---", "")) + "\n" + "\n\n".join(shown) + "\n"


def lay_out_briefs(root: Path, choose: Random) -> None:
    lay_out((), root)
    (root / "sources/context").mkdir()
    (root / "sources/context/river.en.md").write_text(box("en", choose), "utf-8")
    with (root / "sources/references.bib").open("a", encoding="utf-8") as file:
        file.write("\n@misc{copy2025, title = {A Copy}, date = {2025-05-03}}\n")
    for number in range(BRIEFS):
        name = f"b{number:02d}"
        (root / f"sources/{name}.md").write_text(text_of(name, choose), "utf-8")


def box(lang: str, choose: Random) -> str:
    cited = choose.choice(("[@minutes2025]", "“the old bridge” [@herald2025bridge]"))
    return f"---\ntitle: The river\nas_of: 2025-05-01\n---\n\n{sentence(choose)} So {lang}: {cited}.\n"


# --------------------------------------------------------------------------------------- what is edited


def a_brief(root: Path, choose: Random) -> Path:
    return choose.choice(sorted((root / "sources").glob("b*.md")))


def changed(path: Path, pattern: str, new: str) -> None:
    path.write_text(re.sub(pattern, new, path.read_text("utf-8"), count=1), "utf-8")


def a_text(root: Path, choose: Random) -> None:
    with a_brief(root, choose).open("a", encoding="utf-8") as file:
        file.write(f"\n{sentence(choose)}\n")


def a_title(root: Path, choose: Random) -> None:
    changed(a_brief(root, choose), "(?m)^title: .*", f"title: {sentence(choose)[:-1]}")


def a_draft(root: Path, choose: Random) -> None:
    path = a_brief(root, choose)
    if "status:" in path.read_text("utf-8"):
        changed(path, "(?m)^status: draft\n", "")
    else:
        changed(path, "(?m)^lang:", "status: draft\nlang:")


def a_day(root: Path, choose: Random) -> None:
    changed(a_brief(root, choose), "(?m)^date: .*", f"date: 2025-0{choose.randint(1, 9)}-11")


def an_erratum(root: Path, choose: Random) -> None:
    said = "updated: 2025-10-01\nerrata:\n  - {date: 2025-10-01, type: correction, was: A, now: B}\nlang:"
    path = a_brief(root, choose)
    if "errata:" not in path.read_text("utf-8"):
        changed(path, "(?m)^lang:", said)


def a_new_brief(root: Path, choose: Random) -> None:
    name = f"b{choose.randrange(50, 60)}"
    (root / f"sources/{name}.md").write_text(text_of(name, choose), "utf-8")


def another_name(root: Path, choose: Random) -> None:
    a_brief(root, choose).replace(root / f"sources/b{choose.randrange(60, 70)}.md")


def one_less(root: Path, choose: Random) -> None:
    a_brief(root, choose).unlink()


def a_work(root: Path, choose: Random) -> None:
    changed(root / "sources/references.bib", r"title = \{", f"title = {{{choose.choice(WORDS).capitalize()} ")


def a_new_work(root: Path, choose: Random) -> None:
    """One that is named in brackets, which is an error from then on, or another."""
    with (root / "sources/references.bib").open("a", encoding="utf-8") as file:
        file.write(f"\n@misc{{{choose.choice(('water', 'wind'))}, title = {{{sentence(choose)}}}}}\n")


def a_work_gone(root: Path, choose: Random) -> None:
    path = root / "sources/references.bib"
    text = path.read_text("utf-8")
    if "@misc{copy2025" in text:
        path.write_text(re.sub(r"@misc\{copy2025[^@]*", "", text), "utf-8")
    else:
        path.write_text(text + "\n@misc{copy2025, title = {Again}}\n", "utf-8")


def a_record(root: Path, choose: Random) -> None:
    changed(
        root / "sources/captures.yml", "(?m)^  captured: .*", f"  captured: 2025-05-1{choose.randint(0, 9)}"
    )


def words_of_a_capture(root: Path, choose: Random) -> None:
    path, captures = root / "seeds/herald.txt", root / "sources/captures.yml"
    path.write_text(f"{path.read_text('utf-8')}{sentence(choose)}\n", "utf-8")
    changed(captures, "(?m)^  sha256: .*", f"  sha256: {sha256(path.read_bytes()).hexdigest()}")


def why_none(root: Path, choose: Random) -> None:
    with (root / "sources/captures.yml").open("a", encoding="utf-8") as file:
        if "minutes2025" not in (root / "sources/captures.yml").read_text("utf-8"):
            file.write("minutes2025:\n  capture: none\n  why: It is on paper\n")


def a_box(root: Path, choose: Random) -> None:
    lang = choose.choice(("en", "de"))
    (root / f"sources/context/river.{lang}.md").write_text(box(lang, choose), "utf-8")


def a_box_less(root: Path, _: Random) -> None:
    (root / "sources/context/river.de.md").unlink(missing_ok=True)


def settings(root: Path, choose: Random) -> None:
    said = f"site_name: {choose.choice(WORDS)}\n"
    if choose.random() < 0.5:
        said += "site_url: https://example.org/\n"
    (root / "mkdocs.yml").write_text(said, "utf-8")


def a_translation(root: Path, choose: Random) -> None:
    first, second = choose.sample(sorted((root / "sources").glob("b*.md")), k=2)
    changed(first, "(?m)^lang: .*", "lang: en")
    changed(second, "(?m)^lang: .*", f"lang: de\ntranslation_of: {first.stem}")


def locked(root: Path, _: Random) -> None:
    said_by("--root", root, "lock", "--date", "2025-11-11")


def lock_gone(root: Path, _: Random) -> None:
    (root / "sources/verified.lock").unlink(missing_ok=True)
    (root / "sources/published.lock").unlink(missing_ok=True)


def times_back(root: Path, choose: Random) -> None:
    """As after a checkout: other words, and an older time."""
    path = a_brief(root, choose)
    a_text(root, choose)
    os.utime(path, (10**9, 10**9))


def damaged(root: Path, choose: Random) -> None:
    kept = sorted((root / project.KEPT_BRIEFS).glob("*"))
    for path in choose.sample(kept, k=len(kept) // 3):
        path.write_bytes(path.read_bytes()[:-1]) if choose.random() < 0.5 else path.unlink()


EDITS: Sequence[Callable[[Path, Random], object]] = (
    *(a_text, a_text, a_title, a_day, an_erratum, a_new_brief, another_name, one_less, a_work, a_new_work),
    *(a_work_gone, a_record, words_of_a_capture, why_none, a_box, a_box_less, settings, a_translation),
    *(a_draft, locked, lock_gone, times_back, damaged),
)


def nothing(_: Path, __: Random) -> None:
    pass


def written(root: Path) -> list[Path]:
    """What an author wrote."""
    folders = ("sources", "seeds")
    files = (path for folder in folders for path in (root / folder).rglob("*") if path.is_file())
    return [root / "mkdocs.yml", *files]


class Killed(BaseException):
    """Ends a run wherever it is."""


def killed_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a run end before it writes its so-manieth file."""
    left = [number]
    write = writing.replace_file

    def write_or_end(path: PurePath, data: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        write(path, data)

    for module in [module for name, module in sys.modules.items() if name.startswith("briefgen.")]:
        if getattr(module, "replace_file", None) is write:
            monkeypatch.setattr(module, "replace_file", write_or_end)


def docs(root: Path) -> dict[str, bytes]:
    folder = root / "docs"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("seed", SEEDS)
def test_after_edits_all_is_as_after_a_clean_run(seed: int, tmp_path: Path) -> None:
    choose, root = Random(seed), tmp_path / "project"
    lay_out_briefs(root, choose)
    edits = [choose.choice(EDITS) for _ in range(STEPS)] if SWEEP > 1 else EDITS[seed :: len(EDITS) // STEPS]
    history = []
    was_right = 0
    for number, edit in enumerate((nothing, *edits)):
        before = {path: path.read_bytes() for path in written(root)}
        edit(root, choose)
        history.append(edit.__name__)
        flags = ["--drafts"] * (choose.random() < 0.1)
        with pytest.MonkeyPatch.context() as patch:
            if choose.random() < 0.2:
                patch.setitem(sys.modules, "resvg_py", None)
            if choose.random() < 0.2:
                with pytest.MonkeyPatch.context() as once:
                    killed_at(choose.randrange(60), once)
                    try:
                        said_by("--root", root, "compile", "--cache", "--jobs", "1")
                    except Killed:
                        history.append("killed")
            if choose.random() < 0.5:
                checked = said_by("--root", root, "check", "--cache", "--jobs", "1", *flags)
                assert checked == said_by("--root", root, "check", "--no-cache", "--jobs", "1", *flags)
            mine = said_by("--root", root, "compile", "--cache", "--jobs", "1")
            clean = tmp_path / f"clean{number}"
            shutil.copytree(root, clean, ignore=shutil.ignore_patterns(project.OWN.rstrip("/")))
            theirs = said_by("--root", clean, "compile", "--no-cache", "--jobs", "1")
        assert findings_of(mine) == findings_of(theirs), history
        assert docs(root) == docs(clean), history
        shutil.rmtree(clean)
        was_right += mine[0] == 0
        if mine[0]:  # an error, which is mended as a checkout mends it
            for path in written(root):
                path.unlink()
            for path, data in before.items():
                path.write_bytes(data)
    assert was_right > len(edits) // 2, history


def findings_of(said: tuple[int, str]) -> tuple[int, str]:
    """What was said but for how many files were written."""
    return said[0], re.sub(r"docs/: .*", "", said[1])

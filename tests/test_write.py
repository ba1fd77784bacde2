import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import briefgen
from briefgen.disk.writing import locked
from briefgen.load import load_files
from briefgen.model.manifest import Manifest
from briefgen.model.page import Page
from briefgen.model.project import ProjectError
from briefgen.write import Written, find_conflicts, write_pages, write_theme
from tests.sweep import SWEEP

PACKAGE = Path(briefgen.__file__).parent


def pages(files: dict[str, str]) -> tuple[Page, ...]:
    return tuple(Page(path, text) for path, text in files.items())


def tree(folder: Path) -> dict[str, str]:
    """The texts of all files below a folder, without the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".briefgen.json"
    }


def stamps(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


def hand_written(root: Path) -> tuple[str, ...]:
    (root / "sources").mkdir(exist_ok=True)
    return load_files(root).value.written


# ----------------------------------------------------------------------------------- the usual runs


def test_pages_are_written_and_listed(tmp_path: Path) -> None:
    wanted = {"briefs/zwölf.md": "zwölf\n", "briefs/a.md": "a\n", "index.json": "{}"}
    assert write_pages(tmp_path, pages(wanted)) == Written(
        changed=("briefs/a.md", "briefs/zwölf.md", "index.json"), removed=(), unchanged=()
    )
    assert tree(tmp_path / "docs") == wanted
    assert (tmp_path / "docs/.briefgen.json").read_text(encoding="utf-8") == (
        "{\n"
        ' "files": {\n'
        '  "briefs/a.md": "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7",\n'
        '  "briefs/zwölf.md": "8f3baf9c1c24835390573da19861fafa1f427ea4dc710369c8b8f525694b9031",\n'
        '  "index.json": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"\n'
        " },\n"
        ' "version": 1\n'
        "}\n"
    )
    assert hand_written(tmp_path) == ()


def test_new_files_may_be_read_by_others(tmp_path: Path) -> None:
    """As other programs make them: a site is often served by another user."""
    (tmp_path / "ordinary").touch()
    write_pages(tmp_path, pages({"a.md": "a"}))
    assert (tmp_path / "docs/a.md").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_nothing_is_touched_when_nothing_changed(tmp_path: Path) -> None:
    wanted = pages({"briefs/a.md": "a\n", "b.md": "b\n"})
    write_pages(tmp_path, wanted)
    before = stamps(tmp_path / "docs")
    assert write_pages(tmp_path, wanted[::-1]) == Written((), (), ("b.md", "briefs/a.md"))
    assert stamps(tmp_path / "docs") == before


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write_pages(tmp_path, pages({"a.md": "a", "b.md": "b"}))
    before = stamps(tmp_path / "docs")
    assert write_pages(tmp_path, pages({"a.md": "a", "b.md": "new"})) == Written(("b.md",), (), ("a.md",))
    after = stamps(tmp_path / "docs")
    assert after[str(tmp_path / "docs/a.md")] == before[str(tmp_path / "docs/a.md")]
    assert tree(tmp_path / "docs") == {"a.md": "a", "b.md": "new"}


def test_stale_pages_and_the_folders_they_leave_empty_go(tmp_path: Path) -> None:
    (tmp_path / "docs/empty").mkdir(parents=True)
    (tmp_path / "docs/mixed").mkdir()
    (tmp_path / "docs/mixed/mine.md").write_text("mine", encoding="utf-8")
    write_pages(tmp_path, pages({"a/b/c.md": "c", "mixed/ours.md": "ours", "d.md": "d"}))
    assert write_pages(tmp_path, pages({"d.md": "d"})) == Written(
        (), ("a/b/c.md", "mixed/ours.md"), ("d.md",)
    )
    assert tree(tmp_path / "docs") == {"d.md": "d", "mixed/mine.md": "mine"}
    assert not (tmp_path / "docs/a").exists()
    assert (tmp_path / "docs/empty").is_dir()


def test_a_folder_may_take_the_place_of_a_stale_page(tmp_path: Path) -> None:
    write_pages(tmp_path, pages({"a": "x"}))
    write_pages(tmp_path, pages({"a/b": "x"}))
    assert tree(tmp_path / "docs") == {"a/b": "x"}


def test_a_page_deleted_by_hand_comes_back(tmp_path: Path) -> None:
    write_pages(tmp_path, pages({"a.md": "a"}))
    (tmp_path / "docs/a.md").unlink()
    assert write_pages(tmp_path, pages({"a.md": "a"})).changed == ("a.md",)


@pytest.mark.parametrize("path", ["../a.md", "/a.md", "a/../../b.md", "", ".", "a//b.md", "./a.md"])
def test_a_path_that_leads_elsewhere_is_our_mistake(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="inside docs/"):
        write_pages(tmp_path, pages({path: "a"}))
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------------- hand-written files


def test_a_page_edited_by_hand_is_theirs_from_then_on(tmp_path: Path) -> None:
    write_pages(tmp_path, pages({"a.md": "a", "b.md": "b"}))
    (tmp_path / "docs/a.md").write_text("edited", encoding="utf-8")
    assert hand_written(tmp_path) == ("a.md",)
    with pytest.raises(ProjectError, match=r"docs/a\.md cannot be written"):
        write_pages(tmp_path, pages({"a.md": "new", "b.md": "new"}))
    assert tree(tmp_path / "docs") == {"a.md": "edited", "b.md": "b"}
    assert write_pages(tmp_path, pages({"b.md": "b"})).removed == ()
    assert tree(tmp_path / "docs") == {"a.md": "edited", "b.md": "b"}


@pytest.mark.parametrize("path", ["briefs/a.md", "briefs", "briefs/a.md/x"])
def test_nothing_is_written_over_a_file_that_is_not_ours(tmp_path: Path, path: str) -> None:
    place = tmp_path / "docs" / path
    place.parent.mkdir(parents=True)
    place.write_text("mine", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"docs/briefs/a\.md cannot be written"):
        write_pages(tmp_path, pages({"0.md": "0", "briefs/a.md": "a"}))
    assert tree(tmp_path / "docs") == {path: "mine"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    outside.mkdir()
    (root / "docs").mkdir(parents=True)
    (root / "docs/briefs").symlink_to(outside)
    assert hand_written(root) == ("briefs",)
    with pytest.raises(ProjectError):
        write_pages(root, pages({"briefs/a.md": "a"}))
    (root / "docs/briefs").unlink()
    (root / "docs").rmdir()
    (root / "docs").symlink_to(outside)
    with pytest.raises(ProjectError, match="docs is a link"):
        write_pages(root, pages({"a.md": "a"}))
    assert list(outside.iterdir()) == []


def test_stale_pages_behind_a_link_stay(tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    write_pages(root, pages({"briefs/a.md": "a"}))
    (root / "docs/briefs").rename(outside)
    (root / "docs/briefs").symlink_to(outside)
    assert write_pages(root, pages({"b.md": "b"})).removed == ()
    assert tree(outside) == {"a.md": "a"}


@pytest.mark.parametrize(
    ("written", "page", "obstacle"),
    [
        ("briefs/a.md", "briefs/a.md", "briefs/a.md"),
        ("Briefs/A.MD", "briefs/a.md", "Briefs/A.MD"),
        ("briefs/Gru\u0308ße.md", "briefs/grüsse.md", "briefs/Gru\u0308ße.md"),
        ("briefs/a/index.md", "briefs/a.md", "briefs/a/index.md"),
        ("briefs/README.md", "briefs/index.md", "briefs/README.md"),
        ("briefs", "briefs/a.md", "briefs"),
        ("briefs/a", "briefs/a.md", "briefs/a"),
        ("briefs/a.md/x.png", "briefs/a.md", "briefs/a.md/x.png"),
        ("briefs.md", "briefs/a.md", None),
        ("briefs/a/photo.png", "briefs/a.md", None),
        ("briefs/ab.md", "briefs/a.md", None),
    ],
)
def test_what_is_in_the_way_of_a_page(written: str, page: str, obstacle: str | None) -> None:
    findings = find_conflicts(pages({page: ""}), (written,))
    found = [(finding.rule.name, finding.span.path, finding.span.line) for finding in findings]
    assert found == ([("file-in-the-way", f"docs/{obstacle}", 1)] if obstacle else [])


def test_two_pages_with_one_address() -> None:
    made = pages({"briefs/index.md": "", "briefs/x.md": "", "briefs.md": ""})
    (finding,) = find_conflicts(made, ())
    assert (finding.rule.name, finding.span.path) == ("colliding-pages", "docs/briefs/index.md")
    assert finding.message.endswith("the other is docs/briefs.md")


# -------------------------------------------------------------------------------- killed at any time

# A run that ends at the n-th thing it does to the file system, as if the power had gone.
KILLED_RUN = """
import os, sys
from pathlib import Path
from briefgen.model.manifest import Manifest
from briefgen.model.page import Page
from briefgen.write import write_pages

root, left, pages = Path(sys.argv[1]), int(sys.argv[2]), eval(sys.argv[3])
WRITES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}

def count(event, arguments):
    global left
    if event in WRITES or (event == "open" and arguments[2] & os.O_CREAT):
        left -= 1
        if left < 0:
            os._exit(9)

sys.addaudithook(count)
write_pages(root, tuple(Page(path, text) for path, text in pages.items()))
"""


def killed_run(root: Path, after: int, wanted: dict[str, str]) -> bool:
    """Run write_pages in a process of its own and kill it before step `after`; whether it was killed."""
    command = [sys.executable, "-c", KILLED_RUN, str(root), str(after), repr(wanted)]
    environment = os.environ | {"PYTHONPATH": str(PACKAGE.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    code = subprocess.run(command, env=environment, check=False, timeout=60).returncode
    assert code in (0, 9)
    return code == 9


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    """Whoever has the old file open goes on reading the old file, whole."""
    write_pages(tmp_path, pages({"a.md": "old"}))
    with (tmp_path / "docs/a.md").open(encoding="utf-8") as reader:
        write_pages(tmp_path, pages({"a.md": "new"}))
        assert reader.read() == "old"
    assert tree(tmp_path / "docs") == {"a.md": "new"}


def test_whenever_it_is_killed_each_file_is_old_or_new_and_known_as_ours(tmp_path: Path) -> None:
    old = {"briefs/changed.md": "old", "briefs/same.md": "same", "gone/stale.md": "stale"}
    new = {"briefs/changed.md": "new", "briefs/same.md": "same", "added/new.md": "new"}
    steps = 0
    killed = True
    while killed:
        root = tmp_path / str(steps)
        write_pages(root, pages(old))
        (root / "docs/mine.md").write_text("mine", encoding="utf-8")
        killed = killed_run(root, steps, new)
        for path, text in tree(root / "docs").items():
            if path != "mine.md" and not path.endswith(".new"):
                assert text in (old.get(path), new.get(path)), (steps, path)
        assert hand_written(root) == ("mine.md",), steps
        # Neither going on, nor turning back, nor being killed again does any harm.
        killed_run(root, 3, old)
        assert hand_written(root) == ("mine.md",), steps
        write_pages(root, pages(new))
        assert tree(root / "docs") == new | {"mine.md": "mine"}
        assert not (root / "docs/gone").exists()
        manifest = json.loads((root / "docs/.briefgen.json").read_text(encoding="utf-8"))
        assert manifest.keys() == {"version", "files"}
        assert manifest["files"].keys() == new.keys()
        steps += 1 if SWEEP > 1 else 4
    assert steps > 8


# -------------------------------------------------------------------------------- theme, lock, safety


def test_the_theme_is_what_the_package_holds(tmp_path: Path) -> None:
    def contents(folder: Path) -> dict[str, bytes]:
        files = [path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    packaged = contents(PACKAGE / "theme")
    for path in sorted(path for path in packaged if ".css/" in path or ".js/" in path):
        whole = path.rpartition("/")[0]  # the parts of one file lie in a folder that has its name
        packaged[whole] = b"\n".join(filter(None, (packaged.get(whole), packaged.pop(path))))
    theme = tmp_path / ".briefgen/theme"
    write_theme(tmp_path)
    older = {"old/stale.html": b"", **contents(theme)}
    (theme / "old").mkdir()
    (theme / "old/stale.html").touch()
    listed = {path: hashlib.sha256(data).hexdigest() for path, data in older.items()}
    (tmp_path / ".briefgen/theme.json").write_text(Manifest(listed).encode(), encoding="utf-8")
    for path in ("main.html", "assets/briefgen.css"):
        (theme / path).unlink()
    packaged["partials/words.html"] = b""  # made from the catalogue
    packaged["partials/cards.html"] = b"{%- set has_cards = true %}\n"
    packaged["partials/feeds.html"] = b"{%- set feeds = [] %}\n"
    packaged["partials/lists.html"] = (
        b"{#- Generated by briefgen from the briefs. #}\n{%- set lists = [] %}\n"
    )
    missing = ("assets/briefgen.css", "main.html")
    there = tuple(sorted(packaged.keys() - set(missing)))
    assert write_theme(tmp_path) == Written(missing, ("old/stale.html",), there)
    assert contents(theme) | {"partials/words.html": b""} == packaged
    assert "Fußnote" in (theme / "partials/words.html").read_text(encoding="utf-8")
    assert not (theme / "old").exists()
    before = stamps(theme)
    assert write_theme(tmp_path) == Written((), (), tuple(sorted(packaged)))
    assert stamps(theme) == before


@pytest.mark.parametrize("path", ["main.html", "partials/mine.html"])
@pytest.mark.parametrize("listed", [True, False])
def test_a_template_of_ones_own_is_not_lost(tmp_path: Path, path: str, listed: bool) -> None:
    """Whoever writes into the theme's folder, as mkdocs.yml names it, is told before anything is gone."""
    write_theme(tmp_path)
    if not listed:  # as it was before there was a list: the package's own files are ours by their names
        (tmp_path / ".briefgen/theme.json").unlink()
    (tmp_path / ".briefgen/theme" / path).write_text("mine", encoding="utf-8")
    if listed or path == "partials/mine.html":
        with pytest.raises(ProjectError, match=rf"theme/{path} is not as briefgen wrote it, .* move it away"):
            write_theme(tmp_path)
        assert (tmp_path / ".briefgen/theme" / path).read_text(encoding="utf-8") == "mine"
    else:
        assert write_theme(tmp_path).changed == (path,)


def test_a_theme_from_before_there_was_a_list_is_brought_up_to_date(tmp_path: Path) -> None:
    write_theme(tmp_path)
    (tmp_path / ".briefgen/theme.json").unlink()
    (tmp_path / ".briefgen/theme/partials/social.html").write_text("of an earlier version", encoding="utf-8")
    assert write_theme(tmp_path).removed == ("partials/social.html",)


def test_a_folder_with_our_name_and_not_ours_is_not_used(tmp_path: Path) -> None:
    (tmp_path / ".briefgen").mkdir()
    (tmp_path / ".briefgen/notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"\.briefgen/notes\.txt was not made by briefgen"):
        write_theme(tmp_path)
    assert tree(tmp_path / ".briefgen") == {"notes.txt": "mine"}


def test_the_theme_folder_is_there_even_when_it_is_empty(tmp_path: Path) -> None:
    """mkdocs.yml names it, and MkDocs insists."""
    write_theme(tmp_path)
    assert (tmp_path / ".briefgen/theme").is_dir()


def test_no_theme_is_written_through_a_link(tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.html").touch()
    root.mkdir()
    (root / ".briefgen").symlink_to(outside)
    with pytest.raises(ProjectError, match="is a link"):
        write_theme(root)
    (root / ".briefgen").unlink()
    (root / ".briefgen").mkdir()
    (root / ".briefgen/theme").symlink_to(outside)
    with pytest.raises(ProjectError, match="is a link"):
        write_theme(root)
    assert [path.name for path in outside.iterdir()] == ["mine.html"]


def test_our_own_folder_hides_from_git(tmp_path: Path) -> None:
    write_theme(tmp_path)
    assert (tmp_path / ".briefgen/.gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no lock there")
def test_two_runs_keep_out_of_each_others_way(tmp_path: Path) -> None:
    waiting = (
        "import sys; from pathlib import Path; from briefgen.disk.writing import locked\n"
        "sys.stdin.readline()\n"
        "with locked(Path(sys.argv[1]), 'write'): print('in')\n"
    )
    command = [sys.executable, "-c", waiting, str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(PACKAGE.parent)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, text=True) as other:
        with locked(tmp_path, "write"), pytest.raises(subprocess.TimeoutExpired):
            other.communicate("go\n", timeout=0.5)
        assert other.communicate(timeout=60)[0] == "in\n"

"""What must not be followed, waited for or read to its end: links, pipes, devices, files without measure.

Each case is a project without a fault, one change to it, and what has to be said. Nothing may be read from
outside and nothing outside may change, whatever is said.
"""

import errno
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.disk.reading import read, read_text
from briefgen.disk.writing import add_file, own_place, remove_folder, replace_file, write_file
from briefgen.model.layout import project as layout
from briefgen.model.limits import Limit, TooLargeError
from briefgen.model.project import ProjectError
from tests.hostile.desk import BRIEF, change, make_desk, tree
from tests.sweep import sampled

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are other things there")

SECRET = "TOP-SECRET"
Change = Callable[[Path, Path], object]
"""Takes the project and a folder outside it."""


def link(path: str, to: str) -> Change:
    """A link in the project; `OUT` is the folder outside."""

    def make(root: Path, outside: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(to.replace("OUT", str(outside)))

    return make


def moved_out(path: str) -> Change:
    """A file or folder of the project that lies outside now, a link in its place."""

    def move(root: Path, outside: Path) -> None:
        (root / path).rename(outside / "moved")
        (root / path).symlink_to(outside / "moved")

    return move


def settings(added: str) -> Change:
    def add(root: Path, outside: Path) -> None:
        place = root / "mkdocs.yml"
        text = place.read_text(encoding="utf-8") + added.replace("OUT", str(outside))
        place.write_text(text, encoding="utf-8")

    return add


def text(path: str, content: str) -> Change:
    def write(root: Path, outside: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content.replace("OUT", str(outside)), encoding="utf-8")

    return write


def pipe(path: str) -> Change:
    def make(root: Path, _: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return make


def listening(path: str) -> Change:
    def make(root: Path, _: Path) -> None:
        here = Path.cwd()
        os.chdir((root / path).parent)  # a socket's own path has little room
        try:
            with socket.socket(socket.AF_UNIX) as one:
                one.bind(Path(path).name)
        finally:
            os.chdir(here)

    return make


def sparse(path: str, size: int) -> Change:
    def make(root: Path, _: Path) -> None:
        with (root / path).open("wb") as file:
            file.truncate(size)

    return make


def all_of(*changes: Change) -> Change:
    return lambda root, outside: [one(root, outside) for one in changes]


OUTSIDE, UNREADABLE, LARGE = "outside-project", "unreadable-file", "file-too-large"
GIB = 2**30
GIT = text(".git/config", SECRET)

REFUSED: dict[str, tuple[Change, str, str]] = {
    # what lies in docs/ is opened and copied by MkDocs
    "docs: a file": (link("docs/leak.txt", "OUT/secret.txt"), "docs/leak.txt", OUTSIDE),
    "docs: a page": (link("docs/leak.md", "OUT/secret.txt"), "docs/leak.md", OUTSIDE),
    "docs: a hidden name": (link("docs/.leak", "OUT/secret.txt"), "docs/.leak", OUTSIDE),
    "docs: a folder": (link("docs/dir", "OUT"), "docs/dir", OUTSIDE),
    "docs: a file deep inside": (link("docs/a/b/leak.png", "OUT/secret.txt"), "docs/a/b/leak.png", OUTSIDE),
    "docs: by the way up": (link("docs/leak.txt", "../../outside/secret.txt"), "docs/leak.txt", OUTSIDE),
    "docs: by two links": (
        all_of(link("docs/hop", "OUT/secret.txt"), link("docs/leak", "hop")),
        "docs/hop",
        OUTSIDE,
    ),
    "docs: all of it": (moved_out("docs"), "docs", OUTSIDE),
    "docs: what git hides": (all_of(GIT, link("docs/leak.txt", "../.git/config")), "docs/leak.txt", OUTSIDE),
    "docs: git's own folder": (all_of(GIT, link("docs/git", "../.git")), "docs/git", OUTSIDE),
    "docs: to nothing": (link("docs/x.md", "nowhere.md"), "docs/x.md", UNREADABLE),
    "docs: to itself": (link("docs/x.md", "x.md"), "docs/x.md", UNREADABLE),
    "docs: without end": (link("docs/z.png", "/dev/zero"), "docs/z.png", OUTSIDE),
    "docs: a page is a pipe": (pipe("docs/x.md"), "docs/x.md", UNREADABLE),
    "docs: a picture is a pipe": (pipe("docs/img/x.png"), "docs/img/x.png", UNREADABLE),
    "docs: the home page is a pipe": (pipe("docs/index.md"), "docs/index.md", UNREADABLE),
    "docs: a socket": (listening("docs/x.md"), "docs/x.md", UNREADABLE),
    "docs: a page without measure": (sparse("docs/big.md", 40 * GIB), "docs/big.md", LARGE),
    "docs: a picture without measure": (sparse("docs/big.png", 40 * GIB), "docs/big.png", LARGE),
    # what briefgen reads itself
    "sources: a brief": (link("sources/leak.md", "OUT/brief.md"), "sources/leak.md", OUTSIDE),
    "sources: the bibliography": (moved_out("sources/references.bib"), "sources/references.bib", OUTSIDE),
    "sources: the captures": (moved_out("sources/captures.yml"), "sources/captures.yml", OUTSIDE),
    "sources: the lock": (link("sources/verified.lock", "OUT/secret.txt"), "sources/verified.lock", OUTSIDE),
    "sources: what git hides": (all_of(GIT, link("sources/x.md", "../.git/config")), "sources/x.md", OUTSIDE),
    "sources: all of it": (moved_out("sources"), "sources", OUTSIDE),
    "sources: a pipe": (pipe("sources/x.md"), "sources/x.md", UNREADABLE),
    "sources: the bibliography is a pipe": (
        pipe("sources/references.bib"),
        "sources/references.bib",
        UNREADABLE,
    ),
    "sources: a brief without measure": (sparse("sources/x.md", 40 * GIB), "sources/x.md", LARGE),
    "sources: a bibliography without measure": (
        sparse("sources/references.bib", 40 * GIB),
        "sources/references.bib",
        LARGE,
    ),
    "sources: a lock without measure": (
        sparse("sources/verified.lock", 40 * GIB),
        "sources/verified.lock",
        LARGE,
    ),
    "seeds: a file": (link("seeds/x.txt", "OUT/secret.txt"), "seeds/x.txt", OUTSIDE),
    "seeds: a folder": (link("seeds/x", "OUT"), "seeds/x", OUTSIDE),
    "seeds: a device": (link("seeds/x.txt", "/dev/zero"), "seeds/x.txt", OUTSIDE),
    "seeds: a pipe": (pipe("seeds/x.txt"), "seeds/x.txt", UNREADABLE),
    "seeds: a socket": (listening("seeds/x.txt"), "seeds/x.txt", UNREADABLE),
    "seeds: one without measure": (sparse("seeds/big.txt", 40 * GIB), "seeds/big.txt", LARGE),
    # the settings, and what they have MkDocs read
    "settings: a link": (moved_out("mkdocs.yml"), "mkdocs.yml", OUTSIDE),
    "settings: a pipe": (pipe("mkdocs.yml"), "mkdocs.yml", UNREADABLE),
    "settings: without measure": (sparse("mkdocs.yml", 40 * GIB), "mkdocs.yml", LARGE),
    "settings: a parent": (settings("INHERIT: OUT/parent.yml\n"), "mkdocs.yml", OUTSIDE),
    "settings: a parent above": (settings("INHERIT: ../outside/parent.yml\n"), "mkdocs.yml", OUTSIDE),
    "settings: a parent by a link": (
        all_of(link("base.yml", "OUT/parent.yml"), settings("INHERIT: base.yml\n")),
        "mkdocs.yml",
        OUTSIDE,
    ),
    "settings: a parent is a pipe": (
        all_of(pipe("base.yml"), settings("INHERIT: base.yml\n")),
        "mkdocs.yml",
        UNREADABLE,
    ),
    "settings: a parent's hooks": (
        all_of(text("base.yml", "hooks: [OUT/hook.py]\n"), settings("INHERIT: base.yml\n")),
        "base.yml",
        OUTSIDE,
    ),
    "settings: hooks": (settings("hooks: [../outside/hook.py]\n"), "mkdocs.yml", OUTSIDE),
    "settings: hooks by a link": (
        all_of(link("hook.py", "OUT/hook.py"), settings("hooks: [hook.py]\n")),
        "mkdocs.yml",
        OUTSIDE,
    ),
    "settings: the folder of pages": (settings("docs_dir: OUT\n"), "mkdocs.yml", OUTSIDE),
    "settings: another folder of pages": (settings("docs_dir: sources\n"), "mkdocs.yml", "unknown-choice"),
    "settings: snippets": (
        lambda root, _: change(
            root, "mkdocs.yml", "pymdownx.extra]", "pymdownx.extra, {pymdownx.snippets: {base_path: [/etc]}}]"
        ),
        "mkdocs.yml",
        OUTSIDE,
    ),
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return make_desk(tmp_path / "desk")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of somebody else, beside the project."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    (folder / "brief.md").write_text(
        f"---\ntitle: {SECRET}\ndate: 2026-01-20\n---\n{SECRET}\n", encoding="utf-8"
    )
    (folder / "parent.yml").write_text(f"copyright: {SECRET}\n", encoding="utf-8")
    (folder / "hook.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", sampled(REFUSED, 2))
def test_what_leads_out_or_has_no_end_is_an_error_before_anything_is_built(
    desk: Path, outside: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made, path, rule = REFUSED[case]
    made(desk, outside)
    before = tree(outside)
    assert main(["--root", str(desk), "build"]) == 1
    out, err = capsys.readouterr()
    lines = [line for line in out.splitlines() if f"[{rule}]" in line or rule in line]
    assert any(line.startswith(f"{path}:") for line in lines), out
    assert SECRET not in out + err
    assert "MkDocs" not in err
    assert tree(outside) == before
    assert not (desk / "site").exists()


def test_the_project_itself_is_without_fault(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(desk), "check"]) == 0, capsys.readouterr().out


def test_links_inside_the_project_lead_where_they_lead(desk: Path) -> None:
    (desk / "images").mkdir()
    (desk / "images/map.png").touch()
    (desk / "docs/images").symlink_to("../images")
    (desk / "docs/one.png").symlink_to("images/map.png")
    (desk / "docs/.well-known").mkdir()
    (desk / "docs/.well-known/x.txt").touch()
    (desk / "base.yml").write_text("copyright: ours\n", encoding="utf-8")
    settings("INHERIT: base.yml\ndocs_dir: docs\n")(desk, desk)
    assert main(["--root", str(desk), "compile"]) == 0


def test_links_that_multiply_come_to_an_end(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Forty folders, each with two links into the next: a million million ways through."""
    for number in range(40):
        folder = desk / f"docs/{number}"
        folder.mkdir()
        for name in "ab":
            (folder / name).symlink_to(f"../{number + 1}")
    (desk / "docs/40").mkdir()
    assert main(["--root", str(desk), "check"]) == 1
    assert "again and again" in capsys.readouterr().out


def test_folders_may_be_as_deep_as_the_system_allows(desk: Path) -> None:
    place = os.open(desk / "docs", os.O_RDONLY)
    for _ in range(1100):
        os.mkdir("d", dir_fd=place)
        inner = os.open("d", os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
    os.close(place)
    try:
        assert main(["--root", str(desk), "check"]) == 0
    finally:
        subprocess.run(["rm", "-r", desk / "docs/d"], check=True)  # Python's own way ends in the middle


def test_a_limit_is_what_the_settings_say(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (desk / "seeds/annex.txt").open("wb") as file:
        file.truncate(3_000_000)
    settings("extra: {briefgen: {limits: {capture: 2 MB}}}\n")(desk, desk)
    assert main(["--root", str(desk), "check"]) == 1
    out = capsys.readouterr().out
    assert "seeds/annex.txt" in out
    assert "this file has 3 MB, more than the limit of 2 MB" in out
    assert "raise `extra.briefgen.limits.capture`" in out
    change(desk, "mkdocs.yml", "2 MB", "4 MB")
    assert main(["--root", str(desk), "check"]) == 0


# ------------------------------------------------------------------------------------- what is written

WRITING = {
    "our own folder": link(".briefgen", "OUT"),
    "our lock file": link(".briefgen/write.lock", "OUT/secret.txt"),
    "our theme": link(".briefgen/theme", "OUT"),
    "the list of the theme": link(".briefgen/theme.json", "OUT/secret.txt"),
    "our cards": link(".briefgen/cards", "OUT"),
    "the list of pages": link("docs/.briefgen.json", "OUT/secret.txt"),
    "the folder of pages": link("docs/briefs", "OUT"),
    "a page": link("docs/briefs/bridge.md", "OUT/secret.txt"),
    "a lock that is a pipe": pipe(".briefgen/write.lock"),
    "our own folder is a pipe": pipe(".briefgen"),
}


@pytest.mark.parametrize("case", WRITING)
def test_nothing_is_written_through_a_link_and_no_pipe_is_waited_for(
    desk: Path, outside: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings("site_url: https://example.org/\n")(desk, outside)  # so that cards are drawn
    WRITING[case](desk, outside)
    before = tree(outside)
    assert main(["--root", str(desk), "compile"]) in (1, 2)
    assert tree(outside) == before
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert any(word in out + err for word in (".briefgen", "docs/briefs"))


def test_a_name_that_was_guessed_is_of_no_use(desk: Path, outside: Path) -> None:
    """The names of unfinished files of before, all that a process could have had."""
    (desk / ".briefgen/cards").mkdir(parents=True)
    (desk / ".briefgen/.gitignore").write_text("*", encoding="utf-8")
    for folder in (".briefgen", ".briefgen/cards", "docs", "docs/briefs"):
        (desk / folder).mkdir(exist_ok=True)
        for number in (os.getpid(), os.getpid() + 1):
            (desk / folder / f".briefgen-{number}.new").symlink_to(outside / "secret.txt")
    before = tree(outside)
    code = main(["--root", str(desk), "compile"])
    assert tree(outside) == before
    assert code in (0, 1)


def test_an_unfinished_name_is_made_only_if_it_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(os, "urandom", lambda count: bytes(count))
    (tmp_path / layout.unfinished("00" * 16)).symlink_to(victim)
    with pytest.raises(FileExistsError):
        replace_file(tmp_path / "a.txt", b"ours")
    assert victim.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "a.txt").exists()


# ------------------------------------------------------------------------------------------ the doors


def test_what_is_opened_is_an_ordinary_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"abc")
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "pipe")
    listening("socket")(tmp_path, tmp_path)
    assert read(tmp_path / "file") == b"abc"
    assert read(tmp_path / "link", linked=True) == b"abc"
    for name in ("link", "pipe", "socket", "."):
        for reader in (read, read_text):
            with pytest.raises(OSError, match=r"link|ordinary"):
                reader(tmp_path / name)
    with pytest.raises(OSError, match="ordinary"):
        read(Path("/dev/zero"))
    for name in ("link", "pipe", "socket"):
        with pytest.raises(OSError):  # noqa: PT011, what the system says of each is its own
            write_file(tmp_path / name, b"x")
    assert (tmp_path / "file").read_bytes() == b"abc"


def test_a_file_that_grows_while_it_is_read_has_the_same_limit(tmp_path: Path) -> None:
    limit = Limit("text", 1000)
    grown = Path("/proc/self/maps")  # its size is 0, until it is read
    if grown.exists():
        with pytest.raises(TooLargeError, match=r"more than the limit of 1 KB: raise `extra\.briefgen"):
            read(grown, limit)
    (tmp_path / "file").write_bytes(b"x" * 1001)
    with pytest.raises(TooLargeError, match=r"has 1\.001 KB, more than the limit of 1 KB"):
        read(tmp_path / "file", limit)
    (tmp_path / "file").write_bytes(b"x" * 1000)
    assert len(read(tmp_path / "file", limit)) == 1000


def test_a_new_file_takes_no_other_ones_place(tmp_path: Path) -> None:
    add_file(tmp_path / "a/new.txt", b"new")
    with pytest.raises(FileExistsError):
        add_file(tmp_path / "a/new.txt", b"newer")
    (tmp_path / "a/dangling").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        add_file(tmp_path / "a/dangling", b"new")
    assert tree(tmp_path) == {"a/new.txt": b"new"}


def test_a_new_file_where_a_file_has_only_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no")

    monkeypatch.setattr(os, "link", refuse)
    add_file(tmp_path / "new.txt", b"new")
    with pytest.raises(FileExistsError):
        add_file(tmp_path / "new.txt", b"newer")
    assert tree(tmp_path) == {"new.txt": b"new"}


def test_a_place_of_ours_has_no_link_on_the_way(desk: Path, outside: Path) -> None:
    (outside / "inner").mkdir()
    (desk / "a").symlink_to(outside)
    for path in ("a", "a/inner", "a/inner/x.txt"):
        with pytest.raises(ProjectError, match="a is a link"):
            own_place(desk, path)


def test_of_a_link_only_the_link_is_removed(outside: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(outside)
    remove_folder(tmp_path / "link")
    assert not (tmp_path / "link").exists()
    assert (outside / "secret.txt").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pipe", "this is not an ordinary file"),
        ("/dev/zero", "this is not an ordinary file"),
        ("folder", "folder has no .bib file"),
    ],
)
def test_a_document_that_has_no_end_is_refused_at_once(
    desk: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(desk / "pipe")
    (desk / "folder").mkdir()
    options = [
        "--key",
        "os2024sheet",
        "--captured",
        "2025-06-18",
        "--language",
        "en",
        "--obtained",
        "by hand",
    ]
    before = tree(desk)
    assert main(["--root", str(desk), "capture", str(desk / name), *options]) == 2
    assert said in capsys.readouterr().err
    assert tree(desk) == before


def test_an_export_is_never_written_over_what_is_there(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "notes.json").write_text("[]", encoding="utf-8")
    (desk / "draft.md").symlink_to(desk / "sources/bridge.md")
    main(["--root", str(desk), "import", str(desk / "notes.json"), "--output", str(desk / "draft.md")])
    assert (desk / "sources/bridge.md").read_text(encoding="utf-8") == BRIEF


# ------------------------------------------------------------------------------- names and characters

LONG = "k" * 300
UMLAUTS = "ä" * 130  # 260 bytes


def renamed(key: str) -> Change:
    def rename(root: Path, _: Path) -> None:
        change(root, "sources/references.bib", "os2024sheet", key)
        change(root, "sources/bridge.md", "@os2024sheet", f"@{{{key}}}")

    return rename


def in_file(path: str, old: str, new: str) -> Change:
    return lambda root, _: change(root, path, old, new)


TOO_LONG, CHARACTER = "name-too-long", "yaml-character"
NAMES: dict[str, tuple[Change, str, str]] = {
    "a key": (renamed(LONG), "sources/references.bib:8:", TOO_LONG),
    "a key of umlauts": (renamed(UMLAUTS), "sources/references.bib:8:", TOO_LONG),
    "a key of signs": (renamed("a:" * 70), "sources/references.bib:8:", TOO_LONG),
    "a topic": (in_file("sources/bridge.md", "transport", LONG), "sources/bridge.md:5:", TOO_LONG),
    "a topic of signs": (
        in_file("sources/bridge.md", "transport", UMLAUTS),
        "sources/bridge.md:5:",
        TOO_LONG,
    ),
    "a brief": (
        lambda root, _: (root / "sources/bridge.md").rename(root / f"sources/{'b' * 252}.md"),
        f"sources/{'b' * 252}.md:1:",
        TOO_LONG,
    ),
    "a page": (text(f"docs/{'b' * 252}.md", "# B\n"), f"docs/{'b' * 252}.md:1:", TOO_LONG),
    "half a character in the name": (
        in_file("mkdocs.yml", "site_name: Desk", 'site_name: "Desk \\ud800"'),
        "mkdocs.yml:1:",
        CHARACTER,
    ),
    "half a character in a key of somebody else": (
        settings('copyright: "\\udfff"\n'),
        "mkdocs.yml:5:",
        CHARACTER,
    ),
    "half a character as a key": (settings('extra: {"\\ud800": x}\n'), "mkdocs.yml:5:", CHARACTER),
    "half a character behind a tag": (settings('copyright: !ENV "\\ud800"\n'), "mkdocs.yml:5:", CHARACTER),
    "half a character in a parent": (
        all_of(text("base.yml", 'copyright: "\\ud83d"\n'), settings("INHERIT: base.yml\n")),
        "base.yml:1:",
        CHARACTER,
    ),
    "half a character in a brief": (
        in_file("sources/bridge.md", "title: The bridge", 'title: "The \\ud800 bridge"'),
        "sources/bridge.md:2:",
        CHARACTER,
    ),
    "half a character in the captures": (
        in_file("sources/captures.yml", "language: en", 'language: en\n  obtained: "\\ud800"'),
        "sources/captures.yml:6:",
        CHARACTER,
    ),
    "a name that is no text": (
        lambda root, _: (root / "docs/f\udce4hre.md").touch(),
        r"docs/f\xe4hre.md:1:",
        "unreadable-name",
    ),
}


@pytest.mark.parametrize("case", NAMES)
def test_what_no_file_can_be_called_or_hold_is_an_error_at_its_line(
    desk: Path, outside: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made, place, rule = NAMES[case]
    made(desk, outside)
    before = {path for path in tree(desk) if not path.startswith(".briefgen/")}
    assert main(["--root", str(desk), "build"]) == 1
    out, err = capsys.readouterr()
    assert any(line.startswith(place) and rule in line for line in out.splitlines()), out
    assert "MkDocs" not in err
    assert {path for path in tree(desk) if not path.startswith(".briefgen/")} == before


def test_names_of_the_greatest_length_are_built(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    renamed("k" * 240)(desk, desk)
    change(desk, "sources/bridge.md", "transport", "ä" * 120)
    (desk / "sources/bridge.md").rename(desk / f"sources/{'b' * 240}.md")
    (desk / f"docs/{'p' * 240}.md").write_text("# P\n", encoding="utf-8")
    for options in ([], ["--offline"]):
        assert main(["--root", str(desk), "build", *options]) == 0, capsys.readouterr().out
    assert (desk / f"site-offline/briefs/{'b' * 240}.html").is_file()


def test_a_capture_of_a_long_key_has_a_shorter_name(desk: Path) -> None:
    renamed("ä" * 120)(desk, desk)
    options = ["--captured", "2025-06-18", "--language", "en", "--obtained", "by hand"]
    document = desk / "page.txt"
    document.write_text("Sheet 5974\n", encoding="utf-8")
    assert main(["--root", str(desk), "capture", str(document), "--key", "ä" * 120, *options]) == 0
    assert (desk / f"seeds/{'ä' * 100}.txt").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ["capture", "page.txt", "--key", "os2024sheet", "--obtained", "\udcff"],
        ["import", "notes.json", "--title", "\udcff"],
        ["explain", "\udcff"],
        ["\udcff"],
    ],
)
def test_an_argument_that_is_no_text(
    desk: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(desk), *arguments]) == 2
    assert "is not UTF-8" in capsys.readouterr().err


def test_a_note_with_half_a_character(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = {
        "text": "\ud800",
        "uri": "https://example.org/a",
        "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "one lane \ud800"}]}],
    }
    (desk / "notes.json").write_text(json.dumps({"rows": [note], "total": 1}), encoding="utf-8")
    assert main(["--root", str(desk), "import", str(desk / "notes.json")]) == 1
    assert "half of a character" in capsys.readouterr().out


@pytest.mark.parametrize("path", ["\ud800.md", "a\0b.md", "../x.md", "/etc/x"])
def test_a_list_of_pages_that_names_what_is_no_page(
    desk: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = {"version": 1, "files": {path: "0" * 64}}
    (desk / "docs/.briefgen.json").write_text(json.dumps(listed), encoding="utf-8")
    assert main(["--root", str(desk), "compile"]) == 2
    assert "is damaged" in capsys.readouterr().err


def test_what_cannot_be_removed_is_named_with_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one/two").mkdir(parents=True)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "two")

    monkeypatch.setattr(os, "rmdir", refuse)
    with pytest.raises(PermissionError) as refused:
        remove_folder(tmp_path / "one")
    assert refused.value.filename == str(tmp_path / "one/two")
    remove_folder(tmp_path / "one", if_possible=True)

"""What the last run kept is used for the very same files, and never for others."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from briefgen import pipeline, rules
from briefgen.cache import kept_results, store
from briefgen.cache.kept_run import decode_run, encode_run
from briefgen.cache.seal import seal, unseal
from briefgen.cache.store import load_project
from briefgen.cli.main import main
from briefgen.disk.own_key import own_key
from briefgen.disk.packaged import versions_of
from briefgen.model.layout import project
from briefgen.model.manifest import Manifest
from briefgen.pipeline import compile_briefs, kept_of
from briefgen.rules import RULES
from briefgen.rules.rule import Example
from tests.cli.project import tree
from tests.rules.projects import lay_out
from tests.sweep import SWEEP

EXAMPLES = [example for rule in RULES if rule.command == "check" for example in (rule.flagged, rule.fixed)]
BRIEF = "sources/bridge.md"


class Compiled(AssertionError):
    """A run did the work."""


def said_by(*arguments: str | Path) -> tuple[int, str]:
    words = StringIO()
    with redirect_stdout(words), redirect_stderr(words):
        code = main([*map(str, arguments)])
    return code, words.getvalue()


def compile_(root: Path) -> tuple[int, str]:
    return said_by("--root", root, "compile", "--cache")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A project that was compiled."""
    root = tmp_path / "project"
    lay_out((), root)
    assert compile_(root)[0] == 0
    return root


@pytest.fixture
def no_work(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From when it is called, whoever compiles fails."""

    def refuse() -> None:
        def compile_nothing(*_: object, **__: object) -> None:
            raise Compiled

        monkeypatch.setattr(pipeline, "compile_briefs", compile_nothing)

    return refuse


@pytest.mark.parametrize("command", ["check", "compile"])
def test_nothing_changed_is_not_compiled(built: Path, no_work: Callable[[], None], command: str) -> None:
    before = tree(built)
    first = said_by("--root", built, command, "--no-cache")
    no_work()
    assert said_by("--root", built, command, "--cache") == first
    assert tree(built) == before


def test_a_check_where_nothing_will_be_kept_pickles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No command that writes has been here: each result was pickled all the same, and thrown away."""
    lay_out((), tmp_path / "project")
    monkeypatch.setattr(kept_results, "KeptResults", None)
    assert said_by("--root", tmp_path / "project", "check", "--cache")[0] == 0
    assert not (tmp_path / "project/.briefgen").exists()


def test_without_leave_it_is_compiled(
    built: Path, no_work: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    no_work()
    with pytest.raises(Compiled):
        said_by("--root", built, "check", "--no-cache")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Compiled):
        said_by("--root", built, "check")


def test_what_is_asked_counts(built: Path, no_work: Callable[[], None]) -> None:
    before = (built / project.LAST_RUN).read_bytes()
    assert said_by("--root", built, "check", "--cache", built / BRIEF)[0] == 0
    assert (built / project.LAST_RUN).read_bytes() == before
    no_work()
    for asked in ([built / BRIEF], ["--drafts"]):
        with pytest.raises(Compiled):
            said_by("--root", built, "check", "--cache", *asked)


def rewritten(path: str, text: str) -> Callable[[Path], object]:
    def rewrite(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return rewrite


def longer(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_bytes((root / path).read_bytes() + b"\n")


def first_seed(root: Path) -> Path:
    return min(path for path in (root / project.SEEDS).rglob("*") if path.is_file())


CHANGES: dict[str, Callable[[Path], object]] = {
    "a brief": longer(BRIEF),
    "a new brief": rewritten("sources/second.md", "---\ntitle: Two\ndate: 2025-05-10\n---\n\nTwo.\n"),
    "a renamed brief": lambda root: (root / BRIEF).rename(root / "sources/other.md"),
    "the bibliography": longer(project.BIBLIOGRAPHY),
    "the list of captures": longer(project.CAPTURES),
    "a capture": lambda root: first_seed(root).write_bytes(b"Another text.\n"),
    "no capture": lambda root: first_seed(root).unlink(),
    "a context box": rewritten("sources/context/new.en.md", "---\ntitle: New\n---\n\nNew.\n"),
    "the settings": longer(project.SETTINGS),
    "a lock": rewritten(project.LOCK, '{"briefgen": "lock", "version": 1}\n'),
    "a page of one's own": rewritten("docs/own.md", "# Own\n"),
    "a link to nowhere": lambda root: (root / "sources/away.md").symlink_to("nowhere.md"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("command", ["check", "compile"])
def test_a_change_is_compiled(
    built: Path, no_work: Callable[[], None], change: Callable[[Path], object], command: str
) -> None:
    no_work()
    change(built)
    with pytest.raises(Compiled):
        said_by("--root", built, command, "--cache")


@pytest.mark.parametrize("tool", ["briefgen", "markdown-it-py", "resvg-py", "resvg_py", "rfc3161_client"])
def test_another_tool_compiles_anew(
    built: Path, no_work: Callable[[], None], monkeypatch: pytest.MonkeyPatch, tool: str
) -> None:
    no_work()
    if tool == "briefgen":
        monkeypatch.setattr(store, "package_hash", lambda: "another")
    elif "_" in tool:  # it is installed, but nothing can import it
        monkeypatch.setitem(sys.modules, tool, None)
    else:
        monkeypatch.setattr(store, "versions_of", lambda names: versions_of(names) | {tool: ""})
    with pytest.raises(Compiled):
        said_by("--root", built, "check", "--cache")


def in_docs(root: Path) -> Path:
    return root / project.in_docs("briefs/bridge.md")


LOSSES: dict[str, Callable[[Path], object]] = {
    "changed": lambda root: in_docs(root).write_text("changed", encoding="utf-8"),
    "gone": lambda root: in_docs(root).unlink(),
    "unfinished": lambda root: (root / "docs" / project.unfinished("0" * 32)).write_bytes(b""),
    "no manifest": lambda root: (root / project.in_docs(project.MANIFEST)).unlink(),
}


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_what_is_not_as_written_is_written_anew(
    built: Path, no_work: Callable[[], None], loss: Callable[[Path], object]
) -> None:
    no_work()
    loss(built)
    with pytest.raises(Compiled):
        compile_(built)


NO_PLACE: list[list[object]] = [["BG302", None, "", [], None, False, None, ""]]
"""A finding of no place."""


def damaged(text: str) -> Iterator[str]:
    """What only we could have sealed, and would be no outcome."""
    said = json.loads(text)
    yield from ("", "{", "[]", "null", "[" * 100_000, text[: len(text) // 2], "\0" * 100)
    for key in ("version", "fingerprint", "findings", "counts", "lock", "newest", "generated"):
        yield json.dumps({name: value for name, value in said.items() if name != key})
        for value in (
            7,
            -1,
            [7],
            ["x"],
            [["BG302", ["sources/bridge.md", 7, 3, True], "", [], None, False]],
            NO_PLACE,
        ):
            yield json.dumps(said | {key: value})


def test_what_is_damaged_is_passed_over_and_healed(built: Path) -> None:
    place, loaded = built / project.LAST_RUN, load_project(built)
    sealed, key = place.read_bytes(), own_key()
    assert key
    whole = unseal(sealed, key, project.LAST_RUN)
    assert whole
    assert decode_run(whole, loaded.fingerprint, loaded.files.value)
    for text in damaged(whole):
        assert decode_run(text, loaded.fingerprint, loaded.files.value) is None, text[:100]
    place.write_text("{", encoding="utf-8")
    assert compile_(built)[0] == 0
    assert place.read_bytes() == sealed
    place.unlink()
    place.mkdir()
    assert compile_(built)[0] == 0


def test_what_somebody_else_kept_is_not_believed(built: Path, no_work: Callable[[], None]) -> None:
    """A pull request that brings its own `.briefgen/`, made of these very files with another key, or none."""
    place, key = built / project.LAST_RUN, own_key()
    assert key
    text = unseal(place.read_bytes(), key, project.LAST_RUN)
    assert text
    no_work()
    for forged in (
        text.encode(),
        sha256(text.encode()).hexdigest().encode() + b"\n" + text.encode(),
        seal(text, b"\0" * 32, project.LAST_RUN),
        seal(text, b"", project.LAST_RUN),
        seal(text, key, project.ANSWERS),
        place.read_bytes().replace(b"1", b"2", 1),
        place.read_bytes()[:-1],
    ):
        place.write_bytes(forged)
        with pytest.raises(Compiled):
            said_by("--root", built, "check", "--cache")


@pytest.mark.parametrize("what", ["no home", "nowhere to write", "another thing in its place"])
def test_without_a_key_nothing_is_kept(
    built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str
) -> None:
    (built / project.LAST_RUN).unlink()
    monkeypatch.delenv("XDG_STATE_HOME")
    if what == "no home":
        monkeypatch.delenv("HOME")
    elif what == "nowhere to write":
        (tmp_path / "file").write_bytes(b"")
        monkeypatch.setenv("HOME", str(tmp_path / "file"))
    else:
        (tmp_path / "state/briefgen").mkdir(parents=True)
        (tmp_path / "state/briefgen/key").write_bytes(b"short")
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert own_key() is None
    assert compile_(built)[0] == 0
    assert not (built / project.LAST_RUN).exists()


def test_the_key_is_its_users_alone_and_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    key = own_key()
    assert key
    assert own_key() == key
    assert (tmp_path / "briefgen/key").stat().st_mode & 0o777 == 0o600


def test_it_is_kept_only_where_there_is_a_folder_of_ours(tmp_path: Path) -> None:
    lay_out((), tmp_path / "project")
    before = tree(tmp_path)
    said_by("--root", tmp_path / "project", "check", "--cache")
    assert tree(tmp_path) == before


def test_after_an_error_nothing_is_kept(built: Path) -> None:
    whole = (built / project.LAST_RUN).read_bytes()
    rewritten("sources/second.md", "No front matter.\n")(built)
    for command in ("check", "compile"):
        assert said_by("--root", built, command, "--cache")[0] == 1
    assert (built / project.LAST_RUN).read_bytes() == whole


def test_every_finding_comes_back_as_it_was(tmp_path: Path) -> None:
    every = EXAMPLES[::2] if SWEEP > 1 else EXAMPLES[::24]
    for number, example in enumerate(every):
        root = tmp_path / str(number)
        lay_out(example, root)
        loaded = load_project(root)
        run = kept_of(compile_briefs(root, loaded.asked, loaded), {"briefs/bridge.md": "0" * 64})
        text = encode_run(run, loaded.fingerprint, loaded.files.value)
        assert text is not None
        assert decode_run(text, loaded.fingerprint, loaded.files.value) == run
        assert decode_run(text, "0" * 64, loaded.files.value) is None


def renew(root: Path, example: Example) -> None:
    """Lay an example out in place of another, as a checkout would: what is generated stays."""
    manifest = root / project.in_docs(project.MANIFEST)
    ours = (
        {
            project.in_docs(path)
            for path in (project.MANIFEST, *Manifest.decode(manifest.read_text("utf-8")).paths())
        }
        if manifest.exists()
        else set()
    )
    kept = {path: data for path, data in tree(root).items() if path.startswith(project.OWN)}
    kept |= {path: data for path, data in tree(root).items() if path in ours}
    shutil.rmtree(root, ignore_errors=True)
    lay_out(example, root)
    for path, data in kept.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def test_after_any_change_it_is_as_without(tmp_path: Path) -> None:
    """From example to example in one project: all that is said and written is as in a clean one."""
    chance = Random(15)
    root, clean = tmp_path / "kept", tmp_path / "clean"
    for number in range(300 if SWEEP > 1 else 6):
        example = chance.choice(EXAMPLES) if number % 3 else ()
        renew(root, example)
        shutil.rmtree(clean, ignore_errors=True)
        lay_out(example, clean)
        if chance.random() < 0.3:
            said_by("--root", root, "check", "--cache")
        code, words = compile_(root)
        expected, clean_words = said_by("--root", clean, "compile", "--no-cache")
        assert (code, words.partition("docs/: ")[0]) == (expected, clean_words.partition("docs/: ")[0])
        if not code:
            assert tree(root / "docs") == tree(clean / "docs")


def test_a_run_whose_findings_were_kept_with_their_briefs_is_kept(tmp_path: Path) -> None:
    """By the command, which imports in an order of its own: there a rule came back as another."""
    root = tmp_path / "project"
    lay_out(rules.CORRECTION_UNTITLED.flagged, root)
    command = [sys.executable, "-m", "briefgen", "--root", str(root), "compile", "--cache"]
    for title in ("One", "Another"):
        brief = (root / BRIEF).read_text("utf-8").replace("title: ", f"title: {title} ", 1)
        (root / "sources/more.md").write_text(brief.replace("::: {.correction", "::: {.note"), "utf-8")
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        assert "correction-untitled" in done.stdout + done.stderr
        loaded = load_project(root)
        assert store.find_run(root, loaded) is not None

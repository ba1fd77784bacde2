"""Files that no run has to read again: of those that the system says are as they were."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path, PurePath
from types import SimpleNamespace

import pytest

from briefgen.cache import looks
from briefgen.cache.looks import find_looks, keep_looks
from briefgen.disk import hashes
from briefgen.disk.hashes import hashes_of, looked_at_once, sha256_of
from briefgen.disk.reading import read
from briefgen.model.layout import project
from briefgen.write.starter import starter_files
from tests.cache.test_last_run import said_by
from tests.cache.test_looked_at_once import put_in_its_place, written_with_its_old_time
from tests.rules.projects import lay_out

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="nobody says elsewhere when a file was changed"
)
TEXT = b"1"


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing had been changed for a while: when a file was changed no program can set."""
    monkeypatch.setattr(hashes, "_SETTLED", 0)


@pytest.fixture
def read_names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read for its hash."""
    names: list[str] = []

    def noted(place: PurePath | str) -> bytes:
        names.append(PurePath(place).name)
        return read(place)

    monkeypatch.setattr(hashes, "read", noted)
    return names


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / project.OWN).mkdir()
    (tmp_path / project.OWN / project.OWN_IGNORE).touch()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/one").write_bytes(TEXT)
    return tmp_path


def look(root: Path) -> dict[str, str]:
    """What a run makes of files of ``docs/``."""
    with looked_at_once(find_looks(root)) as seen:
        found = hashes_of(root / "docs", ["one"])
    keep_looks(root, seen.now)
    return found


def test_what_the_run_before_has_read_is_not_read(root: Path, read_names: list[str]) -> None:
    assert look(root) == look(root) == look(root) == {"one": sha256_of(TEXT)}
    assert read_names == ["one"]
    (root / "docs").rename(root / "moved")
    (root / "moved").rename(root / "docs")  # a folder may be moved, as a site is that is put in place
    look(root)
    assert read_names == ["one"]


@pytest.mark.parametrize("change", [written_with_its_old_time, put_in_its_place])
def test_a_change_is_seen_by_the_next_run(root: Path, change: Callable[[Path], object]) -> None:
    time.sleep(0.02)  # so that the clock by which the system notes changes has gone on
    look(root)
    change(root / "docs/one")
    assert look(root) == {"one": sha256_of(b"2")}


def cut_off(place: Path) -> None:
    os.truncate(place, place.stat().st_size - 1)
    os.utime(place, ns=(0, 3_600_000_000_000))


def with_another_hash(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:-32] + bytes(32))
    os.utime(place, ns=(0, 3_600_000_000_000))


def with_a_time_of_today(place: Path) -> None:
    """As on a device that takes no word of programs at all: nothing is shown there."""
    os.utime(place)


def gone(place: Path) -> None:
    place.unlink()


def a_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


@pytest.mark.parametrize("damage", [cut_off, with_another_hash, with_a_time_of_today, gone, a_folder])
def test_what_nobody_can_vouch_for_is_not_believed(
    root: Path, read_names: list[str], damage: Callable[[Path], object]
) -> None:
    look(root)
    damage(root / project.LOOKS)
    assert look(root) == {"one": sha256_of(TEXT)}
    assert read_names == ["one", "one"]


def test_a_device_that_takes_the_word_of_programs_is_not_believed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT has no time of a change: Linux shows the time that a program may set in its place."""
    look(root)
    asked = os.lstat

    def as_on_fat(place: str | PurePath) -> SimpleNamespace:
        said = asked(place)
        return SimpleNamespace(st_mtime_ns=said.st_mtime_ns, st_ctime_ns=said.st_mtime_ns, st_dev=said.st_dev)

    assert find_looks(root)
    monkeypatch.setattr(hashes, "os", SimpleNamespace(lstat=as_on_fat))
    assert find_looks(root) == {}


def test_another_device_is_not_believed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look(root)
    assert find_looks(root)
    monkeypatch.setattr(looks, "device_that_dates", lambda *_: b"elsewher")
    assert find_looks(root) == {}


def test_commands_do_not_read_again_what_nobody_changed(tmp_path: Path, read_names: list[str]) -> None:
    root = tmp_path / "project"
    lay_out((), root)
    (root / "mkdocs.yml").write_bytes(starter_files()["mkdocs.yml"])
    for _ in range(2):  # the first one has made files, which it need not have hashed
        assert said_by("--root", root, "build", "--cache")[0] == 0
    assert read_names
    read_names.clear()
    for command in ("check", "compile", "build"):
        assert said_by("--root", root, command, "--cache")[0] == 0
    assert read_names == []


def test_without_our_own_folder_nothing_is_kept(root: Path) -> None:
    (root / project.OWN / project.OWN_IGNORE).unlink()
    look(root)
    assert not (root / project.LOOKS).exists()

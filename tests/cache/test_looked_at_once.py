"""In one run a file is read once for its hash; whatever is done to it meanwhile is seen all the same."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path, PurePath

import pytest

from briefgen.disk import hashes
from briefgen.disk.hashes import hashes_of, looked_at_once, sha256_of
from briefgen.disk.reading import read

pytestmark = pytest.mark.skipif(
    sys.platform not in ("linux", "darwin"), reason="nobody says there when a file was changed"
)


class Reading:
    """Notes what is read."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, place: PurePath | str) -> bytes:
        self.names.append(PurePath(place).name)
        return read(place)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    noted = Reading()
    monkeypatch.setattr(hashes, "read", noted)
    return noted


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing had been changed for a while: when a file was changed no program can set."""
    monkeypatch.setattr(hashes, "_SETTLED", 0)


def test_what_stays_is_read_once(tmp_path: Path, reading: Reading, settled: None) -> None:
    (tmp_path / "one").write_bytes(b"1")
    (tmp_path / "two").write_bytes(b"2")
    with looked_at_once():
        first = hashes_of(tmp_path, ["one"])
        assert hashes_of(tmp_path, ["one", "two"]) == {**first, "two": sha256_of(b"2")}
        assert reading.names == ["one", "two"]
        seen: list[bytes] = []
        hashes_of(tmp_path, ["one"], lambda _, data: seen.append(data))
        assert seen == [b"1"], "who wants to see a file gets it"
    hashes_of(tmp_path, ["one"])
    assert reading.names == ["one", "two", "one", "one"], "nothing is known after the run"


def test_what_was_just_written_is_read_each_time(tmp_path: Path, reading: Reading) -> None:
    """Its next change might have the same time, where a system counts in seconds."""
    (tmp_path / "one").write_bytes(b"1")
    with looked_at_once():
        hashes_of(tmp_path, ["one"])
        hashes_of(tmp_path, ["one"])
    assert reading.names == ["one", "one"]


def written_with_its_old_time(place: Path) -> None:
    was = place.stat()
    place.write_bytes(b"2")
    os.utime(place, ns=(was.st_atime_ns, was.st_mtime_ns))


def put_in_its_place(place: Path) -> None:
    was = place.stat()
    other = place.with_name("other")
    other.write_bytes(b"2")
    os.utime(other, ns=(was.st_atime_ns, was.st_mtime_ns))
    other.rename(place)


def linked(place: Path) -> None:
    place.rename(place.with_name("other"))
    place.symlink_to("other")


@pytest.mark.parametrize(
    ("change", "then"),
    [
        (written_with_its_old_time, sha256_of(b"2")),
        (put_in_its_place, sha256_of(b"2")),
        (linked, None),
        (Path.unlink, None),
    ],
)
def test_a_change_is_seen(
    tmp_path: Path, settled: None, change: Callable[[Path], object], then: str | None
) -> None:
    place = tmp_path / "one"
    place.write_bytes(b"1")
    time.sleep(0.02)  # so that the clock by which the system notes changes has gone on
    with looked_at_once():
        assert hashes_of(tmp_path, ["one"]) == {"one": sha256_of(b"1")}
        change(place)
        assert hashes_of(tmp_path, ["one"]).get("one") == then

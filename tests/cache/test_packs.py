"""Packs: what was kept under a name is what is read under it, or nothing is; and there are few files."""

import os
import signal
import struct
from collections.abc import Callable, Mapping
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen.cache import packs as packs_module
from briefgen.cache.packs import Packs
from briefgen.cache.seal import seal_bytes
from briefgen.disk import writing
from tests.cache.packed import entries_in, entries_of, packs_in, write_anew

KEY = bytes(range(32))
FOLDER = ".briefgen/kept"
GIVEN = {"one": b"1" * 10, "two": b"2" * 20, "three": b"3" * 20}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".briefgen").mkdir()
    (tmp_path / ".briefgen/.gitignore").write_text("*\n", "utf-8")
    return tmp_path


def opened(root: Path) -> Packs:
    packs = Packs(root, FOLDER, KEY)
    packs.look()
    return packs


def keep(root: Path, given: Mapping[str, bytes], used: str | None = None) -> None:
    """Keep something as a run does that used `used`, words with blanks between them, or all."""
    packs = opened(root)
    for name, data in given.items():
        packs.hold(name, data)
    packs.write()
    packs.tidy(lambda name: used is None or name in used.split())


def known(root: Path, names: str = "one two three") -> dict[str, bytes]:
    packs = opened(root)
    return {name: data for name in names.split() if (data := packs.read(name)) is not None}


def test_what_was_kept_is_read(root: Path) -> None:
    assert known(root) == {}
    keep(root, GIVEN)
    assert known(root) == GIVEN
    assert len(packs_in(root / FOLDER)) == 1
    assert b"111" in packs_in(root / FOLDER)[0].read_bytes(), "entries are as they were given"


def test_what_is_held_is_known_before_it_is_written(root: Path) -> None:
    packs = opened(root)
    packs.hold("one", b"1")
    assert packs.read("one") == b"1"
    assert not (root / FOLDER).exists()


def test_the_newest_of_a_name_is_read(root: Path) -> None:
    for number in range(12):
        keep(root, {"one": b"%d" % number})
    assert known(root) == {"one": b"11"}
    assert len(packs_in(root / FOLDER)) == 1, "packs of which nothing is read are removed"


def test_much_is_written_at_once_and_not_held(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs_module, "_HELD", 1000)
    packs = opened(root)
    for number in range(10):
        packs.hold(f"n{number}", bytes(300))
    assert len(packs_in(root / FOLDER)) == 3
    packs.write()
    assert len(packs_in(root / FOLDER)) == 4
    assert len(known(root, " ".join(f"n{number}" for number in range(10)))) == 10


def test_where_nothing_may_be_written_it_is_held_all_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs_module, "_HELD", 1000)
    (root / ".briefgen/.gitignore").unlink()
    packs = opened(root)
    for number in range(10):
        packs.hold(f"n{number}", bytes([number]) * 300)
    packs.write()
    assert not (root / FOLDER).exists()
    (root / ".briefgen/.gitignore").touch()
    packs.write()
    assert known(root, "n0 n9") == {"n0": bytes(300), "n9": b"\x09" * 300}
    assert len(packs_in(root / FOLDER)) == 1


def test_small_packs_are_merged_and_large_ones_stay(root: Path) -> None:
    keep(root, {"large": bytes(100_000)})
    (large,) = packs_in(root / FOLDER)
    counts = []
    for number in range(40):
        keep(root, {f"n{number}": b"%d" % number})
        counts.append(len(packs_in(root / FOLDER)))
    assert max(counts) == 16
    assert any(later < before for before, later in pairwise(counts))
    assert large.exists()
    names = [f"n{number}" for number in range(40)]
    assert known(root, " ".join(names)) == {name: name[1:].encode() for name in names}


def test_merging_copies_what_is_sealed_as_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(root, {"large": bytes(10_000)})
    for number in range(15):
        keep(root, {f"n{number}": b"%d" % number})
    before = entries_in(root / FOLDER)
    packs = opened(root)
    packs.hold("n15", b"15")
    packs.write()
    (last,) = packs_in(root / FOLDER)[-1:]
    last.write_bytes(last.read_bytes().replace(b"\n15", b"\n16"))
    monkeypatch.setattr(packs_module, "unseal_bytes", None)
    packs.tidy(lambda _: True)
    assert len(packs_in(root / FOLDER)) == 2
    after = entries_in(root / FOLDER)
    assert {name: after[name] for name in before} == before
    assert after["n15"].endswith(b"\n16")


def test_what_no_run_uses_is_forgotten_when_it_is_more_than_what_is_used(root: Path) -> None:
    keep(root, {"a": bytes(100), "b": bytes(100), "c": bytes(100)})
    keep(root, {"d": bytes(100)}, used="a d")
    assert entries_in(root / FOLDER).keys() == {*"abcd"}
    keep(root, {}, used="d")
    assert entries_in(root / FOLDER).keys() == {"d"}
    assert len(packs_in(root / FOLDER)) == 1


def test_files_of_the_former_form_are_removed_and_others_stay(root: Path) -> None:
    folder = root / FOLDER
    folder.mkdir()
    ours = [sha256(b"a").hexdigest(), f"{sha256(b'b').hexdigest()}-later"]
    others = ["by hand", "1-aa.pack", f"{sha256(b'c').hexdigest()}-later.txt"]
    for name in (*ours, *others):
        (folder / name).touch()
    keep(root, {"one": b"1"})
    assert {path.name for path in folder.iterdir()} == {*others, packs_in(folder)[0].name}


# ------------------------------------------------------------------------------------- damaged, or foreign


def swapped(data: bytes) -> bytes:
    """With one entry in the place of another that is as long."""
    two, three = entries_of(data)["two"], entries_of(data)["three"]
    return data.replace(two, b"\0" * len(two)).replace(three, two).replace(b"\0" * len(two), three)


def pointing_elsewhere(data: bytes) -> bytes:
    """With a list that says other lengths."""
    length = struct.pack("<Q", len(entries_of(data)["one"]))
    at = data.rindex(length)
    return data[:at] + struct.pack("<Q", 60) + data[at + 8 :]


def beginning_elsewhere(data: bytes) -> bytes:
    tail = struct.Struct("<QQ")
    at = len(data) - tail.size - len(b"briefgen pack 1\n")
    start, size = tail.unpack(data[at : at + tail.size])
    return data[:at] + tail.pack(start + 1, size - 1) + data[at + tail.size :]


DAMAGES: Mapping[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", ""),
    "cut off": (lambda data: data[:-1], ""),
    "cut in half": (lambda data: data[: len(data) // 2], ""),
    "only its end": (lambda data: data[-32:], ""),
    "longer": (lambda data: data + b"\n", ""),
    "another form": (lambda data: data.replace(b"briefgen pack 1", b"briefgen pack 2"), ""),
    "a list that points elsewhere": (pointing_elsewhere, ""),
    "a list that begins elsewhere": (beginning_elsewhere, ""),
    "a list beyond all ends": (lambda data: data[:-32] + b"\xff" * 16 + data[-16:], ""),
    "an entry in another's place": (swapped, "one"),
    "a byte of an entry": (lambda data: data.replace(b"2222", b"2223", 1), "one three"),
}


@pytest.mark.parametrize(("damage", "left"), DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_not_read_and_heals(
    root: Path, damage: Callable[[bytes], bytes], left: str
) -> None:
    keep(root, GIVEN)
    (pack,) = packs_in(root / FOLDER)
    before = pack.read_bytes()
    pack.write_bytes(damage(before))
    assert pack.read_bytes() != before
    assert known(root) == {name: GIVEN[name] for name in left.split()}
    packs = opened(root)
    for name in GIVEN:
        if packs.read(name) is None:
            packs.hold(name, GIVEN[name])
    packs.write()
    packs.tidy(lambda _: True)
    assert known(root) == GIVEN
    assert len(packs_in(root / FOLDER)) == (2 if left else 1)


def test_a_pack_is_none_under_another_name_or_key_or_behind_a_link(root: Path) -> None:
    keep(root, GIVEN)
    (pack,) = packs_in(root / FOLDER)
    other = pack.with_name(pack.name.replace("00000001", "00000002"))
    pack.rename(other)
    assert known(root) == {}, "so nobody has an old one read for a new one"
    other.rename(root / "elsewhere")
    pack.symlink_to(root / "elsewhere")
    assert known(root) == {}
    pack.unlink()
    (root / "elsewhere").rename(pack)
    assert known(root) == GIVEN
    assert Packs(root, FOLDER, bytes(32)).read("one") is None
    foreign = Packs(root, FOLDER, bytes(32))
    foreign.look()
    assert foreign.read("one") is None


def test_a_list_that_we_sealed_and_an_entry_that_we_did_not(root: Path) -> None:
    keep(root, GIVEN)
    write_anew(root / FOLDER, lambda _: {"one": seal_bytes(b"x", bytes(32), "one")})
    assert known(root) == {}


def test_what_is_cut_off_while_it_is_read(root: Path) -> None:
    keep(root, GIVEN)
    packs = opened(root)
    (pack,) = packs_in(root / FOLDER)
    os.truncate(pack, 60)
    assert [packs.read(name) for name in GIVEN] == [None] * 3
    packs.hold("one", b"1")
    packs.write()
    packs.tidy(lambda _: True)
    assert known(root)["one"] == b"1"


# ------------------------------------------------------------------------------ killed, and two at a time


def test_two_at_a_time_lose_nothing(root: Path) -> None:
    keep(root, GIVEN)
    first, second = opened(root), opened(root)
    first.hold("four", b"4")
    second.hold("five", b"5")
    first.write()
    second.write()
    first.tidy(lambda name: name == "four")  # and removes the pack of all others
    assert [second.read(name) for name in GIVEN] == [*GIVEN.values()], "it was open"
    second.tidy(lambda _: True)
    assert second.read("one") is None
    assert known(root, "one four five") == {"four": b"4"}, "what the first did not use was too much"


def test_two_that_merge_at_a_time(root: Path) -> None:
    keep(root, {"large": bytes(10_000)})
    for number in range(15):
        keep(root, {f"n{number}": b"%d" % number})
    first, second = opened(root), opened(root)
    first.hold("first", b"1")
    first.write()
    second.hold("second", b"2")
    second.write()
    first.tidy(lambda _: True)
    second.tidy(lambda _: True)
    names = [f"n{number}" for number in range(15)]
    assert known(root, " ".join([*names, "first", "second"])).keys() == {*names, "first", "second"}
    assert len(packs_in(root / FOLDER)) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks")
@pytest.mark.parametrize("at", range(9))
def test_killed_in_the_middle(root: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first piece, the second, and so on: what was kept stands, and what is new or nothing."""
    keep(root, GIVEN)
    before = entries_in(root / FOLDER)
    left = [at]
    real = writing._write_all

    def write(number: int, data: bytes) -> None:
        real(number, data)
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if child == 0:
        monkeypatch.setattr(writing, "_write_all", write)
        keep(root, {"two": b"new", "four": b"4", "five": b"5"}, used="one four")
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    after = entries_in(root / FOLDER)
    assert before.items() <= after.items() or after["four"].endswith(b"4")
    keep(root, {"two": b"new", "four": b"4"}, used="two four")
    assert known(root, "one two four") == {"two": b"new", "four": b"4"}
    assert [path.suffix for path in (root / FOLDER).iterdir()] == [".pack"]

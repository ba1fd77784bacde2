"""What was packed is not packed again, unless what is kept of it is damaged or was written by others."""

from functools import partial
from pathlib import Path

import pytest

from briefgen.cache import packed_files
from briefgen.cache.packed_files import PackedFiles
from briefgen.model.layout import project


class Packing:
    """Packs, and notes what."""

    def __init__(self) -> None:
        self.packed: list[bytes] = []

    def __call__(self, data: bytes) -> bytes:
        self.packed.append(data)
        return b"packed " + data


def packed_in(root: Path, *every: bytes) -> list[bytes]:
    """What one run packs that needs all these."""
    packing = Packing()
    files = PackedFiles(root)
    assert [files(data, partial(packing, data)) for data in every] == [b"packed " + data for data in every]
    files.keep()
    return packing.packed


def test_what_is_kept_is_not_packed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / project.PACKS
    place.parent.mkdir()
    (place.parent / project.OWN_IGNORE).write_text("*\n")
    assert packed_in(tmp_path, b"1", b"2") == [b"1", b"2"]
    assert packed_in(tmp_path, b"2", b"3") == [b"3"]
    assert packed_in(tmp_path, b"1", b"2") == [b"1"], "what a run did not need is forgotten"
    whole = place.read_bytes()
    for damaged in (b"", whole[:-1], bytes([whole[0] ^ 1]) + whole[1:]):
        place.write_bytes(damaged)
        assert packed_in(tmp_path, b"1", b"2") == [b"1", b"2"]
    monkeypatch.setattr(packed_files, "package_hash", lambda: "another")
    assert packed_in(tmp_path, b"1", b"2") == [b"1", b"2"]

"""Zip files: what .docx, .epub and .wacz are on the outside."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from briefgen import rules
from briefgen.intake.readers.reading import Unreadable

_ENCRYPTED = 0x1
_MOST = 2 << 30
_AGAIN = "get the file again; it may be cut off"


def unzip(data: bytes) -> Mapping[str, bytes]:
    """The files in a zip file, all checksums right. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if any(info.flag_bits & _ENCRYPTED for info in infos):
                raise Unreadable(rules.CAPTURE_ENCRYPTED, "is encrypted")
            if sum(info.file_size for info in infos) > _MOST:
                raise Unreadable(rules.CAPTURE_DAMAGED, "is larger than 2 GiB when it is unpacked")
            return {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged", (f"{error}",), _AGAIN) from error


def names_in_zip(data: bytes) -> frozenset[str]:
    """The names of the files in a zip file; none when it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return frozenset()

"""Zip files: what .docx, .epub and .wacz are on the outside. And XML, which is in them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from briefgen import rules
from briefgen.intake.readers.document import Unreadable, too_large
from briefgen.intake.readers.limits import (
    DEEPEST_XML,
    MB,
    MOST_ELEMENTS,
    MOST_MEMBERS,
    MOST_RATIO,
    RATIO_FROM,
    ReadingLimits,
)

_ENCRYPTED = 0x1
_IN_THE_LIST = b"PK\x01\x02"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_AGAIN = "get the file again; it may be cut off"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def unzip(data: bytes, limits: ReadingLimits) -> Mapping[str, bytes]:
    """The files in a zip file, all checksums right. Raises Unreadable."""
    if data.count(_IN_THE_LIST) > MOST_MEMBERS:
        raise Unreadable(rules.CAPTURE_DAMAGED, f"holds more than {MOST_MEMBERS:,} files")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if any(info.flag_bits & _ENCRYPTED for info in infos):
                raise Unreadable(rules.CAPTURE_ENCRYPTED, "is encrypted")
            if any(info.compress_type not in _METHODS for info in infos):
                raise Unreadable(rules.CAPTURE_DAMAGED, "is packed in a way that such files never are")
            if len({info.filename for info in infos}) < len(infos):
                raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged: two files in it have one name")
            check_unpacked(sum(info.file_size for info in infos), len(data), limits)
            return {info.filename: archive.read(info) for info in infos}
    except _BROKEN as error:
        raise Unreadable(rules.CAPTURE_DAMAGED, "is damaged", (f"{error}",), _AGAIN) from error


def names_in_zip(data: bytes) -> frozenset[str]:
    """The names of the files in a zip file; none when it is none."""
    if data.count(_IN_THE_LIST) > MOST_MEMBERS:
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except _BROKEN:
        return frozenset()


def check_unpacked(size: int, packed: int, limits: ReadingLimits) -> None:
    """Refuse what becomes too large when it is unpacked, by itself or for its size. Raises Unreadable."""
    if size > limits.unpacked * MB:
        raise too_large("unpacks to", limits.unpacked, "unpacked")
    if size > RATIO_FROM and size > MOST_RATIO * packed:
        raise Unreadable(rules.CAPTURE_DAMAGED, f"unpacks to more than {MOST_RATIO} times its size")


def check_xml(data: bytes, path: str) -> None:
    """Refuse XML that declares entities, or has more or deeper elements than people's. Raises Unreadable.

    What is no XML is left to who reads it.
    """
    size = _Size(path)
    parser = expat.ParserCreate()
    parser.StartElementHandler = size.begin
    parser.EndElementHandler = size.end
    parser.EntityDeclHandler = size.entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        return


class _Size:
    def __init__(self, path: str) -> None:
        self.path = path
        self.elements = self.depth = 0

    def begin(self, _name: str, _attributes: object) -> None:
        self.elements += 1
        self.depth += 1
        if self.depth > DEEPEST_XML:
            what = f"cannot be read: {self.path} has elements in each other, more than {DEEPEST_XML:,} deep"
            raise Unreadable(rules.CAPTURE_DAMAGED, what)
        if self.elements > MOST_ELEMENTS:
            what = f"cannot be read: {self.path} has more than {MOST_ELEMENTS:,} elements"
            raise Unreadable(rules.CAPTURE_DAMAGED, what)

    def end(self, _name: str) -> None:
        self.depth -= 1

    def entity(self, *_: object) -> None:
        what = f"cannot be read: {self.path} declares entities, which such files never do"
        raise Unreadable(rules.CAPTURE_DAMAGED, what)

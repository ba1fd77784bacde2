"""From the bytes of a font file to the characters it has and how wide they are."""

from collections.abc import Iterator, Mapping
from struct import error as struct_error
from struct import unpack_from

from briefgen.model.capture import Blob
from briefgen.model.card import Font
from briefgen.typefaces.character_table import characters_of
from briefgen.typefaces.name_table import family_of

_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_WEB_SIGNATURES = (b"wOFF", b"wOF2")
_COLLECTION = b"ttcf"
_SHAPES = ("glyf", "CFF ", "CFF2")
_COLOURED = ("COLR", "SVG ", "sbix", "CBDT")


class NotAFontError(Exception):
    """Bytes that no text can be set with; the message goes on after “this”: ``is a web font``."""


def read_font(blob: Blob) -> Font:
    """The first font in a file. Raises NotAFontError."""
    data = blob.data
    if data[:4] in _WEB_SIGNATURES:
        raise NotAFontError("is a web font (WOFF), and cards are drawn with TrueType or OpenType")
    try:
        tables = _tables(data)
        family, glyphs = family_of(data, tables["name"]), dict(_glyphs(data, tables))
        widths = _widths(data, tables, glyphs)
        return Font(blob, family, widths, *_extent(data, tables["head"]), _reach(data, tables, glyphs))
    except (struct_error, UnicodeDecodeError, IndexError, KeyError, ZeroDivisionError) as error:
        raise NotAFontError("is no TrueType or OpenType font, or is damaged") from error


def _tables(data: bytes) -> dict[str, int]:
    """Where the tables begin, all of which lie within the file."""
    start = unpack_from(">I", data, 12)[0] if data[:4] == _COLLECTION else 0
    if data[start : start + 4] not in _SIGNATURES:
        raise KeyError("signature")
    tables = {}
    for number in range(unpack_from(">H", data, start + 4)[0]):
        tag, _, offset, length = unpack_from(">4sIII", data, start + 12 + 16 * number)
        if offset + length > len(data):
            raise IndexError(tag)
        tables[tag.decode("latin-1")] = offset
    if not tables.keys() & set(_SHAPES):
        raise KeyError("shapes")
    return tables


def _glyphs(data: bytes, tables: dict[str, int]) -> Iterator[tuple[int, int]]:
    count = unpack_from(">H", data, tables["maxp"] + 4)[0]
    return ((code, glyph) for code, glyph in characters_of(data, tables["cmap"]) if 0 < glyph < count)


def _widths(data: bytes, tables: dict[str, int], glyphs: Mapping[int, int]) -> dict[int, float]:
    units = unpack_from(">H", data, tables["head"] + 18)[0]
    measured = unpack_from(">H", data, tables["hhea"] + 34)[0]
    # Each entry is an advance and a side bearing; glyphs beyond the last have its advance.
    advances = unpack_from(">" + "Hh" * measured, data, tables["hmtx"])[::2]
    return {code: advances[min(glyph, measured - 1)] / units for code, glyph in glyphs.items()}


def _extent(data: bytes, head: int) -> tuple[float, float]:
    """How deep and how high the outlines of all glyphs reach, in em."""
    units, lowest, highest = (
        unpack_from(kind, data, head + at)[0] for kind, at in ((">H", 18), (">h", 38), (">h", 42))
    )
    return lowest / units, highest / units


def _reach(data: bytes, tables: dict[str, int], glyphs: Mapping[int, int]) -> dict[int, tuple[float, float]]:
    """How deep and how high the outline of each character reaches, in em."""
    if "glyf" not in tables or tables.keys() & set(_COLOURED):
        return {}
    head, outlines, count = tables["head"], tables["glyf"], unpack_from(">H", data, tables["maxp"] + 4)[0]
    units, is_long = (unpack_from(">H", data, head + at)[0] for at in (18, 50))
    offsets = unpack_from(f">{count + 1}{'I' if is_long else 'H'}", data, tables["loca"])
    unit = 1 if is_long else 2
    reach = {}
    for code, glyph in glyphs.items():
        lowest = highest = 0
        if offsets[glyph] != offsets[glyph + 1]:
            _, _, lowest, _, highest = unpack_from(">5h", data, outlines + unit * offsets[glyph])
        reach[code] = lowest / units, highest / units
    return reach

"""What a PDF says that its letters mean (`/ActualText`): read where it does not contradict what it shows."""

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from briefgen.intake.readers.pdf_glyphs import UNKNOWN, character_of
from briefgen.intake.readers.pdf_seen import Eyes

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_KEY = b"ActualText"
_LAYER = "OC"
_LONGEST = 1_024
"""In bytes: what is longer says more than letters that nobody can name."""
_MOST_OF_ONE, _MOST_AT_ALL = 4, 64
"""So many letters may one shape without a name be, and so many a few of them."""
_ENCODINGS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
_DOCUMENT_ENCODING = dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™\ufb01\ufb02ŁŒŠŸŽıłœšž", strict=False))
_HYPHEN = 2
_LINE_ENDS = frozenset((10, 13))
_UNNAMED = frozenset(("Cc", "Cn", "Co", "Cs"))
_NOT_SHOWN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
_HYPHENS = dict.fromkeys((0x2010, 0x2011), "-")
_OTHERS = ("<super>", "<sub>", "<fraction>", "<circle>")
_FROM_RIGHT = ((0x590, 0x8FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF))
_JOINED = (
    (0x900, 0x109F),
    (0x1700, 0x17FF),
    (0x1900, 0x1CFF),
    (0xA800, 0xA8FF),
    (0xA900, 0xAAFF),
    (0xABC0, 0xABFF),
    (0x11000, 0x11FFF),
)
"""Scripts of India and around it: their shapes stand in another order than their letters, or for several."""


DEEPEST_FORM = 64
"""How deep in each other forms are looked at: deeper than PDFium paints them."""


def take_contradicted(objects: Sequence[Any], again: Callable[[], "PdfPage"]) -> int:
    """Take from the texts of a page, before it is read, what they are said to mean and do not show.

    `again` gives the same page once more. How often what is said stays, and could not be compared.
    """
    texts = _texts(objects)
    if not any(_said_of(text) for text in texts):
        return 0
    twin = again()
    twins = list(twin.get_objects(max_depth=DEEPEST_FORM))
    marks: dict[int, str] = {}
    members: dict[int, int] = {}
    for text in _texts(twins):
        for mark, said in _said_of(text)[:1]:
            marks[mark] = said
            members[ctypes.addressof(text.contents)] = mark
    for text in _texts(twins):
        _take(text)
    sheet = twin.get_textpage()
    eyes = Eyes(twin, twins, sheet)
    places: dict[int, list[int]] = {mark: [] for mark in marks}
    for index, mark in _marked(sheet, members):
        places[mark].append(index)
    kept = {}
    for mark, said in marks.items():
        read, compared = _judge(_shown(sheet, places[mark]), said)
        if read and all(eyes.see(index) >= 0 for index in places[mark]):
            kept[mark] = compared
    for text, other in zip(texts, _texts(twins), strict=True):
        if members.get(ctypes.addressof(other.contents)) not in kept:
            _take(text)
    return sum(not compared for compared in kept.values())


def _texts(objects: Sequence[Any]) -> list[Any]:
    from pypdfium2 import raw

    return [one.raw for one in objects if one.type == raw.FPDF_PAGEOBJ_TEXT]


def _said_of(text: Any) -> list[tuple[int, str]]:
    """What a text is said to mean, by the address of the mark that says it: the innermost comes first."""
    from pypdfium2 import raw

    found = []
    for number in reversed(range(raw.FPDFPageObj_CountMarks(text))):
        mark = raw.FPDFPageObj_GetMark(text, number)
        said = _value(mark)
        if said is not None:
            found.append((ctypes.addressof(mark.contents), said))
    return found


def _marked(sheet: Any, members: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The characters of texts, each with the mark of its own."""
    from pypdfium2 import raw

    for index in range(sheet.count_chars()):
        if raw.FPDFText_GetUnicode(sheet, index) in _LINE_ENDS:
            continue
        text = raw.FPDFText_GetTextObject(sheet, index)
        mark = members.get(ctypes.addressof(text.contents)) if text else None
        if mark is not None:
            yield index, mark


def _value(mark: Any) -> str | None:
    """What a mark says; nothing of what is too long."""
    from pypdfium2 import raw

    length = ctypes.c_ulong()
    if not raw.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, None, 0, length):
        return None
    if length.value > _LONGEST:
        return ""
    data = (ctypes.c_ubyte * max(length.value, 1))()
    raw.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, data, length.value, length)
    written = bytes(data)[: length.value]
    for begins, encoding in _ENCODINGS:
        if written.startswith(begins):
            return written[len(begins) :].decode(encoding, "replace")
    return written.decode("latin-1").translate(_DOCUMENT_ENCODING)


def _take(text: Any) -> None:
    from pypdfium2 import raw

    name, length = (ctypes.c_ushort * 8)(), ctypes.c_ulong()
    for number in reversed(range(raw.FPDFPageObj_CountMarks(text))):
        mark = raw.FPDFPageObj_GetMark(text, number)
        if not raw.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, None, 0, length):
            continue
        fits = raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length)
        if fits and bytes(name)[: length.value - 2] == _LAYER.encode("utf-16-le"):
            raw.FPDFPageObjMark_RemoveParam(text, mark, _KEY)  # that it is in a layer has to stay
        else:
            raw.FPDFPageObj_RemoveMark(text, mark)


def _shown(sheet: Any, places: Sequence[int]) -> str:
    """The letters of characters, U+FFFD for those without a name."""
    from pypdfium2 import raw

    shown = []
    high = 0
    for index in places:
        code = raw.FPDFText_GetUnicode(sheet, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        character, high = character_of(high, code), 0
        if _ends_line(sheet, index):
            character = "\N{SOFT HYPHEN}"
        elif not character.isspace() and unicodedata.category(character) in _UNNAMED:
            character = UNKNOWN
        shown.append(character)
    return "".join(shown)


def _ends_line(sheet: Any, index: int) -> bool:
    """Whether a character is the hyphen at a line's end, with the line's end."""
    from pypdfium2 import raw

    is_hyphen = raw.FPDFText_GetUnicode(sheet, index) == _HYPHEN
    return is_hyphen and bool(raw.FPDFText_IsHyphen(sheet, index) == 1)


def _judge(shown: str, said: str) -> tuple[bool, bool]:
    """Whether what is said is read, and whether it was compared."""
    letters, other = _folded(shown), _folded(said)
    if not letters or not other:
        return False, True
    is_bare = _bare(shown) == _bare(said)
    if letters == other or (_has_any(other, _JOINED) and sorted(letters) == sorted(other)):
        # Shapes in their places say more, but where those are another order, or one over the other.
        is_better = not _has_any(other, _FROM_RIGHT) and not any(map(str.isdecimal, other))
        return is_better and (not is_bare or any(unicodedata.category(one)[0] == "M" for one in other)), True
    named = letters.replace(UNKNOWN, "")
    unnamed = len(letters) - len(named)
    if len(other) > len(named) + _MOST_OF_ONE * unnamed + _MOST_AT_ALL:
        return False, True
    if unnamed and _has(letters, other):
        return True, False
    # Letters that are joined or moved have no names of their own, or that of a part of them.
    is_so = _has_any(named, _JOINED) and _has_any(other, _JOINED)
    return (is_so and _without_joined(named) == _without_joined(other)), not is_so


def _has(letters: str, said: str) -> bool:
    """Whether a text has the named ones of these letters, and something for those without a name."""
    pieces = letters.split(UNKNOWN)
    if not any(pieces):
        return True
    if _has_any(said, _FROM_RIGHT) or _has_any(said, _JOINED):
        return Counter(letters.replace(UNKNOWN, "")) <= Counter(said)
    if not said.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        at = said.find(piece, at + 1)
        if at < 0:
            return False
        at += len(piece)
    return said.endswith(pieces[-1]) and len(said) - len(pieces[-1]) > at


def _bare(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.split()))


def _folded(text: str) -> str:
    """The letters of a text, in whatever shape and case they are; what is raised stays raised."""
    plain = "".join(
        one if unicodedata.decomposition(one).startswith(_OTHERS) else unicodedata.normalize("NFKD", one)
        for one in text.translate(_HYPHENS).casefold()
    )
    plain = unicodedata.normalize("NFD", plain.casefold())
    return "".join(one for one in plain if unicodedata.category(one) not in _NOT_SHOWN)


def _has_any(text: str, blocks: Sequence[tuple[int, int]]) -> bool:
    """Whether a text has letters of some blocks."""
    return any(first <= ord(one) <= last for one in text for first, last in blocks)


def _without_joined(text: str) -> str:
    return "".join(one for one in text if not _has_any(one, _JOINED))

"""Which letters of a PDF are seen: not white on white, nor off the page; without ink only over a picture."""

import ctypes
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from briefgen.intake.readers.pdf_covers import Covers, is_off, is_tiny, is_tiny_box
from briefgen.intake.readers.pdf_layers import is_switched_off

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_WHITE = 250
_INVISIBLE, _ONLY_CLIPS = 3, 7

_Box = tuple[float, float, float, float]


class Eyes:
    """What looks at the characters of a page, one by one."""

    def __init__(self, page: "PdfPage", objects: Sequence[Any], sheet: Any) -> None:
        self._sheet = sheet
        self._look = _look_of(objects, sheet)
        self._is_off_layer = is_switched_off(page, objects, sheet)
        self._edges = page.get_bbox()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.size = 0.0
        """Where the character stands that was seen last, and its size."""

    def see(self, index: int) -> int:
        """Whether a character is seen: -1 not, 1 as a picture over which it is laid, 0 as it is."""
        from pypdfium2 import raw

        seen = self._look(index) if self._look is not None else 0
        if seen < 0 or (self._is_off_layer is not None and self._is_off_layer(index)):
            return -1
        raw.FPDFText_GetCharOrigin(self._sheet, index, self.x, self.y)
        self.size = raw.FPDFText_GetFontSize(self._sheet, index)
        unseen = is_off(self._edges, self.x.value, self.y.value, self.size)
        return -1 if unseen or is_tiny(self._sheet, index, self.size) else seen


def _look_of(objects: Sequence[Any], sheet: Any) -> Callable[[int], int] | None:
    """What tells of a character whether it is seen: -1 not, 1 as a picture over which it is laid, 0 as it is.

    `objects` are those of its page. None where all of that is seen.
    """
    from pypdfium2 import raw

    texts = [one for one in objects if one.type == raw.FPDF_PAGEOBJ_TEXT]
    modes = (raw.FPDFTextObj_GetTextRenderMode(one.raw) for one in texts)
    invisible = any(mode in (_INVISIBLE, _ONLY_CLIPS) for mode in modes)
    covers = Covers(objects)
    tiny = {
        ctypes.addressof(one.raw.contents) for one in texts if not one.level and is_tiny_box(one.get_bounds())
    }
    if not invisible and not covers and not tiny and not any(_is_white(one.raw) for one in texts):
        return None
    pictures = _boxes(objects, (raw.FPDF_PAGEOBJ_IMAGE,))
    grounds = pictures + _boxes(objects, (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING))
    known: dict[int, tuple[bool, bool]] = {}
    x, y = ctypes.c_double(), ctypes.c_double()

    def look(index: int) -> int:
        text = raw.FPDFText_GetTextObject(sheet, index)
        place = ctypes.addressof(text.contents) if text else 0
        if place in tiny:
            return -1
        if place not in known:
            mode = raw.FPDFTextObj_GetTextRenderMode(text) if text else 0
            # What only clips is seen as far as something else is drawn there, as white letters are.
            known[place] = mode == _INVISIBLE, mode == _ONLY_CLIPS or (bool(text) and _is_white(text))
        unseen, white = known[place]
        if not unseen and covers.hide(text, sheet, index):
            return -1
        if not unseen and not white:
            return 0
        raw.FPDFText_GetCharOrigin(sheet, index, x, y)
        if unseen:
            return 1 if _within(pictures, x.value, y.value) else -1
        return 0 if _within(grounds, x.value, y.value) else -1

    return look


def _is_white(text: Any) -> bool:
    return _colour(text) == (True, True)


def _colour(one: Any) -> tuple[bool, bool]:
    """Whether an object is filled with a colour that is known, and whether that is white."""
    from pypdfium2 import raw

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(one, red, green, blue, alpha):
        return False, False
    white = min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0
    return True, white


def _boxes(objects: Sequence[Any], kinds: tuple[int, ...]) -> list[_Box]:
    """Where pictures are, and areas of a colour that white letters are read on."""
    from pypdfium2 import raw

    boxes = []
    for one in objects:
        if one.type in kinds and not (one.type == raw.FPDF_PAGEOBJ_PATH and _colour(one.raw)[1]):
            boxes.append(one.get_bounds())
    return boxes


def _within(boxes: Sequence[_Box], x: float, y: float) -> bool:
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in boxes)

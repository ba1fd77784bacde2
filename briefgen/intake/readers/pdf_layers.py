"""What stands in layers of a PDF that may be switched off: it is seen where the page, painted, has it."""

import ctypes
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from briefgen.intake.readers.pdf_covers import box_of

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_LAYER = "OC"
_LONGEST_NAME = 64
_MOST_PIXELS = 2_000
"""Along the longer side of a page."""
_LEAST_PIXELS = 3
"""Letters of fewer may be lost in painting: they are taken to be seen."""


def is_switched_off(page: "PdfPage", objects: Sequence[Any], sheet: Any) -> Callable[[int], bool] | None:
    """What tells of a character whether its layer is off; None where no text is in one."""
    from pypdfium2 import raw

    texts = (one for one in objects if one.type == raw.FPDF_PAGEOBJ_TEXT)
    layered = {ctypes.addressof(one.raw.contents) for one in texts if _is_layered(one.raw)}
    if not layered:
        return None
    painted = _Painted(page)

    def is_off(index: int) -> bool:
        text = raw.FPDFText_GetTextObject(sheet, index)
        return bool(text) and ctypes.addressof(text.contents) in layered and painted.lacks(sheet, index)

    return is_off


def _is_layered(text: Any) -> bool:
    from pypdfium2 import raw

    name, length = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_ulong()
    for number in range(raw.FPDFPageObj_CountMarks(text)):
        mark = raw.FPDFPageObj_GetMark(text, number)
        written = ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort))
        said = raw.FPDFPageObjMark_GetName(mark, written, _LONGEST_NAME, length)
        if said and name.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0") == _LAYER:
            return True
    return False


class _Painted:
    """A page as a viewer paints it."""

    def __init__(self, page: "PdfPage") -> None:
        self._page = page
        scale = min(2.0, _MOST_PIXELS / max(page.get_width(), page.get_height(), 1.0))
        bitmap = page.render(scale=scale, draw_annots=False, may_draw_forms=False)
        self._width, self._height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        self._size = bitmap.n_channels
        self._dots = bytes(bitmap.buffer)

    def lacks(self, sheet: Any, index: int) -> bool:
        """Whether there is nothing where a character stands, but one colour."""
        box = box_of(sheet, index)
        if box is None:
            return False
        (left, top), (right, bottom) = self._dot(box[0], box[3]), self._dot(box[2], box[1])
        left, right = sorted((left, right))
        top, bottom = sorted((top, bottom))
        if min(left, top) < 0 or right >= self._width or bottom >= self._height:
            return False
        if min(right - left, bottom - top) < _LEAST_PIXELS:
            return False
        rows = (self._row(height, left, right) for height in range(top, bottom + 1))
        first = self._row(top, left, right)
        return first == first[: self._size] * (right - left + 1) and all(row == first for row in rows)

    def _row(self, height: int, left: int, right: int) -> bytes:
        start = height * self._stride
        return self._dots[start + left * self._size : start + (right + 1) * self._size]

    def _dot(self, x: float, y: float) -> tuple[int, int]:
        from pypdfium2 import raw

        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self._page.raw, 0, 0, self._width, self._height, 0, x, y, across, down)
        return across.value, down.value

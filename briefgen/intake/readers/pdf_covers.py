"""What lies over the letters of a PDF, or under them in their own colour: bars, edges of the page, clips."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Box = tuple[float, float, float, float]
_Colour = tuple[int, int, int]
_OPAQUE = 255
_SLACK = 1.0
"""Points by which a bar may miss the edge of a letter that it covers."""
_ALIKE = 8
_CORNERS, _MOST_SEGMENTS = 2, 6
_LEAST_SIZE = 0.3
"""Points: smaller letters nobody sees."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """Something drawn that may be behind letters or over them; `colour` is None where that is not plain."""

    place: int
    box: Box
    colour: _Colour | None


class Covers:
    """What of a page's letters is under a bar, on a ground of its colour, clipped away or off the page."""

    def __init__(self, objects: Sequence[Any], page: Any) -> None:
        from pypdfium2 import raw

        self._edges: Box = page.get_cropbox()
        self._places: dict[int, int] = {}
        self._shapes: list[_Shape] = []
        self._clips: dict[int, Box | None] = {}
        self._colours: dict[int, _Colour | None] = {}
        for place, one in enumerate(objects):
            if one.level:
                continue  # its place on the page is another matter
            if one.type == raw.FPDF_PAGEOBJ_TEXT:
                self._places[ctypes.addressof(one.raw.contents)] = place
            elif _is_filled(one):
                self._shapes.append(_Shape(place, one.get_bounds(), _plain_colour(one)))

    def hide(self, text: Any, sheet: Any, index: int) -> bool:
        """Whether a character, of a text object, is not seen."""
        from pypdfium2 import raw

        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if not raw.FPDFText_GetCharBox(sheet, index, left, right, bottom, top):
            return False
        box = left.value, bottom.value, right.value, top.value
        if box[2] <= box[0] or box[3] <= box[1]:
            return False  # a space
        if not _meet(box, self._edges) or max(box[2] - box[0], box[3] - box[1]) < _LEAST_SIZE:
            return True
        known = ctypes.addressof(text.contents) if text else 0
        place = self._places.get(known)
        if place is None:
            return False
        if known not in self._clips:
            self._clips[known] = _clip_of(text)
            self._colours[known] = _colour(text)
        clip = self._clips[known]
        if clip is not None and not _meet(box, clip):
            return True
        ground: _Colour | None = None
        for shape in self._shapes:
            if not _covers(shape.box, box):
                continue
            if shape.place > place:
                if shape.colour is not None:
                    return True
            else:
                ground = shape.colour
        ink = self._colours[known]
        return ground is not None and ink is not None and _alike(ground, ink)


def _is_filled(one: Any) -> bool:
    """Whether an object fills what it covers: a path that is drawn as a line does not."""
    from pypdfium2 import raw

    if one.type != raw.FPDF_PAGEOBJ_PATH:
        return True
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(one.raw, mode, stroked)) and mode.value != 0


def _plain_colour(one: Any) -> _Colour | None:
    """The colour of an upright rectangle that is filled with one, so that nothing is seen through it."""
    from pypdfium2 import raw

    if one.type != raw.FPDF_PAGEOBJ_PATH or raw.FPDFPageObj_HasTransparency(one.raw):
        return None
    if raw.FPDFPath_CountSegments(one.raw) > _MOST_SEGMENTS:
        return None
    matrix = one.get_matrix()
    if (matrix.b or matrix.c) and (matrix.a or matrix.d):
        return None
    across: set[float] = set()
    up: set[float] = set()
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(raw.FPDFPath_CountSegments(one.raw)):
        segment = raw.FPDFPath_GetPathSegment(one.raw, number)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_BEZIERTO:
            return None
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        across.add(round(x.value, 2))
        up.add(round(y.value, 2))
    return _colour(one.raw) if len(across) == len(up) == _CORNERS else None


def _colour(one: Any) -> _Colour | None:
    from pypdfium2 import raw

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(one, red, green, blue, alpha) or alpha.value != _OPAQUE:
        return None
    return red.value, green.value, blue.value


def _clip_of(text: Any) -> Box | None:
    """The box that a text is clipped to, if it is."""
    from pypdfium2 import raw

    path = raw.FPDFPageObj_GetClipPath(text)
    count = raw.FPDFClipPath_CountPaths(path) if path else 0
    box: Box | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(max(count, 0)):
        points = []
        for index in range(max(raw.FPDFClipPath_CountPathSegments(path, number), 0)):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, number, index), x, y)
            points.append((x.value, y.value))
        if points:
            left, right = min(one[0] for one in points), max(one[0] for one in points)
            bottom, top = min(one[1] for one in points), max(one[1] for one in points)
            own = left, bottom, right, top
            box = own if box is None else _both(box, own)
    return box


def _both(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _meet(one: Box, other: Box) -> bool:
    left, bottom, right, top = _both(one, other)
    return left < right and bottom < top


def _covers(shape: Box, box: Box) -> bool:
    return (
        shape[0] <= box[0] + _SLACK
        and shape[1] <= box[1] + _SLACK
        and shape[2] >= box[2] - _SLACK
        and shape[3] >= box[3] - _SLACK
    )


def _alike(one: _Colour, other: _Colour) -> bool:
    return all(abs(first - second) <= _ALIKE for first, second in zip(one, other, strict=True))

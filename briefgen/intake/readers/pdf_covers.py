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
_LINE = 2.0
_MOST_PAIRS = 200_000
_LEAST_SIZE = 0.3
"""Points: smaller letters nobody sees."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """Something drawn that may be behind letters or over them; `colour` is None where that is not plain."""

    place: int
    box: Box
    colour: _Colour | None


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A text of which some letters may not be seen: what it is clipped to, if it is, and what is near it."""

    place: int
    clip: Box | None
    shapes: tuple[_Shape, ...]
    colour: _Colour | None


class Covers:
    """What of a page's letters is under a bar, on a ground of its own colour or clipped away.

    Most texts stand in no box but that of the page, so whole texts are looked at first.
    """

    def __init__(self, objects: Sequence[Any]) -> None:
        from pypdfium2 import raw

        # Where something stands within another its place on the page is another matter.
        own = [(place, one) for place, one in enumerate(objects) if not one.level]
        texts = [(place, one) for place, one in own if one.type == raw.FPDF_PAGEOBJ_TEXT]
        shapes = [
            _Shape(place, box, _plain_colour(one))
            for place, one in own
            if one.type != raw.FPDF_PAGEOBJ_TEXT and _is_filled(one) and _is_large(box := one.get_bounds())
        ]
        plain = [shape for shape in shapes if shape.colour is not None]
        if len(plain) * len(texts) > _MOST_PAIRS:
            shapes, plain = [], []
        self._suspects: dict[int, _Suspect] = {}
        for place, one in texts:
            box, clip, colour = one.get_bounds(), _clip_of(one.raw), None
            cut = clip is not None and not _covers(clip, box)
            near = [shape for shape in plain if _meet(shape.box, box)] if plain else []
            if near:
                colour = _colour(one.raw)
                near = [one for one in near if one.place > place or _is_alike(one.colour, colour)]
            if cut or near:
                around = tuple(shape for shape in shapes if _meet(shape.box, box)) if near else ()
                self._suspects[ctypes.addressof(one.raw.contents)] = _Suspect(
                    place, clip if cut else None, around, colour
                )

    def __bool__(self) -> bool:
        return bool(self._suspects)

    def hide(self, text: Any, sheet: Any, index: int) -> bool:
        """Whether a character, of a text object, is not seen."""
        suspect = self._suspects.get(ctypes.addressof(text.contents)) if text else None
        box = box_of(sheet, index) if suspect is not None else None
        if suspect is None or box is None:
            return False
        if suspect.clip is not None and not _meet(box, suspect.clip):
            return True
        ground: _Colour | None = None
        for shape in suspect.shapes:
            if _covers(shape.box, box):
                if shape.place > suspect.place and shape.colour is not None:
                    return True
                ground = shape.colour if shape.place < suspect.place else ground
        return _is_alike(ground, suspect.colour)


def box_of(sheet: Any, index: int) -> Box | None:
    """Where a character stands; None for a space."""
    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not raw.FPDFText_GetCharBox(sheet, index, left, right, bottom, top):
        return None
    box = left.value, bottom.value, right.value, top.value
    return box if box[2] > box[0] and box[3] > box[1] else None


def is_tiny(sheet: Any, index: int, size: float) -> bool:
    """Whether a character, of a font of this size, is so small that nobody sees it."""
    box = box_of(sheet, index) if size < 1 else None
    return box is not None and is_tiny_box(box)


def is_tiny_box(box: Box) -> bool:
    """Whether nobody sees what has no more than this room."""
    return max(box[2] - box[0], box[3] - box[1]) < _LEAST_SIZE


def is_off(edges: Box, x: float, y: float, size: float) -> bool:
    """Whether a character that begins at a place is beyond the edges of its page."""
    return x >= edges[2] or y >= edges[3] or x + size < edges[0] or y + size < edges[1]


def _is_large(box: Box) -> bool:
    """Whether a box is more than a line."""
    return box[2] - box[0] > _LINE and box[3] - box[1] > _LINE


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
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _covers(shape: Box, box: Box) -> bool:
    return (
        shape[0] <= box[0] + _SLACK
        and shape[1] <= box[1] + _SLACK
        and shape[2] >= box[2] - _SLACK
        and shape[3] >= box[3] - _SLACK
    )


def _is_alike(one: _Colour | None, other: _Colour | None) -> bool:
    """Whether two colours that are known are one to the eye."""
    if one is None or other is None:
        return False
    return all(abs(first - second) <= _ALIKE for first, second in zip(one, other, strict=True))

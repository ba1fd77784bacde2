"""Crops: which part of a captured picture shows which words, as captures.yml lists them."""

import re

from briefgen import rules
from briefgen.decode.forms import Flaw, line, shown
from briefgen.decode.reader import MappingReader
from briefgen.model.picture import Area, Crop

_AREA = re.compile(r"(\d{1,6})[ ,]+(\d{1,6})[ ,]+(\d{1,6})[ ,]+(\d{1,6})", re.ASCII)


def decode_crops(capture: MappingReader) -> tuple[Crop, ...]:
    """The items of `crops` that can be used."""
    crops = []
    for reader in capture.mappings("crops"):
        words = reader.required("words", line)
        area = reader.required("area", _area)
        reader.finish()
        if words and area:
            crops.append(Crop(words, reader.place("words"), area, reader.place("area")))
    return tuple(crops)


def _area(written: str) -> Area | Flaw:
    match = _AREA.fullmatch(written)
    left, top, width, height = map(int, match.groups()) if match else (0, 0, 0, 0)
    if width and height:
        return Area(left, top, width, height)
    return Flaw(
        rules.CROP_UNUSABLE,
        f"is {shown(written)}",
        ("expected left, top, width and height in pixels, as in `120, 300, 640, 90`",),
    )

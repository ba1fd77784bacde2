"""Pictures beside passages: of a capture that is one, the part that shows the quoted words."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.catalogue import Words, words_for
from briefgen.model.capture import Publish
from briefgen.model.card import Card
from briefgen.model.layout import classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.picture import Area, Picture
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.escape import escape_text
from briefgen.render.work.quoted_passages import QuotedPassage, quoted_passages, quotings

_WIDEST = 1600
"""Pixels: a scan of a whole page is shown as wide as a page of the site can be, twice over."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A part of a picture, and where it lies in ``docs/``."""

    path: str
    picture: Picture
    area: Area

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height when drawn."""
        scale = min(1.0, _WIDEST / self.area.width)
        return max(1, round(self.area.width * scale)), max(1, round(self.area.height * scale))


def picture_cards(corpus: VerifiedCorpus, briefs: Sequence[VerifiedBrief]) -> tuple[Card, ...]:
    """What is to be drawn for the passages that briefs quote."""
    if not any(capture.picture for capture in corpus.captures):
        return ()
    every = tuple(quotings(briefs, words_for(corpus.settings.language)))
    passages = quoted_passages(every, corpus.captures)
    shown = {one.path: one for own in passages.values() for passage in own for one in _shown(passage)}
    data = {blob.path: blob.data for blob in corpus.corpus.workspace.blobs}
    return tuple(Card(path, _svg(one, data), ()) for path, one in sorted(shown.items()))


def picture_markdown(passage: QuotedPassage, words: Words) -> Iterable[str]:
    """The parts of a picture that show a passage, each a paragraph."""
    alt = escape_text(words.picture_of_passage)
    for one in _shown(passage):
        way = relative_path(one.path, pages.WORKS)
        width, height = one.size
        yield f"![{alt}]({way}){{ .{classes.PASSAGE_PICTURE} width={width} height={height} loading=lazy }}"


def _shown(passage: QuotedPassage) -> tuple[_Shown, ...]:
    """The crops of a passage; without one the whole picture, where all of the capture may be seen."""
    picture, capture = passage.capture.picture, passage.capture
    if picture is None or capture.record.publish is Publish.NONE:
        return ()
    areas = picture.areas(passage.ranges)
    if not areas and capture.record.publish is Publish.FULL:
        areas = (picture.whole,)
    known = [area for _, _, area in picture.crops]
    return tuple(
        _Shown(
            pages.picture_path(capture.key, capture.number, known.index(area) + 1 if area in known else 0),
            picture,
            area,
        )
        for area in dict.fromkeys(areas)
    )


def _svg(one: _Shown, files: Mapping[str, bytes]) -> str:
    area, picture = one.area, one.picture
    width, height = one.size
    data = base64.b64encode(files[picture.file]).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{area.left} {area.top} {area.width} {area.height}" preserveAspectRatio="none">'
        f'<image width="{picture.width}" height="{picture.height}" '
        f'href="data:{picture.media_type};base64,{data}"/></svg>\n'
    )

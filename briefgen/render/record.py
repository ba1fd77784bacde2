"""What a site says of itself to programs: where each quotation stands (W3C annotations), and the manifest."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256

from briefgen.excerpts import excerpt
from briefgen.model.brief import Status
from briefgen.model.capture import Capture
from briefgen.model.layout import pages
from briefgen.model.page import Page, page_later
from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedCorpus, VerifiedQuotation, WorkLookup
from briefgen.render.brief.metadata import brief_address
from briefgen.render.feeds.plain_brief import hash_of_plain_brief
from briefgen.render.needs import About
from briefgen.summed import summed, summed_aside

MANIFEST_VERSION = 1
_AROUND = 32
_SIMPLE = json.JSONEncoder(ensure_ascii=False).encode


def record_pages(
    corpus: VerifiedCorpus, abouts: Sequence[About], by_hand: Sequence[About] = (), *, later: bool = False
) -> Iterator[Page]:
    """The manifest of the texts; where the site has an address, the annotations. Of pages `by_hand` they have
    what these quote. With `later` nobody asks what they are made from."""
    public = tuple(one for one in abouts if one.brief.front.status is not Status.DRAFT)
    if corpus.settings.site_url:
        every = (*public, *by_hand)
        said = () if later else map(_hash_of_annotations, every)
        needs = ("list what is quoted", corpus.settings.site_url, *said)
        yield page_later(pages.ANNOTATIONS, partial(_annotations, every, corpus.settings), needs=needs)
    yield page_later(pages.RECORD, partial(_manifest, public, by_hand, corpus))


def _json(value: object, line: str = "\n") -> str:
    """What `json.dumps` writes with an indentation of one, by the quick half of it; each `line` begins so."""
    inner = f"{line} "
    if isinstance(value, dict) and value:
        fields = (f"{_SIMPLE(name)}: {_json(field, inner)}" for name, field in value.items())
        return f"{{{inner}{f',{inner}'.join(fields)}{line}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join(_json(one, inner) for one in value)}{line}]"
    return _SIMPLE(value)


def _object(fields: Mapping[str, str]) -> str:
    """An object of values that are written already as they stand inside it, as `_json` would write it."""
    lines = (f"{_json(name)}: {value}" for name, value in fields.items())
    return "{\n" + ",\n".join(f" {line}" for line in lines) + "\n}"


def _array(values: Sequence[str]) -> str:
    """The same of an array."""
    return _array_of([_inside(value) for value in values])


def _array_of(values: Sequence[str]) -> str:
    """The same of values that are written as they stand inside it."""
    return "[\n" + ",\n".join(f" {value}" for value in values) + "\n]" if values else "[]"


def _array_inside(values: Sequence[str]) -> str:
    """The same where it stands in an object: its values are what is longest of all, and need no change."""
    return "[\n" + ",\n".join([f"  {value}" for value in values]) + "\n ]" if values else "[]"


def _inside(value: str) -> str:
    """A value that is written already, where it stands inside another."""
    return value.replace("\n", "\n ")


def _annotations(abouts: Sequence[About], settings: Settings) -> str:
    """Each quotation that was found: its words in the work, and the brief that quotes them."""
    own = f"{settings.site_url}{pages.ANNOTATIONS}"
    every = [text for one in abouts for text in _annotations_of(one)]
    name = _json(f"{own}#").removesuffix('"')
    items = [f'{{\n  "id": {name}{number}",\n{text}' for number, text in enumerate(every, start=1)]
    fields = {
        "@context": _json("http://www.w3.org/ns/anno.jsonld"),
        "id": _json(own),
        "type": _json("AnnotationPage"),
        "items": _inside(_array_of(items)),
    }
    return f"{_object(fields)}\n"


@summed_aside
def _annotations_of(about: About) -> tuple[str, ...]:
    """Those of one brief, each as it stands in the array, from behind its name."""
    source = brief_address(about.brief.slug, about.corpus.settings)
    every = (
        {
            "type": "Annotation",
            "motivation": "linking",
            "body": {"type": "SpecificResource", "source": source},
            "target": {
                "type": "SpecificResource",
                "source": _source(check, about.corpus),
                "selector": _selectors(capture, check),
            },
        }
        for _, check, capture in _found(about)
    )
    return tuple(_inside(_json(one)).removeprefix("{\n") for one in every)


@summed
def _hash_of_annotations(about: About) -> str:
    """What is said of all is made of them alone, and not of what else a brief says."""
    return sha256("\n".join(_annotations_of(about)).encode("utf-8", "surrogatepass")).hexdigest()


def _source(check: WorkLookup, corpus: VerifiedCorpus) -> str:
    """The work's own address, or that of its page here."""
    work = corpus.works.get(check.key)
    settings = corpus.settings
    own = pages.address_of(pages.work_path(check.key), as_folder=settings.directory_urls)
    return (work.url if work else "") or f"{settings.site_url}{own}"


def _selectors(capture: Capture, check: WorkLookup) -> list[dict[str, object]]:
    """Where each stretch of the words stands; around it no more is told than pages show of a capture."""
    text, shown = capture.text, excerpt(capture, check.ranges)
    selectors: list[dict[str, object]] = []
    for start, end in check.ranges:
        around = next((one for one in shown if one.start <= start and end <= one.end), None)
        first, last = (around.start, around.end) if around else (start, end)
        quote: dict[str, object] = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(start - _AROUND, first) : start],
            "suffix": text[end : min(end + _AROUND, last)],
        }
        selectors += [quote, {"type": "TextPositionSelector", "start": start, "end": end}]
    return selectors


def _found(about: About) -> Iterator[tuple[VerifiedQuotation, WorkLookup, Capture]]:
    for quotation in about.brief.quotations:
        for check in quotation.checks:
            capture = about.corpus.searched(check)
            if check.verdict is not None and capture is not None:
                yield quotation, check, capture


def _manifest(abouts: Sequence[About], by_hand: Sequence[About], corpus: VerifiedCorpus) -> str:
    every = (*abouts, *by_hand)
    captures = {
        name: _json(
            {
                "work": name[0],
                "sha256": corpus.captures.numbered(*name).record.sha256,
                "page": _page(pages.work_path(name[0]), corpus.settings),
            }
        )
        for name in sorted({name for one in every for name in _searched(one)})
    }
    withheld = [
        _json({"work": one.key, "sha256": one.sha256, "withheld": " ".join(one.why.split())})
        for one in corpus.capture_list.uncaptured
        if one.sha256
    ]
    briefs = sorted(abouts, key=lambda one: one.brief.slug)
    fields = {
        "briefgen": _json(MANIFEST_VERSION),
        "site": _json(corpus.settings.site_url),
        "briefs": _array_inside([_brief(one) for one in briefs]),
        "captures": _inside(_array([*captures.values(), *withheld])),
        "quotations": _array_inside([text for one in every for text in _quotations(one)]),
    }
    return f"{_object(fields)}\n"


@summed
def _searched(about: About) -> tuple[tuple[str, int], ...]:
    """The captures in which quotations of a brief were found, by work and number."""
    return tuple({(capture.key, capture.number): None for _, _, capture in _found(about)})


@summed
def _quotations(about: About) -> tuple[str, ...]:
    every = (
        {
            "brief": about.brief.slug,
            "work": check.key,
            "words": " ".join(quotation.quotation.text.split()),
            "capture": capture.record.sha256,
            "checked": check.locked,
            "selector": _selectors(capture, check),
        }
        for quotation, check, capture in _found(about)
    )
    return tuple(_inside(_inside(_json(one))) for one in every)


@summed
def _brief(about: About) -> str:
    front, settings = about.brief.front, about.corpus.settings
    said = _json(
        {
            "slug": about.brief.slug,
            "page": _page(pages.brief_path(about.brief.slug), settings),
            "title": front.title,
            "language": front.lang,
            "status": front.status.value,
            "version": front.version,
            "published": front.date,
            "updated": front.changed,
            "text": hash_of_plain_brief(about),
            "errata": [
                {
                    "date": one.date,
                    "kind": one.kind.value,
                    "was": one.was,
                    "now": one.now,
                    "version": one.version,
                }
                for one in front.errata
            ],
        }
    )
    return _inside(_inside(said))


def _page(path: str, settings: Settings) -> str:
    """The file of a page in the site."""
    folder = pages.address_of(path, as_folder=True)
    return f"{folder}index.html" if settings.directory_urls else pages.address_of(path, as_folder=False)

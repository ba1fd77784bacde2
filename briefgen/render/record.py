"""What a site says of itself to programs: where each quotation stands (W3C annotations), and the manifest."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256

from briefgen.excerpts import excerpt
from briefgen.model.brief import Status
from briefgen.model.capture import Capture
from briefgen.model.layout import pages
from briefgen.model.page import Page
from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus, VerifiedQuotation, WorkLookup
from briefgen.render.brief.metadata import brief_address
from briefgen.render.feeds.plain_brief import plain_brief

MANIFEST_VERSION = 1
_AROUND = 32


def record_pages(corpus: VerifiedCorpus, briefs: Sequence[VerifiedBrief]) -> Iterator[Page]:
    """The manifest of the texts; where the site has an address, the annotations."""
    public = tuple(brief for brief in briefs if brief.front.status is not Status.DRAFT)
    settings = corpus.settings
    if settings.site_url:
        yield Page(pages.ANNOTATIONS, _json(_annotations(public, corpus)))
    yield Page(pages.RECORD, _json(_manifest(public, corpus)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _annotations(briefs: Sequence[VerifiedBrief], corpus: VerifiedCorpus) -> dict[str, object]:
    """Each quotation that was found: its words in the work, and the brief that quotes them."""
    own = f"{corpus.settings.site_url}{pages.ANNOTATIONS}"
    items = [
        {
            "id": f"{own}#{number}",
            "type": "Annotation",
            "motivation": "linking",
            "body": {"type": "SpecificResource", "source": brief_address(brief.slug, corpus.settings)},
            "target": {
                "type": "SpecificResource",
                "source": _source(check, corpus),
                "selector": _selectors(capture, check),
            },
        }
        for number, (brief, _, check, capture) in enumerate(_found(briefs, corpus), start=1)
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": own,
        "type": "AnnotationPage",
        "items": items,
    }


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


def _found(
    briefs: Sequence[VerifiedBrief], corpus: VerifiedCorpus
) -> Iterator[tuple[VerifiedBrief, VerifiedQuotation, WorkLookup, Capture]]:
    for brief in briefs:
        for quotation in brief.quotations:
            for check in quotation.checks:
                capture = corpus.searched(check)
                if check.verdict is not None and capture is not None:
                    yield brief, quotation, check, capture


def _manifest(briefs: Sequence[VerifiedBrief], corpus: VerifiedCorpus) -> dict[str, object]:
    found = list(_found(briefs, corpus))
    captures = {
        (capture.key, capture.number): {
            "work": capture.key,
            "sha256": capture.record.sha256,
            "page": _page(pages.work_path(capture.key), corpus.settings),
        }
        for _, _, _, capture in found
    }
    withheld = [
        {"work": one.key, "sha256": one.sha256, "withheld": " ".join(one.why.split())}
        for one in corpus.capture_list.uncaptured
        if one.sha256
    ]
    return {
        "briefgen": MANIFEST_VERSION,
        "site": corpus.settings.site_url,
        "briefs": [_brief(brief, corpus) for brief in sorted(briefs, key=lambda one: one.slug)],
        "captures": [*(captures[key] for key in sorted(captures)), *withheld],
        "quotations": [
            {
                "brief": brief.slug,
                "work": check.key,
                "words": " ".join(quotation.quotation.text.split()),
                "capture": capture.record.sha256,
                "checked": check.locked,
                "selector": _selectors(capture, check),
            }
            for brief, quotation, check, capture in found
        ],
    }


def _brief(brief: VerifiedBrief, corpus: VerifiedCorpus) -> dict[str, object]:
    front = brief.front
    return {
        "slug": brief.slug,
        "page": _page(pages.brief_path(brief.slug), corpus.settings),
        "title": front.title,
        "language": front.lang,
        "status": front.status.value,
        "version": front.version,
        "published": front.date,
        "updated": front.changed,
        "text": sha256(plain_brief(brief, corpus).encode("utf-8", "surrogatepass")).hexdigest(),
        "errata": [
            {"date": one.date, "kind": one.kind.value, "was": one.was, "now": one.now, "version": one.version}
            for one in front.errata
        ],
    }


def _page(path: str, settings: Settings) -> str:
    """The file of a page in the site."""
    folder = pages.address_of(path, as_folder=True)
    return f"{folder}index.html" if settings.directory_urls else pages.address_of(path, as_folder=False)

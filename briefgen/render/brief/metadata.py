"""What machines read of a brief: JSON-LD, Highwire tags, its other languages."""

from collections.abc import Mapping, Sequence

from briefgen.catalogue import words_for
from briefgen.model.layout import pages
from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.render.authors import authors_of, is_body
from briefgen.render.brief.changes import correction_comments
from briefgen.render.brief.reviews import claim_reviews
from briefgen.render.brief.works_for_machines import work_object


def brief_head(
    brief: VerifiedBrief, corpus: VerifiedCorpus, description: str, card: Mapping[str, str]
) -> Mapping[str, object]:
    """What the theme override prints into the head of a brief's page; plain text, escaped there."""
    head: dict[str, object] = {
        "schema": _schema(brief, corpus, description),
        "highwire": _highwire(brief, corpus.settings),
        "alternates": _alternates(brief, corpus.settings),
    }
    if reviews := claim_reviews(brief, corpus, brief_address(brief.slug, corpus.settings)):
        head["reviews"] = reviews
    return head | {"card": card} if card else head


def brief_facts(brief: VerifiedBrief) -> Sequence[tuple[str, str]]:
    """What the search index is told of a brief: what it is filtered by."""
    front = brief.front
    verdicts = sorted({str(finding.verdict) for finding in brief.resolved.findings})
    return [
        ("kind", "brief"),
        ("date", front.date),
        *(("topic", tag) for tag in front.tags),
        *(("verdict", verdict) for verdict in verdicts),
        *(("work", key) for key in sorted(brief.resolved.works)),
    ]


def brief_address(slug: str, settings: Settings) -> str:
    """The absolute address of a brief, or nothing: without `site_url` none is invented."""
    address = pages.address_of(pages.brief_path(slug), as_folder=settings.directory_urls)
    return f"{settings.site_url}{address}" if settings.site_url else ""


def _schema(brief: VerifiedBrief, corpus: VerifiedCorpus, description: str) -> dict[str, object]:
    front, settings, works = brief.front, corpus.settings, corpus.works
    publisher = settings.publisher or settings.site_name
    schema: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "headline": front.title,
        "abstract": description,
        "inLanguage": front.lang,
        "datePublished": front.date,
        "dateModified": max(front.changed, *(erratum.date for erratum in front.errata), ""),
        "version": front.version,
        "creativeWorkStatus": front.status.value,
        "author": [_author(name, settings) for name in authors_of(brief, settings) or (publisher,)],
        "publisher": {"@type": "Organization", "name": publisher},
    }
    if address := brief_address(brief.slug, settings):
        schema["url"] = address
    if front.errata:
        words = words_for(front.lang)
        schema["correction"] = correction_comments(front, words, brief_address(brief.slug, settings))
    if front.license or settings.license:
        schema["license"] = front.license or settings.license
    if front.tags:
        schema["keywords"] = list(front.tags)
    if brief.resolved.examined:
        schema["isBasedOn"] = [work_object(works[key]) for key in brief.resolved.examined]
    if brief.resolved.works:
        schema["citation"] = [work_object(works[key]) for key in brief.resolved.works]
    return schema


def _author(name: str, settings: Settings) -> dict[str, object]:
    return {"@type": "Organization" if is_body(name, settings) else "Person", "name": name}


def _highwire(brief: VerifiedBrief, settings: Settings) -> list[list[str]]:
    front = brief.front
    tags = [["citation_title", front.title]]
    tags += [["citation_author", name] for name in authors_of(brief, settings)]
    tags.append(["citation_publication_date", front.date.replace("-", "/")])
    # Zotero files a page as a report only when it names an institution.
    tags.append(["citation_technical_report_institution", settings.publisher or settings.site_name])
    tags.append(["citation_language", front.lang])
    if address := brief_address(brief.slug, settings):
        tags.append(["citation_public_url", address])
    if front.tags:
        tags.append(["citation_keywords", "; ".join(front.tags)])
    return tags


def _alternates(brief: VerifiedBrief, settings: Settings) -> list[list[str]]:
    """Language and address of each version, this one included; relative to the page without `site_url`."""
    versions = [(brief.front.lang, brief.slug)]
    versions += [(other.lang, other.slug) for other in brief.resolved.translations]
    if len(versions) == 1:
        return []
    beside = "../{}/" if settings.directory_urls else "{}.html"
    return [[lang, brief_address(slug, settings) or beside.format(slug)] for lang, slug in sorted(versions)]

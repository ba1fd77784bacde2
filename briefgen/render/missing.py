"""The pages of briefs that have an error."""

from briefgen.model.brief import Status
from briefgen.model.layout.pages import brief_path
from briefgen.model.page import Page
from briefgen.model.workspace import VerifiedCorpus


def missing_pages(pages: tuple[Page, ...], corpus: VerifiedCorpus, *, drafts: bool) -> tuple[Page, ...]:
    """Empty pages in the places of faulty briefs, so that what is in their way is told at once too."""
    shown = (one for one in corpus.briefs if drafts or one.front.status is not Status.DRAFT)
    slugs = {brief.slug for brief in shown if brief.slug}
    missing = {brief_path(slug) for slug in slugs} - {page.path for page in pages}
    return tuple(Page(path, "") for path in sorted(missing))

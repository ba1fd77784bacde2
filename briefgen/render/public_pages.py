"""Pages by hand that cite and that readers see."""

from briefgen.model.brief import Status
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus


def public_pages(corpus: VerifiedCorpus) -> tuple[VerifiedBrief, ...]:
    """All but drafts, which the builder shows nobody but who is writing them."""
    return tuple(page for page in corpus.pages if page.front.status is not Status.DRAFT)

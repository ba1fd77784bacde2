"""Briefs under another name than that under which their quotations were locked."""

from collections import Counter
from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.brief import Brief
from briefgen.model.layout.project import of_docs
from briefgen.model.lock import locked_words
from briefgen.model.workspace import VerifiedCorpus
from briefgen.verify.silent import locked_slugs

_Said = tuple[str, str, int | None]


def report_renamed(corpus: VerifiedCorpus) -> Iterator[Diagnostic]:
    """Briefs that hold what was locked of a brief that is no longer there, and do not name it as an alias."""
    if corpus.lock is None:
        return
    here = {brief.slug for brief in corpus.briefs}
    named = {one.name for brief in corpus.briefs for one in brief.front.aliases}
    told = locked_slugs(corpus.corpus.workspace.published)
    locked = {entry.key for entry in corpus.lock.entries}
    gone: dict[str, set[_Said]] = {}
    for entry in corpus.lock.entries:
        if of_docs(entry.brief):  # a page by hand is called as its author likes
            continue
        if entry.brief not in here and entry.brief not in named and entry.brief not in told:
            gone.setdefault(entry.brief, set()).add((entry.work, entry.words, entry.occurrence))
    for slug, words in gone.items():
        holding: Counter[str] = Counter()
        for brief in corpus.briefs:
            said = _quoted(brief.resolved.brief) & words
            holding[brief.slug] = sum((brief.slug, *one) not in locked for one in said)
        found, number = max(holding.items(), key=lambda one: one[1], default=("", 0))
        if number * 2 > len(words):
            (holder,) = (one for one in corpus.briefs if one.slug == found)
            yield _renamed(holder.resolved.brief, slug, number)


def _quoted(brief: Brief) -> set[_Said]:
    return {(key, locked_words(one), one.occurrence) for one in brief.quotations for key in one.keys}


def _renamed(brief: Brief, slug: str, number: int) -> Diagnostic:
    words = f"{number} quotations" if number > 1 else "a quotation"
    stands = "stand" if number > 1 else "stands"
    return Diagnostic(
        rules.BRIEF_RENAMED,
        brief.file.span(0, 0),
        f"{words} locked in the brief `{slug}`, which is not there, now {stands} in this one",
        ("was it renamed? Its old address leads nowhere",),
        f"write `aliases: [{slug}]` in the front matter and run `briefgen lock`; `briefgen rename` does both",
        about=slug,
    )

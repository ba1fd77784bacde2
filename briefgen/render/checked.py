"""How a brief was checked: what was looked up, what was found, what could not be looked up."""

from briefgen import __version__
from briefgen.matching.fold import FOLD_VERSION
from briefgen.model.box import PART_IDS
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.charts.checks import CheckCounts, checks_chart
from briefgen.render.dates import day_text
from briefgen.render.view import BriefView


def count_checks(brief: VerifiedBrief) -> CheckCounts:
    """Count a brief's quotations; translations of quoted words are none of their own."""
    quotations = [found for found in brief.quotations if not found.resolved.translation]
    verified = sum(found.verified for found in quotations)
    unbound = sum(not found.quotation.keys for found in quotations)
    return CheckCounts(verified, len(quotations) - verified - unbound, unbound)


def checked_part(brief: VerifiedBrief, view: BriefView) -> str:
    """The part “How this was checked” of a brief's page."""
    words = view.words
    counts = count_checks(brief)
    sentences = []
    if counts.verified:
        # A quotation that is not in its capture keeps a brief from being published, so the two are equal.
        sentences.append(words.checked_all.format(verified=counts.verified, checkable=counts.verified))
        if brief.last_verified:
            sentences.append(words.checked_last.format(date=day_text(brief.last_verified, view.lang)))
    else:
        sentences.append(words.checked_none)
    if counts.unchecked:
        sentences.append(words.checked_unchecked.format(count=counts.unchecked))
    if counts.unbound:
        sentences.append(words.checked_unbound.format(count=counts.unbound))
    version = words.check_version.format(version=__version__, fold=FOLD_VERSION)
    method = f"[{words.more_on_method}]({view.up}method/index.md)"
    parts = (
        f"## {words.how_checked} {{ #{PART_IDS.checked} }}",
        checks_chart(counts, words),
        " ".join(sentences),
        f"{words.verified_means} {method}.",
        f'<p class="check-version">{version}</p>',
    )
    return "\n\n".join(part for part in parts if part)

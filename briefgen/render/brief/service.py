"""The last parts of a brief's page: how to cite it, how to report an error, what was changed."""

from urllib.parse import quote

from briefgen.bibliography.date_words import day_text
from briefgen.bibliography.titles import quoted
from briefgen.bibliography.wording import reference_words_for
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.settings import Settings
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.authors import authors_of
from briefgen.render.brief.metadata import brief_address
from briefgen.render.escape import escape_address, escape_text
from briefgen.render.exports import brief_as_work, cite_as
from briefgen.render.view import BriefView


def cite_part(brief: VerifiedBrief, settings: Settings, view: BriefView) -> str:
    """“Cite this brief”, as plain text and for other programs."""
    words, front = view.words, brief.front
    publisher = settings.published_by(view.lang)
    authors = ", ".join(authors_of(brief, settings))
    pieces = [authors] if authors and authors not in {publisher, settings.publisher} else []
    pieces += [
        quoted(front.title, reference_words_for(view.lang)),
        publisher,
        words.version.format(version=front.version).lower()
        if view.lang == "en"
        else words.version.format(version=front.version),
        day_text(front.changed, front.lang),
    ]
    if address := brief_address(brief.slug, settings):
        pieces.append(address)
    parts = [
        f"## {words.cite} {{ #{anchors.PARTS.cite} }}",
        f"{escape_text(', '.join(pieces) + '.', line_start=True)}\n{{ .{classes.CITE_TEXT} }}",
    ]
    parts.append(cite_as(brief_as_work(brief, settings, brief_address(brief.slug, settings)), words))
    license_name = front.license or settings.license
    if license_name:
        parts.append(escape_text(words.license.format(license=license_name)))
    return "\n\n".join(parts)


def report_part(brief: VerifiedBrief, settings: Settings, view: BriefView) -> str:
    """“Report an error”: a link that already says which brief and which version."""
    if not settings.errors_to:
        return ""
    words, front = view.words, brief.front
    subject = words.report_subject.format(title=front.title, version=front.version)
    about = brief_address(brief.slug, settings) or pages.address_of(pages.brief_path(brief.slug))
    to = settings.errors_to
    if to.startswith(("http://", "https://")):
        joiner = "&" if "?" in to else "?"
        address = f"{to}{joiner}title={quote(subject, safe='')}&body={quote(about, safe='')}"
    else:
        address = f"mailto:{to}?subject={quote(subject, safe='')}&body={quote(about, safe='')}"
    link = f"[{words.report_link}]({escape_address(address)})"
    return f"## {words.report_error} {{ #{anchors.PARTS.report} }}\n\n{words.report_text} {link}."

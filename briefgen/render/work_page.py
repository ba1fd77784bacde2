"""The page of a work: what it is, how we have it, and every passage quoted from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.bibliography.reference import format_reference, plain
from briefgen.catalogue import Words, words_for
from briefgen.model.address import work_address
from briefgen.model.capture import Capture, Publish
from briefgen.model.page import Page
from briefgen.model.work import Work
from briefgen.model.workspace import Check, VerifiedBrief, VerifiedCorpus
from briefgen.render.escape import escape_attribute, escape_run, escape_text
from briefgen.render.front import page_text
from briefgen.render.references import reference_markdown
from briefgen.render.view import passage_id
from briefgen.render.works import capture_rows, captures_of, definition_list, link_rows, work_rows
from briefgen.sentences import sentence_bounds


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """One stretch, or several, of a capture, and the briefs that quote just this."""

    capture: Capture
    identifier: str
    ranges: tuple[tuple[int, int], ...]
    briefs: tuple[VerifiedBrief, ...]


def work_pages(corpus: VerifiedCorpus, briefs: Sequence[VerifiedBrief]) -> tuple[Page, ...]:
    """A page for every work the published briefs cite."""
    words = words_for(corpus.settings.language)
    citing: dict[str, list[VerifiedBrief]] = {}
    passages: dict[str, list[tuple[Check, VerifiedBrief]]] = {}
    for brief in briefs:
        for work in brief.resolved.works:
            citing.setdefault(work.key, []).append(brief)
        for quotation in brief.quotations:
            for check in quotation.checks:
                if check.verdict is not None:
                    passages.setdefault(check.work.key, []).append((check, brief))
    return tuple(
        _work_page(
            work,
            captures_of(work, corpus.captures),
            citing[work.key],
            _grouped(passages.get(work.key, [])),
            corpus,
            words,
        )
        for work in corpus.works
        if work.key in citing
    )


def _grouped(found: Sequence[tuple[Check, VerifiedBrief]]) -> tuple[QuotedPassage, ...]:
    """Equal passages as one, in the order of the capture."""
    grouped: dict[tuple[tuple[int, int], ...], tuple[Check, list[VerifiedBrief]]] = {}
    for check, brief in found:
        briefs = grouped.setdefault(check.ranges, (check, []))[1]
        if brief not in briefs:
            briefs.append(brief)
    return tuple(
        QuotedPassage(check.capture, passage_id(check), ranges, tuple(briefs))
        for ranges, (check, briefs) in sorted(grouped.items())
        if check.capture is not None
    )


def _work_page(
    work: Work,
    captures: Sequence[Capture],
    briefs: Sequence[VerifiedBrief],
    passages: Sequence[QuotedPassage],
    corpus: VerifiedCorpus,
    words: Words,
) -> Page:
    lang = corpus.settings.language
    title = work.title or plain(format_reference(work, lang))
    rows = work_rows(work, lang, words)
    for capture in captures:
        rows += capture_rows(capture, lang, words, whole_hash=True)
    rows += link_rows(work, captures[0] if captures else None, words)
    if work.note:
        rows.append((words.note_on_work, escape_text(work.note, line_start=True)))
    parts = [
        f"# {escape_text(title)}",
        f'<p class="work-key"><code>{escape_text(work.key)}</code></p>',
        reference_markdown(work, lang),
        f'<div class="work-card" markdown="1">\n\n{definition_list(rows)}\n\n</div>',
        f"## {words.cited_in}",
        "\n".join(f"-   {_brief_link(brief)}" for brief in briefs),
        f"## {words.passages}",
    ]
    if passages:
        parts.append(words.passages_intro)
        parts += [_passage(passage, words) for passage in passages]
    else:
        parts.append(words.no_passages)
    for capture in captures:
        if capture.record.publish is Publish.FULL:
            parts += [f"## {words.full_text}", _full_text(capture)]
    facts = [("kind", "work"), ("work", work.key)]
    if work.language:
        facts.append(("language", work.language))
    text = page_text(
        title,
        "\n\n".join(parts),
        lang=lang,
        description=plain(format_reference(work, lang)),
        facts=facts,
    )
    return Page(f"sources/{work_address(work.key)}.md", text)


def _brief_link(brief: VerifiedBrief) -> str:
    lang = escape_attribute(brief.front.lang)
    return f"[{escape_text(brief.front.title)}](../briefs/{brief.slug}.md){{ lang={lang} hreflang={lang} }}"


def _passage(passage: QuotedPassage, words: Words) -> str:
    links = ", ".join(_brief_link(brief) for brief in passage.briefs)
    if passage.capture.record.publish is Publish.NONE:
        shown = f"<p>{words.not_shown}</p>"
    else:
        language = escape_attribute(passage.capture.language)
        shown = f'<blockquote lang="{language}"><p>{_in_its_sentence(passage)}</p></blockquote>'
    return "\n\n".join(
        [
            f'<div class="passage" id="{passage.identifier}" markdown="1">',
            shown,
            f"{words.quoted_in} {links}.",
            "</div>",
        ]
    )


def _in_its_sentence(passage: QuotedPassage) -> str:
    """The passage with the quoted words marked, from the start of its sentence to the end of its sentence."""
    text = passage.capture.text
    start, end = sentence_bounds(text, passage.ranges[0][0], passage.ranges[-1][1])
    pieces = []
    position = start
    for first, last in passage.ranges:
        pieces.append(escape_run(text[position:first]))
        pieces.append(f"<mark>{escape_run(text[first:last])}</mark>")
        position = last
    pieces.append(escape_run(text[position:end]))
    return "".join(pieces)


def _full_text(capture: Capture) -> str:
    paragraphs = [part for part in capture.text.split("\n\n") if part.strip()]
    inside = "\n".join(f"<p>{escape_run(part)}</p>" for part in paragraphs)
    return f'<div class="full-text" lang="{escape_attribute(capture.language)}">\n{inside}\n</div>'

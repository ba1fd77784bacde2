"""The page of a work: what it is, how we have it, and every passage quoted from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from briefgen.bibliography.reference import format_reference, plain
from briefgen.catalogue import Words, words_for
from briefgen.digests import digest_of
from briefgen.each import Each, Needs, one_by_one
from briefgen.model.capture import Capture, Captures, Publish
from briefgen.model.layout import anchors, classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.page import Page, page_later, written_out
from briefgen.model.work import Bibliography, Work
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.remembered import remembered
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.front import page_text
from briefgen.render.given_translations import GivenTranslation
from briefgen.render.headings import page_heading
from briefgen.render.needs import About, without_briefs
from briefgen.render.neighbours import up_line
from briefgen.render.notes.passage import passage_markdown
from briefgen.render.notes.references import reference_markdown
from briefgen.render.public_pages import public_pages
from briefgen.render.work.examined import examined_strip
from briefgen.render.work.full_text import full_text, in_full_text
from briefgen.render.work.pictures import picture_markdown
from briefgen.render.work.quoted_passages import QuotedPassage, QuotingBrief, quoted_passages, quotings
from briefgen.render.work.shown import ShownOfWork, shown_of_works
from briefgen.render.work.since import changed_whole, passage_since, source_changed
from briefgen.render.work.unchecked import UncheckedWords, unchecked_words
from briefgen.render.work.wrong import wrong_in
from briefgen.render.works import (
    copy_rows,
    definition_list,
    link_rows,
    why_no_capture,
    work_in_short,
    work_rows,
)


def work_pages(
    corpus: VerifiedCorpus,
    abouts: Sequence[About],
    *,
    pictures: bool = False,
    each: Each = one_by_one,
    later: bool = False,
) -> tuple[Page, ...]:
    """A page for every work that published briefs and pages by hand cite, with `pictures` of captures that
    are some. `each` writes their texts; with `later` they are written when they are asked for."""
    words, lang = words_for(corpus.settings.language), corpus.settings.language
    briefs = (*(one.brief for one in abouts), *public_pages(corpus))
    titles, shared = _titles(corpus.works), without_briefs(corpus)
    around = digest_of((corpus.settings, pictures))
    listed = {entry.key: entry for entry in reversed(corpus.capture_list.uncaptured)}

    @cache  # of many a check nobody asks
    def shown() -> Mapping[str, ShownOfWork]:
        return shown_of_works(briefs, abouts, titles, words.language)

    def text(work: Work) -> str:
        of_work, captures = shown()[work.key], corpus.captures.of(work.key)
        every = tuple(one for one in quotings(of_work.quoting, words) if one.check.key == work.key)
        return _text(
            work,
            captures,
            tuple(of_work.citing),
            quoted_passages(every, Captures(captures)).get(work.key, ()),
            unchecked_words(every, corpus.works).get(work.key, ()),
            tuple(wrong_in(work, of_work.correcting, words, lang)),
            titles,
            shared,
            words,
            pictures,
        )

    def needs(work: Work) -> Needs:
        """What a text is made from: the work, its captures or why it has none, what is shown of briefs."""
        said = shown()[work.key].digest
        if not said:
            return ()
        captures = tuple(one.pinned for one in corpus.captures.of(work.key))
        own = (work, captures, listed.get(work.key), corpus.styled_work(work.key))
        return ("write the page of a work", around, digest_of(own, places=False), said)

    citing = {key for brief in briefs for key in brief.resolved.works}
    cited = [work for work in corpus.works if work.key in citing]
    if later:
        return tuple(page_later(pages.work_path(work.key), partial(text, work)) for work in cited)
    texts = zip(cited, each(text, cited, needs), strict=True)
    return tuple(written_out(Page(pages.work_path(work.key), text)) for work, text in texts)


@remembered()
def _titles(works: Bibliography) -> Mapping[str, str]:
    return {work.key: work.title or work.key for work in works}


@remembered()
def _text(
    work: Work,
    captures: tuple[Capture, ...],
    briefs: tuple[VerifiedBrief, ...],
    passages: tuple[QuotedPassage, ...],
    unchecked: tuple[UncheckedWords, ...],
    wrong: tuple[str, ...],
    titles: Mapping[str, str],
    corpus: VerifiedCorpus,
    words: Words,
    pictures: bool,
) -> str:
    lang = corpus.settings.language
    title = work.title or plain(format_reference(work, lang))
    if title.startswith("["):  # what somebody calls it, for want of a title: the reference below has it
        title = work_in_short(work, lang)
    rows = work_rows(work, lang, words)
    rows += copy_rows(work, captures, corpus, lang, words, whole_hash=True)
    rows += link_rows(work, captures[0] if captures else None, words)
    parts = [
        up_line(words.sources, pages.INDEX, words, lang),
        page_heading(title),
        f'<p class="{classes.WORK_KEY}"><code>{escape_text(work.key)}</code></p>',
        reference_markdown(work, lang, corpus.styled_work(work.key)),
        f'<div class="{classes.WORK_CARD}" markdown="1">\n\n{definition_list(rows)}\n\n</div>',
        *(strip for capture in captures if (strip := examined_strip(capture, briefs, words))),
        *source_changed(passages, corpus.captures, lang, words),
        *wrong,
        f"## {words.cited_in}",
        "\n".join(f"-   {_brief_link(brief)}" for brief in briefs),
    ]
    if passages or not unchecked:
        parts.append(f"## {words.passages}")
    if passages:
        if any(passage.capture.record.publish is not Publish.NONE for passage in passages):
            parts.append(words.passages_intro)
        parts += [_passage(passage, titles, corpus, words, pictures) for passage in passages]
    elif not unchecked:
        parts.append(words.no_passages)
    if unchecked:
        why = why_no_capture(work, corpus, words)
        parts.append(f"## {words.passages_not_checked} {{ #{anchors.NOT_LOOKED_UP} }}")
        parts.append(f"{words.passages_not_checked_intro} {why}".rstrip())
        parts += [_unchecked(quoted, titles, words) for quoted in unchecked]
    parts += changed_whole(passages, corpus.captures, words)
    for capture in captures:
        if capture.record.publish is Publish.FULL:
            own = [passage for passage in passages if passage.capture == capture]
            parts += [f"## {words.full_text}", full_text(capture, own)]
    facts = [("kind", "work"), ("work", work.key)]
    if work.language:
        facts.append(("language", work.language))
    return page_text(
        title,
        "\n\n".join(parts),
        lang=lang,
        description=plain(format_reference(work, lang)),
        facts=facts,
    )


def _way_to(brief: VerifiedBrief) -> str:
    return relative_path(pages.brief_path(brief.slug), pages.WORKS)


def _brief_link(brief: VerifiedBrief) -> str:
    lang = escape_attribute(brief.front.lang)
    return f"[{escape_text(brief.front.title)}]({_way_to(brief)}){{ lang={lang} hreflang={lang} }}"


def _passage(
    passage: QuotedPassage, titles: Mapping[str, str], corpus: VerifiedCorpus, words: Words, pictures: bool
) -> str:
    cited = _cited(passage.briefs, words)
    if passage.capture.record.publish is Publish.FULL:
        cited += f" [{words.in_full_text}](#{in_full_text(passage)})."
    shown = f"<p>{words.not_shown}</p>"
    if passage.capture.record.publish is not Publish.NONE:
        own = passage_markdown(passage.capture, passage.ranges)
        shown = _beside_each_other(own, passage.capture.language, passage.briefs, titles, words)
    opening = f'<div class="{classes.PASSAGE}" id="{passage.identifier}" markdown="1">'
    drawn = picture_markdown(passage, words) if pictures else ()
    since = passage_since(passage, corpus.captures, corpus.settings.language, words)
    return "\n\n".join([opening, shown, *drawn, *since, cited, "</div>"])


def _unchecked(quoted: UncheckedWords, titles: Mapping[str, str], words: Words) -> str:
    shown = _beside_each_other(
        escape_text(quoted.text, line_start=True), quoted.lang, quoted.briefs, titles, words
    )
    opening = f'<div class="{classes.PASSAGE} {classes.UNCHECKED}" markdown="1">'
    return "\n\n".join([opening, shown, _cited(quoted.briefs, words), "</div>"])


def _cited(briefs: Iterable[QuotingBrief], words: Words) -> str:
    return f"{words.quoted_in} {'; '.join(_quoted_in(quoting) for quoting in briefs)}."


def _quoted_in(quoting: QuotingBrief) -> str:
    """A brief and the places in it."""
    page = _way_to(quoting.brief)
    places = ", ".join(f"[{place.name}]({page}#{place.anchor})" for place in quoting.places if place.anchor)
    return f"{_brief_link(quoting.brief)}{f' ({places})' if places else ''}"


def _beside_each_other(
    passage: str, lang: str, briefs: Iterable[QuotingBrief], titles: Mapping[str, str], words: Words
) -> str:
    """A passage, and below or beside it every translation that a brief gives."""
    original = (
        f'<blockquote lang="{escape_attribute(lang)}" dir="auto" markdown="1">',
        passage,
        "</blockquote>",
    )
    given: dict[tuple[str, GivenTranslation], list[VerifiedBrief]] = {}
    for quoting in briefs:
        for translation in quoting.translations:
            given.setdefault((quoting.brief.front.lang, translation), []).append(quoting.brief)
    if not given:
        return "\n\n".join(original)
    return "\n\n".join(
        (
            f'<div class="{classes.ORIGINAL_AND_TRANSLATION}" markdown="1">',
            *original,
            f'<div class="{classes.TRANSLATIONS}" markdown="1">',
            *_translations(given, titles, words),
            "</div>",
            "</div>",
        )
    )


def _translations(
    given: Mapping[tuple[str, GivenTranslation], Sequence[VerifiedBrief]],
    titles: Mapping[str, str],
    words: Words,
) -> Iterator[str]:
    for (lang, translation), briefs in given.items():
        whose = words.our_translation
        if translation.of:
            whose = words.translation_of.format(work=escape_text(titles.get(translation.of, translation.of)))
        yield f'<div class="{classes.TRANSLATION}" markdown="1">'
        label = f"{whose}, {', '.join(_brief_link(brief) for brief in briefs)}"
        yield f'<p class="{classes.TRANSLATION_OF}" markdown="span">{label}</p>'
        text = escape_text(translation.text)
        yield f'<p lang="{escape_attribute(lang)}" dir="auto" markdown="span">{text}</p>'
        yield "</div>"

"""Binds the quoted words of one line to the citations in it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from briefgen.markdown.block_quotes import Notes, cited_by
from briefgen.markdown.citing import keys_of, owns_emphasis
from briefgen.markdown.denying import absent_words
from briefgen.markdown.plain import plain_text
from briefgen.markdown.quotes import pair_quotes
from briefgen.markdown.walk import children_of, walk_inlines
from briefgen.model.attributes import Attributes
from briefgen.model.inline import (
    BracketedSpan,
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    HardBreak,
    Highlighted,
    HtmlInline,
    Image,
    Inline,
    Link,
    Quoted,
    SoftBreak,
    Strikethrough,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefgen.model.quotation import Quotation, QuotationForm
from briefgen.parse.quoted_words import words_of_line
from briefgen.sentences import SentenceMap
from briefgen.text import Span

_STOPS = tuple(".!?。！？؟۔।")
_UNSEEN_ENDS = f" \n)]{SentenceMap.QUOTATION}{SentenceMap.CITATION}"


class _Word(NamedTuple):
    """A quotation or a citation in the flattened text of a line, at offset `at`.

    `spans` are the bracketed spans around it.
    """

    at: int
    spans: tuple[BracketedSpan, ...]
    quoted: Quoted | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class BoundLine:
    """The quotations of a line, the places of words that their author declares his own, those too deep."""

    quotations: tuple[Quotation, ...]
    own: tuple[Span, ...]
    too_deep: tuple[Span, ...] = ()


NESTED = 10
"""How deep pairs of marks may stand in one another where something is cited in them."""


def bind_line(
    nodes: Sequence[Inline],
    notes: Notes,
    lent: Citation | None,
    language: str,
    *,
    in_note: bool = False,
    depth: int = 0,
) -> BoundLine:
    """The quotations of a line: those before a citation, after one, and those that a citation quotes.

    `lent` is a citation beside the line to which its words belong where nothing in it cites them.
    """
    return _Line(nodes, notes, lent, language, in_note=in_note, depth=depth).bound()


def bound_to(
    quotation: Quotation, citation: Citation, form: QuotationForm, beside: Sequence[Citation] = ()
) -> Quotation:
    """The quotation, bound to a citation and to the works of those right beside it."""
    return replace(
        quotation,
        form=form,
        keys=keys_of(citation, beside),
        citation=citation,
        emphasis_ours=owns_emphasis(citation),
        beside_locator=any(item.quoted for item in citation.items),
    )


def quoted_inside(citation: Citation, language: str) -> Iterator[Quotation]:
    """The quotations inside a citation: its quoted locators; other words in marks there are unbound."""
    for item in citation.items:
        remark = () if not item.remark or absent_words(item) else item.remark
        if item.prefix or remark:  # most citations say nothing but where
            yield from bind_line((*item.prefix, *remark), {}, None, language).quotations
        if item.quoted:
            yield Quotation(
                text=item.quoted.text,
                form=QuotationForm.LOCATOR,
                span=item.quoted.span,
                keys=(item.key,),
                citation=citation,
            )


def leading_citation(line: Sequence[Inline], notes: Notes, language: str) -> Citation | None:
    """The citation to which a line that ends in a colon, or in no sentence's end, lends the next block.

    It stands in the line's last sentence: “the paper says [@a]:”, “@a writes:”, “[@a] says that”. Without
    a colon the line has no quoted words of its own.
    """
    text, words = _flatten(line, notes)
    cites = [word for word in words if word.citation is not None]
    ended = text.rstrip(_UNSEEN_ENDS)
    if not cites or ended.endswith(_STOPS):
        return None
    if not ended.endswith((":", "：")) and len(cites) < len(words):
        return None
    last = cites[-1]
    return last.citation if SentenceMap(text, language).end(last.at) >= len(text.rstrip()) else None


class _Line:
    def __init__(
        self,
        nodes: Sequence[Inline],
        notes: Notes,
        lent: Citation | None,
        language: str,
        *,
        in_note: bool,
        depth: int,
    ) -> None:
        self._notes = notes
        self._lent = lent
        self._in_note = in_note
        self._depth = depth
        self._too_deep: list[Span] = []
        self._language = language
        self._text, self._words = _flatten(nodes, notes)
        self._cites = [word for word in self._words if word.citation is not None]
        self._cited_at = [cite.at for cite in self._cites]
        self._taken: set[int] = set()
        """The citations that stand behind words of theirs: they take none that follow."""

    @cached_property
    def _sentences(self) -> SentenceMap:
        """Its sentences; nobody asks for them where nothing is quoted."""
        return SentenceMap(self._text, self._language)

    def bound(self) -> BoundLine:
        quotations: list[Quotation] = []
        own: list[Span] = []
        for word in self._words:
            if word.citation is not None:
                quotations += quoted_inside(word.citation, self._language)
            if word.quoted is not None:
                citation, form = self._citation_of(word)
                if citation is None:
                    # A citation between the marks cites the words in it, whatever the outer pair is.
                    quotations += self._cited_within(word.quoted)
                if _declared_own(word, citation):
                    own.append(word.quoted.span)
                    continue
                quotation = self._quotation(word, word.quoted)
                found = citation.citation if citation else self._lent
                beside = self._beside(citation) if citation and form is QuotationForm.BEFORE else ()
                quotations.append(bound_to(quotation, found, form, beside) if found else quotation)
        return BoundLine(tuple(quotations), tuple(own), tuple(self._too_deep))

    def _beside(self, cite: _Word) -> Sequence[Citation]:
        """The citations that follow another with nothing but space between: “…” [@a] [@b]."""
        found: list[Citation] = []
        end = cite.at + 1
        for other in self._cites[bisect_left(self._cited_at, cite.at) + 1 :]:
            between = self._text[end - 1 : other.at + 1]
            if other.citation is None or between.strip(f" \n{SentenceMap.CITATION}"):
                break
            found.append(other.citation)
            end = other.at + 1
        return found

    def _cited_within(self, quoted: Quoted) -> Sequence[Quotation]:
        """The quotations within a pair of marks that is bound to nothing, where something is cited in it."""
        if not any(isinstance(node, Citation) for node in walk_inlines(quoted.children)):
            return ()
        if self._depth >= NESTED:
            self._too_deep.append(quoted.span)
            return ()
        line = pair_quotes(quoted.children, self._language)  # only the outer pair is a node of the tree
        within = bind_line(
            line, self._notes, None, self._language, in_note=self._in_note, depth=self._depth + 1
        )
        self._too_deep += within.too_deep
        return [quotation for quotation in within.quotations if quotation.keys]

    def _quotation(self, word: _Word, quoted: Quoted) -> Quotation:
        words = words_of_line(quoted.children, in_note=self._in_note)
        outer = [span.attributes for span in word.spans if span.attributes.pairs]
        occurrence = _first(outer, "occurrence")
        return Quotation(
            text=words.text,
            form=QuotationForm.BEFORE,
            span=quoted.span,
            marks=words.marks,
            emphasised=words.emphasised,
            occurrence=int(occurrence) if occurrence.isdecimal() else words.occurrence,
            elision_ok=_first(outer, "elision_ok") or words.elision_ok,
            refused=words.refused,
            before=self._sentences.before(word.at),
        )

    def _citation_of(self, word: _Word) -> tuple[_Word | None, QuotationForm]:
        """The citation that quoted words belong to, and on which side of them it stands."""
        index = bisect_left(self._cited_at, word.at)
        following = self._cites[index] if index < len(self._cites) else None
        if following is not None and self._sentences.start(following.at) > word.at:
            following = None
        preceding = self._cites[index - 1] if index else None
        if preceding is not None and self._sentences.end(preceding.at) <= word.at:
            preceding = None
        # Between two narrative citations the words are the first one's: "@a says “…”, @b denies it".
        # And what a "[see @b]" follows is not quoted from there.
        if preceding and _narrates(preceding) and (following is None or not _takes(following)):
            return preceding, QuotationForm.AFTER
        if following:
            self._taken.add(following.at)
            return following, QuotationForm.BEFORE
        if preceding and preceding.at not in self._taken:
            return preceding, QuotationForm.AFTER
        return None, QuotationForm.BEFORE


def _narrates(cite: _Word) -> bool:
    return cite.citation is not None and cite.citation.narrative


def _takes(cite: _Word) -> bool:
    """Whether a citation takes the words before it."""
    return cite.citation is not None and not cite.citation.narrative and bool(keys_of(cite.citation))


def _declared_own(word: _Word, citation: _Word | None) -> bool:
    """Whether ``[…]{.own}`` stands around the words, and not around their citation as well."""
    own = [span for span in word.spans if "own" in span.attributes.classes]
    inside = () if citation is None else citation.spans
    return any(all(span is not other for other in inside) for span in own)


def _first(attributes: Iterable[Attributes], key: str) -> str:
    return next((one.value(key) for one in attributes if one.get(key)), "")


def _flatten(nodes: Iterable[Inline], notes: Notes) -> tuple[str, list[_Word]]:
    """The text of a line with one stand-in character for each quotation and each citation."""
    words: list[_Word] = []
    return _text_of(nodes, notes, words, 0, ()), words


def _text_of(
    nodes: Iterable[Inline], notes: Notes, words: list[_Word], at: int, spans: tuple[BracketedSpan, ...]
) -> str:
    """The same of what stands `at` a place in it; its words are added to the others."""
    text = ""
    for node in nodes:
        here = at + len(text)
        match node:
            case Quoted():
                words.append(_Word(here, spans, quoted=node))
                text += SentenceMap.QUOTATION
            case Citation() | FootnoteMark():
                citation = cited_by(node, notes)
                if citation is not None:
                    words.append(_Word(here, spans, citation=citation))
                    narrates = isinstance(node, Citation) and citation.narrative
                    text += SentenceMap.NARRATIVE if narrates else SentenceMap.CITATION
            case BracketedSpan():
                text += _text_of(node.children, notes, words, here, (*spans, node))
            case (
                Emphasis() | Strong() | Strikethrough() | Link() | Superscript() | Subscript() | Highlighted()
            ):
                text += _text_of(children_of(node), notes, words, here, spans)
            case Text() | SoftBreak() | HardBreak() | Code() | Image() | HtmlInline() | Formula():
                text += plain_text((node,))
    return text

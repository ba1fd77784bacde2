"""Works and briefs for other programs: files beside the pages, in BibTeX, CSL-JSON and RIS."""

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from briefgen.bibliography.export_bibtex import bibtex
from briefgen.bibliography.export_csl import csl_json
from briefgen.bibliography.export_ris import ris
from briefgen.catalogue import Words
from briefgen.later import Later
from briefgen.model.layout import classes, pages
from briefgen.model.page import Page, page_later
from briefgen.model.settings import Settings
from briefgen.model.work import Name, PartialDate, Work, WorkKind
from briefgen.model.workspace import VerifiedBrief, VerifiedCorpus
from briefgen.remembered import remembered
from briefgen.render.authors import authors_of, is_body
from briefgen.render.escape import escape_attribute
from briefgen.render.made_of import made_of
from briefgen.render.public_pages import public_pages
from briefgen.summed import Summary, summed
from briefgen.text import TextFile

FORMATS: Mapping[str, tuple[str, Callable[[Iterable[Work]], str]]] = {
    "BibTeX": ("bib", bibtex),
    "CSL-JSON": ("json", csl_json),
    "RIS": ("ris", ris),
}
"""The formats by their names: the ending of a file, and what writes works in it."""


def export_pages(
    corpus: VerifiedCorpus, briefs: Sequence[VerifiedBrief], *, later: bool = False
) -> list[Page]:
    """The works of each brief, and those of all. Each work is written once in each format, with `later` when
    it is asked for."""
    cited = {key: None for brief in (*briefs, *public_pages(corpus)) for key in brief.resolved.works}
    every = tuple(work for work in corpus.works if work.key in cited)
    keys = tuple(work.key for work in every)
    written = {
        ending: Later(partial(_all_written, every, name, corpus.settings.references.notes))
        for name, (ending, _) in FORMATS.items()
    }
    made = []
    for brief in briefs:
        if brief.resolved.works:
            of_brief = _OfBrief(brief, written)
            hashes = [""] * len(written) if later else _hashes(of_brief)
            made += [
                page_later(pages.brief_works(brief.slug, ending), partial(_file_of, of_brief, ending), known)
                for ending, known in zip(written, hashes, strict=True)
            ]
    if every:
        needs = made_of((), every, corpus.settings.references.notes)
        made += [
            page_later(pages.all_works(ending), partial(_joined, ending, works, keys), needs=needs)
            for ending, works in written.items()
        ]
    return made


@dataclass(frozen=True, slots=True)
class _OfBrief:
    """A brief, and all works as they are written in each format, by the ending of that and by their keys."""

    brief: VerifiedBrief
    written: Mapping[str, Later[Mapping[str, str]]]

    @property
    def summary(self) -> Summary:
        """What was said of the brief."""
        return self.brief.summary

    @property
    def around(self) -> str:
        """Nothing: of all works it is told those that the brief names, which it was made from."""
        return ""


@summed
def _hashes(one: _OfBrief) -> tuple[str, ...]:
    """The hash of each of its files."""
    return tuple(sha256(_file_of(one, ending).encode()).hexdigest() for ending in one.written)


def _file_of(one: _OfBrief, ending: str) -> str:
    return _joined(ending, one.written[ending], one.brief.resolved.works)


def _all_written(works: Iterable[Work], name: str, notes: bool) -> Mapping[str, str]:
    return {work.key: _written(work, name, notes) for work in works}


@remembered()
def _written(work: Work, name: str, notes: bool) -> str:
    return FORMATS[name][1]([_public(work, notes=notes)])


def _joined(ending: str, written: Later[Mapping[str, str]], keys: Iterable[str]) -> str:
    """A file of several works, each of which is written as a file of its own."""
    files = [written.value[key] for key in keys]
    if ending != "json":
        return "\n".join(files)
    opening, closing = "[\n", "\n]\n"
    items = [file.removeprefix(opening).removesuffix(closing) for file in files]
    return opening + ",\n".join(items) + closing


def _public(work: Work, *, notes: bool) -> Work:
    """A work with what readers may see of its entry: no abstract of somebody's, no note to oneself, no file,
    and none of the fields that mean nothing to us."""
    hidden = {"abstract"} if notes else {"abstract", "note"}
    return replace(
        work,
        note=work.note if notes else "",
        abstract="",
        marked=tuple((name, text) for name, text in work.marked if name not in hidden),
        other_fields=tuple((name, text) for name, text in work.other_fields if name in _PUBLIC),
    )


_PUBLIC = frozenset({"entrysubtype", "pubstate"})
"""Fields without a place in a work, from which exports tell what it is."""


def export_line(way_to: Callable[[str], str], words: Words) -> str:
    """Links to the files, given the way to the one with an ending."""
    links = " · ".join(f"[{name}]({way_to(ending)})" for name, (ending, _) in FORMATS.items())
    return f'<p class="{classes.EXPORTS}" markdown="span">{words.take_along} {links}</p>'


def brief_as_work(brief: VerifiedBrief, settings: Settings, address: str) -> Work:
    """A brief as a work that others cite."""
    front = brief.front
    year, month, day = (int(number) for number in front.changed.split("-"))
    return Work(
        key=brief.slug,
        entry_type="report",
        kind=WorkKind.REPORT,
        span=TextFile("", "").span(0, 0),
        authors=tuple(
            Name(literal=name) if is_body(name, settings) else _person(name)
            for name in authors_of(brief, settings)
        ),
        title=front.title,
        publisher=settings.published_by(brief.front.lang),
        version=front.version,
        date=PartialDate(year, month, day),
        url=address,
        language=front.lang,
    )


def cite_as(work: Work, words: Words) -> str:
    """A work in each format, folded away: a script adds a button that copies it."""
    folded = [
        f'<details class="{classes.CITE_AS}" data-copy="{escape_attribute(words.copy)}" '
        f'data-copied="{escape_attribute(words.copied)}">\n<summary>{name}</summary>\n'
        f"<pre><code>{html.escape(write([work]), quote=False)}</code></pre>\n</details>"
        for name, (_, write) in FORMATS.items()
    ]
    return "\n\n".join(folded)


def _person(name: str) -> Name:
    """A name as people write it: the family name last, or first with a comma, or by its script."""
    family, comma, given = name.partition(",")
    if not comma:
        given, _, family = name.rpartition(" ")
    return Name(family=family.strip(), given=given.strip())

"""Citation keys to works."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Edit, Report
from briefgen.markdown.walk import inlines_in
from briefgen.model.block import Block
from briefgen.model.capture import CaptureList
from briefgen.model.citation import CitationMode
from briefgen.model.foreign_keys import is_identifier, is_place
from briefgen.model.inline import Citation, CitationItem, Text
from briefgen.model.layout import project
from briefgen.model.named import Reference
from briefgen.model.work import Bibliography, Work
from briefgen.suggest import suggest
from briefgen.text import Span

BRACKETS = re.compile(r"\[([^\s\[\],;@]+)(?:,[^\[\]]*)?\]")
"""A name in brackets, as a citation is that lacks its ``@``."""

_LONG_ENOUGH = 6
_ALIKE = 0.9


def _foreign(key: str) -> tuple[str, str] | None:
    """What another program means by a key that no work has, and what is written here."""
    if is_place(key):
        return (
            f"`@{key}` is a cross-reference of another program, and no work has this key",
            "link to the place, as in `[the method](#…)`; `## Method {#method}` has this id",
        )
    if is_identifier(key):
        return (
            f"`@{key}` cites by an identifier, as Manubot does, and no work has this key",
            f"put the work into {project.BIBLIOGRAPHY} under a key of your own, and cite `[@key]`",
        )
    return None


class WorkIndex:
    """The bibliography by key; a key that is not in it is reported where it stands."""

    def __init__(self, works: Bibliography, captures: CaptureList, report: Report) -> None:
        self._works = works
        self._records = captures.records
        self._listed = captures.entries
        self._report = report
        self._way_in = f"add it to {project.BIBLIOGRAPHY}"
        if not works:
            self._way_in += ", which is not there or holds no work"

    def items(self, citation: Citation) -> tuple[CitationItem, ...]:
        """The items of a citation, without those whose work is unknown."""
        return tuple(item for item in citation.items if self._knows(item))

    def named(self, references: Iterable[Reference]) -> tuple[str, ...]:
        """The keys that front matter names, without those that are unknown."""
        return tuple(one.name for one in references if self.knows(one.name, one.span))

    def find(self, keys: Iterable[str]) -> tuple[Work, ...]:
        """The works of keys; one that is unknown is reported elsewhere."""
        return tuple(work for key in keys if (work := self._works.get(key)) is not None)

    def knows(self, key: str, span: Span) -> bool:
        """Whether there is a work of a key that stands at `span`."""
        if key in self._works:
            return True
        self._unknown(key, span, self._way_in)
        return False

    def check_status(self, items: Iterable[CitationItem]) -> None:
        """Report works that were retracted, or are otherwise not what they were; each once."""
        told: set[str] = set()
        for item in items:
            work = self._works.get(item.key)
            if work is None or not work.status or work.key in told:
                continue
            told.add(work.key)
            hint = f"`{work.superseded_by}` replaces it" if work.superseded_by else None
            message = f"`{work.key}` is {work.status}, as the bibliography says"
            self._report(Diagnostic(rules.WORK_WITHDRAWN, item.key_span, message, hint=hint))

    def capture_languages(self, key: str) -> tuple[str, ...]:
        """The languages that captures.yml says of a work; none when it says nothing."""
        return tuple(one.language for one in self._listed if one.key == key and one.language)

    def origin(self, key: str) -> str:
        """The key of the work this one repeats, and so on to the first; its own key when it repeats none."""
        seen = {key}
        while copied := next((r.copies for r in self._records if r.key == key and r.copies), ""):
            if copied in seen:
                break
            seen.add(copied)
            key = copied
        return key

    def check_brackets(self, blocks: Iterable[Block]) -> None:
        """Report ``[key]`` in the text, where the ``@`` of a citation was forgotten."""
        for node in inlines_in(blocks):
            if not isinstance(node, Text) or "[" not in node.value:
                continue
            if len(node.value) != node.span.end - node.span.start:
                continue
            for found in BRACKETS.finditer(node.value):
                if found[1] in self._works:
                    start = node.span.start + found.start()
                    self._report(
                        Diagnostic(
                            rules.NOT_A_CITATION,
                            Span(node.span.file, start, start + len(found[0])),
                            f"this names the work `{found[1]}` and cites nothing",
                            hint=f"write `[@{found[0][1:]}`, or `\\[` if the bracket is text",
                        )
                    )

    def check_records(self) -> None:
        """Report works of captures.yml, and works they repeat, that are not in the bibliography."""
        for entry in self._listed:
            if entry.key not in self._works:
                hint = suggest(entry.key, self._works.keys)
                self._report(
                    Diagnostic(
                        rules.CAPTURE_UNKNOWN_WORK,
                        entry.key_span,
                        f"the bibliography has no work `{entry.key}`",
                        hint=f"did you mean `{hint}`?" if hint else self._way_in,
                        about=entry.key,
                    )
                )
        for record in self._records:
            if record.copies and record.copies_span:
                self.knows(record.copies, record.copies_span)

    def _knows(self, item: CitationItem) -> bool:
        if item.key in self._works:
            return True
        bare = item.mode is CitationMode.AUTHOR_IN_TEXT
        way_out = f"{self._way_in}, or write `\\@{item.key}` if this is no citation" if bare else self._way_in
        self._unknown(item.key, item.key_span, way_out)
        return False

    def _unknown(self, key: str, span: Span, way_out: str) -> None:
        if said := _foreign(key):
            message, way = said
            self._report(Diagnostic(rules.FOREIGN_REFERENCE, span, message, hint=way))
            return
        near = suggest(key, self._works.keys)
        self._report(
            Diagnostic(
                rules.UNKNOWN_KEY,
                span,
                f"the bibliography has no work `{key}`",
                hint=f"did you mean `{near}`? Otherwise {way_out}" if near else way_out,
                about=key,
                fix=(Edit(span, near),) if near and span.text == key and _is_slip(key, near) else (),
            )
        )


def _is_slip(key: str, near: str) -> bool:
    """Whether a key is another but for a slip of the hand: the same figures, hardly a letter other."""
    figures = ("".join(filter(str.isdecimal, one)) for one in (key, near))
    first, second = figures
    if first != second or min(len(key), len(near)) < _LONG_ENOUGH:
        return False
    return SequenceMatcher(None, key, near, autojunk=False).ratio() >= _ALIKE

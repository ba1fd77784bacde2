"""From YAML text to positioned nodes.

Built on PyYAML's events, not on its nodes: only events show anchors and aliases where they stand, and a
depth can be refused before it costs a stack. Nothing is resolved: ``no`` and ``2025-06-18`` stay text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from briefgen import rules
from briefgen.decode.directions import turned_by_reference
from briefgen.decode.nodes import NULLS, Entry, Mapping, Node, Scalar, Sequence, Unread
from briefgen.decode.plain_lines import plain_mapping
from briefgen.decode.syntax import NotYamlError, syntax_finding
from briefgen.diagnostics import Diagnostic, Report, Rule
from briefgen.directions import settled
from briefgen.remembered import remembered
from briefgen.text import Span

_DEEPEST = 40
_STANDARD_TAG = re.compile(r"!|tag:yaml\.org,2002:(?:str|null|bool|int|float|timestamp|seq|map)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_HALF = re.compile(r"[\ud800-\udfff]")
# A comment is written `# like this`; `#3` or `#capital` after a value was most likely meant as text.
_LOST_TEXT = re.compile(r"[ \t]+(#[^\s#][^\n]*)")


def compose(source: Span, report: Report, *, foreign: bool = False) -> Node | None:
    """The one document of a YAML text, or None when the text is not YAML (`yaml-syntax`).

    An empty text is a null scalar. In a file of ours, tags, anchors, aliases, keys that are no text and
    words lost to ``#`` are reported; in a `foreign` file aliases are followed, and what only its own tool
    can know (``!ENV …``) is `Unread`.
    """
    plain = plain_mapping(source)
    if plain is not None:
        return plain
    node, findings = _composed(source, foreign)
    for finding in findings:
        report(finding)
    return node


@remembered(Span)
def _composed(source: Span, foreign: bool) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    findings: list[Diagnostic] = []
    composer = _Composer(source, findings.append, foreign)
    try:
        return composer.document(), tuple(findings)
    except (yaml.YAMLError, NotYamlError) as error:
        return None, (*findings, syntax_finding(source, error, composer.reached))


_NodeStart = yaml.ScalarEvent | yaml.CollectionStartEvent


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


class _Composer:
    """One reading of one text; `reached` is the end of the last event, an offset in `text`."""

    def __init__(self, source: Span, report: Report, foreign: bool) -> None:
        self.source = source
        self.text = source.text
        self.report = report
        self.foreign = foreign
        self.reached = 0
        self.events: Iterator[yaml.Event] = yaml.parse(self.text, Loader=yaml.SafeLoader)
        self.anchored: dict[str, Node] = {}

    def document(self) -> Node:
        """The only document of the text."""
        self._next()  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            return Scalar("", True, self._span(0, 0))
        root = self._node(self._next(), 0)
        self._next()  # the end of the document
        beyond = self._next()
        if not isinstance(beyond, yaml.StreamEndEvent):
            raise NotYamlError("a second YAML document begins here", _start(beyond), "remove this `---`")
        return root

    def _next(self) -> yaml.Event:
        try:
            event = next(self.events)
        except (ValueError, OverflowError) as error:
            # PyYAML lets these escape, without a place, for numbers out of range as in "\UFFFFFFFF"
            rest = self.text[self.reached :]
            value = len(self.text) - len(rest.lstrip(" \t\n:-,[{"))
            raise NotYamlError("a number in this value is out of range", value) from error
        self.reached = _end(event)
        return event

    def _span(self, start: int, end: int) -> Span:
        return self.source.file.span(self.source.start + start, self.source.start + end)

    def _span_of(self, event: yaml.Event) -> Span:
        """The span of an event without the blank lines that PyYAML counts to a block scalar."""
        start = _start(event)
        return self._span(start, start + len(self.text[start : _end(event)].rstrip()))

    def _find(self, rule: Rule, span: Span, message: str, hint: str | None = None) -> None:
        """Report a finding that only a file of ours can have."""
        if not self.foreign:
            self.report(Diagnostic(rule, span, message, hint=hint))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if depth > _DEEPEST:
            raise NotYamlError("nested too deeply", _start(event))
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            node = self._mapping(event, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(event, depth)
        else:
            return self._alias(event)
        if event.tag is not None:
            self._find_tag(event)
            if not (self.foreign and _STANDARD_TAG.fullmatch(event.tag)):
                node = Unread(node.span)
        if event.anchor is not None:
            self._find_anchor(event, event.anchor)
            self.anchored[event.anchor] = node
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        span = self._span_of(event)
        plain = event.style is None
        if plain and (lost := _LOST_TEXT.match(self.text, _end(event))):
            self._find(
                rules.YAML_LOST_TEXT,
                self._span(lost.start(1), lost.start(1) + len(lost[1].rstrip())),
                "`#` begins a comment here, so these words are lost",
                "put the whole value in quotes, or write the comment with a space: `# …`",
            )
        if found := _UNPRINTABLE.search(event.value):
            said = f"the character U+{ord(found[0]):04X} cannot be shown"
            half = _HALF.search(event.value)
            if half:  # of a character: no file can hold it, so the builder of the site would break off
                said = f"U+{ord(half[0]):04X} is half of a character, and cannot be written"
            # In a foreign file, too: nobody is to lose a value without a word.
            self.report(Diagnostic(rules.YAML_CHARACTER, span, said, hint="leave it out"))
            return Unread(span)
        for finding in turned_by_reference(event.value, span, settings=self.foreign):
            self.report(finding)
        return Scalar(settled(event.value), plain and event.value in NULLS, span)

    def _sequence(self, start: yaml.SequenceStartEvent, depth: int) -> Node:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), self._collection_span(start, event, items))

    def _mapping(self, start: yaml.MappingStartEvent, depth: int) -> Node:
        entries: list[Entry] = []
        inside: list[Node] = []
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            inside += (key, value)
            if isinstance(key, Scalar) and not key.null and key.value.strip():
                entries.append(Entry(key.value, key.span, value))
            elif not isinstance(key, Unread):
                self._find(rules.YAML_WRONG_TYPE, key.span, "a key must be text")
        return Mapping(tuple(entries), self._collection_span(start, event, inside))

    def _collection_span(self, start: yaml.CollectionStartEvent, end: yaml.Event, inside: list[Node]) -> Span:
        if start.flow_style or not inside:
            return self._span(_start(start), _end(end))
        # PyYAML ends a block collection at the next token, beyond blank lines and comments
        return self._span(_start(start), inside[-1].span.end - self.source.start)

    def _alias(self, event: yaml.Event) -> Node:
        span = self._span_of(event)
        self._find(
            rules.YAML_ANCHOR,
            span,
            f"`{span.text}` is a YAML alias, not a text",
            "write the value itself; put a text that begins with `*` in quotes",
        )
        # an alias inside its own anchor is not known yet, so nothing here can run in circles
        known = self.anchored.get(span.text[1:])
        return replace(known, span=span) if known and self.foreign else Unread(span)

    def _find_anchor(self, event: _NodeStart, name: str) -> None:
        start = self.text.index(f"&{name}", _start(event))
        span = self._span(start, start + 1 + len(name))
        self._find(
            rules.YAML_ANCHOR,
            span,
            f"`{span.text}` is a YAML anchor, not part of the value",
            "remove it; put a text that begins with `&` in quotes",
        )

    def _find_tag(self, event: _NodeStart) -> None:
        start = self.text.index("!", _start(event))
        end = start + len(self.text[start:].split(maxsplit=1)[0])
        span = self._span(start, end)
        self._find(
            rules.YAML_TAG,
            span,
            f"`{span.text}` is a YAML tag, not part of the value",
            "remove it; put a text that begins with `!` in quotes",
        )

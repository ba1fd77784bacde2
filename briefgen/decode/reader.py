"""A mapping read key by key: whatever is wrong is reported, and reading goes on with a default."""

from difflib import get_close_matches
from typing import TypeVar

from briefgen import rules
from briefgen.decode.compose import compose
from briefgen.decode.forms import Flaw, Form, line, short, shown
from briefgen.decode.nodes import Entry, Mapping, Node, Scalar, Sequence, Unread
from briefgen.diagnostics import Diagnostic, Edit, Report, Rule
from briefgen.model.named import Reference
from briefgen.suggest import suggest
from briefgen.text import Span

T = TypeVar("T")
D = TypeVar("D")


def type_of(node: Node) -> str:
    """What a value is, as messages say it."""
    match node:
        case Sequence():
            return "a list" if node.items else "an empty list"
        case Mapping():
            return "a mapping of keys to values"
        case Scalar(null=True):
            return "empty"
        case _:
            return "a text"


def read_mapping(
    source: Span, name: str, place: Span, report: Report, *, foreign: bool = False
) -> "MappingReader | None":
    """The mapping that a whole YAML text is; None when it is no YAML or something else, which is reported.

    `name` is what messages call the text, `place` where something missing from it is reported. An empty
    text is a mapping without keys. For `foreign` see `compose`.
    """
    root = compose(source, report, foreign=foreign)
    match root:
        case Mapping():
            return MappingReader(root, place, report)
        case Scalar(null=True):
            return MappingReader(Mapping((), root.span), place, report)
        case Scalar() | Sequence():
            message = f"{name} is {type_of(root)}"
            expected = "expected keys with values, as in `key: value`"
            report(Diagnostic(rules.YAML_WRONG_TYPE, root.span, message, (expected,)))
            return None
        case Unread() | None:
            return None  # that is reported where it was read


class MappingReader:
    """One mapping while it is read.

    Ask for every key the mapping may have, in the order in which a message should list them; then call
    `finish`, which reports the keys nobody asked for and the required ones that are not there. A key that
    is null or empty counts as not given. `path` is written before every key in messages:
    ``extra.briefgen.``; `place` is where a missing key is reported.
    """

    def __init__(self, mapping: Mapping, place: Span, report: Report, path: str = "") -> None:
        self.node = mapping
        self._place = place
        self._report = report
        self._path = path
        self._asked: list[str] = []
        self._missing: list[str] = []

    # ---------------------------------------------------------------------------------- single values

    def value(self, key: str, form: Form[T], default: D) -> T | D:
        """The value of an optional key, or `default`."""
        found = self._formed(key, form, required=False)
        return default if found is None else found

    def required(self, key: str, form: Form[T]) -> T | None:
        """The value of a required key; None when there is none that can be used."""
        return self._formed(key, form, required=True)

    def reference(self, key: str) -> Reference | None:
        """The name an optional key gives, with its place."""
        found = self._formed(key, line, required=False)
        return None if found is None else Reference(found, self.place(key))

    def place(self, key: str) -> Span:
        """Where the value of a key stands, or the key if it has no value, or the mapping if it has no key."""
        entries = self.node.all_of(key)
        return _place_of(entries[0]) if entries else self._place

    def is_given(self, key: str) -> bool:
        """Whether a key has a value, usable or not."""
        return any(not _is_empty(entry.value) for entry in self.node.all_of(key))

    # ------------------------------------------------------------------------------------------ lists

    def values(self, key: str, form: Form[T]) -> tuple[T, ...]:
        """The items of an optional list of texts."""
        return tuple(item for item, _ in self._items(key, self._entry(key), form))

    def references(self, key: str, form: Form[str] = line, *, or_one: bool = False) -> tuple[Reference, ...]:
        """The names in an optional list, or with `or_one` also a single name, with their places."""
        entry = self._entry(key)
        if or_one and entry and isinstance(entry.value, Scalar):
            one = self._form(entry.value, f"`{self.label(key)}`", form)
            return () if one is None else (Reference(one, entry.value.span),)
        return tuple(Reference(name, span) for name, span in self._items(key, entry, form))

    def mappings(self, key: str) -> "tuple[MappingReader, ...]":
        """A reader for each item of an optional list of mappings."""
        label = self.label(key)
        readers = []
        for node in self._nodes(key, self._entry(key), "a list of mappings", "begin each of them with `- `"):
            if isinstance(node, Mapping):
                place = node.entries[0].key_span if node.entries else node.span
                readers.append(MappingReader(node, place, self._report, f"{label}."))
            else:
                self._wrong_type(node, node.span, f"an item of `{label}`", "a mapping of keys to values")
        return tuple(readers)

    # --------------------------------------------------------------------------------------- mappings

    def mapping(self, key: str, *, or_text: bool = False) -> "MappingReader | None":
        """A reader for an optional mapping; with `or_text` a text may stand there too, and is passed over."""
        entry = self._entry(key)
        if entry is None:
            return None
        label = self.label(key)
        if isinstance(entry.value, Mapping):
            return MappingReader(entry.value, entry.key_span, self._report, f"{label}.")
        if not (or_text and isinstance(entry.value, Scalar)):
            self._wrong_type(entry.value, _place_of(entry), f"`{label}`", "a mapping of keys to values")
        return None

    def by_language(self, key: str, form: Form[str], tag: Form[str]) -> tuple[tuple[str, str], ...]:
        """An optional text, or a mapping of languages to texts; each with its tag, the text an empty one."""
        given = self.node.all_of(key)
        texts = self.mapping(key) if given and isinstance(given[0].value, Mapping) else None
        if texts is None:
            said = self.value(key, form, "")
            return (("", said),) if said else ()
        return tuple((one, said) for one in texts.keys(tag) if (said := texts.value(one, form, "")))

    def keys(self, form: Form[str]) -> tuple[str, ...]:
        """The keys of a mapping whose author chooses them, as written; those not of the form are reported."""
        self._asked += (entry.key for entry in self.node.entries)
        subject = f"a key of `{self._path.removesuffix('.')}`"
        fit = [
            entry.key
            for entry in self.node.entries
            if self._form(Scalar(entry.key, null=False, span=entry.key_span), subject, form) is not None
        ]
        return tuple(dict.fromkeys(fit))

    def refuse_like(self, key: str) -> None:
        """Report keys that were probably meant to be this one, in a mapping whose others are not ours."""
        for entry in self.node.entries:
            near = entry.key != key and get_close_matches(entry.key.casefold()[:40], [key], cutoff=0.85)
            if near and not self.is_given(key):
                message = f"{shown(self._path + entry.key)} means nothing to briefgen"
                self._find(
                    rules.YAML_UNKNOWN_KEY, entry.key_span, message, (), f"rename it to `{self._path}{key}`"
                )

    # ----------------------------------------------------------------------------------------- the end

    def finish(self) -> None:
        """Report the keys nobody asked for, and the required ones that are not there."""
        meant = set()
        for entry in self.node.entries:
            if entry.key not in self._asked:
                near = suggest(entry.key, self._asked)
                meant.add(near)
                self._find(
                    rules.YAML_UNKNOWN_KEY,
                    entry.key_span,
                    f"unknown key {shown(self._path + entry.key)}",
                    (f"known keys: {', '.join(self._asked)}",),
                    f"did you mean `{near}`?" if near else None,
                    (Edit(entry.key_span, near),) if near and self._renames(entry, near) else (),
                )
        for key in self._missing:
            if key not in meant:  # one mistyped key is one finding
                self._find(rules.YAML_MISSING_KEY, self._place, f"`{self.label(key)}` is missing")

    def label(self, key: str) -> str:
        """A key with its path, as messages name it."""
        return self._path + key

    # ------------------------------------------------------------------------------------------ inside

    def _entry(self, key: str, *, required: bool = False) -> Entry | None:
        """The first entry with this key, when it has a value."""
        self._asked.append(key)
        entries = self.node.all_of(key)
        if not entries:
            if required:
                self._missing.append(key)
            return None
        first, *again = entries
        for entry in again:
            self._find(
                rules.YAML_DUPLICATE_KEY,
                entry.key_span,
                f"`{self.label(key)}` stands here a second time",
                (f"first in line {first.key_span.line}",),
            )
        if _is_empty(first.value):
            if required:
                self._find(rules.YAML_EMPTY_VALUE, _place_of(first), f"`{self.label(key)}` is empty")
            return None
        return None if isinstance(first.value, Unread) else first

    def _formed(self, key: str, form: Form[T], *, required: bool) -> T | None:
        entry = self._entry(key, required=required)
        return None if entry is None else self._form(entry.value, f"`{self.label(key)}`", form)

    def _form(self, node: Node, subject: str, form: Form[T]) -> T | None:
        """The value of a scalar in its form; anything else is reported about `subject`."""
        if not isinstance(node, Scalar):
            self._wrong_type(node, node.span, subject, "a text")
            return None
        formed = form(node.value.strip())
        if isinstance(formed, Flaw):
            self._find(formed.rule, node.span, f"{subject} {formed.what}", formed.notes, formed.hint)
            return None
        return formed

    def _items(self, key: str, entry: Entry | None, form: Form[T]) -> list[tuple[T, Span]]:
        label = self.label(key)
        found: list[tuple[T, Span]] = []
        known: set[T] = set()
        written = entry.value.value if entry and isinstance(entry.value, Scalar) else "one, two"
        for node in self._nodes(key, entry, "a list", f"write `{key}: [{short(written)}]`"):
            if _is_empty(node):
                self._find(rules.YAML_EMPTY_VALUE, node.span, f"an item of `{label}` is empty")
            elif not isinstance(node, Unread):
                item = self._form(node, f"an item of `{label}`", form)
                if item in known:
                    self._find(rules.YAML_REPEATED_ITEM, node.span, f"`{label}` names this twice")
                elif item is not None:
                    known.add(item)
                    found.append((item, node.span))
        return found

    def _nodes(self, key: str, entry: Entry | None, expected: str, hint: str) -> tuple[Node, ...]:
        if entry is None:
            return ()
        if isinstance(entry.value, Sequence):
            return entry.value.items
        self._wrong_type(entry.value, _place_of(entry), f"`{self.label(key)}`", expected, hint)
        return ()

    def _wrong_type(
        self, node: Node, span: Span, subject: str, expected: str, hint: str | None = None
    ) -> None:
        if not isinstance(node, Unread):
            self._find(
                rules.YAML_WRONG_TYPE, span, f"{subject} is {type_of(node)}", (f"expected {expected}",), hint
            )

    def _find(
        self,
        rule: Rule,
        span: Span,
        message: str,
        notes: tuple[str, ...] = (),
        hint: str | None = None,
        fix: tuple[Edit, ...] = (),
    ) -> None:
        self._report(Diagnostic(rule, span, message, notes, hint, fix=fix))

    def _renames(self, entry: Entry, near: str) -> bool:
        """Whether an unknown key can take the name that was meant: it stands plain, and none has it."""
        return entry.key_span.text == entry.key and not self.node.all_of(near)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.null or not node.value.strip())


def _place_of(entry: Entry) -> Span:
    """The value, or the key of a value that is nothing at all."""
    span = entry.value.span
    return span if span.start < span.end else entry.key_span

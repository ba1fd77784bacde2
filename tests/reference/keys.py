"""The keys that the decoders ask for, with what each may be: noted while they read a file without any."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from inspect import getclosurevars, getdoc
from unittest.mock import patch

from briefgen.decode.captures import decode_captures
from briefgen.decode.forms import Form, line
from briefgen.decode.front_matter import decode_front_matter
from briefgen.decode.nodes import Mapping
from briefgen.decode.reader import MappingReader
from briefgen.decode.settings import decode_settings
from briefgen.model.limits import size_in_words
from briefgen.text import TextFile


@dataclass(frozen=True, slots=True)
class Key:
    """A key by its whole path, what its value may be, in words, and its default where it has one."""

    path: str
    value: str
    required: bool = False
    default: str = ""


def front_matter_keys() -> list[Key]:
    """Those of a brief, in the order in which they are asked for."""
    file = TextFile("sources/brief.md", "---\n---\n")
    with _noting() as keys:
        decode_front_matter(file, file.span(4, 4), "", lambda _: None)
    return keys


def setting_keys() -> list[Key]:
    """Those of mkdocs.yml that briefgen reads."""
    with _noting() as keys:
        decode_settings(TextFile("mkdocs.yml", "{}\n"), lambda _: None)
    return keys


def capture_keys() -> list[Key]:
    """Those of an entry of the list of captures."""
    with _noting() as keys:
        decode_captures(TextFile("sources/captures.yml", "key: {x: y}\n"), lambda _: None)
    return list(dict.fromkeys(keys))


@contextmanager
def _noting() -> Iterator[list[Key]]:
    """While this lasts, every mapping is there and empty, and each key that is asked for is noted."""
    keys: list[Key] = []

    def value(reader: MappingReader, key: str, form: Form[object], default: object) -> object:
        keys.append(Key(reader.label(key), _words(form), default=_default(form, default)))
        return default

    def required(reader: MappingReader, key: str, form: Form[object]) -> None:
        keys.append(Key(reader.label(key), _words(form), required=True))

    def reference(reader: MappingReader, key: str) -> None:
        keys.append(Key(reader.label(key), _words(line)))

    def values(reader: MappingReader, key: str, form: Form[object]) -> tuple[()]:
        keys.append(Key(reader.label(key), f"A list. Each: {_words(form)}"))
        return ()

    def references(
        reader: MappingReader, key: str, form: Form[str] = line, *, or_one: bool = False
    ) -> tuple[()]:
        many = f"A list. Each: {_words(form)}"
        keys.append(Key(reader.label(key), f"One, or a list. Each: {_words(form)}" if or_one else many))
        return ()

    def chosen(reader: MappingReader, form: Form[str]) -> tuple[()]:
        keys.append(Key(f"{reader.label('')}*", f"The key: {_words(form)}"))
        return ()

    def mapping(reader: MappingReader, key: str, *, or_text: bool = False) -> MappingReader:
        return _empty(reader, reader.label(key))

    def mappings(reader: MappingReader, key: str) -> tuple[MappingReader, ...]:
        keys.append(Key(reader.label(key), "A list of mappings."))
        return (_empty(reader, reader.label(key)),)

    noted = (value, required, reference, values, references, mapping, mappings)
    with ExitStack() as stack:
        for one in noted:
            stack.enter_context(patch.object(MappingReader, one.__name__, one))
        stack.enter_context(patch.object(MappingReader, "keys", chosen))
        yield keys


def _empty(reader: MappingReader, label: str) -> MappingReader:
    span = reader.node.span
    return MappingReader(Mapping((), span), span, lambda _: None, f"{label}.")


def _words(form: Form[object]) -> str:
    """What a form says of itself; of one of several values, which these are."""
    for values in getclosurevars(form).nonlocals.values():
        if isinstance(values, type) and issubclass(values, StrEnum):
            return "One of " + ", ".join(f"`{one}`" for one in values) + "."
    said = (getdoc(form) or "").partition("\n\n")[0].replace("``", "`")
    return " ".join(said.split())


def _default(form: Form[object], default: object) -> str:
    if default in (None, "", ()):
        return ""
    if isinstance(default, bool):
        return str(default).lower()
    if form.__name__ == "size":
        assert isinstance(default, int)
        return size_in_words(default)
    return str(default)

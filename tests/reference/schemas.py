"""The JSON Schemas of what authors write: `python -m tests.reference.schemas --update` writes them.

They are noted while the decoders read files without any key, as the pages of reference are; what forms of
values are as patterns stands here.
"""

import argparse
import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from inspect import getclosurevars
from pathlib import Path
from typing import Any
from unittest.mock import patch

from briefgen.decode.captures import decode_captures
from briefgen.decode.forms import Form, line
from briefgen.decode.front_matter import decode_context_front_matter, decode_front_matter
from briefgen.decode.nodes import Mapping as Node
from briefgen.decode.reader import MappingReader
from briefgen.decode.settings import decode_settings
from briefgen.diagnostics import Severity
from briefgen.rules import RULES
from briefgen.text import TextFile
from tests.reference import about
from tests.repository import ROOT

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHIPPED = ROOT / "briefgen/schemas"
PUBLISHED = ROOT / "docs/manual/reference"

Schema = dict[str, Any]

# ---------------------------------------------------------------------------------------------- forms

_EDGE = r"\s*"
_YEAR = r"(?!0000)[0-9]{4}"
_LEAP = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_DAY = (
    rf"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    rf"|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP}-02-29)"
)
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_MOMENT = rf"{_DAY}(?:T{_CLOCK}(?::[0-5][0-9](?:\.[0-9]{{1,6}})?)?(?:Z|[+-]{_CLOCK}))?"
_LETTER = (
    r"[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1"
    r"\u0370-\u0373\u0376-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufaff]"
)
_ADDRESS = (
    r"[Hh][Tt][Tt][Pp][Ss]?://(?:[^\s<>\"`/?#@\[\]\\]*@)?[^\s<>\"`/?#@:\[\]\\]+"
    r"(?::[^\s<>\"`/?#@\[\]\\]*)?(?:[/?#][^\s<>\"`]*)?"
)
_MAIL = r"[^\s@<>:/]+@[^\s@<>:/]+\.[^\s@<>:/]+"
_TAG = (
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?"
)
_UNFIT_FOR_SLUG = r"\s!-,/:-@\[-^`{-~A-Z\u2010-\u2bff\u3000-\u3004\u3008-\u3020"
_PIXELS = r"[0-9]{1,6}"
_SIDE = r"(?!0+(?![0-9]))[0-9]{1,6}"


def _like(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{_EDGE}(?:{pattern}){_EDGE}$"}


def _one_of(values: list[str]) -> Schema:
    spaced = "|".join(_quoted(value) for value in values)
    return {"anyOf": [{"enum": values}, _like(spaced)]}


def _quoted(value: str) -> str:
    return "".join(f"\\{char}" if char in r"\.^$*+?()[]{}|" else char for char in value)


_WORDS: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_EMPTY: Schema = {"type": ["null", "string"], "pattern": rf"^{_EDGE}$"}
_GIVEN: Schema = {"not": {"$ref": "#/$defs/empty"}}

FORMS: Mapping[str, Schema] = {
    "text": _WORDS,
    "line": _WORDS,
    "_is_on": _WORDS,
    "_name": {
        "anyOf": [
            {"type": ["number", "boolean"]},
            {**_like(r"\S[^\n\t\u2028\u2029]{0,99}"), "maxLength": 100},
        ]
    },
    "names": {**_like(rf"[^,]*{_LETTER}[^,]*(?:,[^,]*{_LETTER}[^,]*)+")},
    "reason": {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": _LETTER}]},
    "flag": {"anyOf": [{"type": "boolean"}, _like("[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]")]},
    "count": {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 999_999_999}, _like("[0-9]{1,9}")]},
    "percent": {
        "anyOf": [
            {"type": "integer", "minimum": 0, "maximum": 100},
            _like(r"(?:0{0,8}[0-9]|0{0,7}[0-9]{2}|0{0,6}100)\s*%?"),
        ]
    },
    "size": _like("(?!0+ ?[KMGkmg])[0-9]{1,6} ?[KMGkmg][Bb]"),
    "colour": _like("#[0-9A-Fa-f]{6}"),
    "sha256": _like("[0-9A-Fa-f]{64}"),
    "path": _like(r"(?![A-Za-z]:)(?:(?!\.{1,2}/)[^/\\]+/)*(?!\.{1,2}\s*$)[^/\\]*[^/\\\s]"),
    "slug": _like(rf"[^{_UNFIT_FOR_SLUG}.\-](?:[^{_UNFIT_FOR_SLUG}]*[^{_UNFIT_FOR_SLUG}.\-])?"),
    "identifier": _like(r"#?[^\s#\"'<>&]+"),
    "web_address": _like(_ADDRESS),
    "contact": _like(f"{_ADDRESS}|{_MAIL}"),
    "day": _like(_DAY),
    "moment": _like(_MOMENT),
    "when_captured": _like(rf"unknown|on\s+or\s+after\s+{_DAY}|{_MOMENT}"),
    "language": _like(_TAG),
    "_rule": _one_of([name for rule in RULES for name in (rule.name, rule.code)]),
    "_severity": _one_of([*(one.value for one in Severity), "off"]),
    "_none": _one_of(["none", "withheld"]),
    "_area": _like(rf"{_PIXELS}[ ,]+{_PIXELS}[ ,]+{_SIDE}[ ,]+{_SIDE}"),
}
"""What a value of each form may be, by the name of the form; spaces at its ends count for nothing."""


def _schema_of(form: Form[Any]) -> Schema:
    if form.__name__ == "one_of":
        (values,) = (one for one in getclosurevars(form).nonlocals.values() if isinstance(one, type))
        return _one_of([str(one) for one in values])  # type: ignore[attr-defined]
    return FORMS[form.__name__] if form.__name__ in FORMS else FORMS["line"]


def _maybe(schema: Schema) -> Schema:
    """The same, or nothing, which counts as not given."""
    more = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return {"anyOf": [*more, {"$ref": "#/$defs/empty"}]}


# --------------------------------------------------------------------------------------------- noting


class _Noting:
    """While this is entered every mapping is there and empty, and becomes a schema as it is read."""

    def __init__(self, said: Mapping[str, str] | None = None) -> None:
        self.objects: dict[str, Schema] = {}
        self._said = said or {}
        self._stack = ExitStack()

    def __enter__(self) -> "_Noting":
        noted: dict[str, Callable[..., Any]] = {
            "value": self._value,
            "required": self._required,
            "reference": lambda reader, key: self._value(reader, key, line, None),
            "values": self._values,
            "references": self._references,
            "mapping": self._mapping,
            "mappings": self._mappings,
            "by_language": self._by_language,
            "keys": self._keys,
            "finish": self._finish,
            "is_given": lambda reader, key: False,
        }
        for name, instead in noted.items():
            method = _method(instead)
            self._stack.enter_context(patch.object(MappingReader, name, method))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        for one in self.objects.values():
            if "*" in one["properties"]:
                one["additionalProperties"] = one["properties"].pop("*")

    def object(self, path: str) -> Schema:
        """The schema of a mapping, by the path of its keys."""
        return self.objects.setdefault(path, {"type": "object", "properties": {}})

    def _put(self, reader: MappingReader, key: str, schema: Schema) -> None:
        self.object(reader.label("")).setdefault("properties", {})[key] = schema

    def _value(self, reader: MappingReader, key: str, form: Form[Any], default: Any) -> Any:
        self._put(reader, key, _maybe(_schema_of(form)))
        return default

    def _required(self, reader: MappingReader, key: str, form: Form[Any]) -> Any:
        self._put(reader, key, _schema_of(form))
        self.object(reader.label("")).setdefault("required", []).append(key)
        return self._said.get(key)

    def _values(self, reader: MappingReader, key: str, form: Form[Any]) -> tuple[()]:
        self._put(reader, key, _maybe(_list_of(_schema_of(form))))
        return ()

    def _references(
        self, reader: MappingReader, key: str, form: Form[str] = line, *, or_one: bool = False
    ) -> tuple[()]:
        one = _schema_of(form)
        self._put(reader, key, _maybe({"anyOf": [one, _list_of(one)]} if or_one else _list_of(one)))
        return ()

    def _mapping(self, reader: MappingReader, key: str, *, or_text: bool = False) -> MappingReader:
        inner = self.object(f"{reader.label(key)}.")
        self._put(reader, key, _maybe({"anyOf": [inner, _WORDS]} if or_text else inner))
        return _empty(reader, f"{reader.label(key)}.")

    def _mappings(self, reader: MappingReader, key: str) -> tuple[MappingReader, ...]:
        inner = self.object(f"{reader.label(key)}.")
        self._put(reader, key, _maybe({"type": "array", "items": inner}))
        return (_empty(reader, f"{reader.label(key)}."),)

    def _by_language(self, reader: MappingReader, key: str, form: Form[str], tag: Form[str]) -> tuple[()]:
        texts = {
            "type": "object",
            "propertyNames": _schema_of(tag),
            "additionalProperties": _maybe(_schema_of(form)),
        }
        self._put(reader, key, _maybe({"anyOf": [_schema_of(form), texts]}))
        return ()

    def _keys(self, reader: MappingReader, form: Form[str]) -> tuple[str, ...]:
        self.object(reader.label(""))["propertyNames"] = _schema_of(form)
        return ("*",)

    def _finish(self, reader: MappingReader) -> None:
        self.object(reader.label(""))["additionalProperties"] = False


def _method(instead: Callable[..., Any]) -> Callable[..., Any]:
    def method(reader: MappingReader, *given: Any, **named: Any) -> Any:
        return instead(reader, *given, **named)

    return method


def _empty(reader: MappingReader, path: str) -> MappingReader:
    span = reader.node.span
    return MappingReader(Node((), span), span, lambda _: None, path)


def _list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item, "uniqueItems": True}


# -------------------------------------------------------------------------------------------- schemas


def schemas() -> dict[str, str]:
    """The text of each schema, by its name."""
    made = {
        "front-matter": _front_matter(),
        "context-box": _context_box(),
        "captures": _captures(),
        "settings": _settings(),
    }
    return {name: json.dumps(one, ensure_ascii=False, indent=2) + "\n" for name, one in made.items()}


def _whole(title: str, root: Schema) -> Schema:
    return {"$schema": DIALECT, "title": title, **root, "$defs": {"empty": _EMPTY}}


def _front_matter() -> Schema:
    file = TextFile("sources/brief.md", "---\n---\n")
    with _Noting() as noted:
        decode_front_matter(file, file.span(4, 4), "", lambda _: None)
    return _whole("The front matter of a brief", _described(noted.objects, about.FRONT_MATTER))


def _context_box() -> Schema:
    file = TextFile("sources/context/box.en.md", "---\n---\n")
    with _Noting() as noted:
        decode_context_front_matter(file, file.span(4, 4), lambda _: None)
    return _whole("The front matter of a reusable context box", _described(noted.objects, about.CONTEXT_BOX))


def _settings() -> Schema:
    with _Noting() as noted:
        decode_settings(TextFile("mkdocs.yml", "{}\n"), lambda _: None)
    root = _described(noted.objects, about.SETTINGS)
    return _whole("What briefgen reads of mkdocs.yml", {**root, "type": ["object", "null"]})


def _captures() -> Schema:
    captured = _entry({"x": "y"}, {})
    none, withheld = _entry({"capture": "none"}, {}), _entry({"capture": "withheld"}, {"capture": "withheld"})
    none["properties"]["capture"] = _one_of(["none"])
    withheld["properties"]["capture"] = _one_of(["withheld"])
    pairs = (
        ("text", "text_by"),
        ("text_by", "text"),
        ("text_sha256", "text"),
        ("extractor", "text_sha256"),
        ("spans", "text_sha256"),
        ("spans", "spans_sha256"),
        ("spans_sha256", "spans"),
    )
    given = {"$ref": "#/$defs/given"}
    captured["allOf"] = [
        {
            "if": {"properties": {key: given}, "required": [key]},
            "then": {"properties": {other: given}, "required": [other]},
        }
        for key, other in pairs
    ]
    reference = {"$ref": "#/$defs/capture"}
    entry = {
        "anyOf": [
            reference,
            {"type": "array", "items": reference, "minItems": 1},
            {"$ref": "#/$defs/none"},
            {"$ref": "#/$defs/withheld"},
        ]
    }
    whole = _whole("The list of captures", {"type": ["object", "null"], "additionalProperties": entry})
    more = {"given": _GIVEN, "capture": captured, "none": none, "withheld": withheld}
    return {**whole, "$defs": {**whole["$defs"], **more}}


def _entry(said: Mapping[str, str], answers: Mapping[str, str]) -> Schema:
    text = f"key: {json.dumps(said)}\n"
    with _Noting(answers) as noted:
        decode_captures(TextFile("sources/captures.yml", text), lambda _: None)
    about_them = {f"key.{key}": words for key, words in (about.CAPTURES | about.NO_CAPTURES).items()}
    return _described(noted.objects, about_them, "key.")


def _described(objects: Mapping[str, Schema], said: Mapping[str, str], root: str = "") -> Schema:
    """The outermost mapping, each key with what it is for."""
    for path, one in objects.items():
        for key, schema in one["properties"].items():
            if words := said.get(f"{path}{key}"):
                one["properties"][key] = {"description": words, **schema}
    return objects[root]


# ----------------------------------------------------------------------------------------- their files


def stored(folder: Path, ending: str) -> dict[str, str]:
    """The schemas that lie in a folder."""
    return {path.name.removesuffix(ending): path.read_text("utf-8") for path in folder.glob(f"*{ending}")}


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.reference.schemas")
    parser.add_argument("--update", action="store_true", required=True, help="write them")
    parser.parse_args()
    for name, text in schemas().items():
        (SHIPPED / f"{name}.json").write_text(text, "utf-8")
        (PUBLISHED / f"{name}.schema.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()

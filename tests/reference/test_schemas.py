"""Schemas and decoders accept the same, as an independent validator reads the schemas."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefgen import rules
from briefgen.decode.captures import decode_captures
from briefgen.decode.front_matter import decode_context_front_matter, decode_front_matter
from briefgen.decode.settings import decode_settings
from briefgen.diagnostics import Diagnostic, Report, Severity
from briefgen.text import TextFile
from tests.reference.schemas import PUBLISHED, SHIPPED, schemas, stored
from tests.sweep import SWEEP

SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}

# What one key says of another, and what is said of what a value does: no schema of ours has it.
BETWEEN = {
    rules.ADDRESS_REFUSED,
    rules.DATE_TOO_EARLY,
    rules.ERRATUM_WITHOUT_VERSION,
    rules.SETTING_REFUSED,
    rules.SEVERITY_REFUSED,
}


def _front_matter(file: TextFile, report: Report) -> None:
    decode_front_matter(file, file.span(0, len(file.text)), "en", report)


def _context_box(file: TextFile, report: Report) -> None:
    decode_context_front_matter(file, file.span(0, len(file.text)), report)


def _captures(file: TextFile, report: Report) -> None:
    decode_captures(file, report)


def _settings(file: TextFile, report: Report) -> None:
    decode_settings(file, report)


DECODERS: dict[str, Callable[[TextFile, Report], None]] = {
    "front-matter": _front_matter,
    "context-box": _context_box,
    "captures": _captures,
    "settings": _settings,
}

SCALARS: list[Any] = [
    *("", " ", "words", "Two words", "two\nlines", "—", "5 %", "101 %", "60 %", "a, b", "a", "a,", None),
    *(
        True,
        False,
        "true",
        "FALSE",
        "yes",
        0,
        7,
        -1,
        2.5,
        1.1,
        101,
        10**9,
        "007",
        "12 KB",
        "0 MB",
        "3 gb",
        "1 TB",
    ),
    *("#14424f", "#14424F ", "#abc", "a" * 64, "A" * 64, "a" * 63, "g" * 64),
    *(
        "2024-02-29",
        "2023-02-29",
        "2025-06-18",
        "2025-6-18",
        "0000-01-01",
        "1900-02-29",
        "2000-02-29",
        "2025-04-31",
    ),
    *("2025-06-18T13:34Z", "2025-06-18T24:00Z", "2025-06-18T13:34", "2025-06-18T13:34:05.5+02:00", "unknown"),
    *("on or after 2025-06-18", "on  or after 2025-06-18", "on or after June", "2025-06-18T13:34+25:00"),
    *("de", "en-GB", "zh-Hant-TW", "deutsch-", "d", "x-private", "de_DE", "en-", "en-u-ca-gregory"),
    *(
        "seeds/a.txt",
        "../a",
        "/a",
        "a//b",
        "a/./b",
        "C:/a",
        "a\\b",
        ".hidden",
        "..a/b",
        "a/..",
        " seeds/a b.txt ",
    ),
    *("old-bridge", "Old", "old bridge", "-old", "old.", "a_b", "brücke", "#capital", "capital", "#", "a b"),
    *(
        "https://example.org/",
        "http://",
        "ftp://a.org",
        "HTTPS://a",
        "https://a b",
        "https://u@a:1/x?y#z",
        "//a",
    ),
    *("desk@example.org", "desk@example", "a@b@c.d", "draft", "published", "Draft", " draft ", "correction"),
    *(
        "full",
        "live",
        "ocr",
        "abstract",
        "none",
        "withheld",
        "1, 2, 3, 4",
        "1 2 0 4",
        "1,2,3",
        "error",
        "off",
    ),
    *("unknown-key", "BG201", "no-such-rule", "apa", "styles/own.csl", "1.0", "x" * 101, "é"),
]
KEYS = ["capture", "unknown_thing", "titel", "*", "x", "de", "file", "sha256"]
ANY = st.recursive(
    st.sampled_from(SCALARS),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inside, max_size=3),
    max_leaves=4,
)


def values(schema: dict[str, Any], whole: dict[str, Any]) -> st.SearchStrategy[Any]:
    """What comes near to what a schema allows: its form, with right and wrong scalars in it."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return st.sampled_from(["", None, " "]) if name == "empty" else values(whole["$defs"][name], whole)
    if "anyOf" in schema:
        return st.one_of([values(one, whole) for one in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "items" in schema:
        return st.lists(values(schema["items"], whole), max_size=3)
    if "properties" in schema or isinstance(schema.get("additionalProperties"), dict):
        return objects(schema, whole)
    return fitting(schema)


def fitting(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    fit = [one for one in SCALARS if Draft202012Validator(schema).is_valid(one)]
    assert fit, schema
    return st.sampled_from(fit)


def is_key(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def objects(schema: dict[str, Any], whole: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    known = {key: values(one, whole) for key, one in schema.get("properties", {}).items()}
    needed = {key: known.pop(key) for key in schema.get("required", ()) if key in known}
    strategy = st.fixed_dictionaries(needed, optional=known)
    more = schema.get("additionalProperties")
    if isinstance(more, dict):
        names = schema.get("propertyNames")
        keys = fitting(names).filter(is_key) if names else st.sampled_from(["work1", "doi:10.1/x", "ü"])
        return st.builds(dict.__or__, strategy, st.dictionaries(keys, values(more, whole), max_size=2))
    return strategy


@cache
def near(name: str) -> st.SearchStrategy[Any]:
    return values(SCHEMAS[name], SCHEMAS[name])


@st.composite
def instances(draw: st.DrawFn, name: str) -> Any:
    """A value near the schema, with up to two places of it that are something else."""
    made = draw(near(name))
    for _ in range(draw(st.integers(0, 2))):
        places = list(_places(made))
        if places:
            holder, key = draw(st.sampled_from(places))
            holder[key] = draw(ANY)
            if isinstance(holder, dict) and draw(st.booleans()):
                holder[draw(st.sampled_from(KEYS))] = draw(ANY)
    return made


def _places(value: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(value, dict):
        keys: Iterable[Any] = value.keys()
    else:
        keys = range(len(value)) if isinstance(value, list) else ()
    for key in list(keys):
        yield value, key
        yield from _places(value[key])


def refusals(name: str, instance: object) -> list[Diagnostic]:
    """What a decoder says of a value, written as YAML."""
    said: list[Diagnostic] = []
    DECODERS[name](TextFile("file.yml", json.dumps(instance, ensure_ascii=False) + "\n"), said.append)
    return [one for one in said if one.severity is Severity.ERROR and one.rule not in BETWEEN]


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_one_accepts_the_other_accepts(name: str) -> None:
    validator = Draft202012Validator(SCHEMAS[name])

    @settings(max_examples=60 * SWEEP, deadline=None)
    @given(instances(name))
    def compare(instance: object) -> None:
        said = refusals(name, instance)
        assume({one.rule for one in said} != {rules.YAML_REPEATED_ITEM})
        errors = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(instance)]
        assert bool(errors) == bool(said), (errors, [one.message for one in said])

    compare()


@pytest.mark.parametrize("name", SCHEMAS)
def test_they_are_schemas_of_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_what_is_shipped_and_published_is_made_from_the_code() -> None:
    assert stored(SHIPPED, ".json") == schemas(), "run python -m tests.reference.schemas --update"
    published = stored(PUBLISHED, ".schema.json")
    assert {name: text for name, text in published.items() if name != "manifest"} == schemas()

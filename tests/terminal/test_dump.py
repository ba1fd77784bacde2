import json
from dataclasses import dataclass

import pytest

from briefgen.model.block import Paragraph
from briefgen.model.brief import Status
from briefgen.model.capture import Blob
from briefgen.model.inline import Text
from briefgen.model.work import PartialDate
from briefgen.terminal.dump import dump
from briefgen.text import TextFile

FILE = TextFile("sources/a.md", "one\ntwo „three“\n")


def test_a_tree() -> None:
    tree = (Paragraph((Text("two „three“", FILE.span(4, 15)),), FILE.span(4, 16)),)
    assert dump(tree) == (
        "[\n"
        "  {\n"
        '    "type": "Paragraph",\n'
        '    "children": [\n'
        "      {\n"
        '        "type": "Text",\n'
        '        "value": "two „three“",\n'
        '        "span": {\n'
        '          "path": "sources/a.md",\n'
        '          "line": 2,\n'
        '          "column": 1,\n'
        '          "end_line": 2,\n'
        '          "end_column": 12\n'
        "        }\n"
        "      }\n"
        "    ],\n"
        '    "span": {\n'
        '      "path": "sources/a.md",\n'
        '      "line": 2,\n'
        '      "column": 1,\n'
        '      "end_line": 3,\n'
        '      "end_column": 1\n'
        "    }\n"
        "  }\n"
        "]\n"
    )


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (True, True),
        (Status.DRAFT, "draft"),
        (FILE, {"path": "sources/a.md", "characters": 16}),
        (Blob("seeds/x", b"abc", "0" * 64), {"path": "seeds/x", "bytes": 3, "sha256": "0" * 64}),
        (
            PartialDate(2025, 6),
            {
                "type": "PartialDate",
                "year": 2025,
                "month": 6,
                "day": None,
                "approximate": False,
                "uncertain": False,
                "season": 0,
            },
        ),
        ({"b": (1,), "a": {}}, {"a": {}, "b": [1]}),
        ({Status.DRAFT: 1, 2: 3}, {"2": 3, "draft": 1}),
        (frozenset({"b", "a", "c"}), ["a", "b", "c"]),
    ],
)
def test_values(value: object, plain: object) -> None:
    told = dump(value)
    assert json.loads(told) == plain
    if isinstance(plain, dict):
        assert list(json.loads(told)) == list(plain)


def test_bytes_are_counted_not_shown() -> None:
    assert json.loads(dump(b"abc"))["bytes"] == 3


def test_nothing_that_acts_on_a_terminal_is_printed_raw() -> None:
    hostile = "\x1b[2J\x9b\u202e\udcff"
    assert dump(hostile).strip().isprintable()
    assert json.loads(dump(hostile)) == hostile


def test_what_is_no_value_of_a_stage() -> None:
    @dataclass(frozen=True)
    class Odd:
        thing: object

    with pytest.raises(TypeError, match="may not hold a object"):
        dump((Odd(object()),))

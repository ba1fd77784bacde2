"""Situations: a text with a cursor in it, and what an editor is told there."""

from collections.abc import Iterator

import pytest
from lsprotocol import types as lsp

from tests.language_server.editor import Editor, applied, at_mark
from tests.language_server.project import BRIDGE

PATH = "sources/bridge.md"
HEAD = "---\ntitle: The old bridge\ndate: 2025-05-10\nabout: minutes2025\n---\n\n"


@pytest.fixture
def asking(editor: Editor) -> Iterator[Editor]:
    yield editor
    editor.type(PATH, BRIDGE)


OFFERED = {
    "a key": ("The council [@min‸", "minutes2025", "The council [@minutes2025"),
    "a key by its author": ("As @doe‸ says", "herald2025", "As @herald2025 says"),
    "a key by its title, in the middle of one": ("[@herald‸2025]", "herald2025", "[@herald2025]"),
    "a key behind another": ("[@minutes2025; @‸]", "herald2025", "[@minutes2025; @herald2025]"),
    "the kind of a box": ("::: cor‸", "correction", "::: correction"),
    "the kind of a box in braces": ("::: {.cl‸}", "claim", "::: {.claim}"),
    "an attribute": ("::: {.claim ver‸}", "verdict=", "::: {.claim verdict=}"),
    "a verdict of that box": ("::: {.claim verdict=‸}", "loaded", "::: {.claim verdict=loaded}"),
    "a context box": ("::: {.context include=cou‸}", "council", "::: {.context include=council}"),
    "the work of a box": ("::: {.claim of=her‸}", "herald2025", "::: {.claim of=herald2025}"),
    "a link": ("See [the mill](mi‸)", "mill.md", "See [the mill](mill.md)"),
    "a place in another brief": ("[x](mill.md#gr‸)", "grain", "[x](mill.md#grain)"),
    "quoted words": (
        "It says “The old bri‸” [@minutes2025].",
        "The old bridge closes on Monday.",
        "It says “The old bridge closes on Monday.” [@minutes2025].",
    ),
    "quoted words in the wrong case": (
        "It says “cars may‸” [@minutes2025].",
        "Cars may use the ferry, *which is free of charge*, until a new one opens.",
        "It says “Cars may use the ferry, \\*which is free of charge\\*, until a new one opens.”"
        " [@minutes2025].",
    ),
    "quoted words with marks in them": (
        "It says “The engineer said that the piers are sound. “Nob‸” [@minutes2025].",
        "The engineer said that the piers are sound. “Nobody was hurt”, she added.",
        "It says “The engineer said that the piers are sound. ‘Nobody was hurt’, she added.” [@minutes2025].",
    ),
    "quoted words, of the work that the brief is about": (
        "It says “The old mill‸",
        "The old mill stays open, and 😀 so does the café.",
        "It says “The old mill stays open, and 😀 so does the café.",
    ),
    "quoted words in a block quote": (
        "> The old bri‸\n> [@minutes2025]",
        "The old bridge closes on Monday.",
        "> The old bridge closes on Monday.\n> [@minutes2025]",
    ),
    "quoted words behind a character of two units": (
        "😀 “so does‸” [@minutes2025].",
        "so does the café.",
        "😀 “so does the café.” [@minutes2025].",
    ),
}
IN_FRONT = {
    "a key": ("title: T\nda‸\n", "date", "title: T\ndate: \n"),
    "a key of an erratum": ("errata:\n  - da‸\n", "date", "errata:\n  - date: \n"),
    "the kind of an erratum": ("errata:\n  - kind: ‸\n", "update", "errata:\n  - kind: update\n"),
    "a status": ("status: dr‸\n", "draft", "status: draft\n"),
    "the work it is about": (
        "about: [minutes2025, her‸]\n",
        "herald2025",
        "about: [minutes2025, herald2025]\n",
    ),
    "a work in a list": ("about:\n  - her‸\n", "herald2025", "about:\n  - herald2025\n"),
    "the brief it translates": ("translation_of: ‸\n", "mill", "translation_of: mill\n"),
}
"""What is written, the label of an offer, and what stands there once it is taken."""


def offers(editor: Editor, marked: str) -> tuple[str, list[lsp.CompletionItem]]:
    text, position = at_mark(marked)
    editor.type(PATH, text)
    asked = lsp.CompletionParams(editor.identify(PATH), position)
    answer = editor.wait(editor.client.text_document_completion_async(asked))
    assert isinstance(answer, lsp.CompletionList)
    return text, list(answer.items)


@pytest.mark.parametrize("case", OFFERED.values(), ids=OFFERED)
def test_what_may_be_written_is_offered(asking: Editor, case: tuple[str, str, str]) -> None:
    marked, label, taken = case
    text, items = offers(asking, f"{HEAD}{marked}\n\nThe end.\n")
    offer = next((one for one in items if one.label == label), None)
    assert offer is not None, [one.label for one in items]
    assert isinstance(offer.text_edit, lsp.TextEdit)
    assert applied(text, [offer.text_edit]) == f"{HEAD}{taken}\n\nThe end.\n"


@pytest.mark.parametrize("closing", ["---\n\nText.\n", "\nText.\n"])
@pytest.mark.parametrize("case", IN_FRONT.values(), ids=IN_FRONT)
def test_front_matter_is_offered_closed_or_not(
    asking: Editor, case: tuple[str, str, str], closing: str
) -> None:
    marked, label, taken = case
    text, items = offers(asking, f"---\n{marked}{closing}")
    offer = next((one for one in items if one.label == label), None)
    assert offer is not None, [one.label for one in items]
    assert isinstance(offer.text_edit, lsp.TextEdit)
    assert applied(text, [offer.text_edit]) == f"---\n{taken}{closing}"


@pytest.mark.parametrize(
    "case", [case for name, case in OFFERED.items() if "quoted words" in name and "open" not in name]
)
def test_words_that_are_taken_are_found(asking: Editor, case: tuple[str, str, str]) -> None:
    version = asking.type(PATH, f"{HEAD}{case[2]}\n\nThe end.\n")
    codes = {str(one.code) for one in asking.until_told(PATH, version)}
    assert codes.isdisjoint({"BG301", "BG302", "BG201"})


@pytest.mark.parametrize("marked", ["Free text‸", "me@exam‸ple.org", "```\n[@‸\n```"])
def test_nothing_is_offered_in_free_text(asking: Editor, marked: str) -> None:
    _, items = offers(asking, f"{HEAD}{marked}\n")
    assert items == []


HOVERED = {
    "a key": (
        "Says [@min‸utes2025].",
        "Example Town Council, Minutes of 2 May 2025, 2 May 2025.\n\ncaptured 2025-05-05",
    ),
    "a key without a capture": ("Says @herald2025‸.", "not captured"),
    "a box": ("::: corr‸ection\n:::", "Correction"),
    "a verdict": ("::: {.claim verdict=loa‸ded}\n:::", "Loaded wording: The passage judges"),
    "a link": ("[the mill](mil‸l.md)", "The old mill"),
    "a context box": ("::: {.context include=cou‸ncil}\n:::", "What the council is (en), as of 2025-05-01"),
    "a rule": ("<!-- allow figure-not-in-cap‸ture: so -->", "BG"),
}


@pytest.mark.parametrize("case", HOVERED.values(), ids=HOVERED)
def test_names_are_explained(asking: Editor, case: tuple[str, str]) -> None:
    text, position = at_mark(f"{HEAD}{case[0]}\n")
    asking.type(PATH, text)
    asked = lsp.HoverParams(asking.identify(PATH), position)
    answer = asking.wait(asking.client.text_document_hover_async(asked))
    assert answer is not None
    assert isinstance(answer.contents, lsp.MarkupContent)
    assert case[1] in answer.contents.value


LED = {
    "a key leads to its entry": ("Says [@min‸utes2025].", ["sources/references.bib:1"]),
    "a key of front matter, too": ("", ["sources/references.bib:1"]),
    "quoted words lead to their passage": (
        "“Cars may ‸use the ferry” [@minutes2025]",
        ["seeds/minutes.txt:3"],
    ),
    "a link leads to a brief": ("[the mill](mil‸l.md#grain)", ["sources/mill.md:8"]),
    "an included box": ("::: {.context include=cou‸ncil}\n:::", ["sources/context/council.en.md:1"]),
}


@pytest.mark.parametrize("case", LED.values(), ids=LED)
def test_names_lead_to_what_they_name(asking: Editor, case: tuple[str, list[str]]) -> None:
    body = f"{HEAD}{case[0]}\n" if case[0] else HEAD.replace("minutes2025", "min‸utes2025")
    text, position = at_mark(body)
    asking.type(PATH, text)
    asked = lsp.DefinitionParams(asking.identify(PATH), position)
    answer = asking.wait(asking.client.text_document_definition_async(asked))
    assert isinstance(answer, list)
    assert [_place(asking, one) for one in answer] == case[1]


def test_every_place_that_cites_a_work_is_named(asking: Editor) -> None:
    text, position = at_mark(f"{HEAD}Says [@minutes‸2025].\n\n`@minutes2025`\n")
    asking.type(PATH, text)
    context = lsp.ReferenceContext(include_declaration=True)
    asked = lsp.ReferenceParams(context, asking.identify(PATH), position)
    answer = asking.wait(asking.client.text_document_references_async(asked))
    assert answer is not None
    assert [_place(asking, one) for one in answer] == [
        "sources/bridge.md:4",
        "sources/bridge.md:7",
        "sources/captures.yml:1",
        "sources/mill.md:6",
        "sources/references.bib:1",
    ]


def _place(editor: Editor, one: lsp.Location | lsp.LocationLink) -> str:
    assert isinstance(one, lsp.Location)
    return f"{one.uri.removeprefix(editor.root.as_uri() + '/')}:{one.range.start.line + 1}"


def test_the_outline_has_headings_and_boxes(asking: Editor) -> None:
    asking.type(PATH, f"{HEAD}## One\n\n::: note\n### Of it\n\nText.\n:::\n\n### Below\n\n## Two\n")
    asked = lsp.DocumentSymbolParams(asking.identify(PATH))
    answer = asking.wait(asking.client.text_document_document_symbol_async(asked))
    assert answer is not None

    def names(parts: object) -> list[object]:
        assert isinstance(parts, (list, tuple))
        return [[one.name, names(one.children)] if one.children else one.name for one in parts]

    assert names(answer) == [["One", ["note: Of it", "Below"]], "Two"]


def test_a_page_by_hand_that_cites_has_an_outline_and_counts(editor: Editor) -> None:
    page = "docs/index.md"
    text, position = at_mark("# Page\n\n!!! note\n    Says [@minutes‸2025].\n\n## Below\n")
    editor.open(page)
    editor.until_told(page, editor.type(page, text))
    symbols = lsp.DocumentSymbolParams(editor.identify(page))
    parts = editor.wait(editor.client.text_document_document_symbol_async(symbols))
    assert parts is not None
    assert [(one.name, [below.name for below in getattr(one, "children", ())]) for one in parts] == [
        ("Page", ["Below"])
    ]
    told = editor.wait(
        editor.client.text_document_hover_async(lsp.HoverParams(editor.identify(page), position))
    )
    assert told is not None
    assert "and 1 page by hand" in str(told.contents)
    context = lsp.ReferenceContext(include_declaration=True)
    asked = lsp.ReferenceParams(context, editor.identify(page), position)
    places = editor.wait(editor.client.text_document_references_async(asked))
    assert "docs/index.md:4" in [_place(editor, one) for one in places or ()]
    editor.close(page)


MENDED = {
    "a mistyped key": ("Says [@minuts2025].", "write `minutes2025`", "Says [@minutes2025]."),
    "a mistyped box": ("::: corection\nx\n:::", "write `correction`", "::: correction\nx\n:::"),
}


@pytest.mark.parametrize("case", MENDED.values(), ids=MENDED)
def test_ways_out_can_be_taken(asking: Editor, case: tuple[str, str, str]) -> None:
    text = f"{HEAD}{case[0]}\n"
    version = asking.type(PATH, text)
    found = asking.until_told(PATH, version)
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
    asked = lsp.CodeActionParams(asking.identify(PATH), whole, lsp.CodeActionContext(found))
    answer = asking.wait(asking.client.text_document_code_action_async(asked))
    actions = {one.title: one for one in answer or () if isinstance(one, lsp.CodeAction)}
    assert case[1] in actions, list(actions)
    edit = actions[case[1]].edit
    assert edit is not None
    assert edit.changes is not None
    assert applied(text, list(edit.changes[asking.uri(PATH)])) == f"{HEAD}{case[2]}\n"

"""The one traversal: nothing of a tree is passed over, and nobody walks past it.

The oracle is the definition of the nodes: whatever field of one can hold nodes is found by its type.
"""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from briefgen.markdown import walk
from briefgen.markdown.walk import children_of, inlines_in, parts_of, rebuilt, rebuilt_inline, walk_blocks
from briefgen.model.attributes import Attributes
from briefgen.model.block import Block
from briefgen.model.inline import Citation, Inline, Text
from briefgen.text import Span
from tests.markdown.reading import tree_of

BLOCKS: tuple[type, ...] = get_args(Block)
INLINES: tuple[type, ...] = get_args(Inline)
SOURCES = sorted((Path(__file__).parents[2] / "briefgen").rglob("*.py"))

WITH_EVERYTHING = """\
# A *heading* with `code`

A paragraph with ~~struck~~, **strong**, [a link](x.md), ![an image](y.png), <b>html</b>, [own]{.own},
“quoted” words [see @a, p. 3], a note[^n], 10^5^, H~2~O, ==marked==, $a_1$\\
and a break.

- [x] an item

  with two paragraphs
- another

> a quote
>
> > in a quote [@b]

```
code
```

<div>html</div>

* * *

| head | of |
| --- | --- |
| a | “table” [@c] |

Term

:   its *meaning*

    and another

:   a second one

*[WHO]: World Health Organization

[^n]: a note with [@d]

::: {.note #box title="A title"}
in a *box*
:::
"""


def reflected(value: object) -> Iterator[object]:
    """Every node inside a value, by the fields of dataclasses, in the order of the fields."""
    if isinstance(value, tuple):
        for one in value:
            yield from reflected(one)
    elif is_dataclass(value) and not isinstance(value, (type, Attributes, Span)):
        if isinstance(value, (*BLOCKS, *INLINES)):
            yield value
        if isinstance(value, Citation):
            return  # what stands beside its keys is not a part of the line
        for field in fields(value):
            yield from reflected(getattr(value, field.name))


def walked(blocks: tuple[Block, ...]) -> list[object]:
    return [*walk_blocks(blocks), *inlines_in(blocks)]


texts = st.lists(st.sampled_from(WITH_EVERYTHING.split("\n\n")), max_size=8).map("\n\n".join)


def test_the_text_has_every_kind_of_node() -> None:
    kinds = {type(node) for node in reflected(tree_of(WITH_EVERYTHING).blocks)}
    assert kinds == {*BLOCKS, *INLINES}


@given(texts)
def test_every_node_is_visited_once(text: str) -> None:
    blocks = tree_of(text).blocks
    assert sorted(map(id, walked(blocks))) == sorted(map(id, reflected(blocks)))


def test_the_order_is_that_of_the_text() -> None:
    starts = [node.span.start for node in inlines_in(tree_of(WITH_EVERYTHING).blocks)]
    # The footnote and the title of the box stand where they are written.
    assert starts == sorted(starts)


@given(texts)
def test_rebuilding_with_nothing_changed_changes_nothing(text: str) -> None:
    def blocks(run: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(rebuilt(block, blocks, line) for block in run)

    def line(run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(rebuilt_inline(node, line) for node in run)

    tree = tree_of(text).blocks
    assert blocks(tree) == tree


def test_rebuilding_reaches_every_text() -> None:
    def blocks(run: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(rebuilt(block, blocks, line) for block in run)

    def line(run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            Text("x", node.span) if isinstance(node, Text) else rebuilt_inline(node, line) for node in run
        )

    found = [node for node in reflected(blocks(tree_of(WITH_EVERYTHING).blocks)) if isinstance(node, Text)]
    assert found
    assert {node.value for node in found} == {"x"}


def test_parts_and_children_say_the_same_as_the_fields() -> None:
    for node in reflected(tree_of(WITH_EVERYTHING).blocks):
        direct: list[object] = []
        if isinstance(node, BLOCKS):
            for part in parts_of(node):  # type: ignore[arg-type]
                direct += [*part.line, *part.blocks]
        else:
            direct += children_of(node)  # type: ignore[arg-type]
        below = [id(one) for one in reflected(node)]
        assert {id(one) for one in direct} <= set(below)


# ------------------------------------------------------------------------- nobody walks past it

NAMES = {kind.__name__ for kind in (*BLOCKS, *INLINES)}


def named(pattern: ast.AST) -> set[str]:
    """The kinds of node that a pattern or an expression names."""
    return {one.id for one in ast.walk(pattern) if isinstance(one, ast.Name)} & NAMES


def catch_alls(tree: ast.AST) -> Iterator[int]:
    """Lines of matches over nodes that have a case for everything else."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Match) and any(named(case.pattern) for case in node.cases):
            for case in node.cases:
                if isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None:
                    yield case.pattern.lineno


def chains(tree: ast.AST) -> Iterator[int]:
    """Lines where one `isinstance`, or a chain of them, asks for several kinds of node."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            if len(named(node.args[1])) > 1:
                yield node.lineno
        elif isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            following = node.orelse[0]
            if asked(node.test) and asked(following.test) and asked(node.test) != asked(following.test):
                yield following.lineno


def asked(test: ast.expr) -> set[str]:
    calls = [one for one in ast.walk(test) if isinstance(one, ast.Call)]
    return {
        name
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "isinstance" and len(call.args) == 2
        for name in named(call.args[1])
    }


def test_no_match_over_nodes_has_a_catch_all() -> None:
    found = [f"{file}:{line}" for file in SOURCES for line in catch_alls(ast.parse(file.read_text("utf-8")))]
    assert not found, found


def test_what_is_not_asked_holds_nothing() -> None:
    """A citation's prefixes are left out by both."""
    names = {"children", "items", "rows", "definitions"}
    hold_none = {kind for kind in BLOCKS if not names & {one.name for one in fields(kind)}}
    flat = {kind for kind in BLOCKS if kind.__name__ in ("Paragraph", "Heading", "Table")}
    assert hold_none | flat == walk._HOLD_NO_BLOCKS
    assert {
        kind for kind in INLINES if "children" not in {one.name for one in fields(kind)}
    } == walk._HOLD_NONE


def test_no_chain_of_isinstance_walks_over_nodes() -> None:
    found = [f"{file}:{line}" for file in SOURCES for line in chains(ast.parse(file.read_text("utf-8")))]
    assert not found, found


def test_such_a_catch_all_would_be_seen() -> None:
    wrong = "match node:\n    case Paragraph() | Heading():\n        pass\n    case _:\n        pass\n"
    assert list(catch_alls(ast.parse(wrong))) == [4]
    chain = "if isinstance(node, Text):\n    pass\nelif isinstance(node, Code):\n    pass\n"
    assert list(chains(ast.parse(chain))) == [3]
    assert list(chains(ast.parse("isinstance(node, Text | Code)"))) == [1]

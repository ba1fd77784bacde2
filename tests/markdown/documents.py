"""Documents made of everything the format has, nested in each other, for tests that want any document."""

from random import Random

INLINE = [
    *("[see @a, p. 3; also @b, „x y“]", "@a [p. 3]", "[@a, [ref]; *b; c* @d]", "`` a`b ``", "*a **b** c*"),
    *("~~a *b*~~", '[l *x*](u "t")', "[l [@a]](u)", "“quoted words”", "“a “b” c”", "“a *b* [c](#d)”"),
    *("[s]{a=b #i}", "<!-- c -->", "two words", "a\u00a0b", "- ", "\t", "  "),
    *"[@a] -@c @{a/b} `code` *em* **st** ***both*** ~~del~~ [link](u) [ref] [ref][r] ![im](u)".split(),
    *'<https://x.y> <b@c.d> „deutsch“ "ascii" »guill« [“x”]{.own} ’s “ ” " [^1] [^n] <sub>2</sub>'.split(),
    *r"&amp; &bdquo; &copy; \* \[ \@a \| \ * _ ` [ ] | ~~ : :: ! & < # 1. a_b word ü é 日本 😀 𝔘".split(),
]
LINE_ENDS = ("\n", "  \n", "\\\n", "\n  ", "\n\t")
CELLS = ("a", "", "[@a] [@a]", "x \\| y", "`c \\| d`", "“x \\| y” z")
HEADS = (" note", " {.claim #x verdict=false}", "note", ' {.context title="[@a] “x”"}', " note :::")
MARKERS = ("- ", "* ", "1. ", "2) ", "-   ", "10. ", "- [ ] ", "- [x] ")


def document(random: Random) -> str:
    """Some blocks, nested three deep at most, and often the definitions they refer to."""
    end = random.choice(("", "\n", '\n\n[ref]: /u\n[r]: /v "t"\n'))
    return _blocks(random, 3) + end


def _blocks(random: Random, depth: int) -> str:
    between = random.choice(("\n\n", "\n\n", "\n"))
    return between.join(_block(random, depth) for _ in range(random.randint(1, 3)))


def _block(random: Random, depth: int) -> str:
    flat = [_paragraph, _paragraph, _heading, _underlined, _table, _indented_code]
    nested = [_list, _quote, _fence, _box, _box, _footnote, _definition]
    return random.choice(flat + nested if depth else flat)(random, depth - 1)


def _line(random: Random) -> str:
    pieces = [random.choice(INLINE) + random.choice((" ", " ", "")) for _ in range(random.randint(1, 6))]
    return "".join(pieces).strip(" ") or "w"


def _paragraph(random: Random, depth: int) -> str:
    pieces = [
        random.choice(INLINE) + random.choice((" ", " ", "", *LINE_ENDS)) for _ in range(random.randint(1, 6))
    ]
    return "".join(pieces).strip(" \n") or "w"


def _heading(random: Random, depth: int) -> str:
    return (
        random.choice(("# ", "## ", "### ")) + _line(random) + random.choice(("", " #", " ##", " # #", "  "))
    )


def _underlined(random: Random, depth: int) -> str:
    return _paragraph(random, depth) + random.choice(("\n===", "\n---"))


def _indented_code(random: Random, depth: int) -> str:
    return "\t" + _paragraph(random, depth)


def _table(random: Random, depth: int) -> str:
    width = random.randint(1, 3)
    form = random.choice(("| %s |", "|%s|") if width == 1 else ("| %s |", "%s", "|%s|", "| %s"))
    pipe = random.choice((" | ", "|"))
    rows = [[_cell(random) for _ in range(width)]]
    rows += [
        [_cell(random) for _ in range(max(1, width + random.randint(-1, 1)))]
        for _ in range(random.randint(0, 2))
    ]
    lines = [form % pipe.join(row) for row in rows]
    return "\n".join([lines[0], form % pipe.join(["---"] * width), *lines[1:]])


def _cell(random: Random) -> str:
    if random.random() < 0.5:
        return random.choice(CELLS)
    cell = _line(random)
    # Now and then a bare pipe, which ends the cell.
    return cell if random.random() < 0.1 else cell.replace("\\|", "|").replace("|", "\\|")


def _list(random: Random, depth: int) -> str:
    marker = random.choice(MARKERS)
    items = [_hang(marker, _blocks(random, depth)) for _ in range(random.randint(1, 2))]
    return "\n".join(items)


def _quote(random: Random, depth: int) -> str:
    mark = random.choice(("> ", ">", "> "))
    quote = "\n".join(mark + line for line in _blocks(random, depth).split("\n"))
    return quote.replace("\n> ", "\n", 1) if random.random() < 0.3 else quote


def _fence(random: Random, depth: int) -> str:
    return f"```py\n{_paragraph(random, depth)}\n::: x\n```"


def _box(random: Random, depth: int) -> str:
    colons = random.choice((":::", "::::", ":::::"))
    return f"{colons}{random.choice(HEADS)}\n{_blocks(random, depth)}\n{colons}"


def _footnote(random: Random, depth: int) -> str:
    return _hang(f"[^{random.choice('1nx')}]: ", _blocks(random, depth), 4)


def _definition(random: Random, depth: int) -> str:
    marker = random.choice((": ", ":   ", "~ "))
    return f"{_line(random)}\n{_hang(marker, _blocks(random, depth))}"


def _hang(marker: str, text: str, indent: int | None = None) -> str:
    """Text after a marker, its further lines indented."""
    further = " " * (len(marker) if indent is None else indent)
    return marker + "\n".join(
        line if index == 0 or not line else further + line for index, line in enumerate(text.split("\n"))
    )

"""Shapes of text whose time could grow faster than they do: a table, as data.

``python -m tests.hostile.measure`` measures them all, `tests/hostile/test_shapes.py` a small form of each.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

HEAD = "---\ntitle: T\ndate: 2026-01-20\nlang: en\n---\n\n"
WORDS = "The council decided to keep one lane open on every day."
"""A sentence of every capture."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Texts of about any number of characters, all of one shape.

    `body` is the text of a brief, `front` lines of its front matter, `capture` the text of the work that it
    cites as ``[@h]`` (the other work, ``[@o]``, has none), `context` the text of the context box ``c``.
    """

    name: str
    body: Callable[[int], str] = lambda size: "Text.\n"
    front: Callable[[int], str] = lambda size: ""
    capture: Callable[[int], str] = lambda size: f"{WORDS}\n"
    context: Callable[[int], str] = lambda size: "Text [@o].\n"

    def brief(self, size: int) -> str:
        """The whole source of the brief."""
        return f"{HEAD.removesuffix('---' + chr(10) * 2)}{self.front(size)}---\n\n{self.body(size)}"


def whole(piece: str, before: str = "", behind: str = "") -> Callable[[int], str]:
    """A piece again and again, never cut: texts of every size end alike."""
    return lambda size: before + piece * max(size // len(piece), 1) + behind + "\n"


def nested(opening: str, closing: str, inside: str = "a") -> Callable[[int], str]:
    """Half of it opens, half of it closes."""

    def text(size: int) -> str:
        count = max(size // (len(opening) + len(closing)), 1)
        return opening * count + inside + closing * count + "\n"

    return text


def deep(depth: int, opening: str, closing: str, inside: str = "a") -> Callable[[int], str]:
    """Nested to a depth, again and again."""
    return whole(opening * depth + inside + closing * depth + " ")


def numbered(piece: str, between: str = "", before: str = "") -> Callable[[int], str]:
    """A piece with a number in it, again and again, each with another number."""

    def text(size: int) -> str:
        pieces: list[str] = []
        length = 0
        while length < size:
            pieces.append(piece.replace("#", str(len(pieces))))
            length += len(pieces[-1]) + len(between)
        return before + between.join(pieces) + "\n"

    return text


def mixed(*pieces: str) -> Callable[[int], str]:
    """Pieces in an order of chance, always the same."""

    def text(size: int) -> str:
        choose = Random("shapes")
        chosen = choose.choices(pieces, k=size // (sum(map(len, pieces)) // len(pieces) or 1) + 1)
        return "".join(chosen)[:size] + "\n"

    return text


def stairs(step: str, piece: str) -> Callable[[int], str]:
    """Lines each of which stands one step further in."""

    def text(size: int) -> str:
        lines: list[str] = []
        length = 0
        while length < size:
            lines.append(step * len(lines) + piece)
            length += len(lines[-1]) + 1
        return "\n".join(lines) + "\n"

    return text


def lengthening(char: str, between: str = " a ") -> Callable[[int], str]:
    """Runs of a character, each longer by one."""

    def text(size: int) -> str:
        runs: list[str] = []
        length = 0
        while length < size:
            runs.append(char * (len(runs) + 1))
            length += len(runs[-1]) + len(between)
        return between.join(runs) + "\n"

    return text


def _words(size: int) -> str:
    choose = Random("words")
    listed = "bridge council river order report worker border signed opened crossed the a of to in".split()
    text: list[str] = []
    length = 0
    while length < size:
        sentence = " ".join(choose.choices(listed, k=choose.randint(8, 20))).capitalize() + "."
        text.append(sentence + ("\n\n" if len(text) % 6 == 5 else " "))
        length += len(text[-1])
    return "".join(text) + "\n"


ORDINARY = Shape("ordinary text", _words)

_RUNS = tuple(
    Shape(f"a run of {char!r}", whole(char)) for char in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”„«»‚‘’…"
)
_SPACED_RUNS = tuple(
    Shape(f"{piece!r} again and again", whole(piece))
    for piece in (
        # each delimiter, opening, closing, between letters, doubled
        *(
            f"{mark}a "
            for mark in ("*", "**", "_", "__", "~~", "`", "``", '"', "'", "“", "„", "«", "<<", ",,")
        ),
        *(f"a{mark} " for mark in ("*", "**", "_", "__", "~~", "`", '"', "'", "”", "»")),
        *(
            f"a{mark}"
            for mark in ("*", "**", "***", "_", "__", "~~", '"', "'", "\\", "&", ":", "|", "{", "}")
        ),
        *(
            "*a **b ",
            "*a _b ",
            "**a* ",
            "*a**",
            "***a ",
            "a***b** ",
            "_a __b ",
            "~~a ~~~b ",
            "*a*b*",
            "** ** ",
        ),
        "__a",
        # brackets and what hangs on them
        *(
            "[",
            "[a",
            "[a]",
            "[a](",
            "[a](b",
            "[a](<b",
            "[a](b)",
            '[a](b "',
            "[a](b 'c",
            "[a][",
            "[a][b",
            "[a][b]",
            "![",
            "![a](",
            "![a](b)",
        ),
        *(
            "[a]{",
            "[a]{.own",
            "[a]{.own}",
            '[a]{x="',
            "[a]{x=",
            "[[a]]{.own}",
            "](",
            "]{",
            "][",
            "[]",
            "[](",
            "[]()",
            "()",
            "([",
        ),
        *(
            "[^a",
            "[^a]",
            "[^a][",
            "[^",
            "[^a]: ",
            "a[^a]: b\n\n",
            "[a]: b\n",
            "[a]: <b",
            '[a]: b "',
            "[a]:\n",
            "*[A]: b\n",
            "*[A",
        ),
        *("[*a](b) ", "*[a*](b) ", "[`a](b)` ", "[<a](b)> ", "[a\\](b) ", "[a](\\) "),
        # citations
        *(
            "@",
            "@a",
            "@a ",
            "@o ",
            "-@o ",
            "@o [",
            "@o [p. 3] ",
            "@{",
            "@{a",
            "@{o} ",
            "@a/",
            "@a.",
            "x/@a",
            "h://@",
        ),
        *(
            "[@o",
            "[@o]",
            "[@o] ",
            "[@o;",
            "[@o; ",
            "[@o, p. 3",
            "[@o, p. 3] ",
            "[@o] (",
            "[@o](",
            "[@o]{",
            "[@o][",
            "[@o][@o] ",
            "[see @o; ",
        ),
        *(
            "[*@o ",
            "[*a @o] ",
            "[_a @o] ",
            "[~~a @o] ",
            "[`a @o] ",
            "[@o *a ",
            "[@o, “a ",
            "[@o, “a” ",
            "[@o, {",
            "[@o, {a} ",
            "[a [@o] ",
            "[[@o] ",
        ),
        *("@o [*a ", "@o [[ ", "@o [a; ", "@o [a](", "@o [@o; "),
        # quotation marks
        *(
            "“a” ",
            '"a" ',
            "'a' ",
            "„a“ ",
            "«a» ",
            "‹a› ",
            "“a” and ",
            "”a“ ",
            "“ ” ",
            '" ',
            "' ",
            "‘a ",
            "a’ ",
            "“‘a’” ",
            "““a”” ",
            "“a *b” c* ",
        ),
        *(
            "“[a]{.own}” ",
            "[“a”]{.own} ",
            "<q>a</q> ",
            "<q>a ",
            "</q>a ",
            "&ldquo;a ",
            "“a”\n",
            '6" ',
            "f'' ",
            ",,a'' ",
            "``a'' ",
            "‘a’, ",
            "“a.” ",
        ),
        *(
            "“to keep” [@h] ",
            "“to keep” [@o] ",
            "“to keep” ",
            "“to keep” @o ",
            "@o: “to keep” ",
            "@o says “to keep”. ",
            "“to keep” [@o]. ",
        ),
        *(
            "‘to keep’ [@h] ",
            "'to keep' [@o] ",
            "“to keep",
            "“to keep [@o] ",
            "to keep” [@o] ",
            "[@o] “to keep” ",
            "[@o, “to keep”] ",
        ),
        *(
            '["to keep"]{.own} ',
            '["to keep"]{occurrence=1} [@o] ',
            "“to […] keep” [@o] ",
            "“*to* keep” [@o] ",
            "“to [x] keep” [@o] ",
        ),
        # raw HTML, addresses, references to characters
        *(
            "<",
            "<a",
            "<a ",
            "<a>",
            "<b>a</b> ",
            "<b>",
            "</b>",
            "<a href='",
            '<a href="',
            "<a href=b ",
            "<!--",
            "<!-- a -->",
            "<!-",
            "<!A",
            "<!A ",
            "<?",
            "<![CDATA[",
        ),
        *(
            "<a@b.c> ",
            "<http://a> ",
            "<http://a",
            "http://a ",
            "http://a@",
            "&",
            "&a",
            "&amp;",
            "&#1;",
            "&#x",
            "&#",
            "<br>",
            "<br>\n",
            "\\<",
            "<b\n",
            "<b a=\n",
        ),
        # blocks
        *(
            "a\n",
            "a\n\n",
            "a  \n",
            "a\\\n",
            "# a\n",
            "#\n",
            "a\n=\n",
            "a\n-\n",
            "- a\n",
            "-\n",
            "- a\n\n",
            "1. a\n",
            "1. a\n2) b\n",
            "* a\n- b\n",
            "- [ ] a\n",
            "- - - a\n",
        ),
        *(
            "> a\n",
            ">\n",
            "> a\n\n",
            "> [@o]\n\n",
            "> a [@o]\n\n",
            "> a\n>\n> — b [@o]\n\n",
            "> - a\n",
            "> > a\n",
            "> a\nb\n",
            "***\n",
            "---\n\n",
            "    a\n",
            "\ta\n",
        ),
        *(
            "```\n",
            "```\na\n```\n",
            "~~~\na\n",
            "``` a ``` \n",
            "::: note\na\n\n:::\n\n",
            "::: note\n",
            ":::\n",
            "a\n:::\n",
            "::: {.note",
            "::: {.note #a}\n:::\n",
        ),
        *(
            "::: context\n:::\n\n",
            "::: {.context include=c}\n:::\n\n",
            "::: translation\na\n:::\n\n",
            "::: correction\n> a [@o]\n\nb\n:::\n\n",
        ),
        *(
            "|",
            "|a",
            "| a | b |\n",
            "a|b\n-|-\n",
            "a|b\n-|-\nc|d\n\n",
            "|-",
            "|-\n",
            "-|",
            ":-:|",
            "a\n: b\n\n",
            "a\n: b\n: c\n",
            ": a\n",
            "a\n\n: b\n\n",
            "\\|",
        ),
        *(
            "<div>\n\na\n\n</div>\n\n",
            "<div>\n\n",
            "<div>\n",
            "</div>\n\n",
            "<blockquote>\n\n",
            "<pre>\n",
            "<p>a\n\n",
            "<!-- a -->\n\n",
            "<?a\n",
            "<details>\n\na\n\n",
        ),
        *(
            " ",
            "\t",
            "\n",
            "\xa0",
            " a",
            "\u200b",
            "\u0301",
            "a\u0301",
            "中",
            "中。",
            "a.",
            "a. ",
            "a… ",
            "Dr. ",
            "A. ",
            "1.",
            "1. ",
            "3.5 ",
            "p. 3 ",
            "a.b.",
            "! ",
            "?! ",
        ),
    )
)

_NESTED = tuple(
    Shape(f"{opening!r} nested in itself, with {closing!r}", nested(opening, closing))
    for opening, closing in (
        ("*a ", " b*"),
        ("**a ", " b**"),
        ("_a ", " b_"),
        ("~~a ", " b~~"),
        ("*", "*"),
        ("[", "]"),
        ("[", "](b)"),
        ("[", "]{.own}"),
        ("![", "](b)"),
        ("[a](", ")"),
        ("(", ")"),
        ("“", "”"),
        ("“‘", "’”"),
        ("„", "“"),
        ("«", "»"),
        ("{", "}"),
        ("<b>", "</b>"),
        ("<b>", ""),
        ("<div>", "</div>"),
        ("<", ">"),
        ("> ", ""),
        (">", ""),
        ("- ", ""),
        ("1. ", ""),
        ("* ", ""),
        ("[@o ", "]"),
        ("[see [", "] @o]"),
        ("@o [", "]"),
        ("@{", "}"),
        ("[^a ", "]"),
        ("`", "`"),
        ("<q>", "</q>"),
        ("<div>\n\n", "\n\n</div>"),
        ("::: note\n", "\n:::"),
        ("::: {.note}\n\n", "\n\n:::"),
        ("<blockquote>\n", "</blockquote>\n"),
        ("*a **b ", " c** d*"),
        ("[*a ", " b*](c)"),
        ("*[a ", " b](c)*"),
        ("[“", "”]{.own}"),
        ("“*a ", " b*”"),
        ("\\[", "\\]"),
        ("!", ""),
        ("[a\n", "]"),
        ("*a\n", "*"),
    )
)

_DEEP = tuple(
    Shape(f"{opening!r} 90 deep, again and again", deep(90, opening, closing))
    for opening, closing in (
        ("*a ", " b*"),
        ("[", "](b)"),
        ("[", "]"),
        ("[", "]{.own}"),
        ("“", "”"),
        ("<b>", "</b>"),
        ("![", "](b)"),
    )
)

_STAIRS = (
    Shape("lists that stand further and further in", stairs("  ", "- a")),
    Shape("quotes that stand further and further in", stairs(">", " a")),
    Shape("numbered lists further and further in", stairs("   ", "1. a")),
    Shape("quotes and lists in turn", stairs("> - ", "a")),
    Shape("runs of backticks of every length", lengthening("`")),
    Shape("runs of asterisks of every length", lengthening("*", "a")),
    Shape("runs of underscores of every length", lengthening("_")),
    Shape("runs of tildes of every length", lengthening("~", "a")),
    Shape("runs of marks of every length", lengthening('"')),
    Shape("fences of every length", lengthening("`", "\n")),
    Shape("colons of every length", lengthening(":", " note\n\n")),
)

_DIFFERENT = (
    Shape("footnotes, each its own", numbered("a[^n#]\n\n[^n#]: b\n\n")),
    Shape("footnotes without a definition", numbered("a[^n#] ")),
    Shape("footnotes without a mark", numbered("[^n#]: b\n\n")),
    Shape("footnotes that cite", numbered("“to keep”[^n#]\n\n[^n#]: [@h]\n\n")),
    Shape("definitions of links", numbered("[n#]: https://example.org/#\n")),
    Shape("links to definitions", numbered("[n#]\n\n[n#]: https://example.org/#\n\n")),
    Shape("boxes with ids", numbered("::: {.note #n#}\na\n:::\n\n")),
    Shape("marks to boxes", numbered("> [a](#n#) [@o]\n\n")),
    Shape("boxes and marks", numbered("::: {.note #n#}\na\n:::\n\n> [a](#n#) [@o]\n\n")),
    Shape("abbreviations", numbered("*[AB#]: a\n", before="AB1 AB2\n\n")),
    Shape("abbreviations, and their words", numbered("AB#\n\n*[AB#]: a\n\n")),
    Shape("headings, each its own", numbered("# a #\n\n")),
    Shape("headings, all the same", whole("# a\n\n")),
    Shape("links to headings", numbered("# a #\n\n[a](#a-#)\n\n")),
    Shape("keys of no work", numbered("a [@n#].\n")),
    Shape("keys of no work, one group", numbered("@n#", "; ", "[")),
    Shape("a group of many works", lambda size: f"a [{'; '.join(['@o'] * (size // 4 + 1))}].\n"),
    Shape("classes", numbered(".c#", " ", "::: {")),
    Shape("attributes", numbered("k#=v", " ", "::: {.note ")),
    Shape("kinds of boxes", numbered("::: kind#\na\n:::\n\n")),
    Shape("images with descriptions", numbered("![“a#”](b.png) ")),
    Shape("links with titles", numbered('[a](https://example.org "“a#”") ')),
    Shape("quotations of no capture", numbered("“n# to keep” [@o] ")),
    Shape("quotations that are not there", numbered("“n# to keep it” [@h] ")),
    Shape("block quotes that are not there", numbered("> n# to keep it [@h]\n\n")),
    Shape("quotations without a work", numbered("“n# to keep it” ")),
    Shape("images and quotations", numbered("![“a#”](b.png) “b#” [@o] ")),
)

_MIXED = (
    Shape("marks mixed", mixed(*"\"'“”„«»‘’ a.")),
    Shape("delimiters mixed", mixed(*"*_~`[](){}<>!a \\")),
    Shape(
        "citations mixed", mixed("[@o", "[", "]", "@o", ";", "(", ")", "{", "}", "*", "_", "`", " a ", "^")
    ),
    Shape("emphasis mixed", mixed("*", "**", "_", "__", "a", " ", "***")),
    Shape("tags mixed", mixed("<b>", "</b>", "<i>", "</i>", "<q>", "</q>", "<", ">", "a ", "<!--", "-->")),
    Shape(
        "lines mixed",
        mixed("> ", "- ", "1. ", "a\n", "\n", "    ", "::: note\n", ":::\n", "```\n", "# ", "|", ": "),
    ),
    Shape("everything mixed", mixed(*"*_`[]()<>{}!@;:|#-+.\"'“”&\\~^ \n", "a", "@o", ":::", "[^")),
)

_LONG = (
    Shape("a paragraph with citations", whole("The council decided to keep it [@o, p. 3]. ")),
    Shape("a paragraph with citations and no full stop", whole("the council decided to keep it [@o] ")),
    Shape("a paragraph with narrative citations", whole("and @o [p. 3] says that ")),
    Shape("a paragraph with quotations", whole("It decided “to keep one lane open” [@h]. ")),
    Shape("a paragraph with quotations of no capture", whole("It decided “to keep one lane open” [@o]. ")),
    Shape("a paragraph with links", whole("the [council](https://example.org/a) decided ")),
    Shape("a paragraph with code", whole("the `council` decided ")),
    Shape("a paragraph with emphasis", whole("the *council* has **decided** ")),
    Shape("a paragraph with footnotes", whole("the council[^a] decided ", behind="\n\n[^a]: [@o]\n")),
    Shape("a paragraph with breaks", whole("the council  \ndecided\\\nto ")),
    Shape("a paragraph with spans", whole("the [council]{.own} decided ")),
    Shape("a paragraph with tags", whole("the <b>council</b> decided<br> ")),
    Shape("a paragraph with images", whole("the ![council](a.png) decided ")),
    Shape("a paragraph with addresses", whole("the <https://example.org> decided ")),
    Shape("one word", whole("a")),
    Shape("one line of words", whole("the council decided ")),
    Shape("one line of sentences", whole(f"{WORDS} ")),
    Shape("sentences without capitals", whole("the council decided. ")),
    Shape("many paragraphs", whole("The council decided [@o].\n\n")),
    Shape("many quotes", whole("> keep one lane [@h]\n\n")),
    Shape("one long quote", whole("keep one lane ", "> ", "[@o]")),
    Shape("one quote of many paragraphs", whole("> keep one lane\n>\n", behind="> [@o]")),
    Shape("one quote of many lines", whole("> keep one lane\n", behind="> [@o]")),
    Shape("one quote of many links", whole("[keep](#a) ", "> ", "[@o]")),
    Shape("one quote of many refusals", whole("~~keep~~ ", "> ", "[@o]")),
    Shape("one quote of many tags", whole("<b>keep ", "> ", "[@o]")),
    Shape("one quote of many citations", whole("keep [@o] ", "> ")),
    Shape("one quote of narrative citations", whole("keep @o ", "> ", "[@o]")),
    Shape("quotation over many paragraphs", whole("“keep one lane\n\n", behind="it” [@o]")),
    Shape("quotations before one citation", whole("“to keep” ", behind="[@h].")),
    Shape("quotations behind one citation", whole("“to keep” ", "[@h] ")),
    Shape("quotations between two", whole("“to keep” ", "@h says ", "@o.")),
    Shape("single quotations before one citation", whole("‘to keep’ ", behind="[@h].")),
    Shape("words before one citation", whole("to keep, ", behind="[@h].")),
    Shape("list items that cite", whole("- the council [@o]\n")),
    Shape("list items with paragraphs", whole("- the council\n\n  decided [@o]\n\n")),
    Shape("list of quotations", whole("- “to keep one lane” [@h]\n")),
    Shape("list behind a citation", whole("- “to keep one lane”\n", "@h says:\n\n")),
    Shape("cells that cite", whole("| a | [@o] |\n", "| a | b |\n|---|---|\n")),
    Shape("one row of many cells", lambda size: "|" + "a|" * (size // 4) + "\n|" + "-|" * (size // 4) + "\n"),
    Shape("a table with a wide head and short rows", lambda size: _short_rows(size // 7)),
    Shape("tables with wide heads and short rows", lambda size: (_short_rows(60) + "\n") * (size // 420)),
    Shape("a table that is wide and long", lambda size: _table(int((size / 4) ** 0.5))),
    Shape(
        "a wide head and short rows",
        lambda size: "|a" * (size // 8) + "|\n" + "|-" * (size // 8) + "|\n" + "|b|\n" * (size // 8),
    ),
    Shape("cells with escaped pipes", whole("\\|", "| a", " |\n|---|")),
    Shape("definitions that cite", whole("term\n\n: meaning [@o]\n\n")),
    Shape("one term of many meanings", whole(": meaning [@o]\n\n", "term\n\n")),
    Shape("a box of many paragraphs", whole("a [@o]\n\n", "::: note\n", ":::")),
    Shape(
        "a correction of many passages",
        whole("> to keep [@h]\n\n", "::: correction\n", "It is not so [@o].\n:::"),
    ),
    Shape("corrections", whole("::: correction\n> to keep [@h]\n\nIt is not so [@o].\n:::\n\n")),
    Shape("translations", whole("> to keep [@h]\n\n::: translation\nzu halten\n:::\n\n")),
    Shape("boxes that include a file", whole("::: {.context include=c}\n:::\n\n")),
    Shape("code without an end", whole("a b c\n", "```\n")),
    Shape("code that is indented", whole("    a b c\n", "a\n\n")),
    Shape("a comment without an end", whole("a b c\n", "<!--\n")),
    Shape("a box without an end", whole("a b c\n\n", "::: note\n")),
    Shape("a long address", whole("a", "[b](https://example.org/", ")")),
    Shape("a long title", whole("“a” ", '[b](https://example.org/ "', '")')),
    Shape("a long label", whole("a", "[^", "]")),
    Shape("a long key", whole("a", "[@", "]")),
    Shape("a long key in braces", whole("a", "[@{", "}]")),
    Shape("a long attribute", whole("a", "[b]{x=", "}")),
    Shape("a long tag", whole("a ", "<b ", ">")),
    Shape("a long comment", whole("a ", "<!-- ", " -->")),
    Shape("a long entity", whole("a", "&", ";")),
    Shape("a long code span", whole("a ", "`", "`")),
    Shape("a long heading", whole("a ", "# ")),
    Shape("a heading and marks", whole("# ", "# a ")),
    Shape("a long locator", whole("3, ", "[@o, p. ", "]")),
    Shape("a locator of many numbers", whole("3-4 ", "[@o, p. ", "]")),
    Shape("a locator of letters", whole("i", "[@o, p. ", "]")),
    Shape("a long prefix", whole("a ", "[", " @o]")),
    Shape("a long prefix of stars", whole("*a ", "[", " @o]")),
    Shape("a long suffix", whole("a ", "[@o, ", "]")),
    Shape("a suffix of quotations", whole("“a” ", "[@o, ", "]")),
    Shape("a suffix of links", whole("[a](b) ", "[@o, ", "]")),
    Shape("a bare address with handles", whole("/@a", "https://example.org")),
    Shape("lines of spaces", whole(" \n", "a\n", "b")),
    Shape("a line that ends in spaces", whole(" ", "a", "b")),
    Shape("no-break spaces between words", whole("\xa0", "a", "b")),
    Shape("no-break spaces", whole("\xa0\n", "a\n\n", "b")),
    Shape("control characters", whole("\x01")),
    Shape("turning characters", whole("\u202ea ", "> ", "[@o]")),
)


def _short_rows(side: int) -> str:
    return "|a" * side + "\n" + "|-" * side + "\n" + "|a\n" * side


def _table(side: int) -> str:
    row = "|a" * side + "|\n"
    return row + "|-" * side + "|\n" + row * side


_CAPTURES = (
    Shape("many omissions, each found", whole("the […] ", "> ", "[@h]"), capture=whole("the ")),
    Shape("many omissions, words in order", whole("a […] ", "> ", "[@h]"), capture=whole("a b ")),
    Shape(
        "many omissions, words not in order", numbered("w# […] ", before="> b […] "), capture=numbered("w# ")
    ),
    Shape("omissions and one that is missing", whole("the […] ", "> ", "that [@h]"), capture=whole("the ")),
    Shape("omissions written as dots", whole("the … ", "> ", "[@h]"), capture=whole("the ")),
    Shape("omissions in brackets and not", whole("the [...] a … ", "> ", "[@h]"), capture=whole("the a ")),
    Shape("brackets in a quotation", whole("the [b] ", "> ", "[@h]"), capture=whole("the ")),
    Shape("brackets of letters in a quotation", whole("[t]he ", "> ", "[@h]"), capture=whole("the ")),
    Shape("one long quotation, found", whole("the council ", "> ", "[@h]"), capture=whole("the council ")),
    Shape(
        "one long quotation, not found", whole("the council ", "> ", "it [@h]"), capture=whole("the council ")
    ),
    Shape("one letter of one letter", whole("a", "> ", " [@h]"), capture=whole("a")),
    Shape("one letter, not found", whole("a", "> ", "b [@h]"), capture=whole("a")),
    Shape("many quotes of a large capture", whole("> keep one lane [@h]\n\n"), capture=whole(f"{WORDS} ")),
    Shape("many quotes, all different", numbered("> w# w# [@h]\n\n"), capture=numbered("w# w# ")),
    Shape("many quotes, none there", numbered("> w# wx [@h]\n\n"), capture=numbered("w# w# ")),
    Shape(
        "many quotes, none there, one text",
        whole("> keep the lane open [@h]\n\n"),
        capture=whole(f"{WORDS} "),
    ),
    Shape(
        "many passages of corrections",
        whole("::: correction\n> keep one lane [@h]\n\nNot so.\n:::\n\n"),
        capture=whole(f"{WORDS} "),
    ),
    Shape(
        "many occurrences chosen",
        numbered("“[keep one lane]{occurrence=#}” [@h]\n\n"),
        capture=whole(f"{WORDS} "),
    ),
    Shape(
        "hyphens at line ends",
        whole("> keep one lane [@h]\n\n"),
        capture=whole("the coun-\ncil keep one la-\nne "),
    ),
    Shape("hyphens and spaces", whole("- ", "> a ", "a [@h]"), capture=whole("- -\n", "a ", "a")),
    Shape(
        "a near miss in a large capture",
        lambda size: "> keep one lane opened on every day [@h]\n",
        capture=whole(f"{WORDS} "),
    ),
    Shape("a near miss in one long word", lambda size: "> " + "ab" * 40 + "c [@h]\n", capture=whole("ab")),
    Shape("stops and marks", whole('keep." ', "> ", "[@h]"), capture=whole('keep". ')),
    Shape("marks and stops, not found", whole("keep.” ", "> ", "it [@h]"), capture=whole("keep”. ")),
    Shape("points on letters", whole("e\u0301\u0323", "> ", " [@h]"), capture=whole("e\u0301\u0323")),
    Shape("Han without spaces", whole("中文", "> ", " [@h]"), capture=whole("中文")),
    Shape("Hangul", whole("한국 ", "> ", " [@h]"), capture=whole("한국\n")),
    Shape("numbers", whole("1 ", "> ", " [@h]"), capture=whole("1 ")),
    Shape("numbers with signs", whole("1,000.5 % ", "> ", " [@h]"), capture=whole("1,000.5 % ")),
    Shape("negations", whole("not no never ", "> ", " [@h]"), capture=whole("not no never ")),
    Shape("omissions and negations", whole("the […] ", "> ", "[@h]"), capture=whole("the not a ")),
    Shape("a capture that is one run of dots", lambda size: "> keep […] one [@h]\n", capture=whole(".")),
    Shape(
        "a capture of one sentence",
        lambda size: "> keep one lane [@h]\n",
        capture=whole("the council ", "", "keep one lane"),
    ),
    Shape("a capture without sentences", whole("> keep [@h]\n\n"), capture=whole("the council keep ")),
    Shape("a capture of hyphens", lambda size: "> a-b [@h]\n", capture=whole("-\n")),
    Shape("a capture of marks", lambda size: "> “a” [@h]\n", capture=whole("“a” ")),
    Shape("a capture of spaces", lambda size: "> a b [@h]\n", capture=whole(" ")),
)

_FRONT = (
    Shape("a long title in front matter", front=lambda size: f'description: "{"“a” " * (size // 4)}"\n'),
    Shape("tags", front=lambda size: f"tags: [{', '.join(f't{n}' for n in range(size // 6))}]\n"),
    Shape("tags, all the same", front=lambda size: f"tags: [{', '.join(['t'] * (size // 3))}]\n"),
    Shape("authors", front=lambda size: f"authors: [{', '.join(f'A{n} B' for n in range(size // 8))}]\n"),
    Shape(
        "errata",
        front=lambda size: (
            "errata:\n"
            + "  - date: 2026-02-01\n    kind: correction\n    was: “a”\n    now: “b”\n" * (size // 70)
        ),
    ),
    Shape("works of about", front=lambda size: f"about: [{', '.join(['o'] * (size // 3))}]\n"),
    Shape("unknown fields", front=lambda size: "".join(f"f{n}: a\n" for n in range(size // 7))),
    Shape("the same field", front=lambda size: "tags: [a]\n" * (size // 10)),
    Shape("sequences nested in YAML", front=lambda size: f"tags: {'[' * (size // 2)}{']' * (size // 2)}\n"),
    Shape("sequences open in YAML", front=lambda size: f"tags: {'[' * size}\n"),
    Shape("mappings nested in YAML", front=lambda size: f"tags: {'{a: ' * (size // 5)}{'}' * (size // 5)}\n"),
    Shape(
        "mappings further and further in",
        front=lambda size: "tags:\n" + stairs(" ", "a:")(size).replace("a:", " a:"),
    ),
    Shape("dashes nested in YAML", front=lambda size: f"tags:\n  {'- ' * (size // 2)}a\n"),
    Shape(
        "aliases of aliases",
        front=lambda size: (
            "tags: &a0 [a, a]\n"
            + "".join(f"x{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, size // 20))
        ),
    ),
    Shape("aliases of one anchor", front=lambda size: f"tags: [&a b{', *a' * (size // 4)}]\n"),
    Shape("an alias of itself", front=lambda size: f"tags: &a [*a{', b' * (size // 3)}]\n"),
    Shape("anchors", front=lambda size: f"tags: [{', '.join(f'&a{n} b{n}' for n in range(size // 8))}]\n"),
    Shape(
        "merge keys",
        front=lambda size: "x: &a {b: c}\n" + "".join(f"y{n}: {{<<: *a}}\n" for n in range(size // 12)),
    ),
    Shape("a long scalar", front=lambda size: f"description: {'a ' * (size // 2)}\n"),
    Shape("a long quoted scalar", front=lambda size: f'description: "{"a " * (size // 2)}"\n'),
    Shape("a folded scalar of many lines", front=lambda size: "description: >\n" + "  a\n" * (size // 4)),
    Shape(
        "escapes in a scalar",
        front=lambda size: f'description: "{chr(92) + "n":s}{(chr(92) + "n") * (size // 2)}"\n',
    ),
    Shape("comments in YAML", front=lambda size: "# a\n" * (size // 4)),
    Shape("complex keys", front=lambda size: "? a\n" * (size // 4)),
    Shape("a very long number", front=lambda size: f"version: {'1' * size}\n"),
    Shape("a number in base sixty", front=lambda size: f"version: {'1:' * (size // 2)}1\n"),
)

_CONTEXTS = (
    Shape(
        "a long context box, included often",
        lambda size: "::: {.context include=c}\n:::\n\n" * int(size**0.5),
        context=lambda size: "a [@o].\n\n" * int(size**0.5 / 8),
    ),
    Shape(
        "a context box of quotations",
        lambda size: "::: {.context include=c}\n:::\n",
        context=whole("“to keep” [@h] "),
    ),
    Shape(
        "included by a context box",
        lambda size: "::: {.context include=c}\n:::\n",
        context=whole("::: {.context include=c}\n:::\n\n"),
    ),
)

SHAPES = (
    *_RUNS,
    *_SPACED_RUNS,
    *_NESTED,
    *_DEEP,
    *_STAIRS,
    *_DIFFERENT,
    *_MIXED,
    *_LONG,
    *_CAPTURES,
    *_FRONT,
    *_CONTEXTS,
)

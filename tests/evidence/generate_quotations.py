"""Quotations with every node of the tree inside, nested by chance, each with the passage it is quoted from.

The passage is made beside the Markdown and by no code of ours: it has the words that stand on the page. Where
a node shows other words than are written (struck, folded away, turned around), the passage has one of the
readings that a careless program might look up. So whoever lets such a quotation pass shows words that the
passage lacks.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

WORK = "made2025"
OTHER = "other2025"
_CITE = f"[@{WORK}, emphasis ours]"

_WORDS = (
    "bridge council harbour winter people lantern river market captain orchard silver letter morning garden "
    "engine library weather village shadow window Brücke Straße größer élève naïve coöperate мост совет 橋 "
    "market-day o’clock U.S. 1,200 2025 5–10 3.5 17th €20 50% x²"
).split()
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qi ro su ta ve wi xo zu".split()
_TAGS = "em strong b i u small cite abbr code kbd span mark".split()
_OTHER_TAGS = "ins q dfn var samp time bdi tt".split()
_ENTITIES = {"&amp;": "&", "&ouml;": "ö", "&#x444;": "ф", "&mdash;": "—", "&nbsp;": "\u00a0", "&lt;": "<"}
_ESCAPES = {r"\*": "*", r"\_": "_", r"\#": "#", r"\@x": "@x", r"\~": "~", r"\`": "`", r"\|": "|"}
_INVISIBLE = ("\u00ad", "\u200b", "\u00a0", "\u2009", "\u2060")


@dataclass(frozen=True, slots=True)
class Piece:
    """Markdown, and the words of it that stand in the passage."""

    written: str
    read: str


@dataclass(frozen=True, slots=True)
class Made:
    """One quotation in its place, what stands below, the passage it is from, and what is inside, by name."""

    slug: str
    text: str
    below: tuple[str, ...]
    passage: str
    nodes: frozenset[str]


def quotations(number: int, seed: int = 11) -> Iterator[Made]:
    """`number` quotations, the same for the same seed."""
    for index in range(number):
        yield _Maker(Random(f"{seed}-{index}"), index).quotation()


def together(made: Iterable[Made]) -> str:
    """The text of a brief that holds these quotations."""
    made = tuple(made)
    below = dict.fromkeys(part for one in made for part in one.below)
    return "\n\n<!-- -->\n\n".join((*(one.text for one in made), *below))


@dataclass(slots=True)
class _Maker:
    random: Random
    index: int
    is_block: bool = True
    one_line: bool = False
    nodes: set[str] = field(default_factory=set)
    in_link: bool = False
    below: list[str] = field(default_factory=list)
    """What stands below the quotation: footnotes, and boxes that links lead to."""

    # ------------------------------------------------------------------------------ the quotation

    def quotation(self) -> Made:
        ways = (*_BLOCK_PLACES, *_INLINE_PLACES)
        place = self.random.choice(ways)
        self.nodes.add(place.__name__.strip("_"))
        if place in _BLOCK_PLACES:
            quoted = self._blocks()
            text = place(self, _quoted(self._cited(quoted.written)))
        else:
            self.is_block, self.one_line = False, place in _LINES
            quoted = self._line(2)
            text = place(self, self.random.choice(("“{}”", '"{}"', "„{}“", "«{}»")).format(quoted.written))
        passage = " ".join(quoted.read.split(" "))
        slug = f"made-{self.index:05d}"
        return Made(slug, text, tuple(self.below), passage, frozenset(self.nodes))

    def _cited(self, written: str) -> str:
        cite = _CITE
        match self.random.randrange(4):
            case 0:
                return f"{written}\n\n{cite}"
            case 1:
                self.nodes.add("attribution")
                return f"{written}\n\n— Author Made, *Title* {cite}"
            case _ if self._ends_in_text:
                return f"{written} {cite}"
            case _:
                return f"{written}\n\n{cite}"

    _ends_in_text: bool = False

    def _blocks(self) -> Piece:
        blocks = [self._block(2) for _ in range(self.random.choice((1, 1, 2, 3)))]
        blocks.insert(0, Piece(f"{self._name()} {self._word()} {self._word()}.", ""))
        blocks[0] = Piece(blocks[0].written, blocks[0].written)
        return Piece("\n\n".join(b.written for b in blocks), _joined(b.read for b in blocks))

    def _block(self, depth: int) -> Piece:
        kinds: list[Callable[[_Maker, int], Piece]] = [_paragraph] * 4
        kinds += _BLOCKS if depth else [_paragraph]
        kinds += _REFUSED_BLOCKS if depth and self.random.random() < 0.35 else []
        kind = self.random.choice(kinds)
        self.nodes.add(kind.__name__.strip("_"))
        self._ends_in_text = kind is _paragraph
        return kind(self, depth - 1)

    # ------------------------------------------------------------------------------------- words

    def _word(self) -> str:
        return self.random.choice(_WORDS)

    def _name(self) -> str:
        """A name that only this quotation has."""
        digits, number = [], self.index
        for _ in range(4):
            digits.append(_SYLLABLES[number % 20])
            number //= 20
        return "".join(digits).capitalize()

    def _line(self, depth: int) -> Piece:
        """Some inline nodes between words; the first of them is the name of the quotation."""
        pieces = [Piece(name := self._name(), name)]
        for _ in range(self.random.randint(2, 4)):
            pieces += [self._inline(depth), *(Piece(w, w) for w in [self._word()])]
        return Piece(" ".join(p.written for p in pieces), _joined(p.read for p in pieces))

    def _inline(self, depth: int) -> Piece:
        kinds: list[Callable[[_Maker, int], Piece]] = [_plain, _plain, *_LEAVES]
        kinds += _WRAPPERS * 2 if depth else []
        kinds += _REFUSED if self.random.random() < 0.12 else []
        kind = self.random.choice(kinds)
        self.nodes.add(kind.__name__.strip("_"))
        return kind(self, depth - 1)

    def _inside(self, depth: int) -> Piece:
        return self._inline(depth) if depth > 0 else _plain(self, 0)


def _joined(texts: Iterator[str]) -> str:
    return " ".join(text for text in texts if text)


def _for_cell(written: str) -> str:
    return written.replace("\\|", "|").replace("|", "\\|")


def _quoted(written: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in written.split("\n"))


def _hung(marker: str, text: str) -> str:
    lines = text.split("\n")
    return marker + "\n".join([lines[0], *(" " * len(marker) + line if line else "" for line in lines[1:])])


# ----------------------------------------------------------------------- what the list allows: inline


def _plain(maker: _Maker, _: int) -> Piece:
    words = " ".join(maker._word() for _ in range(maker.random.randint(1, 3)))
    return Piece(words, words)


def _around(name: str, opening: str, closing: str) -> Callable[[_Maker, int], Piece]:
    def wrapper(maker: _Maker, depth: int) -> Piece:
        inside = maker._inside(depth)
        return Piece(opening + inside.written + closing, inside.read)

    wrapper.__name__ = name
    return wrapper


def _tag(maker: _Maker, depth: int) -> Piece:
    tag, inside = maker.random.choice(_TAGS), maker._inside(depth)
    maker.nodes.add(f"<{tag}>")
    return Piece(f"<{tag}>{inside.written}</{tag}>", inside.read)


def _link(maker: _Maker, depth: int) -> Piece:
    """Out of the page, or to a box of it that these words are marked for; no link stands in another."""
    if maker.in_link:
        return _plain(maker, depth)
    maker.in_link = True
    inside = maker._inside(depth)
    maker.in_link = False
    target = maker.random.choice(("https://example.org/a_(b)", 'https://example.org "not this"', "#place"))
    if target == "#place":
        target = f"#place-{maker.index}"
        box = f"::: {{.note {target}}}\nOf these words.\n:::"
        maker.below += [box] * (box not in maker.below)
    return Piece(f"[{inside.written}]({target})", inside.read)


def _nested_marks(maker: _Maker, depth: int) -> Piece:
    opening, closing = maker.random.choice(("“”", "„“", "«»") if maker.is_block else ("‘’", "‚‘"))
    inside = _plain(maker, depth)
    return Piece(opening + inside.written + closing, opening + inside.read + closing)


def _span_own(maker: _Maker, depth: int) -> Piece:
    """Not in a link, where the format has no spans."""
    inside = maker._inside(depth)
    return inside if maker.in_link else Piece(f"[{inside.written}]{{.own}}", inside.read)


_WRAPPERS = [
    *(_around("emphasis", "*", "*"), _around("emphasis_", "_", "_"), _around("strong", "**", "**")),
    *(_around("both", "***", "***"), _span_own, _link, _tag, _nested_marks),
]


def _code(maker: _Maker, _: int) -> Piece:
    words = maker.random.choice(("a_b", "x * y", "<b>", "one two"))
    return Piece(f"`{words}`", words)


def _raised(maker: _Maker, _: int) -> Piece:
    written, read = maker.random.choice(
        (
            ("10<sup>5</sup>", "10⁵"),
            ("H<sub>2</sub>O", "H₂O"),
            ("m<sup>-1</sup>", "m⁻¹"),
            ("x<sub>10</sub>", "x₁₀"),
        )
    )
    return Piece(written, read)


def _hard_break(maker: _Maker, _: int) -> Piece:
    if maker.one_line:
        return Piece("one<br>two", "one two")
    return Piece("one" + maker.random.choice(("  \n", "\\\n", "<br>", "<br>\n")) + "two", "one two")


def _soft_break(maker: _Maker, _: int) -> Piece:
    return Piece("one two" if maker.one_line else "one\ntwo", "one two")


def _word_break(maker: _Maker, _: int) -> Piece:
    return Piece("motor<wbr>way", "motorway")


def _entity(maker: _Maker, _: int) -> Piece:
    written = maker.random.choice(list(_ENTITIES))
    return Piece(f"one{written}two", f"one{_ENTITIES[written]}two")


def _escape(maker: _Maker, _: int) -> Piece:
    written = maker.random.choice(list(_ESCAPES))
    return Piece(f"{written} two", f"{_ESCAPES[written]} two")


def _invisible(maker: _Maker, _: int) -> Piece:
    text = f"motor{maker.random.choice(_INVISIBLE)}way"
    return Piece(text, text)


def _note_mark(maker: _Maker, _: int) -> Piece:
    if maker.in_link:
        return _plain(maker, 0)
    label = f"n{maker.index}-{len(maker.below)}"
    maker.below.append(f"[^{label}]: Of this word.")
    return Piece(f"word[^{label}]", "word")


def _abbreviation(maker: _Maker, _: int) -> Piece:
    definition = "*[WHO]: World Health Organization"
    if definition not in maker.below:
        maker.below.append(definition)
    return Piece("the WHO said", "the WHO said")


def _comment(maker: _Maker, _: int) -> Piece:
    return Piece("one <!-- not --> two", "one two")


_LEAVES = [_code, _raised, _hard_break, _soft_break, _word_break, _entity, _escape, _invisible, _note_mark]
_LEAVES += [_abbreviation]


# --------------------------------------------------------------------------- what may lie: inline


def _lie(name: str, written: str, *readings: str) -> Callable[[_Maker, int], Piece]:
    def leaf(maker: _Maker, _: int) -> Piece:
        return Piece(written, maker.random.choice(readings))

    leaf.__name__ = name
    return leaf


def _other_tag(maker: _Maker, depth: int) -> Piece:
    tag, inside = maker.random.choice(_OTHER_TAGS), maker._inside(depth)
    maker.nodes.add(f"<{tag}>")
    return Piece(f"<{tag}>{inside.written}</{tag}>", inside.read)


_REFUSED = [
    *(
        _lie("struck", f"did {left}not{right} agree", "did agree", "did not agree")
        for left, right in (("~~", "~~"), ("<s>", "</s>"), ("<del>", "</del>"))
    ),
    _lie("rp", "did <rp>not</rp> agree", "did not agree"),
    _lie("rt", "did <rt>not</rt> agree", "did not agree", "did agree"),
    _lie(
        "ruby",
        "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> sign",
        "漢(kan) sign",
        "漢 sign",
        "漢kan sign",
    ),
    _lie("bdo", 'to <bdo dir="rtl">105</bdo> pages', "to 105 pages"),
    _lie("dir", 'to <span dir="rtl">5–10</span> pages', "to 5–10 pages"),
    _lie("embedded", "to \u202b5–10\u202c pages", "to 5–10 pages"),
    _lie("right_to_left_mark", "to \u200f5–10\u200f pages", "to 5–10 pages"),
    _lie("override", "to \u202e105\u202c pages", "to 105 pages"),
    _lie("details", "did <details>not</details> agree", "did not agree", "did agree"),
    _lie(
        "summary", "did <details><summary>see</summary>not</details> agree", "did see not agree", "did agree"
    ),
    _lie("image", "did ![not](https://example.org/x.png) agree", "did not agree", "did agree"),
    _lie("narrative", f"did @{OTHER} agree", "did agree", "did Author agree"),
    _lie("narrative_page", f"did @{OTHER} [p. 3] agree", "did agree"),
    _lie("cited_inside", f"did [@{OTHER}] agree", "did agree"),
    _lie("raised_word", "did <sup>not</sup> agree", "did agree"),
    _lie("list_item_tag", "did <li value=7>agree</li>", "did agree"),
    _lie("heading_tag", "did <h3>agree</h3>", "did agree"),
    _lie("line_tag", "did <hr> agree", "did agree"),
    _lie("stray_end", "did </span> agree", "did agree"),
    _lie("own_quoted", 'did ["not"]{.own} agree', 'did "not" agree', "did agree"),
    *(_other_tag, _comment),
]


# ------------------------------------------------------------------------------------------ blocks


def _paragraph(maker: _Maker, depth: int) -> Piece:
    return maker._line(2)


def _list(maker: _Maker, depth: int) -> Piece:
    marker = maker.random.choice(("- ", "* ", "1. "))
    items = [maker._block(depth) for _ in range(maker.random.randint(1, 3))]
    between = maker.random.choice(("\n", "\n\n"))
    return Piece(between.join(_hung(marker, i.written) for i in items), _joined(i.read for i in items))


def _table(maker: _Maker, _: int) -> Piece:
    before, maker.one_line = maker.one_line, True
    rows = [[maker._line(1) for _ in range(2)] for _ in range(maker.random.randint(2, 3))]
    maker.one_line = before
    lines = ["| " + " | ".join(_for_cell(c.written) for c in row) + " |" for row in rows]
    lines.insert(1, "| --- | --- |")
    return Piece("\n".join(lines), _joined(c.read for row in rows for c in row))


def _fence(maker: _Maker, _: int) -> Piece:
    words = f"{maker._word()} *{maker._word()}* <b>"
    return Piece(f"```text\n{words}\n```", words)


def _quote(maker: _Maker, depth: int) -> Piece:
    inside = maker._block(depth)
    return Piece(_quoted(inside.written), inside.read)


_BLOCKS = [_list, _table, _fence, _quote]


def _block_lie(name: str, written: str, *readings: str) -> Callable[[_Maker, int], Piece]:
    def block(maker: _Maker, _: int) -> Piece:
        return Piece(written.replace("#", str(maker.index)), maker.random.choice(readings))

    block.__name__ = name
    return block


def _footnote_inside(maker: _Maker, _: int) -> Piece:
    """Defined between the quoted words, and shown elsewhere."""
    label = f"i{maker.index}-{len(maker.below)}"
    maker.below.append(f"See.[^{label}]")
    return Piece(f"[^{label}]: The mayor", "")


_REFUSED_BLOCKS = [
    _block_lie("tasks", "- [ ] one\n- [x] two", "one two"),
    _block_lie("from_seven", "7. one\n8. two", "one two"),
    _block_lie("definition", "The mayor\n: is a thief", "", "The mayor is a thief"),
    _block_lie("heading", "\u0023## The mayor".replace("#", "\u0023"), "", "The mayor"),
    _block_lie("underlined", "The mayor\n---", "", "The mayor"),
    _block_lie("line", "* * *", ""),
    _block_lie("box", "::: note\nThe mayor\n:::", "", "The mayor"),
    _block_lie("titled_box", '::: {.note title="The mayor"}\nis a thief\n:::', "is a thief", ""),
    _block_lie("headed_box", "::: note\n\u0023### The mayor\n\nis a thief\n:::", "is a thief", ""),
    _block_lie("translation", "::: translation\nThe mayor\n:::", "", "The mayor"),
    _block_lie("html_block", "<div>The mayor</div>", "", "The mayor"),
    _block_lie("html_list", "<ol start=7><li>The mayor</li></ol>", "", "The mayor"),
    _block_lie(
        "details_block", "<details>\n<summary>See</summary>\n\nThe mayor\n\n</details>", "The mayor", ""
    ),
    _block_lie("picture", "![The mayor](https://example.org/x.png)", "", "The mayor"),
    _footnote_inside,
    _block_lie("short_form", "*[WMO]: The mayor", ""),
    _block_lie("comment_block", "<!-- The mayor -->", "", "The mayor"),
    _block_lie("dialogue", "– The mayor is a thief, and I saw him steal the money.", ""),
    _block_lie("signed", "— The mayor", ""),
    _block_lie("code_block", "    The mayor\n    is", "The mayor is"),
]


# -------------------------------------------------------------------------- where a quotation stands


def _alone(maker: _Maker, quote: str) -> str:
    return f"It says:\n\n{quote}"


def _in_list(maker: _Maker, quote: str) -> str:
    return "- It says:\n\n" + _hung("  ", quote)


def _in_box(maker: _Maker, quote: str) -> str:
    return f"::::: note\n{quote}\n:::::"


def _in_footnote(maker: _Maker, quote: str) -> str:
    return f"See there.[^f{maker.index}]\n\n" + _hung(f"[^f{maker.index}]: ", f"It says:\n\n{quote}").replace(
        "\n" + " " * (len(str(maker.index)) + 6), "\n    "
    )


def _in_definition(maker: _Maker, quote: str) -> str:
    return "The paper\n\n" + _hung(": ", f"says:\n\n{quote}")


_BLOCK_PLACES = (_alone, _alone, _alone, _in_list, _in_box, _in_footnote, _in_definition)


def _in_sentence(maker: _Maker, words: str) -> str:
    return f"The paper says {words} {_CITE}."


def _after_names(maker: _Maker, words: str) -> str:
    return f"@{WORK} [emphasis ours] says: {words}."


def _in_item(maker: _Maker, words: str) -> str:
    return _hung("- ", f"The paper says {words} {_CITE}.")


def _in_cell(maker: _Maker, words: str) -> str:
    return f"| Paper | Year |\n| --- | --- |\n| {_for_cell(words)} {_CITE} | 2025 |"


def _in_note(maker: _Maker, words: str) -> str:
    return f"See there.[^g{maker.index}]\n\n" + _hung(f"[^g{maker.index}]: ", f"It says {words} {_CITE}.")


_LINES = (_in_cell,)
_INLINE_PLACES = (_in_sentence, _in_sentence, _in_sentence, _after_names, _in_item, _in_note, *_LINES)

ALLOWED = frozenset(
    "alone in_list in_box in_footnote in_definition in_sentence after_names in_item in_cell in_note "
    "attribution paragraph list table fence quote plain emphasis emphasis_ strong both link span_own "
    "tag nested_marks code raised hard_break soft_break word_break entity escape invisible note_mark "
    "abbreviation".split()
) | {f"<{tag}>" for tag in _TAGS}
"""The names of what a quotation may hold: with nothing else inside it must be found."""

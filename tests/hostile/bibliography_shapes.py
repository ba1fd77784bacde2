"""Shapes of bibliographies that cost more than their size where a reader goes back, copies or searches anew.

Each is a function from a number to a text whose size grows with it; `tests/hostile/test_bibliography.py`
reads them small, and `python -m benchmarks.bibliography_shapes` says what each costs at n and at 4n.
"""

from collections.abc import Callable

Shape = Callable[[int], str]


def _entries(n: int, body: str = "title = {T}", kind: str = "misc") -> str:
    return "".join(f"@{kind}{{k{number}, {body}}}\n" for number in range(n))


def _field(value: str, name: str = "title") -> str:
    return f"@misc{{k, {name} = {value}}}\n"


def _names(piece: str) -> Shape:
    return lambda n: _field("{" + piece * n + "B}", "author")


def _title(piece: str) -> Shape:
    return lambda n: _field("{" + piece * n + "}")


def _ordinary(n: int) -> str:
    return "".join(
        f"@article{{key{number}, author = {{Ek, Ada and Oh, Ben}}, title = {{Rivers}},\n"
        f"  journaltitle = {{Herald}}, date = {{20{number % 100:02}-06-17}}, pages = {{1--2}},\n"
        f"  language = {{german}},\n"
        f"  url = {{https://example.org/{number}}}, volume = {{{number}}}}}\n"
        for number in range(n)
    )


SHAPES: dict[str, Shape] = {
    "ordinary entries": _ordinary,
    # what is never closed, or closes nothing
    "openings": lambda n: "{" * n,
    "closings": lambda n: "}" * n,
    "entries begun": lambda n: "@misc{" * n,
    "entries begun in brackets": lambda n: "@misc(" * n,
    "entries begun, a line each": lambda n: "@misc{\n" * n,
    "entries begun with a key": lambda n: "\n@misc{a, title = {" * n,
    "entries begun with a quotation mark": lambda n: '\n@misc{a, title = "' * n,
    "comments begun": lambda n: "@comment{" * n,
    "comments in comments": lambda n: "@comment{" * n + "}" * n,
    "strings begun": lambda n: "@string{" * n,
    "preambles begun": lambda n: "@preamble{" * n,
    "at signs": lambda n: "@" * n,
    "at signs with words": lambda n: "@misc " * n,
    "at signs with spaces": lambda n: ("@" + " " * 50) * n,
    "one at sign with spaces": lambda n: "@" + " " * n,
    "one type with spaces": lambda n: "@misc" + " " * n,
    "percent signs": lambda n: "%" * n,
    "percent lines": lambda n: "@misc{a,\n" + "%\n" * n + "}",
    "percent lines without end": lambda n: "@misc{a, title" + "%\n" * n,
    "spaces in an entry": lambda n: "@misc{a," + " " * n + "}",
    "a field that opens braces": lambda n: "@misc{a, title = {" + "{" * n,
    "a field that closes them": lambda n: "@misc{a, title = {" + "{" * n + "}" * n + "}}",
    "quotation marks": lambda n: "@misc{a, title = " + '"' * n,
    "joints without values": lambda n: "@misc{a, title = " + "# " * n + "}",
    "joined words": lambda n: "@misc{a, title = " + "jan # " * n + "jan}",
    "joined texts": lambda n: "@misc{a, title = " + '"x" # ' * n + '"x"}',
    "equals signs": lambda n: "@misc{a, " + "= , " * n,
    "commas": lambda n: "@misc{a, " + "," * n + "}",
    "junk in an entry": lambda n: "@misc{a, " + "? " * n + "}",
    "a long key": lambda n: "@misc{" + "k" * n + ", title = {T}}",
    "a long type": lambda n: "@" + "m" * n + "{k, title = {T}}",
    "a long name of a field": lambda n: "@misc{k, " + "t" * n + " = {T}}",
    "hyphens in a type": lambda n: "@" + "m-" * n,
    # many of one thing
    "one key many times": lambda n: "@misc{k, title = {T}}\n" * n,
    "keys that differ in case": lambda n: "".join(
        f"@misc{{{format(number, '016b').translate({48: 'k', 49: 'K'})}, title = {{T}}}}\n"
        for number in range(n)
    ),
    "one field many times": lambda n: "@misc{k, " + "title = {T}, " * n + "}",
    "many fields": lambda n: "@misc{k, " + "".join(f"f{number} = {{T}}, " for number in range(n)) + "}",
    "entries with a broken date": lambda n: _entries(n, "date = {never}"),
    "entries without keys": lambda n: "@misc{, title = {T}}\n" * n,
    "entries with an unknown language": lambda n: _entries(n, "language = {klingonese}"),
    # @strings
    "strings": lambda n: "".join(f'@string{{s{number} = "x"}}\n' for number in range(n)),
    "strings and entries that use them": lambda n: "".join(
        f'@string{{s{number} = "x"}}\n@misc{{k{number}, title = s{number}}}\n' for number in range(n)
    ),
    "strings made of the one before": lambda n: (
        "@string{s0 = {x}}\n"
        + "".join(f"@string{{s{number + 1} = s{number} # {{x}}}}\n" for number in range(n))
    ),
    "strings that double": lambda n: (
        "@string{s0 = {x}}\n"
        + "".join(f"@string{{s{number + 1} = s{number} # s{number}}}\n" for number in range(n))
    ),
    "a string that grows": lambda n: "@string{s = {x}}\n" + "@string{s = s # {xxxxxxxxxx}}\n" * n,
    "a long string used often": lambda n: "@string{s = {" + "x" * 50_000 + "}}\n" + _entries(n, "title = s"),
    "a string used often in a value": lambda n: (
        "@string{s = {" + "x" * 50_000 + "}}\n" + _field(" # ".join(["s"] * n))
    ),
    "strings that name each other": lambda n: "".join(
        f"@string{{s{number} = s{(number + 1) % n}}}\n" for number in range(n)
    ),
    "strings nobody defined": lambda n: "".join(
        f"@misc{{k{number}, title = word{number}}}\n" for number in range(n)
    ),
    "strings nobody defined, in one value": lambda n: _field(
        " # ".join(f"word{number}" for number in range(n))
    ),
    # what is inherited
    "parents nobody wrote": lambda n: "".join(
        f"@misc{{key{number}, crossref = {{parent{number}}}}}\n" for number in range(n)
    ),
    "a line of ancestors": lambda n: "".join(
        f"@misc{{k{number}, title = {{T}}, crossref = {{k{number + 1}}}}}\n" for number in range(n)
    ),
    "a line of ancestors with a field each": lambda n: "".join(
        f"@misc{{k{number}, f{number} = {{T}}, xdata = {{k{number + 1}}}}}\n" for number in range(n)
    ),
    "a circle of ancestors": lambda n: "".join(
        f"@misc{{k{number}, crossref = {{k{(number + 1) % n}}}}}\n" for number in range(n)
    ),
    "an entry with many sources": lambda n: (
        _entries(n) + "@misc{k, xdata = {" + ",".join(f"k{number}" for number in range(n)) + "}}"
    ),
    "many entries with many sources": lambda n: (
        "".join(f"@xdata{{x{number}, f{number} = {{T}}}}\n" for number in range(n))
        + "".join(
            f"@misc{{k{i}, xdata = {{{','.join(f'x{number}' for number in range(n))}}}}}\n" for i in range(n)
        )
    ),
    "a long field that all inherit": lambda n: (
        "@book{b, abstract = {" + "word " * 20_000 + "}}\n" + _entries(n, "crossref = {b}", "inbook")
    ),
    "a line of ancestors in reverse": lambda n: "".join(
        f"@misc{{k{number}, title = {{T}}, crossref = {{k{number - 1}}}}}\n" for number in range(n)
    ),
    # names
    "names": _names("Ek, Ada and "),
    "names without and": _names("A "),
    "names with commas": _names("A, "),
    "names in braces": _names("{a} "),
    "bodies in braces": _names("{Body and Sons} and "),
    "and without names": _names("and "),
    "accents in names": _names(r"{\"O}z and "),
    "small letters in a name": _names("von "),
    "hyphens in a name": _names("A-"),
    "tildes in a name": _names("A~"),
    "spaces in a name": _names(" "),
    "braces in a name": _names("{}"),
    "deep braces in a name": lambda n: _field("{A " + "{" * n + "}" * n + " B}", "author"),
    "backslashes in a name": _names("\\"),
    "extended names": _names("family=Ek, given=Ada and "),
    "a name with equals signs": _names("family="),
    # LaTeX
    "accents": _title(r"\'"),
    "accents with letters": _title(r"\'e"),
    "accents in accents": lambda n: _field("{" + r"\'{" * n + "e" + "}" * n + "}"),
    "formulas": _title("$x$"),
    "dollar signs": _title("$"),
    "dollar signs with groups": _title("${$"),
    "raised": lambda n: _field("{$" + "x^{2}" * n + "$}"),
    "raised in raised": lambda n: _field("{$" + "x^{" * n + "}" * n + "$}"),
    "unknown commands": _title(r"\foo{a}"),
    "unknown commands, all different": lambda n: _field(
        "{" + "".join(f"\\x{'ab'[i % 2] * (i % 30 + 1)}y " for i in range(n)) + "}"
    ),
    "unknown commands in each other": lambda n: _field("{" + r"\foo{" * n + "}" * n + "}"),
    "quotes in each other": lambda n: _field("{" + r"\enquote{" * n + "}" * n + "}"),
    "links": _title(r"\href{a}{b}"),
    "commands with spaces": lambda n: _field("{" + r"\foo" + " " * n + "}"),
    "stars": _title(r"\foo*"),
    "spaces": _title(" "),
    "spaces before a group": lambda n: _field("{" + (r"\'" + " " * 20) * n + "}"),
    "hyphens": _title("-"),
    "backquotes": _title("`"),
    "groups": _title("{}"),
    "special groups": _title(r"{\it a}"),
    "carets": _title("^"),
    "backslashes": _title("\\\\"),
    "combining marks": _title("\u0301"),
    "combining marks of two classes": _title("\u0301\u0316"),
    # fields
    "pages": lambda n: _field("{" + "1-" * n + "}", "pages"),
    "hyphens in pages": lambda n: _field("{" + "-" * n + "}", "pages"),
    "spaces in pages": lambda n: _field("{1" + r"\ " * n + "}", "pages"),
    "a date of slashes": lambda n: _field("{" + "/" * n + "}", "date"),
    "a date of hyphens": lambda n: _field("{" + "--" * n + "}", "date"),
    "a year of digits": lambda n: _field("{" + "1" * n + "}", "year"),
    "a year of spaces": lambda n: _field("{c." + "~" * n + "1}", "year"),
    "a month of numbers": lambda n: _field("{" + "1 " * n + "}, year = 2020", "month"),
    "a day of digits": lambda n: _field("{" + "1" * n + "}, year = 2020, month = jan", "day"),
    "languages": lambda n: _field("{" + "german and " * n + "}", "language"),
    "a language of hyphens": lambda n: _field("{de" + "-aa" * n + "}", "language"),
    "an address": lambda n: _field("{https://" + "a" * n + "}", "url"),
    "addresses": lambda n: _field("{https://a " * 1 + "https://" * n + "}", "url"),
    "an address in a command": lambda n: _field("{" + r"\url{" * n + "}" * n + "}", "url"),
    "a DOI": lambda n: _field("{10." + "1." * n + "/x}", "doi"),
    "a DOI without an end": lambda n: _field("{10." + "1." * n + "}", "doi"),
    "brackets in a title": lambda n: _field("{" + "[" * n + "]" * n + "}"),
    "quotation marks in a title": lambda n: _field("{" + "“" * n + "}"),
    "quotation marks of five kinds": lambda n: _field("{" + "“„«»" * n + "}"),
    "ends of a title": lambda n: _field("{A" + "." * n + "b}"),
    "closed marks at the end": lambda n: _field("{A" + ".)" * n + "b}"),
    "loose ends": lambda n: _field("{A" + ",;: " * n + "b}", "publisher"),
    "an edition": lambda n: _field("{" + "1" * n + "}, kind = {x}", "edition"),
    "a volume of digits": lambda n: (
        f"@article{{k, journal = {{J}}, volume = {{{'1' * n}}}, number = {{{'1' * n}}}}}"
    ),
    "an address as how it was published": lambda n: _field("{" + "https://" * n + " x}", "howpublished"),
}

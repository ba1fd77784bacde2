"""LaTeX is read as the text it prints."""

import pytest

from briefgen.bibliography.latex import read_latex
from briefgen.bibliography.verbatim import verbatim


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\"{U}ber {\"O}zdemir M{\"{u}}ller", "Über Özdemir Müller"),
        (r"\'{\i} \'\i \^{\j} \i", "í íĵ ı"),
        (r"\v{c} \v c \c{c} \k{a} \H{o} \r{a} \u{g} \.{z} \d{h} \={a}", "č č ç ą ő å ğ ż ḥ ā"),
        (r"\L{}\'od\'z, Stra\ss e, {\ss}, \o, \AA ngstr\"om", "Łódź, Straße, ß, ø, Ångström"),
        (r"{\'E}mile {DNA} {{DPRK}}", "Émile DNA DPRK"),
        (r"a \& b, 100\%, C\#, a\_b, \$5, \{x\}", "a & b, 100%, C#, a_b, $5, {x}"),
        ("100% sure", "100% sure"),
        ("pages 1--2, so---so, ``q'' a~b", "pages 1–2, so—so, “q” a b"),
        (r"\textit{a} \emph{b \textbf{c}} {\em d} \mkbibemph{e}", "a b c d e"),
        (r"\enquote{a} \mkbibquote{b} \glqq c\grqq{}", "“a” “b” „c“"),
        (r"\url{https://x.org/a} \href{https://x.org}{X}", "https://x.org/a X (https://x.org)"),
        (r"CO$_2$, m$^{2}$, $\alpha$, $x_i$, 19\textsuperscript{th}", "CO₂, m², α, x_i, 19th"),
        ("$5 and a$b", "5 and ab"),
        ("only $5", "only $5"),
        (r"\S 5 \ldots{} \textendash{} \texteuro", "§5 … – €"),
        (r"line\\break thin\,space soft\-hyphen", "line break thin space softhyphen"),
        (r"\noopsort{1973}1980", "1980"),
        ("Добрый день 한국 日本", "Добрый день 한국 日本"),
        ("decomposed u\u0308", "decomposed ü"),
        (r"a\~{}b", "a~b"),
        ("} stray {braces", "stray braces"),
        ("\\", "\\"),
        ("", ""),
    ],
)
def test_text(latex: str, text: str) -> None:
    read = read_latex(latex)
    assert read.text == text
    assert read.unknown == ()


def test_what_is_not_known_stays() -> None:
    read = read_latex(r"a \foo{b} \bar c \foo \u")
    assert read.text == r"a \foo{b} \bar c \foo \u"
    assert read.unknown == (r"\foo", r"\bar", r"\u")


def test_no_nesting_is_too_deep() -> None:
    assert read_latex("{" * 5000 + "x" + "}" * 5000).text == "x"
    assert "x" in read_latex(r"\textit{" * 5000 + "x").text
    assert read_latex(r"\'" * 5000).text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r"https://x.org/a\_b\%20\#c", "https://x.org/a_b%20#c"),
        (r"\url{https://x.org/a_b~c--d}", "https://x.org/a_b~c--d"),
        (r"https://x.org/{\_}a\~{}b", "https://x.org/_a~b"),
    ],
)
def test_addresses(value: str, text: str) -> None:
    assert verbatim(value) == text

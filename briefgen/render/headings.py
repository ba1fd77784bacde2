"""Headings made of what authors call things: their ids must not be those of the theme."""

from briefgen.model.layout import anchors
from briefgen.render.escape import escape_text


def page_heading(title: str, *attributes: str) -> str:
    """The heading of a whole page, given its text and its attributes as `attr_list` has them."""
    return f"# {unclosed(escape_text(title))}{heading_attributes(title, *attributes)}"


def heading_attributes(text: str, *attributes: str, line: int = 1, identifier: str = "") -> str:
    """The attributes of a heading, given its text as plain text.

    Its id is among them where it has one of its own, or the one made of its words would be the theme's.
    `line` is where it is written.
    """
    made = anchors.of_heading(text)
    told = f"#{anchors.instead_of(made, line)}" if anchors.is_of_theme(made) else ""
    told = f"#{identifier}" if identifier else told
    said = " ".join(part for part in (told, *attributes) if part)
    return f" {{ {said} }}" if said else ""


def unclosed(text: str) -> str:
    """The text of a heading without a ``#`` at its end, which would be taken off."""
    return f"{text[:-1]}&#35;" if text.endswith("#") else text

"""Fragments of references in Markdown."""

from collections.abc import Iterable

from briefgen.model.layout import classes
from briefgen.model.reference import Fragment
from briefgen.render.escape import escape_address, escape_attribute, escape_text


def fragments_markdown(fragments: Iterable[Fragment]) -> str:
    """Formatted fragments as Markdown."""
    return "".join(_fragment(fragment) for fragment in fragments)


def _fragment(fragment: Fragment) -> str:
    text = escape_text(fragment.text)
    if fragment.script:
        text = f"<{fragment.script}>{text}</{fragment.script}>"
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :] if text.strip() else ""
    for wanted, opening, closing in (
        (fragment.emphasised, "<em>", "</em>"),
        (fragment.strong, "<strong>", "</strong>"),
        (fragment.small_caps, f'<span class="{classes.SMALL_CAPS}">', "</span>"),
    ):
        if wanted and text.strip():
            text = f"{lead}{opening}{text.strip()}{closing}{tail}"
    if not fragment.url:
        return text
    told = f"{{ lang={escape_attribute(fragment.lang)} }}" if fragment.lang else ""
    return f"[{text}]({escape_address(fragment.url)}){told}"

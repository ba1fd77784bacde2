"""``["…"]{.own}`` in plain texts, such as titles: there it is no Markdown, and means the same."""

import re

_OWN = re.compile(r"\[([^\[\]]*)\]\{\s*\.own\s*\}")


def without_own(text: str) -> str:
    """The text as readers see it: the words without what declares them the author's own."""
    return _OWN.sub(r"\1", text)


def own_words(text: str) -> tuple[str, ...]:
    """The words that a text declares its author's own, their marks included."""
    return tuple(_OWN.findall(text))

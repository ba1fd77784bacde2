"""What is written as it stands: code, and HTML of an author's."""

import re

from briefgen.directions import OVERRIDES
from briefgen.model.block import CodeBlock
from briefgen.render.escape import escape_html_block

_HTML_BLOCK = re.compile(
    r"<(/?)(blockquote|d[dlt]|details|div|figcaption|figure|li|[ou]l|section|t(?:able|body|[dhr]|foot|head))\b[^<>]*>"
)
_CLASS = re.compile(r"\A\{\s*(?:#\S+\s+)?\.([\w+#-]+).*", re.DOTALL)
"""Attributes as Pandoc has them: the first class is the language."""
_BACKTICKS = re.compile("`+")
_HIDDEN_SPACE = re.compile(r"\t|^ +$", re.MULTILINE)


def open_to_markdown(html: str) -> str:
    """HTML whose elements, where they stay open, are said to hold Markdown, as in CommonMark they do."""
    still_open: list[re.Match[str]] = []
    for tag in _HTML_BLOCK.finditer(html):
        if not tag[1]:
            still_open.append(tag)
        elif still_open and still_open[-1][2] == tag[2]:
            still_open.pop()
    for tag in reversed(still_open):
        html = f'{html[: tag.end() - 1]} markdown="block"{html[tag.end() - 1 :]}'
    return html


def code_block(node: CodeBlock, nested: bool) -> str:
    """A block of code; `nested`: where Python-Markdown reads no HTML blocks.

    What would have its letters read backwards is left out, as everywhere: code is what is copied and run.
    """
    written = node.text.translate(OVERRIDES)
    if not nested and _HIDDEN_SPACE.search(written):
        # Python-Markdown spreads tabs and empties lines of spaces; a reference is left as it is.
        text = escape_html_block(written.rstrip("\n"))
        return f"<pre><code>{text}\n</code></pre>"
    longest = max(map(len, _BACKTICKS.findall(written)), default=0)
    fence = "`" * max(3, longest + 1)
    words = _CLASS.sub(r"\1", node.info).split()
    language = words[0] if words and all(char.isalnum() or char in "+#-_." for char in words[0]) else ""
    text = written.rstrip("\n").expandtabs(4)
    return f"{fence}{language}\n{text}\n{fence}"

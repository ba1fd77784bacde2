"""Syntax of other programs in running text, told by its signs, outside of code, formulas and raw HTML."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Edit, Rule
from briefgen.model.address import slug_of_name
from briefgen.model.block import CodeBlock
from briefgen.model.inline import BracketedSpan, Code, Formula, HtmlInline, Image, Link
from briefgen.parse.check import Check, Seen
from briefgen.text import Span

_HIDDEN = "\0"
_COMMANDS = {
    **dict.fromkeys("ref eqref autoref cref Cref pageref".split(), "link to the place: `[words](#…)`"),
    "citet": "write `@key`",
    "textcite": "write `@key`",
    "label": "give a heading the id: `## Words {#id}`",
    "footnote": "write `^[the note]`",
    "emph": "write `*words*`",
    "textit": "write `*words*`",
    "textbf": "write `**words**`",
    "texttt": "write `` `words` ``",
    "textsc": "write the words",
    "underline": "write `*words*`",
    "chapter": "write `# Words`",
    "section": "write `## Words`",
    "subsection": "write `### Words`",
    "paragraph": "write the words as a paragraph, or a heading",
    "begin": "write Markdown: lists with `-`, tables with `|`, formulas in `$$…$$`",
    "end": "write Markdown: lists with `-`, tables with `|`, formulas in `$$…$$`",
    "url": "write `<https://…>`",
    "href": "write `[words](https://…)`",
    "includegraphics": "write `![what it shows](../images/picture.png)`",
    "caption": "the description of an image is its caption: `![caption](../images/picture.png)`",
    "input": "write what it stands for; a text for several briefs is a context box",
    "include": "write what it stands for; a text for several briefs is a context box",
}
_ALONE = "newpage pagebreak clearpage noindent maketitle tableofcontents bigskip medskip smallskip".split()
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a syntax looks like, and what is said of a match of it: a message, and a way out."""

    rule: Rule
    pattern: re.Pattern[str]
    said: Callable[[re.Match[str]], tuple[str, str]]


def _comment(_: re.Match[str]) -> tuple[str, str]:
    return (
        "a comment of Obsidian would be published here: it is private",
        "take it out, or write `<!-- … -->` in lines of its own, which is not published",
    )


def _wiki(found: re.Match[str]) -> tuple[str, str]:
    target, words = found["target"].strip(), (found["words"] or "").strip()
    if found[0].startswith("!"):
        way = f"![what it shows](../images/{target.replace(' ', '%20')})"
        if not _PICTURE.search(target):
            return "this is how Obsidian embeds a file", "write its text here, or a link to its page"
        return "this is how Obsidian embeds a picture", f"write `{way}`"
    return (
        "this is a link of Obsidian and of wikis",
        f"write `[{words or target}]({slug_of_name(target)}.md)`",
    )


def _command(found: re.Match[str]) -> tuple[str, str]:
    name = found["name"] or found["alone"]
    if found["alone"]:
        return (
            f"`\\{name}` is a command of LaTeX",
            "delete it: a page has no pages, and its contents are made",
        )
    key = re.sub(r"\s*,\s*", "; @", (found["inside"] or "key").strip())
    cites = f"write `[@{key}]`"
    if name.lower().startswith("footcite"):
        cites = f"write `[@{key}]`: citations are footnotes"
    return f"`\\{name}` is a command of LaTeX", _COMMANDS.get(name, cites)


def _dollars(_: re.Match[str]) -> tuple[str, str]:
    return "this is a formula as LaTeX writes it", "write `$…$`, or `$$…$$` for one that is set apart"


def _template(found: re.Match[str]) -> tuple[str, str]:
    what = "a shortcode" if found[0].startswith(("{{<", "{{%")) else "a template"
    return f"this is {what} of another program", "write what it stands for"


def _attributes(found: re.Match[str]) -> tuple[str, str]:
    behind = {")": "a link or an image", "]": "a link or an image", "`": "code", "$": "a formula"}
    what = behind.get(found["before"], "a paragraph")
    way = "take them out; ids stand on headings (`## Words {#id}`) and boxes"
    return f"attributes mean nothing behind {what}, and would be shown", way


def _contents(found: re.Match[str]) -> tuple[str, str]:
    return f"`{found[0].strip()}` would be shown as it is", "delete it: the page has its contents already"


def _block_id(_: re.Match[str]) -> tuple[str, str]:
    way = "delete it; if something leads here, give a heading or a box an id: `## Words {#id}`"
    return "this is the id of a block, as Obsidian writes it", way


def _spaces(found: re.Match[str]) -> tuple[str, str]:
    what = "image" if found[0].startswith("!") else "link"
    start = f"{'!' * (what == 'image')}[{found['label']}]"
    return (
        f"an address ends at its first space, so this is no {what}",
        f"write `{start}(<{found['address'].strip()}>)`",
    )


def _admonition(found: re.Match[str]) -> tuple[str, str]:
    title = f'::: {{.note title="{found["title"]}"}}' if found["title"] else "::: note"
    return "this is a box of Material for MkDocs", f"write `{title}`, the text without its indent, and `:::`"


def _tab(_: re.Match[str]) -> tuple[str, str]:
    return "this is a tab of Material for MkDocs", "write a heading instead, and its text without the indent"


def _fenced(found: re.Match[str]) -> tuple[str, str]:
    return f"`{{{found['name']}}}` is a directive of MyST", _box_for(found["name"])


def _directive(found: re.Match[str]) -> tuple[str, str]:
    return f"`.. {found['name']}::` is a directive of reStructuredText", _box_for(found["name"])


def _box_for(name: str) -> str:
    if name in ("figure", "image"):
        return "write `![what it shows](../images/picture.png)`"
    if name in ("math", "code", "code-block"):
        return "write a formula as `$$…$$`, code as a block between lines of ```` ``` ````"
    return "write `::: note`, the text, and `:::`"


_MATERIAL = """abstract attention bug caution check cite danger done error example fail failure faq help hint
    important info missing note question quote seealso success summary tip tldr todo warning""".split()
_COMMAND_NAMES = "|".join([r"\w*cite\w*", *sorted(_COMMANDS, key=len, reverse=True)])
_COMMENT_IN_LINES = re.compile(r"^%%[ \t]*\n(?:(?!%%).*\n){1,200}?%%[ \t]*$", re.MULTILINE)
_SIGNS = (
    _Sign(
        rules.FOREIGN_COMMENT,
        re.compile(r"(?<![\w%\\])%%(?!%)(?=[^\0]*?[^\s%])(?:(?!\n\n)[^%]|%(?!%)){1,5000}?%%(?!%)"),
        _comment,
    ),
    _Sign(rules.FOREIGN_COMMENT, _COMMENT_IN_LINES, _comment),
    _Sign(
        rules.FOREIGN_LINK,
        re.compile(
            r"(?<![\\\[])!?\[\[(?![\^@\s])(?P<target>[^\[\]\n|#\0]{1,200})(?:#[^\[\]\n|]{0,200})?"
            r"(?:\|(?P<words>[^\[\]\n]{1,200}))?\]\](?![(\[\]])"
        ),
        _wiki,
    ),
    _Sign(
        rules.FOREIGN_COMMAND,
        re.compile(
            rf"(?<![\w:\\/])\\(?:(?P<name>{_COMMAND_NAMES})\*?(?:\[[^\]\n]{{0,200}}\]){{0,2}}"
            rf"\{{(?P<inside>[^{{}}\n]{{0,300}})\}}|(?P<alone>{'|'.join(_ALONE)})(?![\w{{]))"
        ),
        _command,
    ),
    _Sign(
        rules.FOREIGN_COMMAND,
        re.compile(
            r"(?<!\\)\\[(\[](?:(?!\\[)\]])[^\n]){0,300}?(?:\\[a-zA-Z]|(?<!\\)[_^=])"
            r"(?:(?!\\[)\]])[^\n]){0,300}\\[)\]]"
        ),
        _dollars,
    ),
    _Sign(
        rules.FOREIGN_TEMPLATE,
        re.compile(
            r"\{\{[<%][^\n]{1,300}?[>%]\}\}"
            r"|\{\{-?[ \t]*\w{1,40}(?:\.\w{1,40}){1,6}(?:[ \t]*\|[^{}\n]{1,200})?[ \t]*-?\}\}"
            r"|\{%-?[ \t]*(?:include|include_relative|if|for|endif|endfor|assign|raw|endraw|block|extends"
            r"|link|highlight|endhighlight)\b[^\n]{0,300}?%\}"
        ),
        _template,
    ),
    _Sign(
        rules.FOREIGN_ATTRIBUTES,
        re.compile(
            r"(?<=(?P<before>[)\]`$]))\{(?:[#.=:][^\s{}][^{}\n]{0,300}|[A-Za-z][\w-]{0,40}=[^{}\n]{1,300})\}"
            r"|^\{:?[ \t]*(?:[#.][^\s{}][^{}\n]{0,300}|[A-Za-z][\w-]{0,40}=[^{}\n]{1,300})\}[ \t]*$",
            re.MULTILINE,
        ),
        _attributes,
    ),
    _Sign(
        rules.FOREIGN_PLACE,
        re.compile(r"^(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\})[ \t]*$", re.MULTILINE | re.IGNORECASE),
        _contents,
    ),
    _Sign(
        rules.FOREIGN_PLACE,
        re.compile(r"(?:^|(?<=[ \t]))\^[A-Za-z][\w-]{1,60}[ \t]*$(?!\n\S)", re.MULTILINE),
        _block_id,
    ),
    _Sign(
        rules.ADDRESS_WITH_SPACE,
        re.compile(
            r"(?<!\\)!?\[(?P<label>[^\[\]\n]{0,300})\]"
            r"\((?P<address>[^()<>\n\"\0]{0,200}[ \t][^()<>\n\"\0]{0,200}"
            r"\.\w{1,5}(?:#[^\s()]{0,80})?)[ \t]*\)"
        ),
        _spaces,
    ),
    _Sign(
        rules.FOREIGN_BOX,
        re.compile(
            rf"^[ ]{{0,3}}(?:!!!|\?\?\?\+?)[ \t]+(?:{'|'.join(_MATERIAL)})(?:[ \t]+inline(?:[ \t]+end)?)?"
            r"(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*$",
            re.MULTILINE,
        ),
        _admonition,
    ),
    _Sign(rules.FOREIGN_BOX, re.compile(r"^[ ]{0,3}===[+!]?[ \t]+\"[^\"\n]+\"[ \t]*$", re.MULTILINE), _tab),
    _Sign(
        rules.FOREIGN_BOX,
        re.compile(r"^[ ]{0,3}:{3,}[ \t]*\{(?P<name>[a-z][\w:-]{0,40})\}.*$", re.MULTILINE),
        _fenced,
    ),
    _Sign(
        rules.FOREIGN_BOX,
        re.compile(r"^[ ]{0,3}\.\.[ \t]+(?P<name>[a-z][\w-]{0,40})::.*$", re.MULTILINE),
        _directive,
    ),
)


def _signs(seen: Seen) -> Iterator[Diagnostic]:
    text = _shown(seen)
    links = {node.span.start for node in seen.of(Link)} | {node.span.start for node in seen.of(Image)}
    taken: list[tuple[int, int]] = []
    for sign in _SIGNS:
        for found in sign.pattern.finditer(text):
            start, end = found.span()
            if start in links or any(first <= start < last for first, last in taken):
                continue
            taken.append((start, end))
            message, way = sign.said(found)
            first_line_end = text.find("\n", start, end)
            place = seen.file.span(start, end if first_line_end < 0 else first_line_end)
            fix: tuple[Edit, ...] = ()
            if sign.rule is rules.ADDRESS_WITH_SPACE:
                address = seen.file.span(found.start("address"), found.end("address"))
                fix = (Edit(address, f"<{address.text.strip()}>"),)
            yield Diagnostic(sign.rule, place, message, hint=way, fix=fix)


def _shown(seen: Seen) -> str:
    """The text of a file with all that is read otherwise hidden, each character at its place."""
    text = seen.file.text
    if not _MAYBE.search(text):
        return ""
    spans = [node.span for node in seen.of(CodeBlock)]
    spans += [node.span for kind in (Code, Formula) for node in seen.of(kind)]
    spans += [node.span for node in seen.of(HtmlInline) if node.value.startswith("<!--")]
    spans += [node.attributes.span for node in seen.of(BracketedSpan)]
    spans += [node.span for node in seen.of(Image)]
    for link in seen.of(Link):  # its address and title; its words are read
        if link.children:
            spans.append(Span(seen.file, link.children[-1].span.end, link.span.end))
    pieces: list[str] = []
    done = 0
    if seen.blocks:
        body = min(block.span.start for block in seen.blocks)
        done = seen.file.line_starts[seen.file.line_of(body) - 1]
        pieces.append(_blank(text[:done]))
    for start, end in sorted((span.start, span.end) for span in spans):
        if start >= done:
            # The marks around code and formulas stay: attributes may stand behind them.
            pieces += (text[done:start], _blank(text[start : end - 1]), text[end - 1 : end])
            done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", _HIDDEN, text)


_MAYBE = re.compile(r"%%|\[\[|\\|\{|\[TOC|\^[A-Za-z]|\]\([^)\n]* |!!!|\?\?\?|===|\.\. |:::")

CHECK = Check(_signs)

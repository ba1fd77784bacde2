"""What Quarto, Hugo, Jekyll, Manubot, Material for MkDocs, MyST and reStructuredText act on."""

import re

from briefgen import rules
from briefgen.parse.signs.sign import Sign, always, empty_before

_MATERIAL = """abstract attention bug caution check cite danger done error example fail failure faq help hint
    important info missing note question quote seealso success summary tip tldr todo warning""".split()
_EMOJI = """smile smiley tada rocket warning bulb heart thumbsup thumbsdown fire white_check_mark x memo bug
    heavy_check_mark sparkles point_right eyes star books link information_source""".split()
_KEYS = (
    "ctrl alt shift cmd command option win meta tab enter esc escape space delete backspace f1 f5 f12".split()
)
_PAIR = r"[A-Za-z][\w-]{0,40}=[^{}\n]{1,300}"


def _template(found: re.Match[str]) -> tuple[str, str]:
    what = "a shortcode" if found[0].startswith(("{{<", "{{%")) else "a template"
    return f"this is {what} of another program", "write what it stands for"


def _attributes(found: re.Match[str]) -> tuple[str, str]:
    behind = {")": "a link or an image", "]": "a link or an image", "`": "code", "$": "a formula"}
    what = behind.get(found["before"], "words")
    way = "take them out; ids stand on headings (`## Words {#id}`) and boxes"
    return f"attributes mean nothing behind {what}, and would be shown", way


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


def _fenced(found: re.Match[str]) -> tuple[str, str]:
    return f"`{{{found['name']}}}` is a directive of MyST", box_for(found["name"])


def _directive(found: re.Match[str]) -> tuple[str, str]:
    return f"`.. {found['name']}::` is a directive of reStructuredText", box_for(found["name"])


def _keys(found: re.Match[str]) -> tuple[str, str]:
    said = "+".join(f"<kbd>{key.capitalize()}</kbd>" for key in found[0].strip("+").split("+"))
    return "these are keys as an extension of Markdown writes them", f"write `{said}`"


def box_for(name: str) -> str:
    """What is written here in the place of a directive."""
    if name in ("figure", "image"):
        return "write `![what it shows](../images/picture.png)`"
    if name in ("math", "code", "code-block"):
        return "write a formula as `$$…$$`, code as a block between lines of ```` ``` ````"
    return "write `::: note`, the text, and `:::`"


_SHOWN = "`{0}` would be shown as it is"
SIGNS = (
    Sign(
        rules.FOREIGN_COMMENT,
        ("%",),
        re.compile(r"%" + empty_before("%") + r"[ \t]+[^\W\d_][^\n]*(?:\n%[ \t]?[^\n]*)*"),
        always(
            "a comment of MyST or LaTeX would be published here: it is private",
            "take it out, or write `<!-- … -->` in lines of its own, which is not published",
        ),
    ),
    Sign(
        rules.FOREIGN_TEMPLATE,
        ("{{", "{%"),
        re.compile(
            r"\{\{[<%][^\n]{1,300}?[>%]\}\}"
            r"|\{\{-?[ \t]*(?:\w{1,40})?(?:\.\w{1,40}){1,6}(?:[ \t]*\|[^{}\n]{1,200})?[ \t]*-?\}\}"
            r"|^\{\{-?[ \t]*\w{1,40}(?:[ \t]*\|[^{}\n]{1,200})?[ \t]*-?\}\}[ \t]*$"
            r"|\{%-?[ \t]*(?:include|include_relative|if|for|endif|endfor|assign|raw|endraw|block|extends"
            r"|link|highlight|endhighlight)\b[^\n]{0,300}?%\}",
            re.MULTILINE,
        ),
        _template,
    ),
    Sign(
        rules.FOREIGN_TEMPLATE,
        ("8<",),
        re.compile(r"^[ \t]*-{1,4}8<-{1,4}[^\n]*$", re.MULTILINE),
        always(
            "this takes in a file, as an extension of MkDocs does",
            "write its text here; a text for several briefs is a context box",
        ),
    ),
    Sign(
        rules.FOREIGN_TEMPLATE,
        (":",),
        re.compile(
            r":(?<![\w:]:)(?:(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,60}"
            rf"|{'|'.join(_EMOJI)}|\+1|-1):(?![\w:])(?:\{{[ ]?\.[^{{}}\n]{{0,60}}\}})?"
        ),
        always(_SHOWN, "write the sign itself, or take it out"),
    ),
    Sign(
        rules.FOREIGN_TEMPLATE,
        ("++",),
        re.compile(rf"(?<![\w+{{])\+\+(?:{'|'.join(_KEYS)})(?:\+[a-z0-9-]{{1,20}}){{0,4}}\+\+(?![\w+}}])"),
        _keys,
    ),
    Sign(
        rules.FOREIGN_ATTRIBUTES,
        ("{",),
        re.compile(
            # Most spaces have no brace behind them: that is asked first.
            rf"[ {{](?:(?<=\{{)|(?=\{{))(?:(?<=(?P<before>[)\]`$]).)(?:(?<=[ ])\{{|(?<=\{{)):?[ ]?"
            rf"(?:[#.=:][^\s{{}}][^{{}}\n]{{0,300}}|{_PAIR})[ ]?\}}"
            rf"|(?<=^\{{):?[ \t]*(?:[#.][^\s{{}}][^{{}}\n]{{0,300}}|{_PAIR})\}}[ \t]*$"
            r"|(?<=\w[ ])\{:?[ ]?[.#][A-Za-z][^{}\n]{0,100}\}(?=[ \t]*(?:\||$)))",
            re.MULTILINE,
        ),
        _attributes,
    ),
    Sign(
        rules.FOREIGN_PLACE,
        ("[", "{:", "<!--"),
        re.compile(
            r"^(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:toc\}|\[toc\]|<!-- toc -->)[ \t]*$", re.MULTILINE | re.IGNORECASE
        ),
        always(_SHOWN, "delete it: the page has its contents already"),
    ),
    Sign(
        rules.FOREIGN_PLACE,
        (")=",),
        re.compile(r"^\([A-Za-z][\w:.-]{0,60}\)=[ \t]*$", re.MULTILINE),
        always(
            "this is the target of a link, as MyST writes it", "give the heading the id: `## Words {#id}`"
        ),
    ),
    Sign(
        rules.FOREIGN_PLACE,
        ("+++",),
        re.compile(r"^\+\+\+(?:[ \t]*\{[^\n]*\})?[ \t]*$", re.MULTILINE),
        always("this is a break between cells of MyST, and would be shown", "delete it"),
    ),
    Sign(
        rules.FOREIGN_PLACE,
        ("---",),
        re.compile(
            r"---"
            + empty_before("---")
            + r"[ \t]*\n(?=[A-Za-z][\w-]{0,40}:(?:[ \t]|\n))(?:(?!---|\.\.\.)[^\n]+\n){1,40}"
            r"(?:---|\.\.\.)[ \t]*(?=\n|\Z)"
        ),
        always(
            "this is a second block of front matter, and would be shown",
            "put what it says into the front matter, or delete it",
        ),
        whole=True,
    ),
    Sign(
        rules.ADDRESS_WITH_SPACE,
        ("](",),
        re.compile(
            r"(?<!\\)!?\[(?P<label>[^\[\]\n]{0,300})\]"
            r"\((?P<address>[^()<>\n\"\0]{0,200}[ \t][^()<>\n\"\0]{0,200}"
            r"\.\w{1,5}(?:#[^\s()]{0,80})?)[ \t]*\)"
        ),
        _spaces,
    ),
    Sign(
        rules.ADDRESS_WITH_SPACE,
        ("] (",),
        re.compile(r"(?<![\\\w\]])!?\[[^\[\]\n]{1,300}\][ ]\((?:https?://|\.\.?/|#)[^\s()]{1,300}\)"),
        always(
            "a space stands between the brackets and the address, so this is no link",
            "write the two without it: `[words](address)`",
        ),
    ),
    Sign(
        rules.FOREIGN_PLACE,
        ("Error!", "Fehler!"),
        re.compile(
            r"Error! (?:Reference source|Bookmark) not (?:found|defined)\.?"
            r"|Fehler! (?:Verweisquelle|Textmarke) (?:konnte nicht gefunden werden|nicht definiert)\.?"
        ),
        always("a field of Word was lost when this was copied", "write what it stood for"),
    ),
    Sign(
        rules.FOREIGN_REFERENCE,
        (" #",),
        re.compile(r"\{[^\W\d_][^{}\n]{1,80}, \d{4} #\d{1,6}[^{}\n]{0,80}\}"),
        always("this is a citation of EndNote", "put the work into the bibliography, and cite `[@key]`"),
    ),
    Sign(
        rules.MARKER_UNREAD,
        ("** ",),
        re.compile(r"(?:(?<=\s)|^)\*\*[ ][^\W\d_][^*\n]{0,200}[ ]\*\*(?=[\s.,;:!?]|$)", re.MULTILINE),
        always("a space inside keeps these `**` from being bold", "write `**words**`"),
    ),
    Sign(
        rules.FOREIGN_BOX,
        ("!!!", "???"),
        re.compile(
            rf"^[ ]{{0,3}}(?:!!!|\?\?\?\+?)[ \t]+(?:{'|'.join(_MATERIAL)})(?:[ \t]+inline(?:[ \t]+end)?)?"
            r"(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*$",
            re.MULTILINE,
        ),
        _admonition,
    ),
    Sign(
        rules.FOREIGN_BOX,
        ("===",),
        re.compile(r"^[ ]{0,3}===[+!]?[ \t]+\"[^\"\n]+\"[ \t]*$", re.MULTILINE),
        always(
            "this is a tab of Material for MkDocs", "write a heading instead, and its text without the indent"
        ),
    ),
    Sign(
        rules.FOREIGN_BOX,
        (":::",),
        re.compile(r"^[ ]{0,3}:{3,}[ \t]*\{(?P<name>[a-z][\w:-]{0,40})\}.*$", re.MULTILINE),
        _fenced,
    ),
    Sign(
        rules.FOREIGN_BOX,
        ("..",),
        re.compile(r"^[ ]{0,3}\.\.[ \t]+(?P<name>[a-z][\w-]{0,40})::.*$", re.MULTILINE),
        _directive,
    ),
)

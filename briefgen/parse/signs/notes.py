"""What stands in the notes of Obsidian and of its plugins, and in wikis."""

import re

from briefgen import rules
from briefgen.model.address import slug_of_name
from briefgen.parse.signs.sign import HIDDEN, Sign, always

_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif)\Z", re.IGNORECASE)
_COMMENT = always(
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
    way = f"write `[{words or target}]({slug_of_name(target)}.md)`"
    return "this is a link of Obsidian and of wikis", way


def _cited(found: re.Match[str]) -> tuple[str, str]:
    return "this is a citation of a plugin of Obsidian", f"write `[@{found['key']}]`"


def _place(found: re.Match[str]) -> tuple[str, str]:
    target = found["target"].strip()
    way = f"write `[{(found['words'] or target).strip()}](#{slug_of_name(target)})`"
    return "this is a link of Obsidian to a place of the same page", way


def _width(_: re.Match[str]) -> tuple[str, str]:
    return "this is the width of an image, as Obsidian writes it", "take it out: images are as wide as fits"


SIGNS = (
    Sign(
        rules.FOREIGN_ATTRIBUTES,
        ("|",),
        re.compile(r"\|(?<=\w\|)\d{2,4}(?:x\d{2,4})?(?=\](?:\(|\x00))"),
        _width,
    ),
    Sign(
        rules.FOREIGN_COMMENT,
        ("%%",),
        re.compile(rf"(?<![\w%\\])%%(?!%)(?=[^{HIDDEN}]*?[^\s%])(?:(?!\n\n)[^%]|%(?!%)){{1,5000}}?%%(?!%)"),
        _COMMENT,
    ),
    Sign(
        rules.FOREIGN_COMMENT,
        ("%%",),
        re.compile(r"^%%[ \t]*\n(?:(?!%%).*\n){1,200}?%%[ \t]*$", re.MULTILINE),
        _COMMENT,
    ),
    Sign(
        rules.FOREIGN_LINK,
        ("[[@",),
        re.compile(r"(?<![\\\[])\[\[@(?P<key>[^\s\[\]|,;]{1,200})[^\[\]\n]{0,200}\]\]"),
        _cited,
    ),
    Sign(
        rules.FOREIGN_LINK,
        ("[[",),
        re.compile(
            rf"(?<![\\\[])!?\[\[(?![\^@\s])(?P<target>[^\[\]\n|#^{HIDDEN}]{{1,200}})(?:[#^][^\[\]\n|]{{0,200}})?"
            r"(?:\|(?P<words>[^\[\]\n]{1,200}))?\]\](?![(\[\]])"
        ),
        _wiki,
    ),
    Sign(
        rules.FOREIGN_LINK,
        ("[[#",),
        re.compile(
            rf"(?<![\\\[])\[\[#(?P<target>[^\[\]\n|^{HIDDEN}]{{1,200}})(?:\|(?P<words>[^\[\]\n]{{1,200}}))?\]\]"
        ),
        _place,
    ),
    Sign(
        rules.FOREIGN_PLACE,
        ("^",),
        re.compile(r"\^(?:(?<=^\^)|(?<=[ \t]\^))[A-Za-z][\w-]{1,60}[ \t]*$(?!\n\S)", re.MULTILINE),
        always(
            "this is the id of a block, as Obsidian writes it",
            "delete it; if something leads here, give a heading or a box an id: `## Words {#id}`",
        ),
    ),
    Sign(
        rules.FOREIGN_PLACE,
        ("::",),
        re.compile(r"^[A-Za-z][\w-]{0,30}(?: [\w-]{1,30}){0,2}::[ \t]+\S[^\n]*$", re.MULTILINE),
        always(
            "this is a field of Dataview, a plugin of Obsidian, and would be shown",
            "put it into the front matter, if there is a key for it, or delete it",
        ),
    ),
    Sign(
        rules.FOREIGN_TEMPLATE,
        ("<%",),
        re.compile(r"<%[-_*=~]?[^\n%]{1,300}[-_]?%>"),
        always("this is a template of another program", "write what it stands for"),
    ),
)

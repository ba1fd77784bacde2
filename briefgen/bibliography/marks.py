"""Emphasis and raised or lowered letters inside a text, as single characters that no text has.

A title with them stays one text, so that quotation marks and full stops are looked for in it as in any
other. Unicode keeps these characters for such uses: they stand for nothing, and are taken out of all that
is read.
"""

import re

EMPHASIS, NO_EMPHASIS = "\ufdd0", "\ufdd1"
LOWER, NO_LOWER = "\ufdd2", "\ufdd3"
RAISE, NO_RAISE = "\ufdd4", "\ufdd5"
MARKS = EMPHASIS + NO_EMPHASIS + LOWER + NO_LOWER + RAISE + NO_RAISE

_MARK = re.compile(f"[{MARKS}]")
_AROUND_SPACE = re.compile(
    f"(?<![{EMPHASIS}{LOWER}{RAISE}])([{EMPHASIS}{LOWER}{RAISE}]+)( +)"
    f"|((?<! ) ++)([{NO_EMPHASIS}{NO_LOWER}{NO_RAISE}]+)"
)
_TAG = re.compile(r"<(?=/?(?:i|em|b|strong|sub|sup|sc|span)\b)")
_JOINER = "\u2060"
_NOTHING = {ord(mark): None for mark in MARKS}


def without_marks(text: str) -> str:
    """A text without its marks."""
    return text.translate(_NOTHING)


def no_tags(text: str) -> str:
    """A text for CSL-JSON, where ``<i>`` would be read as a tag: with a joiner in it, which nobody sees."""
    return _TAG.sub(f"<{_JOINER}", text) if "<" in text else text


def with_tags(text: str) -> str:
    """The text that `no_tags` was given."""
    return text.replace(f"<{_JOINER}", "<")


def tidied(text: str) -> str:
    """A marked text with spaces outside of what is marked, and single ones."""
    moved = _AROUND_SPACE.sub(lambda found: f"{found[2] or found[4]}{found[1] or found[3]}", text)
    return " ".join(moved.split())


def runs(text: str) -> tuple[tuple[str, bool, str], ...]:
    """The pieces of a marked text: each with whether it is emphasised, and ``sub``, ``sup`` or nothing.

    Emphasis inside of emphasis is none.
    """
    found: list[tuple[str, bool, str]] = []
    emphasised, script, position = 0, "", 0
    for mark in [*_MARK.finditer(text), None]:
        end = mark.start() if mark else len(text)
        if end > position:
            found.append((text[position:end], emphasised % 2 == 1, script))
        if mark is None:
            break
        position = mark.end()
        match mark[0]:
            case "\ufdd0":
                emphasised += 1
            case "\ufdd1":
                emphasised = max(emphasised - 1, 0)
            case "\ufdd2":
                script = "sub"
            case "\ufdd4":
                script = "sup"
            case _:
                script = ""
    return tuple(found)

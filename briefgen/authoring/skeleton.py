"""The text of a brief that is begun: what can be known of it, and a word on what belongs where."""

import json
import re
from dataclasses import dataclass

from briefgen.intake.annotations.scaffold import escaped
from briefgen.model.work import Work
from briefgen.sentences import in_sentences

_SIMPLE_KEY = re.compile(r"[^\W_]\w*(?:[:.#$%&+?<>~/-]\w+)*")
_KEPT = ("tags", "about", "license", "authors", "description")
"""Keys of a brief that hold for its translation, too."""
_ENTRY = re.compile(r"^(\w+)[ \t]*:.*(?:\n(?:[ \t#-].*|[ \t]*(?=\n)))*", re.MULTILINE)
_FEW_WORDS = 6
_MANY_LETTERS = 400

_ANSWER = "The answer, in one sentence; three to six points in all."
_TEXT = "What is asked, and why it matters. Each statement has its citation beside it."


@dataclass(frozen=True, slots=True)
class Examined:
    """A work that a brief is about, with the text of its capture, if it has one, and the language of that."""

    work: Work
    text: str = ""
    language: str = ""


def new_text(title: str, day: str, language: str, examined: Examined | None = None) -> str:
    """A draft of that title; of an examined work it quotes the first sentence, which is in its capture."""
    front = [f"title: {scalar(title)}", f"date: {day}", f"lang: {language}", "status: draft"]
    parts = [f"::: keypoints\n- {_ANSWER}\n:::", _TEXT]
    if examined is not None:
        key = examined.work.key
        front.append(f"about: {scalar(key)}")
        parts += _quoted(key, _first_sentence(examined.text, examined.language))
    return _with_front(front, "\n\n".join(parts) + "\n")


def translated_text(front: str, body: str, *, slug: str, title: str, day: str, language: str) -> str:
    """The text of another brief, to be translated where it stands; quotations are as they were."""
    kept = [entry[0].rstrip() for entry in _ENTRY.finditer(front) if entry[1] in _KEPT]
    lines = [f"title: {scalar(title)}", f"date: {day}", f"lang: {language}", "status: draft"]
    return _with_front([*lines, f"translation_of: {scalar(slug)}", *kept], body.lstrip("\n"))


def _with_front(lines: list[str], body: str) -> str:
    return "\n".join(("---", *lines, "---")) + f"\n\n{body}"


def _quoted(key: str, sentence: str) -> list[str]:
    name = key if _SIMPLE_KEY.fullmatch(key) else f"{{{key}}}"
    if not sentence:
        return [f"@{name} says that …"]
    return [f"@{name} begins with the words:", f"> {sentence}\n> [@{name}]"]


def _first_sentence(text: str, language: str) -> str:
    """The first sentence of a text, in one line, that is long enough to be one, and none that is too long."""
    start = 0
    while start < len(text):
        stretch = in_sentences(text, start, start + 1, _MANY_LETTERS, language)
        words = text[stretch.start : stretch.end].split()
        if stretch.ends and len(words) >= _FEW_WORDS and words[-1][-1] in ".!?。":
            return escaped(" ".join(words))
        start = max(stretch.end, start + 1)
        while start < len(text) and text[start].isspace():
            start += 1
    return ""


def scalar(text: str) -> str:
    """A text on one line as YAML reads it, whatever is in it."""
    line = " ".join(text.split())
    return line if re.fullmatch(r"[^\W\d_][\w -]*", line) and line.lower() not in _WORDS else quoted(line)


_WORDS = frozenset("null true false yes no on off y n".split())


def quoted(line: str) -> str:
    """A line in quotation marks, as YAML reads it; what it takes in no other way stands by its number."""
    return _UNREAD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(line, ensure_ascii=False))


_UNREAD = re.compile("[\x7f-\x9f\ufffe\uffff]")

"""What captures.yml says of a capture beside its files: flags, and questions to a person."""

import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.cli._arguments import Options, today
from briefgen.failure import CannotRunError
from briefgen.model.capture import Holds, Publish, UrlStatus

if TYPE_CHECKING:
    from briefgen.intake.capture import Candidate


@dataclass(frozen=True, slots=True)
class _Answer:
    """A key of captures.yml that a flag can give; `question` is asked where there is none."""

    key: str
    about: str
    question: str = ""

    @property
    def flag(self) -> str:
        return "--" + self.key.replace("_", "-")


ANSWERS = (
    _Answer(
        "captured",
        "when it was captured: 2025-06-18, today, unknown, or 'on or after 2025-06-18'",
        "when was it captured, as in 2025-06-18, today, unknown, or on or after 2025-06-18",
    ),
    _Answer("language", "its language: de, en-GB", "in which language is it written, as in de or en-GB"),
    _Answer("stamped", "the day that stands on it, which does not say when it was captured"),
    _Answer("obtained", "how it came to you, in words", "how did it come to you, in a few words"),
    _Answer("url_status", f"of its own address: {', '.join(UrlStatus)}"),
    _Answer("archive", "the address of an archived copy"),
    _Answer("source_line", "what it says itself of its origin"),
    _Answer("holds", f"if it is not the whole work: {', '.join(Holds)}"),
    _Answer("copies", "the key of the work that this one repeats"),
    _Answer("publish", f"what readers may see: {', '.join(Publish)}"),
)


def given_by(options: Options) -> dict[str, str]:
    """What the flags say, checked. Raises CannotRunError."""
    given = {}
    for answer in ANSWERS:
        written = getattr(options, answer.key)
        if written is not None:
            value, flaw = _formed(answer, written)
            if flaw:
                raise CannotRunError(f"{answer.flag} {flaw}")
            given[answer.key] = value
    return given


def _formed(answer: _Answer, written: str) -> tuple[str, str]:
    """A value in its form, or what is wrong with it."""
    from briefgen.decode.forms import Flaw

    text = written.strip()
    if answer.key == "captured" and text.casefold() == "today":
        return today(), ""
    if not text:
        return "", "is empty"
    formed = _forms()[answer.key](text)
    if isinstance(formed, Flaw):
        return "", "; ".join((formed.what, *formed.notes, *((formed.hint,) if formed.hint else ())))
    return str(formed), ""


def _forms() -> Mapping[str, Callable[[str], Any]]:
    """The form of each key, as captures.yml is read."""
    from briefgen.decode.days import day, when_captured
    from briefgen.decode.forms import choice, line, web_address
    from briefgen.decode.language_tag import language

    return {
        "captured": when_captured,
        "stamped": day,
        "language": language,
        "obtained": line,
        "url_status": choice(UrlStatus),
        "archive": web_address,
        "source_line": line,
        "holds": choice(Holds),
        "copies": line,
        "publish": choice(Publish),
    }


def refuse_missing(given: Collection[str]) -> None:
    """Raise CannotRunError for what must be said and is not, where nobody can be asked."""
    missing = [answer.flag for answer in ANSWERS if answer.question and answer.key not in given]
    if missing:
        raise CannotRunError(f"nobody can be asked here: say {', '.join(missing)} as well")


def asked_of_person(given: Mapping[str, str], candidate: "Candidate") -> dict[str, str]:
    """What the person at the terminal says of the rest. Raises CannotRunError at the end of input."""
    asked = {}
    for answer in ANSWERS:
        if answer.question and answer.key not in given:
            asked[answer.key] = _ask(answer, candidate.offered.get(answer.key, ""))
    return asked


def said_of(candidate: "Candidate", *keys: str) -> dict[str, str]:
    """What the bibliography or the document itself says for some keys, as far as it is of their form."""
    said: dict[str, str] = {}
    for answer in ANSWERS:
        if answer.key in keys:
            value, flaw = _formed(answer, candidate.offered.get(answer.key, ""))
            said |= {} if flaw else {answer.key: value}
    return said


def _ask(answer: _Answer, offered: str) -> str:
    while True:
        sys.stderr.write(f"{answer.question}{f' [{offered}]' if offered else ''}? ")
        sys.stderr.flush()
        written = sys.stdin.readline()
        if not written:
            raise CannotRunError("no answer; nothing was stored")
        value, flaw = _formed(answer, written.strip() or offered)
        if not flaw:
            return value
        sys.stderr.write(f"this {flaw}\n")

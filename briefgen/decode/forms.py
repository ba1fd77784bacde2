"""Forms: what the text of one value may look like, and the value it stands for.

A form takes a stripped, non-empty text and gives the value, or a `Flaw` that says what is wrong.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from briefgen import rules
from briefgen.diagnostics import Rule
from briefgen.model.address import MOST_BYTES, slug_of_name
from briefgen.model.layout import project
from briefgen.model.limits import GB, KB, MB
from briefgen.suggest import suggest
from briefgen.text import has_words

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a text is not of a form; `what` goes on after the name of the value: ``is not a day``."""

    rule: Rule
    what: str
    notes: tuple[str, ...] = ()
    hint: str | None = None


Form = Callable[[str], T | Flaw]

_SHORT = 60
_COUNT = re.compile(r"[0-9]{1,9}")
_SIZE = re.compile(r"([0-9]{1,6}) ?(KB|MB|GB)", re.IGNORECASE)
_SHA256 = re.compile(r"[0-9A-Fa-f]{64}")
_MAIL = re.compile(r"[^\s@<>:/]+@[^\s@<>:/]+\.[^\s@<>:/]+")
_UNFIT_FOR_ADDRESS = re.compile(r"[\s<>\"`]")
_DRIVE = re.compile(r"[A-Za-z]:")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_ID = re.compile(r"#?([^\s#\"'<>&]+)")


def short(text: str) -> str:
    """A text for a message: on one line, cut when it is long."""
    line = " ".join(text.split())
    return f"{line[:_SHORT]}…" if len(line) > _SHORT else line


def shown(text: str) -> str:
    """A short text in backticks."""
    return f"`{short(text)}`"


def text(written: str) -> str | Flaw:
    """Any text, with its line ends."""
    return written


def line(written: str) -> str | Flaw:
    """Text of one line: every line end or tab, with the spaces around it, becomes a space."""
    parts = re.split(r"[\n\t\u2028\u2029]", written)
    return " ".join(part for part in (part.strip(" ") for part in parts) if part)


def names(written: str) -> tuple[str, ...] | Flaw:
    """Spellings of one name, with commas between them."""
    found = tuple(one for one in (" ".join(part.split()) for part in written.split(",")) if one)
    if len(found) > 1 and all(map(has_words, found)):
        return found
    said = ("expected spellings of one name with commas between them, as in `Kyjiw, Kiew, Kyiv`",)
    return Flaw(rules.YAML_WRONG_TYPE, f"is {shown(written)}", said)


def reason(written: str) -> str | Flaw:
    """Words that say why: text of one line with a letter in it."""
    if has_words(written):
        return line(written)
    return Flaw(
        rules.REASON_EMPTY, f"is {shown(written)}, which says nothing", ("expected a reason, in words",)
    )


def flag(written: str) -> bool | Flaw:
    """Whether something holds: ``true`` or ``false``."""
    if written.casefold() in {"true", "false"}:
        return written.casefold() == "true"
    return Flaw(rules.YAML_WRONG_TYPE, f"is {shown(written)}", ("expected `true` or `false`",))


def count(written: str) -> int | Flaw:
    """A whole number from 0."""
    if _COUNT.fullmatch(written):
        return int(written)
    return Flaw(rules.YAML_WRONG_TYPE, f"is {shown(written)}", ("expected a whole number, as in `3`",))


def percent(written: str) -> int | Flaw:
    """A share of 0 to 100 per cent: ``60`` or ``60 %``."""
    number = written.removesuffix("%").rstrip()
    if _COUNT.fullmatch(number) and int(number) <= 100:
        return int(number)
    return Flaw(rules.YAML_WRONG_TYPE, f"is {shown(written)}", ("expected per cent, as in `60 %`",))


def size(written: str) -> int | Flaw:
    """How many bytes: ``300 MB``."""
    if (match := _SIZE.fullmatch(written)) and (number := int(match[1])):
        return number * {"KB": KB, "MB": MB, "GB": GB}[match[2].upper()]
    return Flaw(rules.YAML_WRONG_TYPE, f"is {shown(written)}", ("expected a size, as in `300 MB`",))


def colour(written: str) -> str | Flaw:
    """A colour: ``#14424f``, given in lower case."""
    if _COLOUR.fullmatch(written):
        return written.lower()
    return Flaw(rules.YAML_WRONG_TYPE, f"is {shown(written)}", ('expected a colour, as in `"#14424f"`',))


def choice(values: type[E]) -> Form[E]:
    """The form of one of the values of an enum."""

    def one_of(written: str) -> E | Flaw:
        try:
            return values(written)
        except ValueError:
            near = suggest(written, values)
            possible = ", ".join(f"`{value}`" for value in values)
            return Flaw(
                rules.UNKNOWN_CHOICE,
                f"cannot be {shown(written)}",
                (f"expected one of {possible}",),
                f"did you mean `{near}`?" if near else None,
            )

    return one_of


def sha256(written: str) -> str | Flaw:
    """A SHA-256 in hexadecimal, given in lower case."""
    if _SHA256.fullmatch(written):
        return written.lower()
    found = f"{len(written)} characters" if len(written) != 64 else "other characters among them"
    return Flaw(rules.NOT_A_SHA256, "is not a SHA-256", (f"expected 64 hexadecimal digits, found {found}",))


def path(written: str) -> str | Flaw:
    """A path inside the project, with ``/``."""
    leaves = not {"", ".", ".."}.isdisjoint(written.split("/")) or _DRIVE.match(written)
    if leaves or "\\" in written:
        return Flaw(
            rules.NOT_A_PATH,
            f"cannot be {shown(written)}",
            (f"expected a path from the project's root, as in `{project.SEEDS}/report.txt`",),
        )
    return written


def slug(written: str) -> str | Flaw:
    """The slug of a brief, as its file is called without ``.md``."""
    if written and written == slug_of_name(written) and len(written.encode()) <= MOST_BYTES:
        return written
    return Flaw(rules.NOT_A_PATH, f"cannot be {shown(written)}", ("expected a slug, as in `old-bridge`",))


def identifier(written: str) -> str | Flaw:
    """The id of a place on a page, given without its ``#``."""
    if match := _ID.fullmatch(written):
        return match[1]
    return Flaw(rules.NOT_AN_ID, f"cannot be {shown(written)}", ('expected an id, as in `"#capital"`',))


def web_address(written: str) -> str | Flaw:
    """A complete http or https address."""
    if _is_web_address(written):
        return written
    return Flaw(
        rules.NOT_AN_ADDRESS,
        f"is not a web address: {shown(written)}",
        ("expected a complete address, as in `https://example.org/`",),
    )


def contact(written: str) -> str | Flaw:
    """A mail address, or a complete http or https address."""
    if _is_web_address(written) or _MAIL.fullmatch(written):
        return written
    return Flaw(
        rules.NOT_AN_ADDRESS,
        f"is no address: {shown(written)}",
        (
            "expected a mail address or a web address, as in `desk@example.org` or `https://example.org/errors`",
        ),
    )


def _is_web_address(written: str) -> bool:
    try:
        parts = urlsplit(written)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and not _UNFIT_FOR_ADDRESS.search(written)

"""An entry of the bibliography for a document that none describes yet, from what it says of itself."""

import re
import unicodedata

from briefgen.bibliography.export_bibtex import bibtex
from briefgen.markup.addresses import parts_of
from briefgen.model.document_facts import DocumentFacts
from briefgen.model.work import Name, PartialDate, Work, WorkKind
from briefgen.text import TextFile

_SMALL_WORDS = frozenset("a an the der die das ein eine le la les un une el los il lo de het".split())


def entry_offered(facts: DocumentFacts, key: str = "", address: str = "", day: str = "") -> str:
    """The entry, as biblatex, to be looked over by its author; `day` is when the page was seen.

    Nothing in it is guessed: what the document does not say of itself is left out. The key is made from
    the first author or the outlet, the year and the first word of the title.
    """
    url = facts.address if facts.address.startswith(("http://", "https://")) else address
    names = tuple(_name(written) for written in facts.authors)
    return bibtex(
        [
            Work(
                key or _key(facts, names, url),
                "online",
                WorkKind.WEB,
                TextFile("", "").span(0, 0),
                authors=names,
                title=facts.title,
                container=facts.outlet,
                date=_date(facts.date),
                url=url,
                accessed=_date(day),
                language=facts.language,
            )
        ]
    )


def _name(written: str) -> Name:
    family, comma, given = written.partition(",")
    if comma:
        return Name(family=family.strip(), given=given.strip())
    given, _, family = written.rpartition(" ")
    return Name(family=family, given=given) if given else Name(literal=written)


def _date(written: str) -> PartialDate | None:
    if not written:
        return None
    year, month, day = (int(part) if part else None for part in (*written.split("-"), "", "")[:3])
    return PartialDate(year or 0, month, day)


def _key(facts: DocumentFacts, names: tuple[Name, ...], url: str) -> str:
    host = (parts_of(url).hostname or "").removeprefix("www.").partition(".")[0]
    who = (names[0].family or names[0].literal) if names else facts.outlet or host
    words = [word for word in re.findall(r"\w+", facts.title) if word.lower() not in _SMALL_WORDS]
    parts = (_plain(who), facts.date[:4], _plain(words[0]) if words else "")
    return "".join(parts) or "work"


def _plain(text: str) -> str:
    """Letters and digits of ASCII, in small letters."""
    base = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "".join(char for char in base.lower() if char.isalnum())

"""Addresses: names for files and links, made from what authors call things."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_UNFIT = re.compile(r"[^\w\s.-]")
_LIST_OF_ALL = ("index", "readme")
"""Names that builders of sites take for the page of a whole folder."""

MOST_BYTES = 240
"""How long an address may be: file systems have names of up to 255, and an ending comes behind it."""


def slug_of_name(name: str) -> str:
    """A name as part of an address: NFC, lower case, spaces to hyphens.

    Letters and digits of every script are kept, and ``-``, ``_`` and ``.``; what an address or a file
    name cannot hold goes. The result may be empty.
    """
    fit = _UNFIT.sub("", unicodedata.normalize("NFC", name).lower())
    return _SPACE.sub("-", fit.strip()).strip(".-")


def slug_of(path: str) -> str:
    """The slug of an annotated source file: its name without ``.md``, as part of an address; may be empty."""
    return slug_of_name(path.rpartition("/")[2].removesuffix(".md"))


def context_name(path: str) -> tuple[str, str]:
    """The name and the language of a reusable context box, ``<name>.<language>.md``; a name may be empty."""
    name, _, language = path.rpartition("/")[2].removesuffix(".md").rpartition(".")
    return name, language


def topic_address(topic: str) -> str:
    """The address of a topic, the same for spellings that differ in case or in the form of spaces only.

    It is made as a brief's slug is, with *ß* as *ss*. No slug ends in a hyphen, so that one can keep a topic
    named like the list of all topics apart from it.
    """
    slug = slug_of_name(unicodedata.normalize("NFC", topic).casefold())
    return f"{slug}-" if slug in _LIST_OF_ALL else slug


def work_address(key: str) -> str:
    """The address of a work, a different one for every key.

    Letters, digits, ``-`` and ``_`` stay; every other character becomes ``.`` and two hexadecimal digits
    for each byte of its UTF-8: ``doi:10.1/x`` is ``doi.3A10.2E1.2Fx``. ``index`` would be the list of works
    itself, so its first letter is written that way, too.
    """
    if key.lower() in _LIST_OF_ALL:
        return f".{ord(key[0]):02X}{key[1:]}"
    return "".join(
        char if char.isalnum() or char in "-_" else "".join(f".{byte:02X}" for byte in char.encode())
        for char in key
    )

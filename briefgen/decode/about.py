"""`about` of ``extra: briefgen:``: who publishes a site, how to reach them, and who writes."""

from briefgen import rules
from briefgen.decode.forms import Flaw, contact, line, text, web_address
from briefgen.decode.reader import MappingReader
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.layout import pages
from briefgen.model.settings import About, Person

_LONGEST_NAME = 100
"""The name of a person is part of an address."""


def decode_about(about: MappingReader | None, report: Report) -> About:
    """What a site says of itself; nothing where it says nothing."""
    if about is None:
        return About()
    said = About(
        text=about.value("text", text, ""),
        selection=about.value("selection", text, ""),
        contact=about.value("contact", contact, ""),
        imprint=about.value("imprint", text, ""),
        people=_people(about, report),
        is_given=True,
    )
    about.finish()
    return said


def _people(about: MappingReader, report: Report) -> tuple[Person, ...]:
    found: dict[str, Person] = {}
    for reader in about.mappings("people"):
        name = reader.required("name", _name)
        role = reader.value("role", line, "")
        interests = reader.value("interests", line, "")
        link = reader.value("link", web_address, "")
        reader.finish()
        if name is None:
            continue
        address = pages.person_path(name)
        if address in found:
            message = f"`{reader.label('name')}` has the address of another: `{found[address].name}`"
            report(Diagnostic(rules.YAML_REPEATED_ITEM, reader.place("name"), message))
        else:
            found[address] = Person(name, role, interests, link)
    return tuple(found.values())


def _name(written: str) -> str | Flaw:
    """The name of a person: text of one line, at most 100 characters."""
    name = line(written)
    if isinstance(name, str) and len(name) > _LONGEST_NAME:
        return Flaw(
            rules.YAML_WRONG_TYPE,
            f"has {len(name)} characters",
            (f"expected a name of at most {_LONGEST_NAME}",),
        )
    return name

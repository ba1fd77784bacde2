"""The form of CSL-JSON, version 1.0.2: which types and variables there are, and what is in them."""

from collections.abc import Iterator
from typing import Any

TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
performance periodical personal_communication post post-weblog regulation report review review-book
software song speech standard thesis treaty webpage
""".split()
NAMES = """
author chair collection-editor compiler composer container-author contributor curator director editor
editorial-director executive-producer guest host illustrator interviewer narrator organizer
original-author performer producer recipient reviewed-author script-writer series-creator translator
""".split()
DATES = "accessed available-date event-date issued original-date submitted".split()
TEXTS = """
DOI ISBN ISSN PMCID PMID URL abstract annote archive archive-place archive_collection archive_location
authority call-number citation-key collection-title container-title container-title-short dimensions
division event-place event-title genre jurisdiction keyword language medium note original-publisher
original-publisher-place original-title part-title publisher publisher-place references reviewed-genre
reviewed-title scale section source status title title-short version volume-title volume-title-short
""".split()
NUMBERS = """
chapter-number collection-number edition issue locator number number-of-pages number-of-volumes page
page-first part printing supplement volume
""".split()
PARTS_OF_NAMES = {
    **dict.fromkeys(("family", "given", "dropping-particle", "non-dropping-particle"), (str,)),
    **dict.fromkeys(("suffix", "literal"), (str,)),
    **dict.fromkeys(("comma-suffix", "static-ordering", "parse-names"), (bool,)),
}
PARTS_OF_DATES = {
    "date-parts": (list,),
    "season": (str, int),
    "circa": (str, int, bool),
    **dict.fromkeys(("literal", "raw"), (str,)),
}


def faults(items: list[dict[str, Any]]) -> Iterator[str]:
    """What in a file of CSL-JSON is not of its form."""
    for item in items:
        if not isinstance(item["id"], str) or item["type"] not in TYPES:
            yield f"{item['id']}: {item['type']}"
        for name, value in item.items():
            if not _fits(name, value):
                yield f"{item['id']}: {name}: {value}"


def _fits(name: str, value: Any) -> bool:
    if name in NAMES:
        return isinstance(value, list) and all(_has_parts(one, PARTS_OF_NAMES) for one in value)
    if name in DATES:
        return _has_parts(value, PARTS_OF_DATES) and _are_dates(value.get("date-parts", [[0]]))
    if name in NUMBERS:
        return isinstance(value, (str, int))
    return (name in TEXTS or name in ("id", "type")) and isinstance(value, str)


def _has_parts(value: Any, parts: dict[str, Any]) -> bool:
    return isinstance(value, dict) and all(
        name in parts and isinstance(one, parts[name]) for name, one in value.items()
    )


def _are_dates(parts: list[Any]) -> bool:
    return 1 <= len(parts) <= 2 and all(
        1 <= len(one) <= 3 and all(isinstance(part, (str, int)) for part in one) for one in parts
    )

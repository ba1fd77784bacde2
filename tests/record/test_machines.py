"""What programs read of a brief is what its format says: by PyLD, feedparser and jsonschema.

`bash .ci/quality` holds the JSON-LD to the types of schema.org as well.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator
from pyld import jsonld

from tests.record.made import ADDRESS, compile_both, json_ld
from tests.repository import ROOT

CONTEXTS = Path(__file__).parent / "contexts"
_LOCAL = {
    "https://schema.org": "schema.org.json",
    "https://schema.org/": "schema.org.json",
    "http://www.w3.org/ns/anno.jsonld": "anno.jsonld",
}
_ITEMS = "http://www.w3.org/ns/activitystreams#items"
_NO_TERMS = {"@context", "@type", "@id", "id", "type"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The folders `docs/` of two projects: not to be changed."""
    return compile_both(tmp_path_factory.mktemp("machines"))


def _expanded(said: object) -> Any:
    def load(address: str, options: object) -> dict[str, object]:
        text = (CONTEXTS / _LOCAL[address]).read_text("utf-8")
        return {"contextUrl": None, "documentUrl": address, "document": json.loads(text)}

    return jsonld.expand(said, {"documentLoader": load, "base": ADDRESS})


def _terms(said: object) -> Iterator[str]:
    """The keys of what is said that must be somewhere in what it expands to."""
    if isinstance(said, dict):
        for key, value in said.items():
            if key not in _NO_TERMS:
                yield key
            yield from _terms(value)
    elif isinstance(said, list):
        for one in said:
            yield from _terms(one)


def _addresses(expanded: object) -> Iterator[str]:
    if isinstance(expanded, dict):
        for key, value in expanded.items():
            if not key.startswith("@"):
                yield key
            yield from _addresses(value)
    elif isinstance(expanded, list):
        for one in expanded:
            yield from _addresses(one)


def _types(expanded: object) -> Iterator[str]:
    if isinstance(expanded, dict):
        yield from expanded["@type"] if isinstance(expanded.get("@type"), list) else ()
        for value in expanded.values():
            yield from _types(value)
    elif isinstance(expanded, list):
        for one in expanded:
            yield from _types(one)


def test_json_ld_expands_and_nothing_of_it_is_lost(made: tuple[Path, ...]) -> None:
    said = [one for docs in made for _, one in json_ld(docs)]
    assert {one["@type"] for one in said} == {"Report", "ClaimReview"}
    seen: set[str] = set()
    for one in said:
        expanded = _expanded(one)
        terms = sorted(f"http://schema.org/{term}" for term in _terms(one))
        assert sorted(_addresses(expanded)) == terms
        types = set(_types(expanded))
        assert all(name.startswith("http://schema.org/") for name in types), types
        seen |= types
    assert {"http://schema.org/Claim", "http://schema.org/CorrectionComment"} <= seen


def test_a_term_that_schema_org_does_not_have_would_be_lost() -> None:
    said = {"@context": "https://schema.org", "@type": "Report", "headlin": "x", "name": "y"}
    assert list(_addresses(_expanded(said))) == ["http://schema.org/name"]


def test_annotations_expand_under_the_context_of_the_w3c(made: tuple[Path, ...]) -> None:
    for docs in made:
        said = json.loads((docs / "annotations.json").read_text("utf-8"))
        (page,) = _expanded(said)
        ours = "http://www.w3.org/ns/oa#"
        (items,) = page[_ITEMS]
        assert len(items["@list"]) == len(said["items"]) > 0
        for one, annotation in zip(said["items"], items["@list"], strict=True):
            assert annotation["@type"] == [f"{ours}Annotation"]
            assert annotation[f"{ours}motivatedBy"] == [{"@id": f"{ours}linking"}]
            (target,) = annotation[f"{ours}hasTarget"]
            assert target[f"{ours}hasSource"] == [{"@id": one["target"]["source"]}]
            kinds = [selector["@type"] for selector in target[f"{ours}hasSelector"]]
            assert kinds[:2] == [[f"{ours}TextQuoteSelector"], [f"{ours}TextPositionSelector"]]
            words = target[f"{ours}hasSelector"][0][f"{ours}exact"][0]["@value"]
            assert words == one["target"]["selector"][0]["exact"]
        assert sum(1 for _ in _addresses(page)) == sum(1 for _ in _terms(said))


def _feeds(made: tuple[Path, ...], ending: str) -> list[Path]:
    return sorted(place for docs in made for place in docs.glob(f"*/feed.*{ending}"))


def test_atom_feeds_are_read_without_a_fault(made: tuple[Path, ...]) -> None:
    feeds = _feeds(made, ".xml")
    assert len(feeds) >= 6
    for place in feeds:
        read = feedparser.parse(place.read_bytes())
        assert not read.bozo, (place, read.get("bozo_exception"))
        assert read.version == "atom10"
        beside = json.loads(place.with_suffix(".json").read_text("utf-8"))
        assert [one.id for one in read.entries] == [item["id"] for item in beside["items"]]
        assert [one.title for one in read.entries] == [item["title"] for item in beside["items"]]
        assert read.feed.language == beside["language"]
        assert all(one.updated_parsed and one.link.startswith(ADDRESS) for one in read.entries)
        assert any(link.rel == "self" for link in read.feed.links)


def test_json_feeds_are_as_their_schema_says(made: tuple[Path, ...]) -> None:
    schema = json.loads((CONTEXTS / "json_feed.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    feeds = _feeds(made, ".json")
    assert len(feeds) >= 6
    for place in feeds:
        said = json.loads(place.read_text("utf-8"))
        faults = [fault.message for fault in Draft202012Validator(schema).iter_errors(said)]
        assert faults == [], place
    assert any(json.loads(place.read_text("utf-8"))["items"] for place in feeds)
    assert [*Draft202012Validator(schema).iter_errors({"version": "1.1", "title": "x", "items": []})]


def test_manifests_are_as_their_schema_says(made: tuple[Path, ...]) -> None:
    """As compiled: the hashes of a built site come on top of it (tests/site/test_manifest.py)."""
    schema = json.loads((ROOT / "docs/manual/reference/manifest.schema.json").read_text("utf-8"))
    schema["required"] = [name for name in schema["required"] if name not in ("outputs", "marks")]
    for docs in made:
        said = json.loads((docs / "manifest.json").read_text("utf-8"))
        assert [fault.message for fault in Draft202012Validator(schema).iter_errors(said)] == []

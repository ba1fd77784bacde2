"""Which briefs are one brief in several languages, whatever names whom."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.severn import resolved, severn


class Case(NamedTuple):
    briefs: dict[str, str]
    """Language, then what it translates, then ``draft``, by slug."""
    translations: dict[str, str]
    """The slugs that each brief leads to, in their order."""
    findings: tuple[str, ...] = ()


CASES = {
    "alone": Case({"en": "en"}, {"en": ""}),
    "a pair, named by one": Case({"en": "en", "de": "de en"}, {"en": "de", "de": "en"}),
    "two of one original": Case(
        {"en": "en", "de": "de en", "fr": "fr en"}, {"en": "de fr", "de": "en fr", "fr": "de en"}
    ),
    "a translation of a translation": Case(
        {"en": "en", "de": "de en", "fr": "fr de"}, {"en": "de fr", "de": "en fr", "fr": "de en"}
    ),
    "sorted by language, then by slug": Case(
        {"b": "en", "z": "de b", "a": "de b", "c": "bg b"},
        {"a": "c z b", "b": "c a z", "c": "a z b", "z": "c a b"},
    ),
    "another region is another language": Case({"en": "en", "us": "en-US en"}, {"en": "us", "us": "en"}),
    "a draft leads on, and nothing leads to it": Case(
        {"en": "en", "de": "de en draft"}, {"en": "", "de": "en"}
    ),
    "a draft between two": Case(
        {"en": "en", "de": "de en draft", "fr": "fr de"}, {"en": "fr", "de": "en fr", "fr": "en"}
    ),
    "of nobody": Case({"en": "en nobody"}, {"en": ""}, ("unknown-translation 5:17",)),
    "of itself": Case({"en": "en en"}, {"en": ""}, ("unknown-translation 5:17",)),
    "in the same language": Case({"a": "en", "b": "en a"}, {"a": "", "b": ""}, ("unknown-translation 5:17",)),
    "each of the other": Case(
        {"en": "en de", "de": "de en"}, {"en": "de", "de": "en"}, ("unknown-translation 5:17",) * 2
    ),
    "in a ring of three": Case(
        {"a": "en c", "b": "de a", "c": "fr b"},
        {"a": "b c", "b": "a c", "c": "b a"},
        ("unknown-translation 5:17",) * 3,
    ),
    "of one in a ring": Case(
        {"en": "en de", "de": "de en", "fr": "fr en"},
        {"en": "de fr", "de": "en fr", "fr": "de en"},
        ("unknown-translation 5:17",) * 2,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_translations(case: Case, tmp_path: Path) -> None:
    texts = {slug: front(*said.split(" ")) for slug, said in case.briefs.items()}
    corpus, findings = resolved(severn(tmp_path / "p", texts))
    found = {brief.slug: " ".join(other.slug for other in brief.translations) for brief in corpus.briefs}
    assert found == case.translations
    assert tuple(findings) == case.findings


def front(lang: str, of: str = "", status: str = "") -> str:
    lines = ["---", f"title: In {lang}", "date: 2025-05-06", f"lang: {lang}"]
    lines += [f"translation_of: {of}"] if of else []
    lines += [f"status: {status}"] if status else []
    return "\n".join([*lines, "---", "", "Words.", ""])


def test_a_translation_has_the_title_and_the_language_of_its_brief(tmp_path: Path) -> None:
    corpus, _ = resolved(severn(tmp_path / "p", {"en": front("en"), "de": front("de", "en")}))
    ((one,), (other,)) = (brief.translations for brief in corpus.briefs)
    assert (one.lang, one.slug, one.title) == ("en", "en", "In en")
    assert (other.lang, other.slug, other.title) == ("de", "de", "In de")

import pytest

from briefgen.model.brief import ErratumKind, Status
from tests.decode.reading import Place, front_matter, good_front_matter, places, words

WHOLE = """\
title: A thousand sappers for Kursk
description: >
  What a report gets right,
  and what it gets wrong.
date: 2025-06-18
updated: 2025-07-01
version: 1.10
status: draft
authors: [Kim, "O'Neil"]
lang: de-at
tags:
- Russia
- North Korea
about: [one2025, "two:2025"]   # the captured works
translation_of: tausend-pioniere
aliases: [sappers]
errata:
- date: 2025-07-01
  kind: correction
  was: May
  now: June
  where: "#capital"
license: CC-BY-4.0
"""


def test_everything_is_read() -> None:
    front, found = front_matter(WHOLE)
    assert not found
    assert front
    assert front.title == "A thousand sappers for Kursk"
    assert front.title_span.text == front.title
    assert front.description == "What a report gets right, and what it gets wrong."
    assert (front.date, front.updated, front.version) == ("2025-06-18", "2025-07-01", "1.10")
    assert front.status is Status.DRAFT
    assert front.authors == ("Kim", "O'Neil")
    assert front.lang == "de-AT"
    assert front.tags == ("Russia", "North Korea")
    assert [(work.name, work.span.text) for work in front.about] == [
        ("one2025", "one2025"),
        ("two:2025", '"two:2025"'),
    ]
    assert front.translation_of
    assert front.translation_of.span.text == "tausend-pioniere"
    assert [alias.name for alias in front.aliases] == ["sappers"]
    (erratum,) = front.errata
    assert (erratum.date, erratum.kind) == ("2025-07-01", ErratumKind.CORRECTION)
    assert (erratum.was, erratum.now, erratum.where) == ("May", "June", "capital")
    assert erratum.span.text.startswith("date: 2025-07-01\n")
    assert erratum.span.text.endswith('"#capital"')
    assert front.license == "CC-BY-4.0"
    assert front.span.text == WHOLE


def test_what_is_not_given_has_a_default() -> None:
    front, found = good_front_matter("description:\nupdated: ~\ntags: null\nauthors: []\nversion: ''\n")
    assert not found
    assert (front.description, front.updated, front.version) == ("", "", "1.0")
    assert (front.tags, front.authors, front.about, front.errata) == ((), (), (), ())
    assert (front.lang, front.status) == ("en", Status.PUBLISHED)


@pytest.mark.parametrize("lang", ["no", "de", "en-GB", "zh-Hant-TW", "sr-Latn-RS", "es-419", "de-CH-1901"])
def test_a_language_is_text_whatever_yaml_thinks(lang: str) -> None:
    front, found = good_front_matter(f"lang: {lang}\n")
    assert not found
    assert front.lang == lang


@pytest.mark.parametrize(
    "written",
    [
        "|\n  A thousand\n  sappers",
        ">\n  A thousand\n  sappers",
        "A thousand\n  sappers",
        '"A thousand\\nsappers"',
    ],
)
def test_a_title_is_one_line(written: str) -> None:
    front, found = front_matter(f"title: {written}\ndate: 2025-06-18\n")
    assert not found
    assert front
    assert front.title == "A thousand sappers"


def test_about_may_be_one_key() -> None:
    front, _ = good_front_matter("about: one2025\n")
    assert [(work.name, work.span.line) for work in front.about] == [("one2025", 4)]


@pytest.mark.parametrize(
    ("keys", "place", "said"),
    [
        ("", ("yaml-missing-key", 1, 1), "`title` is missing"),
        ("title: A\n", ("yaml-missing-key", 1, 1), "`date` is missing"),
        ("title:\n", ("yaml-empty-value", 2, 1), "`title` is empty"),
        ("title: ' '\n", ("yaml-empty-value", 2, 8), "`title` is empty"),
        ("title: [A]\n", ("yaml-wrong-type", 2, 8), "expected a text"),
        ("title:\n  A: B\n", ("yaml-wrong-type", 3, 3), "`title` is a mapping"),
        ("- title\n", ("yaml-wrong-type", 2, 1), "front matter is a list"),
        ("date: 2025-02-30\n", ("not-a-date", 2, 7), "2025-02 has 28 days"),
        ("date: 0000-01-01\n", ("not-a-date", 2, 7), "no day of the calendar"),
        ("date: 18.6.2025\n", ("not-a-date", 2, 7), "did you mean `2025-06-18`?"),
        ("date: 2025/6/8\n", ("not-a-date", 2, 7), "did you mean `2025-06-08`?"),
        ("date: 06/18/2025\n", ("not-a-date", 2, 7), "as in `2025-06-18`"),
        ("date: 20250618\n", ("not-a-date", 2, 7), "is not a date: `20250618`"),
        ("date: ٢٠٢٥-٠٦-١٨\n", ("not-a-date", 2, 7), "as in `2025-06-18`"),
        ("date: today\n", ("not-a-date", 2, 7), "is not a date: `today`"),
        ("date: 2025-06-18 12:00\n", ("not-a-date", 2, 7), "is not a date"),
    ],
)
def test_no_brief_without_title_and_date(keys: str, place: Place, said: str) -> None:
    front, found = front_matter(keys)
    assert front is None or not (front.title and front.date)
    assert place in places(found)
    assert said in words(found)


@pytest.mark.parametrize(
    ("keys", "place", "said"),
    [
        ("lang: en_gb\n", ("not-a-language", 4, 7), "write `en-GB`"),
        ("lang: german\n", ("not-a-language", 4, 7), "as in `de`, `en-GB`"),
        ("status: drfat\n", ("unknown-choice", 4, 9), "did you mean `draft`?"),
        ("status: Draft\n", ("unknown-choice", 4, 9), "expected one of `draft`, `published`, `withdrawn`"),
        ("tags: Russia, North Korea\n", ("yaml-wrong-type", 4, 7), "write `tags: [Russia, North Korea]`"),
        ("tags:\n- Russia\n-\n", ("yaml-empty-value", 6, 2), "item of `tags` is empty"),
        ("tags: [Russia, [b]]\n", ("yaml-wrong-type", 4, 16), "item of `tags` is a list"),
        ("tags: [Russia, Russia]\n", ("yaml-repeated-item", 4, 16), "names this twice"),
        ("aliases: old\n", ("yaml-wrong-type", 4, 10), "write `aliases: [old]`"),
        ("about: {a: b}\n", ("yaml-wrong-type", 4, 8), "expected a list"),
        ("titel: A\n", ("yaml-unknown-key", 4, 1), "did you mean `title`?"),
        ("translation-of: a\n", ("yaml-unknown-key", 4, 1), "did you mean `translation_of`?"),
        ("foo: 1\n", ("yaml-unknown-key", 4, 1), "known keys: title, date, description, "),
        ("<<: {lang: de}\n", ("yaml-unknown-key", 4, 1), "unknown key `<<`"),
        ("date: 2025-06-19\n", ("yaml-duplicate-key", 4, 1), "first in line 3"),
        ("tags: [a]\ntags: [b]\n", ("yaml-duplicate-key", 5, 1), "first in line 4"),
        ("? [a]\n: b\n", ("yaml-wrong-type", 4, 3), "a key must be text"),
        ("~: b\n", ("yaml-wrong-type", 4, 1), "a key must be text"),
        ("updated: 2025-06-17\n", ("date-too-early", 4, 10), "the brief is of 2025-06-18, line 3"),
        ("errata: none\n", ("yaml-wrong-type", 4, 9), "expected a list of mappings"),
        ("errata: [x]\n", ("yaml-wrong-type", 4, 10), "item of `errata` is a text"),
        ("license: !spdx MIT\n", ("yaml-tag", 4, 10), "`!spdx` is a YAML tag"),
        ("license: &a MIT\n", ("yaml-anchor", 4, 10), "`&a` is a YAML anchor"),
        ("license: *a\n", ("yaml-anchor", 4, 10), "`*a` is a YAML alias"),
        ("tags: &a [*a]\n", ("yaml-anchor", 4, 11), "`*a` is a YAML alias"),
        ("version: 2 #final\n", ("yaml-lost-text", 4, 12), "put the whole value in quotes"),
        ("tags:\n- #Russia\n", ("yaml-lost-text", 5, 3), "`#` begins a comment"),
        ('license: "\\0"\n', ("yaml-character", 4, 10), "U+0000"),
        ('license: "\\ud800"\n', ("yaml-character", 4, 10), "U+D800"),
    ],
)
def test_a_finding_leaves_the_rest_readable(keys: str, place: Place, said: str) -> None:
    front, found = good_front_matter(keys)
    assert (front.title, front.date) == ("Sappers", "2025-06-18")
    assert place in places(found)
    assert said in words(found)


ERRATUM = (
    "errata:\n- {{date: {date}, kind: {kind}, was: {was}, now: B, where: {where}}}\n"
    "version: '1.1'\nupdated: 2025-07-01\n"
)


@pytest.mark.parametrize(
    ("change", "expected", "said"),
    [
        ({"date": "2025-06-17"}, "date-too-early", "the brief is of 2025-06-18"),
        ({"date": "soon"}, "not-a-date", "`errata.date` is not a date"),
        ({"kind": "corection"}, "unknown-choice", "did you mean `correction`?"),
        ({"was": ""}, "yaml-empty-value", "`errata.was` is empty"),
        ({"where": '"the capital"'}, "not-an-id", 'as in `"#capital"`'),
    ],
)
def test_an_erratum_has_one_thing_wrong(change: dict[str, str], expected: str, said: str) -> None:
    good = {"date": "2025-07-01", "kind": "update", "was": "A", "where": "x"}
    _, found = good_front_matter(ERRATUM.format(**(good | change)))
    assert [(name, line) for name, line, _ in places(found)] == [(expected, 5)]
    assert said in words(found)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("", "the version is 1.0 and `updated` is not given"),
        ("version: '1.1'\n", "listed, and `updated` is not given"),
        ("version: '1.1'\nupdated: 2025-06-30\n", "listed, and `updated` is 2025-06-30"),
        ("updated: 2025-07-01\n", "listed, and the version is 1.0"),
        ("version: '1.1'\nupdated: soon\n", ""),
        ("version: '1.1'\nupdated: 2025-07-02\n", ""),
    ],
)
def test_a_change_makes_another_version(keys: str, said: str) -> None:
    erratum = "errata:\n- {date: 2025-07-01, kind: update, was: A, now: B}\n"
    _, found = good_front_matter(keys + erratum)
    assert [one.rule.name for one in found if one.rule.code == "BG132"] == ["erratum-without-version"] * bool(
        said
    )
    assert said in words(found)


def test_an_erratum_says_what_it_lacks() -> None:
    front, found = good_front_matter("errata:\n- date: 2025-07-01\n  kid: update\n  was: A\n")
    assert front.errata == ()
    # the mistyped `kind` is one finding, not two
    assert places(found) == [("yaml-missing-key", 5, 3), ("yaml-unknown-key", 6, 3)]
    assert "`errata.now` is missing" in words(found)


def test_all_findings_at_once() -> None:
    front, found = front_matter("titel: A\ndate: 2025-13-01\nlang: x\ntags: a\nstatus: out\nlang: de\n")
    assert front
    assert (front.title, front.date) == ("", "")
    assert places(found) == [
        ("yaml-unknown-key", 2, 1),
        ("not-a-date", 3, 7),
        ("not-a-language", 4, 7),
        ("yaml-wrong-type", 5, 7),
        ("unknown-choice", 6, 9),
        ("yaml-duplicate-key", 7, 1),
    ]

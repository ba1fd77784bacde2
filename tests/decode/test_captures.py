from pathlib import Path

import pytest

from briefgen.model.capture import ListState, Publish, TextBy, UrlStatus
from briefgen.model.spoken import spoken_in
from tests.decode.reading import SHA256, Place, capture_list, captures, places, words

REQUIRED = f"""\
one2025:
  file: seeds/one.txt
  sha256: {SHA256}
  captured: 2025-06-17
  language: de
"""

WHOLE = f"""\
# a comment
one2025:
- file: seeds/one.png
  sha256: {SHA256.upper()}
  captured: 2025-06-17T13:34+02:00   # as stamped
  language: zh-hant
  obtained: handed in
    as an image
  url_status: dead
  archive: https://archive.example/1?x=y
  source_line: "Source:  dpa"
  truncated: true
  text: seeds/one.txt
  text_by: ocr
  text_sha256: {SHA256.upper()}
  extractor: tesseract 5.3
  copies: two2025
  publish: none
- file: seeds/two.txt
  sha256: {SHA256}
  captured: 2025-06-18
  language: no
  archive: null
  truncated: false
  text: ~
  copies:
"""


def test_everything_is_read() -> None:
    records, found = captures(WHOLE)
    assert not found
    first, second = records
    assert (first.key, first.key_span.line, first.file) == ("one2025", 2, "seeds/one.png")
    assert (first.file_span.text, first.sha256) == ("seeds/one.png", SHA256)
    assert first.sha256_span.text == SHA256.upper()
    assert (first.captured, first.language) == ("2025-06-17T13:34+02:00", "zh-Hant")
    assert first.obtained == "handed in as an image"
    assert (first.url_status, first.archive) == (UrlStatus.DEAD, "https://archive.example/1?x=y")
    assert (first.source_line, first.truncated) == ("Source:  dpa", True)
    assert (first.text, first.text_by) == ("seeds/one.txt", TextBy.OCR)
    assert first.text_span
    assert first.text_span.text == "seeds/one.txt"
    assert first.text_sha256_span
    assert (first.text_sha256, first.text_sha256_span.text) == (SHA256, SHA256.upper())
    assert first.extractor == "tesseract 5.3"
    assert first.copies_span
    assert (first.copies, first.copies_span.text) == ("two2025", "two2025")
    assert first.publish is Publish.NONE
    assert (second.key, second.captured, second.language) == ("one2025", "2025-06-18", "no")
    assert (second.archive, second.truncated, second.text, second.text_span) == ("", False, "", None)
    assert (second.text_sha256, second.text_sha256_span, second.extractor) == ("", None, "")
    assert (second.url_status, second.copies, second.copies_span) == (None, "", None)
    assert second.publish is Publish.EXCERPTS


def test_the_captures_of_this_repository_are_read() -> None:
    text = (Path(__file__).parents[2] / "sources" / "captures.yml").read_text(encoding="utf-8")
    records, found = captures(text)
    assert not found
    assert "chaspravdy2025article" in {record.key for record in records}


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_there_may_be_no_captures(text: str) -> None:
    assert captures(text) == ((), [])


@pytest.mark.parametrize(
    ("more", "place", "said"),
    [
        ("  url_status: gone\n", ("unknown-choice", 6, 15), "expected one of `live`, `dead`"),
        ("  archive: example.org\n", ("not-an-address", 6, 12), "as in `https://example.org/`"),
        ("  archive: https://[x\n", ("not-an-address", 6, 12), "not a web address"),
        ("  archive: javascript:alert(1)\n", ("not-an-address", 6, 12), "not a web address"),
        ("  truncated: yes\n", ("yaml-wrong-type", 6, 14), "expected `true` or `false`"),
        ("  text: /etc/passwd\n  text_by: hand\n", ("not-a-path", 6, 9), "from the project's root"),
        ("  text: seeds/a.txt\n", ("yaml-missing-key", 6, 9), "`one2025.text` without `text_by`"),
        ("  text_by: ocr\n", ("yaml-missing-key", 6, 12), "`one2025.text_by` without `text`"),
        (f"  text_sha256: {SHA256}\n", ("yaml-missing-key", 6, 16), "`one2025.text_sha256` without `text`"),
        ("  extractor: x 1\n", ("yaml-missing-key", 6, 14), "`one2025.extractor` without `text_sha256`"),
        ("  publish: partial\n", ("unknown-choice", 6, 12), "`excerpts`, `full`, `none`"),
        ("  lang: de\n", ("yaml-unknown-key", 6, 3), "did you mean `language`?"),
        ("  file: seeds/b.txt\n", ("yaml-duplicate-key", 6, 3), "first in line 2"),
        ("one2025: []\n", ("yaml-duplicate-key", 6, 1), "list all captures of a work below one key"),
        ("two2025: seeds/two.txt\n", ("yaml-wrong-type", 6, 10), "`two2025` is a text"),
        ("two2025: []\n", ("yaml-wrong-type", 6, 10), "`two2025` is an empty list"),
        ("two2025:\n", ("yaml-wrong-type", 6, 1), "`two2025` is empty"),
        ("two2025: {}\n", ("yaml-missing-key", 6, 1), "`two2025.sha256` is missing"),
        ("two2025:\n- file: a\n", ("yaml-missing-key", 7, 3), "`two2025.captured` is missing"),
        ("copy:\n  <<: *a\n", ("yaml-anchor", 7, 7), "`*a` is a YAML alias"),
    ],
)
def test_a_finding_leaves_the_rest_readable(more: str, place: Place, said: str) -> None:
    records, found = captures(REQUIRED + more)
    assert [record.file for record in records] == ["seeds/one.txt"]
    assert place in places(found)
    assert said in words(found)


@pytest.mark.parametrize(
    ("good", "bad", "place", "said"),
    [
        ("seeds/one.txt", "../one.txt", ("not-a-path", 2, 9), "cannot be `../one.txt`"),
        ("seeds/one.txt", "seeds\\one.txt", ("not-a-path", 2, 9), "as in `seeds/report.txt`"),
        ("seeds/one.txt", "c:one.txt", ("not-a-path", 2, 9), "from the project's root"),
        (SHA256, SHA256[:-1], ("not-a-sha256", 3, 11), "found 63 characters"),
        (SHA256, SHA256[:-1] + "g", ("not-a-sha256", 3, 11), "found other characters"),
        ("2025-06-17", "2025-06-17T10:00", ("not-a-date", 4, 13), "add `Z` for UTC"),
        ("2025-06-17", "2025-06-17T25:00Z", ("not-a-date", 4, 13), "no time of a day"),
        ("2025-06-17", "2025-06-31T10:00Z", ("not-a-date", 4, 13), "2025-06 has 30 days"),
        ("2025-06-17", "17.06.2025", ("not-a-date", 4, 13), "did you mean `2025-06-17`?"),
        ("language: de", "language: German", ("not-a-language", 5, 13), "expected BCP 47"),
        ("  language: de\n", "", ("yaml-missing-key", 1, 1), "`one2025.language` is missing"),
    ],
)
def test_a_capture_without_a_required_value_is_left_out(good: str, bad: str, place: Place, said: str) -> None:
    assert good in REQUIRED
    records, found = captures(REQUIRED.replace(good, bad))
    assert records == ()
    assert places(found) == [place]
    assert said in words(found)


def test_a_moment_may_name_any_zone() -> None:
    for moment in ("2025-06-17T10:00Z", "2025-06-17T10:00:59.5-03:30"):
        records, found = captures(REQUIRED.replace("2025-06-17", moment))
        assert not found
        assert records[0].captured == moment


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("unknown", "unknown"),
        ("on or after 2025-06-17", "on or after 2025-06-17"),
        ("on  or after   2025-06-17", "on or after 2025-06-17"),
    ],
)
def test_a_day_of_capture_may_be_known_in_part(written: str, means: str) -> None:
    records, found = captures(REQUIRED.replace("2025-06-17", written))
    assert not found
    assert (records[0].captured, records[0].stamped) == (means, "")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("on or after 2025-06-31", "2025-06 has 30 days"),
        ("on or after June 2025", "expected a day"),
        ("on or after 2025-06-17T10:00Z", "expected a day"),
        ("Unknown", "`unknown`, or `on or after` a day"),
        ("after 2025-06-17", "`unknown`, or `on or after` a day"),
    ],
)
def test_what_is_known_in_part_has_its_forms(written: str, said: str) -> None:
    records, found = captures(REQUIRED.replace("2025-06-17", written))
    assert records == ()
    assert [one.rule.name for one in found] == ["not-a-date"]
    assert said in words(found)


def test_the_date_on_a_document_is_not_that_of_its_capture() -> None:
    records, found = captures(REQUIRED + "  stamped: 2025-06-16\n")
    assert not found
    assert (records[0].captured, records[0].stamped) == ("2025-06-17", "2025-06-16")
    _, found = captures(REQUIRED + "  stamped: unknown\n")
    assert [one.rule.name for one in found] == ["not-a-date"]


NO_CAPTURE = """\
two2025:
  capture: none
  why: the book is held
    by the library only
  language: de
"""


def test_a_work_may_have_no_capture() -> None:
    listed, found = capture_list(REQUIRED + NO_CAPTURE)
    assert not found
    assert [record.key for record in listed.records] == ["one2025"]
    (entry,) = listed.uncaptured
    assert (entry.key, entry.key_span.line, entry.language) == ("two2025", 6, "de")
    assert entry.why == "the book is held by the library only"
    assert listed.state is ListState.WHOLE


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a:\n  capture: none\n", ("yaml-missing-key", 1, 1), "`a.why` is missing"),
        ("a:\n  capture: none\n  why:\n", ("yaml-empty-value", 3, 3), "`a.why` is empty"),
        ("a:\n  capture: none\n  why: ''\n", ("yaml-empty-value", 3, 8), "`a.why` is empty"),
        ("a:\n  capture: none\n  why: '…'\n", ("reason-empty", 3, 8), "which says nothing"),
        ("a:\n  capture: none\n  wy: x\n", ("yaml-unknown-key", 3, 3), "did you mean `why`?"),
        ("a:\n  capture: none\n  why: x\n  file: b\n", ("yaml-unknown-key", 4, 3), "capture, why, language"),
        ("a:\n  capture: yes\n  why: x\n", ("unknown-choice", 2, 12), "expected `none`"),
        ("a:\n  capture:\n  why: x\n", ("yaml-empty-value", 2, 3), "`a.capture` is empty"),
        ("a:\n- capture: none\n  why: x\n", ("yaml-unknown-key", 2, 3), "without `- `"),
        (f"{REQUIRED}  capture: none\n  why: x\n", ("yaml-unknown-key", 2, 3), "known keys: capture"),
        (f"{NO_CAPTURE}{NO_CAPTURE}", ("yaml-duplicate-key", 6, 1), "first in line 1"),
    ],
)
def test_what_is_no_reason_for_having_none(text: str, place: Place, said: str) -> None:
    listed, found = capture_list(text)
    assert place in places(found)
    assert said in words(found)
    assert listed.state is ListState.FAULTY


def test_how_a_capture_came_to_us_may_be_said_in_several_languages() -> None:
    listed, found = captures(
        f"a:\n  file: seeds/a.txt\n  sha256: {SHA256}\n  captured: 2025-05-02\n  language: de\n"
        "  obtained: {en: sent by the council, de: vom Rat geschickt, de-AT: vom Rat zugesandt, xx-: no}\n"
    )
    (record,) = listed
    assert [one.rule.name for one in found] == ["not-a-language"]
    assert record.obtained == "sent by the council"
    said = {
        lang: spoken_in(lang, record.obtained_in) for lang in ("en-GB", "de", "de-at", "de-CH", "d", "fr")
    }
    assert said == {
        "en-GB": "sent by the council",
        "de": "vom Rat geschickt",
        "de-at": "vom Rat zugesandt",
        "de-CH": "vom Rat geschickt",
        "d": "",
        "fr": "",
    }

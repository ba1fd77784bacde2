"""Captures of other works, log-in pages and later editions are named, and right ones raise nothing."""

import time
from dataclasses import replace
from random import Random

import pytest

from briefgen.model.capture import Capture, CaptureRecord, Holds
from briefgen.model.document_facts import NO_FACTS, DocumentFacts
from briefgen.model.work import Name, PartialDate, Work, WorkKind
from briefgen.stated.sameness import Comparison, compare
from briefgen.text import TextFile
from briefgen.verify.same_work import report_other_work
from tests.stated.facts import PROSE
from tests.stated.works import BOOKS, LATER, LOG_IN, Book, body, documents

NOWHERE = TextFile("sources/captures.yml", "").span(0, 0)


def entry(book: Book) -> Work:
    """The entry of a work."""
    names = (Name(family=book.family, given=book.given),)
    date = PartialDate(book.year)
    return Work(
        "k", "book", WorkKind.BOOK, NOWHERE, names, title=book.title, date=date, language=book.language
    )


def capture(text: str, language: str, facts: DocumentFacts = NO_FACTS, holds: Holds | None = None) -> Capture:
    """A capture with this text."""
    record = CaptureRecord("k", NOWHERE, "seeds/k.txt", NOWHERE, "", NOWHERE, "2025-05-07", language)
    return Capture(replace(record, holds=holds), text, facts=facts)


def swapped() -> list[tuple[Book, Capture]]:
    """Works beside a document of another one, a page to log in, a later edition."""
    pairs = []
    for number, book in enumerate(BOOKS):
        others = [one for one in BOOKS if one.language == book.language and one.family != book.family]
        for at, other in enumerate(others[:2]):
            pairs.append((book, capture(documents(other)[(number + at) % 6], book.language)))
        pairs.append((book, capture(LOG_IN[book.language], book.language)))
        edition = f"{LATER[book.language]}, {book.year + 30}"
        text = "\n\n".join((book.title, book.family, edition, body(book.language)))
        pairs.append((book, capture(text, book.language)))
    return pairs


def test_a_capture_of_another_work_is_named_and_a_right_one_is_not() -> None:
    start = time.process_time()
    wrong = Random(1).sample(swapped(), 100)
    right = [(book, capture(text, book.language)) for book in BOOKS for text in documents(book)]
    right = Random(1).sample(right, 100)
    missed = [(book.title, one.text[:60]) for book, one in wrong if not compare(entry(book), one).differs]
    alarms = [
        (book.title, one.text[:60], said)
        for book, one in right
        if (said := compare(entry(book), one).differs)
    ]
    took = (time.process_time() - start) / 200
    print(f"{100 - len(missed)} of 100 swapped named, {len(alarms)} of 100 right; {1000 * took:.1f} ms each")
    assert len(missed) <= 5, missed
    assert not alarms


PAGE = "Menu\n\nThe board met again. Nothing else is known of it."
QUAY = Book("en", "Closing of the southern quay", "Ann", "Lee", 2024)


@pytest.mark.parametrize(
    ("book", "text", "facts", "differs"),
    [
        (QUAY, PAGE, DocumentFacts(title="Log in"), True),
        (QUAY, PAGE, DocumentFacts(title="Closing of the Southern Quay | The Post"), False),
        (QUAY, PAGE, DocumentFacts(title="Southern quay closed", authors=("Lee, Ann",)), False),
        (QUAY, PAGE, DocumentFacts(title="Closing of the southern quay", date="2031-01-01"), True),
        (QUAY, PAGE, DocumentFacts(title="Closing of the southern quay", authors=("Bo Reed",)), True),
        (QUAY, PAGE, DocumentFacts(title="Évaluer quatre interfaces"), True),
        (QUAY, "Closing of the southern quay\n\nThird edition\n\nIt is closed.", NO_FACTS, True),
        (
            QUAY,
            "Closing of the southern quay\n\nIt was closed after the 3rd edition of the town’s fair in May.",
            NO_FACTS,
            False,
        ),
        (QUAY, "The board closed it. Nothing else is known.", NO_FACTS, False),
        (QUAY, "Chapter 3. Interfaces of harbours\n\nThe board closed it.", NO_FACTS, False),
        (replace(QUAY, title="[A note on interfaces]"), PAGE, DocumentFacts(title="Log in"), False),
        (replace(QUAY, title="Die Sperrung des Südkais"), PAGE, DocumentFacts(title="Log in"), False),
        (replace(QUAY, title="Закрытие южного причала"), PAGE, DocumentFacts(title="Log in"), False),
    ],
)  # fmt: skip
def test_what_a_document_says_of_itself(book: Book, text: str, facts: DocumentFacts, differs: bool) -> None:
    assert bool(compare(entry(book), capture(text, "en", facts)).differs) is differs


def test_a_marked_part_is_not_compared() -> None:
    facts = DocumentFacts(title="Log in")
    assert compare(entry(QUAY), capture(PAGE, "en", facts, Holds.EXCERPT)) == Comparison()


REPRINT = DocumentFacts(
    title=QUAY.title, authors=("Ann Lee",), date="2024", address="https://reprints.example/1"
)


@pytest.mark.parametrize(
    ("container", "url", "facts", "differs"),
    [
        ("The Post", "https://post.example/quay", REPRINT, True),
        ("The Post", "https://post.example/quay", replace(REPRINT, outlet="The Post"), False),
        ("The Post", "https://reprints.example/quay", REPRINT, False),
        ("The Post", "https://doi.org/10.1000/182", REPRINT, False),
        ("", "https://post.example/quay", REPRINT, False),
    ],
)
def test_an_address_elsewhere(container: str, url: str, facts: DocumentFacts, differs: bool) -> None:
    work = replace(entry(QUAY), container=container, url=url)
    assert bool(compare(work, capture(PAGE, "en", facts)).differs) is differs


GERMAN = (PROSE / "de/werther.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "of_entry", "where"),
    [
        ("de", (), ""),
        ("de", ("de",), ""),
        ("de", ("de", "en"), ""),
        ("en", (), "`language:` of the capture says en"),
        ("de", ("en",), "the entry says en"),
    ],
)
def test_a_language_that_it_is_not_in(language: str, of_entry: tuple[str, ...], where: str) -> None:
    work = replace(entry(QUAY), title="[Briefe]", language="".join(of_entry[:1]), languages=of_entry)
    found = list(report_other_work(work, capture(GERMAN, language)))
    assert [one.notes for one in found] == ([(where,)] if where else [])

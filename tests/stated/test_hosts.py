"""Addresses of an entry and of its document: what is one site, and what is not."""

import pytest

from briefgen.stated.hosts import other_host

ONE_SITE = [
    ("https://www.example.org/a", "https://example.org/b"),
    ("https://m.example.co.uk/a", "https://www.example.com/a"),
    ("https://nyti.ms/x", "https://www.nytimes.com/2025/x"),
    ("https://doi.org/10.1000/182", "https://journals.example.net/182"),
    ("https://web.archive.org/web/2020/https://example.org", "https://example.net/a"),
    ("https://archive.ph/x", "https://example.net/a"),
    ("https://news.example.org/a", "https://blog.example.org/a"),
    ("", "https://example.net/a"),
    ("https://example.org/a", ""),
    ("https://example.org/a", "/a"),
    ("https://example.org/a", "https://[broken/"),
]


@pytest.mark.parametrize(("entry", "document"), ONE_SITE)
def test_these_may_be_one(entry: str, document: str) -> None:
    assert not other_host(entry, document, "")


def test_these_are_two() -> None:
    assert other_host("https://herald.example/a", "https://post.example/b", "") == "post.example"
    assert not other_host("https://herald.example/a", "https://post.example/b", "from: Herald.example")

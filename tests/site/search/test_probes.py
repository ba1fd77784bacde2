"""Search finds what people look for: the table of probes, written down before the search was built.

To see what each probe finds: `pytest tests/site/search/test_probes.py -s`.
"""

from pathlib import Path

from playwright.sync_api import Browser

from tests.site.search.probes import read_probes, reader_of
from tests.sweep import sampled

SHARE = 0.95
MISSED = {"деревня", "run", "woman", "kneel", "klagen", "паводок переселение"}
"""Irregular forms. What is found once is found for good."""


def test_of_all_probes_95_in_100_are_found(chromium: Browser, probes_project: Path, project: Path) -> None:
    sites = {"probes": probes_project / "site", "kursk": project / "site"}
    """In the suite a twelfth of them, in the sweep all."""
    probes = read_probes()
    assert len(probes) >= 90
    probes = sampled(probes, 12)
    missed = []
    for name, site in sites.items():
        with reader_of(site, chromium) as reader:
            missed += reader.missed(probe for probe in probes if probe.site == name)
    print(f"{len(probes) - len(missed)} of {len(probes)} probes found; missed:")
    for probe in missed:
        print(f"  {probe.query} ({probe.language}, {probe.category}): {probe.page}#{probe.anchor}")
    assert len(missed) <= len(probes) * (1 - SHARE), missed
    assert {probe.query for probe in missed} <= MISSED


def test_the_probes_are_of_every_kind_and_language() -> None:
    probes = read_probes()
    assert {probe.language for probe in probes} == {"de", "en", "ru", "ko"}
    kinds = "inflection irregular compound umlaut name footnote work phrase cross-language particle"
    assert {probe.category for probe in probes} == set(kinds.split())
    assert len({(probe.query, probe.page) for probe in probes}) == len(probes)

"""What a site says of itself: its own page, a page for each of those who write, and the ways there."""

from dataclasses import replace

import pytest

from briefgen.catalogue import words_for
from briefgen.model.layout import pages
from briefgen.model.page import Page
from briefgen.model.settings import About, Person, Settings
from briefgen.render import render_site
from tests.decode.reading import settings
from tests.render.test_ways import corpus

ABOUT = """\
extra:
  briefgen:
    publisher: The Example Desk
    authors: [Ada Example]
    about:
      text: |
        First line,
        second line.

        Another *paragraph*.
      selection: What is asked of us.
      contact: desk@example.org
      imprint: |
        The Example Desk
        1 Example Street
      people:
        - {name: Ada Example, role: Editor, interests: 'A seat on the council'}
        - {name: Ben Example, link: 'https://example.org/ben'}
"""
FRONTS = (
    "date: 2025-01-01",
    "date: 2025-01-02\nauthors: [Cleo Example, Ben Example]\nreviewers: [Ada Example]",
    "date: 2025-01-03\nauthors: [Cleo Example]\nstatus: draft",
)


def made(text: str, *fronts: str) -> dict[str, str]:
    whole = corpus(*fronts)
    workspace = replace(whole.corpus.workspace, settings=settings(text)[0])
    whole = replace(whole, corpus=replace(whole.corpus, workspace=workspace))
    found: tuple[Page, ...] = render_site(whole, None).value
    return {page.path: page.text for page in found}


def test_the_page_about_the_site_says_what_the_settings_say() -> None:
    text = made(ABOUT, *FRONTS)[pages.ABOUT]
    *_, body = text.split("---\n")
    assert 'description: "First line, second line."' in text
    assert "First line, second line.\n\nAnother \\*paragraph\\*.\n\nPublished by The Example Desk." in body
    assert "## How subjects are chosen\n\nWhat is asked of us.\n\nAn error is no evidence of intent." in body
    assert "-   [Ada Example](../people/ada-example.md): Editor\n" in body
    assert "write to [desk@example.org](mailto:desk@example.org)" in body
    assert body.endswith("## Imprint\n\nThe Example Desk  \n1 Example Street\n")


def test_each_person_has_a_page_with_role_interests_and_briefs() -> None:
    ours = made(ABOUT, *FRONTS)
    ada, ben = ours["people/ada-example.md"], ours["people/ben-example.md"]
    assert "</span> Editor" in ada
    assert "</span> A seat on the council." in ada
    assert "(../briefs/b0000.md)" in ada.partition("## Read before publication")[0]
    assert "(../briefs/b0001.md)" in ada.partition("## Read before publication")[2]
    assert "None are declared." in ben
    assert "[More on this person](https://example.org/ben)" in ben
    assert "(../briefs/b0001.md)" in ben
    assert "(../briefs/b0000.md)" not in ben


def test_names_that_the_site_tells_more_of_lead_there() -> None:
    ours = made(ABOUT, *FRONTS)
    assert "By [Ada Example](../people/ada-example.md)" in ours["briefs/b0000.md"]
    byline = "By Cleo Example, [Ben Example](../people/ben-example.md) · reviewed by [Ada Example]"
    assert byline in ours["briefs/b0001.md"]


def test_a_site_that_says_nothing_has_no_such_page() -> None:
    ours = made("extra: {briefgen: {authors: [Ada Example]}}\n", *FRONTS)
    assert not [path for path in ours if path.startswith(("about", "people"))]
    assert "By Ada Example\n" in ours["briefs/b0000.md"]


def test_where_there_is_no_address_the_page_says_so() -> None:
    ours = made("extra: {briefgen: {about: {text: We.}}}\n", *FRONTS)
    assert words_for("en").about.errors_nowhere in ours[pages.ABOUT]
    assert "mailto:" not in ours["briefs/b0000.md"]


def test_errors_are_reported_to_the_contact_unless_there_is_a_place_for_them() -> None:
    assert "mailto:desk@example.org" in made(ABOUT, *FRONTS)["briefs/b0000.md"]
    own = ABOUT.replace("    about:", "    report_errors: errors@example.org\n    about:")
    assert "mailto:errors@example.org" in made(own, *FRONTS)["briefs/b0000.md"]


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ("[{name: Ada}, {name: ADA}]", "yaml-repeated-item"),
        ("[{role: Editor}]", "yaml-missing-key"),
        (f"[{{name: {'x' * 101}}}]", "yaml-wrong-type"),
        ("[{name: Ada, link: here}]", "not-an-address"),
        ("[Ada]", "yaml-wrong-type"),
        ("[{name: Ada, age: 3}]", "yaml-unknown-key"),
    ],
)
def test_what_is_wrong_with_people_is_told(people: str, found: str) -> None:
    _, findings = settings(f"extra: {{briefgen: {{about: {{people: {people}}}}}}}\n")
    assert [finding.rule.name for finding in findings] == [found]


def test_a_name_of_signs_alone_has_an_address_too() -> None:
    value, findings = settings("extra: {briefgen: {about: {people: [{name: '???'}]}}}\n")
    assert not findings
    assert value == Settings(about=About(people=(Person("???"),), is_given=True))
    assert pages.person_path("???") == "people/.3F.3F.3F.md"

import pytest

from briefgen.decode.settings import decode_settings
from briefgen.diagnostics import Diagnostic
from briefgen.model.settings import CardColours, Settings
from tests.decode.reading import Place, places, settings, words

WHOLE = """\
site_name: Kursk
site_url: https://example.org/briefs
theme:
  name: material
  language: de
  features: &features [a, b]
markdown_extensions:
- emoji:
    generator: !!python/name:material.extensions.emoji.to_svg
plugins: *features
loop: &loop [*loop]
site_name_of_another: #nothing
extra:
  social: !ENV [SOCIAL, ""]
  briefgen:
    authors: [Kim]
    publisher: The Desk
    license: CC-BY-4.0
    report_errors: desk@example.org
"""


def test_everything_is_read_and_the_rest_left_alone() -> None:
    value, found = settings(WHOLE)
    assert not found
    assert value == Settings(
        site_name="Kursk",
        site_url="https://example.org/briefs/",
        has_address=True,
        language="de",
        authors=("Kim",),
        publisher="The Desk",
        license="CC-BY-4.0",
        report_errors="desk@example.org",
    )


def test_no_file_no_settings() -> None:
    found: list[Diagnostic] = []
    assert decode_settings(None, found.append) == Settings()
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "theme: readthedocs\n",
        "site_name: !ENV NAME\ntheme: !x {language: de}\n",
        "site_url: ''\nextra:\n",
        "extra: {briefgen: }\n",
        "extra: &a\n  briefgen: {authors: *a}\n",
        "extra: *unknown\n",
    ],
)
def test_what_is_not_said_has_a_default(text: str) -> None:
    assert settings(text) == (Settings(), [])


@pytest.mark.parametrize(
    ("written", "value"), [("false", False), ("No", False), ("true", True), ("!ENV X", True)]
)
def test_directory_urls_are_read_as_mkdocs_reads_them(written: str, value: bool) -> None:
    assert settings(f"use_directory_urls: {written}\n") == (Settings(directory_urls=value), [])


def test_an_address_that_only_mkdocs_knows_is_an_address() -> None:
    assert settings("site_url: !ENV [URL, x]\n") == (Settings(has_address=True), [])


def test_the_looks_of_cards() -> None:
    value, found = settings(
        "theme: {logo: images/own.svg}\n"
        "extra:\n  briefgen:\n    card: {background: '#FFFFFF', accent: '#aa0000'}\n"
        "    card_fonts: [fonts/korean.ttf]\n"
        "    preload_font: false\n    touch_icon: images/own.png\n    theme_color: {light: '#ffffff'}\n"
    )
    assert not found
    assert value.logo == "images/own.svg"
    assert value.card == CardColours(background="#ffffff", accent="#aa0000")
    assert [(font.name, font.span.line) for font in value.card_fonts] == [("fonts/korean.ttf", 5)]


def test_an_alias_is_followed() -> None:
    value, found = settings("copyright: &us The Desk\nextra: {briefgen: {publisher: *us}}\n")
    assert not found
    assert value.publisher == "The Desk"


def test_names_in_other_languages_are_read_by_the_templates() -> None:
    titles = "nav:\n- Home: index.md\n- For authors:\n  - Setup: setup.md\n  - more.md\n"
    names = "extra: {briefgen: {site_name: {de-AT: Hefte}, nav: {de: {Home: Start, Setup: Anfangen}}}}\n"
    named = Settings(names=(("de-AT", "Hefte"),))
    assert settings(titles + names) == (named, [])
    assert settings(names) == (named, [])


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("site_url: example.org\n", ("not-an-address", 1, 11), "`site_url` is not a web address"),
        ("site_name: [a]\n", ("yaml-wrong-type", 1, 12), "`site_name` is a list"),
        ("theme: {language: xxxx}\n", ("not-a-language", 1, 19), "`theme.language`"),
        ("- a\n", ("yaml-wrong-type", 1, 1), "mkdocs.yml is a list"),
        ("extra: {briefgen: x}\n", ("yaml-wrong-type", 1, 19), "`extra.briefgen` is a text"),
        (
            "extra: {Briefgen: {authors: [Kim]}}\n",
            ("yaml-unknown-key", 1, 9),
            "rename it to `extra.briefgen`",
        ),
        ("extra: {briefs: 1, briefgn: {}}\n", ("yaml-unknown-key", 1, 20), "`extra.briefgn` means nothing"),
        ("extra: {briefgen: {authors: Kim}}\n", ("yaml-wrong-type", 1, 29), "write `authors: [Kim]`"),
        ("extra: {briefgen: {author: Kim}}\n", ("yaml-unknown-key", 1, 20), "did you mean `authors`?"),
        (
            "extra: {briefgen: {report_errors: desk}}\n",
            ("not-an-address", 1, 35),
            "expected a mail address or a web address",
        ),
        (
            "extra: {briefgen: {site_name: {deutsch_: Kursk}}}\n",
            ("not-a-language", 1, 32),
            "a key of `extra.briefgen.site_name`",
        ),
        (
            "nav: [Home: index.md, More: [Method: m.md]]\nextra: {briefgen: {nav: {de: {Methd: Methode}}}}\n",
            ("yaml-unknown-key", 2, 31),
            "did you mean `Method`?",
        ),
        (
            "extra: {briefgen: {nav: {de: {Home: [Start]}}}}\n",
            ("yaml-wrong-type", 1, 37),
            "`extra.briefgen.nav.de.Home` is a list",
        ),
        ("extra: {briefgen: {card: {ink: black}}}\n", ("yaml-wrong-type", 1, 32), "expected a colour"),
        ("extra: {briefgen: {card_fonts: [../x.ttf]}}\n", ("not-a-path", 1, 33), "cannot be `../x.ttf`"),
        ("site_name: A\nsite_name: B\n", ("yaml-duplicate-key", 2, 1), "first in line 1"),
    ],
)
def test_findings_about_what_is_read(text: str, place: Place, said: str) -> None:
    _, found = settings(text)
    assert places(found) == [place]
    assert said in words(found)


@pytest.mark.parametrize(("publisher", "name"), [("", "Dossiers"), ("Briefs", "Dossiers"), ("Desk", "Desk")])
def test_a_publisher_that_is_the_site_is_called_as_the_site_is(publisher: str, name: str) -> None:
    value, found = settings(
        f"site_name: Briefs\nextra: {{briefgen: {{publisher: '{publisher}', site_name: {{de: Dossiers}}}}}}\n"
    )
    assert not found
    assert value.published_by("de-AT") == name
    assert value.published_by("en") == (publisher or "Briefs")

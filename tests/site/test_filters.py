"""Lists that readers narrow down, in Chromium: by keyboard, by address, and not at all without JavaScript."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.browser import serve
from tests.repository import run
from tests.site.desk import copy_desk
from tests.test_golden import GOLDEN
from tests.windows import Windows


@contextmanager
def opened(windows: Windows, address: str, *, scripts: bool = True, width: int = 1440) -> Iterator[Page]:
    with windows.page(java_script_enabled=scripts, viewport={"width": width, "height": 900}) as page:
        page.goto(address)
        yield page


def titles(page: Page) -> list[str]:
    return page.locator(".entry-title:visible").all_inner_texts()


def test_without_scripts_everything_is_listed_and_nothing_promises_more(
    windows: Windows, address: str
) -> None:
    for path, least in (("briefs/", 4), ("sources/", 70), ("corrections/", 8)):
        with opened(windows, address + path + "?lang=de", scripts=False) as page:
            assert page.locator(".entry:visible").count() >= least
            assert page.locator("form.filters").count() == 1
            assert page.locator("form.filters :visible").count() == 0


def test_a_choice_by_keyboard_narrows_the_list_down(windows: Windows, address: str) -> None:
    with opened(windows, f"{address}briefs/") as page:
        everything = titles(page)
        page.get_by_label("Topic").focus()
        page.keyboard.press("K")  # a select finds the option that begins so; of many keys, if they come soon
        assert titles(page) == ["Tausend Pioniere für Kursk", "A thousand sappers for Kursk"]
        assert page.get_by_role("status").inner_text() == f"2 of {len(everything)} shown"
        page.keyboard.press("Tab")
        page.keyboard.press("G")
        assert titles(page) == ["Tausend Pioniere für Kursk"]
        assert page.evaluate("location.search") == "?topic=kursk&lang=de"
        page.get_by_role("button", name="Show all").focus()
        page.keyboard.press("Enter")
        assert titles(page) == everything
        assert page.evaluate("location.search") == ""
        assert page.evaluate("document.activeElement.name") == "topic", "the button is gone, the focus is not"


def test_the_choice_is_in_the_address(windows: Windows, address: str) -> None:
    with opened(windows, f"{address}briefs/?lang=en&verdict=false&from=mail#list") as page:
        assert titles(page) == ["A thousand sappers for Kursk"]
        assert page.get_by_label("Language").input_value() == "en"
        page.get_by_label("Language").select_option("")
        assert len(titles(page)) == 2
        # What others keep in the address stays there.
        assert page.evaluate("location.search + location.hash") == "?verdict=false&from=mail#list"
        page.reload()
        assert len(titles(page)) == 2


def test_an_address_that_means_nothing_is_passed_over(windows: Windows, address: str) -> None:
    with opened(windows, f"{address}briefs/?topic=nonsense&order=%22%5D&lang=") as page:
        assert len(titles(page)) >= 4
        assert page.get_by_label("Topic").input_value() == ""
        assert page.get_by_label("Order").input_value() == "newest"


def test_what_does_not_fit_together_is_said(windows: Windows, address: str) -> None:
    with opened(windows, f"{address}briefs/?topic=nordkorea&lang=en") as page:
        assert titles(page) == []
        assert page.get_by_text("Nothing in this list fits the choice.").is_visible()
        assert page.get_by_role("status").inner_text().startswith("0 of ")
        page.get_by_role("button", name="Show all").click()
        assert not page.get_by_text("Nothing in this list fits the choice.").is_visible()


def test_a_list_can_be_put_in_order(windows: Windows, address: str) -> None:
    with opened(windows, f"{address}briefs/") as page:
        newest = titles(page)
        page.get_by_label("Order").select_option("title")
        assert titles(page) == sorted(newest)
        assert page.evaluate("location.search") == "?order=title"
        page.get_by_label("Order").select_option("oldest")
        assert titles(page) == newest[::-1]
        page.get_by_label("Order").select_option("newest")
        assert titles(page) == newest
        assert page.evaluate("location.search") == ""


def test_sources_are_narrowed_down_in_the_same_manner(windows: Windows, address: str) -> None:
    with opened(windows, f"{address}sources/?capture=yes") as page:
        assert page.locator(".entry:visible").count() == 1
        page.get_by_label("Copy").select_option("")
        page.get_by_label("Language").select_option("ru")
        shown = page.locator(".entry:visible")
        assert 1 < shown.count() < 20
        assert page.get_by_role("status").inner_text().startswith(f"{shown.count()} of ")


@pytest.fixture(scope="module")
def of_two_works(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose two briefs, translations of each other, correct two works; one correction is in one."""
    folder = copy_desk(tmp_path_factory.mktemp("two-works") / "project")
    for layer in ("_base", "correction-counted-once"):
        for name in ("sources", "seeds"):
            if layer == "_base":
                shutil.rmtree(folder / name)
            if (part := GOLDEN / layer / name).is_dir():
                shutil.copytree(part, folder / name, dirs_exist_ok=True)
    done = run("-m", "briefgen", "build", "--root", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(folder / "site") as root:
        yield root


def test_a_group_with_nothing_to_show_goes_with_its_heading(windows: Windows, of_two_works: str) -> None:
    with opened(windows, f"{of_two_works}corrections/?lang=en") as page:
        assert page.get_by_role("heading", name="The Severn Herald").is_visible()
        assert not page.get_by_role("heading", name="Der Severnbote").is_visible()


def test_a_correction_is_counted_once_and_leads_to_its_translations(
    windows: Windows, of_two_works: str
) -> None:
    with opened(windows, f"{of_two_works}corrections/") as page:
        assert page.locator(".jump").inner_text().split("\n") == ["False (3)", "Imprecise (1)"]
        assert page.locator(".entry").count() == 4
        page.locator(".entry", has_text="1,180").get_by_role("link", name="Deutsch").click()
        expect(page.locator(".admonition:has(#drivers:target)")).to_contain_text("Der Rat zählte 1.180")


def test_a_verdict_can_be_jumped_to_without_scripts(windows: Windows, address: str) -> None:
    with opened(windows, f"{address}corrections/", scripts=False) as page:
        page.get_by_role("link", name=re.compile(r"^Imprecise \(\d+\)$")).click()
        target = page.locator(".entry:target")
        assert target.locator(".verdict").inner_text() in ("Imprecise", "Ungenau")
        assert target.bounding_box()["y"] < 900  # type: ignore[index]

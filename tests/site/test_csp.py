"""Under the strictest Content-Security-Policy that it can live with, the site does everything it does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import serve
from tests.repository import run
from tests.site.desk import SAMPLE
from tests.sweep import sampled

LISTEN = """
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", event =>
    violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="module")
def policy(desk: Path) -> str:
    """What `briefgen csp` says of the built site."""
    done = run("-m", "briefgen", "csp", "--root", desk)
    assert done.returncode == 0, done.stderr
    name, _, value = done.stdout.partition(": ")
    assert name == "Content-Security-Policy"
    return value.strip()


@pytest.fixture(scope="module")
def guarded(desk: Path, policy: str) -> Iterator[str]:
    """The address of the site, served with its policy."""
    with serve(desk / "site", headers={"Content-Security-Policy": policy}) as address:
        yield address


@contextmanager
def guarded_page(chromium: Browser) -> Iterator[Page]:
    """A page on which nothing that happens may be against the policy."""
    said: list[str] = []
    with chromium.new_page() as page:
        page.add_init_script(LISTEN)
        page.on("console", lambda message: said.append(message.text))
        yield page
        assert page.evaluate("violations") == []
    assert [text for text in said if "Content Security Policy" in text] == []


def test_it_allows_nothing_that_is_not_needed(policy: str) -> None:
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives.pop("default-src") == directives.pop("base-uri") == "'none'"
    assert directives.pop("frame-ancestors") == "'none'"
    assert directives.pop("img-src") == "'self' data:"
    scripts = directives.pop("script-src").split()
    assert scripts[0] == "'self'"
    assert all(source.startswith("'sha256-") for source in scripts[1:] if source != "'wasm-unsafe-eval'")
    assert len(scripts) == len(set(scripts)) < 12
    assert set(directives.values()) == {"'self'"}


@pytest.mark.parametrize("place", sampled(SAMPLE.values(), 2), ids=sampled(SAMPLE, 2))
def test_every_page_type_lives_under_it(chromium: Browser, guarded: str, place: str) -> None:
    with guarded_page(chromium) as page:
        page.goto(guarded + place)
        assert "no-js" not in str(page.locator("html").get_attribute("class"))
        assert page.evaluate("__md_scope.href") == guarded


def test_a_reader_notices_nothing_of_it(chromium: Browser, guarded: str) -> None:
    with guarded_page(chromium) as page:
        page.goto(f"{guarded}briefs/brueckensperrung/")
        page.locator(".footnote-ref").first.hover()
        page.locator("[role=dialog]:visible, [popover]:visible").first.wait_for()
        page.mouse.move(0, 0)
        page.get_by_title("Dunkle Darstellung").click()
        page.reload()
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        page.keyboard.press("/")
        page.keyboard.type("Brücke", delay=10)
        page.locator(".search-results a").first.wait_for()


def test_what_is_not_of_the_site_is_stopped(chromium: Browser, guarded: str) -> None:
    with chromium.new_page() as page:
        page.add_init_script(LISTEN)
        page.goto(guarded)
        page.evaluate(
            """() => {
                document.body.insertAdjacentHTML("beforeend", "<p style='color: red' onclick='stop()'>x</p>");
                const script = document.createElement("script");
                script.textContent = "foreign = 1";
                document.body.append(script);
                document.body.append(Object.assign(new Image(), {src: "http://127.0.0.1:9/pixel.png"}));
            }"""
        )
        page.wait_for_function("violations.length === 4")
        assert page.evaluate("globalThis.foreign") is None
        stopped = {text.partition(":")[0] for text in page.evaluate("violations")}
        assert stopped == {"script-src-attr", "style-src-attr", "script-src-elem", "img-src"}


def test_a_host_without_headers_has_it_in_the_pages(
    chromium: Browser, desk: Path, tmp_path: Path, policy: str
) -> None:
    site = Path(shutil.copytree(desk / "site", tmp_path / "site"))
    for _ in range(2):  # the second time the first one is replaced
        done = run("-m", "briefgen", "csp", "--site", site, "--write")
        assert done.returncode == 0, done.stderr
    written = (site / "briefs/brueckensperrung/index.html").read_text("utf-8")
    assert written.count("Content-Security-Policy") == 1
    assert written.index("Content-Security-Policy") < written.index("<link")
    assert policy.removesuffix("; frame-ancestors 'none'") in written
    with serve(site) as address, guarded_page(chromium) as page:
        page.goto(f"{address}briefs/brueckensperrung/")
        assert page.evaluate("__md_scope.href") == address
        page.get_by_title("Dunkle Darstellung").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


OF_ITS_OWN = """\
<!doctype html>
<html><head><title>x</title>
<style>
b { color: rgb(1, 2, 3) }
</style></head>
<body><p style="text-align: right; color: rgb(4, 5, 6)">x <b>y</b></p>
<button onclick='ran.push(&quot;ä&quot;)'>z</button>
<script>
ran = ['&amp;'] // <p>
</script></body></html>
"""
"""What authors may add to a page: styles and scripts, also in attributes, with the line ends of Windows."""


def test_what_authors_put_into_a_page_works_as_well(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(OF_ITS_OWN, encoding="utf-8", newline="\r\n")
    done = run("-m", "briefgen", "csp", "--site", tmp_path, "--accept", "all")
    headers = {"Content-Security-Policy": done.stdout.partition(": ")[2].strip()}
    with serve(tmp_path, headers=headers) as address, guarded_page(chromium) as page:
        page.goto(address)
        page.locator("button").click()
        assert page.evaluate("ran") == ["&amp;", "ä"]
        assert page.locator("p").evaluate("element => getComputedStyle(element).color") == "rgb(4, 5, 6)"
        assert page.locator("b").evaluate("element => getComputedStyle(element).color") == "rgb(1, 2, 3)"

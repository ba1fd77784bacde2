"""Three commands from nothing to a verified brief on screen, and what is saved then: in a real browser."""

import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests import installed
from tests.cli.project import tree

ASIDE = "\nIt says “what stands nowhere” [@examplenotice].\n"


def _can_be_interrupted() -> None:
    """Undo what a shell does to programs that it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def served(briefgen: Path, root: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """`briefgen serve`, as people run it, and the address that it names."""
    with subprocess.Popen(
        [briefgen, "serve"],
        cwd=root,
        env=installed.clean(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        preexec_fn=_can_be_interrupted,
    ) as program:
        assert program.stdout is not None
        try:
            said = []
            for line in program.stdout:
                said.append(line)
                if found := re.match(r"(http://127\.0\.0\.1:\d+/\S*) shows", line):
                    yield found[1], program
                    break
            else:
                pytest.fail("".join(said))
        finally:
            program.send_signal(signal.SIGINT)
            try:
                assert program.wait(60) == 0
            finally:
                program.kill()


def asked(address: str, **headers: str) -> tuple[int, str]:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=60)
    try:
        connection.request("GET", parts.path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_what_is_saved_is_on_screen(tmp_path: Path, chromium: Browser) -> None:
    """`briefgen init site`, `cd site`, `briefgen serve`, from the wheel: a verified brief is on screen."""
    briefgen = installed.install(tmp_path / "installed")
    root = tmp_path / "site"
    begun = installed.run([briefgen, "init", "site"], tmp_path)
    assert begun.returncode == 0, begun.stderr
    whole = tree(root)
    source = root / "sources/example-library.md"
    text = source.read_text("utf-8")
    with served(briefgen, root) as (address, _), chromium.new_context() as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{address}briefs/example-library/")
        assert page.locator(".brief-status").first.inner_text()
        # Six quotations, as the first lines count them: five with a mark, and one that its note quotes.
        assert page.locator(".brief-status .checks").get_attribute("data-found") == "6"
        distinct = "all => [...new Set(all.map(one => one.href))].length"
        assert page.locator(".found").evaluate_all(distinct) == 5
        assert page.locator(".found, .footnote .evidence a[href*='#q-']").evaluate_all(distinct) == 6
        overlay = page.locator("#briefgen-live details")
        assert overlay.count() == 0
        page.evaluate("scrollTo(0, 600)")
        source.write_text(f"{text}\nPainted anew.\n", encoding="utf-8")
        page.get_by_text("Painted anew.").wait_for()
        page.wait_for_function("scrollY === 600")
        # Words are put in place, so that the page is as if it had been loaded anew, and need not be.
        page.wait_for_load_state("networkidle")
        page.evaluate("window.isTheSame = true")
        source.write_text(f"{text}\nPainted in place.\n", encoding="utf-8")
        page.get_by_text("Painted in place.").wait_for()
        page.wait_for_function("window.isTheSame && scrollY === 600")
        with context.new_page() as loaded:
            loaded.goto(page.url)
            article = "document.querySelector('article').outerHTML"
            assert page.evaluate(article) == loaded.evaluate(article)
        source.write_text(text + ASIDE, encoding="utf-8")
        overlay.wait_for()
        line = text.count("\n") + 2
        assert f"sources/example-library.md:{line}:9" in overlay.inner_text()
        assert "this page is as it was before" in overlay.inner_text()
        assert page.get_by_text("Painted in place.").count() == 1
        source.write_text(text, encoding="utf-8")
        overlay.wait_for(state="detached")
        page.get_by_text("Painted in place.").wait_for(state="detached")
        assert wrong == []

        # What is served is the page as it was built and one script; nobody else is answered.
        status, body = asked(address)
        built = (root / ".briefgen/served/index.html").read_text("utf-8")
        assert status == 200
        assert re.sub(r"<script src=\"/__briefgen__/[^>]*></script>", "", body) == built
        assert asked(f"{address}nothing/here/")[0] == 404
        assert asked(f"{address}..%2f..%2f..%2fmkdocs.yml")[0] == 404
        assert asked(address, Host="evil.example")[0] == 403
        assert asked(address, Host="evil.example:80")[0] == 403
        second = installed.run([briefgen, "serve"], root)
        assert (second.returncode, second.stdout) == (2, "")
        assert "another `briefgen serve` is at work in this project" in second.stderr
    now = tree(root)
    assert {path: data for path, data in now.items() if not path.startswith(".briefgen/")} == whole

"""Nothing that anybody writes into any field runs in a browser, or turns into something else on its way.

Each field of a project holds a call of `canary`, dressed up to get out of what it is printed in. All pages
are opened in Chromium, under the policy that `briefgen csp` has for them: the canary is silent, and the
policy has nothing to report.
"""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import nh3
import pytest
import yaml
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page

from briefgen.cli.main import main
from tests.browser import serve
from tests.hostile.foreign import FOREIGN, HIDDEN, NAME
from tests.hostile.injection import FAMILIES, attempted, write_files, write_project
from tests.hostile.projects import BASE, copy_base
from tests.repository import run
from tests.shared import made_once
from tests.stamps.authority import OPENSSL
from tests.sweep import SWEEP

WATCH = """
globalThis.sung = [];
globalThis.canary = name => { sung.push(String(name)); };
for (const name of ["alert", "confirm", "prompt"]) globalThis[name] = () => sung.push(name);
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", event =>
    violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
"""

LOOK = """() => {
    const all = [...document.querySelectorAll("*")];
    const handlers = all.flatMap(element => element.getAttributeNames()
        .filter(name => name.startsWith("on")).map(name => `${element.localName} ${name}`));
    const code = all.filter(element => /^(javascript|data|vbscript|blob):/.test(element.protocol ?? "")
        && element.getAttribute("href") !== "javascript:void(0)").map(element => element.outerHTML);
    const ids = all.map(element => element.id).filter(Boolean);
    return {
        sung, violations, handlers, code,
        twice: ids.filter((id, number) => ids.indexOf(id) !== number),
        pictures: [...document.querySelectorAll("img[src='x']")].length,
        scripts: [...document.scripts].filter(script => script.textContent.startsWith("canary")).length,
        config: document.getElementById("__config").localName,
        title: document.title,
    };
}"""

SILENT = {"sung": [], "violations": [], "handlers": [], "code": [], "twice": [], "pictures": 0, "scripts": 0}


@pytest.fixture(scope="module", params=FAMILIES if SWEEP > 1 else ["both"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with one family of attempts in its fields, built; not to be changed."""
    family: str = request.param

    def build(folder: Path) -> None:
        shutil.copytree(BASE / "docs", folder / "docs")
        write_project(folder, family)
        done = run("-m", "briefgen", "build", "--root", folder)
        assert done.returncode == 0, done.stdout + done.stderr
        (folder / "said.txt").write_text(done.stdout + done.stderr, encoding="utf-8")

    return made_once(tmp_path_factory, f"injected-{family}", build)


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    """The address of its site, served with its policy.

    All that stands in it is the theme's, but for what somebody wrote into one page by hand (case 10).
    """
    done = run("-m", "briefgen", "csp", "--root", project)
    assert done.returncode == 1
    assert re.findall(r"^site/x/index.html:\d+: (.*)$", done.stderr, re.MULTILINE) == [
        'a script: canary("x")',
        "img of <img> from https://pictures.example",
    ]
    assert done.stderr.count("\nsite/") + done.stderr.startswith("site/") == 2
    assert "pictures.example" not in done.stdout
    headers = {"Content-Security-Policy": done.stdout.partition(": ")[2].strip()}
    with serve(project / "site", below="/x", headers=headers) as root:
        yield root


BY_HAND = "x/index.html"


def open_silently(page: Page, address: str) -> dict[str, object]:
    page.goto(address, wait_until="load")
    seen: dict[str, object] = page.evaluate(LOOK)
    assert {name: seen[name] for name in SILENT} == SILENT, address
    return seen


def sample(pages: Sequence[str]) -> Iterator[str]:
    """A page of each folder; in the sweep every one."""
    seen: Counter[str] = Counter()
    for path in pages:
        folder = path.partition("/")[0]
        seen[folder] += 1
        if SWEEP > 1 or seen[folder] == 1:
            yield path


def test_no_page_runs_anything(chromium: Browser, project: Path, address: str) -> None:
    pages = sorted(
        path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*.html")
    )
    moved = [path for path in pages if path.startswith("moved")]
    assert len(moved) == 2
    with chromium.new_page() as page:
        page.add_init_script(WATCH)
        for path in sample(pages):
            if path not in {*moved, BY_HAND}:
                seen = open_silently(
                    page, address + path.replace("&", "%26").replace("<", "%3C").replace(">", "%3E")
                )
                assert seen["config"] == "script"
        for path in moved:
            page.goto(address + path)
            assert page.evaluate("[sung, violations]") == [[], []]
            assert page.url.startswith("http://127.0.0.1")


def test_what_somebody_wrote_by_hand_is_stopped(chromium: Browser, address: str) -> None:
    with chromium.new_page() as page:
        page.add_init_script(WATCH)
        page.goto(address + BY_HAND)
        seen = page.evaluate(LOOK)
        assert seen["sung"] == []
        assert seen["scripts"] == 1
        assert {told.partition(":")[0] for told in seen["violations"]} == {"script-src-elem", "img-src"}


def test_the_canary_sings_where_it_can(chromium: Browser, tmp_path: Path) -> None:
    """What is looked for above is found where it is."""
    (tmp_path / "index.html").write_text(
        "<title>x</title><p id=__config onclick=canary(1)><p id=__config>"
        "<a href=' java\nscript:canary(2)'>a</a>"
        "<img src=x onerror='canary(3)'><script>canary(4)</script>",
        encoding="utf-8",
    )
    with serve(tmp_path) as root, chromium.new_page() as page:
        page.add_init_script(WATCH)
        page.goto(root, wait_until="load")
        page.wait_for_function("sung.length === 2")
        seen = page.evaluate(LOOK)
        assert {name for name, nothing in SILENT.items() if seen[name] == nothing} == {"violations"}


def test_the_search_shows_it_as_text(chromium: Browser, address: str) -> None:
    with chromium.new_page() as page:
        page.add_init_script(WATCH)
        page.goto(address)
        for words in ("canary onerror", "heading"):
            page.keyboard.press("/")
            page.keyboard.type(words, delay=5)
            page.locator(".search-results a").first.wait_for()
            seen = page.evaluate(LOOK)
            assert {name: seen[name] for name in SILENT if name != "twice"} == {
                name: nothing for name, nothing in SILENT.items() if name != "twice"
            }
            page.keyboard.press("Escape")
            page.keyboard.press("Escape")


def test_what_machines_read_says_the_same(project: Path) -> None:
    """JSON, XML and front matter are whole, and hold the words letter for letter."""
    site = project / "site"
    html = (site / "briefs/first/index.html").read_text("utf-8")
    schema, *reviews = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    title = str(yaml.safe_load((project / "sources/first.md").read_text("utf-8").split("---\n")[1])["title"])
    one_line = re.sub(r"\s*\u2028\s*", " ", title)
    assert json.loads(schema)["headline"] == one_line
    assert [json.loads(review)["@type"] for review in reviews] == ["ClaimReview"]
    for words in re.findall(r'<script[^>]*type="application/json">(.*?)</script>', html, re.DOTALL):
        json.loads(words)
    json.loads((site / "search/search_index.json").read_text("utf-8"))
    ElementTree.fromstring((site / "sitemap.xml").read_text("utf-8"))
    for page in (project / "docs").rglob("*.md"):
        text = page.read_text("utf-8")
        if text.startswith("---\n"):
            front = yaml.safe_load(text.split("---\n")[1])
            assert isinstance(front, dict), page
    assert not list(site.rglob("passwd"))
    assert "root:" not in "".join(path.read_text("utf-8") for path in site.rglob("*.html"))


def test_what_was_attempted_is_shown(project: Path) -> None:
    """Attempts in fields that are printed nowhere would show nothing."""
    pages = unescape("".join(path.read_text("utf-8") for path in (project / "site").rglob("*.html")))
    fields = [
        "absent",
        "elision",
        "box-absent",
        "put-in",
        "hand-before",
        "hand-locator",
        "hand-absent",
    ]
    fields += ["stamp", "root", "stranger"] if OPENSSL else []
    assert [name for name in fields if not re.search(f"""canary\\(["']{name}["']\\)""", pages)] == []


def test_nothing_acts_on_a_terminal(project: Path) -> None:
    said = (project / "said.txt").read_text("utf-8")
    assert "canary" in said
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)
    done = run("-m", "briefgen", "check", "--format", "json", "--root", project)
    assert done.returncode == 0
    json.loads(done.stdout)


# ------------------------------------------------------------------------------ moved in


FRONT = frozenset("title description date version lang authors tags about aliases status".split())


@pytest.mark.parametrize("program", FOREIGN)
def test_what_is_moved_in_is_text(
    program: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Front matter and settings say the words letter for letter, and no more; comments hide theirs."""
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path / "from", FOREIGN[program], "both")
    assert main(["import", "from", "to", "--from", program]) == 0
    out, err = capsys.readouterr()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", out + err)
    target = tmp_path / "to"
    settings = yaml.safe_load((target / "mkdocs.yml").read_text("utf-8"))
    if program != "obsidian":  # a vault has no name but that of its folder
        assert " ".join(settings["site_name"].split()) == said("site")
    if f"{NAME}.csl" in FOREIGN[program]:
        assert settings["extra"]["briefgen"]["references"] == {"style": f"{NAME}.csl"}
    for path in sorted((target / "sources").glob("*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        values = yaml.safe_load(front)
        assert values.keys() <= FRONT, path
        if path.stem == "a":
            assert values["title"] == f"{said('title')}: {said('subtitle')}"
            assert {name: values[name] for name in ("description", "version", "lang")} == {
                name: said(name) for name in ("description", "version", "lang")
            }
            assert (values["about"], values["tags"]) == ([said("about")], [said("tag")[:60].strip()])
        shown = nh3.clean(MarkdownIt("commonmark").render(body))
        assert ("Words" in shown, HIDDEN in shown) == (True, False), path
    told = MarkdownIt("commonmark").parse((target / "IMPORTED.md").read_text("utf-8"))
    kinds = Counter(one.type for token in told for one in (token, *(token.children or ())))
    assert not kinds.keys() & {"html_block", "html_inline", "image", "link_open"}
    assert kinds["heading_open"] == len(("Moved in", "To decide", "Left", "Changed", "Files"))
    assert kinds["fence"] == 0


def said(name: str) -> str:
    """What is attempted in a field, in one line."""
    return " ".join(attempted(name, "both").split())


# ------------------------------------------------------------------------------ hand-out cases


CASES = {
    "01": ("sources/first.md", "\n<a href=\"java\nscript:document.title='PWN'\">click</a>\n", "html-refused"),
    "03": (
        "sources/first.md",
        "\n<a href=\"jav&#x0A;ascript:document.title='PWN'\">click</a>\n",
        "html-refused",
    ),
    "04": (
        "sources/first.md",
        '\n<details id="__config">{"base":"https://evil.example/"}</details>\n',
        "id-taken",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_case_that_is_refused(case: str, tmp_path: Path) -> None:
    path, text, rule = CASES[case]
    root = copy_base(tmp_path)
    lines = (root / path).read_text("utf-8").count("\n")
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)
    done = run("-m", "briefgen", "build", "--root", root)
    assert done.returncode == 1
    assert re.search(rf"^{path}:{lines + 2}:1: error\[BG\d+\] {rule}: ", done.stdout, re.MULTILINE)
    assert not (root / "site").exists()


WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/ \x1b[31mRED\x1b]0;pwned\x07\r\n"
    b"WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: 94\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    b"<html><body><p>Hello words here.</p></body></html>\r\n\r\n\r\n"
)


def test_case_39_an_archive_writes_to_the_terminal(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "x.warc").write_bytes(WARC)
    told = ["--key", "os2024sheet", "--captured", "2026-01-01", "--language", "en", "--obtained", "x"]
    done = run("-m", "briefgen", "capture", "--root", root, root / "x.warc", *told)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.stdout + done.stderr)
    assert "RED" in done.stdout + done.stderr


def test_a_root_that_is_not_there_writes_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_base(tmp_path)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(
            '    trusted_roots: ["seeds/\\e[31mRED\\r::error::.pem", "seeds/%0A::error::##[error]2.pem"]\n'
        )
    for form in ("text", "github", "concise"):
        assert main(["check", "--root", str(root), "--no-cache", "--format", form]) == 1
        out, err = capsys.readouterr()
        assert "U+001B" in out
        assert f"seeds/{'%250A' if form == 'github' else '%0A'}::error::" in out
        assert not re.search(r"(?m)[\x00-\x09\x0b-\x1f\x7f-\x9f]|^::error::|^##\[", out + err)

"""What links and images lead to: the reading of their addresses, and what is said of each that is wrong."""

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.model.layout.ways import relative_path
from briefgen.model.project import ProjectFiles
from briefgen.render import check_links, draft_pages, render_site
from briefgen.render.links.places import SitePlaces
from briefgen.render.links.targets import AddressReading, Target, page_target
from briefgen.text import TextFile
from tests.stages import verified

BRIEF = "---\ntitle: {title}\ndate: 2025-05-06\nstatus: {status}\n---\n\n{text}\n"
OTHERS = {
    "sources/old/age.md": "## How old\n\n::: {.note #years}\n96.\n:::\n\n[to here](../other/height.md#höhe)",
    "sources/other/height.md": "::: {.note #höhe}\n20 m.\n:::\n",
    "sources/Das Maß.md": "Text.",
}
WRITTEN = ("about/desk.md", "images/bridge.png", "images/map of it.png", "index.md", "numbers.csv")


def findings(text: str, status: str = "published", others: dict[str, str] | None = None) -> list[Diagnostic]:
    """What is said of the links of `sources/brief.md` among OTHERS and a draft, `draft.md`."""
    texts = {"sources/brief.md": text, "sources/draft.md": "## Part", **(others or OTHERS)}
    briefs = [
        TextFile(
            path, BRIEF.format(title=path, status="draft" if "draft" in path else status, text=texts[path])
        )
        for path in sorted(texts)
    ]
    files = ProjectFiles(tuple(briefs), (), (), None, None, (), WRITTEN)
    told = verified(files)
    site = render_site(told.value, None)
    assert [one for one in (*told.findings, *site.findings) if one.rule.code != "BG368"] == []
    pages = (*site.value, *draft_pages(told.value))
    return list(check_links(told.value, pages, WRITTEN))


@pytest.mark.parametrize(
    "text",
    [
        # by the brief's file, as an editor follows it
        "[a](old/age.md)",
        "[a](old/age.md#years)",
        "[a](./old/../old/age.md#how-old)",
        "[a](Das%20Ma%C3%9F.md)",
        "[a](<Das Maß.md>)",
        "[a](other/height.md#höhe)",
        # by its address
        "[a](age.md)",
        "[a](./age.md#years)",
        "[a](das-maß.md)",
        "[a](../briefs/height.md#h%C3%B6he)",
        "[a][b]\n\n[b]: age.md#years 'title'",
        "[a](age.md?print#years)",
        # other pages
        "[a](index.md)",
        "[a](../index.md)",
        "[a](../sources/index.md)",
        "[a](../method/index.md#verdicts)",
        "[a](../about/desk.md#not-known)",
        "[a](../docs/about/desk.md)",
        "[a](../numbers.csv#row=2)",
        # this page
        "[a](#)",
        "[a](#errata)",
        "[a](brief.md#how-checked)",
        "## Here *it* is\n\n[a](#here-it-is)",
        "[a](#x)\n\n- ::: {.note #x}\n  Note.\n  :::",
        "## Same\n\n## Same\n\n[a](#same_1)",
        "[^1] [a](#fn:n-1)\n\n[^1]: Note.",
        # elsewhere
        "<https://example.org/a_(b)?c=[d]#e>",
        "[a](HTTP://EXAMPLE.ORG)",
        "[a](mailto:desk@example.org), [b](tel:+441234567), [c](ftp://example.org)",
        "![a](https://example.org/bridge.png)",
        # images and raw HTML
        "![a](../images/bridge.png)",
        "![a](<../images/map of it.png> 'Title')",
        "![a](../docs/images/bridge.png)",
        '<a href="#errata">a</a> <a href="../age/#years">b</a> <a href="../../">c</a> <a>d</a>',
        'See <img src="../../images/bridge.png" alt="">',
    ],
)
def test_links_that_work(text: str) -> None:
    assert findings(text) == []


NOWHERE, ANCHOR, ROOT, DRAFT = "link-to-nowhere", "anchor-unknown", "link-root-relative", "link-to-draft"


@pytest.mark.parametrize(
    ("text", "rule", "said"),
    [
        ("[a](agee.md)", NOWHERE, "did you mean `age.md`?"),
        ("[a](Age.md)", NOWHERE, "did you mean `age.md`?"),
        ("[a](age#years)", NOWHERE, "did you mean `age.md#years`?"),
        ("[a](../age/)", NOWHERE, "did you mean `age.md`?"),
        ("[a](../briefs/age.html)", NOWHERE, "did you mean `age.md`?"),
        ("[a](../about/desk)", NOWHERE, "did you mean `../about/desk.md`?"),
        ("[a](..)", NOWHERE, "did you mean `../index.md`?"),
        ("[a](age.md.)", NOWHERE, "did you mean `age.md`?"),
        ("[a](../../age.md)", NOWHERE, "leads out of docs/"),
        ("[a](%ff)", NOWHERE, "there is no page or file"),
        ("[a]()", NOWHERE, "this link has no address"),
        ("**x *y [a](zz.md)***", NOWHERE, "there is no page or file docs/briefs/zz.md"),
        ("| a |\n| - |\n| [b](zz.md) |", NOWHERE, "docs/briefs/zz.md"),
        ("term\n: - ### [a](zz.md)", NOWHERE, "docs/briefs/zz.md"),
        ("[^1]\n\n[^1]: Text.\n\n    [a](zz.md)", NOWHERE, "docs/briefs/zz.md"),
        ("[a](#erata)", ANCHOR, "did you mean `#errata`?"),
        ("[a](age.md#year)", ANCHOR, "did you mean `#years`?"),
        ("[a](old/age.md#How-old)", ANCHOR, "did you mean `#how-old`?"),
        ("[a](age.md#höhe)", ANCHOR, "nothing on docs/briefs/age.md has the id `höhe`"),
        ("[a](height.md#hoehe)", ANCHOR, "`#höhe`"),
        ("[a](../method/index.md#verdict)", ANCHOR, "did you mean `#verdicts`?"),
        ("[a](#sources)", ANCHOR, "nothing on this brief's page has the id `sources`"),
        ("[a](/briefs/age/#years)", ROOT, "write `age.md#years`"),
        ("[a](/)", ROOT, "write `../index.md`"),
        ("[a](/nothing)", ROOT, "write the way from docs/briefs/"),
        ("![a](/images/bridge.png)", ROOT, "write `../images/bridge.png`"),
        ("![a](/images/map%20of%20it.png)", ROOT, "write `../images/map%20of%20it.png`"),
        ("[a](draft.md)", DRAFT, "the draft is sources/draft.md"),
        ("[a](draft.md#part)", DRAFT, "the draft is sources/draft.md"),
        ("[a](http:example.org)", "not-an-address", "names no host"),
        ("[a](//example.org/b)", "not-an-address", "write `https://example.org/b`"),
        ("[a](mailto:)", "not-an-address", "nothing stands after `mailto:`"),
        ("![a](../images/brigde.png)", NOWHERE, "did you mean `../images/bridge.png`?"),
        ("![a](age.md)", NOWHERE, "there is no image docs/briefs/age.md"),
        ("![a]()", NOWHERE, "this image has no address"),
        ("![](../images/bridge.png)", "image-without-description", "this image has no description"),
        ('<a href="age.md">a</a>', NOWHERE, "write it in Markdown, as in `[…](age.md)`"),
        ('<a href="#erata">a</a>', ANCHOR, "did you mean `#errata`?"),
        ('<div>\n<a href="/index.html">a</a>\n</div>', ROOT, "write `../index.md`"),
        ('<a href="http://[">a</a>', "not-an-address", "`http://[` is no address"),
        ('See <img src="../images/bridge.png" alt="a">', NOWHERE, "in raw HTML an address stays as it is"),
        ('See <img src="../../images/bridge.png">', "image-without-description", 'alt="…"'),
    ],
)
def test_links_that_do_not_work(text: str, rule: str, said: str) -> None:
    (finding,) = findings(text)
    assert finding.rule.name == rule
    assert said in "\n".join((finding.message, *finding.notes, finding.hint or ""))
    assert finding.span.path == "sources/brief.md"
    assert finding.span.text in text


def test_drafts_may_lead_to_drafts_and_are_checked() -> None:
    others = {"sources/draft-2.md": "[a](draft.md#part) [b](draft.md#prat) [c](#nothing)"}
    assert [finding.span.text for finding in findings("Text.", others=others)] == [
        "[b](draft.md#prat)",
        "[c](#nothing)",
    ]


def test_a_withdrawn_brief_is_still_there() -> None:
    assert (
        findings("[a](brief.md#errata)", status="withdrawn", others={"sources/b.md": "[a](brief.md)"}) == []
    )


READING = AddressReading("briefs/b.md", {"sources/b.md": "briefs/b.md", "sources/a/Ö c.md": "briefs/ö-c.md"})


@pytest.mark.parametrize(
    ("address", "source", "page", "expected"),
    [
        ("c.md", "sources/b.md", "briefs/b.md", "c.md"),
        ("./x/../c.md#%5B", "sources/b.md", "briefs/b.md", "./x/../c.md#%5B"),
        ("a/%C3%96%20c.md#%C3%A4", "sources/b.md", "briefs/b.md", "%C3%B6-c.md#ä"),
        ("a/O%CC%88%20c.md", "sources/b.md", "briefs/b.md", "%C3%B6-c.md"),
        ("../b.md", "sources/a/Ö c.md", "briefs/ö-c.md", "b.md"),
        ("../b.md", "sources/context/x.en.md", "briefs/b.md", "b.md"),
        ("../b.md#i", "sources/context/x.en.md", "briefs/b.md", "#i"),
        ("../docs/x/y.png", "sources/b.md", "briefs/b.md", "../x/y.png"),
        ("#i", "sources/b.md", "corrections/index.md", "../briefs/b.md#i"),
        ("c.md?q#i", "sources/b.md", "corrections/index.md", "../briefs/c.md?q#i"),
        ("../x/y.png", "sources/b.md", "corrections/index.md", "../x/y.png"),
        ("../corrections/index.md", "sources/b.md", "corrections/index.md", "../corrections/index.md"),
        (
            "https://example.org/%C3%A4#%C3%A4",
            "sources/b.md",
            "index.md",
            "https://example.org/%C3%A4#%C3%A4",
        ),
        ("/x", "sources/b.md", "index.md", "/x"),
        ("http://[", "sources/b.md", "index.md", "http://["),
        ("", "sources/b.md", "briefs/b.md", ""),
        ("#", "sources/b.md", "briefs/b.md", "#"),
    ],
)
def test_addresses_as_they_stand_on_a_page(address: str, source: str, page: str, expected: str) -> None:
    reading = AddressReading(page if page.startswith("briefs/") else "briefs/b.md", READING.briefs)
    assert reading.address(address, source, page) == expected


def test_a_target_is_read_again_as_it_was_written() -> None:
    for page in ("index.md", "briefs/b.md", "a/b/c.md"):
        for path in ("index.md", "x.md", "briefs/c d.md", "a/b/d.md", "a/x:y.md", "z/%23.md"):
            for target in (Target(path), Target(path, "q=1", "ö"), Target(path, "", "i")):
                assert page_target(target.address_from(page), page) == target
    assert relative_path("a/b.md", "a/c.md") == "b.md"


def test_a_page_is_read_for_its_ids_only_where_a_link_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ids(_: SitePlaces, path: str) -> tuple[str, ...]:
        asked.append(path)
        return ("years",)

    monkeypatch.setattr(SitePlaces, "ids", ids)
    assert findings("[a](age.md)", others={"sources/old/age.md": "Text."}) == []
    assert asked == []
    assert findings("[a](age.md#years)", others={"sources/old/age.md": "Text."}) == []
    assert asked == ["briefs/age.md"]

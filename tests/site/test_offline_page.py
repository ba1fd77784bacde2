"""What becomes of addresses in a page that is opened from a disk."""

import pytest

from briefgen.site import offline_page

FILES = frozenset(
    (
        "index.html",
        "about.html",
        "briefs/index.html",
        "briefs/kursk.html",
        "briefs/pioniere.html",
        "sources/index.html",
        "sources/größe.html",
        "assets/mark.svg",
        "images/a b.png",
    )
)


@pytest.mark.parametrize(
    ("page", "written", "becomes"),
    [
        # What a builder wrote is right already.
        ("briefs/kursk.html", "pioniere.html#a", "pioniere.html#a"),
        ("briefs/kursk.html", "../assets/mark.svg", "../assets/mark.svg"),
        ("briefs/index.html", "kursk.html", "kursk.html"),
        # What a person wrote was meant for a page that is a folder.
        ("briefs/kursk.html", "../pioniere/", "pioniere.html"),
        ("briefs/kursk.html", "../pioniere/?q=1#fn:2", "pioniere.html?q=1#fn:2"),
        ("briefs/kursk.html", "../pioniere", "pioniere.html"),
        ("briefs/kursk.html", "../../assets/mark.svg", "../assets/mark.svg"),
        ("briefs/kursk.html", "../../", "../index.html"),
        ("briefs/kursk.html", "../", "index.html"),
        ("briefs/kursk.html", "./", "kursk.html"),
        ("about.html", "../briefs/kursk/", "briefs/kursk.html"),
        ("index.html", "briefs/", "briefs/index.html"),
        ("index.html", "briefs", "briefs/index.html"),
        ("index.html", ".", "index.html"),
        ("index.html", "sources/gr%C3%B6%C3%9Fe/", "sources/gr%C3%B6%C3%9Fe.html"),
        ("briefs/index.html", "../images/a%20b.png", "../images/a%20b.png"),
        # From the root of the host: the root of the site is meant.
        ("briefs/kursk.html", "/sources/", "../sources/index.html"),
        # Not ours to change.
        ("briefs/kursk.html", "#fn:1", "#fn:1"),
        ("briefs/kursk.html", "?q=x", "?q=x"),
        ("briefs/kursk.html", "", ""),
        ("briefs/kursk.html", "https://example.org/briefs/", "https://example.org/briefs/"),
        ("briefs/kursk.html", "//example.org/briefs/", "//example.org/briefs/"),
        ("briefs/kursk.html", "mailto:desk@example.org", "mailto:desk@example.org"),
        ("briefs/kursk.html", "../gone/", "../gone/"),
        ("briefs/kursk.html", "../../../../etc/passwd", "../../../../etc/passwd"),
        ("briefs/kursk.html", "http://[", "http://["),
    ],
)
def test_addresses(page: str, written: str, becomes: str) -> None:
    html = '<p>a > b</p>\n<a class=x href="{}" title="href=../">x</a>'
    assert offline_page(html.format(written), page, FILES) == html.format(becomes)


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("<A HREF=../pioniere/>x</A>", '<A HREF="pioniere.html">x</A>'),
        ("<a href='../pioniere/?a&amp;b'>x</a>", '<a href="pioniere.html?a&amp;b">x</a>'),
        ("<svg><a xlink:href='../pioniere/'></a></svg>", '<svg><a xlink:href="pioniere.html"></a></svg>'),
        ('<form action="../../">', '<form action="../index.html">'),
        ("<a href>x</a>", "<a href>x</a>"),
        ("<script>'<a href=\"../pioniere/\">'</script>", "<script>'<a href=\"../pioniere/\">'</script>"),
        ('<!-- <a href="../pioniere/"> -->', '<!-- <a href="../pioniere/"> -->'),
        ('é\r\n\u2028<b>\n\n<a href="../pioniere/">', 'é\r\n\u2028<b>\n\n<a href="pioniere.html">'),
        ('<link rel="canonical" href="https://example.org/">x', "x"),
        ('<link rel="preload" href="../../assets/f.woff2" as="font" crossorigin>x', "x"),
        ('<link rel="alternate " href="../pioniere/">', '<link rel="alternate " href="pioniere.html">'),
    ],
)
def test_whatever_way_it_is_written(written: str, becomes: str) -> None:
    assert offline_page(written, "briefs/kursk.html", FILES) == becomes

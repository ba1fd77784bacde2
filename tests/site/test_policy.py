"""The policy that a site needs, from the HTML of its pages."""

from base64 import b64encode
from hashlib import sha256

import pytest

from briefgen.site import FORMATS, foreign_in, in_page, needs_of, policy_for
from briefgen.site.known import Known
from briefgen.site.policy import Policy

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(*pages: str, wasm: bool = False) -> str:
    return policy_for([need for page in pages for need in needs_of(page)], wasm=wasm).text()


def test_a_site_without_anything_of_its_own_in_the_pages() -> None:
    assert policy("", "<p>Hello</p>", '<script src="a.js"></script><img src="data:image/png,">') == STRICT


@pytest.mark.parametrize(
    ("page", "directive"),
    [
        ("<script>a = 1 < 2</script>", f"script-src 'self' {hashed('a = 1 < 2')}"),
        ("<SCRIPT TYPE=module>\r\na\r</SCRIPT>", f"script-src 'self' {hashed(chr(10) + 'a' + chr(10))}"),
        ("<script>&amp;</script>", f"script-src 'self' {hashed('&amp;')}"),
        ("<script></script>", f"script-src 'self' {hashed('')}"),
        ("<script type='text/ECMAScript'>a</script>", f"script-src 'self' {hashed('a')}"),
        ("<script type=text/javascript1.5>a</script>", f"script-src 'self' {hashed('a')}"),
        (
            "<svg><script xlink:href=//s.example/a>a</script>",
            f"script-src 'self' {hashed('a')} https://s.example",
        ),
        (
            "<iframe srcdoc='<iframe srcdoc=&quot;<script>a()</script>&quot;></iframe>'>",
            f"script-src 'self' {hashed('a()')}",
        ),
        ("<script type='importmap'>{}</script>", f"script-src 'self' {hashed('{}')}"),
        ("<style>p { }</style>", f"style-src 'self' {hashed('p { }')}"),
        ('<td style="text-align: right;">', f"style-src-attr {hashed('text-align: right;')} 'unsafe-hashes'"),
        ("<a onclick='go(1 &amp;&amp; 2)'>", f"script-src-attr {hashed('go(1 && 2)')} 'unsafe-hashes'"),
        ("<script src='https://cdn.example.org/a.js'></script>", "script-src 'self' https://cdn.example.org"),
        ("<link rel=stylesheet href=//cdn.example.org/a.css>", "style-src 'self' https://cdn.example.org"),
        (
            "<link rel=preload as=font href=https://f.example:8443/f>",
            "font-src 'self' https://f.example:8443",
        ),
        ("<link rel=manifest href=site.webmanifest>", "manifest-src 'self'"),
        ("<img srcset='a.png 1x, https://i.example/b.png 2x'>", "img-src 'self' data: https://i.example"),
        ("<img src='https://käse.example/'>", "img-src 'self' data: https://xn--kse-qla.example"),
        ("<iframe src='https://video.example/1'></iframe>", "frame-src https://video.example"),
        ("<video><source src='film.webm'></video>", "media-src 'self'"),
        ("<object data='a.pdf'></object>", "object-src 'self'"),
        ("<form action='https://find.example/'>", "form-action 'self' https://find.example"),
    ],
)
def test_what_a_page_holds_is_allowed_and_nothing_else(page: str, directive: str) -> None:
    said = policy(page).split("; ")
    assert directive in said
    name = directive.partition(" ")[0]
    assert [part for part in said if part.partition(" ")[0] != name] == [
        part for part in STRICT.split("; ") if part.partition(" ")[0] != name
    ]


@pytest.mark.parametrize(
    "page",
    [
        '<script type="application/json">{"a": 1}</script>',
        "<script type='text/javascript; charset=utf-8'>no browser runs it</script>",
        "<iframe srcdoc='&lt;p&gt;'></iframe>",
        "<script type='application/ld+json'>{}</script>",
        "<!-- <script>a</script> -->",
        "<a href='https://example.org/'>x</a>",
        "<link rel=canonical href=https://example.org/>",
        "<img src='https://a.example;script-src *'>",
        "<img src='https://a b/'><img src='http://['><img src='https://x:99999/'>",
        '<img src="https://a.example\'%22"/>',
    ],
)
def test_what_needs_no_leave_gets_none(page: str) -> None:
    assert policy(page) == STRICT


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<p>\n<script type=text/jscript>run()</script>", (2, "a script: run()")),
        ("\n\n<iframe srcdoc='<script>run()</script>'>", (3, "a script: run()")),
        ("<iframe srcdoc='<p onclick=&quot;run()&quot;>'>", (1, "onclick= of <p>: run()")),
        ("<iframe srcdoc='<script src=own.js></script>'>", (1, "a script from the file own.js")),
        ("<svg><script src='' href='own.js'>", (1, "a script from the file own.js")),
        ("<svg><image xlink:href='//p.example/p.png'>", (1, "img of <image> from https://p.example")),
    ],
)
def test_what_runs_or_loads_is_named_wherever_it_hides(page: str, told: tuple[int, str]) -> None:
    assert [(one.line, one.what) for one in foreign_in("index.html", page, Known((), ()))] == [told]


def test_pages_in_pages_without_end_cost_nothing() -> None:
    assert needs_of("<iframe srcdoc=" + "<iframe/srcdoc=" * 20_000) == frozenset()


def test_the_order_of_pages_does_not_matter() -> None:
    pages = [f"<script>{number}</script><img src=https://{number}.example>" for number in range(9)]
    assert policy(*pages) == policy(*reversed(pages), pages[0])


def test_a_search_in_webassembly() -> None:
    assert policy(wasm=True) == STRICT.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("header", f"Content-Security-Policy: {STRICT}\n"),
        ("nginx", f'add_header Content-Security-Policy "{STRICT}" always;\n'),
        ("apache", f'Header always set Content-Security-Policy "{STRICT}"\n'),
        ("netlify", f"/*\n  Content-Security-Policy: {STRICT}\n"),
        (
            "meta",
            '<meta http-equiv="Content-Security-Policy" content="'
            + STRICT.removesuffix("; frame-ancestors 'none'")
            + '">\n',
        ),
    ],
)
def test_formats(name: str, said: str) -> None:
    assert FORMATS[name](policy_for([], wasm=False)) == said


def test_a_page_holds_one_policy_and_holds_it_first() -> None:
    page = "<!doctype html>\n<html><head lang=en>\n<meta charset=utf-8><script>a</script></head>"
    once = in_page(Policy((("default-src", ("'none'",)),)), page)
    twice = in_page(Policy((("default-src", ("'self'",)), ("frame-ancestors", ("'none'",)))), once)
    assert '<head lang=en><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">' in once
    assert twice == once.replace("'none'", "'self'")
    assert needs_of(twice) == needs_of(page)

"""Settings that the theme prints as they are: what cannot be escaped is refused at its line."""

import pytest

from tests.decode.reading import settings

HEAD = "site_name: Desk\n"


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("copyright: <img src=x onerror=run()>\n", "setting-refused", 2),
        ("copyright: >\n  a\n  <script>run()</script>\n", "setting-refused", 2),
        ("copyright: '<a href=\"java\\\nscript:run()\">a</a>'\n", None, 2),
        ('copyright: "<a href=\\"java\\nscript:run()\\">a</a>"\n', "setting-refused", 2),
        ("repo_url: javascript:run()\n", "address-refused", 2),
        ("edit_uri: vbscript:run()\n", "address-refused", 2),
        ("extra_css:\n- a.css\n- data:text/css,p{}\n", "address-refused", 4),
        ("extra_javascript:\n- path: data:text/javascript,run()\n", "address-refused", 3),
        ("nav:\n- Home: index.md\n- More:\n  - Code: 'javascript:run()'\n", "address-refused", 5),
        ('nav:\n- "a": "\\tjava\\nscript:run()"\n', "address-refused", 3),
        ("theme:\n  name: material\n  logo: javascript:run()\n", "address-refused", 4),
        ("theme:\n  favicon: data:text/html,x\n", "address-refused", 3),
        ("extra:\n  homepage: javascript:run()\n", "address-refused", 3),
        ("extra:\n  social:\n  - link: javascript:run()\n", "address-refused", 4),
        ("extra:\n  alternate:\n  - link: JAVASCRIPT:run()\n", "address-refused", 4),
        ("extra:\n  scope: '\"),run(\"'\n", "setting-refused", 3),
        ("extra:\n  analytics:\n    property: 'a\\'\n", "setting-refused", 4),
        ("extra:\n  consent:\n    cookies:\n      'a\" onx=\"': b\n", "setting-refused", 5),
        (
            "extra:\n  analytics:\n    feedback:\n      ratings:\n      - note: <b onx=1>\n",
            "setting-refused",
            6,
        ),
    ],
)
def test_a_setting_that_would_be_code(text: str, rule: str | None, line: int) -> None:
    _, found = settings(HEAD + text)
    assert [(one.rule.name, one.span.line) for one in found] == ([(rule, line)] if rule else [])


@pytest.mark.parametrize(
    "text",
    [
        'copyright: Copyright &copy; <a href="#__consent" class="x">Cookies</a>\n',
        'copyright: \'<a href="https://a.example" target="_blank" rel="noopener">A & B</a>\'\n',
        "theme:\n  logo: data:image/svg+xml,%3Csvg%3E\n",
        "site_description: 'javascript: what it is'\n",
        "nav:\n- 'javascript: what it is': index.md\n- Mail: mailto:desk@a.example\n",
        "extra:\n  social:\n  - name: '<b>\"'\n    link: https://a.example/?a=1&b=2\n",
        "extra: &a\n  b: &b [1, *a]\n  c: [*b, *b]\n",
        "extra:\n  analytics: {property: G-123}\n  scope: /\n",
    ],
)
def test_a_setting_that_is_text(text: str) -> None:
    _, found = settings(HEAD + text)
    assert not found


def test_aliases_that_double_cost_nothing() -> None:
    lines = ["extra:", "  a0: &a0 [x, x]"]
    lines += [f"  a{number}: &a{number} [*a{number - 1}, *a{number - 1}]" for number in range(1, 30)]
    _, found = settings(HEAD + "\n".join(lines) + "\n")
    assert not found

"""`check --fix`: what it changes, and that it changes nothing else."""

import os
import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.authoring.fixes import edited, find_repairs, write_repairs
from briefgen.cache.store import load_project
from briefgen.cli.main import main
from briefgen.each import one_by_one
from briefgen.pipeline import compile_briefs
from tests.reports.cases import Case, lay_out

BODY = """\
“The old bridge closes on Monday” [@herald2025bridge].
::: note
Nobody knows [@herald2025brige].
:::

See ![it](../images/a bridge.png).
"""
FIXED = """\
“[T]he old bridge closes on Monday” [@herald2025bridge].

::: note
Nobody knows [@herald2025bridge].
:::

See ![it](<../images/a bridge.png>).
"""
FRONT = "---\ntitle: The bridge\ndate: 2025-05-10\n{}: en\n---\n"


def project(root: Path, data: bytes, name: str = "bridge.md") -> Path:
    lay_out(Case("", {"docs/images/a bridge.png": "PICTURE"}, (), {}, bare=False), root)
    place = root / "sources" / name
    place.write_bytes(data)
    return place


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_all_that_is_mechanical_is_repaired(tmp_path: Path, ending: str, mark: bytes) -> None:
    place = project(tmp_path, mark + (FRONT.format("langg") + BODY).replace("\n", ending).encode())
    assert main(["check", "--fix", "--root", str(tmp_path)]) == 0
    assert place.read_bytes() == mark + (FRONT.format("lang") + FIXED).replace("\n", ending).encode()
    before = place.stat().st_mtime_ns, place.read_bytes()
    assert main(["check", "--fix", "--root", str(tmp_path)]) == 0
    assert (place.stat().st_mtime_ns, place.read_bytes()) == before


def test_a_diff_changes_nothing_and_says_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = (FRONT.format("langg") + BODY).encode()
    place = project(tmp_path, data)
    assert main(["check", "--diff", "--root", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert place.read_bytes() == data
    assert "-langg: en\n+lang: en\n" in out
    assert "+“[T]he old bridge closes on Monday” [@herald2025bridge].\n" in out
    project(tmp_path / "right", (FRONT.format("lang") + FIXED).encode())
    capsys.readouterr()
    assert main(["check", "--diff", "--root", str(tmp_path / "right")]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "body",
    [
        "“the old bridge closes on Tuesday” [@herald2025bridge].\n",
        "“the old bridge closes on monday” [@herald2025bridge].\n",
        "It closes [@herald2024bridge].\n",
        "“the old bridge opens [@herald2025bridge].\n",
    ],
)
def test_no_quoted_word_and_no_doubtful_key_is_touched(tmp_path: Path, body: str) -> None:
    data = (FRONT.format("lang") + body).encode()
    place = project(tmp_path, data)
    assert main(["check", "--fix", "--root", str(tmp_path)]) == 1
    assert place.read_bytes() == data


def test_a_file_that_is_no_text_is_left_alone(tmp_path: Path) -> None:
    data = (FRONT.format("langg") + "Die Brücke.\n").encode("latin-1")
    place = project(tmp_path, data)
    assert main(["check", "--fix", "--root", str(tmp_path)]) == 1
    assert place.read_bytes() == data


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ("“the old bridge closes [@herald2025bridge].\n", "“the old bridge closes” [@herald2025bridge].\n"),
        (
            "„the old bridge closes [@herald2025bridge]. „The old bridge burns [@herald2025bridge].\n",
            "„the old bridge closes“ [@herald2025bridge]. „The old bridge burns [@herald2025bridge].\n",
        ),
        (
            "1. The bridge\n  - is old,\n  - is *closed*\n2. The school\n",
            "1. The bridge\n   - is old,\n   - is *closed*\n2. The school\n",
        ),
        (
            "What is closed:\n    - the bridge\n        - for long\n",
            "What is closed:\n- the bridge\n    - for long\n",
        ),
        ("- The bridge\n      - is closed\n", "- The bridge\n  - is closed\n"),
    ],
)
def test_marks_and_indents(tmp_path: Path, written: str, repaired: str) -> None:
    place = project(tmp_path, (FRONT.format("lang") + written).encode())
    main(["check", "--fix", "--root", str(tmp_path)])
    assert place.read_bytes() == (FRONT.format("lang") + repaired).encode()


@given(st.text("ab\r\n", max_size=40), st.data())
def test_nothing_but_the_stretches_is_changed(raw: str, data: st.DataObject) -> None:
    length = len(raw.replace("\r\n", "\n"))
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    after = edited(raw, [(start, end, "X")])
    head, _, tail = after.partition("X")
    assert raw.startswith(head)
    assert raw.endswith(tail)
    assert len(head.replace("\r\n", "\n")) == start or raw[len(head) - 1 : len(head) + 1] == "\r\n"


PIECES = [
    "“The old bridge closes on Monday” [@herald2025bridge].",
    "“In example Town the old bridge closes” [@herald2025bridge].",
    "It closes [@herald2025brige; @minutes2025].",
    "::: note",
    "::: {.note #a}",
    ":::",
    "",
    "A paragraph 漢字 with `code`.",
    "![it](../images/a bridge.png)",
    "[x](a b.md)",
    "# The bridge",
    "> “Carts may not cross it after dark.” [@herald2025bridge]",
    "- item",
    "  ::: note",
    "$x$ and %%c%%",
    "“the old bridge closes on Monday [@herald2025bridge].",
    "„the old bridge burns [@herald2025bridge].",
    "1. one",
    "  - two",
    "      - three",
]
MENDED = {
    "“The old bridge closes on Monday” [@herald2025bridge].",
    "It closes [@herald2025brige; @minutes2025].",
    "![it](../images/a bridge.png)",
    "[x](a b.md)",
    "# The bridge",
    "“the old bridge closes on Monday [@herald2025bridge].",
}
"""Lines in which something is to be changed; all others stay, but for their indent."""


FILES = int(os.environ.get("BRIEFGEN_SWEEP_FIXES", "8"))
TOGETHER = 100
"""How many files are repaired together: each by itself would cost a run of its own."""


@pytest.mark.parametrize("first", range(0, FILES, TOGETHER))
def test_generated_files_stay_right(tmp_path: Path, first: int) -> None:
    written: dict[str, tuple[bytes, list[str]]] = {}
    for number in range(first, min(first + TOGETHER, FILES)):
        chosen = random.Random(number)
        ending = chosen.choice(["\n", "\r\n"])
        lines = [chosen.choice(PIECES) for _ in range(chosen.randint(1, 10))]
        text = FRONT.format(chosen.choice(["lang", "langg"])) + "\n".join(lines) + "\n"
        written[f"b{number}.md"] = text.replace("\n", ending).encode(), lines
    lay_out(
        Case("", {"docs/images/a bridge.png": "PICTURE", "sources/bridge.md": None}, (), {}, bare=False),
        tmp_path,
    )
    for name, (data, _) in written.items():
        (tmp_path / "sources" / name).write_bytes(data)
    before = findings_of(tmp_path)
    repairs = find_repairs(tmp_path, load_project(tmp_path), one_by_one)
    write_repairs(tmp_path, repairs)
    after = findings_of(tmp_path)
    assert find_repairs(tmp_path, load_project(tmp_path), one_by_one) == ()
    assert {one.path: one.before for one in repairs} == {
        one.path: written[one.path.removeprefix("sources/")][0] for one in repairs
    }
    once = {name: (tmp_path / "sources" / name).read_bytes() for name in written}
    for name, (data, lines) in written.items():
        path = f"sources/{name}"
        assert after[path] <= before[path], (name, data)
        assert once[name] == data or any(one.path == path for one in repairs)
        kept = [line.strip() for line in once[name].decode().replace("\r\n", "\n").split("\n")]
        for line in lines:
            assert line.strip() in kept or line in MENDED, (name, data, line)


def findings_of(root: Path) -> Counter[str]:
    return Counter(one.span.path for one in compile_briefs(root).findings)

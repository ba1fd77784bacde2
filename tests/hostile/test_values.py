"""Values that are refused at their line: front matter, captures, the lock, lists of pages, texts."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.decode.lock import decode_lock
from briefgen.diagnostics import Diagnostic
from briefgen.text import TextFile
from tests.hostile.desk import change, make_desk, tree

Said = pytest.CaptureFixture[str]
ERROR = re.compile(r"(?m)^(\S+?):(\d+):\d+: error\[(BG\d+)\]")


def checked(root: Path, capsys: Said, command: str = "check") -> tuple[int, str]:
    """The exit code and all that was said, none of which a terminal obeys."""
    capsys.readouterr()
    code = main([command, "--root", str(root)])
    said = "".join(capsys.readouterr())
    assert "Traceback" not in said
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)
    return code, said


FRONT = {
    "date: 0000-00-00": "BG124",
    "date: 2026-02-30": "BG124",
    "date: 1e999": "BG124",
    "date: .inf": "BG124",
    "date: ٢٠٢٦-٠١-٢٠": "BG124",
    f"date: {'9' * 5000}": "BG124",
    f"date: !!int {'9' * 5000}": "BG112",
    "date: !!timestamp x": "BG112",
    "date: !!binary ////": "BG112",
    "date: !!python/object/apply:os.system [touch taken]": "BG112",
    "date: &a *a": "BG113",
    "date: <<: *x": "BG110",
    "lang: ../../etc/passwd": "BG125",
    f"lang: en-{'a-' * 500}": "BG125",
    "tags: ['..']": "BG168",
    'tags: ["\\u200b"]': "BG168",
    "tags: [[a]]": "BG118",
    "about: [../x]": "BG201",
    "translation_of: ../bridge": "BG206",
    "translation_of: bridge": "BG206",
    "errata: [{date: 2026-01-21, kind: correction, was: a, now: b, where: '#x\"y'}]": "BG129",
    "slug: ../../x": "BG612",
}


@pytest.mark.parametrize("line", FRONT)
def test_front_matter_is_refused_at_its_line(tmp_path: Path, capsys: Said, line: str) -> None:
    root = make_desk(tmp_path / "desk")
    text = (root / "sources/bridge.md").read_text("utf-8")
    name = line.partition(":")[0]
    text = re.sub(rf"(?m)^{name}:.*\n", "", text)
    (root / "sources/bridge.md").write_text(text.replace("---\n", f"---\n{line}\n", 1), "utf-8")
    code, said = checked(root, capsys)
    assert code == 1
    assert ("sources/bridge.md", "2", FRONT[line]) in ERROR.findall(said)
    assert not list(tmp_path.rglob("taken"))


PLACES = {
    "../mkdocs.yml": "BG128",
    "/etc/passwd": "BG128",
    "seeds/../../outside": "BG128",
    "seeds": "BG312",
    "'seeds/herald.txt\\0'": "BG128",
    '"seeds/herald.txt\\0"': "BG111",
    "C:\\x": "BG128",
    "'seeds\\herald.txt'": "BG128",
    "file:///etc/passwd": "BG128",
    f"seeds/{'a' * 300}": "BG310",
    f"seeds/{'a/' * 3000}x": "BG310",
    "[a]": "BG118",
}


@pytest.mark.parametrize("place", PLACES)
def test_the_file_of_a_capture_is_refused_at_its_line(tmp_path: Path, capsys: Said, place: str) -> None:
    root = make_desk(tmp_path / "desk")
    change(root, "sources/captures.yml", "file: seeds/herald.txt", f"file: {place}")
    code, said = checked(root, capsys)
    assert code == 1
    assert ("sources/captures.yml", "2", PLACES[place]) in ERROR.findall(said)


LOCKS = {
    "deep": "[" * 100_000,
    "deep, with names": '{"a":' * 50_000,
    "no number": '{"lock": NaN}\n',
    "a number without end": '{"lock": ' + "9" * 5000 + "}\n",
    "more than a number": '{"lock": 1e999}\n',
    "half a character": '{"lock": "\\ud800"}\n',
    "lists": "[]\n[]\n",
    "nothing": "null\n",
    "another format": '{"lock": 1.5}\n',
}


@pytest.mark.parametrize("text", LOCKS.values(), ids=LOCKS)
def test_a_lock_is_refused_at_its_line(tmp_path: Path, capsys: Said, text: str) -> None:
    root = make_desk(tmp_path / "desk")
    (root / "sources/verified.lock").write_text(text, "utf-8")
    code, said = checked(root, capsys)
    assert code == 1
    assert ("sources/verified.lock", "1", "BG330") in ERROR.findall(said)


def test_a_value_that_can_be_read_and_not_written_is_refused() -> None:
    """Python goes a little deeper one way than the other."""
    head, entry = '{"lock": 1}\n', dict.fromkeys(("work", "words", "verdict", "at", "of", "capture"), "a")
    rest = json.dumps(entry | {"fold": 1, "verified": "2026-01-01"})[1:]
    for depth in range(900, 1_000):
        found: list[Diagnostic] = []
        text = f'{head}{{"brief": {"[" * depth}{"]" * depth}, {rest}\n'
        assert decode_lock(TextFile("sources/verified.lock", text), found.append).entries == ()
        assert {(one.rule.code, one.span.line) for one in found} == {("BG330", 2)}


ENTRIES = {
    "offsets beyond all": (r"\[\d+, ?\d+\]", "[99999999999999999999, 5]"),
    "offsets below nothing": (r"\[(\d+),", r"[-\1,"),
    "found nowhere": (r'"of": ?\d+', '"of": 0'),
    "found in words": (r'"of": ?\d+', '"of": "x"'),
    "numbers that are none": (r'"of": ?\d+', '"of": true'),
}


@pytest.mark.parametrize(("old", "new"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_of_a_lock_is_refused(tmp_path: Path, capsys: Said, old: str, new: str) -> None:
    root = make_desk(tmp_path / "desk")
    assert main(["lock", "--root", str(root), "--date", "2026-02-01"]) == 0
    place = root / "sources/verified.lock"
    text, changed = re.subn(old, new, place.read_text("utf-8"))
    assert changed
    place.write_text(text, "utf-8")
    code, said = checked(root, capsys)
    assert code == 1
    assert ("sources/verified.lock", "2", "BG330") in ERROR.findall(said)


def _with_others(listed: object) -> object:
    """A list of generated pages, with files of the authors' in it."""
    ours = hashlib.sha256(b"# Home\n").hexdigest()
    if isinstance(listed, list):
        return [*map(_with_others, listed), "../sources/bridge.md", "index.md"]
    if isinstance(listed, dict):
        return {key: _with_others(value) for key, value in listed.items()} | {"../seeds/herald.txt": ours}
    return listed


LISTS = {
    "deep": lambda text: "[" * 100_000,
    "no list": lambda text: "5",
    "files elsewhere": lambda text: '["../mkdocs.yml", "/etc/passwd"]',
    "a page of somebody else": lambda text: '["index.md"]',
    "others beside ours": lambda text: json.dumps(_with_others(json.loads(text))),
}


@pytest.mark.parametrize("changed", LISTS.values(), ids=LISTS)
def test_no_list_of_pages_has_files_of_others_removed(tmp_path: Path, capsys: Said, changed: object) -> None:
    root = make_desk(tmp_path / "desk")
    assert main(["compile", "--root", str(root)]) == 0
    place = root / "docs/.briefgen.json"
    assert callable(changed)
    place.write_text(changed(place.read_text("utf-8")), "utf-8")
    (root / "sources/bridge.md").rename(root / "sources/river.md")
    before = tree(root)
    code, said = checked(root, capsys, "compile")
    after = tree(root)
    assert code == 2
    assert "is damaged" in said
    assert after == {**before, **{path: after[path] for path in after if path.startswith(".briefgen/")}}


BODIES = {
    "an override in the text of Python-Markdown's own": "\u0002klzzwxh:0000\u0003 \u0002wzxhzdk:0\u0003",
    "a character of Python-Markdown's own": "a\u0002amp\u0003b",
    "controls of a terminal": "a\x07\x1b[2Jb",
    "a box from elsewhere": "::: {.context include=../../bridge}\n:::",
    "a box from the root": "::: {.context include=/etc/passwd}\n:::",
    "a picture from elsewhere": "![a](../../../outside/secret.txt)",
    "a picture of the machine": "![a](file:///etc/passwd)",
    "a picture of a share": "![a](\\\\\\\\host\\\\share)",
    "an address of another host": "[a](//a.example/x)",
    "a definition that runs code": "[a]\n\n[a]: javascript:run()",
    "code between angle brackets": "<javascript:run()>",
    "a name of the language": "::: {.note #__proto__}\na\n:::",
    "a handler on a box": "::: {.note onclick=run()}\na\n:::",
    "a script in what MkDocs folds": "??? note\n    <script>",
}


@pytest.mark.parametrize("text", BODIES.values(), ids=BODIES)
def test_a_text_is_refused_and_nothing_written(tmp_path: Path, capsys: Said, text: str) -> None:
    root = make_desk(tmp_path / "desk")
    change(root, "sources/bridge.md", "The council", f"{text}\n\nThe council")
    before = tree(root)
    code, said = checked(root, capsys, "compile")
    assert code == 1
    assert {place for place, _, _ in ERROR.findall(said)} == {"sources/bridge.md"}
    assert tree(root) == before

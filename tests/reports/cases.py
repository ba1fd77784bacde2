"""Cases as tables: the files of a small project, and everything that is to be said of them.

A line of `findings` is a place, a code and words that its message, its notes or its hint hold,
parted by ``|``.
`pages` say what readers see of generated pages: HTML that stands there, and such that does not.
"""

import base64
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import yaml

from briefgen.diagnostics import Diagnostic, Told
from briefgen.model.compilation import Compilation
from briefgen.pipeline import compile_briefs
from briefgen.render.site_dialect import site_html
from briefgen.terminal.causes import told_once
from briefgen.terminal.outcome import has_error, in_order
from tests.rules.projects import DAY

FOLDER = Path(__file__).parent / "cases"
_BASE = Path(__file__).parent.parent / "rules" / "base"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_LINE = re.compile(r"(?P<place>\S+:\d+:\d+) (?P<code>BG\d{3})(?: (?P<words>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a table."""

    name: str
    files: Mapping[str, str | None]
    findings: tuple[str, ...]
    pages: Mapping[str, Mapping[str, list[str]]]
    bare: bool
    """Without the files of the small project in which rules have their examples."""


def cases(table: str) -> Iterator[Case]:
    """Those of a table of the folder."""
    for one in yaml.safe_load((FOLDER / table).read_text("utf-8")):
        files = dict(one.get("files", {}))
        if "body" in one:  # below the front matter
            files["sources/bridge.md"] = one["body"]
        yield Case(
            one["name"], files, tuple(one.get("findings", ())), one.get("pages", {}), one.get("bare", False)
        )


def lay_out(case: Case, root: Path) -> None:
    """Write the files of a case; `body` stands below the front matter of the small project's brief."""
    (root / "sources").mkdir(parents=True)
    if not case.bare:
        for path in sorted(path for path in _BASE.rglob("*") if path.is_file()):
            place = root / path.relative_to(_BASE)
            place.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text("utf-8")
            place.write_text(_hashed(text, {}), "utf-8", newline="")
    for name, said in case.files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if said is None:
            place.unlink()
            continue
        text = said
        if text == "PICTURE":
            place.write_bytes(PICTURE)
        elif name == "sources/bridge.md" and not text.startswith("---\n"):
            head = _FRONT.match((_BASE / name).read_text("utf-8"))
            assert head is not None
            place.write_text(head[0] + text, "utf-8", newline="")
        else:
            place.write_bytes(
                _hashed(text, case.files).encode("cp1252" if name.endswith("latin1.md") else "utf-8")
            )


def _hashed(text: str, files: Mapping[str, str | None]) -> str:
    def data(path: str) -> bytes:
        own = files.get(path)
        return (_BASE / path).read_bytes() if own is None else own.encode()

    return re.sub(r"\{sha256:([^}]+)\}", lambda found: sha256(data(found[1])).hexdigest(), text)


def compiled(root: Path) -> Told[Compilation]:
    """What a run makes of a project, and everything that it says, as it is shown."""
    told = compile_briefs(root, today=DAY)
    once = told_once(told.findings)
    assert has_error(once) == has_error(told.findings), "an error is held back for another error only"
    return Told(told.value, once)


def differences(case: Case, findings: tuple[Diagnostic, ...]) -> list[str]:
    """What was said and is not asked for, and what is asked for and was not said."""
    said = {f"{one.span.path}:{one.span.line}:{one.span.column} {one.rule.code}": one for one in findings}
    left = [said_of(one) for one in in_order(findings)]
    wrong = []
    for line in case.findings:
        asked = _LINE.fullmatch(line.strip())
        assert asked is not None, line
        at = f"{asked['place']} {asked['code']}"
        found = next((one for one in left if one.startswith(at) and _holds(one, asked["words"])), None)
        if found is None:
            wrong.append(
                f"asked for: {line}\n   said there: {said_of(said[at]) if at in said else 'nothing'}"
            )
        else:
            left.remove(found)
    return wrong + [f"not asked for: {one}" for one in left]


def said_of(one: Diagnostic) -> str:
    """All that a finding says, on one line."""
    parts = (one.message, *one.notes, f"hint: {one.hint}" if one.hint else "")
    place = f"{one.span.path}:{one.span.line}:{one.span.column} {one.rule.code}"
    return " ".join([place, *(part.replace("\n", " ") for part in parts if part)])


def _holds(said: str, words: str | None) -> bool:
    return all(part.strip() in said for part in (words or "").split("|"))


def shown(case: Case, pages: Mapping[str, str]) -> list[str]:
    """What is not as asked on the generated pages."""
    wrong = []
    for path, asked in case.pages.items():
        page = pages.get(path, "").partition("\n---\n")[2]
        text = html.unescape(site_html(page))
        wrong += [f"{path} lacks {one}" for one in asked.get("has", ()) if one not in text]
        wrong += [f"{path} has {one}" for one in asked.get("not", ()) if one in text]
    return wrong

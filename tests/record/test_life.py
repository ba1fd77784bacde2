"""The life of a brief as a story: `life.txt` says what its author does, what is refused, what readers get.

`pytest --update-golden` writes it anew: read it from the beginning before you keep it.
"""

import json
import re
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.record.story import STEPS, Step

STORY = Path(__file__).parent / "life.txt"


@pytest.fixture
def tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    monkeypatch.setattr("briefgen.render.brief.checked.__version__", "VERSION")

    def run(*command: str) -> str:
        main([*command, "--root", str(tmp_path)])
        return capsys.readouterr().out

    last: dict[str, str] = {}

    def told(step: Step) -> str:
        return "\n".join(_tell(step, tmp_path, run, last))

    return told


def test_life_of_a_brief(tell: Callable[[Step], str], update_golden: bool) -> None:
    story = "\n".join(map(tell, STEPS))
    if update_golden:
        STORY.write_text(story, "utf-8")
    assert story.split("\n") == STORY.read_text("utf-8").split("\n")


def _tell(step: Step, root: Path, run: Callable[..., str], last: dict[str, str]) -> Iterator[str]:
    yield f"{'=' * 100}\n{step.title}\n{'=' * 100}\n"
    for path, before in step.copies.items():
        (root / path).write_text(last[before], "utf-8")
        yield f"{path} has what {before} had\n"
    for path, change in step.files.items():
        place = root / path
        before = place.read_text("utf-8") if place.exists() else ""
        after = change if isinstance(change, str) else change(before)
        last[path] = after or before
        if after:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(after, "utf-8")
        else:
            place.unlink()
        lines = unified_diff(
            before.splitlines(), after.splitlines(), f"a/{path}", f"b/{path}", n=0, lineterm=""
        )
        yield "\n".join(line for line in lines if not line.startswith("@@")) + "\n"
    for command in step.commands:
        said = run(*command)
        yield f"$ briefgen {' '.join(command)}\n{said}"
    for path, pattern in step.read:
        yield f"--- {path}"
        yield from _found(root / path, pattern)
        yield ""


def _found(place: Path, pattern: str) -> Iterator[str]:
    """The lines of a file that say something of what the story is about; of a page's head, the keys."""
    if not place.exists():
        yield "(not there)"
        return
    for line in place.read_text("utf-8").splitlines():
        if line.startswith("  schema: "):
            schema = json.loads(line.removeprefix("  schema: "))
            kept = {key: value for key, value in schema.items() if re.search(pattern, key)}
            if kept:
                yield f"schema: {json.dumps(kept, ensure_ascii=False, indent=1)}"
        elif re.search(pattern, line):
            yield line.strip()

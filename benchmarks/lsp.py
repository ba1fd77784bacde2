"""How long an editor waits for an answer of `briefgen lsp`: see README.md.

    python -m benchmarks.lsp [COUNT]

Without a count in a project of 2,000 briefs. First nothing is kept, and while everything is looked through it
is asked what is asked with every letter. Then everything is kept, and each question is asked many times,
behind an edit each: the answers are about the text as it was just typed. The bounds are on the median of each
kind of answer, on the 95th percentile of what is asked with every letter, and on the first findings.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

from lsprotocol import types as lsp

from benchmarks.corpus import capture, write_project
from briefgen.model.layout import project
from tests.language_server import editor as editors
from tests.language_server.editor import Editor, at_mark
from tests.repository import ROOT

BRIEFS = 2_000
FEW = 200
"""So many are looked through to the end with nothing kept."""
TIMES = 25
LETTERS = 100
"""So often it is asked while everything is looked through for the first time."""
BOUND = 0.1
"""Seconds, for the median of each kind of answer."""
TYPED_BOUND = 1.0
"""Seconds, for the 95th percentile of what is asked with every letter."""
FIRST_BOUND = 1.0
"""Seconds from opening a brief to its findings, with nothing kept."""
PATH = "sources/brief-0007.md"
_TYPED = frozenset({"completion", "hover"})
Times = dict[str, list[float]]


def questions(editor: Editor, marked: str) -> dict[str, Callable[[], object]]:
    """What is asked of a place, by its name."""
    client, wait, identifier = editor.client, editor.wait, editor.identify(PATH)
    _, place = at_mark(marked)
    everywhere = lsp.ReferenceContext(include_declaration=True)
    return {
        "completion": lambda: wait(
            client.text_document_completion_async(lsp.CompletionParams(identifier, place))
        ),
        "hover": lambda: wait(client.text_document_hover_async(lsp.HoverParams(identifier, place))),
        "definition": lambda: wait(
            client.text_document_definition_async(lsp.DefinitionParams(identifier, place))
        ),
        "references": lambda: wait(
            client.text_document_references_async(lsp.ReferenceParams(everywhere, identifier, place))
        ),
        "outline": lambda: wait(
            client.text_document_document_symbol_async(lsp.DocumentSymbolParams(identifier))
        ),
        "ways out": lambda: wait(
            client.text_document_code_action_async(
                lsp.CodeActionParams(
                    identifier, lsp.Range(place, place), lsp.CodeActionContext(diagnostics=[])
                )
            )
        ),
    }


def places() -> tuple[str, str]:
    """Two places to ask about: a key, and words that are quoted."""
    words = " ".join(capture(7)[5].split()[:3])
    return "As [@work00‸7] has it.", f"It says “{words}‸” [@work007]."


@contextmanager
def opened(root: Path, times: Times) -> Iterator[tuple[Editor, str]]:
    """An editor that has just started, has one brief open and was told of that."""
    with Editor(root) as editor:
        begun = perf_counter()
        text = editor.open(PATH)
        editor.until_told(PATH, 1)
        times.setdefault("the first findings", []).append(perf_counter() - begun)
        yield editor, text


def typed_meanwhile(root: Path, times: Times) -> None:
    """Ask while everything is looked through for the first time, nothing of which was kept."""
    with opened(root, times) as (editor, text):
        for number in range(LETTERS):
            marked = f"{text}\n{places()[number % 2]}\n\nTyped {number} times.\n"
            begun = perf_counter()
            version = editor.type(PATH, marked.replace("‸", ""))
            asked = questions(editor, marked)
            for name in sorted(_TYPED):
                since = perf_counter()
                asked[name]()
                times.setdefault(name, []).append(perf_counter() - since)
            editor.until_told(PATH, version)
            times.setdefault("findings of the brief", []).append(perf_counter() - begun)
            if editor.checked:  # in a small project
                break
            sleep(0.1)


def everything(root: Path, times: Times, name: str) -> None:
    """How long it takes until everything was looked through once."""
    with opened(root, {}) as (editor, _):
        begun = perf_counter()
        editor.since(1)
        times[name] = [perf_counter() - begun]


def typed_afterwards(root: Path, times: Times) -> None:
    """Ask when everything was looked through, behind an edit each time."""
    with opened(root, times) as (editor, text):
        begun = perf_counter()
        editor.since(1)
        times["everything, the first time"] = [perf_counter() - begun]
        for number in range(TIMES):
            marked = f"{text}\n{places()[number % 2]}\n\nTyped {number} times.\n"
            before = editor.checked
            begun = perf_counter()
            version = editor.type(PATH, marked.replace("‸", ""))
            for name, answer in questions(editor, marked).items():
                since = perf_counter()
                answer()
                times.setdefault(name, []).append(perf_counter() - since)
            editor.until_told(PATH, version)
            times.setdefault("findings of the brief", []).append(perf_counter() - begun)
            if number % 5 == 4:
                editor.since(before + 1)
                times.setdefault("findings of everything", []).append(perf_counter() - begun)


def keep_everything(root: Path) -> None:
    """Have a command keep what it finds of each brief, as one that writes has it."""
    own = root / project.OWN
    own.mkdir(exist_ok=True)
    (own / project.OWN_IGNORE).write_text("*\n", encoding="utf-8")
    command = [sys.executable, "-m", "briefgen", "check", "--root", str(root)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def printed(times: Times) -> bool:
    """Print the times; whether all keep to their bounds."""
    missed = False
    for name, some in times.items():
        if len(some) == 1:
            bound = FIRST_BOUND if name == "the first findings" else None
            said, missed_it = f"{some[0]:.1f} s", bound is not None and some[0] >= bound
            said += f", bound {bound:.0f} s" if bound else ""
        else:
            middle, p95 = median(some), quantiles(some, n=20)[-1]
            said = f"median {1000 * middle:.0f} ms"
            missed_it = False
            if not name.startswith("findings"):
                said += f", bound {1000 * BOUND:.0f} ms"
                missed_it = middle >= BOUND
            said += f"; p95 {1000 * p95:.0f} ms"
            if name in _TYPED:
                said += f", bound {1000 * TYPED_BOUND:.0f} ms"
                missed_it |= p95 >= TYPED_BOUND
        print(f"  {name}: {said}", flush=True)
        missed |= missed_it
    return missed


def main() -> int:
    briefs = int(sys.argv[1]) if sys.argv[1:] else BRIEFS
    editors.PATIENCE = 1_200
    with tempfile.TemporaryDirectory() as name:
        root, small = Path(name) / "project", Path(name) / "small"
        write_project(root, briefs)
        write_project(small, FEW)
        print(f"{briefs:,} briefs, nothing kept, {LETTERS} edits while all is looked through")
        times: Times = {}
        typed_meanwhile(root, times)
        missed = printed(times)
        print(f"{FEW:,} briefs, nothing kept", flush=True)
        times = {}
        everything(small, times, "everything, the first time")
        missed |= printed(times)
        keep_everything(root)
        print(f"{briefs:,} briefs, all kept, {TIMES} edits, each followed by the questions below", flush=True)
        times = {}
        typed_afterwards(root, times)
        missed |= printed(times)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())

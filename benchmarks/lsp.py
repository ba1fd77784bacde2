"""How long an editor waits for an answer of `briefgen lsp`: see README.md.

    python -m benchmarks.lsp [COUNT]

Without a count in a project of 2,000 briefs. Each question is asked many times, behind an
edit each: the answers are about the text as it was just typed. The bound is on the median of all answers.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from lsprotocol import types as lsp

from benchmarks.corpus import capture, write_project
from tests.language_server import editor as editors
from tests.language_server.editor import Editor, at_mark

BRIEFS = 2_000
TIMES = 25
BOUND = 0.1
"""Seconds."""
PATH = "sources/brief-0007.md"


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


def measure(briefs: int) -> dict[str, list[float]]:
    """The times of all answers, by what was asked."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "project"
        write_project(root, briefs)
        editors.PATIENCE = 1_200
        times: dict[str, list[float]] = {}
        with Editor(root) as editor:
            begun = perf_counter()
            text = editor.open(PATH)
            editor.until_told(PATH, 1)
            times["the first findings"] = [perf_counter() - begun]
            editor.since(1)
            times["everything, the first time"] = [perf_counter() - begun]
            words = " ".join(capture(7)[5].split()[:3])
            places = ("As [@work00‸7] has it.", f"It says “{words}‸” [@work007].")
            for number in range(TIMES):
                marked = f"{text}\n{places[number % 2]}\n\nTyped {number} times.\n"
                before = editor.checked
                begun = perf_counter()
                version = editor.type(PATH, marked.replace("‸", ""))
                for asked, answer in questions(editor, marked).items():
                    since = perf_counter()
                    answer()
                    times.setdefault(asked, []).append(perf_counter() - since)
                editor.until_told(PATH, version)
                times.setdefault("findings of the brief", []).append(perf_counter() - begun)
                if number % 5 == 4:
                    editor.since(before + 1)
                    times.setdefault("findings of everything", []).append(perf_counter() - begun)
        return times


def main() -> int:
    briefs = int(sys.argv[1]) if sys.argv[1:] else BRIEFS
    times = measure(briefs)
    print(f"{briefs:,} briefs, {TIMES} edits, each followed by the questions below")
    for asked, some in times.items():
        if len(some) == 1:
            print(f"{asked}: {some[0]:.1f} s")
        else:
            p95 = quantiles(some, n=20)[-1]
            print(f"{asked}: median {1000 * median(some):.0f} ms, p95 {1000 * p95:.0f} ms")
    answers = [one for asked, some in times.items() if asked in _ANSWERS for one in some]
    print(f"all answers: median {1000 * median(answers):.0f} ms, bound {1000 * BOUND:.0f} ms")
    return int(median(answers) >= BOUND)


_ANSWERS = frozenset({"completion", "hover", "definition", "references", "outline", "ways out"})

if __name__ == "__main__":
    sys.exit(main())

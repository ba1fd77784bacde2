"""How the time to pair quotation marks grows with a text, on lines made of nothing but marks.

``python -m benchmarks.quotation_marks`` exits with 1 where twice as much text takes more than 2.5 times as
long.
"""

from time import process_time

from briefgen.markdown.quotes import left_marks, pair_quotes
from briefgen.model.inline import Text
from briefgen.text import Span, TextFile

SIZE = 32 * 1024
ROUNDS = 5
BOUND = 2.5
LINES = (
    "“",
    '"',
    "„",
    "“x ",
    ' "x',
    '"x" ',
    "«x» ",
    "'x ",
    "x' ",
    ",,x ",
    "x'' ",
    "<<x>> ",
    '"6" ',
    "““x””",
    "” “",
)


def main() -> int:
    print(f"milliseconds for {SIZE // 1024} KB and {SIZE // 512} KB, the best of {ROUNDS} rounds")
    worst = 0.0
    for piece in LINES:
        half, whole = (min(seconds(piece, size) for _ in range(ROUNDS)) for size in (SIZE, 2 * SIZE))
        worst = max(worst, whole / half)
        print(f"{piece!r:<10} {1000 * half:8.0f} {1000 * whole:8.0f}  {whole / half:.2f}×")
    return 0 if worst <= BOUND else 1


def seconds(piece: str, size: int) -> float:
    """The time to pair the marks of a line of this size, and to name those left over."""
    text = (piece * (size // len(piece) + 1))[:size]
    line = (Text(text, Span(TextFile("line.md", text), 0, size)),)
    start = process_time()
    left_marks(pair_quotes(line))
    return process_time() - start


if __name__ == "__main__":
    raise SystemExit(main())

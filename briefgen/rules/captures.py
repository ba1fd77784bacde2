"""Captures, and the files that hold them."""

from briefgen.rules.rule import File, Rule, Severity, captured


def _minutes(file: str, hashed: str, *more: str) -> str:
    """An entry of captures.yml: its file, whose hash it has, and further lines."""
    lines = (f"file: {file}", f"sha256: {{sha256:{hashed}}}", "captured: 2025-05-02", "language: en", *more)
    return "minutes2025:\n" + "".join(f"  {line}\n" for line in lines)


_SCAN = File("seeds/minutes.png", b"\x89PNG")
_READ = ("text: seeds/minutes.txt", "text_by: extraction", "extractor: reader 1.0")

CAPTURE_MISSING = Rule(
    code="BG310",
    name="capture-missing",
    severity=Severity.ERROR,
    summary="the file of a capture is not in seeds/",
    means="The file that an entry of `captures.yml` names, or the one with its text, is not in `seeds/`.",
    why="Without the capture nothing can be looked up: what is quoted of the work would be published unchecked.",
    flagged=(
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(_minutes("seeds/minuets.txt", "seeds/minutes.txt")),
    ),
    fixed=(
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(_minutes("seeds/minutes.txt", "seeds/minutes.txt")),
    ),
)

CAPTURE_ALTERED = Rule(
    code="BG311",
    name="capture-altered",
    severity=Severity.ERROR,
    summary="a capture is not the file its hash was taken of",
    means="The file of a capture is not the one that its `sha256` was taken of: it was changed, another file has its name, or the hash is that of another file.",
    why="A capture is evidence only as long as it is, byte for byte, what was obtained. To make a quotation pass it would be enough to mend the file.",
    flagged=(
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(_minutes("seeds/minutes.txt", "seeds/herald.txt")),
    ),
    fixed=(
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(_minutes("seeds/minutes.txt", "seeds/minutes.txt")),
    ),
)

CAPTURE_OUTSIDE = Rule(
    code="BG312",
    name="capture-outside",
    severity=Severity.ERROR,
    summary="the file of a capture does not lie in seeds/",
    means="An entry of `captures.yml` names a file that does not lie in `seeds/`.",
    why="The captures of a project lie in one folder: what lies elsewhere is left behind when the project is copied, and is mistaken for a file that may be edited.",
    flagged=(
        File("minutes.txt", "One lane stays open.\n"),
        captured(_minutes("minutes.txt", "minutes.txt")),
    ),
    fixed=(
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(_minutes("seeds/minutes.txt", "seeds/minutes.txt")),
    ),
)

CAPTURE_NOT_TEXT = Rule(
    code="BG313",
    name="capture-not-text",
    severity=Severity.ERROR,
    summary="a capture cannot be read as UTF-8 text",
    means="The text of a capture holds bytes that are not UTF-8; mostly the file is a picture or a PDF, or is written in an older encoding. Its text belongs into a second file: `text:` and `text_by:`.",
    why="A quotation is looked up in characters. Which ones such bytes stand for can only be guessed.",
    flagged=(
        File("seeds/minutes.txt", b"No caf\xe9 on the bridge.\n"),
        captured(_minutes("seeds/minutes.txt", "seeds/minutes.txt")),
    ),
    fixed=(
        File("seeds/minutes.txt", b"No caf\xe9 on the bridge.\n"),
        File("seeds/minutes.text.txt", "No café on the bridge.\n"),
        captured(
            _minutes(
                "seeds/minutes.txt", "seeds/minutes.txt", "text: seeds/minutes.text.txt", "text_by: hand"
            )
        ),
    ),
)

CAPTURE_UNKNOWN_WORK = Rule(
    code="BG314",
    name="capture-of-unknown-work",
    severity=Severity.ERROR,
    summary="captures.yml names a work that is not in the bibliography",
    means="`captures.yml` has an entry for a key that is not in the bibliography. Mostly one of the two is misspelt.",
    why="The capture belongs to no work, so that nothing is looked up in it, and the work that it was meant for has none.",
    flagged=(
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(_minutes("seeds/minutes.txt", "seeds/minutes.txt").replace("2025:", "2052:")),
    ),
    fixed=(
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(_minutes("seeds/minutes.txt", "seeds/minutes.txt")),
    ),
)

CAPTURE_TEXT_ALTERED = Rule(
    code="BG316",
    name="capture-text-altered",
    severity=Severity.ERROR,
    summary="the text of a capture is not the one that was extracted from it",
    means="The file with the text of a capture is not the one that its `text_sha256` was taken of.",
    why="Quotations are looked up in this text and not in the document itself. A text that was edited says what the document does not.",
    flagged=(
        _SCAN,
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(
            _minutes(
                "seeds/minutes.png", "seeds/minutes.png", *_READ, "text_sha256: {sha256:seeds/herald.txt}"
            )
        ),
    ),
    fixed=(
        _SCAN,
        File("seeds/minutes.txt", "One lane stays open.\n"),
        captured(
            _minutes(
                "seeds/minutes.png", "seeds/minutes.png", *_READ, "text_sha256: {sha256:seeds/minutes.txt}"
            )
        ),
    ),
)

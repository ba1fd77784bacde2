"""What `briefgen capture` says of what it stored."""

from typing import TYPE_CHECKING

from briefgen.model.layout import project
from briefgen.terminal.visible import visible

if TYPE_CHECKING:
    from briefgen.intake.capture import Candidate, Captured


def words_for(captured: "Captured", candidate: "Candidate") -> str:
    """Which files were stored, and where they are listed."""
    key, file = visible(candidate.key), visible(captured.file)
    if captured.known:
        return f"{file}: these bytes are a capture of `{key}` already; nothing was written\n"
    lines = [f"{file}: captured for `{key}`, sha256 {captured.sha256[:12]}…"]
    if captured.reused:
        lines = [f"{file}: these bytes lie there already; now they are a capture of `{key}`"]
    if captured.text:
        size = f"{len(candidate.reading.text):,} characters"
        by = candidate.reading.extractor or candidate.text_by or ""
        lines.append(f"{visible(captured.text)}: its text, {size}, by {visible(by)}")
    many = f", the {captured.count}th of this work" if captured.count > 3 else ""
    few = {2: ", the second of this work", 3: ", the third of this work"}.get(captured.count, many)
    lines.append(f"{project.CAPTURES}: entry added{few}")
    return "".join(f"{text}\n" for text in lines)

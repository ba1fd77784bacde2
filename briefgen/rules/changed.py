"""Sources that were captured again, and say something else."""

from briefgen.rules.rule import File, Rule, Severity, captured

_CAPTURED = captured(
    "minutes2025:\n"
    "  - file: seeds/minutes.txt\n    sha256: {sha256:seeds/minutes.txt}\n"
    "    captured: 2025-05-02\n    language: en\n"
    "  - file: seeds/minutes-2.txt\n    sha256: {sha256:seeds/minutes-2.txt}\n"
    "    captured: 2025-06-18\n    language: en\n"
)
_THEN = "Minutes of 2 May. {} read this.\n\nThe council met at noon. One lane stays open for buses. Nobody has to walk.\n"
_NOW = "Minutes of 2 May. {} read this.\n\nThe council met at noon. No lane stays open for buses. Nobody has to walk.\n"
_QUOTED = File(
    "sources/bridge.md",
    "---\ntitle: The bridge of Example Town\ndate: 2025-05-10\n---\n\nThe minutes say “stays open for buses” [@minutes2025].\n",
)

SOURCE_CHANGED = Rule(
    code="BG650",
    name="source-changed",
    severity=Severity.WARNING,
    summary="what is quoted reads otherwise in a later capture of its work, or is gone",
    means="A work was captured again, and in the newest capture the sentence of a quotation reads otherwise, its words do, or both are gone. It is compared by its words: another typography, and what counts, dates or advertises beside the sentence, is no change. Captures are compared that are whole (`truncated`, `holds`), in one language, and two states of one text; not those whose text was read off a picture (`text_by`).",
    why="The quotation was right when it was made, and still is of the capture it was found in. A reader who follows the link finds something else, and what the source took back is often the news.",
    flagged=(
        _QUOTED,
        File("seeds/minutes.txt", _THEN.format(12)),
        File("seeds/minutes-2.txt", _NOW.format(340)),
        _CAPTURED,
    ),
    fixed=(
        _QUOTED,
        File("seeds/minutes.txt", _THEN.format(12)),
        File("seeds/minutes-2.txt", _THEN.format(340)),
        _CAPTURED,
    ),
)

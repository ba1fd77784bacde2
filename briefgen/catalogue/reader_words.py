"""What readers are told around a brief: whose report it examines, who wrote it, how to find their way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderWords:
    """Words of the first lines of a brief and of its ways; ``{…}`` are filled in by the renderer."""

    examined: tuple[str, str]
    """The label before the report a brief examines, and before several."""
    original: str
    by: str
    published_by: str
    reviewed_by: str
    in_examined: tuple[str, str]
    """Where verdicts hold, so that none is read as one on the brief: in its report, in its reports."""
    on_this_page: str
    reply: str
    """The label of what those behind the report were asked."""
    not_asked: str
    not_asked_because: str
    asked_in_vain: str
    asked_and_answered: str
    sentences_examined: str
    same_day: str
    """Of a brief that was published on the same day as another."""
    all_sources: tuple[str, str]
    """What is folded below “Sources”: one, and any other number."""

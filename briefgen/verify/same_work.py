"""Captures that are another document than the entry of their work describes."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.model.capture import Capture, Captures
from briefgen.model.work import Bibliography, Work
from briefgen.stated.sameness import compare
from briefgen.stated.spoken import other_language


def check_same_works(captures: Captures, works: Bibliography) -> Iterator[Diagnostic]:
    """The captures whose document says of itself what their entry denies."""
    for capture in captures:
        if work := works.get(capture.key):
            yield from report_other_work(work, capture)


def report_other_work(work: Work, capture: Capture) -> Iterator[Diagnostic]:
    """What is wrong with one capture."""
    if differs := compare(work, capture).differs:
        yield Diagnostic(
            rules.CAPTURE_OF_OTHER_WORK,
            capture.record.key_span,
            f"the capture of `{work.key}` is not what its entry describes",
            (f"the entry: “{work.title}”", *differs),
            "capture the work itself, mend the entry, or say `holds: excerpt` where it is a part",
        )
        return
    spoken = work.languages or ((work.language,) if work.language else ())
    for tags, where in (((capture.language,), "`language:` of the capture"), (spoken, "the entry")):
        if found := other_language(capture.text, tags):
            yield Diagnostic(
                rules.CAPTURE_OF_OTHER_WORK,
                capture.record.key_span,
                f"the capture of `{work.key}` is in {found}",
                (f"{where} says {', '.join(tags)}",),
                f"capture the work in the language that is meant, or name the right one in {where}; "
                "an entry may have several: `language = {german and english}`",
            )
            return

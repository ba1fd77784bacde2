"""The front matter of a reusable context box."""

from briefgen.decode.days import day
from briefgen.decode.forms import line
from briefgen.decode.reader import read_mapping
from briefgen.diagnostics import Report
from briefgen.text import Span, TextFile


def decode_context_front_matter(file: TextFile, yaml_span: Span, report: Report) -> tuple[str, str]:
    """`title` and `as_of` of a context box; what cannot be used is reported, and empty."""
    reader = read_mapping(yaml_span, "the front matter", file.whole_line(1), report)
    if reader is None:
        return "", ""
    title = reader.required("title", line)
    as_of = reader.required("as_of", day)
    reader.finish()
    return title or "", as_of or ""

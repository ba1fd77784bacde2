"""Front matter: where it stands in a file, and what it says of a brief or a reusable context box."""

import re

from briefgen import rules
from briefgen.decode.days import day
from briefgen.decode.errata import decode_errata
from briefgen.decode.foreign_front import told_whole
from briefgen.decode.forms import choice, flag, line, slug
from briefgen.decode.language_tag import language
from briefgen.decode.reader import MappingReader, read_mapping
from briefgen.decode.replies import decode_replies
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.brief import FIRST_VERSION, FrontMatter, Status
from briefgen.own_words import without_own
from briefgen.text import Span, TextFile

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def split_front_matter(file: TextFile, report: Report) -> tuple[Span, Span] | None:
    """The YAML text between ``---`` and ``---`` (or ``...``) at the very start, and the body after it.

    Reports `missing-front-matter` and `unclosed-front-matter`, and gives None.
    """
    opening = _OPENING.match(file.text)
    if not opening:
        late = _OPENING.match(file.text.lstrip())
        report(
            Diagnostic(
                rules.MISSING_FRONT_MATTER,
                file.whole_line(1),
                "no front matter",
                ("expected `---` in the first line, then `title: …`, `date: …` and a second `---`",),
                "delete the lines before the first `---`"
                if late and file.text[:1].isspace()
                else "this is TOML, as Hugo has it: write `key: value` for `key = value`, between two `---`"
                if file.text.startswith("+++\n")
                else None,
            )
        )
        return None
    closing = _CLOSING.search(file.text, opening.end())
    if not closing:
        report(
            Diagnostic(
                rules.UNCLOSED_FRONT_MATTER,
                file.whole_line(1),
                "the front matter that begins here has no end",
                hint="write `---` in a line of its own below the last key",
            )
        )
        return None
    return file.span(opening.end(), closing.start()), file.span(closing.end(), len(file.text))


def decode_front_matter(
    file: TextFile, yaml_span: Span, site_language: str, report: Report
) -> FrontMatter | None:
    """The front matter of a brief; None when it cannot be read as YAML.

    Everything wrong with it is reported, at its place in `file`; what cannot be used counts as not given, a
    title and a date too, so that the rest of the brief can be checked. A brief without `lang` is written in
    `site_language`.
    """
    found: list[Diagnostic] = []
    tell, report = report, found.append
    reader = read_mapping(yaml_span, "the front matter", file.whole_line(1), report)
    if reader is None:
        for finding in found:
            tell(finding)
        return None
    # the order here is the order of "known keys" in messages
    title = reader.required("title", line)
    date = reader.required("date", day) or ""
    front = FrontMatter(
        title=without_own(title or ""),
        title_span=reader.place("title"),
        date=date,
        description=without_own(reader.value("description", line, "")),
        description_span=reader.place("description"),
        updated=reader.value("updated", day, ""),
        version=reader.value("version", line, FIRST_VERSION),
        status=reader.value("status", choice(Status), Status.PUBLISHED),
        authors=reader.values("authors", line),
        reviewers=reader.values("reviewers", line),
        lang=reader.value("lang", language, site_language),
        topics=reader.references("tags"),
        about=reader.references("about", or_one=True),
        replies=decode_replies(reader),
        translation_of=reader.reference("translation_of"),
        aliases=reader.references("aliases", slug),
        errata=decode_errata(reader, date, report),
        license=reader.value("license", line, ""),
        minor=reader.value("minor", flag, False),
        span=yaml_span,
    )
    reader.finish()
    if date and front.updated and front.updated < date:
        report(_updated_too_early(reader, date))
    if front.errata:
        _check_errata(reader, front, report)
    for finding in told_whole(reader.node, found):
        tell(finding)
    return front


def decode_context_front_matter(file: TextFile, yaml_span: Span, report: Report) -> tuple[str, str]:
    """`title` and `as_of` of a reusable context box; what cannot be used is reported, and empty."""
    reader = read_mapping(yaml_span, "the front matter", file.whole_line(1), report)
    if reader is None:
        return "", ""
    title = reader.required("title", line)
    as_of = reader.required("as_of", day)
    reader.finish()
    return title or "", as_of or ""


def _updated_too_early(reader: MappingReader, date: str) -> Diagnostic:
    return Diagnostic(
        rules.DATE_TOO_EARLY,
        reader.place("updated"),
        "`updated` is before `date`",
        (f"the brief is of {date}, line {reader.place('date').line}",),
    )


def _check_errata(reader: MappingReader, front: FrontMatter, report: Report) -> None:
    """A change makes another version of a brief, of its newest day; what cannot be read is told already."""
    newest = max(erratum.date for erratum in front.errata)
    said, ways = [], []
    if front.version == FIRST_VERSION:
        said.append(f"the version is {front.version}")
        ways.append('`version: "1.1"`')
    if front.updated < newest and (front.updated or not reader.is_given("updated")):
        said.append(f"`updated` is {front.updated or 'not given'}")
        ways.append(f"`updated: {newest}`")
    if said:
        report(
            Diagnostic(
                rules.ERRATUM_WITHOUT_VERSION,
                reader.place("errata"),
                f"an erratum of {newest} is listed, and {' and '.join(said)}",
                hint=f"write {' and '.join(ways)}",
            )
        )

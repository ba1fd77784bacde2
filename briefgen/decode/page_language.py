"""What the front matter of a page that somebody wrote by hand says: its language, its title."""

from briefgen.decode.forms import Flaw, line
from briefgen.decode.front_matter import split_front_matter
from briefgen.decode.language_tag import language
from briefgen.decode.reader import MappingReader, read_mapping
from briefgen.diagnostics import Diagnostic
from briefgen.text import TextFile


def language_of_page(file: TextFile, site_language: str) -> tuple[str, str]:
    """The `lang` of a page as it is written, in small letters, and the language that it speaks with it.

    Nothing of the front matter is reported: all of it is the business of the site's builder.
    """
    reader = _reader(file)
    written = reader.value("lang", line, "") if reader else ""
    tag = language(written) if written else site_language
    return written.lower(), site_language if isinstance(tag, Flaw) else tag


def title_of_page(file: TextFile) -> str:
    """The `title` of a page as its front matter has it, or nothing."""
    reader = _reader(file)
    return reader.value("title", line, "") if reader else ""


def _reader(file: TextFile) -> MappingReader | None:
    ignored: list[Diagnostic] = []
    split = split_front_matter(file, ignored.append)
    return split and read_mapping(split[0], "the front matter", split[0], ignored.append, foreign=True)

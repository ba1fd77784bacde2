"""`briefgen new`."""

import argparse

from briefgen.cli._arguments import Options, add_date
from briefgen.terminal.speak import CLEAN, FOR_PEOPLE, say
from briefgen.terminal.visible import visible

PLACE = 3
SUMMARY = "begin a brief: a draft with its title, its date and the work it is about"


class _Options(Options):
    title: str
    about: str
    translate: str
    lang: str
    slug: str
    date: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the title, and what is known of the brief."""
    parser.add_argument("title", metavar="TITLE", help='its title, as in "The bridge that was never closed"')
    parser.add_argument("--about", default="", metavar="KEY", help="the citation key of the work it examines")
    parser.add_argument("--translate", default="", metavar="SLUG", help="the brief that it is to translate")
    parser.add_argument("--lang", default="", metavar="LANGUAGE", help="its language (default: the site's)")
    parser.add_argument(
        "--slug", default="", metavar="SLUG", help="its address (default: made from the title)"
    )
    add_date(parser)


def run(options: _Options) -> int:
    """Write a draft into the briefs. Raises CannotRunError, OSError."""
    from briefgen.authoring.new import begin_brief

    path = begin_brief(
        options.root,
        options.title,
        options.date,
        about=options.about,
        translate=options.translate,
        language=_language(options.lang),
        slug=options.slug,
    )
    say(FOR_PEOPLE, f"{visible(path)}: a draft; `status: published` or no `status` publishes it\n")
    return CLEAN


def _language(written: str) -> str:
    """A tag of a language as front matter has it. Raises CannotRunError."""
    from briefgen.decode.forms import Flaw
    from briefgen.decode.language_tag import language
    from briefgen.failure import CannotRunError

    if not written:
        return ""
    formed = language(written)
    if isinstance(formed, Flaw):
        raise CannotRunError(f"--lang {formed.what}")
    return formed

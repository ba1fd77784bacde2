"""`briefgen csp`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import Options
from briefgen.model.layout import project
from briefgen.model.layout import site as at
from briefgen.terminal.speak import CLEAN, FINDINGS, FOR_PEOPLE, say
from briefgen.terminal.visible import counted, visible

if TYPE_CHECKING:
    from briefgen.site import Foreign

PLACE = 110
SUMMARY = "print the Content-Security-Policy that a built site needs"
EVERYTHING = "all"


class _Options(Options):
    site: PurePath | None
    format: str
    write: bool
    accept: list[str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--site``, ``--format``, ``--write`` and ``--accept``."""
    from briefgen.site import FORMATS

    parser.add_argument("--site", type=PurePath, metavar="DIR", help="the built site (default: site/)")
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="header",
        help="whose words: a header of HTTP, a line for nginx or Apache, a file _headers, a tag",
    )
    parser.add_argument(
        "--write", action="store_true", help="write the tag into every page, for hosts that send no headers"
    )
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="WHAT",
        help="allow a script, a style or a host that is not the theme's: what it is told as, or `all`",
    )


def run(options: _Options) -> int:
    """Print the policy of a site, or write it into its pages. Raises ProjectError, OSError."""
    from briefgen.decode.builder import listed_scripts
    from briefgen.disk.reading import is_file, read_text, real_place
    from briefgen.site import FORMATS, foreign_in, in_page, known_of, needs_of, policy_for, without
    from briefgen.site.pages import change_pages, require_site, site_files, site_pages
    from briefgen.text import TextFile

    site = real_place(options.site or options.root / project.SITE)
    require_site(site)
    settings = real_place(options.root) / project.SETTINGS
    files = listed_scripts(TextFile(project.SETTINGS, read_text(settings))) if is_file(settings) else ()
    known, needs, refused = known_of(files), set[tuple[str, str]](), list["Foreign"]()
    accepted = {word.strip("'") for word in options.accept}
    for path, page in site_pages(site):
        needs |= needs_of(page)
        refused += [one for one in foreign_in(path, page, known) if one.accept not in accepted]
    if EVERYTHING in accepted:
        refused = [one for one in refused if not one.accept]
    searches = any(path.startswith(f"{at.SEARCH}/") for path in site_files(site))  # by WebAssembly
    policy = policy_for(without(needs, refused), wasm=searches)
    if options.write and not refused:
        number = change_pages(site, lambda _, page: in_page(policy, page))
        say(FOR_PEOPLE, f"{site.name}/: the policy stands in {number} pages\n")
    elif not options.write:
        sys.stdout.write(FORMATS[options.format](policy))
    sys.stderr.write(_told(site.name, refused, written=options.write))
    return FINDINGS if refused else CLEAN


def _told(site: str, refused: "Sequence[Foreign]", *, written: bool) -> str:
    """Each thing once, where it stands first, and how it is accepted."""
    first: dict[tuple[str, str], list[Foreign]] = {}
    for one in refused:
        first.setdefault((one.what, one.accept), []).append(one)
    lines: list[str] = []
    for (what, accept), all_of in first.items():
        pages = len({one.page for one in all_of}) - 1
        also = f", and on {counted(pages, 'other page')}" if pages else ""
        way = f"if it is yours: --accept {accept}" if accept else "no policy allows it: take it out"
        lines += (
            f"{visible(site)}/{visible(all_of[0].page)}:{all_of[0].line}: {visible(what)}{also}",
            f"    = {visible(way)}",
        )
    if lines:
        done = "nothing was written" if written else "the policy above does not allow it"
        lines.append(f"{counted(len(first), 'thing')} that neither the theme nor briefgen wrote: {done}")
    return "".join(f"{line}\n" for line in lines)

"""`briefgen csp`."""

import argparse
import sys
from pathlib import PurePath

from briefgen.cli._arguments import Options
from briefgen.model.layout import project
from briefgen.model.layout import site as at
from briefgen.terminal.speak import CLEAN

PLACE = 110
SUMMARY = "print the Content-Security-Policy that a built site needs"


class _Options(Options):
    site: PurePath | None
    format: str
    write: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--site``, ``--format`` and ``--write``."""
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


def run(options: _Options) -> int:
    """Print the policy of a site, or write it into its pages. Raises ProjectError, OSError."""
    from briefgen.disk.reading import real_place
    from briefgen.site import FORMATS, in_page, needs_of, policy_for
    from briefgen.site.pages import change_pages, require_site, site_files, site_pages

    site = real_place(options.site or options.root / project.SITE)
    require_site(site)
    needs = [need for _, page in site_pages(site) for need in needs_of(page)]
    searches = any(path.startswith(f"{at.SEARCH}/") for path in site_files(site))  # by WebAssembly
    policy = policy_for(needs, wasm=searches)
    if options.write:
        number = change_pages(site, lambda _, page: in_page(policy, page))
        sys.stdout.write(f"{site.name}/: the policy stands in {number} pages\n")
    else:
        sys.stdout.write(FORMATS[options.format](policy))
    return CLEAN

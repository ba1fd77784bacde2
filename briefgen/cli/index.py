"""`briefgen index`, and what `briefgen build` says and does about the search index."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import Options
from briefgen.each import Needs, unkept
from briefgen.model.layout import project
from briefgen.terminal.progress import doing
from briefgen.terminal.speak import CLEAN, FOR_PEOPLE, say

if TYPE_CHECKING:
    from briefgen.cache.kept_results import KeptResults
    from briefgen.site.search import Indexed

PLACE = 90
SUMMARY = "make the search index of a site that is built already"

INDEXING = "making the search index"
_PLAIN = (
    "search: this Pagefind stores its index in a form that is not known here ({met}), so it is used as "
    "Pagefind wrote it: a search loads more, above all for frequent words and on a large site, hits can come "
    "in another order, and the same site can get other bytes; Pagefind 1.5 and 1.6 are known\n"
)


class _Options(Options):
    site: PurePath | None
    offline: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--site`` and ``--offline``."""
    parser.add_argument(
        "--site", type=PurePath, metavar="DIR", help="the built site (default: site/ in the project's folder)"
    )
    parser.add_argument("--offline", action="store_true", help="for a site that is opened from files")


def run(options: _Options) -> int:
    """Make the index of a site that MkDocs, ProperDocs or Zensical built.

    Raises SearchIndexError, ProjectError, OSError.
    """
    from briefgen.disk.writing import locked
    from briefgen.site.search import index_site

    site = options.site or options.root / project.SITE
    with locked(options.root, "build"):
        with doing(INDEXING):
            indexed = index_site(options.root, site, offline=options.offline)
        say(FOR_PEOPLE, _words_for(indexed))
    return CLEAN


def indexing(
    root: PurePath,
    say: Callable[[str], None],
    *,
    offline: bool,
    jobs: int = 1,
    kept: "KeptResults | None" = None,
) -> Callable[[PurePath, Mapping[str, str]], Mapping[str, str]]:
    """What makes the index of a new site, as `index_site` does; or says why the site has none."""
    from briefgen.cache.packed_files import PackedFiles
    from briefgen.site.search import NothingToSearchError, SearchNotInstalledError, anew, index_site

    def finish(site: PurePath, hashes: Mapping[str, str]) -> Mapping[str, str]:
        packs = PackedFiles(root) if kept else None
        keeping = kept.each if kept else unkept
        uses: Callable[[Needs], None] = kept.uses if kept else (lambda _: None)
        try:
            with doing(INDEXING):
                indexed = index_site(
                    root,
                    site,
                    hashes,
                    offline=offline,
                    jobs=jobs,
                    keeping=keeping,
                    keep=packs or anew,
                    uses=uses,
                )
        except (SearchNotInstalledError, NothingToSearchError) as left_out:
            say(f"search: {left_out}\n")
            return {}
        say(_words_for(indexed))
        if packs:
            packs.keep()
        return indexed.hashes

    return finish


def _words_for(indexed: "Indexed") -> str:
    said = f"search: {indexed.records} records in {', '.join(indexed.languages)}\n"
    if indexed.unknown:
        said += _PLAIN.format(met=indexed.unknown)
    return said

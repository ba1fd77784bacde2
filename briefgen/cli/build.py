"""`briefgen build`."""

import argparse
import shlex
import sys
from contextlib import ExitStack
from pathlib import PurePath

from briefgen.cli._arguments import CompilingOptions, add_compiling_arguments
from briefgen.cli.compile import compile_and_write
from briefgen.cli.index import indexing
from briefgen.disk.hashes import looked_at_once
from briefgen.model.layout import project
from briefgen.model.layout import site as at
from briefgen.processes import give_memory_back
from briefgen.terminal.counts import closing_line
from briefgen.terminal.outcome import exit_code, has_error
from briefgen.terminal.speak import say
from briefgen.terminal.visible import visible

PLACE = 20
SUMMARY = "compile, then have MkDocs build site/ and make its search index"


class _Options(CompilingOptions):
    offline: bool
    drafts: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those of `compile`, and ``--offline`` or ``--drafts``."""
    add_compiling_arguments(parser)
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--drafts",
        action="store_true",
        help=f"make {project.DRAFTS_SITE}/ instead, with drafts in it, for their authors",
    )
    either.add_argument(
        "--offline", action="store_true", help="make site-offline/ instead, which opens from files"
    )


def run(options: _Options) -> int:
    """Compile and build. Raises ProjectError, SiteBuildError, SearchIndexError, OSError."""
    from briefgen.cache.looks import find_looks, keep_looks

    before = find_looks(options.root) if options.cache else None
    with looked_at_once(before) as looks:
        with ExitStack() as keeping:
            code = _built(options, keeping)
        if options.cache and looks.now != before:
            keep_looks(options.root, looks.now)
        return code


def _built(options: _Options, keeping: ExitStack) -> int:
    from briefgen.cache.kept_results import KeptResults
    from briefgen.disk.reading import is_folder
    from briefgen.site.build import build_site, check_settings, find_site, has_our_theme

    if is_folder(options.root / project.SOURCES):
        check_settings(options.root)  # before anything is written
    done, coming = compile_and_write(options, keeping, drafts=options.drafts, waits=True)
    if not has_error(done.findings):
        sys.stdout.flush()  # before MkDocs speaks
        kind, strict, cache = _kind(options), options.strict, options.cache
        with coming:
            site, made_of = None, None
            if cache:
                site, made_of = find_site(options.root, done.newest, kind, strict=strict)
            if site is not None:
                say(options.format, f"{site.name}/: as it was, since nothing has changed\n")
            else:
                give_memory_back()  # MkDocs holds a large site as well
                kept = KeptResults(options.root, project.KEPT_RECORDS) if cache else None
                index = indexing(
                    options.root,
                    lambda words: say(options.format, words),
                    offline=options.offline,
                    jobs=options.jobs,
                    kept=kept,
                )
                site = build_site(
                    options.root,
                    done.newest,
                    kind,
                    strict=strict,
                    finish=index if has_our_theme(options.root) else None,
                    cache=cache,
                    quiet=options.quiet,
                    jobs=options.jobs,
                    coming=coming,
                    made_of=made_of,
                )
                if kept:
                    kept.keep()
        say(options.format, _where_to_open_offline(site) if options.offline else _where_to_open(site))
    say(options.format, closing_line(done.counts, done.lock))
    return exit_code(done.findings, strict=options.strict)


def _kind(options: _Options) -> str:
    """The folder of the site that is asked for."""
    if options.offline:
        return project.OFFLINE_SITE
    return project.DRAFTS_SITE if options.drafts else project.SITE


def _where_to_open(site: PurePath) -> str:
    serve = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(site)]
    return (
        f"{site.name}/: open http://127.0.0.1:8000/ while this runs:\n"
        f"    {visible(shlex.join(serve))}\n"
        "(`briefgen build --offline` makes a site that opens from files)\n"
    )


def _where_to_open_offline(site: PurePath) -> str:
    return f"{site.name}/: open {(site / at.HOME).as_uri()}\n"

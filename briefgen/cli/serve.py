"""`briefgen serve`."""

import argparse
import gc
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefgen.cli._arguments import Options, day_of_run
from briefgen.terminal.causes import told_once
from briefgen.terminal.formats.text import full
from briefgen.terminal.outcome import summary
from briefgen.terminal.speak import CLEAN, say_why, wants_colour
from briefgen.terminal.visible import counted

if TYPE_CHECKING:
    from briefgen.serving.session import View

PLACE = 5
SUMMARY = "show the site in a browser, and what is saved at once"

_LAST_PORT = 65_535


class _Options(Options):
    drafts: bool
    open: bool
    port: int | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--open``, ``--drafts`` and ``--port``."""
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    parser.add_argument("--drafts", action="store_true", help="show drafts, too")
    parser.add_argument("--port", type=_port, metavar="PORT", help="default: 8000, or the next that is free")


def _port(written: str) -> int:
    if not (written.isascii() and written.isdecimal() and int(written) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(f"{written!r} is no number of a port, from 0 to {_LAST_PORT}")
    return int(written)


def run(options: _Options) -> int:
    """Serve the project to this machine until Ctrl-C. Raises CannotRunError, OSError."""
    from briefgen.disk.reading import real_place
    from briefgen.disk.writing import locked

    root = real_place(options.root)
    with locked(root, "serve", wait=False):
        _serve(root, options)
    return CLEAN


def _serve(root: PurePath, options: _Options) -> None:
    import logging
    import webbrowser

    from briefgen.serving.builder import hush
    from briefgen.serving.server import Live, base_of, serving
    from briefgen.serving.session import Session
    from briefgen.serving.watch import Watcher

    hush(logging.StreamHandler(sys.stderr))
    session = Session(root, drafts=options.drafts, today=day_of_run)
    live = Live(session.folder, base_of(root))
    with Watcher(root) as watcher:
        live.publish(session.refresh())
        # What is in memory now stays to the end: to look through it again takes half as long as a save.
        gc.collect()
        gc.freeze()
        with serving(live, options.port) as address:
            sys.stdout.write(_words_for(session.view, None))
            sys.stdout.write(f"{address} shows the site, and what you save; Ctrl-C ends this\n")
            sys.stdout.flush()
            if options.open:
                webbrowser.open(address)
            try:
                while True:
                    if watcher.wait():
                        before = session.view
                        live.publish(session.refresh())
                        sys.stdout.write(_words_for(session.view, before))
                        sys.stdout.flush()
            except KeyboardInterrupt:
                sys.stdout.write("\n")


def _words_for(view: "View", before: "View | None") -> str:
    if view.why:
        say_why(view.why)
        return ""
    findings = told_once(one for some in (*view.findings.values(), view.elsewhere) for one in some)
    said = full(findings, colour=wants_colour(sys.stdout))
    if before is None:
        return said
    places = before.pages.keys() | view.pages.keys()
    changed = sorted(place for place in places if before.pages.get(place) != view.pages.get(place))
    return f"{said}{counted(len(changed), 'page')} changed, {summary(findings)}"

"""MkDocs, started by `build_site` as a program: its own command, which makes no page that is there already.

It is called with the task before the arguments of ``mkdocs``, and makes what that would make. A page of the
last site is put into the new one if its text, all else that it was made from, and what it asked of other
files are as they were (`observed_build`); MkDocs is told that its file is not modified, as it is for
``--dirty``. All others are read and made by several copies of this process (`shared_pages`).
"""

import gc
import logging
import os
import sys
from functools import partial
from pathlib import PurePath
from typing import Any, NoReturn, cast

import mkdocs.commands.build
from mkdocs.__main__ import cli
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from briefgen.cache.looks import find_looks
from briefgen.disk.hashes import looked_at_once
from briefgen.processes import in_processes
from briefgen.quick import QuickMarkdown
from briefgen.site.cited_pages import add_cited, read_cited
from briefgen.site.observed_build import ObservedBuild
from briefgen.site.one_markdown import set_up_once
from briefgen.site.quick_anchors import look_quickly
from briefgen.site.quick_links import link_quickly
from briefgen.site.quick_meta import read_quickly
from briefgen.site.shared_pages import SharedPages
from briefgen.site.task import decode_paths, read_task

_SELDOM = (200_000, 20, 100)
"""How many values may be made before circles among them are looked for, as in our own commands."""
_NOT_SO = ("'dirty' build", "contains stale files")
"""What MkDocs says of a build with ``--dirty``, and is not so of this one."""
_READ, _MAKE = "_populate_page", "_build_page"
"""What MkDocs calls its two steps for each page."""
_FILES = "get_files"
"""What it calls that by which it finds the files."""


def main() -> None:
    """Build as ``mkdocs`` with the arguments does."""
    gc.set_threshold(*_SELDOM)
    task = read_task(sys.argv.pop(1))
    coming = decode_paths(sys.stdin.buffer.read()) if task.coming else ()
    builder = mkdocs.commands.build
    build = builder.build

    def build_what_is_new(config: MkDocsConfig, **options: Any) -> None:
        links = config.validation.links
        if task.warns_of_anchors and links.anchors == logging.INFO:
            links.anchors = logging.WARNING
        cast("list[object]", config.markdown_extensions).append(QuickMarkdown())
        texts = read_cited(task.cited)
        add_cited(config, texts)
        if task.is_alone:
            build(config, **options)
            return
        run = ObservedBuild(config, task, texts, coming)
        config.plugins["briefgen/kept"] = cast("BasePlugin[Any]", run)
        builder.log.addFilter(lambda record: not any(one in record.getMessage() for one in _NOT_SO))
        logging.getLogger("mkdocs").addHandler(run)
        steps = vars(builder)
        steps[_FILES] = partial(run.get_files, steps[_FILES])
        if task.jobs > 1 and run.is_of_pages and {_READ, _MAKE} <= {*steps}:
            shared = SharedPages(steps[_READ], steps[_MAKE], run, in_processes(task.jobs))
            steps.update({_READ: shared.read, _MAKE: shared.make})
        build(config, **(options | {"dirty": True}))
        run.keep()

    look_quickly()
    link_quickly()
    read_quickly()
    set_up_once()
    vars(builder)["build"] = build_what_is_new
    try:
        with looked_at_once(find_looks(PurePath(task.looks)) if task.looks else None):
            cli(prog_name="mkdocs")
    except SystemExit as ended:
        if isinstance(ended.code, int):
            _leave(ended.code)
        raise


def _leave(code: int) -> NoReturn:
    """End at once: to take apart all that was made of the pages takes a while, and helps nobody."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()

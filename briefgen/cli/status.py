"""`briefgen status`."""

import argparse
import sys
from importlib import util
from typing import TYPE_CHECKING

from briefgen.cli._arguments import Options
from briefgen.model.brief import Status
from briefgen.model.layout import project
from briefgen.terminal.causes import told_once
from briefgen.terminal.outcome import summary
from briefgen.terminal.speak import CLEAN, write_data
from briefgen.terminal.visible import counted, json_text, visible

if TYPE_CHECKING:
    from briefgen.model.counts import Counts
    from briefgen.pipeline import Run

PLACE = 25
SUMMARY = "say how far the project is, and what is installed"

_LONGEST = 12
"""How many names are listed of one kind; all of them stand in the JSON."""
_EXTRAS = {
    "capture": ("mammoth", "pypdfium2", "selectolax", "warcio"),
    "cards": ("resvg_py",),
    "search": ("pagefind", "simplemma"),
    "stamps": ("rfc3161_client",),
}
"""The modules of each extra."""
_PROGRAMS = ("chromium", "pandoc", "git")


class _Options(Options):
    format: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--format``."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="of what is said")


def run(options: _Options) -> int:
    """Say how far the project is; nothing is written. Raises ProjectError, OSError."""
    from briefgen.pipeline import Run

    told = _state(Run(options.root))
    if options.format == "json":
        write_data(json_text(told))
    else:
        sys.stdout.write(_as_text(told))
    return CLEAN


def _state(run: "Run") -> dict[str, object]:
    from briefgen.coverage import count_quotations
    from briefgen.verify.lock import lock_state

    verified = run.verified
    briefs = verified.briefs
    cited = {key for brief in verified.texts for key in brief.resolved.works}
    listed = {entry.key for entry in verified.capture_list.entries}
    counts, lock = count_quotations(verified), lock_state(verified)
    return {
        "briefs": len(briefs),
        "drafts": [one.slug for one in briefs if one.front.status is Status.DRAFT],
        "withdrawn": [one.slug for one in briefs if one.front.status is Status.WITHDRAWN],
        "works": len(verified.works),
        "works_without_capture": sorted(cited - listed),
        "captures": len(verified.captures.every),
        "quotations": counts.quotations,
        "found": counts.found,
        "not_found": counts.not_found,
        "unchecked": counts.no_capture + counts.capture_none + counts.unusable,
        "unbound": counts.unbound,
        "by_hand": _said_by_hand(counts.by_hand),
        "not_locked": lock.new,
        "stale": lock.stale,
        "errors_to": verified.settings.errors_to,
        "findings": summary(told_once(run.told(None).findings)).strip(),
        "extras": {name: all(util.find_spec(one) for one in needs) for name, needs in _EXTRAS.items()},
        "programs": {name: bool(_found(name)) for name in _PROGRAMS},
    }


def _found(name: str) -> bool:
    from briefgen.site.programs import is_at_hand

    return is_at_hand(name)


def _as_text(told: dict[str, object]) -> str:
    drafts, lacking = (list(_names(told[key])) for key in ("drafts", "works_without_capture"))
    lines = [
        f"briefs      {told['briefs']}, {_listed(drafts, 'draft')}",
        f"works       {told['works']}, {_listed(lacking, 'work')} cited and not in {project.CAPTURES}",
        f"captures    {told['captures']}",
        f"quotations  {told['quotations']}: {told['found']} found, {told['not_found']} not found, "
        f"{told['unchecked']} not checked, {told['unbound']} unbound",
        *[f"by hand     {told['by_hand']}"] * bool(told["by_hand"]),
        f"lock        {told['not_locked']} not locked, {told['stale']} stale",
        f"findings    {told['findings']}",
        f"readers     {_contact(told['errors_to'])}",
        f"installed   {_at_hand(told['extras'])}",
        f"programs    {_at_hand(told['programs'])}",
    ]
    return "".join(f"{line}\n" for line in lines)


def _said_by_hand(counts: "Counts | None") -> str:
    """What pages by hand cite and quote, in words; empty where none does."""
    if counts is None:
        return ""
    said = f"{counted(counts.briefs, 'page')} citing, {counted(counts.quotations, 'quotation')}"
    return f"{said}: {counts.found} found, {counts.not_found} not found"


def _contact(address: object) -> str:
    if address:
        return f"write to {visible(str(address))}"
    return "have no address to write to: `report_errors` in mkdocs.yml, or `contact` below `about`, says one"


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _listed(names: list[str], word: str) -> str:
    shown = ", ".join(map(visible, names[:_LONGEST])) + (", …" if len(names) > _LONGEST else "")
    return f"{counted(len(names), word)}{f' ({shown})' if names else ''}"


def _at_hand(value: object) -> str:
    have = value if isinstance(value, dict) else {}
    return ", ".join(f"{name} {'yes' if there else 'no'}" for name, there in have.items())

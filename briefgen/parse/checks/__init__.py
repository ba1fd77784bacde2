"""What is asked of an author's file: a check is a module of this folder, and is found by being there."""

from collections.abc import Iterator
from importlib import import_module

from briefgen.diagnostics import Diagnostic
from briefgen.found import modules_in
from briefgen.parse.check import Check, Seen


def _found() -> Iterator[Check]:
    for name in modules_in(__path__).values():
        check = import_module(f"{__name__}.{name}").CHECK
        assert isinstance(check, Check), name
        yield check


CHECKS: tuple[Check, ...] = tuple(_found())


def run_checks(seen: Seen) -> Iterator[Diagnostic]:
    """What is wrong with a file, check by check."""
    for check in CHECKS:
        if seen.kind in check.of:
            yield from check.run(seen)

"""What is asked of an author's file: a check is a module of this folder, and is found by being there.

A rule that one check alone asks for may stand in its module, instead of in the file of its family.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import TypeVar

from briefgen.diagnostics import Diagnostic, Rule
from briefgen.found import modules_in
from briefgen.parse.check import Check, Seen

T = TypeVar("T")


_MODULES = tuple(import_module(f"{__name__}.{name}") for name in modules_in(__path__).values())


def _in_modules(kind: type[T]) -> tuple[T, ...]:
    """What the modules hold of a kind, in the order of their names."""
    return tuple(value for module in _MODULES for value in vars(module).values() if isinstance(value, kind))


CHECKS: tuple[Check, ...] = _in_modules(Check)
RULES_OF_CHECKS: tuple[Rule, ...] = _in_modules(Rule)


def run_checks(seen: Seen) -> Iterator[Diagnostic]:
    """What is wrong with a file, check by check."""
    for check in CHECKS:
        if seen.kind in check.of:
            yield from check.run(seen)

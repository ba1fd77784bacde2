"""How many examples tests try: a few in every run, all of them in the sweep (`bash .ci/sweep`)."""

import os
from collections.abc import Iterable
from typing import TypeVar

_Case = TypeVar("_Case")

SWEEP = int(os.environ.get("BRIEFGEN_SWEEP", "1"))
"""How many times more generated examples than in the suite."""


def sampled(cases: Iterable[_Case], every: int) -> list[_Case]:
    """Every so-manieth of a table whose cases are of one kind, beginning with the first; in the sweep all."""
    return [*cases][:: every if SWEEP == 1 else 1]

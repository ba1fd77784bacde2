"""All that a run's outcome depends on, in one hash: what was loaded, and what it is worked on with."""

from collections.abc import Mapping

from briefgen.digests import digest_of


def fingerprint(tools: Mapping[str, str], *values: object) -> str:
    """The hash of values as they were loaded; `tools` are ours and others', each by its name and state.

    The stages behind `load` are functions of just these, so that two runs with one fingerprint have one
    outcome. Every field counts, so that nobody need think of a new one. Raises TypeError for a value that is
    none of `load`'s.
    """
    return digest_of((tuple(sorted(tools.items())), values))

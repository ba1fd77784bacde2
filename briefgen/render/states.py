"""What became of a quotation, as its page shows it."""

from collections.abc import Iterator
from enum import StrEnum

from briefgen.model.layout import classes
from briefgen.model.workspace import VerifiedBrief, VerifiedQuotation


class State(StrEnum):
    """Found in a capture; not looked up, as its works have no capture; bound to no work.

    A quotation that a capture does not have keeps its brief from being published.
    """

    FOUND = "found"
    UNCHECKED = "unchecked"
    UNBOUND = "unbound"


def state_of(quotation: VerifiedQuotation) -> State | None:
    """The state of a quotation; None for a translation: the words it translates are the quotation."""
    if quotation.resolved.translation:
        return None
    if quotation.verified:
        return State.FOUND
    return State.UNCHECKED if quotation.checks else State.UNBOUND


def quotation_class(quotation: VerifiedQuotation) -> str:
    """The class of the element that holds quoted words."""
    name = classes.QUOTATION
    return f"{name} {classes.UNCHECKED}" if state_of(quotation) is State.UNCHECKED else name


def of_state(brief: VerifiedBrief, state: State) -> Iterator[VerifiedQuotation]:
    """The quotations of a brief that have a state, in its order."""
    return (quotation for quotation in brief.quotations if state_of(quotation) is state)

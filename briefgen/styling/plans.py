"""One document in which each of many states of citations stands once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.styling.requests import Cite, Item, Note, Request, renamed
from briefgen.styling.states import FIRST_NOTE, MOST_WORKS, Position, State, bare
from briefgen.styling.style import Style

_FAR = 20
_PLACE, _OTHER_PLACE = "3", "4"


@dataclass(slots=True)
class Plan:
    """The document while it is written: the number of its last note, and which citations are of states.

    Each time a work is cited first, it is under a name of its own. The numbers of notes that matter are each
    one's own, and only grow, by so many that nothing is near which is not to be.
    """

    style: Style
    lang: str
    copies: int = 0
    number: int = FIRST_NOTE + MOST_WORKS + _FAR
    named: list[Item] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    wanted: list[State | None] = field(default_factory=list)
    known: dict[Item, str] = field(default_factory=dict)

    @property
    def request(self) -> Request:
        """The whole of it."""
        return Request(self.lang, tuple(self.named), tuple(self.notes))

    @property
    def far(self) -> int:
        """How many notes lie between what is not near."""
        return self.style.near + _FAR

    def name(self, item: Item) -> str:
        """A new name of a work; the same again where it does not matter what was cited before."""
        if item in self.known and not self.style.positions:
            return self.known[item]
        copy = renamed(item, self.copies)
        self.copies += 1
        self.named.append(copy)
        self.known[item] = copy.id
        return copy.id

    def cite(
        self, cites: Sequence[Cite], names: Mapping[str, str], number: int, state: State | None = None
    ) -> None:
        """Cite works by their new names; `state` is what is asked of it, if anything is."""
        cluster = tuple(
            Cite(names[one.id], one.mode, one.prefix, one.suffix, one.term, one.value, one.shown)
            for one in cites
        )
        self.notes.append(Note((cluster,), bool(state and state.inside), number))
        self.wanted.append(state)


def plan_of(states: Iterable[State], lang: str, style: Style) -> Plan:
    """A document for states of one language."""
    plan = Plan(style, lang)
    of_one: dict[Item, list[State]] = defaultdict(list)
    for state in states:
        if len(state.cites) == 1:
            of_one[state.items[0]].append(state)
        else:
            _of_several(plan, state)
    for item, alone in of_one.items():
        _of_one(plan, item, alone)
    return plan


def _of_several(plan: Plan, state: State) -> None:
    """A citation of several works: each is cited before, first or last as its position says."""
    names = {item.id: plan.name(item) for item in state.items}
    before: dict[str, tuple[Cite, Position]] = {}
    for at, (cite, position) in enumerate(zip(state.cites, state.positions, strict=True)):
        if position.later and cite.id not in before:
            plan.cite((bare(cite.id),), names, FIRST_NOTE + at)
            before[cite.id] = (cite, position)
    plan.number += plan.far
    number = plan.number + 3
    for cite, position in sorted(before.values(), key=lambda one: bool(one[1].follows)):
        if position.follows:
            plan.cite((_before(cite, position.follows),), names, number - 1)
        elif position.near:
            plan.cite((bare(cite.id),), names, number - 2)
    plan.cite(state.cites, names, number, state)
    plan.number = number


def _of_one(plan: Plan, item: Item, states: Iterable[State]) -> None:
    """The citations of one work alone: where it is first, each time anew; the others behind one of these."""
    first: list[State] = []
    later: list[State] = []
    for state in states:
        (later if state.positions[0].later else first).append(state)
    names = {item.id: plan.name(item)}
    if not first:
        plan.cite((bare(item.id),), names, FIRST_NOTE)
    for number, state in enumerate(first):
        names = {item.id: plan.name(item)} if number else names
        plan.cite(state.cites, names, FIRST_NOTE, state)
    last: Cite | None = None  # what stands in the note before, by a number of its own
    for state in later:
        (cite,), (position,) = state.cites, state.positions
        if position.follows and (last is None or _relation(last, cite) != position.follows):
            plan.number += plan.far
            plan.cite((_before(cite, position.follows),), names, plan.number)
        elif position.near and last is None:
            plan.number += plan.far
            plan.cite((bare(item.id),), names, plan.number)
        plan.number += 1 if position.follows else 2 if position.near else plan.far
        plan.cite(state.cites, names, plan.number, state)
        last = cite


def _before(cite: Cite, follows: str) -> Cite:
    """What stands before a citation of the same work that follows it so."""
    if follows == "none":
        return bare(cite.id)
    if follows == "same":
        return Cite(cite.id, "NormalCitation", "", "", cite.term, cite.value, cite.shown)
    value = _OTHER_PLACE if cite.value == _PLACE else _PLACE
    return Cite(cite.id, "NormalCitation", "", "", cite.term or "page", value, value)


def _relation(before: Cite, cite: Cite) -> str:
    if not before.value:
        return "none"
    return "same" if (before.term, before.value) == (cite.term, cite.value) else "other"

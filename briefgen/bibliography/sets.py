"""Works that are printed for a set of works."""

from collections.abc import Iterable, Mapping

from briefgen.model.reference import Fragment, Fragments
from briefgen.model.work import Work


def members_of(work: Work) -> tuple[Work, ...]:
    """The works that are printed for one: it, or those of a set that has no title of its own."""
    return work.members if work.members and not work.title else (work,)


def entries_of(works: Iterable[Work], entries: Mapping[str, Fragments]) -> Mapping[str, Fragments]:
    """The entries of works, in the order of the style's list; a set is where its first member is."""
    places = {key: number for number, key in enumerate(entries)}
    found: list[tuple[int, str, Fragments]] = []
    for work in works:
        own = [member.key for member in members_of(work) if member.key in places]
        if own:
            runs: Fragments = ()
            for number, key in enumerate(own):
                runs += (Fragment(" "),) * bool(number) + entries[key]
            found.append((places[own[0]], work.key, runs))
    return {key: runs for _, key, runs in sorted(found, key=lambda one: one[:2])}

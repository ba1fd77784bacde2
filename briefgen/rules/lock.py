"""The lock: what was verified, where and when."""

from briefgen.rules.rule import File, Rule, Severity

_LOCK = "sources/verified.lock"
_HEAD = '{"lock": 1, "about": "what `briefgen lock` verified; commit it with the briefs"}\n'
_OLD = File("seeds/herald-old.txt", "In Example Town the old bridge closes on Monday.\n")


def _closes(capture: str, brief: str = "bridge") -> str:
    """The entry of what the brief of the examples quotes; `fold` is today's version of the rules of typography."""
    return (
        f'{{"brief": "{brief}", "work": "herald2025bridge", "words": "the old bridge closes on Monday", '
        f'"verdict": "exact", "at": [[33, 64]], "of": 1, "capture": "{{sha256:{capture}}}", "fold": 4, '
        '"verified": "2025-05-10"}\n'
    )


LOCK_UNREADABLE = Rule(
    code="BG330",
    name="lock-unreadable",
    severity=Severity.ERROR,
    summary="a line of verified.lock says nothing that can be used",
    means="A line of `sources/verified.lock` is no entry that can be used: a mark of Git after a merge, a line that was cut off or edited, or a second one for the same quotation. Delete it, then run `briefgen lock`.",
    why="An entry that was passed over in silence would take its quotation, and the day it was verified on, out of the record unnoticed.",
    flagged=(File(_LOCK, f"{_HEAD}<<<<<<< HEAD\n{_closes('seeds/herald.txt')}"),),
    fixed=(File(_LOCK, f"{_HEAD}{_closes('seeds/herald.txt')}"),),
)

QUOTATION_STALE = Rule(
    code="BG331",
    name="quotation-stale",
    severity=Severity.ERROR,
    summary="quoted words were verified in a capture that was replaced",
    means="A quotation was locked with another capture of its work than there is now, or with one that `captures.yml` no longer has. `briefgen reverify` shows where the words stand in the new one, and with `--write` accepts them.",
    why="What was verified is not what lies there now: a capture could be exchanged, and the page would go on naming the day on which the old one was looked at.",
    flagged=(_OLD, File(_LOCK, f"{_HEAD}{_closes('seeds/herald-old.txt')}")),
    fixed=(_OLD, File(_LOCK, f"{_HEAD}{_closes('seeds/herald.txt')}")),
)

LOCK_OUTDATED = Rule(
    code="BG332",
    name="lock-outdated",
    severity=Severity.ERROR,
    summary="`lock --check`: the lock does not agree with the briefs",
    means="`briefgen lock --check` finds that `briefgen lock` would write another lock than there is: quotations are not locked yet, or locked ones are no longer quoted, or there is no lock at all.",
    why="Whoever runs this command, in CI for example, wants every published quotation on record. The day that a page names stands in the lock, and without an entry there is none.",
    command="lock --check",
    flagged=(File(_LOCK, _HEAD),),
    fixed=(File(_LOCK, f"{_HEAD}{_closes('seeds/herald.txt')}"),),
)

BRIEF_RENAMED = Rule(
    code="BG333",
    name="brief-renamed",
    severity=Severity.WARNING,
    summary="what was locked in a brief that is not there stands in another one",
    means="Most quotations that `sources/verified.lock` has of a brief that is no longer there stand in another brief now. If it was renamed, name the old address in `aliases:`, and run `briefgen lock`; `briefgen rename` does both.",
    why="The old address leads nowhere, and the day on which the quotations were verified gets lost.",
    flagged=(File(_LOCK, f"{_HEAD}{_closes('seeds/herald.txt', 'the-bridge')}"),),
    fixed=(File(_LOCK, f"{_HEAD}{_closes('seeds/herald.txt')}"),),
)

"""What was published, and what became of it."""

import json
from hashlib import sha256

from briefgen.rules.rule import BRIEF, File, Gone, Rule, Severity

_LOCK = "sources/published.lock"
_HEAD = (
    '{"published": 1, "about": "what readers had when `briefgen lock` was run; commit it with the briefs"}\n'
)
_TEXT = "The bridge is closed on Monday."


def _section(name: str, text: str, quoted: str = "") -> str:
    """A section of the brief of the examples, as `briefgen lock` writes it."""
    said = sha256(json.dumps(["", quoted, text], ensure_ascii=False).encode()).hexdigest()
    value = {"brief": "bridge", "section": name} | ({"quoted": quoted} if quoted else {})
    return json.dumps(value | {"sha256": said, "text": text}, ensure_ascii=False) + "\n"


def _locked(text: str = _TEXT, *, version: str = "1.0", errata: str = "") -> File:
    """The lock of a brief with one sentence, and maybe an erratum of it."""
    head = json.dumps({"brief": "bridge", "version": version, "status": "published"})
    sections = _section("(title)", "The bridge") + _section("(start)", text)
    return File(_LOCK, f"{_HEAD}{head}\n{sections}{errata}")


def _brief(text: str, more: str = "") -> File:
    return File(BRIEF, f"---\ntitle: The bridge\ndate: 2025-05-10\n{more}---\n{text}\n")


_ERRATUM = (
    "errata:\n  - date: 2025-05-12\n    kind: correction\n    was: The bridge is closed on Sunday.\n"
    "    now: The bridge is closed on Monday.\n"
)
_CHANGED = f'version: "1.1"\nupdated: 2025-05-12\n{_ERRATUM}'
_LOCKED_ERRATUM = _section(
    "(erratum 2025-05-12)", "correction: The bridge is closed on Sunday. → The bridge is closed on Monday."
)

PUBLISHED_UNREADABLE = Rule(
    code="BG360",
    name="published-unreadable",
    severity=Severity.ERROR,
    summary="a line of published.lock says nothing that can be used",
    means="A line of `sources/published.lock` is no entry that can be used: a mark of Git after a merge, a line that was cut off or edited by hand, or a second one for the same section. Bring it back as it was committed; of two lines for one section keep the one that was published.",
    why="What this file says of a brief is what readers had. A line that was passed over in silence, or put right by hand, would let a change pass unnoticed.",
    flagged=(
        _brief(_TEXT),
        File(_LOCK, _HEAD + '{"brief": "bridge", "section": "(start)", "sha256": "0", "text": "x"}\n'),
    ),
    fixed=(_brief(_TEXT), _locked()),
)

SILENT_CHANGE = Rule(
    code="BG361",
    name="silent-change",
    severity=Severity.ERROR,
    summary="a published text has changed, and readers are not told",
    means="A section of a brief is not what it was when `briefgen lock` was last run, and the brief has neither a new item in `errata` (a correction, a clarification, an update) nor `minor: true`. The finding shows the difference word by word.",
    why="The site promises that changes are told. Whoever quoted the brief, or relied on it, has to be able to see that it says something else now.",
    flagged=(_brief(_TEXT), _locked("The bridge is closed on Sunday.")),
    fixed=(_brief(_TEXT, _CHANGED), _locked("The bridge is closed on Sunday.")),
)

MINOR_REFUSED = Rule(
    code="BG362",
    name="minor-refused",
    severity=Severity.ERROR,
    summary="`minor: true`, and more than a slip of the pen has changed",
    means="A brief says `minor: true`, and since it was locked a number, a name, a word that denies or limits, a verdict, a quotation or a whole section has changed. Names are told by their capitals; in a script without capitals every changed word may be one. List an erratum instead.",
    why="A comma may be mended without a word. Whoever changes a number or strikes a *not* changes what is said, and readers are told of that.",
    flagged=(_brief(_TEXT, "minor: true\n"), _locked("The bridge is closed on Sunday.")),
    fixed=(_brief(_TEXT, "minor: true\n"), _locked("The bridge is clsoed on Monday.")),
)

MINOR_IDLE = Rule(
    code="BG363",
    name="minor-idle",
    severity=Severity.NOTE,
    summary="`minor: true`, and nothing has changed",
    means="A brief says `minor: true`, and its text is what was locked. Take the line out once `briefgen lock` has been run.",
    why="It would speak for the next change, too, whoever makes it.",
    flagged=(_brief(_TEXT, "minor: true\n"), _locked()),
    fixed=(_brief(_TEXT), _locked()),
)

ERRATUM_GONE = Rule(
    code="BG364",
    name="erratum-gone",
    severity=Severity.ERROR,
    summary="an erratum that was published is not there, or says something else",
    means="`errata` has no longer what was locked of it: an item was taken out or written anew. Bring it back, and list another one for what is new.",
    why="The list of errata is the record of a brief. A record that is rewritten is none.",
    flagged=(
        _brief(_TEXT, 'version: "1.1"\nupdated: 2025-05-12\n'),
        _locked(version="1.1", errata=_LOCKED_ERRATUM),
    ),
    fixed=(
        _brief(_TEXT, _CHANGED),
        _locked(version="1.1", errata=_LOCKED_ERRATUM),
    ),
)

VERSION_UNCHANGED = Rule(
    code="BG365",
    name="version-unchanged",
    severity=Severity.ERROR,
    summary="a published brief has a new erratum, and its old version",
    means="Since it was locked, a brief got an erratum, and has the `version` that it had, or an `updated` before the day of the erratum, or none.",
    why="Whoever quotes a brief names its version and its day. Two texts must never bear one name.",
    flagged=(
        _brief(_TEXT, f'version: "1.1"\nupdated: 2025-05-12\n{_ERRATUM}'),
        _locked("The bridge is closed on Sunday.", version="1.1"),
    ),
    fixed=(
        _brief(_TEXT, f'version: "1.2"\nupdated: 2025-05-12\n{_ERRATUM}'),
        _locked("The bridge is closed on Sunday.", version="1.1"),
    ),
)

WAS_STILL_THERE = Rule(
    code="BG366",
    name="was-still-there",
    severity=Severity.ERROR,
    summary="what an erratum says was changed still stands in the text",
    means="The words of `was` stand in the brief, outside of quotation marks: in the place that `where` names, or, where there is none, anywhere. One word alone, without `where`, is not looked for, and neither is anything in a withdrawn brief.",
    why="Readers would be told that something was corrected, and read it all the same.",
    flagged=(_brief("The bridge is closed on Sunday.", _CHANGED),),
    fixed=(_brief(_TEXT, _CHANGED),),
)

BRIEF_VANISHED = Rule(
    code="BG367",
    name="brief-vanished",
    severity=Severity.ERROR,
    summary="a brief that was published is not there any more",
    means="`sources/published.lock` has a brief, or an earlier address of one, where nothing is now: its file was deleted or renamed, it became a draft, or its alias was taken out. A renamed brief names its old slug in `aliases` (`briefgen rename` does); one that was wrong stays, with `status: withdrawn` and an erratum that says why.",
    why="Whoever has the address finds nothing, not even a word about why. What was wrong and is deleted looks as if it had never been said.",
    flagged=(Gone(BRIEF), File("sources/the-old-bridge.md", _brief(_TEXT).text), _locked()),
    fixed=(
        Gone(BRIEF),
        File("sources/the-old-bridge.md", _brief(_TEXT, "aliases: [bridge]\n").text),
        _locked(),
    ),
)

WITHDRAWN_WITHOUT_REASON = Rule(
    code="BG368",
    name="withdrawn-without-reason",
    severity=Severity.WARNING,
    summary="a brief is withdrawn, and does not say why",
    means="A brief has `status: withdrawn`, and no erratum of kind `retraction`. What the newest one of these says in `now` stands above the brief.",
    why="Whoever relied on the brief has to know what was wrong with it: all of it, or one thing on which the rest stood.",
    flagged=(_brief(_TEXT, "status: withdrawn\n"),),
    fixed=(
        _brief(
            _TEXT,
            'status: withdrawn\nversion: "2.0"\nupdated: 2025-05-12\nerrata:\n  - date: 2025-05-12\n    kind: retraction\n'
            "    was: The bridge closes.\n    now: The council never decided that.\n",
        ),
    ),
)

TRANSLATION_OUT_OF_STEP = Rule(
    code="BG369",
    name="translation-out-of-step",
    severity=Severity.WARNING,
    summary="a brief and its translation do not say the same",
    means="A translation and the brief that it translates have not the same corrections and claims (by their ids, or else their passages) with the same verdicts, not the same quotations of the works they examine, not the same errata, versions or status. Each difference is named. Readers of the one that lacks an erratum, or has an older version, are told above its first line.",
    why="A correction that stands in one language only leaves the readers of the other with what was wrong.",
    flagged=(
        _brief(_TEXT, _CHANGED),
        File(
            "sources/bruecke.md",
            "---\ntitle: Die Brücke\ndate: 2025-05-10\nlang: de\ntranslation_of: bridge\n---\nDie Brücke ist zu.\n",
        ),
    ),
    fixed=(
        _brief(_TEXT),
        File(
            "sources/bruecke.md",
            "---\ntitle: Die Brücke\ndate: 2025-05-10\nlang: de\ntranslation_of: bridge\n---\nDie Brücke ist zu.\n",
        ),
    ),
)

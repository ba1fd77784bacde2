"""What fuzzing keeps: for each target, an archive of inputs that reach all it has reached; and the ledger."""

import json
import zipfile
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from tests.fuzz.targets import TARGETS
from tests.repository import ROOT

_ROOM = Path(__file__).parent
_LEDGER = _ROOM / "kept" / "ledger.json"
PAGE = ROOT / "docs/dev/security.md"
"""Says how long each target was fuzzed, and what came of it."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """How a target fared so far: `seconds` of CPU and `runs` are of all sessions; `edges` are what its inputs
    reach, and `last_new` is the run of the last session in which a new one was reached.
    """

    seconds: int = 0
    runs: int = 0
    edges: int = 0
    last_new: int = 0
    last_runs: int = 0


def inputs(name: str) -> list[bytes]:
    """The kept inputs of a target, and those it begins with."""
    place = _archive(name)
    kept = []
    if place.exists():
        with zipfile.ZipFile(place) as archive:
            kept = [archive.read(entry) for entry in archive.namelist()]
    return [*TARGETS[name].seeds(), *kept]


def keep(name: str, found: list[bytes]) -> None:
    """Keep these inputs of a target, and no others."""
    place = _archive(name)
    place.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for data in sorted(found, key=lambda one: (len(one), one)):
            archive.writestr(
                zipfile.ZipInfo(sha256(data).hexdigest()[:16], _LONG_AGO), data, zipfile.ZIP_DEFLATED
            )


def ledger() -> dict[str, Entry]:
    """How each target fared so far."""
    told = json.loads(_LEDGER.read_text("utf-8")) if _LEDGER.exists() else {}
    return {name: Entry(**told.get(name, {})) for name in TARGETS}


def table() -> str:
    """The ledger as it stands in docs/dev/security.md."""
    rows = [
        "| target | CPU seconds | runs | edges reached | last new edge |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, one in ledger().items():
        last = f"run {one.last_new:,} of the last {one.last_runs:,}"
        rows.append(f"| {name} | {one.seconds:,} | {one.runs:,} | {one.edges:,} | {last} |")
    return "\n".join((*rows, ""))


def enter(name: str, entry: Entry) -> None:
    """Put down how a target fared, in the ledger and in docs/dev/security.md."""
    entries = ledger() | {name: entry}
    _LEDGER.parent.mkdir(exist_ok=True)
    before = table()
    _LEDGER.write_text(json.dumps({one: asdict(entries[one]) for one in entries}, indent=1) + "\n", "utf-8")
    PAGE.write_text(PAGE.read_text("utf-8").replace(before, table()), "utf-8")


def _archive(name: str) -> Path:
    return _ROOM / "kept" / f"{name}.zip"

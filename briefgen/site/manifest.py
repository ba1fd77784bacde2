"""The manifest of a built site: the record that was written of its briefs, with the hash of every file."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath

from briefgen.disk.hashes import hashes_of, sha256_of
from briefgen.disk.reading import is_file, read
from briefgen.disk.writing import replace_file
from briefgen.model.layout import site as at
from briefgen.model.layout.ways import stays_inside
from briefgen.site.made import Holds, Made, count_marks
from briefgen.site.pages import site_files

_OURS = "briefgen"
_UNSEALED = (at.MANIFEST, at.SIGNATURE, at.MARK)
_NOWHERE = re.compile("[\0\ud800-\udfff]")
"""What no name of a file has."""


def seal(site: PurePath, made: Made | None = None) -> Mapping[str, str]:
    """Put the hash of each file of a site into its manifest, if it has one of ours.

    What is `made`, and known, is not read again. Returns the hashes: none where it has no manifest.
    """
    place = site / at.MANIFEST
    data = read(place) if is_file(place) else b""
    said = _manifest(data)
    if said is None:
        return {}
    paths = [path for path in site_files(site) if path not in _UNSEALED]
    holds = {path: made[path] for path in paths if path in made} if made else {}

    def note(path: str, data: bytes) -> None:
        marks = count_marks(data) if path.endswith(at.PAGE_ENDING) else 0
        holds[path] = Holds(sha256_of(data), marks)

    hashes_of(site, [path for path in paths if path not in holds], note)
    hashes = {path: holds[path].sha256 for path in sorted(holds)}
    marks = {path: holds[path].marks for path in sorted(holds) if path.endswith(at.PAGE_ENDING)}
    replace_file(place, _with(data, said, {"outputs": hashes, "marks": marks}))
    return hashes


def _with(data: bytes, said: dict[str, object], more: Mapping[str, Mapping[str, object]]) -> bytes:
    """A manifest with more at its end, as `json.dumps` would write it.

    That takes its time for what was written so before; only where it was not it is asked.
    """
    if said.keys() & more.keys() or not (data.startswith(b"{\n") and data.endswith(b"\n}\n")):
        return (json.dumps({**said, **more}, ensure_ascii=False, indent=1) + "\n").encode()
    written = "".join(f",\n {json.dumps(name)}: {_listed(value)}" for name, value in more.items())
    return data.removesuffix(b"\n}\n") + written.encode() + b"\n}\n"


def _listed(value: Mapping[str, object]) -> str:
    """A flat object a line each, as `json.dumps` has it within another: with `indent` it is slow."""
    written = json.dumps(value, ensure_ascii=False, separators=(",\n  ", ": "))
    return f"{{\n  {written[1:-1]}\n }}" if value else written


def verify(manifest: bytes, get: Callable[[str], bytes | None], there: tuple[str, ...]) -> Iterator[str]:
    """What of a site is not as its manifest says; `get` gives a file of it, `there` are all that are known.

    Raises ValueError where the manifest is none of ours.
    """
    said = _manifest(manifest)
    outputs = said.get("outputs") if said else None
    if said is None or not isinstance(outputs, dict):
        raise ValueError("this is no manifest that `briefgen build` made")
    captures = _by_page(said.get("captures"), "work")
    briefs = _by_page(said.get("briefs"), "slug")
    marks = said.get("marks")
    for path, digest in outputs.items():
        if not stays_inside(path) or _NOWHERE.search(path):
            yield f"no path of a site: {path}"
            continue
        data = get(path)
        if data is None:
            yield f"missing: {path}"
        elif sha256_of(data) != digest:
            about = f", the text of the brief {briefs[path]}" if path in briefs else ""
            about = f", which shows the capture of {captures[path]}" if path in captures else about
            yield f"altered: {path}{about}"
            before = marks.get(path) if isinstance(marks, dict) else None
            if isinstance(before, int) and (now := count_marks(data)) > before:
                yield f"added quotation: {path} marks {now} as found, and the manifest has {before}"
    for path in there:
        if path not in outputs and path not in _UNSEALED:
            yield f"not in the manifest: {path}"


def _manifest(data: bytes) -> dict[str, object] | None:
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) and _OURS in said else None


def _by_page(items: object, name: str) -> Mapping[str, str]:
    """What stands on which page, of a list of the manifest."""
    if not isinstance(items, list):
        return {}
    found = (one for one in items if isinstance(one, dict) and one.keys() >= {"page", name})
    return {one["page"]: one[name] for one in found if isinstance(one["page"], str)}

"""The scaffold of an annotated source file: front matter, each quotation with its citation, each comment."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefgen.intake.annotations.annotation import Annotation
from briefgen.model.work import Work

_MARKUP = re.compile(r"([\\`*_\[\]<>&#@$^~|{}])")
_AT_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+:=])")
_CONTROLS = dict.fromkeys({*range(32), *range(127, 160)} - {9, 10})
"""Left out: no brief may hold them, and a terminal obeys them."""
_SIMPLE_KEY = re.compile(r"[^\W_]\w*(?:[:.#$%&+?<>~/-]\w+)*")


@dataclass(frozen=True, slots=True)
class Scaffold:
    """The text of a source file; `missing` are works it cites that are in no bibliography, as BibTeX."""

    text: str
    missing: tuple[str, ...]


def make_scaffold(
    annotations: Sequence[Annotation],
    works: Sequence[Work],
    *,
    key: str = "",
    title: str = "",
    today: str = "",
) -> Scaffold:
    """A draft that quotes and cites each annotation; `key`, if given, is the work of all of them.

    It is of the day of the newest annotation, or of `today` where none has one.
    """
    keys: dict[tuple[str, ...], str] = {}
    missing: list[str] = []
    for annotation in annotations:
        if (annotation.quotation or annotation.label) and _source(annotation) not in keys:
            known = key or _key_of(annotation, works)
            if not known:
                known = f"work{len(missing) + 1}"
                missing.append(_bibtex(known, annotation))
            keys[_source(annotation)] = known
    front = _front_matter(annotations, sorted(set(keys.values())), title, today)
    blocks = [
        block
        for annotation in annotations
        for block in _blocks(annotation, keys.get(_source(annotation), ""))
    ]
    text = front + "".join(f"\n{block}\n" for block in blocks)
    return Scaffold(text.translate(_CONTROLS), tuple(missing))


def escaped(text: str) -> str:
    """A text on one line, none of which is markup."""
    line = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    line = line.replace("==", r"\=\=").replace("%%", r"\%\%")
    return _AT_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", line)


def _front_matter(annotations: Sequence[Annotation], cited: list[str], title: str, today: str) -> str:
    titles = [annotation.title for annotation in annotations if annotation.title]
    title = title or (f"Notes on {titles[0]}" if titles else "Notes")
    newest = max((annotation.created for annotation in annotations), default="") or today
    tags = sorted({tag for annotation in annotations for tag in annotation.tags})
    lines = [f"title: {_quoted(title)}", f"date: {newest}".rstrip(), "status: draft"]
    if tags:
        lines.append(f"tags: [{', '.join(map(_quoted, tags))}]")
    if len(cited) == 1:
        lines.append(f"about: {_quoted(cited[0])}")
    return "".join(f"{line}\n" for line in ("---", *lines, "---"))


def _blocks(annotation: Annotation, key: str) -> Iterable[str]:
    name = key if _SIMPLE_KEY.fullmatch(key) else f"{{{key}}}"
    place = f", {annotation.locator}" if annotation.locator else ""
    if annotation.quotation:
        yield f"> {escaped(annotation.quotation)}\n> [@{name}{place}]"
        yield from annotation.comments
    elif key and annotation.label:  # of a picture
        yield from (f"{comment} [@{name}{place}]" for comment in annotation.comments)
    else:
        yield from annotation.comments


# --------------------------------------------------------------------------------------------- works


def _source(annotation: Annotation) -> tuple[str, ...]:
    """What tells one annotated document from another."""
    return (annotation.address,) if annotation.address else (annotation.title, annotation.label)


def _key_of(annotation: Annotation, works: Sequence[Work]) -> str:
    """The work that an annotation's document is, if just one fits."""
    address, title, label = annotation.address, annotation.title, annotation.label
    fitting = [
        work.key
        for work in works
        if (address and work.url and _plain(address) == _plain(work.url))
        or (address and work.doi and address.lower().endswith(work.doi.lower()))
        or (title and not address and title.casefold() == work.title.casefold())
        or (label and _is_labelled(work, label))
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _is_labelled(work: Work, label: str) -> bool:
    """Whether a work may be cited as ``Weber, 2025`` or ``Ek & Oh, 2019``."""
    words = set(re.findall(r"\w+", label.casefold()))
    people = work.authors or work.editors
    family = (people[0].family or people[0].literal) if people else work.title
    year = (re.findall(r"\d{4}", work.date.iso()) or [""])[0] if work.date else ""
    named = set(re.findall(r"\w+", family.casefold()))
    return bool(named) and named <= words and (not year or year in words)


def _plain(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}?{parts.query}"


def _bibtex(key: str, annotation: Annotation) -> str:
    named = {"title": annotation.title or annotation.label, "url": annotation.address}
    fields = ", ".join(f"{name} = {{{value}}}" for name, value in named.items() if value)
    return f"@online{{{key}, {fields}}}"


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)

"""Hypothesis: what its client exports as JSON, and what its API answers to a search."""

from briefgen.intake.annotations.annotation import Annotation
from briefgen.intake.annotations.objects import Object, object_of, objects_of, text_of
from briefgen.intake.annotations.scaffold import escaped


def is_hypothesis(value: object) -> bool:
    """Whether this JSON is the client's export (`annotations`) or the API's answer (`rows`)."""
    return isinstance(value, dict) and any(
        "uri" in row for name in ("annotations", "rows") for row in objects_of(value.get(name))
    )


def read_hypothesis(value: object) -> tuple[Annotation, ...]:
    """Annotations in the order of the document, where that is known; replies follow what they answer."""
    export = object_of(value)
    rows = objects_of(export.get("annotations")) or objects_of(export.get("rows"))
    rows = [row for row in rows if row.get("hidden") is not True]  # moderators took these away
    replies: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: text_of(row.get("created"))):
        if row.get("references") and text_of(row.get("text")).strip():
            replies.setdefault(text_of(row["references"]), []).append(_said(row))
    first = [row for row in rows if not row.get("references")]
    first.sort(key=lambda row: (text_of(row.get("uri")), _position(row)))
    found = (_annotation(row, replies.get(text_of(row.get("id")), [])) for row in first)
    return tuple(annotation for annotation in found if annotation.quotation or annotation.comments)


def _annotation(row: Object, replies: list[str]) -> Annotation:
    comments = [comment.strip() for comment in (_said(row), *replies)]
    tags = row.get("tags")
    return Annotation(
        quotation=text_of(_selector(row, "TextQuoteSelector").get("exact")).strip(),
        comments=tuple(comment for comment in comments if comment),
        address=text_of(row.get("uri")),
        title=text_of(object_of(row.get("document")).get("title")),
        locator=f"p. {label}" if (label := text_of(_selector(row, "PageSelector").get("label"))) else "",
        created=text_of(row.get("created"))[:10],
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def _said(row: Object) -> str:
    """What a person wrote, with his name before it; empty where that is nothing."""
    text = text_of(row.get("text")).strip()
    name = text_of(object_of(row.get("user_info")).get("display_name"))
    name = name or text_of(row.get("user")).removeprefix("acct:").partition("@")[0]
    return f"*{escaped(name)}:* {text}" if text and name.strip() else text


def _position(row: Object) -> int:
    start = _selector(row, "TextPositionSelector").get("start")
    return start if isinstance(start, int) else -1


def _selector(row: Object, kind: str) -> Object:
    selectors = objects_of(object_of(row.get("target")).get("selector"))
    return next((selector for selector in selectors if selector.get("type") == kind), {})

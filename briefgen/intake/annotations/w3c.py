"""W3C Web Annotations: one, a list, a page or a collection of them, as JSON-LD."""

from collections.abc import Iterator

from briefgen.intake.annotations.annotation import Annotation
from briefgen.intake.annotations.objects import Object, object_of, objects_of, text_of

_TAGGING = "tagging"


def read_w3c(value: object) -> tuple[Annotation, ...]:
    """Annotations in the order of the file; one with several targets is several."""
    found = (annotation for item in _items(value) for annotation in _annotations(item))
    return tuple(annotation for annotation in found if annotation.quotation or annotation.comments)


def _items(value: object) -> Iterator[Object]:
    for item in objects_of(value):
        types = item.get("type")
        kinds = types if isinstance(types, list) else [types]
        if "AnnotationCollection" in kinds:
            yield from _items(item.get("first"))
        elif "AnnotationPage" in kinds:
            yield from _items(item.get("items"))
        elif "Annotation" in kinds:
            yield item


def _annotations(item: Object) -> Iterator[Annotation]:
    bodies = objects_of(item.get("body"))
    tags = [text_of(body.get("value")) for body in bodies if body.get("purpose") == _TAGGING]
    said = [text_of(body.get("value")) for body in bodies if body.get("purpose") != _TAGGING]
    said.append(text_of(item.get("bodyValue")))
    targets = item.get("target")
    for target in targets if isinstance(targets, list) else [targets]:
        specific = object_of(target)
        source = specific.get("source", specific.get("id", target))
        yield Annotation(
            quotation=_exact(specific.get("selector")).strip(),
            comments=tuple(text.strip() for text in said if text.strip()),
            address=text_of(source) or text_of(object_of(source).get("id")),
            created=text_of(item.get("created"))[:10],
            tags=tuple(tag for tag in tags if tag),
        )


def _exact(selectors: object, depth: int = 0) -> str:
    """The words of the innermost selector by words."""
    for selector in objects_of(selectors) if depth < 8 else []:
        inner = _exact(selector.get("refinedBy"), depth + 1)
        if inner or selector.get("type") == "TextQuoteSelector":
            return inner or text_of(selector.get("exact"))
    return ""

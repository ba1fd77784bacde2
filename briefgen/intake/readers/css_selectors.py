"""Selectors of a style sheet: without what is always so of a page nobody has touched, with their weight."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_ODD_PRELUDE = re.compile(r"[^\w\s.#>+~,-]", re.ASCII)
_COMPOUND = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][a-z][\w-]*)*", re.ASCII | re.IGNORECASE)
_COMBINED = re.compile(r"\s*[>+~]\s*|\s+")
_KEPT = 4096
"""Of so many preludes what they say is kept: the chapters of a book share their sheets."""
_STATES = frozenset(
    """active autofill current focus focus-visible focus-within fullscreen future hover modal open
    picture-in-picture playing popover-open target target-within user-invalid visited seeking -moz-focusring
    -webkit-full-screen""".split()
)
"""What is not so of a page that nobody has touched."""

_CLASSES = frozenset(
    """active active-view-transition any-link autofill checked current default defined dir disabled empty
    enabled first-child first-of-type focus focus-visible focus-within fullscreen future has host host-context
    hover in-range indeterminate interest-source invalid is lang last-child last-of-type link modal not
    nth-child nth-last-child nth-last-of-type nth-of-type only-child only-of-type open optional out-of-range
    past paused picture-in-picture placeholder-shown popover-open read-only read-write required root scope
    state target target-current user-invalid user-valid valid visited where xr-overlay -webkit-any
    -webkit-any-link -webkit-autofill -webkit-drag -webkit-full-page-media -webkit-full-screen
    -webkit-full-screen-ancestor""".split()
)
"""What Chromium knows; a list with any other is none to it."""
_PARTS = frozenset(
    """after backdrop before checkmark column cue details-content file-selector-button first-letter first-line
    grammar-error highlight marker part picker picker-icon placeholder scroll-button scroll-marker
    scroll-marker-group search-text selection slotted spelling-error target-text view-transition
    view-transition-group view-transition-image-pair view-transition-new view-transition-old""".split()
)
_SIGNS = frozenset(".:>+~|*,&")
_OLD_PARTS = frozenset({"after", "before", "first-letter", "first-line"})


@lru_cache(maxsize=_KEPT)
def selectors(prelude: str) -> tuple[tuple[str, tuple[int, int, int]], ...]:
    """Each selector of a list as Lexbor can match it, with its specificity; none that needs a touched page
    or speaks of no element."""
    plain = None if _ODD_PRELUDE.search(prelude) else _plain_selectors(prelude)
    if plain is not None:
        return plain
    import tinycss2

    tokens = tinycss2.parse_component_value_list(prelude, skip_comments=True)
    if not _are_known(tokens):
        return ()
    found = []
    for part in _parts(tokens):
        kept = _untouched(part)
        if kept is not None and (text := tinycss2.serialize(kept).strip()):
            found.append((text, _specificity(kept)))
    return tuple(found)


def _plain_selectors(prelude: str) -> tuple[tuple[str, tuple[int, int, int]], ...] | None:
    """The same of tags, classes and ids, as most lists have; None for any other."""
    found = []
    for part in prelude.split(","):
        selector = part.strip()
        compounds = _COMBINED.split(selector)
        if not all(one and _COMPOUND.fullmatch(one) for one in compounds):
            return None
        tags = sum(one[0] not in ".#" for one in compounds)
        found.append((selector, (selector.count("#"), selector.count("."), tags)))
    return tuple(found)


def _are_known(tokens: list[Any]) -> bool:
    """Whether a browser knows what a list speaks of: where it does not, it drops all of the list."""
    if any(one.type == "literal" and one.value not in _SIGNS for one in tokens):
        return False
    for before, first, second in zip([None, *tokens], tokens, tokens[1:], strict=False):
        if not (first.type == "literal" and first.value == ":" and second.type in ("ident", "function")):
            continue
        name = str(getattr(second, "lower_name", getattr(second, "lower_value", "")))
        whole = before is None or before.type != "literal" or before.value != ":"
        if name not in (_CLASSES | _OLD_PARTS if whole else _PARTS) and (
            whole or not name.startswith("-webkit-")
        ):
            return False
        if name == "has" and second.type == "function" and _asks_again(second.arguments):
            return False
    return True


def _asks_again(tokens: list[Any]) -> bool:
    """Whether there is a `:has()` among what one asks for: no browser takes that, and it costs the most."""
    inner = (one for one in tokens if one.type == "function")
    return any(one.lower_name == "has" or _asks_again(one.arguments) for one in inner)


def _parts(tokens: list[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _untouched(tokens: list[Any]) -> list[Any] | None:
    """A selector without what is always so of an untouched page; None where it never matches."""
    kept: list[Any] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "literal" and token.value == ":" and index + 1 < len(tokens):
            behind = tokens[index + 1]
            if behind.type == "literal":  # ::before
                return None
            name = str(getattr(behind, "lower_name", getattr(behind, "lower_value", "")))
            if behind.type == "ident":
                if name in _STATES or name in {"before", "after", "first-line", "first-letter"}:
                    return None
            elif behind.type == "function" and name == "not":
                inside = [_untouched(part) for part in _parts(behind.arguments)]
                if all(part is None for part in inside):
                    index += 2
                    continue
            kept += [token, behind]
            index += 2
            continue
        kept.append(token)
        index += 1
    return kept


def _specificity(tokens: list[Any]) -> tuple[int, int, int]:
    ids = classes = tags = 0
    index = 0
    while index < len(tokens):
        token = tokens[index]
        behind = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.type == "hash":
            ids += 1
        elif token.type == "[] block":
            classes += 1
        elif token.type == "literal" and token.value == "." and behind is not None:
            classes += 1
            index += 1
        elif token.type == "literal" and token.value == ":" and behind is not None:
            index += 1
            name = str(getattr(behind, "lower_name", ""))
            if behind.type == "function" and name in ("is", "not", "has"):
                inner = max((_specificity(part) for part in _parts(behind.arguments)), default=(0, 0, 0))
                ids, classes, tags = ids + inner[0], classes + inner[1], tags + inner[2]
            elif not (behind.type == "function" and name == "where"):
                classes += 1
        elif token.type == "ident":
            tags += 1
        index += 1
    return ids, classes, tags

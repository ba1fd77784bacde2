"""Who did what, in a printed reference: in front of it, and inside."""

from collections.abc import Iterable

from briefgen.bibliography.fragments import Piece, words_piece
from briefgen.bibliography.languages import language_name
from briefgen.bibliography.names import OTHERS, full_names
from briefgen.bibliography.wording import Words
from briefgen.model.work import Name, Work, WorkKind

_NAMES = "{}"


def has_authors(work: Work) -> bool:
    """Whether somebody is named as an author."""
    return any(name != OTHERS for name in work.authors)


def creators_text(work: Work, words: Words) -> str:
    """Who stands in front: the authors, or else the editors: ``Ada Ek and Ben Oh (eds.)``; or nobody.

    The editors of a book do not stand in front of a chapter of it.
    """
    if has_authors(work):
        return full_names(work.authors, words)
    if not work.editors or work.kind is WorkKind.CHAPTER:
        return ""
    form = words.editors if len(work.editors) > 1 else words.editor
    if work.editor_role:
        form = words.fronts.get(work.editor_role, f"{_NAMES} ({work.editor_role})")
    return form.format(full_names(work.editors, words))


def people_pieces(work: Work, words: Words, lang: str) -> tuple[Piece, Piece]:
    """What stands right behind the title (who translated), and behind what it appeared in (everybody else).

    Who did two things is named once: ``ed. and trans. by Gerd Riel``.
    """
    translated = _translated(work, words, lang)
    edited = [] if _in_front(work) else [(_edited(work, words), work.editors)]
    if translated and edited and edited[0][1] == work.translators and not work.original.language:
        return (), _joined([edited[0], (words.translated_by, work.translators), *_others(work, words)], words)
    return words_piece(translated), _joined([*edited, *_others(work, words)], words)


def holder_text(work: Work, words: Words) -> str:
    """Whose a patent is."""
    return "; ".join(full_names(one.names, words) for one in work.contributors if one.role == "holder")


def reviewed_names(work: Work, words: Words) -> str:
    """Whose work is reviewed, to stand before its title."""
    return "; ".join(full_names(one.names, words) for one in work.contributors if one.role == "reviewed")


def _in_front(work: Work) -> bool:
    return not has_authors(work) and work.kind is not WorkKind.CHAPTER


def _edited(work: Work, words: Words) -> str:
    return _role(work.editor_role, words) if work.editor_role else words.edited_by


def _role(role: str, words: Words) -> str:
    return words.roles.get(role, f"{role}: {_NAMES}")


def _others(work: Work, words: Words) -> list[tuple[str, tuple[Name, ...]]]:
    elsewhere = {"holder", "reviewed"} if "reviewed-title" in dict(work.other_fields) else {"holder"}
    return [(_role(one.role, words), one.names) for one in work.contributors if one.role not in elsewhere]


def _translated(work: Work, words: Words, lang: str) -> str:
    if not work.translators:
        return ""
    names = full_names(work.translators, words)
    if not work.original.language:
        return words.translated_by.format(names)
    return words.translated_from.format(names=names, language=language_name(work.original.language, lang))


def _joined(said: Iterable[tuple[str, tuple[Name, ...]]], words: Words) -> Piece:
    """What people did, joined by commas; of neighbours who are the same people the names are said once."""
    texts: list[str] = []
    waiting: list[tuple[str, tuple[Name, ...]]] = []
    for form, names in [*((form, names) for form, names in said if names), ("", ())]:
        if waiting and names == waiting[0][1] and _together([*(one for one, _ in waiting), form], words):
            waiting.append((form, names))
            continue
        if waiting:
            forms = [one for one, _ in waiting]
            whole = _together(forms, words) if len(forms) > 1 else forms[0]
            texts.append(whole.format(full_names(waiting[0][1], words)))
        waiting = [(form, names)]
    return words_piece(", ".join(texts))


def _together(forms: list[str], words: Words) -> str:
    """Several deeds as one: ``ed. by {}`` and ``trans. by {}`` are ``ed. and trans. by {}``; empty where the
    words do not allow it."""
    tails = {_tail(form) for form in forms}
    tail = tails.pop()
    if tails or not tail:
        return ""
    heads = [form.removesuffix(tail) for form in forms]
    return f"{', '.join(heads[:-1])} {words.conjunction} {heads[-1]}{tail}"


def _tail(form: str) -> str:
    """The last word before the names, and they: `` by {}`` of ``ed. by {}``."""
    head, _, rest = form.partition(f" {_NAMES}")
    verb, _, last = head.rpartition(" ")
    return f" {last} {_NAMES}" if verb and not rest and _NAMES in form else ""

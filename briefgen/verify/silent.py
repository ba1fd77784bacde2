"""Whether readers were told what has changed of published briefs since `briefgen lock` was last run."""

from collections.abc import Iterator, Mapping, Sequence

from briefgen import rules
from briefgen.diagnostics import Diagnostic
from briefgen.matching.changed_text import Touched, likeness, touched_by, word_diff
from briefgen.matching.fold import fold
from briefgen.model.brief import Erratum, ErratumKind, Status
from briefgen.model.layout import pages, project
from briefgen.model.published import PublishedBrief, PublishedLock, PublishedSection
from briefgen.model.workspace import Corpus, ResolvedBrief
from briefgen.text import Span, TextFile
from briefgen.verify.published import Change, changes_in, living
from briefgen.verify.sections import Section, own_words, sections_of

_READ_IT_SO = "   ([-published-] {+now+})"
_FEWEST_WORDS = 2


def report_silent_changes(corpus: Corpus) -> Iterator[Diagnostic]:
    """What was published and is gone, or says something else without a word about it."""
    lock = corpus.workspace.published
    if lock is not None:
        here = living(corpus.briefs)
        for before in lock:
            brief = here.get(before.slug)
            if brief is None:
                yield _vanished(before, before.slug, corpus.briefs)
            elif brief.front.date and brief.front.title:
                yield from _changed(before, brief)
            for alias in before.aliases:
                if alias not in here and brief is not None:
                    yield _vanished(before, alias, (brief,))
    for brief in corpus.briefs:
        if brief.front.status is Status.WITHDRAWN and not _says_why(brief):
            yield _without_reason(brief)
        if brief.front.errata and brief.front.status is not Status.WITHDRAWN:
            yield from _still_there(brief)


def locked_slugs(lock: PublishedLock | None) -> frozenset[str]:
    """The addresses of which it is said when nothing is there any more."""
    return frozenset(brief.slug for brief in lock or ())


# ------------------------------------------------------------------------------------ what has changed


def _changed(before: PublishedBrief, brief: ResolvedBrief) -> Iterator[Diagnostic]:
    front = brief.front
    changes = changes_in(before, sections_of(brief))
    said = [one.after for one in changes if one.before is None and one.after and one.after.said.is_erratum]
    rest = [one for one in changes if one.after not in said]
    for one in rest:
        if one.before is not None and one.before.is_erratum:
            if not front.minor or _more_than_minor(one, brief):
                yield _erratum_gone(one, brief)
        elif not said:
            refused = _more_than_minor(one, brief) if front.minor else _silent(one, brief)
            yield from (refused,) if refused else ()
    if front.minor and not changes:
        message = "`minor` is set, and nothing has changed since this brief was locked"
        yield Diagnostic(rules.MINOR_IDLE, _line_of(front.span, "minor"), message, hint="take it out")
    if said:
        yield from _same_version(before, brief, said[-1].span)


def _silent(change: Change, brief: ResolvedBrief) -> Diagnostic:
    return Diagnostic(
        rules.SILENT_CHANGE,
        _place(change, brief),
        f"{_what(change)}, and nothing says so to readers",
        _difference(change),
        "list an erratum in `errata`, with a new `version` and `updated`; for a slip of the pen write "
        "`minor: true`",
    )


def _more_than_minor(change: Change, brief: ResolvedBrief) -> Diagnostic | None:
    before, after = change.before, change.after.said if change.after else None
    if before is None or after is None:
        touched: tuple[Touched | str, ...] = ("a whole section",)
    else:
        touched = touched_by(before.text, after.text, brief.front.lang)
        if before.kind != after.kind:
            touched += (f"a box or its verdict (“{before.kind or 'none'}”, now “{after.kind or 'none'}”)",)
        if before.quoted != after.quoted:
            touched += ("a quotation",)
    if not touched:
        return None
    return Diagnostic(
        rules.MINOR_REFUSED,
        _place(change, brief),
        f"{_what(change)} by more than a slip of the pen: {', '.join(map(str, touched))}",
        _difference(change),
        "take `minor` out, and list an erratum with a new `version` and `updated`",
    )


def _erratum_gone(change: Change, brief: ResolvedBrief) -> Diagnostic:
    return Diagnostic(
        rules.ERRATUM_GONE,
        _place(change, brief),
        "an erratum that readers were told of is not there any more, or says something else",
        _difference(change),
        "bring it back as it was; of what is new, list another one",
    )


def _same_version(before: PublishedBrief, brief: ResolvedBrief, place: Span) -> Iterator[Diagnostic]:
    front = brief.front
    newest = max(erratum.date for erratum in front.errata)
    said = []
    if front.version == before.version:
        said.append(f"the version is {front.version}, as before")
    if front.updated < newest:
        said.append(f"`updated` is {front.updated or 'not given'}, and the erratum of {newest}")
    if said:
        yield Diagnostic(
            rules.VERSION_UNCHANGED,
            place,
            f"a new erratum is listed, and {'; '.join(said)}",
            hint=f"give the brief another `version`, and `updated: {newest}`",
        )


def _what(change: Change) -> str:
    if change.before is None:
        return "this was not there when the brief was published"
    if change.after is None:
        return f"what stood below `{change.before.name}` when the brief was published is gone"
    return "this is not what was published"


def _difference(change: Change) -> tuple[str, ...]:
    before = change.before or PublishedSection("", "")
    after = change.after.said if change.after else PublishedSection("", "")
    notes = []
    if before.text != after.text:
        notes.append(f"the difference: {word_diff(before.text, after.text)}{_READ_IT_SO}")
    if before.kind != after.kind:
        notes.append(f"the boxes: [-{before.kind or 'none'}-] {{+{after.kind or 'none'}+}}")
    if before.line:
        notes.append(f"published: {project.PUBLISHED}:{before.line}")
    return tuple(notes)


def _place(change: Change, brief: ResolvedBrief) -> Span:
    """Where a change is told: in the brief itself, too, where the words come from a context box."""
    own = brief.brief.file
    if change.after is None:
        return own.whole_line(1)
    return change.after.span if change.after.span.file == own else own.whole_line(1)


def _line_of(span: Span, key: str) -> Span:
    for number in range(span.line, span.file.line_of(span.end) + 1):
        if span.file.line_text(number).startswith(f"{key}:"):
            return span.file.whole_line(number)
    return span.file.whole_line(1)


# ----------------------------------------------------------------------------------- what is not there


def _vanished(before: PublishedBrief, slug: str, briefs: Sequence[ResolvedBrief]) -> Diagnostic:
    draft = next((one for one in briefs if one.slug == slug and one.front.status is Status.DRAFT), None)
    address = pages.address_of(pages.brief_path(slug))
    record = f"published: {project.PUBLISHED}:{before.line}"
    if draft is not None:
        place, now = draft.brief.file.whole_line(1), "this brief was published, and is a draft now"
        hint = (
            "write `status: withdrawn` with an erratum of kind `retraction`: its address stays, and says why"
        )
    elif slug != before.slug:
        place, now = (
            briefs[0].brief.file.whole_line(1),
            f"`{slug}` is no earlier address of this brief any more",
        )
        hint = f"write `{slug}` into `aliases` again"
    else:
        place = TextFile(project.PUBLISHED, "").span(0, 0)
        now = f"the brief `{slug}` was published, and is not there any more"
        heir = _heir(before, briefs)
        hint = "bring it back; a wrong one gets `status: withdrawn`, a renamed one names this in `aliases`"
        if heir:
            hint = f"if it is {heir.brief.file.path} now, write `aliases: [{slug}]` there; else bring it back"
    return Diagnostic(
        rules.BRIEF_VANISHED, place, now, (f"{address} leads nowhere", record), hint, about=slug
    )


def _heir(before: PublishedBrief, briefs: Sequence[ResolvedBrief]) -> ResolvedBrief | None:
    """The brief that has most of what one had that is gone."""
    ranked: Mapping[str, tuple[float, ResolvedBrief]] = {
        brief.slug: (_shared(before, sections_of(brief)), brief) for brief in briefs
    }
    best = max(ranked.values(), key=lambda one: one[0], default=(0.0, None))
    return best[1] if best[0] * 2 > 1 else None


def _shared(before: PublishedBrief, sections: Sequence[Section]) -> float:
    said = "\n".join(one.text for one in before.sections)
    return likeness(said, "\n".join(one.said.text for one in sections))


# ------------------------------------------------------------------------------- what is still there


def _still_there(brief: ResolvedBrief) -> Iterator[Diagnostic]:
    sections = [one for one in sections_of(brief) if one.blocks]
    texts = {one.said.name: _folded(own_words(one), brief.front.lang) for one in sections}
    for erratum in brief.front.errata:
        was, now = (
            _folded(text, brief.front.lang).strip(" .,;:!?\"'") for text in (erratum.was, erratum.now)
        )
        meant = [texts[erratum.where]] if erratum.where in texts else list(texts.values())
        is_vague = erratum.where not in texts and len(was.split()) < _FEWEST_WORDS
        if (
            was
            and not is_vague
            and any(_holds(text.replace(now, "\n") if now else text, was) for text in meant)
        ):
            yield _stands(erratum)


def _says_why(brief: ResolvedBrief) -> bool:
    return any(erratum.kind is ErratumKind.RETRACTION for erratum in brief.front.errata)


def _without_reason(brief: ResolvedBrief) -> Diagnostic:
    return Diagnostic(
        rules.WITHDRAWN_WITHOUT_REASON,
        _line_of(brief.front.span, "status"),
        "this brief is withdrawn, and does not say why",
        hint="list an erratum of kind `retraction`: its `now` stands above the brief",
    )


def _stands(erratum: Erratum) -> Diagnostic:
    what = "withdrawn" if erratum.kind is ErratumKind.RETRACTION else "changed"
    return Diagnostic(
        rules.WAS_STILL_THERE,
        erratum.span,
        f"what this erratum says was {what} still stands in the text",
        (f"it was: {' '.join(erratum.was.split())}",),
        "change the text, too; if it tells readers what stood there, put these words into quotation marks",
    )


def _folded(text: str, language: str) -> str:
    return fold(" ".join(text.split()), language).text.strip()


def _holds(text: str, words: str) -> bool:
    """Whether a text has words, none of which is a part of a longer one."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (after.isalnum() and words[-1].isalnum()):
            return True
        at = text.find(words, at + 1)
    return False

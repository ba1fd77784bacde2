"""Whether those whose reports are examined were asked, and what they answered."""

from collections.abc import Iterator

from briefgen.bibliography.date_words import day_text
from briefgen.model.brief import Reply
from briefgen.model.layout import classes
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.escape import ended, escape_text
from briefgen.render.view import BriefView
from briefgen.render.works import outlet_of


def replies_part(brief: VerifiedBrief, view: BriefView) -> Iterator[str]:
    """A line for each one asked, or not asked; nothing where the author says nothing of it."""
    for reply in brief.front.replies:
        yield f"{_line(reply, brief, view)}\n{{ .{classes.REPLY} }}"


def _line(reply: Reply, brief: VerifiedBrief, view: BriefView) -> str:
    words = view.words.reader
    examined = brief.resolved.examined
    work = view.works.get(reply.work) or (view.works[examined[0]] if len(examined) == 1 else None)
    who = (outlet_of(work)[0] or work.title or work.key) if work else ""
    named = f"{who or reply.work}: " if who or reply.work else ""
    if not reply.asked:
        said = words.not_asked_because.format(why=reply.why_not) if reply.why_not else words.not_asked
    elif not reply.answered:
        said = words.asked_in_vain.format(asked=day_text(reply.asked, view.lang))
    else:
        days = {"asked": day_text(reply.asked, view.lang), "answered": day_text(reply.answered, view.lang)}
        said = words.asked_and_answered.format(**days)
        if reply.said:
            opening, closing = view.words.quotation_marks
            said = f"{said.removesuffix('.')}: {opening}{reply.said}{closing}"
    text = ended(escape_text(" ".join(f"{named}{said}".split()), line_start=True))
    return f'<span class="{classes.LABEL}">{words.reply}</span> {text}'

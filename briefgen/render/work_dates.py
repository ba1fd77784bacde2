"""The date by which a work stands among others."""

from briefgen.model.work import DateRange, PartialDate, Work


def first_date(work: Work) -> PartialDate | None:
    """The date of a work, of a range its beginning or else its end; None where there is none."""
    date = work.date
    return (date.start or date.end) if isinstance(date, DateRange) else date

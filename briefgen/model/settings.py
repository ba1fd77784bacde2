"""The settings of a site: the part of mkdocs.yml that briefgen reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CoverageLimits:
    """Beyond what there is a warning; None: never.

    Of each brief: how many paragraphs may have figures or dates and no citation, how many captured works may
    be cited and not quoted. Of each capture: how many words may be published, and how many per cent of it.
    """

    uncited_figures: int | None = None
    unquoted_captures: int | None = None
    excerpt_words: int | None = None
    excerpt_share: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """`site_*`, `directory_urls` and `language` are MkDocs' own; the rest stands under ``extra: briefgen:``.

    `site_url` ends in ``/`` or is empty: no absolute address is invented without it. With `directory_urls`
    the page of a brief is ``briefs/kursk/``, without it ``briefs/kursk.html``. `report_errors`
    is a mail address or an https address that takes reports of errors.
    """

    site_name: str = "Briefs"
    site_url: str = ""
    directory_urls: bool = True
    language: str = "en"
    authors: tuple[str, ...] = ()
    publisher: str = ""
    license: str = ""
    report_errors: str = ""
    limits: CoverageLimits = CoverageLimits()

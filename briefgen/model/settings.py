"""The settings of a site: the part of mkdocs.yml that briefgen reads."""

from dataclasses import dataclass, field

from briefgen.model.limits import USUAL, Limits, ReadingLimits
from briefgen.model.named import Reference
from briefgen.model.spoken import spoken_in
from briefgen.rules.rule import Severity


@dataclass(frozen=True, slots=True)
class CoverageLimits:
    """Beyond what there is a warning; None: never.

    Of each brief: how many paragraphs may have figures or dates and no citation, how many captured works may
    be cited and not quoted, how many sentences may cite and quote no words for it. Of each capture: how many
    words may be published, and how many per cent of it.
    """

    uncited_figures: int | None = None
    unquoted_captures: int | None = None
    unquoted_sentences: int | None = None
    excerpt_words: int | None = None
    excerpt_share: int | None = None


@dataclass(frozen=True, slots=True)
class CardColours:
    """The colours of social cards, as ``#rrggbb``; those of the theme, unless a site has others."""

    background: str = "#fbf9f4"
    ink: str = "#1c2326"
    accent: str = "#14424f"


@dataclass(frozen=True, slots=True)
class ReferenceStyle:
    """How works are named: in a `style` of CSL, or else as briefgen does; with the `notes` of their entries,
    with “ibid.” where the note before names the same work.

    A style is named as the package of styles names it, or by the path of a ``.csl`` file of the project.
    """

    notes: bool = False
    ibid: bool = False
    style: Reference | None = None


@dataclass(frozen=True, slots=True)
class FindingSetting:
    """How much the findings of a rule weigh, in a folder or everywhere; None switches them off."""

    code: str
    severity: Severity | None
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes or reads the briefs; `interests` are what readers should know of his or hers."""

    name: str
    role: str = ""
    interests: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a site says of itself: what it is, how it chooses what it examines, how to reach whoever
    publishes it, who they are by law, and who writes. `is_given`: it says something."""

    text: str = ""
    selection: str = ""
    contact: str = ""
    imprint: str = ""
    people: tuple[Person, ...] = ()
    is_given: bool = False

    def person(self, name: str) -> Person | None:
        """Whoever has this name; None for all that the site does not name."""
        return next((one for one in self.people if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Settings:
    """`site_*`, `directory_urls` and `language` are MkDocs' own; the rest stands under ``extra: briefgen:``.

    `site_url` ends in ``/`` or is empty: no absolute address is invented without it. With `directory_urls`
    the page of a brief is ``briefs/kursk/``, without it ``briefs/kursk.html``. `report_errors`
    is a mail address or an https address that takes reports of errors. `signing_key` is the
    file of a key, `spellings` are names that are one each. `trusted_roots` are files of certificates that
    time stamps are trusted up to. `has_address`: there is a `site_url`,
    if only MkDocs may know which; then there are social cards. `logo` is the theme's; `card_fonts` names
    files of the project. `sizes` are the limits of files. `names`: what the site is called in other
    languages, each with its tag.
    """

    findings: tuple[FindingSetting, ...] = ()
    site_name: str = "Briefs"
    site_url: str = ""
    directory_urls: bool = True
    has_address: bool = False
    logo: str = ""
    language: str = "en"
    authors: tuple[str, ...] = ()
    publisher: str = ""
    license: str = ""
    report_errors: str = ""
    signing_key: str = ""
    trusted_roots: tuple[Reference, ...] = ()
    about: About = About()
    names: tuple[tuple[str, str], ...] = ()
    spellings: tuple[tuple[str, ...], ...] = ()
    limits: CoverageLimits = CoverageLimits()
    reading: ReadingLimits = field(default_factory=ReadingLimits)
    card: CardColours = CardColours()
    card_fonts: tuple[Reference, ...] = ()
    sizes: Limits = USUAL
    references: ReferenceStyle = ReferenceStyle()

    @property
    def errors_to(self) -> str:
        """Where readers write when something is wrong: `report_errors`, or whoever takes all else."""
        return self.report_errors or self.about.contact

    def published_by(self, lang: str) -> str:
        """Who publishes the briefs; the site, if it does so itself, by its name in that language."""
        if self.publisher and self.publisher != self.site_name:
            return self.publisher
        return spoken_in(lang, self.names) or self.site_name

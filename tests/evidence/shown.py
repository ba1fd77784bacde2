"""What a reader sees beside each ✓ of a built site, and what was looked up: for the proof that they are one.

The seen words come from Chromium (`shown.js`), the looked-up ones are the text of the verified quotations.
They are compared by a fold of its own, not by that of `briefgen.matching`.
"""

import re
import shutil
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from playwright.sync_api import Browser, Page, ViewportSize

from briefgen.cli.main import main
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.markdown.walk import walk_blocks
from briefgen.model.address import work_address
from briefgen.model.brief import Status
from briefgen.model.page import Page as Written
from briefgen.model.quotation import QuotationForm
from briefgen.model.workspace import VerifiedBrief
from briefgen.pipeline import Run
from briefgen.render import render_site
from briefgen.site.build import build_site
from tests.browser import serve
from tests.evidence.projects import brief, errors, make_project
from tests.repository import ROOT

SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8")
SETTINGS = ROOT / "tests" / "torture" / "mkdocs.yml"
Media = Literal["screen", "print"]
MEDIA: tuple[Media, ...] = get_args(Media)

_SPACE = re.compile("[ \t\n\r\f]+")  # what HTML collapses: not the no-break space
_MARKS_AROUND = re.compile(
    r"(?s)(?:,,|''|``|<<|>>|[\"'\u00ab\u00bb\u2018-\u201f\u2039\u203a\u275b-\u275e\u300a-\u300f\u301d-\u301f\ufe41-\ufe44"
    r"\uff02\uff07\uff62\uff63`])\s*(.*?)\s*"
    r"(?:''|>>|<<|[\"'\u00ab\u00bb\u2018-\u201f\u2039\u203a\u275b-\u275e\u300a-\u300f\u301d-\u301f\ufe41-\ufe44"
    r"\uff02\uff07\uff62\uff63])"
)
_RAISED_LETTER = re.compile("[\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d6a\u2071\u207f\u2090-\u209c]")


@dataclass(frozen=True, slots=True)
class Seen:
    """Words that carry ✓ on a page: where the mark leads, and how they are set."""

    address: str
    form: Literal["inline", "block"]
    words: str

    @property
    def work(self) -> str:
        """The work the mark leads to, as its page is called."""
        found = re.search(r"sources/([^/#]+?)(?:/|\.md)#q\d*-", self.address)
        assert found, f"✓ leads to no passage: {self.address}"
        return found[1]

    @property
    def readings(self) -> frozenset[str]:
        """The words; for those in quotation marks also without the marks."""
        text = plain(self.words)
        inside = _MARKS_AROUND.fullmatch(text)
        if inside is None:
            return frozenset({text})
        return frozenset({inside[1]} if self.form == "inline" else {text, inside[1]})


def plain(words: str) -> str:
    """Words as HTML means them: spaces collapsed, NFC; a raised letter is that letter, no raised digit is."""
    text = _SPACE.sub(" ", unicodedata.normalize("NFC", words)).strip(" ")
    return _RAISED_LETTER.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def seen_on(page: Page) -> list[Seen]:
    """What carries ✓ on a page, in its order."""
    return [Seen(one["address"], one["form"], one["words"]) for one in page.evaluate(SCRIPT)]


@dataclass(frozen=True, slots=True)
class LookedUp:
    """Words that were found in a capture of a work, called as its page is.

    `repeats`: they come from a file of `sources/context/`, which a brief may include more than once.
    """

    work: str
    words: str
    repeats: bool


def looked_up(brief: VerifiedBrief) -> list[LookedUp]:
    """Everything that must carry ✓ on the page of a brief: what was found in a capture. Quoted locators stand
    in the notes, without ✓."""
    own = brief.resolved.brief.file.path
    return [
        LookedUp(work_address(check.key), found.quotation.text, found.quotation.span.path != own)
        for found in brief.quotations
        if found.quotation.form is not QuotationForm.LOCATOR
        and not found.quotation.span.text.startswith(":")  # a translation, which names its work instead
        for check in [check for check in found.checks if check.verdict is not None][:1]
    ]


def differences(seen: Iterable[Seen], expected: Iterable[LookedUp]) -> list[str]:
    """What is seen under ✓ and was not looked up, and what was found and carries no ✓: one to one."""
    left = list(expected)
    again: list[LookedUp] = []
    problems = []
    for one in seen:
        known = [each for each in left if each.work == one.work and plain(each.words) in one.readings]
        if known:
            left.remove(known[0])
            again += [known[0]] * known[0].repeats
        elif not any(each.work == one.work and plain(each.words) in one.readings for each in again):
            problems.append(f"{one.work}: shown under ✓, not looked up: {plain(one.words)!r}")
    problems += [f"{one.work}: looked up, carries no ✓: {plain(one.words)!r}" for one in left]
    return problems


@dataclass(frozen=True, slots=True)
class Compiled:
    """A project after the stages: its findings, and the pages of the briefs that may be published."""

    findings: tuple[Diagnostic, ...]
    briefs: Mapping[str, VerifiedBrief]
    pages: tuple[Written, ...]

    def errors_of(self, slug: str) -> list[Diagnostic]:
        """The errors in a brief's own file."""
        return errors([one for one in self.findings if one.span.path == f"sources/{slug}.md"])


def is_named(key: str, findings: Iterable[Diagnostic]) -> bool:
    """Whether one of the findings names a work."""
    return any(key in text for one in findings for text in (one.message, *one.notes, one.hint or ""))


def compiled(root: Path) -> Compiled:
    """Run the stages over a project; briefs with an error have no page."""
    run = Run(root)
    whole = replace(run.verified, briefs=_without(run.findings, run.verified.briefs))
    pages = run.take(render_site(whole, None))
    findings = run.findings
    briefs = {
        brief.slug: brief
        for brief in _without(findings, whole.briefs)
        if brief.front.status is not Status.DRAFT
    }
    return Compiled(tuple(findings), briefs, pages)


def _without(findings: Iterable[Diagnostic], briefs: Iterable[VerifiedBrief]) -> tuple[VerifiedBrief, ...]:
    """The briefs that have no error, neither in their own file nor in one they include."""
    faulty = {finding.span.path for finding in findings if finding.severity is Severity.ERROR}
    return tuple(
        brief
        for brief in briefs
        if not faulty & {block.span.path for block in walk_blocks(brief.resolved.blocks)}
        and brief.resolved.brief.file.path not in faulty
    )


def build_together(base: Path, projects: Mapping[str, Compiled]) -> Path:
    """One site of many projects, built by MkDocs in the new folder `base`: their pages with ✓, those of each
    project in a folder of its name. Returns the folder of the site."""
    make_project(base, {}, {"empty": brief("Nothing.")})
    shutil.copy(SETTINGS, base / "mkdocs.yml")
    assert main(["compile", "--root", str(base)]) == 0
    for name, project in projects.items():
        for page in project.pages:
            if ".found" in page.text:
                target = base / "docs" / name / page.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(page.text, "utf-8")
    return Path(build_site(base, "2025-05-08", strict=False))


def seen_in(
    chromium: Browser,
    site: Path,
    folders: Iterable[str],
    *,
    on: Iterable[Media] = ("screen",),
    scripts: bool = False,
) -> dict[tuple[str, Media], list[Seen]]:
    """What carries ✓ on the pages of some folders of a built site.

    `scripts`: whether the theme's own may run first; a page opens in half the time without them.
    """
    seen: dict[tuple[str, Media], list[Seen]] = {}
    window: ViewportSize = {"width": 1440, "height": 900}
    with (
        serve(site, headers={"Cache-Control": "max-age=600"}) as root,
        chromium.new_page(viewport=window, java_script_enabled=scripts, reduced_motion="reduce") as page,
    ):
        for folder in folders:
            page.goto(f"{root}{folder}/")
            for media in on:
                page.emulate_media(media=media)
                seen[folder, media] = seen_on(page)
    return seen

"""What there is to say on generated pages; each language says it in a file of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefgen.catalogue.about_words import AboutWords
from briefgen.catalogue.compared_words import ComparedWords
from briefgen.catalogue.event_words import EventWords
from briefgen.catalogue.reader_words import ReaderWords
from briefgen.catalogue.record_words import RecordWords
from briefgen.catalogue.theme_words import ThemeWords
from briefgen.model.box import BoxKind
from briefgen.model.brief import ErratumKind, Status
from briefgen.model.capture import UrlStatus
from briefgen.model.finding import FindingVerdict
from briefgen.model.work import WorkKind


@dataclass(frozen=True, slots=True)
class Words:
    """Every word and sentence on generated pages; ``{…}`` are filled in by the renderer."""

    language: str
    theme: ThemeWords
    reader: ReaderWords
    record: RecordWords
    about: AboutWords
    events: EventWords
    quotation_marks: tuple[str, str]
    status: dict[Status, str]
    corrected: str
    version: str
    updated: str
    reading_time: str
    read_in: str
    topics: str
    draft_notice: str
    withdrawn_notice: str
    erratum_notice: str
    erratum_link: str
    erratum_kind: dict[ErratumKind, str]
    as_of: str
    our_translation: str
    translation_of: str
    marked_at: str
    work_examined: str
    works_examined: str
    card_outlet: str
    card_title: str
    card_author: str
    card_date: str
    card_language: str
    card_obtained: str
    card_captured: str
    card_captured_when: str
    captured_unknown: str
    captured_since: str
    card_stamped: str
    card_hash: str
    card_link: str
    card_archive: str
    card_archive_link: str
    card_text: str
    text_by: dict[str, str]
    truncated: str
    only_abstract: str
    only_excerpt: str
    not_compared: str
    no_author: str
    url_status: dict[UrlStatus, str]
    link_missing_because: str
    link_missing: str
    details_of_work: str
    what_is_wrong: str
    what_is_right: str
    evidence: str
    verdict: str
    to_the_box: str
    no_intent: str
    footnotes: str
    quoted: str
    our_translation_of: str
    found_in_capture: str
    evidence_live: str
    evidence_archived: str
    evidence_page: str
    evidence_pages: str
    found_short: str
    not_checked_short: str
    quoted_so: str
    omission_not_judged: str
    compared: ComparedWords
    locators: dict[str, tuple[str, str]]
    sources: str
    sources_intro: str
    cited_at: str
    to_citation: str
    take_along: str
    copy: str
    copied: str
    captured: str
    not_captured: str
    passages_quoted: str
    passages_unchecked: str
    how_checked: str
    checked_all: tuple[str, str]
    checked_last: str
    checked_unchecked: str
    found_elsewhere: str
    checked_unbound: str
    checked_own: str
    checked_so: str
    checked_not_judged: str
    checked_none: str
    check_version: str
    verified_means: str
    more_on_method: str
    cite: str
    license: str
    report_error: str
    report_text: str
    report_link: str
    report_subject: str
    errata: str
    errata_none: str
    first_published: str
    was: str
    now: str
    passages: str
    passages_intro: str
    picture_of_passage: str
    no_passages: str
    passages_not_checked: str
    passages_not_checked_intro: str
    no_capture_because: str
    quoted_in: str
    quoted_in_note: str
    in_full_text: str
    cited_in: str
    not_shown: str
    full_text: str
    briefs: str
    briefs_intro: str
    no_briefs: str
    corrections: str
    corrections_intro: str
    no_corrections: str
    errata_title: str
    errata_intro: str
    no_errata: str
    errata_policy: str
    errata_policy_text: str
    method: str
    method_text: str
    corrections_count: tuple[str, str]
    findings_count: tuple[str, str]
    verdict_legend: str
    up: str
    """What the link to the list that a page is in is called for those who do not see it."""
    more_briefs: str
    earlier_brief: str
    later_brief: str
    brief_count: tuple[str, str]
    quotation_count: tuple[str, str]
    source_count: tuple[str, str]
    """How many there are: one, and any other number; ``{count}``."""
    newest_shown: str
    by_time: str
    topics_intro: str
    no_topics: str
    topic_intro: str
    all_topics: str
    filters: str
    filter_topic: str
    filter_language: str
    filter_year: str
    filter_status: str
    filter_capture: str
    filter_kind: str
    filter_any: str
    filter_order: str
    orders: dict[str, str]
    filter_count: str
    filter_none: str
    filter_reset: str
    jump: str
    work_kinds: dict[WorkKind, str]
    timeline: str
    timeline_intro: str
    no_dates: str
    undated: str
    timeline_brief: str
    timeline_examined: str
    chart_times: str
    chart_most: dict[str, str]
    """The key of each half of the timeline, by the unit of a column: ``month``, ``year``, ``decade``."""
    chart_decade: str
    chart_peak: str
    chart_earlier: str
    chart_left_out: str
    chart_checks: str
    state_found: str
    state_unchecked: str
    state_unbound: str
    """What became of quotations, said after their number: ``31 quotations found in our copies``."""
    checks_of_all: str

    @property
    def box_kind(self) -> Mapping[BoxKind, str]:
        """What each kind of box is called."""
        return _box_kinds(self.language)

    @property
    def verdicts(self) -> Mapping[FindingVerdict, str]:
        """What each verdict is called."""
        return _verdicts(self.language)

    @property
    def verdict_meanings(self) -> dict[FindingVerdict, str]:
        """What each verdict means."""
        return {verdict: verdict.means[self.language] for verdict in FindingVerdict}

    def for_theme(self) -> dict[str, str]:
        """The words for templates and scripts, by name: a verdict's is ``verdict_`` and its value,
        what it means ``means_`` and its value."""
        called = {f"verdict_{verdict}": word for verdict, word in self.verdicts.items()}
        means = {f"means_{verdict}": said for verdict, said in self.verdict_meanings.items()}
        return self.theme.by_name() | called | means


@cache
def _box_kinds(language: str) -> Mapping[BoxKind, str]:
    return {kind: kind.called[language] for kind in BoxKind}


@cache
def _verdicts(language: str) -> Mapping[FindingVerdict, str]:
    return {verdict: verdict.called[language] for verdict in FindingVerdict}

"""What the theme and its scripts say, on hand-written pages too; each language says it in its own file."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """Words of the page around the text. They reach templates and scripts by the names of these fields."""

    permalink: str
    back_to_text: str
    """The label of the arrow behind a footnote; ``{number}`` is the footnote's."""
    close: str
    footnote: str
    """The name of the panel a footnote opens in; ``{number}`` is the footnote's."""
    to_footnote: str
    to_verdicts: str
    """Where the meaning of a verdict leads on to."""
    place_copied: str
    """Of the sign behind a paragraph, when its address has been copied."""
    quiet: str
    """Of the switch that takes marks and notes out of sight."""
    to_dark: str
    """Of the button that turns a light page dark; ``to_light`` the other way round."""
    to_light: str
    menu: str
    """Of the button that opens the navigation on a narrow screen."""
    wide_table: str
    """Names a table that has to be moved sideways to be read."""
    not_found: str
    not_found_text: str
    not_found_search: str
    not_found_button: str
    not_found_pages: str
    about_site: str
    report_error: str
    feed_of_briefs: str
    feed_of_errata: str
    search: str
    search_hint: str
    search_keys_move: str
    search_keys_open: str
    search_keys_close: str
    search_keys_enter: str
    """What stands on the key."""
    search_loading: str
    search_one: str
    search_many: str
    search_more: str
    search_none: str
    """Nothing found; ``{query}`` is what was typed."""
    search_none_filtered: str
    search_drop: str
    search_similar: str
    """Of a result that has another word than the one typed; ``{words}`` is what it has."""
    search_partly: str
    """Of a result that has some of the words."""
    search_failed: str
    search_again: str
    search_filters: str
    search_remove: str
    """The label of an active filter, which takes it off; ``{filter}`` is its value."""
    search_any: str
    search_kind: str
    search_lang: str
    search_topic: str
    search_year: str
    search_verdict: str
    search_work: str
    search_citing: str
    search_kind_brief: str
    search_kind_footnotes: str
    search_kind_work: str
    search_kind_passages: str
    search_kind_page: str

    def by_name(self) -> dict[str, str]:
        """All words, as JSON can hold them."""
        return asdict(self)

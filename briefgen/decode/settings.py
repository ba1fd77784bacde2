"""The settings of a site, from the few keys of mkdocs.yml that are ours or that we share."""

from dataclasses import replace

from briefgen.decode.about import decode_about
from briefgen.decode.finding_settings import decode_finding_settings
from briefgen.decode.forms import colour, contact, count, flag, line, names, path, percent, size, web_address
from briefgen.decode.language_tag import language
from briefgen.decode.printed import check_printed
from briefgen.decode.reader import MappingReader, read_mapping
from briefgen.decode.site_names import site_names
from briefgen.diagnostics import Report
from briefgen.model.layout import project
from briefgen.model.limits import USUAL, Limit, Limits, ReadingLimits
from briefgen.model.settings import CardColours, CoverageLimits, ReferenceStyle, Settings
from briefgen.text import TextFile


def decode_settings(file: TextFile | None, report: Report) -> Settings:
    """The settings in mkdocs.yml; defaults for what it does not say, and for everything without a file.

    Only the keys read here are checked: the rest of the file is MkDocs' business, and a value that MkDocs
    alone can work out (``!ENV SITE_URL``) counts as not given.
    """
    settings = Settings()
    if file is None:
        return settings
    root = read_mapping(
        file.span(0, len(file.text)), project.SETTINGS, file.whole_line(1), report, foreign=True
    )
    if root is None:
        return settings
    check_printed(root.node, report)
    settings = replace(
        settings,
        site_name=root.value("site_name", line, settings.site_name),
        site_url=_with_slash(root.value("site_url", web_address, settings.site_url)),
        directory_urls=root.value("use_directory_urls", _is_on, settings.directory_urls),
        has_address=root.is_given("site_url"),
    )
    if theme := root.mapping("theme", or_text=True):
        theme.value("name", line, "")  # only MkDocs uses it; here a wrong one is told at its place
        settings = replace(
            settings,
            language=theme.value("language", language, settings.language),
            logo=theme.value("logo", line, ""),
        )
    extra = root.mapping("extra")
    if extra:
        extra.refuse_like("briefgen")
    ours = extra.mapping("briefgen") if extra else None
    if ours is None:
        return settings
    settings = replace(
        settings,
        authors=ours.values("authors", line),
        publisher=ours.value("publisher", line, ""),
        license=ours.value("license", line, ""),
        report_errors=ours.value("report_errors", contact, ""),
        about=decode_about(ours.mapping("about"), report),
        signing_key=ours.value("signing_key", line, ""),
        trusted_roots=ours.references("trusted_roots", path),
        spellings=ours.values("names", names),
        limits=_limits(ours.mapping("coverage")),
        reading=_reading(ours.mapping("reading")),
        card=_card(ours.mapping("card")),
        card_fonts=ours.references("card_fonts", path),
        sizes=_sizes(ours.mapping("limits")),
        references=_references(ours.mapping("references")),
    )
    settings = replace(settings, findings=decode_finding_settings(ours, report))
    settings = replace(settings, names=site_names(ours, root))
    # These the theme reads for itself.
    ours.value("preload_font", flag, None)
    ours.value("touch_icon", path, None)
    if browser := ours.mapping("theme_color"):
        browser.value("light", colour, None)
        browser.value("dark", colour, None)
        browser.finish()
    ours.finish()
    return settings


def decode_limits(file: TextFile | None) -> Limits:
    """The limits of files that mkdocs.yml says, before anything else of it is read."""
    return decode_settings(file, lambda _: None).sizes


def decode_style(file: TextFile | None) -> str:
    """The path of the style of references that mkdocs.yml names as a file of the project, or nothing."""
    style = decode_settings(file, lambda _: None).references.style
    return style.name if style and style.name.endswith(".csl") else ""


def _sizes(sizes: MappingReader | None) -> Limits:
    if sizes is None:
        return USUAL
    said = {
        limit.name: Limit(limit.name, sizes.value(limit.name, size, limit.bytes)) for limit in USUAL.all()
    }
    sizes.finish()
    return Limits(**said)


def _card(card: MappingReader | None) -> CardColours:
    if card is None:
        return CardColours()
    plain = CardColours()
    colours = CardColours(
        background=card.value("background", colour, plain.background),
        ink=card.value("ink", colour, plain.ink),
        accent=card.value("accent", colour, plain.accent),
    )
    card.finish()
    return colours


def _reading(reading: MappingReader | None) -> ReadingLimits:
    if reading is None:
        return ReadingLimits()
    usual = ReadingLimits()
    limits = ReadingLimits(
        seconds=reading.value("seconds", count, usual.seconds),
        memory=reading.value("memory", count, usual.memory),
        unpacked=reading.value("unpacked", count, usual.unpacked),
        text=reading.value("text", count, usual.text),
    )
    reading.finish()
    return limits


def _references(references: MappingReader | None) -> ReferenceStyle:
    if references is None:
        return ReferenceStyle()
    style = ReferenceStyle(
        notes=references.value("notes", flag, False),
        ibid=references.value("ibid", flag, False),
        style=references.reference("style"),
    )
    references.finish()
    return style


def _limits(coverage: MappingReader | None) -> CoverageLimits:
    if coverage is None:
        return CoverageLimits()
    limits = CoverageLimits(
        uncited_figures=coverage.value("uncited_figures", count, None),
        unquoted_captures=coverage.value("unquoted_captures", count, None),
        unquoted_sentences=coverage.value("unquoted_sentences", count, None),
        excerpt_words=coverage.value("excerpt_words", count, None),
        excerpt_share=coverage.value("excerpt_share", percent, None),
    )
    coverage.finish()
    return limits


def _with_slash(address: str) -> str:
    return address if not address or address.endswith("/") else f"{address}/"


def _is_on(written: str) -> bool:
    # What MkDocs takes for false: YAML 1.1 has more words for it than briefgen's own files.
    return written.casefold() not in {"false", "no", "off"}

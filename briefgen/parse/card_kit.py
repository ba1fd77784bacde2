"""What social cards are made with, from the files that were loaded for them."""

import unicodedata

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.brief import Reference
from briefgen.model.capture import Blob
from briefgen.model.card import CardKit, Font
from briefgen.model.project import ProjectFiles
from briefgen.model.settings import Settings
from briefgen.typefaces import NotAFontError, read_font


def card_kit(files: ProjectFiles, settings: Settings, report: Report) -> CardKit | None:
    """Our fonts, then those the settings name, without any that is missing or broken, which is reported."""
    if not files.fonts:
        return None
    blobs = {blob.path: blob for blob in files.fonts}
    named = [(name, blobs.pop(unicodedata.normalize("NFC", name.name), None)) for name in settings.card_fonts]
    fonts = [read_font(blob) for blob in blobs.values()]
    fonts += [font for name, blob in named if (font := _named_font(name, blob, report))]
    return CardKit(tuple(fonts), files.mark)


def _named_font(name: Reference, blob: Blob | None, report: Report) -> Font | None:
    if blob is None:
        wrong, hint = "is not there", "the path starts at the project's root, as in `fonts/NotoSansKR.ttf`"
    else:
        try:
            return read_font(blob)
        except NotAFontError as error:
            wrong, hint = str(error), "name a .ttf, .otf or .ttc file, or take this one out"
    message = f"the font `{name.name}` {wrong}"
    report(Diagnostic(rules.CARD_FONT_UNUSABLE, name.span, message, hint=hint))
    return None

"""What social cards are made with, from the files that were loaded for them."""

import unicodedata

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report, Told
from briefgen.model.capture import Blob
from briefgen.model.card import CardKit, CardParts, Font
from briefgen.model.named import Reference
from briefgen.model.settings import Settings
from briefgen.typefaces import NotAFontError, read_font


def make_card_kit(parts: CardParts, settings: Settings) -> Told[CardKit | None]:
    """Our fonts, then those the settings name, without any that is missing or broken, which is told.

    None where no cards are drawn.
    """
    if not parts.fonts:
        return Told(None)
    findings: list[Diagnostic] = []
    blobs = {blob.path: blob for blob in parts.fonts}
    named = [(name, blobs.pop(unicodedata.normalize("NFC", name.name), None)) for name in settings.card_fonts]
    fonts = [read_font(blob) for blob in blobs.values()]
    fonts += [font for name, blob in named if (font := _named_font(name, blob, findings.append))]
    return Told(CardKit(tuple(fonts), parts.mark), tuple(findings))


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

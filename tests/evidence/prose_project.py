"""Projects made of whole pages of ordinary prose, quoted as a careful person would quote them.

Each text of tests/data/prose is a capture and has a brief. A paragraph with speech or quoted words stands in
it as a quotation: as a block quote, alone or with its neighbours, or inline with its own marks turned into
nested ones; a paragraph without any is the author's own prose, followed now and then by a sentence of the
text in quotation marks. What is quoted is right by how it was made: whole paragraphs and whole sentences.

Where a sentence ends is decided here by a splitter of its own that would rather find none: only marks
behind a word of four small letters, before a capital. The choice of forms is seeded, so a project is always
the same.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

DATA = Path(__file__).parents[1] / "data"
DECLARED = ("nl", "pl")
"""Languages whose pages are those of the Declaration."""

OUTER = {
    **dict.fromkeys(("en", "nl"), ("“", "”")),
    **dict.fromkeys(("de", "cs"), ("„", "“")),
    **dict.fromkeys(("pl", "ro"), ("„", "”")),
    **dict.fromkeys(("ru", "es", "it", "pt", "ar"), ("«", "»")),
    "fr": ("« ", " »"),
    "zh": ("「", "」"),
}
OTHER = {
    "de": (("»", "«"), ('"', '"'), ("„", "”")),
    "en": (('"', '"'), ("‘", "’")),
    "fr": (("“", "”"), ('"', '"'), ("«", "»")),
    "nl": (("„", "”"), ("‘", "’"), ('"', '"')),
    "ru": (("„", "“"), ('"', '"')),
    "es": (("“", "”"), ('"', '"')),
    "it": (("“", "”"), ('"', '"')),
    "pl": (("»", "«"), ('"', '"')),
    "pt": (("“", "”"), ('"', '"')),
    "cs": (("»", "«"), ('"', '"')),
    "ro": (("«", "»"), ('"', '"')),
    "ar": (("“", "”"), ('"', '"')),
    "zh": (("“", "”"), ("『", "』")),
}
"""Marks that people type as well, or for want of others."""
INNER = {
    **dict.fromkeys(("en", "nl"), ("‘", "’")),
    **dict.fromkeys(("de", "cs"), ("‚", "‘")),
    **dict.fromkeys(("pl", "ro"), ("«", "»")),
    **dict.fromkeys(("fr", "es", "it", "pt", "ar"), ("“", "”")),
    "ru": ("„", "“"),
    "zh": ("『", "』"),
}
LEADS = {
    "ar": "جاء في النص:",
    "cs": "Jedna věta zní:",
    "de": "Ein Satz lautet:",
    "en": "One sentence reads:",
    "es": "Una frase dice:",
    "fr": "Une phrase dit :",
    "it": "Una frase dice:",
    "nl": "Eén zin luidt:",
    "pl": "Jedno zdanie brzmi:",
    "pt": "Uma frase diz:",
    "ro": "O propoziție spune:",
    "ru": "Одна фраза гласит:",
    "zh": "文中寫道：",
}
WRITES = {
    "ar": "يكتب:",
    "cs": "píše:",
    "de": "schreibt:",
    "en": "writes:",
    "es": "escribe:",
    "fr": "écrit :",
    "it": "scrive:",
    "nl": "schrijft:",
    "pl": "pisze:",
    "pt": "escreve:",
    "ro": "scrie:",
    "ru": "пишет:",
    "zh": "寫道：",
}
TOLD = {
    "ar": "هكذا ورد في النص",
    "cs": "Tak to stojí v textu",
    "de": "So steht es im Text",
    "en": "So the text has it",
    "es": "Así consta en el texto",
    "fr": "C’est ce que dit le texte",
    "it": "Così sta nel testo",
    "nl": "Zo staat het in de tekst",
    "pl": "Tak stoi w tekście",
    "pt": "Assim está no texto",
    "ro": "Așa stă în text",
    "ru": "Так стоит в тексте",
    "zh": "文中如此記載",
}
NAMED = {
    "ar": "يرد فيه اسم",
    "cs": "Padne jméno",
    "de": "Genannt wird",
    "en": "It names",
    "es": "Se nombra",
    "fr": "On y nomme",
    "it": "Vi si nomina",
    "nl": "Genoemd wordt",
    "pl": "Pada nazwa",
    "pt": "Nomeia-se",
    "ro": "Apare numele",
    "ru": "Названо имя",
    "zh": "文中提到",
}
NAMES = {
    "ar/hayy": ("خط الاستواء",),
    "cs/krakatit": ("Prokop", "Jirka Tomeš", "Karlína"),
    "de/modern": ("Altenrode", "SV Harrbrück", "17. Juni 2022"),
    "de/werther": ("Leonore", "Den 17. Mai", "Lotte"),
    "en/alice": ("March Hare", "the Hatter", "Dormouse"),
    "en/modern": ("Marlow Town", "Harrow Bridge", "17 June 2022"),
    "en/pride": ("Netherfield Park", "Mr. Bennet", "Sir William"),
    "es/modern": ("Valdemora CF", "Puente Haro"),
    "es/trafalgar": ("Doña Francisca", "Marcial", "Real Carlos"),
    "fr/bovary": ("Monsieur Roger", "Charles", "madame Dubuc"),
    "fr/chasse-galerie": ("Liza Guimbette", "père Batissette"),
    "fr/modern": ("US Valmure", "Pont-Harmel"),
    "it/modern": ("Valmora", "17 giugno 2022"),
    "it/zeno": ("Giuseppe", "2 Febbraio 1886", "Trieste"),
    "nl/modern": ("VV Duinrode", "17 juni 2022"),
    "pl/modern": ("Jasny Bór", "17 czerwca 2022"),
    "pt/casmurro": ("Engenho Novo", "José Dias", "tio Cosme"),
    "ro/harap-alb": ("Verde-împărat",),
    "ru/dead-souls": ("Павел Иванович", "Маниловка", "Чичиков"),
    "ru/modern": ("Ясный Бор", "ООО «Кран и дочери»"),
    "zh/nahan": ("孔乙己", "金心異"),
}
"""Names that stand in the texts; a name of up to three words is quoted as it is."""

DENIALS = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|nor|neither|without|hardly|nicht|nichts|nie|niemals|niemand|kein\w*"
    r"|kaum|ohne|ne|n|pas|jamais|rien|aucune?|sans|point|personne|не|ни|нет|нельзя|никто|ничего|никогда|без|едва"
    r"|ningun[oa]?|ningún|nada|nadie|nunca|jamás|sin|ni|tampoco|non|né|niente|nulla|nessun[oa]?|mai|senza|nie"
    r"|nic|nikt|bez|żad\w*|ani|niet|geen|nooit|niemand|niets|noch|zonder|nem|não|nenhum\w*|ninguém|sem|nu|n-\w+"
    r"|nici|nimic\w*|nimeni|fără|ne\w*)\b|n[’']t\b|[不沒没未無非莫]|\b(?:لا|لم|لن|ليس\w*|ما|غير|دون)\b",
    re.IGNORECASE,
)
"""What an omission must not swallow; more than need be, so that a swallowed sentence is a harmless one."""

_PAIRS = re.compile(r"“[^“”„]*”|„[^“”„]*[“”]|«[^«»]*»|»[^«»]*«|「[^「」]*」|(?<!\d)\"[^\"]*(?<!\d)\"")
_MARK = re.compile(r"[“”„«»「」『』‚‹›]|(?<!\d)\"|(?:^|(?<=[\s(—–-]))['‘](?!\d|s\b|t\b|n\b|em\b|twas\b)")
_DASH = re.compile(r"^[–—-]")
_ENDS = {
    "zh": re.compile(r"(?<=[。！？])(?=[\u4e00-\u9fff])"),
    "ar": re.compile(r"(?<=\w{3}[.؟]) (?=[\u0621-\u064a])"),
}
_END = re.compile(r"(?<=[^\W\d_A-ZА-Я]{4}[.!?]) (?=[^\W\d_])(?=[A-ZА-ЯÀ-ÖØ-ÞŚŻŁČŘŠŽÎȘȚĂ])")
_MARKUP = re.compile(r"[\\`*_{}\[\]#@|~^$]")


@dataclass(frozen=True, slots=True)
class Text:
    """A text's language, its name, and its paragraphs in their order."""

    language: str
    name: str
    paragraphs: tuple[str, ...]

    @property
    def key(self) -> str:
        return f"{self.language}{self.name.replace('-', '')}"

    @property
    def capture(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"


@cache
def texts() -> tuple[Text, ...]:
    """All texts, by language and name."""
    found = []
    for path in sorted((DATA / "prose").glob("*/*.txt")):
        paragraphs = path.read_text("utf-8").strip().split("\n\n")
        found.append(Text(path.parent.name, path.stem, tuple(paragraphs)))
    for language in DECLARED:
        lines = (DATA / "declaration" / f"{language}.txt").read_text("utf-8").splitlines()
        found.append(Text(language, "declaration", tuple(lines)))
    return tuple(sorted(found, key=lambda text: (text.language, text.name)))


@dataclass(frozen=True, slots=True)
class Brief:
    """The Markdown of a brief, how many quotations it holds, and how many paragraphs it is made from."""

    text: str
    quotations: int
    paragraphs: int


def brief_of(text: Text) -> Brief:
    """The brief that quotes a text, paragraph by paragraph."""
    choose = Random(f"prose {text.language} {text.name}")
    blocks: list[str] = []
    for start in range(0, len(text.paragraphs), 10):
        blocks += _page(text, text.paragraphs[start : start + 10], choose)
    for name in NAMES.get(f"{text.language}/{text.name}", ()):
        assert name in text.capture, name
        blocks.append(f"{NAMED[text.language]} {_quoted(name, text.language)} [@{text.key}].")
    made = "\n\n".join(blocks)
    return Brief(made, made.count(f"@{text.key}"), len(text.paragraphs))


def _page(text: Text, page: tuple[str, ...], choose: Random) -> list[str]:
    blocks: list[str] = []
    together: list[str] = []
    for paragraph in page:
        made = _single(text, paragraph, choose)
        if made is None:
            together.append(paragraph)
            continue
        blocks += _block_quotes(text, together, choose)
        blocks += made
        together = []
    return blocks + _block_quotes(text, together, choose)


def _single(text: Text, paragraph: str, choose: Random) -> list[str] | None:
    """What a paragraph becomes by itself; None where it is to stand in a block quote."""
    if not _speaks(paragraph):
        return _narrated(text, paragraph, choose)
    if text.name == "modern" and (own := _in_own_marks(paragraph)):
        return [own]
    if (inline := _nested(paragraph, text.language)) and choose.random() < 0.3:
        return [f"{LEADS[text.language]} {inline} [@{text.key}]."]
    return None


def _speaks(paragraph: str) -> bool:
    """Whether somebody speaks or is quoted: a mark, or a dash at the beginning."""
    return bool(_DASH.match(paragraph) or _MARK.search(paragraph))


def _block_quotes(text: Text, paragraphs: list[str], choose: Random) -> list[str]:
    """Block quotes with their citation: one for all of neighbouring paragraphs, or one for each."""
    groups = [paragraphs] if paragraphs and choose.random() < 0.5 else [[one] for one in paragraphs]
    made = []
    for group in groups:
        lines = "\n>\n".join(f"> {_escaped(one)}" for one in group)
        made.append(lines + choose.choice((" ", "\n> ", "\n>\n> ")) + f"[@{text.key}]")
    return made


def _narrated(text: Text, paragraph: str, choose: Random) -> list[str]:
    """The paragraph as the author's own prose, and maybe a quotation of whole sentences of it behind."""
    made = [_escaped(paragraph)]
    form = choose.random()
    sentences = _sentences(paragraph, text.language)
    lead, cited = LEADS[text.language], f"[@{text.key}]"
    plain = [one for one in sentences if 25 <= len(one) <= 300 or text.language == "zh"]
    if form < 0.4 and plain:
        quoted = choose.choice(plain)
        made.append(f"{lead} {_typed(_escaped(quoted), text.language, choose)} {cited}.")
    elif form < 0.6 and (gap := _harmless_gap(sentences)):
        space = "" if text.language == "zh" else " "
        quoted = f"{_escaped(gap[0])}{space}[…]{space}{_escaped(gap[1])}"
        made.append(
            f"> {quoted} {cited}"
            if choose.random() < 0.5
            else f"{lead} {_typed(quoted, text.language, choose)} {cited}."
        )
    elif form < 0.7 and plain:
        quoted = choose.choice(plain)
        made.append(f"@{text.key} {WRITES[text.language]} {_typed(_escaped(quoted), text.language, choose)}")
    elif form < 0.8 and plain and '"' not in (quoted := choose.choice(plain)):
        located = _escaped(quoted).replace(";", "\\;")
        made.append(f'{TOLD[text.language]} [@{text.key}, "{located}"].')
    elif form < 0.9 and sentences:
        made.append(f"> {_escaped(paragraph)} {cited}")
    return made


def _harmless_gap(sentences: list[str]) -> tuple[str, str] | None:
    """Two whole sentences with a sentence between them that denies nothing."""
    for first, between, last in zip(sentences, sentences[1:], sentences[2:], strict=False):
        if not DENIALS.search(between):
            return first, last
    return None


def _sentences(paragraph: str, language: str) -> list[str]:
    """The sentences of a paragraph that surely begin and end where they are taken to."""
    sentences = _ENDS.get(language, _END).split(paragraph)
    return [one for one in sentences if one[-1:] in ".!?。！？؟" and one[:1].isalpha()]


def _nested(paragraph: str, language: str) -> str | None:
    """The paragraph within quotation marks, its own marks as nested ones; None where these do not pair."""
    first, last = INNER[language]
    if not 20 <= len(paragraph) <= 400 or re.search(r"(?<!\w)['‘‚]|['’](?!\w)|[‹›『』]|\d\"", paragraph):
        return None
    inner = _PAIRS.sub(lambda found: f"{first}{found[0][1:-1].strip()}{last}", paragraph)
    if inner == paragraph or _MARK.search(inner.replace(first, "").replace(last, "")):
        return None
    if not re.search(rf"[.!?…。！？]{re.escape(last)}?$|{re.escape(last)}[.!?]$", inner):
        return None
    return _quoted(_escaped(inner), language)


def _typed(words: str, language: str, choose: Random) -> str:
    """Words without any mark in marks of some habit of the language."""
    if _MARK.search(words) or '"' in words or choose.random() < 0.6:
        return _quoted(words, language)
    first, last = choose.choice(OTHER[language])
    return f"{first}{words}{last}"


def _quoted(words: str, language: str) -> str:
    first, last = OUTER[language]
    if language == "ru":
        words = words.replace("«", "„").replace("»", "“")
    return f"{first}{words}{last}"


def _in_own_marks(paragraph: str) -> str | None:
    """The paragraph as own prose whose few words in marks are said to be the author's own."""
    found = _PAIRS.findall(paragraph)
    rest = _PAIRS.sub("", paragraph)
    if not found or _speaks(rest) or any(len(one.split()) > 4 for one in found):
        return None
    return (
        _escaped(_PAIRS.sub(lambda one: f"\0{one[0]}\1", paragraph))
        .replace("\0", "[")
        .replace("\1", "]{.own}")
    )


def _escaped(text: str) -> str:
    """The text with backslashes before what Markdown would read as its own."""
    text = _MARKUP.sub(r"\\\g<0>", text)
    text = re.sub(r"^([–—-]+)", lambda dash: f"\\{dash[0]}" if dash[0][0] == "-" else dash[0], text)
    return re.sub(r"^(\w+)([.)])(?= |$)", r"\1\\\2", text)

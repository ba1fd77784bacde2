"""Facts by construction: how a source writes one, how a brief may write the same, how a slip would.

The sources are real prose (tests/data/prose) with sentences that state facts between its paragraphs. Each
fact has numbers, dates and names of its own, drawn by a seed: nothing here asks briefgen how they are
written.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

UNSAID = "does not mention"
"""The slip of a sentence that says in prose what its source does not mention."""

PROSE = Path(__file__).parents[1] / "data" / "prose"

TEXTS = {
    "en": "pride",
    "de": "werther",
    "fr": "bovary",
    "es": "trafalgar",
    "it": "zeno",
    "pt": "casmurro",
    "ru": "dead-souls",
    "cs": "krakatit",
}
COMMA = frozenset("de fr es it pt ru cs".split())
GROUP = {
    "en": ",",
    "de": ".",
    "fr": "\u202f",
    "es": ".",
    "it": ".",
    "pt": ".",
    "ru": "\u00a0",
    "cs": "\u00a0",
}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
}
DATE = {
    "en": "{d} {m} {y}",
    "de": "{d}. {m} {y}",
    "fr": "{d} {m} {y}",
    "es": "{d} de {m} de {y}",
    "it": "{d} {m} {y}",
    "pt": "{d} de {m} de {y}",
    "ru": "{d} {m} {y} года",
    "cs": "{d}. {m} {y}",
}
TENS = {
    "en": {20: "twenty", 30: "thirty", 40: "forty", 60: "sixty", 70: "seventy", 90: "ninety"},
    "de": {20: "zwanzig", 30: "dreißig", 40: "vierzig", 60: "sechzig", 70: "siebzig", 90: "neunzig"},
    "fr": {
        20: "vingt",
        30: "trente",
        40: "quarante",
        60: "soixante",
        70: "soixante-dix",
        90: "quatre-vingt-dix",
    },
    "es": {20: "veinte", 30: "treinta", 40: "cuarenta", 60: "sesenta", 70: "setenta", 90: "noventa"},
    "it": {20: "venti", 30: "trenta", 40: "quaranta", 60: "sessanta", 70: "settanta", 90: "novanta"},
    "pt": {20: "vinte", 30: "trinta", 40: "quarenta", 60: "sessenta", 70: "setenta", 90: "noventa"},
    "ru": {20: "двадцать", 30: "тридцать", 40: "сорок", 60: "шестьдесят", 70: "семьдесят", 90: "девяносто"},
    "cs": {20: "dvacet", 30: "třicet", 40: "čtyřicet", 60: "šedesát", 70: "sedmdesát", 90: "devadesát"},
}
UNITS = {
    "en": ("km", "kilometres", "miles", "tonnes", "hectares"),
    "de": ("km", "Kilometer", "Meilen", "Tonnen", "Hektar"),
    "fr": ("km", "kilomètres", "milles", "tonnes", "hectares"),
    "es": ("km", "kilómetros", "millas", "toneladas", "hectáreas"),
    "it": ("km", "chilometri", "miglia", "tonnellate", "ettari"),
    "pt": ("km", "quilômetros", "milhas", "toneladas", "hectares"),
    "ru": ("км", "километров", "миль", "тонн", "гектаров"),
    "cs": ("km", "kilometrů", "mil", "tun", "hektarů"),
}
"""The sign of a unit, its word, and others that a slip would put in its place."""
MONEY = {
    "en": ("{} million euros", "€{}m", "{} million dollars", "{} billion euros"),
    "de": ("{} Millionen Euro", "{} Mio. €", "{} Millionen Dollar", "{} Milliarden Euro"),
    "fr": ("{} millions d’euros", "{} millions €", "{} millions de dollars", "{} milliards d’euros"),
    "es": ("{} millones de euros", "{} millones de €", "{} millones de dólares", "{} billones de euros"),
    "it": ("{} milioni di euro", "{} milioni di €", "{} milioni di dollari", "{} miliardi di euro"),
    "pt": ("{} milhões de euros", "{} milhões de €", "{} milhões de dólares", "{} bilhões de euros"),
    "ru": ("{} миллиона евро", "{} млн евро", "{} млн долларов", "{} млрд евро"),
    "cs": ("{} milionu eur", "{} mil. €", "{} milionu dolarů", "{} miliardy eur"),
}
PERCENT = {
    "en": "per cent", "de": "Prozent", "fr": "pour cent", "es": "por ciento", "it": "per cento",
    "pt": "por cento", "ru": "процентов", "cs": "procent",
}  # fmt: skip
MINUS = {"en": "minus", "de": "minus", "fr": "moins", "es": "menos", "it": "meno", "pt": "menos",
         "ru": "минус", "cs": "minus"}  # fmt: skip
NAMES = {
    "en": (("Ada Quill", "Quill"), ("Boris Tarn", "Tarn"), ("Clara Wexford", "Wexford")),
    "de": (("Ada Quellmann", "Quellmann"), ("Boris Tarnow", "Tarnow"), ("Clara Wexmann", "Wexmann")),
    "fr": (("Ada Quilleron", "Quilleron"), ("Boris Tarnac", "Tarnac"), ("Claire Vexier", "Vexier")),
    "es": (("Ada Quirón", "Quirón"), ("Borja Tarnal", "Tarnal"), ("Clara Vexos", "Vexos")),
    "it": (("Ada Quiroli", "Quiroli"), ("Boris Tarnelli", "Tarnelli"), ("Clara Vessari", "Vessari")),
    "pt": (("Ada Quirino", "Quirino"), ("Bóris Tarnão", "Tarnão"), ("Clara Vexeira", "Vexeira")),
    "ru": (("Аду Квилову", "Ады Квиловой"), ("Бориса Тарнова", "Борису Тарнову"),
           ("Клару Вексину", "Клары Вексиной")),
    "cs": (("Adu Kvilovou", "Ady Kvilové"), ("Borise Tarnova", "Borisi Tarnovovi"),
           ("Kláru Vexinovou", "Kláry Vexinové")),
}  # fmt: skip
"""How a source has a name, and how a brief has it: shorter, or in another case."""
OTHER_NAMES = {
    "en": "Doris Hample", "de": "Doris Hampel", "fr": "Doris Hamplier", "es": "Doris Hamplos",
    "it": "Doris Hampelli", "pt": "Dóris Hamplão", "ru": "Дорису Хамплову", "cs": "Dorise Hamplová",
}  # fmt: skip

SAYS = {
    "en": "The {k}th bridge is named in the text with {}.",
    "de": "Über die {k}. Brücke steht im Text: {}.",
    "fr": "Du pont, le texte retient ceci : {}.",
    "es": "Del puente, el texto dice esto: {}.",
    "it": "Del ponte il testo dice questo: {}.",
    "pt": "Da ponte, o texto diz isto: {}.",
    "ru": "О мосте в тексте сказано: {}.",
    "cs": "O mostu text uvádí: {}.",
}
BRIEF = {
    "en": "According to the source it was {} in all [@{key}].",
    "de": "Der Quelle zufolge waren es insgesamt {} [@{key}].",
    "fr": "Selon la source, ce fut en tout {} [@{key}].",
    "es": "Según la fuente fueron en total {} [@{key}].",
    "it": "Secondo la fonte furono in tutto {} [@{key}].",
    "pt": "Segundo a fonte, foram ao todo {} [@{key}].",
    "ru": "По данным источника, всего это было {} [@{key}].",
    "cs": "Podle zdroje to bylo celkem {} [@{key}].",
}


SILENT = {
    "en": "The source does not mention it [@{key}, no “{}”].",
    "de": "Die Quelle erwähnt es nicht [@{key}, kein „{}“].",
    "fr": "La source n’en parle pas [@{key}, aucun «\u00a0{}\u00a0»].",
    "es": "La fuente no lo menciona [@{key}, ninguna «{}»].",
    "it": "La fonte non ne parla [@{key}, nessun «{}»].",
    "pt": "A fonte não o menciona [@{key}, no «{}»].",
    "ru": "Источник об этом молчит [@{key}, нет «{}»].",
    "cs": "Zdroj o tom mlčí [@{key}, no „{}“].",
}
UNMENTIONED = {
    "en": ("The source does not mention {}", "The harbour board’s report says nothing about the {}",
           "There is no mention of {} in the text", "@{key} never mentions {}"),
    "de": ("Die Quelle erwähnt {} nicht", "Im Bericht des Hafenamts wird {} nicht erwähnt",
           "Das Dokument schweigt zu {}", "@{key} erwähnt {} mit keinem Wort"),
    "fr": ("La source ne mentionne pas le {}", "Le rapport du port ne dit rien de {}",
           "Le texte ne parle pas du {}", "@{key} ne mentionne pas {}"),
    "es": ("La fuente no menciona el {}", "El informe del puerto no habla de {}",
           "El texto no dice nada sobre {}", "@{key} no menciona {}"),
    "it": ("La fonte non menziona il {}", "Il rapporto del porto non parla di {}",
           "Il testo tace su {}", "@{key} non menziona {}"),
    "pt": ("A fonte não menciona o {}", "O relatório do porto não fala de {}",
           "O texto nada diz sobre {}", "@{key} não menciona {}"),
    "ru": ("Источник не упоминает {}", "В отчёте порта не упоминается {}",
           "В тексте нет упоминаний о {}", "@{key} не упоминает {}"),
    "cs": ("Zdroj nezmiňuje {}", "Zpráva přístavu se nezmiňuje o {}", "V textu není zmínka o {}",
           "@{key} nezmiňuje {}"),
}  # fmt: skip
"""Whole sentences of plain prose that say what a source does not mention."""
INVENTED = ("zyxquill", "brontvarg", "quombrix", "wolmquast", "xandrelp", "jyfhund", "grelvox")


@dataclass(frozen=True, slots=True)
class Fact:
    """How a source states something, how a brief may, and how a brief with a slip does; `slip` names it."""

    source: str
    right: str
    wrong: str
    slip: str


def prose(language: str) -> str:
    """The first pages of the real text."""
    text = (PROSE / language / f"{TEXTS[language]}.txt").read_text("utf-8")
    return "\n\n".join(text.split("\n\n")[:60])


def figure(value: int, language: str) -> str:
    """A whole number with its groups."""
    return f"{value:,}".replace(",", GROUP[language])


def decimal(whole: int, tenth: int, language: str) -> str:
    """A number with one decimal."""
    return f"{whole}{',' if language in COMMA else '.'}{tenth}"


def _counted(random: Random, language: str) -> Fact:
    value = random.randrange(1000, 99999)
    place = random.randrange(len(str(value)))
    digits = list(str(value))
    digits[place] = str((int(digits[place]) + random.randrange(1, 9)) % 10 or 1)
    wrong = int("".join(digits))
    if wrong == value:
        wrong += 1
    return Fact(figure(value, language), str(value), figure(wrong, language), "digit")


def _worded(random: Random, language: str) -> Fact:
    value, word = random.choice(sorted(TENS[language].items()))
    unit = UNITS[language][1]
    return Fact(
        f"{word} {unit}", f"{value} {UNITS[language][0]}", f"{value + 5} {UNITS[language][0]}", "digit"
    )


def _measured(random: Random, language: str) -> Fact:
    sign, word, *others = UNITS[language]
    value = random.randrange(101, 999)
    return Fact(f"{value} {word}", f"{value} {sign}", f"{value} {random.choice(others)}", "unit")


def _paid(random: Random, language: str) -> Fact:
    text = decimal(random.randrange(2, 90), random.randrange(1, 9), language)
    source, right, dollars, billions = MONEY[language]
    slip, wrong = random.choice((("unit", dollars), ("magnitude", billions)))
    return Fact(source.format(text), right.format(text), wrong.format(text), slip)


def _larger(random: Random, language: str) -> Fact:
    value = random.randrange(1001, 9999)
    return Fact(figure(value, language), figure(value, language), figure(value * 10, language), "magnitude")


def _share(random: Random, language: str) -> Fact:
    text = decimal(random.randrange(13, 90), random.randrange(1, 9), language)
    other = decimal(random.randrange(91, 99), random.randrange(1, 9), language)
    return Fact(f"{text} {PERCENT[language]}", f"{text} %", f"{other} %", "digit")


def _cold(random: Random, language: str) -> Fact:
    value = decimal(random.randrange(13, 60), random.randrange(1, 9), language)
    return Fact(f"{MINUS[language]} {value} °C", f"−{value} °C", f"+{value} °C", "sign")


def _dated(random: Random, language: str) -> Fact:
    day, month, year = random.randrange(1, 28), random.randrange(12), random.randrange(1701, 1799)
    name = MONTHS[language].split()
    written = DATE[language].format(d=day, m=name[month], y=year)
    numbered = written if language == "en" else f"{day}.{month + 1}.{year}"
    way = random.randrange(3)
    wrong = DATE[language].format(
        d=day + 1 if way == 0 else day,
        m=name[(month + 5) % 12] if way == 1 else name[month],
        y=year + 100 if way == 2 else year,
    )
    return Fact(written, random.choice((written, numbered)), wrong, "date")


def _named(random: Random, language: str) -> Fact:
    source, right = random.choice(NAMES[language])
    if " " not in right and language == "de":
        right = source
    return Fact(source, right, OTHER_NAMES[language], "name")


def _absent(random: Random, language: str) -> Fact:
    """Words that the text does not have, and one that it has, in another form where that is easily told."""
    text = prose(language)
    words = sorted({word for word in re.findall(r"[^\W\d_]{8,}", text) if word.islower()})
    there = random.choice(words)
    form = there[:-1] if len(there) > 9 else there.capitalize()
    return Fact("", f"{random.choice(INVENTED)}{random.choice(('a', 'o', 'u'))}", form, "absent")


def _unmentioned(random: Random, language: str) -> Fact:
    """The same in plain prose, with no word in the citation."""
    fact = _absent(random, language)
    return Fact("", fact.right, fact.wrong, UNSAID)


KINDS: tuple[Callable[[Random, str], Fact], ...] = (
    _counted, _worded, _measured, _paid, _larger, _share, _cold, _dated, _named, _absent,
    _unmentioned,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a brief with its citation; `slip` says what is wrong in it, empty for nothing."""

    text: str
    slip: str


def made(language: str, count: int, seed: int) -> tuple[str, list[Sentence]]:
    """A source of real prose with facts in it, and sentences that cite it, every second one with a slip."""
    random = Random(f"{language} {seed}")
    paragraphs = prose(language).split("\n\n")
    facts = [KINDS[number % len(KINDS)](random, language) for number in range(count)]
    for number, fact in enumerate(facts):
        place = random.randrange(len(paragraphs) + 1)
        if not fact.source:
            continue
        paragraphs.insert(place, SAYS[language].format(fact.source, k=number % 9 + 4))
    return "\n\n".join(paragraphs) + "\n", list(_sentences(facts, language))


def _sentences(facts: list[Fact], language: str) -> Iterator[Sentence]:
    for number, fact in enumerate(facts):
        wrong = sum(divmod(number, len(KINDS))) % 2 == 0
        said = fact.wrong if wrong else fact.right
        template = (SILENT if fact.slip == "absent" else BRIEF)[language]
        if fact.slip == UNSAID:
            template = UNMENTIONED[language][number // len(KINDS) % len(UNMENTIONED[language])]
            template += "." if template.startswith("@") else " [@{key}]."
        text = template.format(said, key=language)
        yield Sentence(text, fact.slip if wrong else "")

"""How texts in many languages write numbers and dates, and that they are read as what they say."""

from decimal import Decimal

import pytest

from briefgen.stated.reading import read_stated
from briefgen.stated.words import words_of

FIGURES = [
    ("en", "four and a half", []),
    ("en", "4.2 million euros", [("4200000", "€")]),
    ("en", "US$3.5bn and £5m", [("3500000000", "$"), ("5000000", "£")]),
    ("en", "five thousand two hundred men", [("5200", "")]),
    ("en", "5 to 7 per cent", [("5", "%"), ("7", "%")]),
    ("en", "12,000 acres, 1.5 km", [("12000", "ac"), ("1.5", "km")]),
    ("de", "1.250 Euro und 1,5 Mio. Euro", [("1250", "€"), ("1500000", "€")]),
    ("de", "zweihundertfünfundzwanzig Meter", [("225", "m")]),
    ("de", "5 Tsd. Leute", [("5000", "")]),
    ("de", "3 Prozentpunkte, 3 Prozent", [("3", "w:prozen"), ("3", "%")]),
    ("fr", "deux millions d’euros, quatre-vingt-dix-neuf ans", [("2000000", "€"), ("99", "yr")]),
    ("fr", "28\u202f500 km", [("28500", "km")]),
    ("es", "3,5 millones de euros", [("3500000", "€")]),
    ("it", "ventuno chilometri", [("21", "km")]),
    ("nl", "vijfentwintig procent", [("25", "%")]),
    ("da", "femoghalvtreds meter", [("55", "m")]),
    ("fi", "kaksikymmentäviisi kilometriä", [("25", "km")]),
    ("pl", "pięć tysięcy złotych, 20 proc.", [("5000", "zł"), ("20", "%")]),
    ("ru", "пять тысяч тонн и 1,5 млн рублей", [("5000", "t"), ("1500000", "₽")]),
    ("ru", "двадцатью процентами", [("20", "%")]),
    ("uk", "двадцять п’ять гектарів", [("25", "ha")]),
    ("tr", "yüzde 20 ve beş bin lira", [("20", "%"), ("5000", "₺")]),
    ("ja", "1億2000万円", [("120000000", "¥")]),
    ("zh", "1.5亿元和百分之二十", [("150000000", "元"), ("20", "%")]),
    ("ar", "خمسة وعشرون ألف جندي", [("25000", "")]),
    ("ar", "٥ ملايين يورو", [("5000000", "€")]),
    ("hi", "पच्चीस किलोमीटर", [("25", "km")]),
    ("vi", "hai mươi lăm kilômét", [("25", "km")]),
]
DAYS = [
    ("en", "17 June 2025; June 3rd, 2024; 2024-05-13", [(2025, 6, 17), (2024, 6, 3), (2024, 5, 13)]),
    ("en", "3–5 May 2024", [(2024, 5, 3), (2024, 5, 5)]),
    ("en", "in June 2025", [(2025, 6, 0)]),
    ("en", "It may 5 times", []),
    ("de", "am 17. Juni 2025 und am 3.5.2024", [(2025, 6, 17), (2024, 5, 3)]),
    ("fr", "le 1er juin 2025", [(2025, 6, 1)]),
    ("es", "el 17 de junio de 2025", [(2025, 6, 17)]),
    ("ru", "17 июня 2025 года, в июне 2025 года", [(2025, 6, 17), (2025, 6, 0)]),
    ("cs", "17. června 2025", [(2025, 6, 17)]),
    ("hu", "2025. június 17-én", [(2025, 6, 17)]),
    ("fi", "17. kesäkuuta 2025", [(2025, 6, 17)]),
    ("tr", "17 Haziran 2025’te", [(2025, 6, 17)]),
    ("ja", "2025年6月17日", [(2025, 6, 17)]),
    ("ko", "2025년 6월 17일", [(2025, 6, 17)]),
    ("vi", "ngày 17 tháng 6 năm 2025", [(2025, 6, 17)]),
    ("ar", "١٧ يونيو ٢٠٢٥", [(2025, 6, 17)]),
]
CLOCKS = [
    ("en", "from 6:15 to 11.45 p.m., and at 10 a.m.", [(6, 15), (11, 45), (10, 0)]),
    ("de", "um 18.30 Uhr, um 6 Uhr, 18:30:05", [(18, 30), (6, 0), (18, 30)]),
    ("fr", "à 18h30 et 18 h 30", [(18, 30), (18, 30)]),
    ("en", "6.15 points, 24 hours, 310.15 m", []),
]
CARDINALS = {
    "en": ("thirteen", "twenty-five", "one hundred and forty", "nine thousand nine hundred ninety-nine"),
    "de": ("dreizehn", "fünfundzwanzig", "hundertvierzig", "neuntausendneunhundertneunundneunzig"),
    "fr": ("treize", "vingt-cinq", "cent quarante", "neuf mille neuf cent quatre-vingt-dix-neuf"),
    "es": ("trece", "veinticinco", "ciento cuarenta", "nueve mil novecientos noventa y nueve"),
    "it": ("tredici", "venticinque", "centoquaranta", "novemilanovecentonovantanove"),
    "pt": ("treze", "vinte e cinco", "cento e quarenta", "nove mil novecentos e noventa e nove"),
    "ro": ("treisprezece", "douăzeci și cinci", "o sută patruzeci", "nouă mii nouă sute nouăzeci și nouă"),
    "sv": ("tretton", "tjugofem", "etthundrafyrtio", "niotusenniohundranittionio"),
    "no": ("tretten", "tjuefem", "ett hundre og førti", "ni tusen ni hundre og nittini"),
    "el": ("δεκατρία", "είκοσι πέντε", "εκατόν σαράντα", "εννέα χιλιάδες εννιακόσια ενενήντα εννέα"),
    "hu": ("tizenhárom", "huszonöt", "száznegyven", "kilencezerkilencszázkilencvenkilenc"),
    "ru": ("тринадцать", "двадцать пять", "сто сорок", "девять тысяч девятьсот девяносто девять"),
    "sr": ("trinaest", "двадесет пет", "sto četrdeset", "devet hiljada devetsto devedeset devet"),
    "he": ("שלוש עשרה", "עשרים וחמש", "מאה ארבעים", "תשעת אלפים תשע מאות תשעים ותשע"),
    "th": ("สิบสาม", "ยี่สิบห้า", "หนึ่งร้อยสี่สิบ", "เก้าพันเก้าร้อยเก้าสิบเก้า"),
    "ko": ("십삼", "이십오", "백사십", "구천구백구십구"),
}
VALUES = (13, 25, 140, 9999)


@pytest.mark.parametrize(("language", "text", "figures"), FIGURES)
def test_numbers(language: str, text: str, figures: list[tuple[str, str]]) -> None:
    read = [one for one in read_stated(text, language).figures if not one.idle or len(figures) == 1]
    read += [one for one in read_stated(text, language).figures if one.idle and language == "zh"]
    found = {(value, one.unit) for one in read for value in one.values}
    assert {(Decimal(value), unit) for value, unit in figures} <= found
    assert figures or not found


@pytest.mark.parametrize(("language", "text", "days"), DAYS)
def test_dates(language: str, text: str, days: list[tuple[int, int, int]]) -> None:
    read = read_stated(text, language).days
    assert [next(iter(one.options)) for one in read if len(one.options) == 1] == days


@pytest.mark.parametrize("language", CARDINALS)
def test_numbers_in_words(language: str) -> None:
    for text, value in zip(CARDINALS[language], VALUES, strict=True):
        found = {value for one in read_stated(text, language).figures for value in one.values}
        assert Decimal(value) in found, text


@pytest.mark.parametrize(("language", "text", "times"), CLOCKS)
def test_times_of_day(language: str, text: str, times: list[tuple[int, int]]) -> None:
    assert [(one.hour, one.minute) for one in read_stated(text, language).clocks] == times


@pytest.mark.parametrize("language", ["de", "sr", "pt-BR", "zh-Hant", "no", "xx"])
def test_a_language_has_words_for_months_units_and_magnitudes(language: str) -> None:
    words = words_of(language)
    assert words.magnitudes.match("億" if language.startswith("zh") else " mil") or language in ("de", "no")
    assert words.units.match("%")

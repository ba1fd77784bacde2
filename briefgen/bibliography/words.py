"""The words of a printed reference, in English and German."""

from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of one language; ``{}`` stands for what a word goes with.

    `quotes` holds the outer opening and closing mark and the inner ones, `accessed` the words for a day, a
    month and a year, `ordinals` the endings of 1, 2, 3 and the rest. `types` and `states` are keyed by entry
    types and by BibLaTeX's names for kinds and states.
    """

    months: tuple[str, ...]
    day: str
    quotes: tuple[str, str, str, str]
    conjunction: str
    et_al: str
    editor: str
    editors: str
    edited_by: str
    translated_by: str
    within: str
    volume: str
    number: str
    page: str
    pages: str
    edition: str
    ordinals: tuple[str, ...]
    version: str
    circa: str
    probably: str
    since: str
    until: str
    accessed: tuple[str, str, str]
    in_language: str
    types: Mapping[str, str]
    states: Mapping[str, str]


def _months(locale: str) -> tuple[str, ...]:
    names = Locale(locale).months["format"]["wide"]
    return tuple(str(names[number]) for number in range(1, 13))


_ENGLISH = Words(
    months=_months("en"),
    day="{}",
    quotes=("“", "”", "‘", "’"),
    conjunction="and",
    et_al="et al.",
    editor="{} (ed.)",
    editors="{} (eds.)",
    edited_by="ed. by {}",
    translated_by="trans. by {}",
    within="in ",
    volume="vol. {}",
    number="no. {}",
    page="p. {}",
    pages="pp. {}",
    edition="{} edition",
    ordinals=("st", "nd", "rd", "th"),
    version="version {}",
    circa="c. {}",
    probably="probably {}",
    since="since {}",
    until="until {}",
    accessed=("accessed {}", "accessed {}", "accessed {}"),
    in_language="in {}",
    types={
        "phdthesis": "PhD thesis",
        "mastersthesis": "master’s thesis",
        "mathesis": "master’s thesis",
        "bathesis": "bachelor’s thesis",
        "candthesis": "candidate thesis",
        "thesis": "thesis",
        "techreport": "technical report",
        "resreport": "research report",
        "patent": "patent",
        "dataset": "dataset",
        "data": "dataset",
        "software": "software",
        "code": "software",
        "datacd": "data CD",
        "audiocd": "audio CD",
        "video": "video",
        "audio": "audio recording",
        "movie": "film",
        "music": "music recording",
        "performance": "performance",
        "image": "image",
        "artwork": "work of art",
    },
    states={
        "inpreparation": "in preparation",
        "submitted": "submitted",
        "forthcoming": "forthcoming",
        "inpress": "in press",
        "prepublished": "published ahead of print",
    },
)

_GERMAN = Words(
    months=_months("de"),
    day="{}.",
    quotes=("„", "“", "‚", "‘"),
    conjunction="und",
    et_al="u. a.",
    editor="{} (Hrsg.)",
    editors="{} (Hrsg.)",
    edited_by="hrsg. von {}",
    translated_by="übers. von {}",
    within="in: ",
    volume="Bd. {}",
    number="Nr. {}",
    page="S. {}",
    pages="S. {}",
    edition="{} Auflage",
    ordinals=(".", ".", ".", "."),
    version="Version {}",
    circa="um {}",
    probably="vermutlich {}",
    since="seit {}",
    until="bis {}",
    accessed=("abgerufen am {}", "abgerufen im {}", "abgerufen {}"),
    in_language="auf {}",
    types={
        "phdthesis": "Dissertation",
        "mastersthesis": "Masterarbeit",
        "mathesis": "Masterarbeit",
        "bathesis": "Bachelorarbeit",
        "candthesis": "Kandidatenarbeit",
        "thesis": "Hochschulschrift",
        "techreport": "Technischer Bericht",
        "resreport": "Forschungsbericht",
        "patent": "Patent",
        "dataset": "Datensatz",
        "data": "Datensatz",
        "software": "Software",
        "code": "Software",
        "datacd": "Daten-CD",
        "audiocd": "Audio-CD",
        "video": "Video",
        "audio": "Tonaufnahme",
        "movie": "Film",
        "music": "Musikaufnahme",
        "performance": "Aufführung",
        "image": "Bild",
        "artwork": "Kunstwerk",
    },
    states={
        "inpreparation": "in Vorbereitung",
        "submitted": "eingereicht",
        "forthcoming": "erscheint demnächst",
        "inpress": "im Druck",
        "prepublished": "vorab veröffentlicht",
    },
)


def words_for(lang: str) -> Words:
    """The vocabulary for a BCP 47 language: German, and English for every other."""
    return _GERMAN if lang.lower().split("-")[0] == "de" else _ENGLISH


def ordinal(number: int, words: Words) -> str:
    """``2nd``, ``11th``, ``2.``: a number as an edition counts it."""
    last = 4 if number // 10 % 10 == 1 else number % 10
    return f"{number}{words.ordinals[last - 1 if 1 <= last <= 3 else 3]}"

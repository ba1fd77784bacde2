"""Languages as bibliographies name them, and their BCP 47 tags; the names come from CLDR, through Babel."""

import re
from functools import cache, lru_cache

from briefgen.bibliography.wording import reference_words_for
from briefgen.cldr import Locale, get_global
from briefgen.languages import all_reference_words, primary_tag

# What TeX's babel and polyglossia, and speakers, call languages where CLDR's names do not help.
_TEX_NAMES = {
    "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "australian": "en-AU", "canadian": "en-CA", "newzealand": "en-NZ", "ngerman": "de", "germanb": "de",
    "austrian": "de-AT", "naustrian": "de-AT", "swissgerman": "de-CH", "nswissgerman": "de-CH",
    "brazilian": "pt-BR", "brazil": "pt-BR", "portuges": "pt", "francais": "fr", "frenchb": "fr",
    "acadian": "fr-CA", "canadien": "fr-CA", "magyar": "hu", "norsk": "nb", "nynorsk": "nn", "bahasa": "id",
    "bahasam": "ms", "farsi": "fa", "polutonikogreek": "el", "mexican": "es-MX", "spanishmx": "es-MX",
    "serbianc": "sr-Cyrl", "pinyin": "zh-Latn", "greek": "el", "français": "fr", "español": "es",
    "italiano": "it", "polski": "pl", "português": "pt", "русский": "ru", "українська": "uk", "한국어": "ko",
    "中文": "zh", "日本語": "ja", "العربية": "ar", "slovene": "sl", "lsorbian": "dsb", "usorbian": "hsb",
    "engl": "en", "engl.": "en", "dt": "de", "dt.": "de", "frz.": "fr", "franz.": "fr", "russ.": "ru",
    "latein": "la", "latinum": "la", "scottish": "gd", "kurmanji": "ku", "flemish": "nl-BE",
}  # fmt: skip
_TAG = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)")


@cache
def _tags() -> dict[str, str]:
    """Lower-case names of languages, as the languages of references and TeX have them, with their tags."""
    names: dict[str, str] = {}
    for words in all_reference_words():
        for tag, name in Locale(words.language).languages.items():
            names.setdefault(name.lower(), tag.replace("_", "-"))
    return names | _TEX_NAMES


@lru_cache(maxsize=256)
def language_tag(name: str) -> str:
    """The BCP 47 tag for what people call one language (``ngerman``, ``Russisch``, ``pt_BR``), or empty."""
    first = " ".join(name.split()).lower()
    known = _tags()
    if tag := known.get(first) or known.get(first.removeprefix("lang")):
        return tag
    if not (found := _TAG.fullmatch(first)):
        return ""
    primary = get_global("language_aliases").get(found[1], found[1])
    if primary not in Locale("en").languages:
        return ""
    return "-".join([primary, *(_cased(part) for part in re.split(r"[-_]", found[2]) if part)])


@lru_cache(maxsize=256)
def language_tags(names: str) -> tuple[str, ...]:
    """The tags of one or several languages; none where one of the names is not known.

    They are joined by *and*, a comma, a semicolon or a slash, or (as codes of libraries are) by spaces.
    """
    if tag := language_tag(names):
        return (tag,)
    for apart in (split_languages(names), names.split()):
        tags = tuple(language_tag(name) for name in apart)
        if all(tags):
            return tuple(dict.fromkeys(tags))
    return ()


def split_languages(names: str) -> tuple[str, ...]:
    """The names of languages that are joined by *and*, a comma, a semicolon or a slash; at least one."""
    return tuple(name.strip() for name in _joint().split(names.strip()))


@cache
def _joint() -> re.Pattern[str]:
    joints = "|".join(re.escape(words.conjunction) for words in all_reference_words())
    return re.compile(rf"\s+(?:{joints})\s+|[,;/]")


def language_name(tag: str, lang: str) -> str:
    """What the language of `tag` is called in `lang`, else in English; the tag where it has no name."""
    names = Locale(reference_words_for(lang).language).languages
    return str(names.get(primary_tag(tag)) or tag)


def _cased(subtag: str) -> str:
    """A script or region subtag in the case BCP 47 recommends."""
    return {2: subtag.upper(), 4: subtag.capitalize()}.get(len(subtag), subtag)

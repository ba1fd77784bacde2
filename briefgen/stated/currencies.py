"""Currencies by their signs, their codes and their names; several have one name, which says no country."""

import re

from babel.numbers import get_currency_name

from briefgen.cldr import Locale

MARKS = {
    "US$": "$", "A$": "$", "C$": "$", "$": "$", "€": "€", "£": "£", "¥": "¥", "元": "元", "円": "¥",
    "₽": "₽", "₴": "₴", "₺": "₺", "₹": "₹", "₩": "₩", "₪": "₪", "฿": "฿", "zł": "zł",
}  # fmt: skip
CODES = {
    "EUR": "€", "USD": "$", "CAD": "$", "AUD": "$", "GBP": "£", "JPY": "¥", "CNY": "元", "RUB": "₽",
    "UAH": "₴", "TRY": "₺", "INR": "₹", "KRW": "₩", "ILS": "₪", "THB": "฿", "PLN": "zł", "CHF": "fr",
    "SEK": "kr", "NOK": "kr", "DKK": "kr", "CZK": "kr",
}  # fmt: skip
_ALIKE = (
    ("USD", "CAD"), ("GBP", "EGP"), ("RUB", "BYN"), ("CHF", "XOF"), ("SEK", "NOK"), ("SEK", "ISK"),
    ("INR", "PKR"), ("KRW", "KPW"),
)  # fmt: skip
"""Currencies that have one name in most languages: what their names have in common."""
_ALONE = ("EUR", "JPY", "CNY", "UAH", "PLN", "ILS", "THB", "TRY")
COUNTS = (0, 1, 2, 3, 5, 11, 100)
"""Numbers that have all forms of a noun behind them, in one language or another."""
_SHORTEST = 3


def names_of_currencies(locale: Locale) -> dict[str, str]:
    """The names of currencies in small letters, without their countries, and the sign of each."""
    found: dict[str, str] = {}
    for code in _ALONE:
        for name in _names(locale, code):
            found.setdefault(name, CODES[code])
    for code, other in _ALIKE:
        for one in _names(locale, code):
            common = max((_common(one, two) for two in _names(locale, other)), key=len, default="")
            if len(common) >= _SHORTEST or (common and not common.isascii() and len(common) > 1):
                found.setdefault(common, CODES[code])
    return found


def _names(locale: Locale, code: str) -> list[str]:
    counted = (get_currency_name(code, count, locale) for count in (*COUNTS, None))
    return [name.lower() for name in dict.fromkeys(counted)]


def _common(one: str, two: str) -> str:
    """The longest stretch of letters that two names have in common."""
    best = ""
    for start in range(len(one)):
        end = start + len(best) + 1
        while end <= len(one) and one[start:end] in two:
            best, end = one[start:end], end + 1
    words = re.findall(r"[^\W\d_]+", best)
    return max(words, key=len, default="")

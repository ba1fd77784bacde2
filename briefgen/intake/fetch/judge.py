"""Whether what a server sent is the page that was asked for: walls look like pages to a program."""

import re
from urllib.parse import urlsplit

from briefgen.intake.fetch.exchange import Exchange, Fetched
from briefgen.model.document_facts import DocumentFacts

_SHORT = 1500
_EMPTY = 300
"""Characters of text below which a page is judged by what else it says."""
_HOME = re.compile(r"/?(?:[a-z]{2}(?:[-_][A-Za-z]{2})?/?)?(?:index\.\w+|home/?)?")
_DOORS = frozenset(
    """login log-in signin sign-in sign_in sso auth authenticate oauth anmelden anmeldung einloggen connexion
    se-connecter acceder iniciar-sesion logowanie accedi inloggen""".split()
)
_CONSENT = frozenset(
    """consent cookie-consent cookieconsent cookiewall cookie-wall gdpr privacy-gate privacywall pur-abo
    collectconsent""".split()
)
_ASKS_CONSENT = re.compile(
    r"\b(?:accept (?:all )?cookies|we (?:and our partners )?(?:use|value) (?:cookies|your privacy)"
    r"|alle akzeptieren|cookies (?:akzeptieren|zustimmen)|zustimmen und weiter|tout accepter"
    r"|accepter (?:les )?cookies|aceptar (?:todas las )?cookies|accetta (?:tutti i )?cookie"
    r"|alle cookies accepteren|zaakceptuj (?:wszystkie )?(?:pliki )?cookies)\b",
    re.IGNORECASE,
)
_SAYS_MISSING = re.compile(
    r"\b(?:404|403|410|500|502|503)\b|\bnot found\b|\bnicht gefunden\b|\bintrouvable\b|\bno encontrad[oa]\b"
    r"|\bnon trovat[oa]\b|\bnie znaleziono\b|\bне найден[ао]?\b|\baccess denied\b|\bforbidden\b"
    r"|\bjust a moment\b|\bare you (?:a )?(?:human|robot)\b|\bcaptcha\b|\battention required\b",
    re.IGNORECASE,
)
BY_HAND = "If it is, save the page in your browser, and capture that file"


def why_not_the_page(fetched: Fetched, text: str, facts: DocumentFacts) -> str:
    """What a page is instead of the one that was asked for, in words that go on after its address.

    Empty where nothing says so. `text` is what was read of it.
    """
    page = fetched.page
    asked, got = urlsplit(fetched.asked), urlsplit(page.address)
    new = _parts(page.address) - _parts(fetched.asked)
    if new & _CONSENT:
        return f"leads to a page that asks for consent: {page.address}"
    if new & _DOORS:
        return f"leads to a log-in: {page.address}"
    if not _HOME.fullmatch(asked.path) and _HOME.fullmatch(got.path) and not got.query:
        return f"leads to a home page: {page.address}"
    words = " ".join(text.split())
    if len(words) < _SHORT and _is_html(page):
        return _why_short(words, facts)
    return ""


def _why_short(words: str, facts: DocumentFacts) -> str:
    if facts.asks_password:
        return "is answered by little but a log-in"
    if _ASKS_CONSENT.search(words):
        return "is answered by little but a question for consent"
    if _SAYS_MISSING.search(facts.title):
        return f"is answered by a page with the title “{facts.title}”"
    if len(words) < _EMPTY and facts.has_scripts:
        return "shows next to nothing without scripts, which are not run"
    return ""


def _is_html(page: Exchange) -> bool:
    return "html" in page.header("content-type").lower()


def _parts(address: str) -> set[str]:
    """The words of an address: labels of its host, segments of its path."""
    found = urlsplit(address)
    host = (found.hostname or "").split(".")
    return {word.lower() for word in (*host, *found.path.split("/")) if word}

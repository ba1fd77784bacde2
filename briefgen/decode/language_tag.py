"""Languages: the form of a BCP 47 tag."""

import re

from briefgen import rules
from briefgen.decode.forms import Flaw, shown

# RFC 5646, section 2.1, without grandfathered tags, private tags and the reserved four letters and more.
_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3})"
    r"(?P<script>-[A-Za-z]{4})?"
    r"(?P<region>-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
    r"(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?)"
)


def language(written: str) -> str | Flaw:
    """A BCP 47 tag in its usual letter case: ``de``, ``en-GB``, ``zh-Hant-TW``."""
    if match := _TAG.fullmatch(written):
        return _in_usual_case(match)
    meant = _TAG.fullmatch(written.replace("_", "-"))
    return Flaw(
        rules.NOT_A_LANGUAGE,
        f"is not a language tag: {shown(written)}",
        ("expected BCP 47, as in `de`, `en-GB` or `zh-Hant-TW`",),
        f"write `{_in_usual_case(meant)}`" if meant else None,
    )


def _in_usual_case(match: re.Match[str]) -> str:
    script = (match["script"] or "").title()
    return match["language"].lower() + script + (match["region"] or "").upper() + match["rest"].lower()

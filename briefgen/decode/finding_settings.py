"""What the settings say of the severity of rules: ``extra.briefgen.findings``."""

from collections.abc import Iterator

from briefgen import rules
from briefgen.decode.forms import Flaw, line, path
from briefgen.decode.reader import MappingReader
from briefgen.diagnostics import Diagnostic, Report, Severity
from briefgen.model.settings import FindingSetting
from briefgen.rules.rule import Rule
from briefgen.suggest import suggest
from briefgen.text import has_words

_OFF = "off"
_RULES = {name: rule for rule in rules.RULES for name in (rule.name, rule.code)}


def decode_finding_settings(ours: MappingReader, report: Report) -> tuple[FindingSetting, ...]:
    """The severities that a project gives to rules; what cannot be used is told, and left out."""
    return tuple(_settings(ours, report))


def _settings(ours: MappingReader, report: Report) -> Iterator[FindingSetting]:
    for one in ours.mappings("findings"):
        rule = one.required("rule", _rule)
        severity = one.required("severity", _severity)
        folder = one.value("in", path, "")
        reason = one.required("reason", line)
        one.finish()
        if rule is None or severity is None or reason is None:
            continue
        wanted = None if severity == _OFF else Severity(severity)
        if rule.severity is Severity.ERROR and wanted is not Severity.ERROR:
            message = f"`{rule.name}` is an error, and stays one"
            report(Diagnostic(rules.SEVERITY_REFUSED, one.place("severity"), message))
        elif not has_words(reason):
            report(Diagnostic(rules.SEVERITY_REFUSED, one.place("reason"), "this says no reason"))
        else:
            yield FindingSetting(rule.code, wanted, folder)


def _rule(written: str) -> Rule | Flaw:
    if written in _RULES:
        return _RULES[written]
    near = suggest(written, [rule.name for rule in rules.RULES])
    return Flaw(
        rules.UNKNOWN_CHOICE, f"names no rule: `{written}`", (), f"did you mean `{near}`?" if near else None
    )


def _severity(written: str) -> str | Flaw:
    possible = (*(one.value for one in Severity), _OFF)
    if written in possible:
        return written
    return Flaw(rules.UNKNOWN_CHOICE, f"cannot be `{written}`", (f"expected one of {', '.join(possible)}",))

"""`briefgen help`."""

import argparse
import re

from briefgen.cli._arguments import Options
from briefgen.failure import CannotRunError
from briefgen.terminal.speak import CLEAN, write_document

PLACE = 250
SUMMARY = "show a page of the manual, or what a command is told"

_FOLDER = "manual"
_ENDING = ".md"
_RULES = "rules/"
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_ORDER = (
    "tutorial",
    "howto/quoting",
    "howto/changing",
    "howto/newsroom",
    "howto/pages",
    "howto/moving",
    "setup",
    "authoring",
    "references",
    "captures",
    "verification",
    "publishing",
)
"""The pages in the order in which people need them; all others follow by name."""


class _Options(Options):
    topic: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the topic."""
    parser.add_argument(
        "topic", nargs="?", metavar="TOPIC", help="a page, a command or a rule (default: list the pages)"
    )


def run(options: _Options) -> int:
    """Show a page of the manual; there need not be a project. Raises CannotRunError."""
    pages = manual_pages()
    if options.topic is None:
        write_document(_listing(pages))
        return CLEAN
    topic = options.topic.removesuffix(_ENDING)
    if topic in pages:
        write_document(pages[topic])
        return CLEAN
    return _of_something_else(topic, pages)


def manual_pages() -> dict[str, str]:
    """The texts of the manual by their topics, without those of rules, which `briefgen explain` has."""
    from briefgen.disk.packaged import packaged_below

    found = {
        path.removesuffix(_ENDING): data.decode()
        for path, data in packaged_below(_FOLDER).items()
        if path.endswith(_ENDING) and not path.startswith(_RULES)
    }
    first = [name for name in _ORDER if name in found]
    return {name: found[name] for name in (*first, *sorted(found.keys() - set(first)))}


def _listing(pages: dict[str, str]) -> str:
    from briefgen.disk.packaged import manual_address

    address = manual_address()
    width = max(map(len, pages), default=0)
    lines = [f"  {name:{width}}  {_title(text)}" for name, text in pages.items()]
    return "\n".join(
        (
            "The manual, a page at a time: `briefgen help TOPIC`",
            *([f"On the web: {address}"] if address else []),
            "",
            *lines,
            "",
            "`briefgen help COMMAND` says what a command is told, `briefgen explain RULE` what a rule means.",
            "",
        )
    )


def _title(text: str) -> str:
    found = _TITLE.search(text)
    return found[1] if found else ""


def _of_something_else(topic: str, pages: dict[str, str]) -> int:
    """What is called so and is no page: a command, a rule. Raises CannotRunError where nothing is."""
    from briefgen.cli.main import command_names, load_command, parser_of
    from briefgen.rulebook import RULEBOOK
    from briefgen.rules.explain import explanation, rule_called
    from briefgen.suggest import suggest

    commands = command_names()
    if topic in commands:
        parser_of(topic, load_command(commands[topic])).print_help()
        return CLEAN
    rule = rule_called(topic, RULEBOOK)
    if rule is not None:
        write_document(explanation(rule))
        return CLEAN
    near = suggest(topic, [*pages, *commands])
    advice = f"did you mean `{near}`?" if near else "`briefgen help` lists its pages"
    raise CannotRunError(f"the manual has no page `{topic}`: {advice}")

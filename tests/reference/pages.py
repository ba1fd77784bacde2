"""The manual's pages of reference: `python -m tests.reference.pages --update` writes them."""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

from briefgen.cli.main import command_names, load_command, parser_of
from briefgen.intake.readers.dispatch import ENDINGS, PICTURES, RECORDINGS
from briefgen.render.exports import FORMATS
from briefgen.terminal.formats import format_names
from tests.made_pages import keep_current
from tests.reference import about
from tests.reference.keys import Key, capture_keys, front_matter_keys, setting_keys

FOLDER = "manual/reference"
_EXTRAS = {"html htm xhtml pdf docx epub warc warc.gz wacz": "`pip install 'briefgen[capture]'`"}
_COMMON = {"-h", "--root", "--color", "-q", "-v"}


def pages() -> dict[str, str]:
    """The text of each page, by its path in `docs/`."""
    return {
        f"{FOLDER}/commands.md": "\n".join(_commands()),
        f"{FOLDER}/front-matter.md": "\n".join(_front_matter()),
        f"{FOLDER}/settings.md": "\n".join(_settings()),
        f"{FOLDER}/captures.md": "\n".join(_captures()),
        f"{FOLDER}/formats.md": "\n".join(_formats()),
    }


# ------------------------------------------------------------------------------------------- commands


def _commands() -> Iterator[str]:
    loaded = {name: load_command(module) for name, module in command_names().items()}
    yield "# Commands\n"
    yield "What `briefgen COMMAND --help` says, made from the code. Every command takes these as well:\n"
    yield from _options(parser_of("check", loaded["check"]), common=True)
    for name, command in sorted(loaded.items(), key=lambda item: item[1].PLACE):
        yield f"\n## briefgen {name} {{ #{name} }}\n"
        yield f"{command.SUMMARY[:1].upper()}{command.SUMMARY[1:]}.\n"
        yield from _options(parser_of(name, command), common=False)
    yield ""


def _options(parser: argparse.ArgumentParser, *, common: bool) -> Iterator[str]:
    for action in parser._actions:
        if bool(_COMMON.intersection(action.option_strings)) is not common:
            continue
        taken = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
        values = f" {taken if isinstance(taken, str) else ' '.join(taken)}" if action.nargs != 0 else ""
        if action.choices is not None:
            values = f" {'|'.join(map(str, action.choices))}"
        many = "…" if action.nargs in ("*", "+") else ""
        if action.option_strings:
            written = ", ".join(f"`{option}{values}`" for option in action.option_strings)
            if isinstance(action, argparse.BooleanOptionalAction):
                written = ", ".join(f"`{option}`" for option in action.option_strings)
        else:
            written = f"`{values.strip()}{many}`"
        said = (action.help or "").replace("%%", "%")
        yield f"- {written}: {said}" if said else f"- {written}"


# ----------------------------------------------------------------------------------------------- keys


def _front_matter() -> Iterator[str]:
    yield "# Front matter\n"
    yield (
        "The keys at the head of a brief, between `---` and `---`, made from the code. What they do, "
        "[the authoring format](../authoring.md) says.\n"
    )
    yield from _keys(front_matter_keys(), about.FRONT_MATTER)


def _settings() -> Iterator[str]:
    yield "# Settings\n"
    yield (
        "The keys of `mkdocs.yml` that briefgen reads, made from the code; all others are MkDocs’ own. "
        "A whole file stands in [A project of your own](../setup.md#mkdocsyml).\n"
    )
    yield from _keys(setting_keys(), about.SETTINGS)


def _captures() -> Iterator[str]:
    yield "# The list of captures\n"
    yield (
        "The keys of an entry of `sources/captures.yml`, made from the code. `briefgen capture` writes them; "
        "what they do, [Captures](../captures.md) says.\n"
    )
    keys = [
        Key(key.path.removeprefix("key."), key.value, key.required, key.default) for key in capture_keys()
    ]
    yield from _keys(keys, about.CAPTURES)


def _keys(keys: Iterable[Key], said: Mapping[str, str]) -> Iterator[str]:
    for key in keys:
        value = key.value.partition(":")[0] + "." if key.value.startswith("Text of one line") else key.value
        value = value.replace(": every line end or tab, with the spaces around it, becomes a space", "")
        given = " Required." if key.required else f" Default: `{key.default}`." if key.default else ""
        yield f"- `{key.path}`: {said[key.path]}{f' *{value}*' if value else ''}{given}"
    yield ""


# -------------------------------------------------------------------------------------------- formats


def _formats() -> Iterator[str]:
    yield "# Formats that are read and written\n"
    yield "Made from the code. Which versions they have, [Formats and their versions](../formats.md) says.\n"
    yield "## Documents to be captured { #captures }\n"
    extra = next(iter(_EXTRAS)).split()
    yield f"- read by briefgen itself: {_listed(one for one in ENDINGS if one not in extra)}"
    yield f"- read with {_EXTRAS[' '.join(extra)]}: {_listed(one for one in ENDINGS if one in extra)}"
    yield f"- pictures, with a text beside them (`--text`): {_listed(sorted(PICTURES))}"
    yield f"- recordings, likewise: {_listed(sorted(RECORDINGS))}"
    yield "\n## Findings, `--format` { #findings }\n"
    for name in format_names():
        doc = (import_module(f"briefgen.terminal.formats.{name}").__doc__ or "").partition("\n\n")[0]
        yield f"- `{name}`: {' '.join(doc.split())}"
    yield "\n## Works, handed on { #works }\n"
    yield from (f"- {name}: `.{ending}`" for name, (ending, _) in FORMATS.items())
    yield ""


def _listed(endings: Iterable[str]) -> str:
    return ", ".join(f"`.{one}`" for one in endings)


if __name__ == "__main__":
    keep_current(FOLDER, pages, "tests.reference.pages")

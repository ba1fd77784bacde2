"""`briefgen complete`."""

import argparse
import sys

from briefgen.cli._arguments import Options
from briefgen.terminal.speak import CLEAN, write_data

PLACE = 240
SUMMARY = "print what completes briefgen's commands and options in a shell"

_BASH = """\
# bash: briefgen complete bash > ~/.local/share/bash-completion/completions/briefgen
_briefgen() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" command="" one
    for one in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$one" in -*) ;; *) command="$one"; break ;; esac
    done
    case "$command" in
{cases}
        "") COMPREPLY=($(compgen -W "{commands} --root --version --help" -- "$word")) ;;
    esac
    if [[ "$word" != -* && -n "$command" && ${{#COMPREPLY[@]}} -eq 0 ]]; then
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}}
complete -o filenames -F _briefgen briefgen
"""
_ZSH = """\
#compdef briefgen
# zsh: briefgen complete zsh > a folder of $fpath, as _briefgen; or: source <(briefgen complete zsh)
autoload -Uz bashcompinit && bashcompinit
"""


class _Options(Options):
    shell: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the shell."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell that is to complete")


def run(options: _Options) -> int:
    """Print a script for a shell, made from the commands that there are."""
    commands = _options_by_command()
    if options.shell == "fish":
        write_data(_fish(commands))
    else:
        write_data((_ZSH if options.shell == "zsh" else "") + _bash(commands))
    sys.stdout.flush()
    return CLEAN


def _options_by_command() -> dict[str, tuple[str, dict[str, str]]]:
    """The summary of each command, and its options with what they are for."""
    from briefgen.cli.main import command_names, load_command, parser_of

    found = {}
    for name, module in command_names().items():
        command = load_command(module)
        actions = parser_of(name, command)._actions
        told = {
            option: action.help or ""
            for action in actions
            for option in action.option_strings
            if option.startswith("--")
        }
        found[name] = (command.SUMMARY, told)
    return found


def _bash(commands: dict[str, tuple[str, dict[str, str]]]) -> str:
    cases = "\n".join(
        f'        {name}) [[ "$word" == -* ]] && COMPREPLY=($(compgen -W "{" ".join(told)}" -- "$word")) ;;'
        for name, (_, told) in commands.items()
    )
    return _BASH.format(cases=cases, commands=" ".join(commands))


def _fish(commands: dict[str, tuple[str, dict[str, str]]]) -> str:
    lines = ["# fish: briefgen complete fish > ~/.config/fish/completions/briefgen.fish"]
    for name, (summary, told) in commands.items():
        lines.append(f"complete -c briefgen -n __fish_use_subcommand -f -a {name} -d {_quoted(summary)}")
        lines += [
            f"complete -c briefgen -n '__fish_seen_subcommand_from {name}' -l {option[2:]} "
            f"-d {_quoted(about)}"
            for option, about in told.items()
        ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"

"""The manual's pages of reference are what the code says today."""

from briefgen.cli.main import command_names
from tests.made_pages import stored
from tests.reference import about
from tests.reference.keys import capture_keys, front_matter_keys, setting_keys
from tests.reference.pages import FOLDER, pages


def test_they_are_current() -> None:
    assert stored(FOLDER) == pages(), "run python -m tests.reference.pages --update"


def test_every_key_is_explained_and_no_other() -> None:
    assert {key.path for key in front_matter_keys()} == about.FRONT_MATTER.keys()
    assert {key.path for key in setting_keys()} == about.SETTINGS.keys()
    assert {key.path.removeprefix("key.") for key in capture_keys()} == about.CAPTURES.keys()


def test_every_command_is_there() -> None:
    commands = pages()[f"{FOLDER}/commands.md"]
    assert all(f"## briefgen {name} " in commands for name in command_names())
    assert "- `--drafts`: treat drafts as if they were published" in commands

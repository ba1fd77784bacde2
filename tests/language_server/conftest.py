"""One editor for all tests of this folder that only ask: its process stays."""

from collections.abc import Iterator

import pytest

from tests.language_server.editor import Editor
from tests.language_server.project import write_project


@pytest.fixture(scope="package")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor that has a brief of a small project open, and was told of everything once."""
    root = write_project(tmp_path_factory.mktemp("project") / "brücke")
    with Editor(root) as one:
        one.open("sources/bridge.md")
        one.since(1)
        yield one
    assert one.exit_code == 0

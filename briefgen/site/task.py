"""What MkDocs is told, when it is started, of what it need not do."""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass

PROGRAM = "briefgen.site.mkdocs_program"
"""The module that is MkDocs with a task: its first argument, before those of MkDocs."""


@dataclass(frozen=True, slots=True)
class Task:
    """What there is to do beside MkDocs' own work.

    It `warns_of_anchors` that are not there, on pages by hand, too; where it `is_alone` it does nothing else.
    With `is_indexed` the theme's search index has no entries, since ours is searched. `kept` is the place of
    what is kept of the pages of the site in the folder `last`, of which every page is made from `made_from`,
    and `templates` that of what is kept of its templates; empty where every page is to be made. What files
    then hold is said in the place `holds`. In `cited` lie the texts of pages by hand that cite, and in the
    project `looks` what was seen in files. Pages are made by as many processes as there are `jobs`. If some
    are `coming`, standard input names files of ``docs/`` that are not there yet: they are empty then.
    """

    is_indexed: bool
    kept: str = ""
    last: str = ""
    templates: str = ""
    made_from: str = ""
    holds: str = ""
    warns_of_anchors: bool = False
    is_alone: bool = False
    cited: str = ""
    looks: str = ""
    jobs: int = 1
    coming: bool = False

    def argument(self) -> str:
        """The task as it is told."""
        return json.dumps(astuple(self))


def encode_paths(paths: Sequence[str]) -> bytes:
    """Paths as they are given on standard input: of a large site they are more than an argument may hold."""
    return json.dumps(paths).encode()


def decode_paths(data: bytes) -> tuple[str, ...]:
    """The paths that are given."""
    return tuple(json.loads(data))


def read_task(argument: str) -> Task:
    """The task that is told."""
    return Task(*json.loads(argument))

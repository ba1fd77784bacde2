"""The project around what is moved in: the files of `briefgen init`, without its example."""

import re
from pathlib import PurePath

from briefgen.authoring.skeleton import quoted, scalar
from briefgen.model.layout import project
from briefgen.moving.plan import Planned
from briefgen.write.starter import starter_files

_NO_CAPTURES = b"""\
# Copies of the works that are quoted, by their keys; `briefgen capture FILE --key KEY` adds one.
"""


def project_files(root: PurePath, called: str, language: str, style: str = "") -> list[Planned]:
    """Settings, a list of captures without any, and what git has to know."""
    files = starter_files()
    settings = files[project.SETTINGS].decode()
    name = scalar(called or root.name)
    settings = re.sub(
        r"^site_name:.*$", lambda _: f"site_name: {name}", settings, count=1, flags=re.MULTILINE
    )
    settings = re.sub(
        r"^    publisher:.*$", lambda _: f"    publisher: {name}", settings, count=1, flags=re.MULTILINE
    )
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2})?", language):
        settings = re.sub(
            r"^  language: \w+$", f"  language: {language}", settings, count=1, flags=re.MULTILINE
        )
    if style:
        settings = settings.replace(
            "  briefgen:\n", f"  briefgen:\n    references:\n      {style_line(style)}", 1
        )
    settings = settings.replace("  - Home: index.md\n", "")
    made = {project.SETTINGS: settings.encode(), project.CAPTURES: _NO_CAPTURES}
    made |= {path: files[path] for path in project.FOR_GIT}
    return [Planned(path, data, "") for path, data in made.items()]


def style_line(path: str) -> str:
    """The line of the settings that names a style."""
    return f"style: {path if _BARE.fullmatch(path) else quoted(path)}\n"


_BARE = re.compile(r"[^_\W][\w./-]*")

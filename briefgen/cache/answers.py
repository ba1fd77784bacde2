"""References in a style of CSL, kept by what was asked: only what a brief cites anew is formatted again."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import PurePath

from briefgen.cache.seal import seal, unseal
from briefgen.disk.own_key import own_key
from briefgen.disk.reading import is_file, read_if_there
from briefgen.disk.writing import own_place, replace_file
from briefgen.model.layout import project
from briefgen.model.project import ProjectError

_VERSION = 1


def find_answers(root: PurePath) -> Mapping[str, str]:
    """What was kept; nothing where it was damaged, or kept by somebody else."""
    key = own_key()
    try:
        data = read_if_there(own_place(root, project.ANSWERS))
        text = None if data is None or key is None else unseal(data, key, project.ANSWERS)
        said = {} if text is None else json.loads(text)
    except (OSError, ProjectError, RecursionError, ValueError):
        return {}
    known = said.get("answers") if isinstance(said, dict) and said.get("version") == _VERSION else None
    every = known.items() if isinstance(known, dict) else ()
    return {asked: answer for asked, answer in every if isinstance(answer, str)}


def keep_answers(root: PurePath, answers: Mapping[str, str]) -> None:
    """Keep answers, where there are any and a command that writes has made our own folder.

    That they cannot be kept is no failure of the run.
    """
    key = own_key()
    with suppress(OSError, ProjectError):
        place = own_place(root, project.ANSWERS)
        if answers and key is not None and is_file(place.parent / project.OWN_IGNORE):
            said = {"version": _VERSION, "answers": dict(answers)}
            replace_file(place, seal(json.dumps(said, sort_keys=True) + "\n", key, project.ANSWERS))

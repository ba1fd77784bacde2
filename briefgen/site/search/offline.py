"""The index as one script, for a site that is opened from files: there, a browser loads nothing else."""

import json
from base64 import b64encode
from collections.abc import Mapping

_BEGINNING = "briefgenIndex="


def is_offline_script(beginning: str) -> bool:
    """Whether a script that begins so is an index."""
    return beginning.startswith(_BEGINNING)


def offline_script(files: Mapping[str, bytes]) -> str:
    """The files of an index, by their names, as `briefgenIndex`."""
    table = {name: b64encode(data).decode("ascii") for name, data in sorted(files.items())}
    return f"{_BEGINNING}{json.dumps(table, separators=(',', ':'))};\n"

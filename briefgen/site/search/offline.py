"""The index as one script, for a site that is opened from files: there, a browser loads nothing else."""

import json
from base64 import b64encode
from collections.abc import Mapping


def offline_script(files: Mapping[str, bytes]) -> str:
    """The files of an index, by their names, as `briefgenIndex`."""
    table = {name: b64encode(data).decode("ascii") for name, data in sorted(files.items())}
    return f"briefgenIndex={json.dumps(table, separators=(',', ':'))};\n"

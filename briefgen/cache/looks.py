"""What the last build saw in files, kept: what the system says is as it was need not be read again.

Of each file that is what the system says of it, the time of its last change among that, which no program can
set, and its sha256. A copy of it, here or on another machine, is another file. There are file systems on
which a program can set that time (FAT): so the file in which this is kept is told an hour long past, and what
is kept of its device is believed only if that was dated all the same.
"""

import marshal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import PurePath

from briefgen.cache.seal import seal_bytes, unseal_bytes
from briefgen.disk.hashes import Status, device_that_dates
from briefgen.disk.own_key import own_key
from briefgen.disk.reading import is_file, read_if_there
from briefgen.disk.writing import own_place, replace_file, set_modified
from briefgen.model.layout import project
from briefgen.model.project import ProjectError

_VERSION = 1
_HOUR = 3_600_000_000_000
"""In nanoseconds since 1970."""


def find_looks(root: PurePath) -> Mapping[Status, str]:
    """The sha256 of each file by what the system said of it; none where they are not kept, or damaged."""
    key = own_key()
    with suppress(OSError, ProjectError, EOFError, TypeError, ValueError):
        place = own_place(root, project.LOOKS)
        data = read_if_there(place)
        whole = None if data is None or key is None else unseal_bytes(data, key, project.LOOKS)
        version, looks = marshal.loads(whole or b"")
        device = device_that_dates(place, _HOUR)
        if version == _VERSION and device is not None:
            return {status: sha256 for status, sha256 in looks.items() if status.startswith(device)}
    return {}


def keep_looks(root: PurePath, looks: Mapping[Status, str]) -> None:
    """Keep what this run saw. That it cannot is no failure."""
    key = own_key()
    with suppress(OSError, ProjectError):
        place = own_place(root, project.LOOKS)
        if key is not None and is_file(place.parent / project.OWN_IGNORE):
            replace_file(place, seal_bytes(marshal.dumps((_VERSION, dict(looks))), key, project.LOOKS))
            set_modified(place, _HOUR)

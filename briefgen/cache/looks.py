"""What the last build saw in files, kept: what the system says is as it was need not be read again.

Of each file that is what the system says of it, the time of its last change among that, which no program can
set, and its sha256. A copy of it, here or on another machine, is another file.
"""

import marshal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import PurePath

from briefgen.cache.seal import seal_bytes, unseal_bytes
from briefgen.disk.hashes import Status
from briefgen.disk.own_key import own_key
from briefgen.disk.reading import is_file, read_if_there
from briefgen.disk.writing import own_place, replace_file
from briefgen.model.layout import project
from briefgen.model.project import ProjectError

_VERSION = 1


def find_looks(root: PurePath) -> Mapping[Status, str]:
    """The sha256 of each file by what the system said of it; none where they are not kept, or damaged."""
    key = own_key()
    with suppress(OSError, ProjectError, EOFError, TypeError, ValueError):
        data = read_if_there(own_place(root, project.LOOKS))
        whole = None if data is None or key is None else unseal_bytes(data, key, project.LOOKS)
        version, looks = marshal.loads(whole or b"")
        if version == _VERSION:
            return dict(looks)
    return {}


def keep_looks(root: PurePath, looks: Mapping[Status, str]) -> None:
    """Keep what this run saw. That it cannot is no failure."""
    key = own_key()
    with suppress(OSError, ProjectError):
        place = own_place(root, project.LOOKS)
        if key is not None and is_file(place.parent / project.OWN_IGNORE):
            replace_file(place, seal_bytes(marshal.dumps((_VERSION, dict(looks))), key, project.LOOKS))

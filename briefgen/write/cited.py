"""Writing the texts of pages by hand that cite, for the site's builder."""

import json
from collections.abc import Mapping
from pathlib import PurePath

from briefgen.disk.reading import read_if_there
from briefgen.disk.writing import own_place, remove_file, replace_file
from briefgen.model.layout import project


def write_cited(root: PurePath, texts: Mapping[str, str]) -> None:
    """Bring the texts up to date; without any there is no file. Raises ProjectError, OSError."""
    place = own_place(root, project.CITED)
    if not texts:
        remove_file(place, if_there=True)
        return
    data = json.dumps(dict(texts), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
    if read_if_there(place) != data:
        replace_file(place, data)

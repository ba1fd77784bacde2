"""Addresses from file names."""

from briefgen.model.address import slug_of_name


def slug_of(path: str) -> str:
    """The slug of an annotated source file: its name without ``.md``, as part of an address; may be empty."""
    return slug_of_name(path.rpartition("/")[2].removesuffix(".md"))

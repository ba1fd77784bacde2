"""Members of enumerations in pickles of every Python: until 3.11.4 one is what `getattr` gives."""

from enum import Enum
from pickle import UnpicklingError


def member(kind: object, name: str) -> Enum:
    """What an unpickler of ours takes for `getattr`: a member, and nothing else that anything has.

    Raises UnpicklingError, KeyError.
    """
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        raise UnpicklingError("this is no enumeration")
    return kind[name]


PICKLED = ("builtins", "getattr")
"""What stands for it in a pickle."""

"""CLDR's words and names, as Babel has them.

With its first language Babel reads which time zone this machine is in, from whatever file `TZ` or
/etc/localtime leads to, and ends where that holds none. Nothing here asks for it: so none is looked for.
"""

import os

_ZONE, _NONE = "TZ", "UTC"


def _without_a_zone() -> None:
    told = os.environ.get(_ZONE)
    os.environ[_ZONE] = _NONE
    try:
        import babel.localtime  # noqa: F401
    finally:
        del os.environ[_ZONE]
        if told is not None:
            os.environ[_ZONE] = told


_without_a_zone()

from babel import Locale  # noqa: E402
from babel.core import get_global  # noqa: E402

__all__ = ["Locale", "get_global"]

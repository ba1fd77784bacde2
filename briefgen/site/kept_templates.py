"""The templates of the last site as Python has them: to compile them takes longer than to fill them in.

They are code, and run. So they are believed under our own seal alone, and only where all that a page is made
from beside its text is as it was; and each only of the very text of its template, which Jinja looks at.
"""

import marshal
from collections.abc import Callable, Mapping

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from briefgen.cache.seal import seal_bytes, unseal_bytes

_VERSION = 1
_KEPT_AS = "templates"


class KeptTemplates(BytecodeCache):
    """What Jinja asks before it compiles a template, and tells what it compiled."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = kept
        self.used: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if that is kept, and of this text."""
        data = self.used.get(bucket.key) or self._kept.get(bucket.key)
        if data is not None:
            bucket.bytecode_from_string(data)
        if data is not None and bucket.code is not None:
            self.used[bucket.key] = data

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Note what was compiled."""
        self.used[bucket.key] = bucket.bytecode_to_string()

    def given_to(self, get: Callable[[], Environment]) -> Callable[[], Environment]:
        """What gets the same environment, which asks here."""

        def get_environment() -> Environment:
            environment = get()
            environment.bytecode_cache = self
            return environment

        return get_environment


def encode_templates(templates: Mapping[str, bytes], key: bytes, made_from: str) -> bytes:
    """What is kept, sealed."""
    return seal_bytes(marshal.dumps((_VERSION, made_from, dict(templates))), key, _KEPT_AS)


def decode_templates(data: bytes, key: bytes, made_from: str) -> dict[str, bytes]:
    """The templates that were kept, if they were compiled from just this; none of any other data."""
    whole = unseal_bytes(data, key, _KEPT_AS)
    if whole is None:
        return {}
    try:
        version, compiled_from, templates = marshal.loads(whole)
    except (EOFError, TypeError, ValueError):  # sealed by another Python
        return {}
    return dict(templates) if (version, compiled_from) == (_VERSION, made_from) else {}

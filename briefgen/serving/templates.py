"""The theme's templates in a MkDocs that is kept running."""

from collections.abc import Callable
from typing import Any

import jinja2


class Templates(jinja2.BytecodeCache):
    """The theme's templates, looked for and compiled once."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}
        self._names: list[str] | None = None

    def environment(self, made: Callable[[], jinja2.Environment]) -> jinja2.Environment:
        """The environment that a theme makes for each build, and for a plugin that looks into it."""
        environment = made()
        environment.bytecode_cache = self
        if environment.loader is not None:
            self._names = self._names or environment.loader.list_templates()
            vars(environment.loader)["list_templates"] = self._names.copy
        return environment

    def load_bytecode(self, bucket: Any) -> None:
        """As jinja2 has it."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Any) -> None:
        """As jinja2 has it."""
        self._code[bucket.key] = bucket.bytecode_to_string()

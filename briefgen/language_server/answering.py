"""Where answers are made: what is asked while somebody types waits for nothing else that was asked.

Requests are read on while an answer is made, so that one which nobody waits for any more is never begun.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")


class Answering:
    """Two threads: one for what is asked with every letter, one for what somebody asks for."""

    def __init__(self) -> None:
        self._typed = ThreadPoolExecutor(1, "briefgen typed")
        self._asked = ThreadPoolExecutor(1, "briefgen asked")

    async def at_once(self, make: Callable[[], Answer]) -> Answer:
        """An answer that is made behind others of its kind only."""
        return await asyncio.get_running_loop().run_in_executor(self._typed, make)

    async def in_turn(self, make: Callable[[], Answer]) -> Answer:
        """An answer that may take longer."""
        return await asyncio.get_running_loop().run_in_executor(self._asked, make)

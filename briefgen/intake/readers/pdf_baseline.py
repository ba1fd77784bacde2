"""The line that the characters of a PDF stand on, or a little off it."""

SMALL, LEAST_RISE = 0.85, 0.08
"""How small is what is off its line, and how far off at least: in sizes of the line."""
_DEEPEST, _LONGEST_RUN = 0.5, 8
"""How far off at most, below, and for how long."""


class Baseline:
    """Where the line stands that is being read: small characters a little above or below it are `off` it."""

    def __init__(self) -> None:
        self.off = 0
        """1 for raised, -1 for lowered, 0 for a character of the line itself."""
        self.same = False
        """Whether the last character stands on the line of the one before."""
        self.size = 0.0
        """The size of its letters."""
        self._reached = 0.0
        self._height = 0.0
        self._run = 0

    def step(self, size: float, place: float, height: float) -> None:
        """The next character."""
        rise = (height - self._height) / self.size if self.size else 0.0
        self.same = abs(rise) < LEAST_RISE
        small = size < SMALL * self.size and place > self._reached and self._run < _LONGEST_RUN
        self.off, self._reached = 0, place
        if small and LEAST_RISE < rise < 1:
            self.off = 1
        elif small and -_DEEPEST < rise < -LEAST_RISE:
            self.off = -1
        if self.off:
            self._run += 1
        else:
            self.size, self._height, self._run = size, height, 0

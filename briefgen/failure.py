"""What keeps briefgen from doing what it was asked to: one class, which the command line turns into words."""


class CannotRunError(Exception):
    """What was asked for cannot be done; the message says why, in words for who asked."""

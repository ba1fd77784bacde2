"""The two doors to the machine's files: `reading`, through which everything comes in, and `writing`, through
which everything goes out.

All others speak of files by `PurePath`, which cannot touch them: the type checker keeps it so, and ruff
forbids `pathlib.Path`. What may be read or written, and how much of it, is judged here and nowhere else.
"""

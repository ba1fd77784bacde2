"""The map of where things lie: every path, address, id and class name that more than one place needs.

One file a subject, to be imported by its name: ``project.CAPTURES``, ``pages.work_path(key)``,
``anchors.PARTS.checked``, ``classes.PASSAGE``. `tests/test_layout.py` keeps such names from being written
anywhere else, the theme's style sheets, scripts and templates held to the map included.
"""

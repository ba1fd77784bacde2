"""Pages by hand that cite: how they are told from others, and what in them is no text."""

import re

MAY_CITE = re.compile(rb"@[\w{\x80-\xff]|^[ ]{0,3}\\(?:full_)?bibliography[ \t]*\r?$", re.MULTILINE)
"""What a page has that cites; most that have it do not."""

BIBLIOGRAPHY = re.compile(r"^ {0,3}\\bibliography[ \t]*$", re.MULTILINE)
"""Where the notes of a page go; else they stand at its end."""
FULL_BIBLIOGRAPHY = re.compile(r"^ {0,3}\\full_bibliography[ \t]*$", re.MULTILINE)
"""Where all works of the bibliography go."""

"""How much a document may ask of who reads it: all limits of readers, in one place.

Those a project may raise are in `ReadingLimits`: of time and memory, kept by the process in which a document
is read, of what is unpacked and of text. The ones here are so far beyond what people write that nobody needs
to.
"""

from briefgen.model.limits import ReadingLimits

__all__ = [
    "DEEPEST_XML",
    "LONGEST_HEADER",
    "MB",
    "MOST_ELEMENTS",
    "MOST_MEMBERS",
    "MOST_PARAGRAPHS",
    "MOST_RATIO",
    "NO_MEMORY",
    "RATIO_FROM",
    "ReadingLimits",
]

MB = 1_000_000

MOST_RATIO = 200
RATIO_FROM = 100 * MB
"""What is unpacked may be so many times as large as what is packed, once it is larger than this."""

MOST_MEMBERS = 50_000
"""Files in a zip file: an e-book has hundreds, an archive of a site thousands."""

MOST_PARAGRAPHS = 100_000
MOST_ELEMENTS = 5_000_000
"""Of a Word file: a thousand pages have about twenty thousand paragraphs. And of any XML: its elements."""

DEEPEST_XML = 1_000
"""Elements of XML in each other; Word writes about ten, and twenty more for each table in a table."""

LONGEST_HEADER = 5_000
"""Of a mail: a longer one is read without its grammar, which costs the square of its length."""

NO_MEMORY = 3
"""With what the process of a reader ends that has not even the memory to say so."""

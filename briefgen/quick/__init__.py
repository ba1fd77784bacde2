"""Python-Markdown, which makes the very same of a text in less time.

Most of its time goes into questions whose answer is no: it asks each of some twenty patterns of each text and
each of some twenty kinds of block of each block. Here they are not asked where a character or two are missing
without which the answer is no. What is not known by name, as what another extension adds, is asked always.
"""

from briefgen.quick.extension import QuickMarkdown

__all__ = ["QuickMarkdown"]

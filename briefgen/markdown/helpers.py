"""markdown-it's helpers for links, of which the first is ours: it looks at each place once."""

from markdown_it.helpers import parseLinkDestination, parseLinkTitle

from briefgen.markdown.ahead import parseLinkLabel

__all__ = ["parseLinkDestination", "parseLinkLabel", "parseLinkTitle"]

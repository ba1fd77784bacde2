"""Pandoc-flavoured Markdown to a tree of ours: the only place that knows markdown-it-py."""

"""briefgen compiles annotated source files to cited Markdown briefs whose quotations are checked."""

__version__ = "0.1.0"

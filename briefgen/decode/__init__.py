"""Files to typed values: front matter, captures.yml and mkdocs.yml, and the lock; nothing else imports yaml.

A text becomes positioned nodes (`compose`, `nodes`), a mapping of nodes is read key by key with a form
for each value (`reader`, `forms`), and each file has its own list of keys. Every finding of a file is
reported, none is an exception.
"""

from briefgen.decode.builder import (
    lacking_settings,
    listed_scripts,
    needs_only_docs,
    places_of_builder,
    says_of_anchors,
)
from briefgen.decode.captures import decode_captures
from briefgen.decode.csl_yaml import decode_csl_yaml
from briefgen.decode.directions import turned_by_reference, turned_in
from briefgen.decode.front_matter import (
    decode_context_front_matter,
    decode_front_matter,
    split_front_matter,
)
from briefgen.decode.lock import decode_lock, encode_lock
from briefgen.decode.page_language import language_of_page
from briefgen.decode.published import decode_published, encode_published
from briefgen.decode.settings import decode_limits, decode_settings, decode_style

__all__ = [
    "decode_captures",
    "decode_context_front_matter",
    "decode_csl_yaml",
    "decode_front_matter",
    "decode_limits",
    "decode_lock",
    "decode_published",
    "decode_settings",
    "decode_style",
    "encode_lock",
    "encode_published",
    "lacking_settings",
    "language_of_page",
    "listed_scripts",
    "needs_only_docs",
    "places_of_builder",
    "says_of_anchors",
    "split_front_matter",
    "turned_by_reference",
    "turned_in",
]

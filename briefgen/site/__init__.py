"""The pages of a built site, as HTML: what is said here holds for every builder."""

from briefgen.site.foreign import Foreign, foreign_in, without
from briefgen.site.formats import FORMATS, in_page
from briefgen.site.known import known_of
from briefgen.site.offline import offline_page
from briefgen.site.policy import needs_of, policy_for

__all__ = [
    "FORMATS",
    "Foreign",
    "foreign_in",
    "in_page",
    "known_of",
    "needs_of",
    "offline_page",
    "policy_for",
    "without",
]

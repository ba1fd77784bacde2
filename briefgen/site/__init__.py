"""The pages of a built site, as HTML: what is said here holds for every builder."""

from briefgen.site.formats import FORMATS, in_page
from briefgen.site.offline import offline_page
from briefgen.site.policy import needs_of, policy_for

__all__ = ["FORMATS", "in_page", "needs_of", "offline_page", "policy_for"]

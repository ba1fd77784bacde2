"""Fetching a web page, as a web archive of what was asked and answered."""

from briefgen.intake.fetch.exchange import Exchange, Fetched, NotFetchedError
from briefgen.intake.fetch.follow import Sent, fetch, post

__all__ = ["Exchange", "Fetched", "NotFetchedError", "Sent", "fetch", "post"]

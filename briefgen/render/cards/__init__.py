"""Social cards: what a service shows of a link to a page."""

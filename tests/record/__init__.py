"""The record behind a site: what was published, and what became of it."""

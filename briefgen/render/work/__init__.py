"""The page of a work."""

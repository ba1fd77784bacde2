"""What footnotes and references say."""

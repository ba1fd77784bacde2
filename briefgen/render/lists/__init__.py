"""The pages that list: briefs, works, topics, corrections, days."""

"""What texts state: numbers with their units, dates and names, read alike in briefs and in captures.

A reading is pure: it needs a text and the tag of its language, and knows nothing of quotations.
"""

"""What texts state, and whether another text states it."""

"""HTML as text with tags in it: what its elements are, and where they stand."""

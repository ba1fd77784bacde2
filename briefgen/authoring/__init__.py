"""Beginning, renaming: what authors do with whole briefs, done to their files."""

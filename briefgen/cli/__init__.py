"""The command line: `main` is its entry, every other file without an underscore in front is a command."""

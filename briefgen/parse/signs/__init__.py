"""What syntax of other programs looks like in running text, and what is said of it, program by program."""

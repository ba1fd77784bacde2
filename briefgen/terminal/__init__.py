"""What briefgen says to people and programs: findings in every format, visible text, colours, exit codes."""

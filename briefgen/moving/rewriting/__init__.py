"""What is rewritten, thing by thing: functions from a text to edits on it."""

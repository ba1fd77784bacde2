"""Coverage-guided fuzzing: `python -m tests.fuzz` runs it, `test_fuzz.py` replays what it kept.

A target is a function of bytes that must return, whatever they are; what it asserts holds for all inputs.
"""

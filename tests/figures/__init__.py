"""The page of all figures: those that the tests compute, and those that benchmarks measured."""

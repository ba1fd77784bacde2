"""Drawings as SVG: values in, text out; the numbers stand beside them in words, too.

Places across are per cent, so that a drawing is as wide as its column and its letters keep their size.
Colours are given by classes; differences are never in the colour alone.
"""

"""The bibliography: BibTeX and BibLaTeX files read into works, works printed as references.

Reading: `bibtex` (the entry point) calls `scan` for places, `pybtex_reader` for values and names, `latex` for
plain text, `inherit` for crossref, and `works` for the mapping, which uses `dates`, `languages` and `kinds`.
Printing: `reference` (the entry point) calls `parts` for the pieces of a reference, `names`, `date_words`,
`fragments` for punctuation, and `words` for the vocabulary.
"""

"""The bibliography: BibTeX and BibLaTeX files read into works, works printed as references.

Reading: `bibtex` (the entry point) calls `scan` for places, `values` for values, `latex` for plain
text, `inherit` for crossref, and `works` for the mapping, which uses `field_reader`, `work_dates`,
`languages` and `kinds`.

Printing: `reference` (the entry point) calls `parts`, which uses `names`, `titles`, `date_words` and
`addresses`; `fragments` has the punctuation, `words` the vocabulary.
"""

"""The bibliography: files of works read into works, works printed as references and handed on.

Reading: `library` (the entry point) reads all files side by side: `bibtex` with `scan` for places,
`field_values` for values and `latex` for text; `csl_json` and `csl_reader`; `ris`. `inherit` completes
entries by crossref and xdata, and `works` makes works of them, with `field_reader`, `name_reader`, and a
`work_…` module for each group of fields.

Printing: `reference` (the entry point) puts in order what `parts`, `roles` and `links` make, with `names`,
`titles` and `date_words`; `fragments` has the punctuation, `marks` the emphasis inside texts, `wording` the
vocabulary.

Handing on: `export_bibtex`, `export_csl`, `export_ris`.
"""

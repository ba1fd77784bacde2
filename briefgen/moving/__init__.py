"""Moving in: documents of other programs become a project of ours, word for word.

A source is read (`reading/`) into a frozen `Source`. Each of its texts is rewritten where its syntax means
something else here (`rewriting/`), and all else of it stays as it is, letter for letter. What came of that is
written, never over a file that is there, with a list of what was changed, left and has to be decided.
"""

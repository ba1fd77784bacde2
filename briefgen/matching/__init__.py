"""Looking quotations up in captures, letter for letter: pure functions on strings.

`haystack.prepare` folds a capture once, `lookup.look_up` finds a quotation in it or misses it,
`explain.explain` says what stands there instead. Only `lookup` passes anything; what `explain` finds
by likeness never does.
"""

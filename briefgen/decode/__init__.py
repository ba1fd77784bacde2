"""Files to typed values: front matter, captures.yml and mkdocs.yml, and the lock; nothing else imports yaml.

A text becomes positioned nodes (`compose`, `nodes`), a mapping of nodes is read key by key with a form
for each value (`reader`, `forms`), and each file has its own list of keys. Every finding of a file is
reported, none is an exception.
"""

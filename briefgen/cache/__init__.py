"""What the last run found, kept in the project's own folder: the same files are not looked through twice.

What is kept holds for the very files, tools and code that it was made with, down to their last byte
(`fingerprint`). It says nothing that this run could find otherwise, and losing it costs time, no more: what
is damaged or of another version is passed over.
"""

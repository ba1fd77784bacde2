"""Two captures of one work: which is the later, where quoted passages stand in it, and what was changed.

Pure functions of texts, bounded in time: a text of any length is searched, and only passages are laid beside
each other, word by word. What a page counts, dates or advertises beside its sentences is no change of these.
"""

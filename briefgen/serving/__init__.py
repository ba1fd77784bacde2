"""A site as its author sees it while he writes: compiled anew after each save, served to this machine only.

Nothing of it is written where sites are published from, and none of its own writes wakes it up.
"""

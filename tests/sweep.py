"""How many examples generated tests try: a few in every run, all of them in the sweep (`bash .ci/sweep`)."""

import os

SWEEP = int(os.environ.get("BRIEFGEN_SWEEP", "1"))
"""How many times more examples than in the suite."""

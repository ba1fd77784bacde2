"""``python -m briefgen``."""

import sys

from briefgen.cli.main import main

sys.exit(main())

"""``python -m quern``: the same as the ``quern`` command."""

import sys

from quern.cli import main

sys.exit(main())

"""``python -m db COMMAND``: what the ``just db-`` recipes run."""

import sys

from db.commands.cli import main

sys.exit(main())

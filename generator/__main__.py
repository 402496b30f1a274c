"""Lets `python -m generator` stand for the `pingan` command."""

import sys

from generator.cli import main

sys.exit(main())

"""`python -m workshop` is the `workshop` command."""

import sys

from workshop.serving.command import main

if __name__ == "__main__":
    sys.exit(main())

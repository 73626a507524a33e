"""`python -m dialogue_prep`."""

import sys

from dialogue_prep.app import main

if __name__ == "__main__":
    sys.exit(main())

"""Start from Python: ``python -m tui`` in a checkout, ``python -m inclusion_review`` installed.

In the wheel this same file is also ``inclusion_review/__main__.py``; by then the launcher has
put the five folders on the path, so the one absolute import serves both.
"""

import sys

from tui.cli import main

if __name__ == "__main__":
    sys.exit(main())

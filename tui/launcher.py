"""Becomes ``inclusion_review/__init__.py`` in the wheel, beside the five folders.

So that site-packages gets one name and not five general ones. In an editable install the
folders are not beside this file: there the repository's root is on the path already.
"""

import sys
from pathlib import Path

_here = Path(__file__).parent
if (_here / "tui").is_dir() and str(_here) not in sys.path:
    # First, so that a `sessions` of somebody else's never stands in for ours.
    sys.path.insert(0, str(_here))


def main() -> int:
    """Run the command line (or the app) and return its exit status."""
    from tui.cli import main as run

    return run()

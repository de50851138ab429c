"""The demo: the app on invented sessions, in a library of their own that is thrown away."""

import shutil
import tempfile
from pathlib import Path

from sessions.demo import build_demos

from .places import Places, open_library

PERSON = "Amira Khan"
"""Who is typing: a reviewer of each demo, who may open the gate that is still closed."""


def run_demo(*, ascii_only: bool, theme: str | None) -> int:
    """Open the app on the demo and return its exit status; nothing of the user's is touched.

    Everything is in a folder that only the user can open, and that is gone afterwards. Raises
    OSError where no such folder can be made.
    """
    # Here, and not above: `--help` is to start without Textual.
    from .app import run_app

    folder = Path(tempfile.mkdtemp(prefix="inclusion-review-demo-"))
    try:
        here = Places(folder / "library", folder / "frameworks", folder / "home", thrown_away=True)
        session = build_demos(open_library(here))
        return run_app(here, session, person=PERSON, ascii_only=ascii_only, theme=theme)
    finally:
        shutil.rmtree(folder, ignore_errors=True)

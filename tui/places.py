"""The folders in use: where the library is, and this installation's own folder."""

import os
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_data_path

from frameworks.shelf import Shelf
from sessions.clock import Clock, system_clock
from sessions.home import Home
from sessions.library import DERIVED, Library

VARIABLE = "INCLUSION_REVIEW_LIBRARY"
"""The environment's word for where the library is."""


class Places(NamedTuple):
    """The folders in use. Nothing is made before it is needed."""

    library: Path
    """The sessions."""
    frameworks: Path
    """The user's own packs, beside the library."""
    home: Path
    """This installation's own: its name, drafts, settings."""
    thrown_away: bool = False
    """Whether all of it goes when the app is left, as of a demo."""


def places(library: Path | None = None) -> Places:
    """Return the folders in use: as told, else as the environment says, else the platform's own."""
    home = user_data_path("inclusion-review", appauthor=False)
    told = os.environ.get(VARIABLE, "")
    folder = library or (Path(told) if told else home / "library")
    # os.path's: it leaves the ~ of somebody who does not exist as it is.
    folder = Path(os.path.expanduser(folder)).absolute()  # noqa: PTH111
    return Places(folder, folder.parent / "frameworks", home)


def open_library(here: Places, clock: Clock = system_clock) -> Library:
    """Return the library in these folders."""
    shelf = Shelf(here.frameworks, here.library / DERIVED / "packs")
    return Library(here.library, Home(here.home), shelf, clock)

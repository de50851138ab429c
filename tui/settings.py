"""What the app remembers of how somebody likes it, in a small file of this installation."""

import contextlib
from pathlib import Path

import msgspec

from sessions.storage import make_folder, replace_quickly

from .themes import DARK, NAMES


class Settings(msgspec.Struct, frozen=True):
    """How somebody likes the app."""

    theme: str = DARK


def read_settings(file: Path) -> Settings:
    """Return what was remembered; what cannot be read is as if nothing was."""
    try:
        found = msgspec.json.decode(file.read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Settings()
    return found if found.theme in NAMES.values() else Settings()


def remember(file: Path, settings: Settings) -> None:
    """Remember settings; where nothing can be written they hold for this time alone."""
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        replace_quickly(file, msgspec.json.encode(settings))

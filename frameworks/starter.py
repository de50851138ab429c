"""A small pack to begin a framework of one's own with: it works as it is, and explains itself."""

from pathlib import Path

_PACK = Path(__file__).with_name("starter.md")


def starter_pack() -> str:
    """Return the pack as Markdown, with notes to its author in comments.

    Raises `OSError` where the app's own files cannot be read.
    """
    return _PACK.read_text(encoding="utf-8")

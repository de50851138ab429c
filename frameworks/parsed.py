"""Packs that were read before, kept in a folder of their own: derived, disposable, checked.

Whatever is wrong with that folder or a file in it, the answer is the same: read the pack again.
"""

import hashlib
import os
from functools import cache
from pathlib import Path

import msgspec

from frameworks.model import Framework

_HERE = Path(__file__).parent
_CHECKSUM = hashlib.sha256().digest_size


class ParsedPacks:
    """Frameworks by the text of their pack."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not exist, and is made when there is something to keep."""
        self._folder = folder

    def get(self, text: str) -> Framework | None:
        """Return what this text was read as, if that was kept and is undamaged."""
        try:
            path = self._path(text)
            stored = path.read_bytes()
        except OSError:
            return None
        checksum, packed = stored[:_CHECKSUM], stored[_CHECKSUM:]
        if checksum != _checksum(path, packed):
            return None
        try:
            return msgspec.msgpack.decode(packed, type=Framework)
        except msgspec.MsgspecError:
            return None

    def put(self, text: str, framework: Framework) -> None:
        """Keep what this text was read as; where that cannot be done, do nothing."""
        packed = msgspec.msgpack.encode(framework)
        try:
            _make_private(self._folder)
            path = self._path(text)
            _write(path, _checksum(path, packed) + packed)
            for older in self._folder.glob(f"{_digest(text)}.*"):
                if older != path:
                    older.unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, text: str) -> Path:
        return self._folder / f"{_digest(text)}.{_format()}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _checksum(path: Path, packed: bytes) -> bytes:
    # With the name, so that a file under another pack's name is not taken for that pack
    return hashlib.sha256(path.name.encode() + packed).digest()


@cache
def _format() -> str:
    """Return what changes whenever a pack might be read as something else than before.

    Raises `OSError` where the source is not at hand, and then nothing is kept.
    """
    modules = sorted(_HERE.glob("*.py"))
    if not modules:
        raise FileNotFoundError(_HERE)
    source = hashlib.sha256(msgspec.__version__.encode())
    for module in modules:
        source.update(module.read_bytes())
    return source.hexdigest()[:16]


def _make_private(folder: Path) -> None:
    """Make the folder and those above it that are missing, for their owner alone."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        _make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; `mkstemp` makes it 0600."""
    import tempfile  # here: it brings much with it, and is needed once a version of a pack

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

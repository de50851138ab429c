"""A review made by commands, made once in a process and laid down again for each test that wants it.

    @kept
    def planned(shell: Shell) -> str: ...

What is laid down is byte for byte what the commands wrote, in the places that they wrote it to; for a
shell that has something already it is made by the commands again.
"""

import shutil
import tempfile
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar, cast

import msgspec

F = TypeVar("F", bound=Callable[..., str])


class Rooted(Protocol):
    """What has all that it writes below one folder."""

    root: Path


class _Made(NamedTuple):
    place: "tempfile.TemporaryDirectory[str]"
    root: Path
    """Where it was made."""
    returned: str


_made: dict[tuple[Any, ...], _Made] = {}


def kept(make: F) -> F:
    """Return a function that does what `make` does, the second time without the commands.

    Its first argument is what is `Rooted`.
    """

    @wraps(make)
    def lay(shell: Rooted, *args: Any, **named: Any) -> str:
        if not _is_fresh(shell.root):
            return make(shell, *args, **named)
        key = (make, args, tuple(sorted(named.items())))
        if key in _made:
            _lay_down(_made[key], shell.root)
        else:
            returned = make(shell, *args, **named)
            place = tempfile.TemporaryDirectory()
            shutil.copytree(shell.root, place.name, dirs_exist_ok=True, ignore=_derived)
            _made[key] = _Made(place, shell.root, returned)
        return _made[key].returned

    return cast("F", lay)


def _is_fresh(root: Path) -> bool:
    files = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return all(".derived" in path.parts for path in files)


def _derived(folder: str, names: list[str]) -> list[str]:
    """Leave out what the app makes again by itself."""
    return [name for name in names if name == ".derived"]


def _lay_down(made: _Made, root: Path) -> None:
    shutil.copytree(made.place.name, root, dirs_exist_ok=True)
    # An installation notes where it wrote: the copy is to be its own work, and not somebody's copy
    there, here = (msgspec.json.encode(str(path.resolve()))[1:-1] for path in (made.root, root))
    for path in root.rglob("writers/*/*.json"):
        path.write_bytes(path.read_bytes().replace(there, here))

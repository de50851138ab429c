"""The keys in force: those that the commands declare, and those that a person would rather press."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
from textual.keys import _character_to_key

from .commands import Command

FIXED = frozenset({"", "enter", "escape", "tab"})
"""Keys that lists, fields and windows share: a command on one of them stays there."""

_WRITTEN = re.compile(r"ctrl\+[a-z]|f([1-9]|1[0-2])")
_TAKEN = frozenset({"ctrl+c", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+p", "ctrl+q", "ctrl+z"})
"""Keys of the terminal, of text fields, or of Textual itself."""


class KeyProblem(NamedTuple):
    """Why a wish cannot be met."""

    name: str
    """The command, or what stands in its place."""
    why: str


class KeyMap(msgspec.Struct, frozen=True):
    """By name of a command, the key to press instead, as Textual names it."""

    keys: Mapping[str, str] = {}
    shown: Mapping[str, str] = {}
    """How those keys are written."""

    def of(self, command: Command) -> Command:
        """Return the command with the key in force."""
        if command.name not in self.keys:
            return command
        name = command.name
        return msgspec.structs.replace(command, key=self.keys[name], shown=self.shown[name])


class Place(NamedTuple):
    """A screen, with all the commands that hold on it at once."""

    name: str
    commands: tuple[Command, ...]


def read_wishes(
    wishes: Mapping[str, object], places: Iterable[Place]
) -> tuple[KeyMap, list[KeyProblem]]:
    """Return the map that wishes make, and what is wrong with them; with any, nobody's are met."""
    here = list(places)
    known = {c.name: c for place in here for c in place.commands if c.name != "_"}
    keys: dict[str, str] = {}
    shown: dict[str, str] = {}
    problems = []
    for name, wish in wishes.items():
        why = _why_not(name, wish, known)
        if why:
            problems.append(KeyProblem(name, why))
            continue
        keys[name] = _textual(str(wish))
        shown[name] = _shown(str(wish))
    found = KeyMap(keys, shown)
    problems += _clashes(found, here)
    return (KeyMap(), problems) if problems else (found, [])


def _why_not(name: str, wish: object, known: Mapping[str, Command]) -> str:
    command = known.get(name)
    if command is None:
        return "there is no command of that name; `inclusion-review keys` lists them"
    if command.always or command.key in FIXED:
        return f"it is on {command.key_shown or 'no key'} and stays there"
    if not isinstance(wish, str) or not _textual(wish):
        return f"{wish} is no key that every terminal has; use a letter, a sign, f2 or ctrl+k"
    if _textual(wish) in _TAKEN:
        return f"{wish} belongs to the terminal or to text fields; choose another key"
    if wish.isdigit():
        return "digits choose a step on the Judge screen; choose another key"
    return ""


def _clashes(found: KeyMap, places: Iterable[Place]) -> list[KeyProblem]:
    problems = []
    for place in places:
        taken: dict[str, Command] = {}
        for command in (found.of(c) for c in place.commands if c.key and c.name != "_"):
            for key in command.key.split(","):
                other = taken.setdefault(key, command)
                if other.name != command.name and {other.name, command.name} & set(found.keys):
                    wanted, there = sorted((command, other), key=lambda c: c.name not in found.keys)
                    why = (
                        f"{wanted.key_shown} is the key of {there.name} on {place.name} already; "
                        f"give {there.name} another one too"
                    )
                    problems.append(KeyProblem(wanted.name, why))
    return list(dict.fromkeys(problems))


def _textual(wish: str) -> str:
    """Return a key as Textual names it; empty: it is none that every terminal has."""
    if len(wish) == 1 and wish.isascii() and wish.isprintable() and wish != " ":
        return wish if wish.isalnum() else _character_to_key(wish)
    return wish if _WRITTEN.fullmatch(wish) else ""


def _shown(wish: str) -> str:
    if wish.startswith("ctrl+"):
        return f"^{wish[5:]}"
    return wish.upper() if len(wish) > 1 else wish

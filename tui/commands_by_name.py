"""The commands by name, each module of them imported when one of its commands is wanted.

A call runs one command, and the others would take most of its time to import.
"""

from collections.abc import Iterator, MutableMapping
from importlib import import_module

import click

MODULES: dict[str, str] = {
    "closing": "state reply report-text",
    "comparing": "follow-up compare",
    "evidence": "catch-up weak look",
    "exporting": "export",
    "finding": "findings finding priorities ideas",
    "finding_text": "search",
    "judging": "gate judge reveal agree excuse who-has-cast",
    "keeping": "delete restore deleted erase retention",
    "keeping_files": "archive hand-over receive",
    "leaving": "check",
    "listing": "list",
    "opening": "open demo keys bench faults pictures",
    "planning": "plan objective benchmark windows key-result action monitor due",
    "preparing": "self-evaluation self-evaluate enquiries enquiry",
    "reading": "frameworks show where",
    "room": "time times present",
    "templates": "template",
    "visiting": "timetable activity figures changes set-up",
    "writing": "new person note edit split file undo",
}
"""The names of the commands in each module of `command_line`."""

_WHERE = {name: module for module, names in MODULES.items() for name in names.split()}


class CommandsByName(MutableMapping[str, click.Command]):
    """Every command there is; one that is asked for is imported then."""

    def __init__(self) -> None:
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            module = import_module(f".command_line.{_WHERE[name]}", __package__)
            found: tuple[click.Command, ...] = module.COMMANDS
            self._loaded |= {command.name: command for command in found if command.name}
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_WHERE)

    def __len__(self) -> int:
        return len(_WHERE)

    def __setitem__(self, name: str, command: click.Command) -> None:
        raise TypeError("a command belongs to a module of command_line")

    def __delitem__(self, name: str) -> None:
        raise TypeError("a command belongs to a module of command_line")

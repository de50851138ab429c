"""Commands are imported one by one, and not one is missed."""

import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tui import command_line
from tui.commands_by_name import MODULES, CommandsByName

ROOT = Path(__file__).parents[2]


def test_every_command_of_every_module_is_there_by_its_own_name() -> None:
    found: dict[str | None, str] = {}
    for module in pkgutil.iter_modules(command_line.__path__):
        there = getattr(import_module(f"tui.command_line.{module.name}"), "COMMANDS", ())
        found |= {command.name: module.name for command in there}
    said = {name: module for module, names in MODULES.items() for name in names.split()}
    assert said == found
    commands = CommandsByName()
    assert {name: command.name for name, command in commands.items()} == {n: n for n in found}
    assert len(commands) == len(found)
    assert "nonsense" not in commands
    with pytest.raises(TypeError, match="belongs to a module"):
        commands["nonsense"] = commands["list"]


def loaded_by(*call: str) -> set[str]:
    """Return the modules of commands that a fresh process has imported once it has made a call."""
    code = (
        "import sys\nfrom tui.cli import main\nmain(sys.argv[1:])\n"
        "print()\nprint(*(n for n in sys.modules if n.startswith('tui.command_line.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *call], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = done.stdout.splitlines()[-1].split()
    return {name.rpartition(".")[2] for name in names} - {"context", "opening"}


def test_a_call_imports_its_own_command_and_no_other(tmp_path: Path) -> None:
    assert loaded_by("--library", str(tmp_path), "list") == {"listing"}

"""The keys that a person would rather press: a small TOML file of this installation."""

import tomllib
from pathlib import Path
from typing import Any

from frameworks.text import clean_line
from screens.base import DeskScreen
from screens.commands import Command
from screens.keymap import KeyMap, KeyProblem, Place, read_wishes

FILE = "keys.toml"
"""Its name, in this installation's own folder."""


def places() -> list[Place]:
    """Return every screen with its commands, and the app's, which hold everywhere."""
    from screens.agree import AgreeScreen
    from screens.catchup import CatchUpScreen
    from screens.describe import DescribeScreen
    from screens.inbox import InboxScreen
    from screens.judge import JudgeScreen
    from screens.library import LibraryScreen
    from screens.overview import OverviewScreen
    from screens.plan import PlanScreen
    from screens.prepare import PrepareScreen
    from screens.present import PresentScreen
    from screens.report import ReportScreen
    from screens.setup import SetupScreen
    from tui.app import ReviewApp

    shown: dict[str, type[DeskScreen[Any]]] = {
        "the Library": LibraryScreen,
        "Set-up": SetupScreen,
        "the Overview": OverviewScreen,
        "Prepare": PrepareScreen,
        "Catch-up": CatchUpScreen,
        "Describe": DescribeScreen,
        "Judge": JudgeScreen,
        "Agree": AgreeScreen,
        "Plan": PlanScreen,
        "Report": ReportScreen,
        "the Inbox": InboxScreen,
        "Present": PresentScreen,
    }
    return [Place(name, (*screen.ACTS, *ReviewApp.ACTS)) for name, screen in shown.items()]


def read_keys(file: Path) -> tuple[KeyMap, list[KeyProblem]]:
    """Return the keys in force, and why wishes in the file cannot be met; no file: no wishes."""
    try:
        wishes = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return KeyMap(), []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return KeyMap(), [KeyProblem(FILE, f"it cannot be read: {clean_line(str(error))}")]
    return read_wishes(wishes, places())


def listed(keys: KeyMap) -> list[tuple[str, Command]]:
    """Return every command once with the key in force, under the first screen that has it."""
    seen: dict[str, tuple[str, Command]] = {}
    for place in places():
        for command in place.commands:
            if command.name != "_" and command.key:
                seen.setdefault(command.name, (place.name, keys.of(command)))
    return list(seen.values())

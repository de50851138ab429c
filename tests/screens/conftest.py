"""Screens stand still while they are tested, whoever's machine it is."""

import os
import time
from pathlib import Path

import pytest

# Textual reads these when it is imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["COLORTERM"] = "truecolor"
for name in ("NO_COLOR", "INCLUSION_REVIEW_LIBRARY"):
    os.environ.pop(name, None)

os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):  # Windows has no such call, and no snapshot there is written
    time.tzset()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give a test of screens a second and a third try, each from the start.

    Textual's Pilot goes on when the process is idle. Where other programs have the processors, it
    is idle before a key has arrived; a fault of ours fails three times.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=2))

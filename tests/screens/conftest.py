"""Screens stand still while they are tested, whoever's machine it is."""

import os
import time

# Textual reads these when it is imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["COLORTERM"] = "truecolor"
for name in ("NO_COLOR", "INCLUSION_REVIEW_LIBRARY"):
    os.environ.pop(name, None)

os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):  # Windows has no such call, and no snapshot there is written
    time.tzset()


def pytest_configure() -> None:
    """Have tests wait for what is left to do, and not for a quiet machine."""
    from settling import settle_by_what_is_left_to_do  # it imports Textual

    settle_by_what_is_left_to_do()

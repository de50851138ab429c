"""Looking for what may identify somebody takes a while in a long record: a bar says how far it is."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from reporting import TO_FILE, described, pressed, report, went
from seeing import flowing
from textual.widgets import OptionList

from screens.leaving import LeavingDialog

KAI, KOFI = "Sat next to Kai for ten minutes.", "Kai and Kofi read; three pupils left."


@contextmanager
def busy_machine() -> Iterator[threading.Event]:
    """Let nothing be done beside the screen until the event is set."""
    free = threading.Event()
    threads = ThreadPoolExecutor(1)
    threads.submit(free.wait, 20)
    asyncio.get_running_loop().set_default_executor(threads)
    try:
        yield free
    finally:
        free.set()


async def test_a_bar_shows_before_the_window_and_in_it(tmp_path: Path) -> None:
    async with report(tmp_path, described(tmp_path, ("1.1", KAI), ("1.2", KOFI))) as pilot:
        app = pilot.app
        *keys, last = TO_FILE
        await pressed(pilot, *keys)
        with busy_machine() as free:
            await pilot.press(last)
            while "Looking through it [" not in went(pilot):
                await pilot.pause()
            free.set()
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert isinstance(app.screen, LeavingDialog)
        assert "Before it leaves: 4 things may identify somebody" in flowing(app)
        with busy_machine() as free:
            await pilot.press("equals_sign")
            while "Looking through it [" not in flowing(app):
                await pilot.pause()
            assert app.screen.query_one(OptionList).option_count == 4  # to be read meanwhile
            free.set()
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert "Before it leaves: 3 things may identify somebody" in flowing(app)
        await pressed(pilot, "escape")
        assert "Looking through it" not in flowing(app)
        assert "Nothing was written" in went(pilot)

"""Looking for what may identify somebody, beside the screen: how far it is shows after half a second."""

import asyncio
from collections.abc import Callable

from exports.identifying import Identifying, identifying_in
from frameworks.model import Framework
from sessions.seen import SessionView

_SOON = 0.5  # seconds, after which it is said how far it is
_AGAIN = 0.25  # seconds between two looks at how far it is
_WIDTH = 20  # characters of the bar


async def look_through(
    seen: SessionView, framework: Framework, say: Callable[[str], None]
) -> tuple[Identifying, ...]:
    """Return what may identify somebody in what leaves; `say` is told how far it is, in a line."""
    reached = (0, 0)

    def so_far(done: int, total: int) -> None:
        nonlocal reached
        reached = (done, total)

    looking = asyncio.create_task(asyncio.to_thread(identifying_in, seen, framework, so_far))
    await asyncio.wait({looking}, timeout=_SOON)
    while not looking.done():
        say(_words(*reached))
        await asyncio.wait({looking}, timeout=_AGAIN)
    return looking.result()


def _words(done: int, total: int) -> str:
    full = _WIDTH * done // max(total, 1)
    bar = f"[{'#' * full}{'-' * (_WIDTH - full)}]"
    return f"Looking through it {bar} {done:,} of {total:,}"

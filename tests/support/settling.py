"""Makes tests of screens independent of how busy the machine is, and quicker.

Textual's Pilot waits after each key until the process is idle, by its processor time: on a busy
machine that is over before the key has arrived, and on a quiet one it takes two looks of 20 ms when
nothing is left to do. Here a key is done when every widget has taken all that was sent to it, for
longer than a frame takes to be drawn. Letters that follow each other in a field come as quickly as
from a fast typist. Style sheets are remembered from app to app, as one app remembers its own. The
screen is drawn once for a key, when all is done, however often Textual would draw on the way there.
"""

import asyncio
import gc
from collections.abc import Iterator
from itertools import zip_longest
from time import monotonic
from typing import Any
from weakref import WeakSet

from textual import app as textual_app
from textual import pilot as textual_pilot
from textual._context import active_app
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.events import Key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

_LOOK = 0.004  # seconds between looks
_QUIET = 6  # looks in a row at which nothing was under way: longer than a frame of Textual's takes


async def _settled(min_sleep: float = 0.0, max_sleep: float = 5.0) -> None:
    """Wait until nothing is under way in the app: in the place of Textual's `wait_for_idle`."""
    app, began, quiet = active_app.get(), monotonic(), 0
    while quiet < _QUIET or monotonic() - began < min_sleep:
        await asyncio.sleep(_LOOK)
        quiet = 0 if any(map(_is_busy, _pumps(app))) else quiet + 1
        if monotonic() - began > max_sleep:
            break
    _draw_what_changed(app)


def _draw_what_changed(app: App[Any]) -> None:
    for screen in app.screen_stack if app._screen_stacks.get(app._current_mode) else ():
        if screen in _undrawn:
            _undrawn.discard(screen)
            with screen._context():
                _draw(screen)


def _pumps(app: App[Any]) -> Iterator[MessagePump]:
    yield app
    for screen in app.screen_stack if app._screen_stacks.get(app._current_mode) else ():
        yield from screen.walk_children(with_self=True)


def _is_busy(pump: MessagePump) -> bool:
    waiting = pump.message_queue_size > 0 or pump._pending_message is not None
    return not pump._closed and (waiting or bool(pump._next_callbacks))


_draw = Screen._compositor_refresh
_undrawn: WeakSet[Screen[Any]] = WeakSet()


def _draw_later(self: Screen[Any]) -> None:
    _undrawn.add(self)


_read: dict[tuple[object, ...], list[RuleSet]] = {}
_read_anew = Stylesheet._parse_rules


def _remembered(
    self: Stylesheet,
    css: str,
    read_from: tuple[str, str],
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    colours = hash(tuple(self._variables.items()))
    key = (css, read_from, is_default_rules, tie_breaker, scope, colours)
    if key not in _read:
        _read[key] = _read_anew(self, css, read_from, is_default_rules, tie_breaker, scope)
    return _read[key]


_press_one_by_one = Pilot.press


async def _press(self: Pilot[Any], *keys: str) -> None:
    """Press keys; a letter after which another follows in a field is not waited for."""
    for key, following in zip_longest(keys, keys[1:], fillvalue=""):
        types_on = len(key) == len(following) == 1 and key.isalnum()
        if types_on and isinstance(self.app.focused, Input | TextArea):
            self.app.post_message(Key(key, key))
        else:
            await _press_one_by_one(self, key)


def settle_by_what_is_left_to_do() -> None:
    """Have it so for every test of this process."""
    for module in (textual_app, textual_pilot):
        vars(module)["wait_for_idle"] = _settled
    for owner, name, ours in (
        (Stylesheet, "_parse_rules", _remembered),
        (Screen, "_compositor_refresh", _draw_later),
        (Pilot, "press", _press),
    ):
        setattr(owner, name, ours)
    # An app makes a great many small things that all end with it: to look for rings among them
    # after every 700, as Python does, takes a tenth of the time.
    gc.set_threshold(200_000, 50, 1000)

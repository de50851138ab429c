"""Makes tests of screens independent of how busy the machine is, and quicker.

Textual's Pilot waits after each key until the process is idle, by its processor time: on a busy
machine that is over before the key has arrived, and on a quiet one it takes two looks of 20 ms when
nothing is left to do. Here a key is done when nothing is left to do: the event loop has nothing
ready to run, no screen waits for its next frame, and no thread is at work for the app (which is
waited for only so long: a test may hold one). What waits for a frame has it at once, and the screen
is drawn once for a press of keys, when all is done, however often Textual would draw on the way
there. Letters that follow each other in a field come as quickly as from a fast typist. Style sheets
are remembered from app to app, as one app remembers its own.
"""

import asyncio
import gc
from asyncio.base_events import BaseEventLoop
from collections.abc import Callable
from itertools import zip_longest
from time import monotonic
from typing import Any
from weakref import WeakSet

from textual import app as textual_app
from textual import pilot as textual_pilot
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from tui.app import ReviewApp

_LONGEST = 5.0  # seconds: an app that is never done is looked at nevertheless
_PATIENCE = 0.15  # seconds for a worker or a thread: it may wait for the next key
_LOOK = 0.002  # seconds between looks at what they do

_apps: WeakSet[App[Any]] = WeakSet()
_in_threads: WeakSet["asyncio.Future[Any]"] = WeakSet()


async def _settle(*_: object) -> None:
    """Wait until nothing is under way in any app."""
    loop = asyncio.get_running_loop()
    began = quiet_since = monotonic()
    while monotonic() - began < _LONGEST:
        await asyncio.sleep(0)
        if vars(loop)["_ready"] or _give_frames():
            quiet_since = monotonic()
        elif not _at_work() or monotonic() - quiet_since > _PATIENCE:
            break
        else:
            await asyncio.sleep(_LOOK)


def _running() -> list[App[Any]]:
    return [app for app in _apps if app._running and app._screen_stacks.get(app._current_mode)]


def _give_frames() -> bool:
    """Do what waits for the next sixtieth of a second; return whether anything did."""
    found = False
    for app in _running():
        if app._resize_timer is not None:
            found = True
            with app._context():
                app._check_resize()
        for screen in app.screen_stack:
            if screen._update_timer._active.is_set():
                found = True
                with app._context(), screen._context():
                    screen._on_timer_update()
    return found


def _at_work() -> bool:
    """Whether anything is under way that the event loop does not know of."""
    return any(not job.done() for job in _in_threads) or any(map(_app_at_work, _running()))


def _app_at_work(app: App[Any]) -> bool:
    saving = isinstance(app, ReviewApp) and not app.desk.saver.wait(0)
    holds_back = app._batch_count > 0  # what is to be drawn, for a moment: the palette does
    return saving or holds_back or any(worker.is_running for worker in app.workers)


def _draw_what_changed() -> None:
    for app in _running():
        for screen in app.screen_stack:
            if screen in _undrawn:
                _undrawn.discard(screen)
                with app._context(), screen._context():
                    _draw(screen)


async def _settle_and_draw(*_: object) -> bool:
    """The same, and draw what is seen then: in the place of Textual's own waiting."""
    await _settle()
    _draw_what_changed()
    return True


_draw = Screen._compositor_refresh
_undrawn: WeakSet[Screen[Any]] = WeakSet()


def _draw_later(self: Screen[Any]) -> None:
    _undrawn.add(self)


_into_a_thread = BaseEventLoop.run_in_executor


def _into_a_thread_seen(
    self: BaseEventLoop, executor: Any, func: Callable[..., Any], *args: Any
) -> "asyncio.Future[Any]":
    job = _into_a_thread(self, executor, func, *args)
    _in_threads.add(job)
    return job


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


_made = Pilot.__init__


def _make(self: Pilot[Any], app: App[Any]) -> None:
    _made(self, app)
    _apps.add(app)


async def _press(self: Pilot[Any], *keys: str) -> None:
    """Press keys; a letter after which another follows in a field is not waited for."""
    for key, following in zip_longest(keys, keys[1:], fillvalue=""):
        types_on = len(key) == len(following) == 1 and key.isalnum()
        if types_on and isinstance(self.app.focused, Input | TextArea):
            self.app.post_message(Key(key, key))
        else:
            await self.app._press_keys([key])
    await _settle_and_draw()


def settle_by_what_is_left_to_do() -> None:
    """Have it so for every test of this process."""
    vars(textual_app)["wait_for_idle"] = _settle
    vars(textual_pilot)["wait_for_idle"] = _settle_and_draw
    for owner, name, ours in (
        (Stylesheet, "_parse_rules", _remembered),
        (Screen, "_compositor_refresh", _draw_later),
        (Pilot, "__init__", _make),
        (Pilot, "_wait_for_screen", _settle_and_draw),
        (Pilot, "press", _press),
        (BaseEventLoop, "run_in_executor", _into_a_thread_seen),
    ):
        setattr(owner, name, ours)
    # An app makes a great many small things that all end with it: to look for rings among them
    # after every 700, as Python does, takes a tenth of the time.
    gc.set_threshold(200_000, 50, 1000)

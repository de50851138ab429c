"""Nodes whose callbacks end with them.

Textual calls back after a refresh, or on a timer, also while a node is being taken off the screen:
its children may be gone by then, and a callback that looks for one would end the app.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.timer import Timer

if TYPE_CHECKING:
    from textual.dom import DOMNode as Node
else:
    # Textual takes a widget's styles from the first of its bases that is a node: not from here.
    Node = object


class Staying(Node):
    """A screen or a widget that is not called back once it is on its way off the screen."""

    @property
    def is_leaving(self) -> bool:
        """Whether it is being taken off the screen, or is off it."""
        return self._pruning or self._closing or not self.is_attached

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **named: Any) -> bool:
        """Call back once the screen is drawn, if this is still on it. Return whether it is asked."""
        return super().call_after_refresh(self._if_here, callback, *args, **named)

    def set_timer(
        self,
        delay: float,
        callback: Callable[[], Any] | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """Call back once after `delay` seconds, if this is still on the screen."""
        return super().set_timer(delay, self._guarded(callback), name=name, pause=pause)

    def set_interval(
        self,
        interval: float,
        callback: Callable[[], Any] | None = None,
        *,
        name: str | None = None,
        repeat: int = 0,
        pause: bool = False,
    ) -> Timer:
        """Call back every `interval` seconds, for as long as this is on the screen."""
        guarded = self._guarded(callback)
        return super().set_interval(interval, guarded, name=name, repeat=repeat, pause=pause)

    def _guarded(self, callback: Callable[[], Any] | None) -> Callable[[], Any] | None:
        return callback and (lambda: self._if_here(callback))

    def _if_here(self, callback: Callable[..., Any], *args: Any, **named: Any) -> Any:
        # What is returned may be a coroutine: whoever calls this awaits it.
        return None if self.is_leaving else callback(*args, **named)

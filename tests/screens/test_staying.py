"""A widget that is being taken off the screen is called back no more."""

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from screens.widgets.staying import Staying


class Asking(Staying, Vertical):
    """It looks for what it holds, whenever it is called back."""

    found = 0

    def compose(self) -> ComposeResult:
        yield Static("held")

    def look(self) -> None:
        self.query_one(Static)
        self.found += 1


class Holding(App[None]):
    def compose(self) -> ComposeResult:
        yield Asking()


async def test_called_back_while_it_stays() -> None:
    async with Holding().run_test() as pilot:
        asking = pilot.app.query_one(Asking)
        asking.call_after_refresh(asking.look)
        asking.set_timer(0.001, asking.look)
        asking.set_interval(0.001, asking.look, repeat=1)
        while asking.found < 3:
            await pilot.pause()


async def test_not_called_back_on_its_way_off() -> None:
    async with Holding().run_test() as pilot:
        asking = pilot.app.query_one(Asking)
        timers = [each(60, asking.look) for each in (asking.set_timer, asking.set_interval)]
        asking.call_after_refresh(asking.look)
        gone = asking.remove()
        for timer in timers:
            assert timer._callback is not None
            timer._callback()  # what it holds may go before it does
        await gone
        await pilot.pause()
        assert asking.found == 0

"""Rows that come and go under somebody who is on one of them."""

from textual.app import App, ComposeResult
from textual.widgets.option_list import Option

from screens.widgets.kept_list import KeptList


def rows(*names: str) -> list[Option]:
    return [Option(name, id=name, disabled=name.isupper()) for name in names]


class Listing(App[None]):
    def compose(self) -> ComposeResult:
        yield KeptList()


async def test_the_same_row_stays_highlighted_or_the_nearest_that_can_be() -> None:
    async with Listing().run_test() as pilot:
        kept = pilot.app.query_one(KeptList)
        kept.refill(rows("HEADING", "a", "b", "c"))
        assert kept.chosen == "a"
        kept.refill(rows("HEADING", "a", "b", "c"), "b")
        kept.refill(rows("new", "HEADING", "a", "b", "c"))
        assert kept.chosen == "b"
        kept.refill(rows("new", "HEADING", "a", "HEADING 2", "c"))
        assert kept.chosen in ("a", "c")
        assert kept.choose("new") and kept.chosen == "new"
        assert not kept.choose("b") and kept.chosen == "new"
        kept.refill([])
        assert kept.chosen == ""

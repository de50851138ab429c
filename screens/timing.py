"""What the screens say of time boxes: how much is left, and once when it is nearly over."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from sessions.timing import MEETING, SOON, TimeView, area_subject, name, times

from .symbols import Symbols

if TYPE_CHECKING:
    from .review import Review


def time_words(review: "Review", now: datetime, symbols: Symbols) -> tuple[tuple[str, ...], bool]:
    """Return what the title line says of the time, and whether it is nearly over, or over.

    It is said thrice, in fewer words each time: the line takes what it has room for.

    That a second window is frozen is said there too: it concerns the room as the time does.
    """
    box = shown_box(times(review.seen.visit.timeboxes, now), review.area.number)
    urgent, said = False, ("", "", "")
    if box is not None:
        whole, urgent = box_words(box, review.area.number)
        # `not started, 15:00 left`, `not started, 15:00`, `15:00`; that it is over is never left out
        brief = whole.removesuffix(" left")
        said = (whole, brief, brief.split(", ")[-1])
    frozen = ("wall frozen", "frozen", "frozen") if review.frozen else ("", "", "")
    forms = zip(frozen, said, strict=True)
    return tuple(symbols.between.join(filter(None, form)) for form in forms), urgent


def shown_box(found: Iterable[TimeView], area: int) -> TimeView | None:
    """Return the time box that is shown where an area is on the screen, if there is any.

    One that runs comes before one that is paused; among these this area's, another area's, the
    meeting's. A paused box of another area is shown there alone.
    """
    here = area_subject(area)
    wanted = [box for box in found if box.running or box.subject in (here, MEETING)]
    return min(
        wanted,
        key=lambda box: (not box.running, box.subject != here, box.subject == MEETING),
        default=None,
    )


def box_words(box: TimeView, area: int) -> tuple[str, bool]:
    """Return what is left, naming whose it is unless it is this area's; and whether it is urgent."""
    whose = "" if box.subject == area_subject(area) else f"{name(box.subject, brief=True)} "
    urgent = box.running and box.ends_soon
    return f"{'! ' if urgent else ''}{whose}{box.words}", urgent


class TimeWatch:
    """Hears the seconds go by, and says once when five minutes are left, and when time is up."""

    def __init__(self) -> None:
        self._left: dict[str, int] = {}

    def crossed(self, found: Iterable[TimeView]) -> list[str]:
        """Return what is to be said now, a sentence each.

        Only what happened since the last look: a box that was nearly over before is no news.
        """
        said = []
        for box in found:
            before = self._left.get(box.subject, box.left)
            self._left[box.subject] = box.left
            if not box.running:
                continue
            if box.left <= 0 < before:
                said.append(f"The time for {name(box.subject)} is up.")
            elif box.left <= SOON < before:
                said.append(f"5 minutes left for {name(box.subject)}.")
        return said

"""A way to every screen, by the keys that a person presses from the overview of a review.

The review is `house.a_session`: area 1 has notes; with the gate open where a screen needs it.
"""

from pathlib import Path
from typing import NamedTuple

from house import a_session
from panels import a_panel
from planning import planned
from textual.pilot import Pilot
from twice import two_reviews

from sessions.session import Session
from tui.app import ReviewApp


class Stop(NamedTuple):
    """A screen of the tour."""

    keys: tuple[str, ...]
    """From the overview; each is followed by a pause."""
    gate: bool = False
    """Whether area 1 is behind its gate."""
    plan: bool = False
    """Whether there are findings and a plan: `planning.planned`."""
    panel: str = ""
    """How far a panel of four is, `panels.a_panel`: sealed, open or agreed; empty: one person alone."""
    twice: bool = False
    """Whether it follows a review of the year before, `twice.two_reviews`."""
    saves: bool = False
    """Whether what is typed is kept as a draft, a moment after the last key."""


HERE = "1.3"
"""The statement that the tour starts on."""

_TO_STATEMENT = ("d",)
_JUDGE = (*_TO_STATEMENT, "p")

STOPS: dict[str, Stop] = {
    "library": Stop(("escape",)),
    "library filter": Stop(("escape", "slash", *"holl")),
    "setup": Stop(("escape", "s")),
    "setup again": Stop(("s",)),
    "overview": Stop(()),
    "overview behind a gate": Stop((), gate=True),
    "describe": Stop(_TO_STATEMENT),
    "describe typing": Stop((*_TO_STATEMENT, "n", *"good", "tab"), saves=True),
    "describe empty": Stop(("d", "g", *"2.1", "enter")),
    "describe full": Stop((*_TO_STATEMENT, "f")),
    "describe edit": Stop((*_TO_STATEMENT, "e")),
    "describe delete": Stop((*_TO_STATEMENT, "delete")),
    "go to": Stop(("d", "g")),
    "inbox": Stop(("i",)),
    "note from overview": Stop(("n", *"seen")),
    "gate": Stop((*_TO_STATEMENT, "p")),
    "judge": Stop((*_JUDGE, "2", "c", "3", "3"), gate=True),
    "judge cast": Stop((*_JUDGE, "2", "c", "enter", "k"), gate=True),
    "judge not enough": Stop((*_JUDGE, "0"), gate=True),
    "judge full": Stop((*_JUDGE, "f"), gate=True),
    "because": Stop((*_JUDGE, "b"), gate=True),
    "area sentence": Stop((*_JUDGE, "a"), gate=True),
    "reopen": Stop((*_JUDGE, "w"), gate=True),
    "prepare": Stop(("q", "plus", *"What", "space", *"helps", "enter")),
    "prepare form": Stop(("q", "plus")),
    "prepare timetable": Stop(("q", "right", "end")),
    "prepare figures": Stop(("q", "left", "down")),
    "catch-up": Stop(("C",)),
    "catch-up weak": Stop(("C", "right"), gate=True),
    "plan": Stop(("l",), plan=True),
    "plan ideas": Stop(("l", "h"), plan=True),
    "plan how it goes": Stop(("l", "enter", "a", "tab", *"Two"), plan=True),
    "plan finding": Stop(("l", "home", "e"), plan=True),
    "plan empty": Stop(("l",), gate=True),
    "overview when due": Stop((), plan=True),
    "agree alone": Stop(("home", "y"), gate=True),
    "agree sealed": Stop(("home", "y"), panel="sealed"),
    "agree excuse": Stop(("home", "y", "semicolon"), panel="sealed"),
    "agree": Stop(("home", "y", "k"), panel="open"),
    "agree together": Stop(("home", "y", "j", "j"), panel="open"),
    "agree agreed": Stop(("home", "y"), panel="agreed"),
    "agree dissent": Stop(("home", "y", "quotation_mark"), panel="open"),
    "hand over": Stop(("home", "y", "f9"), panel="sealed"),
    "report": Stop(("r",), gate=True),
    "export": Stop(("r", "x"), gate=True),
    "present": Stop((*_TO_STATEMENT, "f4")),
    "present descriptors": Stop((*_JUDGE, "f4"), gate=True),
    "present ballots": Stop((*_JUDGE, "2", "c", "enter", "k", "f4", *("right",) * 3), gate=True),
    "compare": Stop(("M", "down"), twice=True),
    "follow up": Stop(("F",), twice=True),
    "judge then": Stop((*_JUDGE, "M"), twice=True),
    "time": Stop((*_TO_STATEMENT, "T", "enter", *"30", "enter")),
    "help": Stop((*_JUDGE, "f1"), gate=True),
    "palette": Stop(("ctrl+p",)),
    "cover": Stop((*_TO_STATEMENT, "f8")),
}


def session_for(root: Path, name: str) -> Session:
    """Make the session that a stop of the tour needs, closed again."""
    panel = STOPS[name].panel
    if panel:
        return a_panel(root, revealed=panel != "sealed", agreed=panel == "agreed")
    if STOPS[name].twice:
        return two_reviews(root)[1]
    if not STOPS[name].plan:
        return a_session(root, gate=STOPS[name].gate)
    session = planned(root)
    session.close()
    return session


async def go(pilot: Pilot[int], name: str) -> None:
    """Go to a screen of the tour."""
    await pilot.pause()
    assert isinstance(pilot.app, ReviewApp)
    if STOPS[name].panel:
        await pilot.press("enter")  # the first to have joined is typing: the facilitator
        await pilot.pause()
    assert pilot.app.review is not None
    pilot.app.review.go(HERE)
    for key in STOPS[name].keys:
        await pilot.press(key)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()

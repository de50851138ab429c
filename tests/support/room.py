"""A panel in a room: a facilitator's window and the wall's, over one library."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from house import USUAL, all_accept, app_on, library_in, places_in
from seeing import flowing, text
from textual.pilot import Pilot

from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.conduct import accept
from sessions.library import Plan
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.session import Session
from tui.app import ReviewApp
from tui.places import open_library
from tui.present import WallApp

FAY, QUIN, ROSA, TAMSIN = "Fay Ibsen", "Quin Ashdown", "Rosa Vane", "Tamsin Orr"
PEOPLE = (FAY, QUIN, ROSA, TAMSIN)


class Panel(NamedTuple):
    """A session with its people, by id."""

    session: Session
    fay: str
    quin: str
    rosa: str
    tamsin: str

    @property
    def judges(self) -> tuple[str, str, str]:
        """Who judges."""
        return self.quin, self.rosa, self.tamsin


def a_panel(root: Path, framework: str = "inclusion-audit", setting: str = "Hollin Bank") -> Panel:
    """Make a review of areas 1 and 2 with a facilitator and three judges, and a note under each 1.x."""
    session = library_in(root).create(
        Plan(
            setting=setting,
            framework=framework,
            date="2026-11-20",
            areas=(1, 2),
            facilitator=FAY,
            reviewers=PEOPLE[1:],
        )
    )
    fay, quin, rosa, tamsin = session.state.present()
    for person in session.state.present():
        accept(session, person)
    all_accept(session)
    for statement in session.framework.areas[0].statements:
        add_note(session, quin, "A zebra was seen.", [statement.ref])
    add_note(session, rosa, "A heron, for myself.", [], private=True)
    session.flush()
    return Panel(session, fay, quin, rosa, tamsin)


def first(panel: Panel) -> str:
    """Return the ref of the first statement."""
    return panel.session.framework.areas[0].statements[0].ref


def cast(panel: Panel, person: str, *steps: int, because: str = "A badger.") -> None:
    """Cast a ballot on the first statement that shows these steps, from 1; none: not enough."""
    keys = [step.key for step in panel.session.framework.scale.steps]
    judge(
        panel.session,
        person,
        first(panel),
        highlights={keys[step - 1]: "full" for step in steps},
        cites=[("QA1", False)] if steps else [],
        outcome="stages" if steps else "not_enough_evidence",
        because=because,
    )
    panel.session.flush()


def opened(panel: Panel) -> Panel:
    """Open the gate of area 1."""
    open_gate(panel.session, panel.fay, 1)
    panel.session.flush()
    return panel


def judged(panel: Panel) -> Panel:
    """Open the gate of area 1 and have all three cast, two of them at odds with the third."""
    opened(panel)
    cast(panel, panel.quin, 1)
    cast(panel, panel.rosa, 1)
    cast(panel, panel.tamsin, 3)
    return panel


def revealed(panel: Panel) -> Panel:
    """The same, with the ballots open."""
    judged(panel)
    reveal(panel.session, panel.fay, statement=first(panel))
    panel.session.flush()
    return panel


def agreed(panel: Panel) -> Panel:
    """The same, agreed, with a dissent, and the area in a sentence."""
    revealed(panel)
    step = panel.session.framework.scale.steps[0].key
    agree(
        panel.session,
        panel.fay,
        statement=first(panel),
        outcome="stages",
        stages=[step],
        because="A weasel, seen by all.",
        dissent=[(TAMSIN, "A polecat.")],
    )
    agree(panel.session, panel.fay, area=1, because="A stoat sits here.")
    panel.session.flush()
    return panel


class Windows(NamedTuple):
    """The two windows, both open."""

    app: ReviewApp
    pilot: Pilot[int]
    wall: WallApp
    other: Pilot[int]

    async def press(self, *keys: str) -> None:
        """Press keys in the facilitator's window, and let the wall follow."""
        for key in keys:
            await self.pilot.press(key)
        await self.follow()

    async def follow(self) -> None:
        """Let the wall take in what there is: what its timers do a few times a second."""
        await self.pilot.pause()
        assert self.app.desk.saver.wait(5)
        await self.app.in_the_room.tell()
        await self.wall.look()
        await self.other.pause()

    @property
    def seen(self) -> str:
        """What is on the wall, with all white space as single blanks."""
        return flowing(self.wall)

    @property
    def here(self) -> str:
        """What is in the facilitator's window."""
        return flowing(self.app)

    def page(self) -> tuple[str, str]:
        """What stands between the first and the last line of either window."""
        mine, walls = (text(app).split("\n")[1:-1] for app in (self.app, self.wall))
        return "\n".join(mine), "\n".join(walls)


def a_wall(root: Path, session: Session, *, ascii_only: bool = False) -> WallApp:
    """Return the second window, as the command opens it."""
    here = places_in(root)
    fresh = open_library(here).open(session.id)
    return WallApp(fresh, here.library, here.home, ascii_only=ascii_only)


@asynccontextmanager
async def two_windows(
    root: Path,
    panel: Panel,
    person: str = FAY,
    size: tuple[int, int] = USUAL,
    *,
    ascii_only: bool = False,
) -> AsyncIterator[Windows]:
    """Open both windows on a session; the first begins at its overview."""
    app = app_on(root, panel.session, ascii_only=ascii_only, person=person)
    wall = a_wall(root, panel.session, ascii_only=ascii_only)
    async with app.run_test(size=size) as pilot, wall.run_test(size=size) as other:
        # The overview begins with what is next; these begin with area 1.
        await pilot.press("home")
        yield Windows(app, pilot, wall, other)
    panel.session.release()

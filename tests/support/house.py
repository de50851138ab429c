"""A small review to try the screens on: a library in a folder of its own, a session, some notes."""

from datetime import UTC, datetime
from pathlib import Path

from sessions.conduct import accept
from sessions.library import Library, Plan
from sessions.notes import Circumstances, add_note
from sessions.passes import open_gate
from sessions.seen import SessionView
from sessions.session import Session
from sessions.view import view
from tui.app import ReviewApp
from tui.places import Places, open_library

NARROW, USUAL, WIDE = (60, 20), (80, 24), (120, 40)


def places_in(root: Path) -> Places:
    """Return folders of our own under `root`."""
    return Places(root / "library", root / "frameworks", root / "home")


def a_quiet_clock() -> datetime:
    """Return the same moment always."""
    return datetime(2026, 11, 20, 10, 46, tzinfo=UTC)


def library_in(root: Path) -> Library:
    """Return the library under `root`, where it is always the same moment."""
    return open_library(places_in(root), a_quiet_clock)


def all_accept(session: Session) -> None:
    """Let everybody have agreed to how the panel works, so that nobody is asked."""
    for person in session.state.present():
        accept(session, person)


def a_session(root: Path, *names: str, notes: bool = True, gate: bool = False) -> Session:
    """Make a session with these reviewers (Amira Khan without any), closed again.

    With notes: three for area 1 (two under 1.3) and one in the inbox; with gate: area 1 is open.
    """
    plan = Plan(
        setting="Hollin Bank Primary", date="2026-11-20", reviewers=names or ("Amira Khan",)
    )
    session = library_in(root).create(plan)
    all_accept(session)
    me = session.state.present()[0]
    if notes:
        attendance = "Autumn attendance by need: SEMH 86.1%, all other needs above 92%."
        where = Circumstances("data", "head's office", "2026-11-20 10:31")
        add_note(session, me, attendance, ["1.3"], where)
        said = 'Two of five learners said: "when I miss Monday we make a plan".'
        add_note(
            session, me, said, ["1.3"], Circumstances("learner-voice", "Y5", "2026-11-20 10:40")
        )
        read = "Three learners in Y2 read to an adult while we were there."
        add_note(session, me, read, ["1.2"], Circumstances("observation", "Y2", "2026-11-20 10:45"))
        add_note(
            session,
            me,
            "A parent at the gate spoke of a home visit.",
            [],
            Circumstances("parent-voice", "gate", "2026-11-20 08:40"),
        )
    if gate:
        open_gate(session, me, 1)
    session.close()
    return session


def app_on(
    root: Path, session: Session, *, ascii_only: bool = False, theme: str = "dark", person: str = ""
) -> ReviewApp:
    """Return the app, about to open at a session."""
    return ReviewApp(places_in(root), session.id, person=person, ascii_only=ascii_only, theme=theme)


def on_disk(root: Path, session: Session) -> SessionView:
    """Return what a fresh start would find of a session, as everyone may see it."""
    return view(library_in(root).open(session.id))

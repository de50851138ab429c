"""Changing what a session was set up with; each field is a record of its own."""

from frameworks.text import clean_line

from .library import read_phase, read_scope
from .moments import read_day
from .records import Change, Field
from .session import Session


def change_setup(
    session: Session,
    by: str,
    *,
    setting: str | None = None,
    date: str | None = None,
    phase: str | None = None,
    purpose: str | None = None,
    areas: tuple[int, ...] | None = None,
) -> None:
    """Change the session's own fields; what is None stays. Raises Refused."""
    wanted: dict[str, object] = {}
    if setting is not None and clean_line(setting):
        wanted["setting"] = clean_line(setting)
    if date is not None:
        wanted["date"] = read_day(date, session.now().date())
    if phase is not None:
        wanted["phase"] = read_phase(phase)
    if purpose is not None:
        wanted["purpose"] = clean_line(purpose)
    if areas is not None:
        wanted["areas"] = read_scope(session.framework, areas)
    changes = [
        Change("session", f"session/{name}", Field(value))
        for name, value in wanted.items()
        if session.state.field(name) != value or len(session.records.live(f"session/{name}")) > 1
    ]
    if changes:
        session.write(by, changes)

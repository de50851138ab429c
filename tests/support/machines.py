"""One review on two machines, and what each wrote brought to the other."""

from collections.abc import Callable
from pathlib import Path

from reviews import Panel, Ticking, copy_over, library_in, panel_in

from sessions.view import view


def two_machines(root: Path, prepare: Callable[[Panel], None]) -> tuple[Panel, Panel]:
    """Return a review, prepared, on two machines; neither has seen what the other writes from now on."""
    clock = Ticking()
    here = panel_in(library_in(root, clock=clock))
    prepare(here)
    here.session.flush()
    there = library_in(root, "desktop", clock).open(here.session.id)
    return here, here._replace(session=there)


def brought_together(one: Panel, other: Panel) -> None:
    """Bring each what the other wrote, and show that both see the same."""
    copy_over(one.session, other.session)
    copy_over(other.session, one.session)
    assert view(one.session) == view(other.session)

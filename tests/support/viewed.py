"""What a view says, and that it tells nothing of an area that is being described."""

import msgspec
from reviews import ANIMALS, STAGES

from sessions.seen import SessionView

REFS = {1: ("1.1", "1.2", "1.3"), 2: ("2.1", "2.2"), 3: ("3.1",)}
AREA = {ref: area for area, refs in REFS.items() for ref in refs}
STAGE_WORDS = (*STAGES, *(f"{stage.capitalize()} Practice" for stage in STAGES))


def written(seen: SessionView) -> str:
    """Everything that a view says, as one text."""
    return msgspec.json.encode(seen).decode()


def assert_describes(seen: SessionView, area: int, everything: str = "") -> None:
    """Show that nothing in a view tells the stages of an area that is being described.

    `everything`: what `written` says of it, if that is known.
    """
    own = seen.area(area)
    assert own is not None
    assert not own.judging
    assert own.agreement is None
    assert own.judges == ()
    assert own.as_a_whole == ()
    assert all(statement.judged is None for statement in own.statements)
    alone = msgspec.json.encode(own).decode()
    for word in (*STAGE_WORDS, *ANIMALS.get(area, ())):
        assert word not in alone
    everything = everything or written(seen)
    for word in ANIMALS.get(area, ()):
        assert word not in everything

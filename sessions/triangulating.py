"""Triangulation: who has been heard on what so far, and who can still see what is missing.

Source: section B of the domain: a claim that rests on one source type is a claim, until a second kind
of source speaks of it. Everything here is told from a view, so it holds nothing that is hidden.
"""

import msgspec

from .records import SOURCES
from .seen import SessionView, StatementView
from .seen_visit import ActivityView, EnquiryView

VOICES: dict[str, str] = {
    "learner-voice": "learners",
    "parent-voice": "parents or carers",
    "staff-voice": "staff",
    "leader-voice": "leaders or governors",
}
"""The source types that are somebody's voice, and whose."""


class Heard(msgspec.Struct, frozen=True):
    """What stands behind a statement so far."""

    ref: str
    sources: tuple[str, ...]
    """The source types, in the order of `SOURCES`; notes without one are not counted here."""
    voices: tuple[str, ...]
    """Those of them that are somebody's voice."""
    reviewers: tuple[str, ...]
    """Who wrote the notes, in the order that they first did."""
    notes: int

    @property
    def one_sided(self) -> bool:
        """Whether all of it comes from one kind of source, as far as is said: a claim."""
        return self.notes > 0 and len(self.sources) <= 1

    @property
    def words(self) -> str:
        """How it stands, in words."""
        if not self.notes:
            return "nothing yet"
        if not self.sources:
            return "source not said yet"
        if self.one_sided:
            return "heard from one side so far"
        return ", ".join(SOURCES[source] for source in self.sources)


class Gap(msgspec.Struct, frozen=True):
    """Something that has not been seen yet, and what is left of the timetable that may show it."""

    what: str
    """A statement's ref, a line of enquiry's ref, or whose voice is missing."""
    kind: str
    """`statement`, `enquiry` or `voice`."""
    why: str
    """In words: `nothing yet`, `heard from one side so far: data`."""
    later: tuple[ActivityView, ...]


class CatchUp(msgspec.Struct, frozen=True):
    """What has not been seen yet."""

    statements: tuple[Gap, ...]
    enquiries: tuple[Gap, ...]
    voices: tuple[Gap, ...]
    left: tuple[ActivityView, ...]
    """What is left of the timetable."""

    @property
    def unseen(self) -> tuple[Gap, ...]:
        """The gaps that nothing on the rest of the timetable is for."""
        every = (*self.statements, *self.enquiries, *self.voices)
        return tuple(gap for gap in every if not gap.later)


def heard(statement: StatementView) -> Heard:
    """Return what stands behind a statement, private notes left out."""
    notes = [note for note in statement.evidence if not note.private]
    kinds = {note.source for note in notes}
    return Heard(
        ref=statement.ref,
        sources=tuple(source for source in SOURCES if source in kinds),
        voices=tuple(voice for voice in VOICES if voice in kinds),
        reviewers=tuple(dict.fromkeys(note.by for note in notes)),
        notes=len(notes),
    )


def catch_up(seen: SessionView, now: str) -> CatchUp:
    """Return what is missing at a moment (`YYYY-MM-DD HH:MM`), against the rest of the timetable."""
    left = tuple(a for a in seen.visit.activities if not a.starts or (a.ends or a.starts) > now)
    statements = [s for area in seen.areas for s in area.statements]
    known = [heard(statement) for statement in statements]
    # A voice was heard wherever its note is filed, and also while it is filed nowhere.
    spoken = {note.source for note in seen.notes if not note.private}
    thin = [one for one in known if not one.notes or one.one_sided]
    # What is proposed is for host and facilitator, and this may be on the wall.
    still_open = [e for e in seen.visit.enquiries if e.standing == "open"]
    return CatchUp(
        statements=tuple(Gap(h.ref, "statement", _why(h), _other(left, h)) for h in thin),
        enquiries=tuple(_open(e, left) for e in still_open),
        voices=tuple(
            Gap(whose, "voice", "not heard yet", tuple(a for a in left if a.source == voice))
            for voice, whose in VOICES.items()
            if voice not in spoken
        ),
        left=left,
    )


def _why(one: Heard) -> str:
    sources = ", ".join(SOURCES[source] for source in one.sources)
    return f"{one.words}: {sources}" if sources else one.words


def _other(left: tuple[ActivityView, ...], one: Heard) -> tuple[ActivityView, ...]:
    """Return what is left about a statement; the source that was heard already shows no other side."""
    about = _about(left, (one.ref,))
    return tuple(a for a in about if not a.source or a.source not in one.sources)


def _about(left: tuple[ActivityView, ...], refs: tuple[str, ...]) -> tuple[ActivityView, ...]:
    return tuple(activity for activity in left if set(refs) & set(activity.statements))


def _open(enquiry: EnquiryView, left: tuple[ActivityView, ...]) -> Gap:
    return Gap(enquiry.ref, "enquiry", enquiry.question, _about(left, enquiry.statements))

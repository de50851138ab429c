"""The second pass of a demo: gates, ballots in two rounds, reveal, what is agreed."""

from collections.abc import Iterable

from .agreeing import agree
from .ballots import judge, reveal
from .demo_content import Days, Part, Section
from .passes import open_gate
from .session import Session

_GATE, _BALLOTS, _REVEAL, _AGREEING = "14:32", "14:45", "15:10", "15:15"
_UNSURE = "not enough evidence"

Areas = dict[int, Section]


def open_gates(session: Session, days: Days, chair: str, areas: Iterable[int]) -> None:
    """Open the gates of the areas that are judged."""
    days.at(_GATE)
    for number in areas:
        open_gate(session, chair, number)
        days.on()


def judge_and_agree(
    session: Session, days: Days, people: dict[str, str], chair: str, areas: Areas
) -> None:
    """Cast the ballots, open them, cast those of the second round, write down what is agreed."""
    days.at(_BALLOTS)
    _judge(session, days, people, areas, again=False)
    days.at(_REVEAL)
    for number in areas:
        reveal(session, chair, area=number)
        days.on()
    _judge(session, days, people, areas, again=True)
    days.at(_AGREEING)
    for number, section in areas.items():
        for statement in section.below:
            days.on()
            _agree(session, chair, statement)
        agree(session, chair, area=number, because=section.part.text)


def _judge(
    session: Session, days: Days, people: dict[str, str], areas: Areas, *, again: bool
) -> None:
    """Cast the ballots of the first round, or of the second."""
    for section in areas.values():
        for statement in section.below:
            for row in statement.rows:
                tag, _, second = row[0].partition(" ")
                if tag in people and bool(second) == again:
                    days.on()
                    _cast(session, people[tag], statement.title[0], *row[1:])


def _cast(
    session: Session, by: str, ref: str, shows: str, cited: str, because: str, *said: str
) -> None:
    highlights = {}
    for shown in shows.split(", ") if shows != _UNSURE else ():
        stage, _, part = shown.partition(" ")
        highlights[stage] = "part" if part else "full"
    marked = cited.replace("not ", "not:").split()
    judge(
        session,
        by,
        ref,
        highlights=highlights,
        cites=[(note.removeprefix("not:"), note.startswith("not:")) for note in marked],
        outcome="stages" if highlights else "not_enough_evidence",
        because=because,
        fields=_fields(session, said),
    )


def _agree(session: Session, chair: str, statement: Part) -> None:
    rows = {row[0]: row[1:] for row in statement.rows}
    if "agreed" not in rows:
        return  # the panel came to no view of it
    shows, because, *said = rows["agreed"]
    agree(
        session,
        chair,
        statement=statement.title[0],
        because=because,
        outcome="not_enough_evidence" if shows == _UNSURE else "stages",
        stages=() if shows == _UNSURE else shows.split(", "),
        dissent=[(row[1], row[2]) for row in statement.rows if row[0] == "dissent"],
        fields=_fields(session, said),
    )


def _fields(session: Session, said: Iterable[str]) -> dict[str, str]:
    """Return what else was written of a judgement, by the framework's fields in their order."""
    keys = [field.key for field in session.framework.fields]
    return dict(zip(keys, said, strict=False))

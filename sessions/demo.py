"""Makes the demos: finished, invented sessions, through the same acts as everybody's.

What is in them is in `demo.md`, `demo_before.md` and `demo_audit.md`, as people read it.
"""

from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from .conduct import accept
from .demo_content import CONTENTS, NOTHING, Days, Part, Section, read_content
from .demo_judging import judge_and_agree, open_gates
from .demo_plan import find, plan
from .enquiries import accept as accept_enquiry
from .enquiries import add_enquiry, propose, stand
from .figures import set_figures
from .follow_up import Wanted, follow_up
from .library import Library, Plan
from .moments import MOMENT
from .notes import Circumstances, add_note
from .people import add_person, find_person, leave
from .records import Outcome
from .self_evaluating import self_evaluate
from .session import Session
from .setup import change_setup
from .timetable import Plan as Activity
from .timetable import add_activity

_CLOSING, _FINDING, _LEAVING = "15:25", "15:30", "15:40"
_WRITTEN = timedelta(minutes=2)  # from what was observed to the note that says so
_ENDS = ("supported", "not-supported", "changed", "dropped")


class _Made(NamedTuple):
    """A session that is being made."""

    session: Session
    days: Days
    people: dict[str, str]
    """The ids of the participants, by tag."""
    content: dict[str, Section]
    told: dict[str, str]
    """What the content says of the session itself."""

    def part(self, title: str) -> Section:
        """Return a section of the content; an empty one where there is none of that title."""
        return self.content.get(title, NOTHING)


def build_demos(library: Library) -> str:
    """Make every demo in a library; return the id of the one to open first."""
    first, *_ = [build_demo(library, content) for content in CONTENTS]
    return first


def build_demo(library: Library, content: Path = CONTENTS[0]) -> str:
    """Make a demo in a library and return its id; it is on the disk when this returns.

    Raises Refused where the library has not got its framework, OSError if it cannot be written.
    """
    found = read_content(content)
    told = found["Session"].told
    days = Days(library.clock(), int(told["weeks"]))
    before = build_demo(library, content.with_name(told["follows"])) if "follows" in told else ""
    session = _create(library, days, told, before)
    try:
        people = _join(session, found["People"].part)
        if before:
            areas = _numbers(told["areas"])
            change_setup(session, people[told["chair"]], purpose=told["purpose"], areas=areas)
        made = _Made(session, days, people, found, told)
        _prepare(made)
        _visit(made)
        find(session, days, people, made.part("Findings").below)
        if "leaves" in told:
            days.at(_LEAVING)
            leave(session, people[told["leaves"]])
        plan(session, days, people, made.part("Plan").below)
        session.flush()
    finally:
        session.release()
    return session.id


def _create(library: Library, days: Days, told: dict[str, str], before: str) -> Session:
    """Make the session, empty; `before`: the id of the one that it follows (empty: none)."""
    # The same library, but for what time it is
    then = Library(library.folder, library.home, library.shelf, days)
    if before:
        return follow_up(then, before, Wanted(date=days.day(), panel=False))
    return then.create(
        Plan(
            setting=told["setting"],
            framework=told["framework"],
            phase=told["phase"],
            date=days.day(),
            areas=_numbers(told["areas"]),
            purpose=told["purpose"],
        )
    )


def _join(session: Session, part: Part) -> dict[str, str]:
    """Let everybody join and agree to how the panel works; return each one's id by tag."""
    for tag, name, role, school, leads, interest, concerned in part.rows:
        add_person(
            session,
            name,
            role=role,
            tag=tag,
            own_setting=school,
            leads=_numbers(leads),
            interest=interest,
            interest_areas=_numbers(concerned),
        )
    people = {row[0]: find_person(session.state, row[0]) for row in part.rows}
    for person in people.values():
        accept(session, person)
    return people


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split())


# Before the visit


def _prepare(made: _Made) -> None:
    session, days, people = made.session, made.days, made.people
    host = next(i for i in people.values() if session.state.people[i].role == "host")
    if "figures" in made.told:
        pairs = (figure.split() for figure in made.told["figures"].split(", "))
        set_figures(session, host, {key: int(count) for key, count in pairs})
    for row in made.part("The setting's own view").part.rows:
        days.on()
        _own_view(session, host, *row)
    if made.part("Lines of enquiry").below:
        _ask(made, host)
    for row in made.part("Timetable").part.rows:
        days.on()
        _go(session, people[made.told["chair"]], *row)


def _own_view(session: Session, host: str, ref: str, sees: str, because: str, *said: str) -> None:
    outcome: Outcome = "not_enough_evidence" if sees == "not enough evidence" else "stages"
    fields = [field.key for field in session.framework.fields]
    self_evaluate(
        session,
        host,
        ref,
        stages=sees.split(", ") if outcome == "stages" else (),
        outcome=outcome,
        because=because,
        fields=dict(zip(fields, said, strict=False)),
    )


def _ask(made: _Made, host: str) -> None:
    """Propose lines of enquiry, accept them in other words, and add those of the panel."""
    session, days, chair = made.session, made.days, made.people[made.told["chair"]]
    proposed = iter(propose(session, host))
    days.at("16:10", after=-7)
    for asked in made.part("Lines of enquiry").below:
        days.on()
        who, statements = asked.title
        told = _told(asked)
        if who == "proposed":
            accept_enquiry(session, chair, next(proposed), asked.text or None)
        else:
            add_enquiry(
                session,
                made.people[who],
                asked.text,
                statements.split(),
                supports=told.get("supports", ""),
                refutes=told.get("refutes", ""),
                look=told.get("look", ""),
            )


def _told(part: Part) -> dict[str, str]:
    return dict(row[0].split(": ", 1) for row in part.rows)


def _go(
    session: Session,
    by: str,
    starts: str,
    ends: str,
    what: str,
    where: str,
    who: str,
    tags: str,
    source: str,
    statements: str,
) -> None:
    going = Activity(
        what=what,
        starts=starts,
        ends=ends,
        where=where,
        who=who,
        reviewers=tuple(tags.split()),
        source=source,
        statements=tuple(statements.split()),
    )
    add_activity(session, by, going)


# The visit


def _visit(made: _Made) -> None:
    session, days, people = made.session, made.days, made.people
    chair = people[made.told["chair"]]
    areas = {
        int(title[5:]): section for title, section in made.content.items() if title[:5] == "Area "
    }
    _note(made, made.part("Notes").below)
    open_gates(session, days, chair, areas)
    _note(made, made.part("Late notes").below)
    judge_and_agree(session, days, people, chair, areas)
    days.at(_CLOSING)
    for number, asked in enumerate(made.part("Lines of enquiry").below, 1):
        ends = [(how, why) for how, why in _told(asked).items() if how in _ENDS]
        for how, why in ends:
            days.on()
            stand(session, chair, str(number), how, why)
    days.at(_FINDING)


def _note(made: _Made, notes: list[Part]) -> None:
    for note in notes:
        named, time, source, where, under = note.title
        ref, _, private = named.partition(" ")
        made.days.at(time)
        observed = made.days().strftime(MOMENT)
        made.days.on(_WRITTEN)
        said = Circumstances(source=source, where=where, observed=f"{observed[:10]} {time}")
        by = made.people[ref.rstrip("0123456789")]
        called = add_note(made.session, by, note.text, under.split(), said, private=bool(private))
        assert called == ref, f"the note called {ref} became {called}"

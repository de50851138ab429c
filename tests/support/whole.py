"""A session with something in every place that a document takes its text from."""

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from exports.formats import FORMATS
from frameworks.model import Framework
from frameworks.shelf import Shelf
from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.enquiries import accept, add_enquiry, propose, stand
from sessions.errors import Refused
from sessions.figures import set_figures
from sessions.findings import add_finding, set_priorities
from sessions.home import Home
from sessions.library import Library, Plan
from sessions.notes import Circumstances, add_note
from sessions.passes import open_gate
from sessions.people import add_person, find_person
from sessions.planning import Doing, add_action, add_key_result, monitor, set_plan_text
from sessions.records_after import PARTS
from sessions.replying import reply
from sessions.report_texts import write_text
from sessions.seen import SessionView
from sessions.self_evaluating import self_evaluate
from sessions.session import Session
from sessions.standing import set_standing
from sessions.timetable import Plan as Activity
from sessions.timetable import add_activity
from sessions.view import view

MADE = datetime(2026, 11, 21, 16, 5, tzinfo=UTC)
"""When documents were made."""

Say = Callable[[str], str]
"""Returns what is written in a place, such as `finding` or `judged because`."""


@contextmanager
def session_in(root: Path, packs: Path, framework: str) -> Iterator[Session]:
    """Make a session of a framework of `packs`: Fran facilitates, Amira and Ben review, Jo is host."""
    moment = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def clock() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    library = Library(root / "library", Home(root / "home", "here"), Shelf(built_in=packs), clock)
    plan = Plan(
        setting="Hollin Bank",
        framework=framework,
        date="2026-11-21",
        facilitator="Fran Gill",
        reviewers=("Amira Khan", "Ben Price"),
    )
    with library.create(plan) as session:
        add_person(session, "Jo Reed", role="host")
        yield session


def prepare(session: Session, say: Say) -> None:
    """Write what comes before the visit: figures, the setting's own view, enquiries, timetable."""
    fran, jo = (find_person(session.state, name) for name in ("Fran Gill", "Jo Reed"))
    refs, scale = list(session.state.order), session.framework.scale
    set_figures(session, jo, {"roll": 412, "sen-support": 61, "ehc-plans": 2})
    fields = {field.key: say(f"own {field.key}") for field in session.framework.fields}
    for ref in refs[:2]:
        weakest = scale.rising()[0].key
        self_evaluate(session, jo, ref, stages=[weakest], because=say("own because"), fields=fields)
    proposed = propose(session, fran)
    if proposed:
        accept(session, fran, proposed[0], say("enquiry accepted"))
    texts = {name: say(f"enquiry {name}") for name in ("supports", "refutes", "look")}
    answered = add_enquiry(session, fran, say("enquiry question"), refs[:1], **texts)
    stand(session, fran, answered, "supported", say("enquiry reason"))
    add_activity(
        session,
        fran,
        Activity(
            what=say("activity what"),
            starts="10:00",
            ends="10:45",
            where=say("activity where"),
            who=say("activity who"),
            reviewers=("Amira Khan",),
            source="learner-voice",
            statements=tuple(refs[:1]),
        ),
    )


def visit(session: Session, say: Say) -> None:
    """Write a note under each statement but the last, and one under none."""
    amira = find_person(session.state, "Amira Khan")
    refs = list(session.state.order)
    for ref in refs[:-1] or refs:
        add_note(
            session,
            amira,
            say("note"),
            [ref],
            Circumstances("data", say("note where"), "", say("note group"), say("note document")),
        )
    add_note(session, amira, say("note of the inbox"))


def conclude(session: Session, say: Say) -> None:
    """Judge and agree the first statement of the first area; write findings and the plan."""
    fran, amira, ben = (
        find_person(session.state, name) for name in ("Fran Gill", "Amira Khan", "Ben Price")
    )
    area, steps = session.state.areas[0], session.framework.scale.steps
    ref, note = area.statements[0].ref, session.state.refs
    first = next(iter(note.values()))
    fields = {field.key: say(f"agreed {field.key}") for field in session.framework.fields}
    open_gate(session, fran, area.number)
    for person, step in ((amira, steps[0]), (ben, steps[-1])):
        judge(
            session,
            person,
            ref,
            highlights={step.key: "full"},
            cites=[(first, False)],
            because=say("ballot because"),
        )
    reveal(session, fran, statement=ref)
    agree(
        session,
        fran,
        statement=ref,
        outcome="stages",
        stages=[steps[-1].key],
        because=say("agreed because"),
        dissent=[("Ben Price", say("agreed dissent"))],
        fields=fields,
    )
    agree(session, fran, area=area.number, because=say("area because"))
    _plan(session, say, ref, first)


def _plan(session: Session, say: Say, ref: str, note: str) -> None:
    fran = find_person(session.state, "Fran Gill")
    for kind in ("strength", "sharing"):
        add_finding(session, fran, kind, say(f"finding {kind}"), [ref], [note])
    development = add_finding(session, fran, "development", say("finding development"), [ref])
    set_priorities(session, fran, [development])
    set_plan_text(session, fran, "objective", say("plan objective"))
    set_plan_text(session, fran, "benchmark", say("plan benchmark"))
    result = add_key_result(session, fran, say("key result"), [development])
    doing = Doing(
        what=say("action what"),
        who=say("action who"),
        due="2027-01-15",
        success=say("action success"),
    )
    action = add_action(session, fran, result, doing)
    other = Doing(what=say("action later"), window="2")
    add_action(session, fran, result, other)
    monitor(session, fran, action, "on-track", say("monitoring seen"))
    monitor(session, fran, action, "dropped", "", reason=say("monitoring reason"))


def fill(session: Session, say: Say = lambda place: f"The {place}.") -> None:
    """Write something in every place."""
    prepare(session, say)
    visit(session, say)
    conclude(session, say)


def follow(session: Session, say: Say) -> None:
    """Write what follows: words for the parts of the report, and the host's answer to a finding."""
    fran, jo = (find_person(session.state, name) for name in ("Fran Gill", "Jo Reed"))
    set_standing(session, fran, "accuracy")
    reply(session, jo, "3", "disagree", say("reply"))
    set_standing(session, fran, "draft")
    for part in PARTS:
        write_text(session, fran, part, say(f"words for {part}"))


def in_format(session: Session, name: str = "markdown", viewer: str | None = None) -> str:
    """Return a session in a format, as everyone may see it, or from what one participant may."""
    return seen_in_format(view(session, viewer), session.framework, name)


def seen_in_format(seen: SessionView, framework: Framework, name: str) -> str:
    """Return what somebody sees of a session in a format: to see it once for many takes half the time."""
    made = FORMATS[name].write(seen, framework, MADE)
    return made if isinstance(made, str) else word_text(made)


def word_text(data: bytes) -> str:
    """Return all that a document of Word's says: its text, header, footer and properties."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
    return "\n".join(html.unescape(re.sub(r"<[^>]*>", " ", part)) for part in parts)


def every_text(session: Session, viewer: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield what every format says; of the full report each form, of other documents Markdown.

    From what one participant may see: only what is not made of the report alone, and the report whole.
    What a format says where it refuses counts as well.
    """
    seen = view(session, viewer)
    for name, form in FORMATS.items():
        if viewer and form.document not in ("", "visit-pack", "accuracy"):
            continue
        if form.document and form.ending != "md" and (form.document != "report" or viewer):
            continue
        try:
            yield name, seen_in_format(seen, session.framework, name)
        except Refused as refusal:
            yield name, str(refusal)


def section(markdown: str, title: str) -> str:
    """Return what stands below a heading, up to the next of its rank or above."""
    marks, _, _ = title.partition(" ")
    body = markdown.split(f"\n{title}\n", 1)[1]
    return re.split(rf"(?m)^#{{1,{len(marks)}}} ", body)[0]

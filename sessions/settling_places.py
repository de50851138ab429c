"""Where the texts of a session stand, by subject: what each says now, and the act that changes it.

A subject is the record and its field: `note/<id>/text`, `agreement/1.2/because`, `finding/<id>/text`.
"""

import msgspec

from .agreeing import why_not_chair
from .enquiries import change_enquiry, stand
from .errors import Refused
from .findings import need_finding, need_panel
from .notes import Circumstances, edit_note
from .numbered import refs
from .people import change_person
from .planning import Doing, change_action, need_key_result, set_plan_text, set_windows
from .records import Agreement, Ballot, Change, Dissent, Kind
from .records_after import Reply, ReportText
from .records_plan import Monitoring
from .records_visit import Enquiry, SelfEvaluation
from .replying import reply, settle_reply
from .rules import need_area, need_judging, need_statement
from .seen import AgreementView, SessionView
from .self_evaluating import need_host
from .session import Session
from .setup import change_setup
from .standing_plan import StandingPlan
from .timetable import Plan as Activity
from .timetable import change_activity

_FIXED = {
    "gate": "The reason for taking an area back is part of the log, and stays as it was written",
    "change": "What changed is the log's own words, and stays",
    "then": "What an older review said is changed there",
}
"""What no act changes, and why."""


def text_at(seen: SessionView, subject: str) -> str | None:
    """Return what stands at a subject, as this view shows it; None: nothing is there to be seen."""
    kind, _, rest = subject.partition("/")
    which, _, field = rest.rpartition("/")
    match kind:
        case "note":
            note = next((n for n in seen.notes if n.id == which), None)
            return getattr(note, field, None) if note is not None else None
        case "session":
            return seen.purpose
        case "person":
            return next((p.interest for p in seen.people if p.id == which), None)
        case "agreement" | "ballot" | "own":
            return _judged_at(seen, kind, rest)
        case "enquiry":
            one = next((e for e in seen.visit.enquiries if e.id == which), None)
            return getattr(one, field, None) if one is not None else None
        case "activity":
            activity = next((a for a in seen.visit.activities if a.id == which), None)
            return getattr(activity, field, None) if activity is not None else None
        case "reply":
            answer = next((r for r in seen.after.replies if r.finding == which), None)
            return getattr(answer, field, None) if answer is not None else None
        case "report_text":
            return next((t.text for t in seen.after.texts if t.part == rest), None)
        case _:
            return _planned_at(seen, kind, which, field)


def _judged_at(seen: SessionView, kind: str, rest: str) -> str | None:
    """Return a text of an agreement, of a ballot or of the setting's own view."""
    if kind == "agreement":
        subject, field, key = _split_field(rest)
        agreed = _agreed(seen, subject)
        if agreed is None:
            return None
        if field == "dissent":
            return next((text for person, text in agreed.dissents if person == key), None)
        return agreed.because if field == "because" else agreed.fields.get(key)
    if kind == "ballot":
        person, ref, turn, tail = rest.split("/", 3)
        statement = seen.statement(ref)
        judged = statement.judged if statement is not None else None
        ballot = judged.of(person, int(turn)) if judged is not None else None
        if ballot is None or ballot.hidden:
            return None
        return ballot.because if tail == "because" else ballot.fields.get(tail.split("/", 1)[-1])
    ref, _, tail = rest.partition("/")
    own = seen.visit.own_view(ref)
    if own is None:
        return None
    return own.because if tail == "because" else own.fields.get(tail.split("/", 1)[-1])


def _split_field(rest: str) -> tuple[str, str, str]:
    """Return the subject of an agreement, which text of it is meant, and the field or person."""
    for field in ("/because", "/dissent/", "/field/"):
        subject, found, key = rest.partition(field)
        if found:
            return subject, field.strip("/"), key
    return rest, "because", ""


def _agreed(seen: SessionView, subject: str) -> AgreementView | None:
    if subject.startswith("area/"):
        area = seen.area(int(subject.removeprefix("area/")))
        return area.agreement if area is not None else None
    statement = seen.statement(subject)
    judged = statement.judged if statement is not None else None
    return judged.agreement if judged is not None else None


def _planned_at(seen: SessionView, kind: str, which: str, field: str) -> str | None:
    plan = seen.plan
    if kind == "plan":
        if which == "windows":
            return next(iter(plan.windows[int(field) :]), None)
        return getattr(plan, field, None)
    if kind == "finding":
        return next((f.text for f in plan.findings if f.id == which), None)
    if kind == "key_result":
        return next((k.text for k in plan.key_results if k.id == which), None)
    if kind == "action":
        action = next((a for a in plan.actions if a.id == which), None)
        return getattr(action, field, None) if action is not None else None
    if kind == "monitoring":
        entries = (entry for action in plan.actions for entry in action.monitoring)
        entry = next((entry for entry in entries if entry.id == which), None)
        return getattr(entry, field, None) if entry is not None else None
    return None


# Changing one


def change_text(session: Session, by: str, subject: str, text: str) -> None:
    """Put another text where a subject stands, by the act that changes such a text.

    Raises Refused where this person may not; it says who may.
    """
    kind, _, rest = subject.partition("/")
    which, _, field = rest.rpartition("/")
    match kind:
        case "note":
            _change_note(session, by, which, field, text)
        case "session":
            change_setup(session, by, purpose=text)
        case "person":
            _change_interest(session, by, which, text)
        case "agreement":
            _change_agreement(session, by, rest, text)
        case "ballot":
            _change_ballot(session, by, rest, text)
        case "own":
            _change_own_view(session, by, rest, text)
        case "enquiry":
            _change_enquiry(session, by, which, field, text)
        case "activity":
            plan = msgspec.structs.replace(Activity(), **{field: text})
            change_activity(session, by, _ref(session, "activity", which), plan)
        case "reply":
            _change_reply(session, by, which, field, text)
        case "report_text":
            _change_report_text(session, by, rest, text)
        case _ if kind in _FIXED:
            raise Refused(f"{_FIXED[kind]}; take it out of the file by hand, or accept it.")
        case _:
            _change_plan(session, by, kind, which, field, text)


def _ref(session: Session, kind: Kind, identity: str) -> str:
    return refs(session.state, kind).get(identity, "")


def _change_note(session: Session, by: str, which: str, field: str, text: str) -> None:
    state = session.state
    note = state.notes[which]
    if field == "text":
        edit_note(session, by, note.ref, text)
        return
    body = note.body
    said = Circumstances(body.source, body.where, body.observed, body.group, body.document)
    edit_note(session, by, note.ref, circumstances=msgspec.structs.replace(said, **{field: text}))


def _change_interest(session: Session, by: str, which: str, text: str) -> None:
    if which != by:
        name = session.state.name(which)
        raise Refused(f"A declared interest is for who declared it to change; ask {name}.")
    change_person(session, by, interest=text)


def _change_agreement(session: Session, by: str, rest: str, text: str) -> None:
    """Change a text of what is agreed; what it rests on, and since when, stays as it was."""
    state = session.state
    subject, field, key = _split_field(rest)
    area = (
        need_area(state, int(subject.removeprefix("area/")))
        if subject.startswith("area/")
        else need_statement(state, subject)[0]
    )
    need_judging(state, area.number)
    why_not = why_not_chair(session, by, "change the words of what is agreed")
    if why_not:
        raise Refused(why_not)
    identity = f"agreement/{subject}"
    body = state.standing(identity, Agreement)
    if body is None:
        raise Refused(f"Nothing is agreed of {subject.replace('/', ' ')} any more.")
    if field == "dissent":
        dissent = tuple(Dissent(one.by, text) if one.by == key else one for one in body.dissent)
        body = msgspec.structs.replace(body, dissent=dissent)
    elif field == "field":
        body = msgspec.structs.replace(body, fields={**body.fields, key: text})
    else:
        body = msgspec.structs.replace(body, because=text)
    session.write(by, [Change("agreement", identity, body)])


def _change_ballot(session: Session, by: str, rest: str, text: str) -> None:
    """Change a text of one's own ballot, while no second round has begun."""
    state = session.state
    person, ref, turn, tail = rest.split("/", 3)
    need_judging(state, state.area_of(ref))
    if person != by:
        raise Refused(
            f"A judgement is for who cast it to change; ask {state.name(person)} to mend {ref}."
        )
    if int(turn) != state.turn(ref):
        raise Refused(
            f"The first ballot of {ref} is revealed, and stays; cast a second one in other words."
        )
    identity = f"ballot/{person}/{ref}/{turn}"
    body = state.standing(identity, Ballot)
    if body is None:
        raise Refused(f"There is no such ballot of {ref} any more.")
    if tail == "because":
        body = msgspec.structs.replace(body, because=text)
    else:
        key = tail.split("/", 1)[-1]
        body = msgspec.structs.replace(body, fields={**body.fields, key: text})
    session.write(by, [Change("ballot", identity, body)])


def _change_own_view(session: Session, by: str, rest: str, text: str) -> None:
    state = session.state
    ref, _, tail = rest.partition("/")
    need_host(state, by, "change the setting's own view")
    identity = f"self_evaluation/{ref}"
    body = state.standing(identity, SelfEvaluation)
    if body is None:
        raise Refused(f"There is no view of {ref} by the setting any more.")
    if tail == "because":
        body = msgspec.structs.replace(body, because=text)
    else:
        body = msgspec.structs.replace(body, fields={**body.fields, tail.split("/", 1)[-1]: text})
    session.write(by, [Change("self_evaluation", identity, body)])


def _change_enquiry(session: Session, by: str, which: str, field: str, text: str) -> None:
    ref = _ref(session, "enquiry", which)
    if field != "reason":
        change_enquiry(session, by, ref, **{field: text})
        return
    body = session.state.standing(which, Enquiry)
    if body is None:
        raise Refused("There is no such line of enquiry any more.")
    stand(session, by, ref, body.standing, text)


def _change_reply(session: Session, by: str, which: str, field: str, text: str) -> None:
    answer = session.state.standing(f"reply/{need_finding(session.state, which)[0]}", Reply)
    if answer is None:
        raise Refused(f"The host has not replied to finding {which} yet.")
    if field == "settled":
        settle_reply(session, by, which, text)
    else:
        reply(session, by, which, answer.answer, text)


def _change_report_text(session: Session, by: str, part: str, text: str) -> None:
    """Change words for the report; what they rest on, and whether somebody looked, stays."""
    need_panel(session.state, by, "write words for the report")
    identity = f"report_text/{part}"
    body = session.state.standing(identity, ReportText)
    if body is None:
        raise Refused(f"Nothing is written for {part} any more.")
    changed = msgspec.structs.replace(body, text=text)
    session.write(by, [Change("report_text", identity, changed)])


def _change_plan(session: Session, by: str, kind: str, which: str, field: str, text: str) -> None:
    state = session.state
    if kind == "plan" and which == "windows":
        names = list(StandingPlan(state).windows())
        names[int(field)] = text
        set_windows(session, by, names)
    elif kind == "plan":
        set_plan_text(session, by, field, text)
    elif kind == "action":
        doing = msgspec.structs.replace(Doing(), **{field: text})
        change_action(session, by, _ref(session, "action", which), doing)
    elif kind == "finding":
        need_panel(state, by, "change a finding")
        identity, found = need_finding(state, _ref(session, "finding", which))
        # Its words alone: what it rests on, and when that was looked at, stays.
        session.write(by, [Change("finding", identity, msgspec.structs.replace(found, text=text))])
    elif kind == "key_result":
        need_panel(state, by, "change a key result")
        identity, result = need_key_result(state, _ref(session, "key_result", which))
        changed = msgspec.structs.replace(result, text=text)
        session.write(by, [Change("key_result", identity, changed)])
    elif kind == "monitoring":
        need_panel(state, by, "change a monitoring entry")
        entry = state.standing(which, Monitoring)
        if entry is None:
            raise Refused("There is no such monitoring entry any more.")
        changed_entry = msgspec.structs.replace(entry, **{field: text})
        session.write(by, [Change("monitoring", which, changed_entry)])
    else:
        raise Refused("There is no act that changes this; take it out of the file by hand.")

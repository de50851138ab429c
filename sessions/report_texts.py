"""What people write for the report in their own words, and what it rests on.

A text may speak of every area that was behind its gate when it was written, and is out of sight while
one of them is being described again. When what it rests on changes, it is stale until somebody has
looked at it, or saved it again.
"""

from collections.abc import Iterator, Mapping

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .figures import FIGURES
from .findings import PRIORITIES, in_sight, need_panel
from .fingerprint import fingerprint
from .numbered import refs
from .records import Change
from .records_after import PARTS, ReportText, part_name
from .records_plan import Finding
from .records_visit import Choice
from .resting import choice_of
from .resting_texts import beneath, changed_beneath, is_beneath
from .rules import need_area, need_judging
from .session import Session
from .standing_plan import need_in_sight, withheld
from .state import State


def write_text(session: Session, by: str, part: str, text: str) -> None:
    """Write the words for a part, or replace them; an empty text takes them away. Raises Refused.

    Saved again as they are, they are looked at: what they rest on is taken down anew.
    """
    state = session.state
    part, text = need_part(state, part), clean_text(text).strip()
    need_panel(state, by, "write words for the report")
    before = _need_in_sight(state, part)
    areas = _speaks_of(state, part)
    identity = _record(part)
    if not text:
        if before is not None:
            session.write(by, [Change("report_text", identity, None)])
        return
    body = ReportText(part, text, rests=_rests(state, part), areas=areas)
    if body != before or len(state.records.live(identity)) > 1:
        session.write(by, [Change("report_text", identity, body)])


def remove_text(session: Session, by: str, part: str) -> None:
    """Take the words for a part away; `undo` brings them back. Raises Refused."""
    state = session.state
    part = need_part(state, part)
    if _need_in_sight(state, part) is None:
        raise Refused(f"Nothing is written for {_said(part)}; there is nothing to take away.")
    write_text(session, by, part, "")


def look_at_text(session: Session, by: str, part: str) -> None:
    """Write down that somebody looked at stale words, and that they stand. Raises Refused."""
    state = session.state
    part = need_part(state, part)
    need_panel(state, by, "say that words for the report stand")
    body = _need_in_sight(state, part)
    if body is None or not stale(state, body):
        raise Refused(
            f"Nothing that the words for {_said(part)} rest on has changed; nothing was written."
        )
    about = choice_of(_record(part))
    choice = Choice(about, _settling(state, body))
    session.write(by, [Change("choice", f"choice/{about}", choice)])


def need_part(state: State, called: str) -> str:
    """Return the key of a part that somebody may write: one of `PARTS`, or `area/1`. Raises Refused."""
    part = clean_line(called)
    kind, _, number = part.partition("/")
    if kind == "area" and number.isdecimal() and len(number) < 6:
        return f"area/{need_area(state, int(number)).number}"
    if part not in PARTS:
        raise Refused(
            f"There is no part called {part or '(no name)'} to write for; it is one of "
            f"{', '.join(PARTS)}, or area/1 and so on."
        )
    return part


def texts(state: State) -> dict[str, ReportText]:
    """Return what is written, whoever may see it, by part: as a report has them, then by area."""
    there = {body.part: body for body in state.all("report_text", ReportText).values() if body.text}
    order = [*PARTS, *(f"area/{area.number}" for area in state.areas)]
    return {part: there[part] for part in order if part in there}


def text_in_sight(state: State, body: ReportText) -> bool:
    """Return whether a text may be seen: with every area that it may speak of."""
    return not withheld(state, body.areas)


def _record(part: str) -> str:
    return f"report_text/{part}"


def _said(part: str) -> str:
    name = part_name(part)
    return f'"{name}"' if part in PARTS else name.lower()


def _need_in_sight(state: State, part: str) -> ReportText | None:
    """Return what is written for a part, if anything is. Raises Refused while it is out of sight."""
    body = state.standing(_record(part), ReportText)
    if body is not None:
        need_in_sight(state, f"What is written for {_said(part)}", body.areas)
    return body


def _speaks_of(state: State, part: str) -> tuple[int, ...]:
    """Return the areas that words written now may speak of. Raises Refused."""
    if part in PARTS:
        return tuple(area.number for area in state.areas if state.judging(area.number))
    number = _area(part)
    need_judging(state, number)
    if state.area_sealed(number):
        raise Refused(
            f"Ballots of area {number} are still sealed; words about it wait until they are open."
        )
    return (number,)


def _area(part: str) -> int:
    return int(part.removeprefix("area/"))


# What it rests on


def stale(state: State, body: ReportText) -> tuple[str, ...]:
    """Return what a text rests on that has changed since, in words; none once somebody looked."""
    found = tuple(dict.fromkeys(_changed(state, body)))
    return () if found and _is_settled(state, body) else found


def _rests(state: State, part: str) -> dict[str, str]:
    """Return what words for a part rest on now, by record, each with its fingerprint."""
    if part == "context":
        fields = ("setting", "phase", *(f"figure-{key}" for key in FIGURES))
        return {f"session/{name}": fingerprint(repr(state.field(name))) for name in fields}
    if part in PARTS:
        judged = [area.number for area in state.areas if state.judging(area.number)]
        found = {f"agreement/area/{n}": _agreed(state, f"area/{n}") for n in judged}
        order = [i for i in _priorities(state) if i in _findings(state)]
        found |= _findings(state) | {PRIORITIES: fingerprint(*order)}
        return found | beneath(state, found)
    number = _area(part)
    refs = [ref for ref in state.order if state.area_of(ref) == number]
    found = {
        f"agreement/{subject}": _agreed(state, subject) for subject in (f"area/{number}", *refs)
    }
    found |= _findings(state, number)
    return found | beneath(state, found, [ref for ref in refs if not found[f"agreement/{ref}"]])


def _agreed(state: State, subject: str) -> str:
    there = state.agreement(subject)
    if there is None:
        return ""
    body = there[1]
    dissent = (text for one in body.dissent for text in (one.by, one.text))
    fields = (text for pair in sorted(body.fields.items()) for text in pair)
    return fingerprint(body.outcome or "", *body.stages, body.because, *dissent, *fields)


def _findings(state: State, area: int = 0) -> dict[str, str]:
    """Return the findings in sight, of one area or of all, by id, each with its fingerprint."""
    there = state.all("finding", Finding).items()
    return {
        identity: fingerprint(body.finding, body.text, *body.statements)
        for identity, body in there
        if in_sight(state, body)
        and (not area or any(state.area_of(ref) == area for ref in body.statements))
    }


def _priorities(state: State) -> list[str]:
    order = state.field("priorities")
    return [i for i in order if isinstance(i, str)] if isinstance(order, list) else []


def _changed(state: State, body: ReportText) -> Iterator[str]:
    now = _rests(state, body.part)
    for record in dict.fromkeys((*body.rests, *now)):
        if not is_beneath(record) and body.rests.get(record, "") != now.get(record, ""):
            said = _in_words(state, record, body.rests, now)
            if said:
                yield said
    yield from changed_beneath(state, body.rests, now)


def _in_words(state: State, record: str, before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Return what has changed, in words; empty: it may not be told, or says nothing."""
    if record == PRIORITIES:
        return "the order of the priorities changed since"
    if record.startswith("session/"):
        name = record.removeprefix("session/")
        figure = FIGURES.get(name.removeprefix("figure-"))
        return f"the {f'figure for {figure.name.lower()}' if figure else name} changed since"
    if record.startswith("agreement/"):
        subject = record.removeprefix("agreement/")
        area = subject.removeprefix("area/")
        number = int(area) if area != subject else state.area_of(subject)
        if number not in (in_scope.number for in_scope in state.areas):
            return f"area {number} was dropped from the review since"
        what = f"the sentence of area {area}" if area != subject else f"what is agreed of {subject}"
        how = "was written" if not before.get(record) else "changed"
        return f"{what} {how} since" if now.get(record) else f"{what} was taken back since"
    what = f"finding {refs(state, 'finding').get(record, '')}"
    if record in now:
        return f"{what} {'changed' if record in before else 'was written'} since"
    gone = state.standing(record, Finding) is None
    return f"{what} was deleted since" if gone else ""


def _settling(state: State, body: ReportText) -> str:
    """Return a fingerprint of how it all stands now: a later change is open again."""
    there = _rests(state, body.part).items()
    now = [pair for pair in there if not is_beneath(pair[0]) or pair[0] in body.rests]
    pairs = [*sorted(body.rests.items()), ("", ""), *sorted(now)]
    return fingerprint(*(text for pair in pairs for text in pair))


def _is_settled(state: State, body: ReportText) -> bool:
    # Looked at on two laptops: either look counts.
    live = state.records.live(f"choice/{choice_of(_record(body.part))}")
    looks = (choice for v in live if isinstance(choice := state.records.body(v), Choice))
    return any(look.settled == _settling(state, body) for look in looks)

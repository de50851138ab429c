"""What the rules of the passes ask before an act, each with its refusal.

Source: sections 2 and 4 of the design: describe before you judge; judge from evidence; alone before
together. A screen, a command and a script obey the same ones, because every act asks here.
"""

from collections.abc import Iterable

from frameworks.model import Area, Descriptor, Statement
from frameworks.text import clean_line

from .errors import Refused
from .records import SOURCES
from .state import Note, State


def need_statement(state: State, ref: str) -> tuple[Area, Statement]:
    """Return the statement in scope of that ref, and its area."""
    ref = clean_line(ref)
    found = state.framework.find(ref)
    if found is None:
        refs = list(state.order)
        raise Refused(
            f"There is no statement {ref} in {state.framework.title}; "
            f"this review has {refs[0]} to {refs[-1]}."
        )
    if ref not in state.order:
        raise Refused(f"Statement {ref} is outside this review, which covers {_scope(state)}.")
    return found


def with_those_out_of_scope(
    state: State, named: Iterable[str], before: Iterable[str]
) -> tuple[str, ...]:
    """Return statements in the framework's order, with those of before that are out of scope now.

    Who names statements sees only those in scope; the others are back when their area is.
    """
    kept = {ref for ref in before if ref not in state.order}
    there = {s.ref: place for place, s in enumerate(_all_statements(state))}
    return tuple(sorted({*named, *kept}, key=lambda ref: there.get(ref, len(there))))


def _all_statements(state: State) -> list[Statement]:
    return [statement for area in state.framework.areas for statement in area.statements]


def need_area(state: State, number: int) -> Area:
    """Return the area in scope of that number."""
    area = state.framework.area(number)
    if area is None:
        raise Refused(
            f"There is no area {number} in {state.framework.title}; this review covers {_scope(state)}."
        )
    if area not in state.areas:
        raise Refused(f"Area {number} is outside this review, which covers {_scope(state)}.")
    return area


def _scope(state: State) -> str:
    numbers = [str(area.number) for area in state.areas]
    return f"area {numbers[0]}" if len(numbers) == 1 else f"areas {', '.join(numbers)}"


def need_source(source: str) -> str:
    """Return a source type that exists; none is allowed, it can be said later."""
    if source and source not in SOURCES:
        raise Refused(
            f"There is no source called {clean_line(source)}; it is one of {', '.join(SOURCES)}."
        )
    return source


def need_note(state: State, ref: str, viewer: str) -> Note:
    """Return the note of that ref that the viewer may see: shared, or their own."""
    wanted = clean_line(ref)
    seen = [n for n in state.notes.values() if not n.body.private or n.body.author == viewer]
    for note in seen:
        if note.ref == wanted:
            return note
    loose = [note for note in seen if note.ref.casefold() == wanted.casefold()]
    if len(loose) == 1:
        return loose[0]
    raise Refused(
        f"There is no note {wanted or '(no ref)'} in this session; its ref is what stands before it, "
        "such as AK7."
    )


def need_judging(state: State, number: int) -> None:
    """Refuse to judge, reveal or agree in an area that is still being described."""
    if not state.judging(number):
        raise Refused(
            f"Area {number} is still being described, so nothing is judged in it yet; "
            "open its gate first."
        )


def need_chair(state: State, person: str, act: str) -> None:
    """Refuse an act that is for a facilitator, or for any reviewer where there is none."""
    chairs = state.present("facilitator")
    if person in chairs:
        return
    if chairs:
        names = " or ".join(state.name(chair) for chair in chairs)
        raise Refused(f"Only a facilitator may {act}; ask {names}.")
    if state.people[person].role != "reviewer":
        raise Refused(
            f"Only a facilitator, or a reviewer where there is none, may {act}; "
            f"{state.name(person)} is here as {state.people[person].role}."
        )


def judges_now(state: State, area: int) -> tuple[str, ...]:
    """Return who judges an area whose gate opens now: the reviewers; without any, who leads.

    Nobody who has declared an interest in the area is among them.
    """
    for role in ("reviewer", "facilitator"):
        free = [person for person in state.present(role) if not state.interested(person, area)]
        if free:
            return tuple(free)
    return ()


def need_judge(state: State, person: str, area: int) -> None:
    """Refuse a ballot of somebody who is not a judge of the area, or was excused."""
    name = state.name(person)
    if person in state.excuses(area):
        raise Refused(
            f"{name} was excused from judging area {area}, and is not waited for; until the reveal "
            "that can be taken back, and then they judge again."
        )
    if person in state.judges(area):
        return
    names = ", ".join(state.name(judge) for judge in state.judges(area))
    if state.interested(person, area):
        raise Refused(
            f"{name} has declared an interest in area {area}, which keeps them from judging it; "
            f"its judges are {names}."
        )
    raise Refused(
        f"{name} is not a judge of area {area}; its judges were fixed when its gate "
        f"was opened: {names}. To change them, reopen the area with a reason and open it again."
    )


def need_descriptor(state: State, ref: str, named: str, part: str) -> tuple[str, Descriptor | None]:
    """Return what a highlight is kept under, and its descriptor if the source has one.

    `named` is a step's key, or the id of a descriptor of this very statement.
    """
    area, _ = need_statement(state, ref)
    scale = state.framework.scale
    named = clean_line(named)
    step = scale.step(named)
    descriptor = area.descriptor(ref, named) if step else state.framework.descriptor(named)
    if step is None and descriptor is None:
        keys = ", ".join(step.key for step in scale.steps)
        what = f"{scale.noun} or descriptor" if area.descriptors else scale.noun
        raise Refused(f"There is no {what} called {named}; it is one of {keys}.")
    if descriptor is not None and ref not in descriptor.statements:
        about = ", ".join(descriptor.statements) or f"area {area.number} as a whole"
        raise Refused(f"{named} speaks of {about}, not of {ref}; highlight what speaks of {ref}.")
    if part not in ("full", "part"):
        raise Refused(f"A highlight is full or part, not {clean_line(part)}.")
    if descriptor is None and part == "part":
        raise Refused(
            f"{named} cannot be partly shown for {ref}: the source describes nothing there."
        )
    return (descriptor.id if descriptor else named), descriptor


def need_steps(state: State, named: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of the scale's steps that are meant, in the scale's order."""
    scale = state.framework.scale
    wanted = {clean_line(key) for key in named}
    unknown = sorted(wanted - {step.key for step in scale.steps})
    if unknown:
        keys = ", ".join(step.key for step in scale.steps)
        raise Refused(f"There is no {scale.noun} called {unknown[0]}; it is one of {keys}.")
    return tuple(step.key for step in scale.steps if step.key in wanted)


def need_open_ballots(state: State, ref: str) -> None:
    """Refuse to agree on a statement while its ballots are sealed."""
    if state.sealed(ref):
        waiting = state.to_come(ref)
        why = f"The ballots of {ref} are {sealed_because(state, ref)}; nothing is agreed before."
        raise Refused(
            why + excuse_who_left(state, waiting),
            on_the_line=why + excuse_who_left(state, waiting, key=""),
        )


def sealed_because(state: State, ref: str) -> str:
    """Return why the ballots of a statement are hidden, naming only who is still to come."""
    waiting = state.to_come(ref)
    if waiting:
        return f"sealed until all have cast: {names_to_come(state, waiting)} to come"
    return "sealed until they are revealed: all have cast"


def names_to_come(state: State, waiting: Iterable[str]) -> str:
    """Return the names of judges who are waited for; who has left the session is marked so."""
    return ", ".join(
        f"{state.name(person)}{' (has left)' if _has_left(state, person) else ''}"
        for person in waiting
    )


def excuse_who_left(state: State, waiting: Iterable[str], *, key: str = "; on Agree, or ") -> str:
    """Return what to do about judges who are waited for and have left, as one more sentence; or nothing.

    `key`: how that is done in the app; empty for whoever types a command.
    """
    names = [state.name(person) for person in waiting if _has_left(state, person)]
    if not names:
        return ""
    have = "has" if len(names) == 1 else "have"
    return (
        f" {' and '.join(names)} {have} left: excuse them with a reason ({key}the "
        "command excuse), and nobody waits for them."
    )


def _has_left(state: State, person: str) -> bool:
    found = state.people.get(person)
    return found is not None and found.left

"""Who is on the panel: joining, changing, leaving, and finding a person by what they are called."""

import re

import msgspec

from frameworks.text import clean_line

from .errors import Refused
from .ids import new_id
from .records import ROLES, Change, Participant
from .session import Session
from .state import State

_LETTERS = re.compile(r"[^\W\d_]+")


def find_person(state: State, called: str, *, also_left: bool = False) -> str:
    """Return the id of the participant of that name or tag. Raises Refused if there is none."""
    wanted = clean_line(called).casefold()
    there = {i: body for i, body in state.people.items() if also_left or not body.left}
    # Names first: somebody's tag may be another's name.
    names = [i for i, body in there.items() if body.name.casefold() == wanted]
    found = names or [i for i, body in there.items() if body.tag.casefold() == wanted]
    if found:
        return min(found, key=lambda person: there[person].left)  # who is here comes first
    known = ", ".join(body.name for body in state.people.values() if not body.left)
    raise Refused(
        f"There is nobody called {clean_line(called) or '(no name)'} in this session; "
        + (f"it has {known}." if known else "add a person first.")
        + (" Who left is back once the same name is added." if _who_left(state, wanted) else "")
    )


def add_person(
    session: Session,
    name: str,
    *,
    role: str = "",
    tag: str = "",
    own_setting: str = "",
    leads: tuple[int, ...] = (),
    interest: str = "",
    interest_areas: tuple[int, ...] = (),
) -> str:
    """Let somebody join the session, or come back to it; return their id. Raises Refused.

    `role`: empty is reviewer. A declared interest keeps them from judging the areas it concerns;
    none named: all of them. Who left and comes back under the same name is who they were, with all
    that they wrote, cast and declared; what is said now is changed.
    """
    state = session.state
    name = clean_line(name)
    if not name:
        raise Refused("A person needs a name, or a role label such as Reviewer 2.")
    _need_free(state, name)
    person = _who_left(state, name) or new_id()
    before = state.people.get(person, Participant(name=name, tag="", role="reviewer"))
    body = Participant(
        name=name,
        tag=_tag(state, name, tag, person),
        role=_role(role or before.role),
        own_setting=clean_line(own_setting) or before.own_setting,
        leads=_areas(state, leads) or before.leads,
        interest=clean_line(interest) or before.interest,
        interest_areas=(
            _areas(state, interest_areas) if interest or interest_areas else before.interest_areas
        ),
    )
    _need_interest(body)
    session.write(person, [Change("participant", person, body)])
    return person


def change_person(
    session: Session,
    person: str,
    *,
    name: str | None = None,
    role: str | None = None,
    tag: str | None = None,
    own_setting: str | None = None,
    leads: tuple[int, ...] | None = None,
    interest: str | None = None,
    interest_areas: tuple[int, ...] | None = None,
) -> None:
    """Change what is known of a participant; what is None stays. Raises Refused.

    Whoever declares an interest later stays a judge where the gate is open; it counts from the
    next gate on. Without an interest there are no areas that it concerns.
    """
    state = session.state
    body = state.people[person]
    if name is not None:
        name = clean_line(name) or body.name
        if name.casefold() != body.name.casefold():
            _need_free(state, name)
        body = msgspec.structs.replace(body, name=name)
    if role is not None:
        body = msgspec.structs.replace(body, role=_role(role))
    if tag is not None and clean_line(tag).upper() != body.tag:
        body = msgspec.structs.replace(body, tag=_tag(state, body.name, tag, person))
    if own_setting is not None:
        body = msgspec.structs.replace(body, own_setting=clean_line(own_setting))
    if leads is not None:
        body = msgspec.structs.replace(body, leads=_areas(state, leads))
    if interest is not None:
        body = msgspec.structs.replace(body, interest=clean_line(interest))
        if not body.interest and interest_areas is None:
            body = msgspec.structs.replace(body, interest_areas=())
    if interest_areas is not None:
        body = msgspec.structs.replace(body, interest_areas=_areas(state, interest_areas))
    _need_interest(body)
    if body != state.people[person] or len(state.records.live(person)) > 1:
        session.write(person, [Change("participant", person, body)])


def leave(session: Session, person: str) -> None:
    """Let somebody leave; what they wrote stays."""
    body = msgspec.structs.replace(session.state.people[person], left=True)
    session.write(person, [Change("participant", person, body)])


def _who_left(state: State, name: str) -> str:
    """Return the id of who left under that name; empty: nobody did."""
    wanted = name.casefold()
    return next((i for i, p in state.people.items() if p.left and p.name.casefold() == wanted), "")


def _need_free(state: State, name: str) -> None:
    if any(p.name.casefold() == name.casefold() and not p.left for p in state.people.values()):
        raise Refused(f"{name} is in this session already; give the second one another name.")


def _role(role: str) -> str:
    if role not in ROLES:
        raise Refused(
            f"There is no role called {clean_line(role)}; it is one of {', '.join(ROLES)}."
        )
    return role


def _need_interest(body: Participant) -> None:
    if body.interest_areas and not body.interest:
        raise Refused(f"Say what the interest of {body.name} is; areas alone do not declare one.")


def _areas(state: State, numbers: tuple[int, ...]) -> tuple[int, ...]:
    for number in numbers:
        if state.framework.area(number) is None:
            raise Refused(
                f"There is no area {number}; {state.framework.title} has "
                f"areas 1 to {len(state.framework.areas)}."
            )
    return tuple(sorted(set(numbers)))


def _tag(state: State, name: str, wanted: str, person: str) -> str:
    """Return a tag of capital letters that nobody else in the session has, or ever had."""
    if not wanted and person in state.people:
        return state.people[person].tag
    taken = {tag for other in state.people if other != person for tag in _tags_of(state, other)}
    wanted = clean_line(wanted).upper()
    if wanted:
        if not wanted.isalpha():
            raise Refused(f"A tag is letters only, such as AK; {wanted} is not.")
        if wanted in taken:
            raise Refused(f"The tag {wanted} is taken in this session; choose another.")
        return wanted
    words = [word.upper() for word in _LETTERS.findall(name)] or ["X"]
    initials = "".join(word[0] for word in words)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    ways = [initials]
    ways += [initials + words[-1][1:length] for length in range(2, len(words[-1]) + 1)]
    ways += [initials + a + b for a in ("", *letters) for b in letters]
    return next(way for way in ways if way not in taken)


def _tags_of(state: State, person: str) -> set[str]:
    """Return the tags that somebody has had: notes were called by them."""
    bodies = map(state.records.body, state.records.versions(person))
    return {body.tag for body in bodies if isinstance(body, Participant)}

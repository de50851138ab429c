"""A session that follows an older one: what is promised comes along, what is judged starts empty.

The actions still open come along as actions of the new plan, under their key results and with what was
seen of each last, so that whoever works on the plan notes there how they go on; the older session stays
as it was, to the byte. The lines of enquiry that were open are open here again. What was agreed comes
along as *then*: it stands behind the gate of its area (`view_then`). Everything is read through what
everybody may see, so nothing private, no draft and no sealed ballot comes along.
"""

import msgspec

from frameworks.model import Framework
from frameworks.shelf import UnknownFramework

from .carrying import Carrying, Coming
from .errors import Refused
from .library import Library, Plan
from .making import whole_or_nothing
from .moments import read_day
from .people import add_person
from .seen import PersonView
from .session import Session


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a session that follows an older one begins with."""

    date: str = ""
    """`YYYY-MM-DD`; empty: today."""
    panel: bool = True
    """Whether everybody who is on the panel is on the new one."""
    actions: bool = True
    """Whether the actions still open come along."""
    enquiries: bool = True
    """Whether the lines of enquiry that are still open come along."""
    views: bool = True
    """Whether what was agreed comes along, to be read behind the gate of each area."""


def coming(library: Library, old: Session) -> Coming:
    """Return what there is to come along from a session. Raises Refused without its framework."""
    return Carrying(old, installed(library, old)).coming


def follow_up(library: Library, called: str, wanted: Wanted) -> Session:
    """Make a session that follows another, and return it open; it is on the disk when this returns.

    Raises Refused for what does not exist or a date before the older one's, OSError if it cannot be
    written; then nothing was made.
    """
    old = library.open(called)
    carrying = Carrying(old, installed(library, old))
    seen = carrying.old
    day = read_day(wanted.date, library.clock().date())
    if day < seen.date:
        raise Refused(
            f"{day} is before {seen.name}, which was on {seen.date}; give the follow-up a later date."
        )
    session = library.create(
        Plan(
            setting=seen.setting,
            framework=seen.framework,
            phase=seen.phase,
            date=day,
            areas=carrying.scope(),
        )
    )
    with whole_or_nothing(session):
        bringing = carrying.changes(
            actions=wanted.actions, enquiries=wanted.enquiries, views=wanted.views
        )
        session.write("", list(bringing))
        for person in carrying.coming.people if wanted.panel else ():
            _join(session, person, carrying)
    return session


def installed(library: Library, old: Session) -> Framework:
    """Return the framework of an older session as it is installed now. Raises Refused."""
    identity = old.framework.id
    try:
        return library.shelf.get(identity)
    except UnknownFramework as error:
        raise Refused(
            f"{old.framework.title} ({identity}) is not installed any more, so no session can follow "
            "with it; put its pack back into your folder of frameworks."
        ) from error


def _join(session: Session, person: PersonView, carrying: Carrying) -> None:
    """Let somebody of the older panel join; nobody joins twice, and a tag is given once."""
    there = session.state.people.values()
    if any(body.name.casefold() == person.name.casefold() for body in there):
        return
    taken = {body.tag for body in there}
    add_person(
        session,
        person.name,
        role=person.role,
        tag="" if person.tag in taken else person.tag,
        own_setting=person.own_setting,
        leads=carrying.numbers(person.leads),
        interest=person.interest,
        interest_areas=carrying.numbers(person.interest_areas),
    )

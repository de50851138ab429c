"""What the Catch-up screen says: a row for each thing that is missing or weak, and all of one row."""

from collections.abc import Iterator

import msgspec
from textual.content import Content

from sessions.closing import KINDS, Weak, closing
from sessions.seen import SessionView
from sessions.seen_visit import ActivityView
from sessions.triangulating import CatchUp, Gap, heard

from .messages import Place
from .symbols import Symbols
from .widgets.part_list import Group, Row

NOT_FOR_THIS = "Nothing on the timetable is for this."
ALL_SEEN = (
    "Nothing is missing: every statement has been heard from more than one side, every line of "
    "enquiry has its answer, and all voices have been heard."
)
NO_GATE = (
    "No area is behind its gate yet. Once one is being judged, what would not stand up in it is "
    "listed here before it closes."
)
ALL_STANDS = "Nothing stands out in the areas that are behind their gates."


class Entry(msgspec.Struct, frozen=True):
    """One row, with all that is said of it and where it leads."""

    row: Row
    detail: Content
    leads: Place
    statement: str = ""
    """The statement to go to; empty: it is about none."""
    subject: str = ""
    """What somebody can look at and say that it stands; empty: nothing."""


Entries = list[tuple[str, list[Entry]]]
"""Entries under the name of their group."""


def groups(entries: Entries) -> list[Group]:
    """Return the rows of entries, under their names."""
    return [Group(name, tuple(entry.row for entry in found)) for name, found in entries]


# Not seen yet


def unseen(seen: SessionView, found: CatchUp, symbols: Symbols) -> Entries:
    """Return what has not been seen yet, each with what of the timetable could show it."""
    parts = (
        # The few come first: statements may fill a screen and more.
        ("Voices", [_voice(gap, symbols) for gap in found.voices]),
        ("Lines of enquiry", [_enquiry(gap, symbols) for gap in found.enquiries]),
        ("Statements", [_statement(seen, gap, symbols) for gap in found.statements]),
    )
    return [(name, entries) for name, entries in parts if entries]


def _statement(seen: SessionView, gap: Gap, symbols: Symbols) -> Entry:
    statement = seen.statement(gap.what)
    text = statement.text if statement is not None else ""
    by = heard(statement).reviewers if statement is not None else ()
    said = _sentence(gap.why) + (f" Noted by {', '.join(by)}." if by else "")
    detail = _detail(f"{gap.what}  {text}", said, gap)
    return Entry(_row(gap, gap.what, gap.why, symbols), detail, "describe", gap.what)


def _enquiry(gap: Gap, symbols: Symbols) -> Entry:
    detail = _detail(f"Line of enquiry {gap.what}", gap.why, gap)
    return Entry(_row(gap, gap.what, gap.why, symbols), detail, "prepare")


def _voice(gap: Gap, symbols: Symbols) -> Entry:
    detail = _detail(f"The voice of {gap.what}", _sentence(gap.why), gap)
    return Entry(_row(gap, "Voice", gap.what, symbols), detail, "prepare")


def _row(gap: Gap, label: str, text: str, symbols: Symbols) -> Row:
    mark = symbols.done if gap.later else symbols.empty
    when = f"{gap.later[0].starts[11:] or 'no time yet'}{symbols.between}" if gap.later else ""
    return Row(f"{gap.kind}/{gap.what}", label, f"{when}{text}", mark)


def _detail(title: str, said: str, gap: Gap) -> Content:
    lines = [Content.styled(title, "bold"), Content(said), Content("")]
    if gap.later:
        lines.append(Content.styled("What is left that could show it", "$muted"))
        lines += [_activity(activity) for activity in gap.later]
    else:
        lines.append(Content.styled(NOT_FOR_THIS, "bold"))
    return Content("\n").join(lines)


def _activity(activity: ActivityView) -> Content:
    when = activity.starts[11:] or "no time yet"
    until = f" to {activity.ends[11:]}" if activity.ends else ""
    parts = ", ".join(part for part in (activity.where, activity.source_name) if part)
    goes = "goes" if len(activity.reviewers) == 1 else "go"
    who = f"{', '.join(activity.reviewers)} {goes}" if activity.reviewers else "nobody is named"
    return Content.assemble(
        (f"{when}{until}  ", "bold"),
        activity.what,
        (f" ({parts})" if parts else "", "$muted"),
        f": {who}.",
    )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


# Would not stand up


def weak(seen: SessionView, symbols: Symbols) -> Entries:
    """Return what would not stand up, by area; areas without any, and those before their gate, not."""
    parts = (
        (f"Area {area.number} {area.title}", list(_weak_of(seen, area.number, symbols)))
        for area in seen.areas
    )
    return [(name, entries) for name, entries in parts if entries]


def _weak_of(seen: SessionView, number: int, symbols: Symbols) -> Iterator[Entry]:
    area = seen.area(number)
    first = area.statements[0].ref if area is not None else ""
    for found in closing(seen, number):
        label = found.statement or _label(found, number)
        row = Row(f"{number}/{found.sentence}", label, KINDS[found.kind])
        statement = seen.statement(found.statement)
        about = f"\n\n{statement.ref}  {statement.text}" if statement is not None else ""
        yield Entry(
            row,
            Content.assemble((found.sentence, "bold"), (about, "$muted")),
            found.place,
            found.statement or first,
            found.subject,
        )


def _label(found: Weak, area: int) -> str:
    if found.enquiry:
        return f"Enquiry {found.enquiry}"
    return f"Finding {found.finding}" if found.finding else f"Area {area}"

"""Commands about the evidence: what is not seen yet, what would not stand up, and a look at it."""

from collections.abc import Iterator
from typing import Any

import click
import msgspec

from sessions.closing import KINDS, Weak, closing
from sessions.errors import Refused
from sessions.looking import agreement_subject, ballot_subject, look
from sessions.moments import read_moment
from sessions.rules import need_area
from sessions.seen import SessionView
from sessions.seen_visit import ActivityView
from sessions.triangulating import CatchUp, Gap
from sessions.triangulating import catch_up as missing
from sessions.view import view

from .context import JSON, library_option, person, print_json, reading, writing
from .preparing import VIEWER
from .writing import BY, SESSION

# Not seen yet


@click.command("catch-up")
@SESSION
@VIEWER
@click.option("--now", metavar='"YYYY-MM-DD HH:MM"', help="What is over by then is left out.")
@JSON
@library_option
def catch_up(session: str, viewer: str | None, now: str | None, as_json: bool) -> None:
    """What has not been seen yet, and what of the timetable could still show it."""
    from exports.show_lines import as_lines

    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        moment = read_moment(now or "", opened.now(), seen.date)
    found = missing(seen, moment)
    if as_json:
        print_json(_missing_json(found))
        return
    lines = [_gap_line(gap) for gap in (*found.statements, *found.enquiries, *found.voices)]
    click.echo(as_lines(lines or ["Nothing is missing."]), nl=False)


def _gap_line(gap: Gap) -> str:
    what = {"enquiry": "Line of enquiry ", "voice": "The voice of "}.get(gap.kind, "") + gap.what
    later = "; ".join(_later(activity) for activity in gap.later)
    return f"{what}: {gap.why} | {later or 'nothing on the timetable is for this'}"


def _later(activity: ActivityView) -> str:
    when = f"{activity.starts} " if activity.starts else ""
    who = ", ".join(activity.reviewers) or "nobody named"
    return f"{when}activity {activity.ref}, {activity.what} ({who})"


def _missing_json(found: CatchUp) -> dict[str, Any]:
    def gaps(those: tuple[Gap, ...]) -> list[dict[str, Any]]:
        return [
            {"what": gap.what, "why": gap.why, "later": [later.ref for later in gap.later]}
            for gap in those
        ]

    return {
        "statements": gaps(found.statements),
        "enquiries": gaps(found.enquiries),
        "voices": gaps(found.voices),
        "left": [
            {"ref": a.ref, "what": a.what, "starts": a.starts, "reviewers": list(a.reviewers)}
            for a in found.left
        ],
    }


# Would not stand up


@click.command()
@SESSION
@click.option("--area", metavar="N", type=int, help="Of this area alone.")
@VIEWER
@JSON
@library_option
def weak(session: str, area: int | None, viewer: str | None, as_json: bool) -> None:
    """What would not stand up in the areas that are behind their gates."""
    from exports.show_lines import as_lines

    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        if area is not None:
            need_area(opened.state, area)
    numbers = [a.number for a in seen.areas if area is None or a.number == area]
    found = [(number, one) for number in numbers for one in closing(seen, number)]
    if as_json:
        print_json([_weak_json(number, one) for number, one in found])
        return
    lines = [f"Area {number}, {KINDS[one.kind]}: {one.sentence}" for number, one in found]
    click.echo(as_lines([*lines, *_described(seen, numbers)] or [_STANDS]), nl=False)


_STANDS = "Nothing stands out."


def _described(seen: SessionView, numbers: list[int]) -> Iterator[str]:
    for area in seen.areas:
        if area.number in numbers and not area.judging:
            yield f"Area {area.number} is being described: there is nothing to look for yet."


def _weak_json(number: int, one: Weak) -> dict[str, Any]:
    said = msgspec.to_builtins(one)
    del said["subject"]
    return {"area": number, **said, "look": bool(one.subject)}


@click.command("look")
@SESSION
@BY
@click.option("--judgement", metavar="1.2", help="Somebody's judgement of this statement.")
@click.option("--of", "whose", metavar="NAME", help="Whose judgement; yours without it.")
@click.option(
    "--agreement",
    metavar="1.2|area/1",
    help="What is agreed of this statement, or the sentence of this area.",
)
@click.option("--finding", metavar="N", help="This finding.")
@library_option
def take_a_look(
    session: str,
    by: str,
    judgement: str | None,
    whose: str | None,
    agreement: str | None,
    finding: str | None,
) -> None:
    """Say that a judgement, an agreement or a finding stands although a note has changed since."""
    if sum(named is not None for named in (judgement, agreement, finding)) != 1:
        raise click.UsageError(
            "Say one thing: --judgement 1.2, --agreement 1.2 (or area/1), or --finding N."
        )
    if whose is not None and judgement is None:
        raise click.UsageError("--of NAME goes with --judgement 1.2.")
    with writing(session) as opened:
        who = person(opened, by)
        seen = view(opened, who)
        if judgement is not None:
            subject = _ballot(seen, judgement, person(opened, whose) if whose else who)
        elif agreement is not None:
            subject = agreement_subject(agreement)
        else:
            subject = _finding(seen, finding or "")
        look(opened, who, subject)


def _ballot(seen: SessionView, ref: str, whose: str) -> str:
    statement = seen.statement(ref)
    ballots = statement.judged.ballots if statement is not None and statement.judged else ()
    # The second ballot, where there is one, is the one that holds.
    held = [ballot for ballot in ballots if ballot.person == whose]
    return ballot_subject(held[-1], ref) if held else ""


def _finding(seen: SessionView, ref: str) -> str:
    found = seen.plan.finding(ref)
    if found is None:
        raise Refused(f"There is no finding {ref} to be seen in this session.")
    return found.id


COMMANDS: tuple[click.Command, ...] = (catch_up, weak, take_a_look)

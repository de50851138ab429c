"""Commands over more than one review: a session that follows another, and reviews beside each other."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import click

from sessions.comparing import compare as side_by_side
from sessions.errors import Refused
from sessions.follow_up import Wanted
from sessions.follow_up import follow_up as begin
from sessions.people import find_person
from sessions.session import Session
from sessions.view import view

from .context import JSON, library_option, person, print_json, reading, the_library
from .writing import SESSION


@click.command("follow-up")
@SESSION
@click.option("--date", default="", metavar="YYYY-MM-DD", help="The day of the visit; else today.")
@click.option("--no-panel", is_flag=True, help="Leave out the people; name them later.")
@click.option("--no-actions", is_flag=True, help="Leave out the actions still open.")
@click.option("--no-questions", is_flag=True, help="Leave out the open lines of enquiry.")
@click.option("--no-views", is_flag=True, help="Leave out what was agreed then.")
@library_option
def follow_up(
    session: str,
    date: str,
    no_panel: bool,
    no_actions: bool,
    no_questions: bool,
    no_views: bool,
) -> None:
    """Make a session that follows another; print its id. The older one stays as it is.

    What was promised and asked is there at once; what was agreed then shows once the gate of its area
    is open.
    """
    wanted = Wanted(
        date=date,
        panel=not no_panel,
        actions=not no_actions,
        enquiries=not no_questions,
        views=not no_views,
    )
    made = begin(the_library(), session, wanted)
    made.release()
    click.echo(made.id)


@click.command()
@click.argument("sessions", metavar="SESSION...", nargs=-1, required=True)
@click.option("--host", is_flag=True, help="One session: the setting's own view and the panel's.")
@click.option("--ballots", is_flag=True, help="One session: the first ballots and what was agreed.")
@click.option("--as", "viewer", metavar="NAME", help="What this participant may see.")
@JSON
@library_option
def compare(
    sessions: tuple[str, ...], host: bool, ballots: bool, viewer: str | None, as_json: bool
) -> None:
    """Reviews of one setting beside each other, statement by statement, the oldest first."""
    if host and ballots:
        raise click.UsageError("Say one thing: --host or --ballots.")
    if host or ballots:
        if len(sessions) > 1:
            raise click.UsageError("--host and --ballots are of one session; name one.")
        _within(sessions[0], viewer, as_json, host=host)
    elif len(sessions) < 2:
        raise click.UsageError("Name two sessions or more; or one with --host or --ballots.")
    else:
        _between(sessions, viewer, as_json)


def _between(called: tuple[str, ...], viewer: str | None, as_json: bool) -> None:
    # Here, and not above: no other call of these needs it.
    from exports.show_compare import comparison_json, comparison_lines

    with ExitStack() as stack:
        opened = [stack.enter_context(reading(name)) for name in called]
        whose = _viewers(opened, viewer)
        views = [view(session, who) for session, who in zip(opened, whose, strict=True)]
        found = side_by_side(views, [session.framework for session in opened])
    _print(comparison_json(found) if as_json else comparison_lines(found))


def _viewers(opened: list[Session], viewer: str | None) -> list[str | None]:
    """Return who looks at each session: that person where they are in it, else everybody."""
    if viewer is None:
        return [None] * len(opened)
    found: list[str | None] = []
    refusals = []
    for session in opened:
        try:
            found.append(find_person(session.state, viewer))
        except Refused as refusal:
            found.append(None)
            refusals.append(refusal)
    if len(refusals) == len(opened):
        raise refusals[0]
    return found


def _within(called: str, viewer: str | None, as_json: bool, *, host: bool) -> None:
    from exports.show_compare import ballots_json, ballots_lines, host_json, host_lines

    with reading(called) as opened:
        who = person(opened, viewer) if viewer else None
        seen, scale = view(opened, who), opened.framework.scale
    if host:
        _print(host_json(seen, who or "") if as_json else host_lines(seen, who or ""))
    else:
        _print(ballots_json(seen, scale) if as_json else ballots_lines(seen, scale))


def _print(found: dict[str, Any] | Iterator[str]) -> None:
    from exports.show_lines import as_lines

    if isinstance(found, dict):
        print_json(found)
    else:
        click.echo(as_lines(found), nl=False)


COMMANDS: tuple[click.Command, ...] = (follow_up, compare)

"""Commands of the visit itself: its timetable, its context figures, what changed on it."""

from collections.abc import Callable
from typing import Any

import click

from sessions import timetable as planned
from sessions.errors import Refused
from sessions.figures import set_figures
from sessions.setup import change_setup
from sessions.view import view

from .context import JSON, areas, library_option, person, reading, writing
from .preparing import NUMBER, STATEMENTS, VIEWER, say, some_or_none
from .writing import BY, SESSION


@click.command()
@SESSION
@VIEWER
@JSON
@library_option
def timetable(session: str, viewer: str | None, as_json: bool) -> None:
    """The visit's timetable, and the statements that no activity is planned for."""
    from exports.show_visit import timetable_json, timetable_lines

    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        say(seen, as_json, timetable_json, timetable_lines, "There is nothing on the timetable.")


@click.group()
@SESSION
@library_option
@click.pass_context
def activity(context: click.Context, session: str) -> None:
    """Write the visit's timetable: who goes where when, to see or hear what."""
    context.obj = session


def _made_of(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take what an activity is made of, but for its name."""
    options = (
        click.option("--starts", metavar="TIME", help="10:40, or YYYY-MM-DD HH:MM."),
        click.option("--ends", metavar="TIME", help="10:40, or YYYY-MM-DD HH:MM."),
        click.option("--where", metavar="TEXT"),
        click.option("--who", metavar="TEXT", help="Who with: roles, not names of learners."),
        click.option(
            "--reviewer",
            "reviewers",
            multiple=True,
            metavar="NAME",
            help="Who goes; without it, everybody.",
        ),
        click.option("--source", metavar="SOURCE", help="The source type of notes taken there."),
        STATEMENTS,
    )
    for option in reversed(options):
        command = option(command)
    return command


def _planned(given: dict[str, Any]) -> planned.Plan:
    some = {name: some_or_none(given[name]) for name in ("reviewers", "statements")}
    return planned.Plan(**(given | some))


@activity.command("add")
@BY
@click.option("--what", required=True, metavar="TEXT", help="What happens, such as Lesson, Y4.")
@_made_of
@library_option
@click.pass_obj
def activity_add(session: str, /, by: str, **given: Any) -> None:
    """Put an activity on the timetable, and print its number."""
    with writing(session) as opened:
        number = planned.add_activity(opened, person(opened, by), _planned(given))
    click.echo(number)


@activity.command("change")
@NUMBER
@BY
@click.option("--what", metavar="TEXT", help="What happens, such as Lesson, Y4.")
@_made_of
@library_option
@click.pass_obj
def activity_change(session: str, /, ref: str, by: str, **given: Any) -> None:
    """Change an activity; an empty text takes away what was there."""
    plan = _planned(given)
    if plan == planned.Plan():
        raise Refused("Nothing was said to change; give --starts 10:40, say, or --where TEXT.")
    with writing(session) as opened:
        planned.change_activity(opened, person(opened, by), ref, plan)


@activity.command("delete")
@NUMBER
@BY
@library_option
@click.pass_obj
def activity_delete(session: str, ref: str, by: str) -> None:
    """Take an activity off the timetable; undo brings it back."""
    with writing(session) as opened:
        planned.delete_activity(opened, person(opened, by), ref)


@click.command()
@SESSION
@click.option("--by", metavar="NAME", help="Who writes them: a name or a tag.")
@click.option("--roll", metavar="N", type=int, help="Learners on roll.")
@click.option("--sen-support", metavar="N", type=int, help="Learners with SEN support.")
@click.option("--ehc-plans", metavar="N", type=int, help="Learners with an EHC plan.")
@click.option(
    "--remove",
    multiple=True,
    metavar="FIGURE",
    type=click.Choice(["roll", "sen-support", "ehc-plans"]),
    help="Take a figure away: roll, sen-support or ehc-plans.",
)
@JSON
@library_option
def figures(
    session: str,
    by: str | None,
    roll: int | None,
    sen_support: int | None,
    ehc_plans: int | None,
    remove: tuple[str, ...],
    as_json: bool,
) -> None:
    """The context figures; with numbers, write them. Counts under five are never shown."""
    from exports.show_visit import figures_json, figures_lines

    counts = {"roll": roll, "sen-support": sen_support, "ehc-plans": ehc_plans}
    given = {key: count for key, count in counts.items() if count is not None}
    if twice := [key for key in remove if key in given]:
        raise click.UsageError(f"{twice[0]} cannot be written and removed at once.")
    if not given and not remove:
        nothing = "There are no context figures yet; write them with: --by NAME --roll N"
        with reading(session) as opened:
            say(view(opened), as_json, figures_json, figures_lines, nothing)
        return
    if not by:
        raise click.UsageError("Say who writes the figures: --by NAME.")
    if as_json:
        raise click.UsageError("--json prints the figures; leave it out to write them.")
    with writing(session) as opened:
        set_figures(opened, person(opened, by), {**given, **dict.fromkeys(remove)})


@click.command()
@SESSION
@JSON
@library_option
def changes(session: str, as_json: bool) -> None:
    """What changed during the visit: people, areas, gates, notes."""
    from exports.show_visit import changes_json, changes_lines

    with reading(session) as opened:
        nothing = "Nothing has changed since the visit began."
        say(view(opened), as_json, changes_json, changes_lines, nothing)


@click.command("set-up")
@SESSION
@BY
@click.option("--setting", metavar="NAME")
@click.option("--date", metavar="YYYY-MM-DD", help="The day of the visit.")
@click.option("--phase", metavar="PHASE")
@click.option("--purpose", metavar="TEXT")
@click.option("--areas", "scope", metavar="1,2,5", help="The areas in scope; notes of others stay.")
@library_option
def set_up(
    session: str,
    by: str,
    setting: str | None,
    date: str | None,
    phase: str | None,
    purpose: str | None,
    scope: str | None,
) -> None:
    """Change what a session was set up with; what is not named stays."""
    if not any((setting, date, phase, purpose is not None, scope)):
        raise click.UsageError("Say what to change, for example --areas 1,2,5.")
    with writing(session) as opened:
        change_setup(
            opened,
            person(opened, by),
            setting=setting,
            date=date,
            phase=phase,
            purpose=purpose,
            areas=areas(scope) if scope else None,
        )


COMMANDS: tuple[click.Command, ...] = (timetable, activity, figures, changes, set_up)

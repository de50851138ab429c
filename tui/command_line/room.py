"""Commands for the room: time boxes, and the second window."""

import click

from sessions.timing import (
    MEETING,
    TimeView,
    add_time,
    area_subject,
    minutes_of,
    name,
    pause,
    set_time,
    start,
    times,
)
from sessions.view import view

from .context import (
    JSON,
    library_option,
    person,
    print_json,
    reading,
    the_library,
    the_places,
    writing,
)
from .opening import look, look_options, need_terminal
from .writing import BY, SESSION

_MORE = 5  # minutes that --add adds without a number


@click.command("time")
@SESSION
@BY
@click.option("--area", metavar="N", type=int, help="The time for this area.")
@click.option("--meeting", is_flag=True, help="The time for the meeting as a whole.")
@click.option("--minutes", metavar="N", type=int, help="Plan so many minutes.")
@click.option("--start", "starts", is_flag=True, help="Let it run; another area's is paused.")
@click.option("--pause", "pauses", is_flag=True, help="Stop it.")
@click.option(
    "--add",
    metavar="[N]",
    type=int,
    is_flag=False,
    flag_value=_MORE,
    help="Add so many minutes; 5 without a number.",
)
@library_option
def change_time(
    session: str,
    by: str,
    area: int | None,
    meeting: bool,
    minutes: int | None,
    starts: bool,
    pauses: bool,
    add: int | None,
) -> None:
    """Set, start, pause or lengthen the time for an area or the meeting."""
    if (area is not None) == meeting:
        raise click.UsageError("Say either --area 1 or --meeting.")
    if sum((minutes is not None, starts, pauses, add is not None)) != 1:
        raise click.UsageError("Say one thing: --minutes 45, --start, --pause or --add.")
    subject = MEETING if area is None else area_subject(area)
    with writing(session) as opened:
        who = person(opened, by)
        if minutes is not None:
            set_time(opened, who, subject, minutes)
        elif add is not None:
            add_time(opened, who, subject, add)
        elif starts:
            start(opened, who, subject)
        else:
            pause(opened, who, subject)
        found = times(view(opened).visit.timeboxes, opened.now())
    click.echo(next(_line(box) for box in found if box.subject == subject))


@click.command("times")
@SESSION
@JSON
@library_option
def show_times(session: str, as_json: bool) -> None:
    """The time boxes: what is planned, and what was used."""
    with reading(session) as opened:
        found = times(view(opened).visit.timeboxes, opened.now())
    if as_json:
        print_json(
            [
                {
                    "subject": box.subject,
                    "planned": box.planned,
                    "used": box.used,
                    "left": box.left,
                    "running": box.running,
                }
                for box in found
            ]
        )
        return
    if not found:
        click.echo(
            "No time is planned; plan some with: time SESSION --meeting --minutes 90", err=True
        )
    for box in found:
        click.echo(_line(box))


def _line(box: TimeView) -> str:
    said = name(box.subject)
    planned = f"planned {minutes_of(box.planned)}, used {minutes_of(box.used)}"
    return f"{said[:1].upper()}{said[1:]}: {planned}; {box.words}"


@click.command()
@SESSION
@library_option
@look_options
def present(session: str) -> int:
    """Open a second window for the wall: it follows the facilitator's, and can do nothing else."""
    library = the_library()
    opened = library.open(session)
    need_terminal()
    opened.notices.clear()  # the window that works on the session says them
    # Here, and not above: it needs Textual, which no other call of these does.
    from tui.present import run_wall

    return run_wall(opened, library.folder, the_places().home, **look())


COMMANDS: tuple[click.Command, ...] = (change_time, show_times, present)

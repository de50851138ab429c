"""The command that lists the sessions: sorted, grouped, narrowed, with copies pointed out."""

from typing import Any

import click

from sessions.catalogue import Row
from sessions.errors import Refused
from sessions.keeping import reminder
from sessions.listing import (
    GROUPS,
    ORDERS,
    Twin,
    Wanted,
    grouped,
    narrowed,
    ordered,
    state_word,
    twins,
)
from sessions.records_after import STATES

from .context import JSON, library_option, print_json, the_library

_DRAFT = "draft"


@click.command("list")
@JSON
@click.option(
    "--order", type=click.Choice(list(ORDERS)), default="date", help="How they are sorted."
)
@click.option("--group", type=click.Choice(list(GROUPS)), default="none", help="What groups them.")
@click.option("--setting", default="", metavar="TEXT", help="Of settings with this in their name.")
@click.option(
    "--framework", default="", metavar="TEXT", help="Of frameworks with this in their name."
)
@click.option("--state", type=click.Choice(list(STATES)), help="Whose report is so far.")
@click.option("--since", default="", metavar="YYYY-MM-DD", help="From this day on.")
@click.option("--until", default="", metavar="YYYY-MM-DD", help="Up to this day.")
@click.option(
    "--archived/--not-archived", default=None, help="Those put away alone; or without them."
)
@library_option
def list_sessions(
    as_json: bool,
    order: str,
    group: str,
    setting: str,
    framework: str,
    state: str | None,
    since: str,
    until: str,
    archived: bool | None,
) -> None:
    """The sessions, newest first unless another order is asked for."""
    library = the_library()
    everything = library.rows()
    wanted = Wanted(
        setting=setting,
        framework=framework,
        state=state or "",
        since=since,
        until=until,
        archived=archived,
    )
    rows = ordered(narrowed(everything, wanted), order)
    doubles = twins(everything)
    if as_json:
        print_json([_json(row, doubles.get(row.id)) for row in rows])
        return
    if not everything:
        click.echo("There are no sessions yet; make one with: new --setting NAME", err=True)
    elif not rows:
        raise Refused("No session fits that; list alone shows all of them.")
    today = library.clock().date()
    for one in grouped(rows, group):
        if one.title:
            click.echo(f"{one.title}:")
        for row in one.rows:
            words = [reminder(row, today), doubles[row.id].words if row.id in doubles else ""]
            click.echo(row.trouble or "; ".join([_line(row), *filter(None, words)]))


def _json(row: Row, double: Twin | None) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "setting": row.setting,
        "phase": row.phase,
        "date": row.date,
        "framework": row.framework,
        "notes": row.notes,
        "statements": row.statements,
        "evidenced": row.evidenced,
        "describing": list(row.describing),
        "judging": list(row.judging),
        "state": row.state,
        "archived": row.archived,
        "retention": row.retention,
        "follows": row.follows,
        "handed_over": row.handed_over,
        **({"copies": _copies(double)} if double is not None else {}),
        **({"trouble": row.trouble} if row.trouble else {}),
    }


def _copies(double: Twin) -> dict[str, list[str]]:
    return {
        "same": list(double.same),
        "alike": list(double.alike),
        "folders": list(double.folders),
    }


def _line(row: Row) -> str:
    done = f"{row.evidenced} of {row.statements} statements have evidence"
    words = [done]
    if row.state != _DRAFT:
        words.append(state_word(row))
    if row.archived:
        words.append("archived")
    if row.handed_over:
        words.append(f"handed over {row.handed_over}")
    said = "; ".join(words)
    return f"{row.id}  {row.name}  {row.setting}, {row.date}; {row.framework_title}; {said}"


COMMANDS: tuple[click.Command, ...] = (list_sessions,)

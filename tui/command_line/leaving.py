"""Commands before a record leaves: what may identify somebody, settled or accepted, and its gaps."""

from collections.abc import Iterator
from typing import Any

import click

from sessions.errors import Refused
from sessions.view import view

from .context import JSON, library_option, person, print_json, reading, writing
from .writing import SESSION

_NUMBER = click.IntRange(min=1)


@click.command()
@SESSION
@click.option("--by", metavar="NAME", help="Who settles or accepts.")
@click.option("--settle", metavar="N", type=_NUMBER, help="Put a label instead of number N.")
@click.option("--label", metavar="TEXT", help="The label, if not the one that is proposed.")
@click.option("--accept", metavar="N", type=_NUMBER, help="Accept number N as it is.")
@click.option("--accept-all", is_flag=True, help="Accept all of them as they are.")
@JSON
@library_option
def check(
    session: str,
    by: str | None,
    settle: int | None,
    label: str | None,
    accept: int | None,
    accept_all: bool,
    as_json: bool,
) -> None:
    """What may identify somebody, numbered, and the gaps; settle or accept it by number."""
    acts = (settle is not None) + (accept is not None) + accept_all
    if acts > 1:
        raise click.UsageError("Settle one, accept one, or accept all: say which.")
    if acts and by is None:
        raise click.UsageError("Say who does that: --by NAME.")
    if label is not None and settle is None:
        raise click.UsageError("A label is for what is settled: --settle N --label TEXT.")
    if not acts:
        _list(session, as_json)
    elif settle is not None:
        _settle(session, by or "", settle, label)
    else:
        _accept(session, by or "", accept)


def _list(session: str, as_json: bool) -> None:
    from exports.checks import check as checked
    from exports.identifying import identifying_in
    from exports.show_lines import as_lines

    with reading(session) as opened:
        seen = view(opened)
        found, gaps = identifying_in(seen, opened.framework), checked(seen, opened.framework)
    if as_json:
        print_json(_as_json(found, gaps))
    else:
        click.echo(as_lines(_lines(found, gaps)), nl=False)


def _as_json(found: Any, gaps: Any) -> dict[str, Any]:
    waiting = [one for one in found if not one.accepted]
    numbers = {id(one): number for number, one in enumerate(waiting, 1)}
    return {
        "identifying": [
            {
                "number": numbers.get(id(one)),
                "place": one.place,
                "kind": one.kind,
                "word": one.word,
                "start": one.spot.clue.start,
                "end": one.spot.clue.end,
                "text": one.spot.text,
                "label": one.label,
                "accepted": one.accepted,
            }
            for one in found
        ],
        "gaps": {
            name: [{"place": gap.place, "sentence": gap.sentence} for gap in getattr(gaps, name)]
            for name in gaps.__struct_fields__
            if name != "identifying"
        },
    }


def _lines(found: Any, gaps: Any) -> Iterator[str]:
    from exports.identifying import BEST_EFFORT, in_context

    waiting = [one for one in found if not one.accepted]
    accepted = len(found) - len(waiting)
    if waiting:
        yield f"May identify somebody ({len(waiting)}):"
    for number, one in enumerate(waiting, 1):
        yield f"{number}. {one.place}: {in_context(one.spot)}  {one.kind}; instead: {one.label}"
    if not waiting:
        yield "Nothing was found that may identify somebody."
    if accepted:
        yield f"Accepted as it is: {accepted}."
    yield BEST_EFFORT
    every = [
        gap
        for name in gaps.__struct_fields__
        if name != "identifying"
        for gap in getattr(gaps, name)
    ]
    yield f"Gaps ({len(every)}):" if every else "No gaps were found."
    for gap in every:
        yield f"- {gap.sentence}"


def _numbered(opened: Any, number: int) -> Any:
    """Return what has a number in the list as it is now. Raises Refused."""
    from exports.checks import check as checked

    waiting = checked(view(opened), opened.framework).identifying
    if number > len(waiting):
        raise Refused(
            f"There is no number {number} in the list; it has {len(waiting)}: see check SESSION."
        )
    return waiting[number - 1]


def _settle(session: str, by: str, number: int, label: str | None) -> None:
    from sessions.settling import settle as put

    with writing(session) as opened:
        who = person(opened, by)
        found = _numbered(opened, number)
        told = found.label if label is None else label
        put(opened, who, found.spot, told)
    click.echo(f"{found.place}: {found.word} is now {told}.")


def _accept(session: str, by: str, number: int | None) -> None:
    from exports.checks import check as checked
    from sessions.settling import accept as keep

    with writing(session) as opened:
        who = person(opened, by)
        waiting = checked(view(opened), opened.framework).identifying
        found = waiting if number is None else (_numbered(opened, number),)
        if not found:
            raise Refused("Nothing is waiting to be accepted; nothing was changed.")
        keep(opened, who, [one.spot for one in found])
    what = f"{found[0].place}: {found[0].word}" if number is not None else f"{len(found)}"
    click.echo(f"Accepted as it is: {what}.")


COMMANDS: tuple[click.Command, ...] = (check,)

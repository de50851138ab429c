"""The command that searches: everything that was written, in every session."""

import sys
from typing import Any

import click

from frameworks.text import clean_line
from sessions.errors import Refused
from sessions.search import Found, Hit, Query
from sessions.search_typed import narrow, read_query
from sessions.view import view

from .context import JSON, library_option, person, print_json, reading, the_library

_SLOW = 1.0  # seconds of reading from which on it is said how fast it was

_FILTERS = {
    "setting": "In settings whose name has a word that begins so.",
    "framework": "In reviews of a framework with such a word in its id or title.",
    "area": "In this area; several: 1,2.",
    "source": "Notes and activities of this source type.",
    "stage": "Where this stage is spoken of, behind the gate of its area; listed, never counted.",
    "statement": "Under this statement.",
    "from": "From this day on: YYYY-MM-DD, YYYY-MM or YYYY.",
    "to": "Up to this day.",
    "kind": "Only this kind: note, because, agreed, finding, action and so on.",
}


def _filters(command: Any) -> Any:
    for name, what in reversed(_FILTERS.items()):
        command = click.option(
            f"--{name}", f"only_{name}", multiple=True, metavar="TEXT", help=what
        )(command)
    return command


@click.command()
@click.argument("text", metavar="[TEXT]...", nargs=-1)
@_filters
@click.option("--session", metavar="SESSION", help="In this session alone.")
@click.option(
    "--as", "viewer", metavar="NAME", help="What this participant may see; with --session."
)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, metavar="N")
@JSON
@library_option
def search(
    text: tuple[str, ...],
    session: str | None,
    viewer: str | None,
    limit: int,
    as_json: bool,
    **filters: tuple[str, ...],
) -> None:
    """Find what was written: notes, because, findings, actions, people, settings and the rest.

    Every word must be there; a word is found where one begins with it, "in quotes" as it stands.
    """
    query = _query(" ".join(text), filters)
    if viewer and not session:
        raise click.UsageError("--as NAME needs --session SESSION: it is somebody of that session.")
    found = _in_session(session, viewer, query, limit) if session else _everywhere(query, limit)
    if found.trouble:
        raise Refused(f"{found.trouble}. Nothing was changed; mend that and try again.")
    if as_json:
        print_json(_json(query, found))
        return
    for hit in found.hits:
        click.echo(_line(hit))
    if not found.hits:
        click.echo(_nothing(" ".join(text), filters), err=True)
    elif found.more:
        of = f"{len(found.hits)} of {found.total:,}" if found.counts else f"{len(found.hits)}"
        click.echo(f"These are {of}; --limit N shows more.", err=True)


def _nothing(text: str, filters: dict[str, tuple[str, ...]]) -> str:
    """Return that nothing was found, and what narrowed it: a filter may name what is not there."""
    given = [
        f"--{option.removeprefix('only_')} {clean_line(value)}"
        for option, values in filters.items()
        for value in values
    ]
    if not given:
        return "Nothing that may be seen has these words; try fewer of them."
    which = " and ".join(given)
    has = "has these words" if text.strip() else "is there"
    return (
        f"Nothing that may be seen {has} with {which}; `list` shows which settings and frameworks "
        "there are. Leave one of these out, or try fewer words."
    )


def _query(text: str, filters: dict[str, tuple[str, ...]]) -> Query:
    query = read_query(text)
    for option, values in filters.items():
        name = option.removeprefix("only_")
        for value in values:
            if not clean_line(value):
                raise click.UsageError(f"--{name} needs a text.")
            query = narrow(query, name, value)
    if query.wrong:
        raise Refused(query.wrong[0])
    if query.is_empty:
        raise click.UsageError("Say what to look for: search attendance, or search --source data.")
    return query


def _in_session(called: str, viewer: str | None, query: Query, limit: int) -> Found:
    from sessions.search_index import Own

    with reading(called) as opened:
        own = Own()
        own.show(view(opened, person(opened, viewer) if viewer else None))
        return own.find(query, limit)


def _everywhere(query: Query, limit: int) -> Found:
    index = the_library().index
    try:
        shown = sys.stderr is not None and sys.stderr.isatty()
        looked = index.look(_tell if shown else None)
        if looked.seconds > _SLOW:
            click.echo(f"\r{looked.rate}" if shown else looked.rate, err=True)
        if index.notice:
            click.echo(index.notice, err=True)
        return index.find(query, limit=limit)
    finally:
        index.close()


def _tell(done: int, total: int) -> None:
    """Say how far the reading is, on one line."""
    full = 20 * done // max(total, 1)
    bar = "#" * full + "-" * (20 - full)
    end = "\r" + " " * 60 + "\r" if done >= total else ""
    click.echo(f"\r{bar} reading {done:,} of {total:,} sessions{end}", err=True, nl=False)


def _line(hit: Hit) -> str:
    before, after = "..." * hit.text.before, "..." * hit.text.after
    stages = f" ({', '.join(hit.stages)})" if hit.stages else ""
    words = f"{hit.what}{stages}: {before}{hit.text.text}{after}"
    return f"{hit.name}  {hit.place}  {hit.ref or '-'}  {words}"


def _json(query: Query, found: Found) -> dict[str, Any]:
    return {
        "hits": [
            {
                "session": hit.session,
                "name": hit.name,
                "setting": hit.setting,
                "date": hit.date,
                "kind": hit.kind,
                "place": hit.place,
                "statement": hit.ref or None,
                "ref": hit.note or None,
                "title": hit.title,
                "text": hit.text.text,
                **({"stages": list(hit.stages)} if hit.stages else {}),
            }
            for hit in found.hits
        ],
        "kinds": list(found.kinds),
        # By stage nothing is counted: that would count statements by stage.
        "counts": None if query.stages else found.counts,
        "more": found.more,
    }


COMMANDS: tuple[click.Command, ...] = (search,)

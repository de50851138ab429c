"""Commands about what becomes of sessions: put away, deleted, kept until a day, erased."""

from typing import TYPE_CHECKING, Any

import click

from sessions.errors import Refused

from .context import JSON, library_option, person, print_json, say_notices, the_library, writing
from .writing import SESSION

if TYPE_CHECKING:
    from sessions.catalogue import Row
    from sessions.erasing import Doomed
    from sessions.library import Library

# What erases is imported where it is needed: the other commands start without it.

_BY = click.option("--by", default="", metavar="NAME", help="Who does it: a name or a tag.")
_SURE = click.option(
    "--sure", is_flag=True, help="It is known what goes, and that it goes for good."
)


def the_row(library: "Library", called: str) -> "Row":
    """Return the row of the session that is meant. Raises Refused."""
    from sessions.erasing import row_of

    return row_of(library, library.find(called))


def say_tidied(library: "Library") -> None:
    """Finish what was cut off, and say on standard error what that was."""
    from sessions.keeping_start import tidy

    for sentence in tidy(library):
        click.echo(sentence, err=True)


# Delete, and back


@click.command()
@SESSION
@click.argument("ref", metavar="[REF]", required=False)
@_BY
@click.option(
    "--whole", is_flag=True, help="The whole session; restore brings it back for a month."
)
@library_option
def delete(session: str, ref: str | None, by: str, whole: bool) -> None:
    """Delete a note (undo brings it back), or a whole session (restore does, for a month)."""
    if bool(ref) == whole:
        raise click.UsageError("Name a note (AK7), or the whole session with --whole.")
    if ref:
        if not by:
            raise click.UsageError("Missing option '--by'.")
        with writing(session) as opened:
            from sessions.notes import delete_note

            delete_note(opened, person(opened, by), ref)
        return
    from sessions.keeping_deleted import delete_session

    library = the_library()
    say_tidied(library)
    row = the_row(library, session)
    gone = delete_session(library, row)
    handed = f"handed over on {row.handed_over}" if row.handed_over else "not handed over"
    click.echo(
        f"{gone.name} is deleted ({handed}); until {gone.until}, restore {gone.id} brings it back."
    )


@click.command("restore")
@SESSION
@library_option
def restore_session(session: str) -> None:
    """Bring a deleted session back."""
    from sessions.keeping_deleted import find_deleted, restore

    library = the_library()
    restore(library, find_deleted(library, session))


@click.command("deleted")
@JSON
@library_option
def list_deleted(as_json: bool) -> None:
    """The deleted sessions that can be restored, the latest first."""
    from sessions.keeping_deleted import deleted

    library = the_library()
    say_tidied(library)
    found = deleted(library)
    if as_json:
        print_json(
            [
                {
                    "id": gone.id,
                    "name": gone.name,
                    "setting": gone.setting,
                    "date": gone.date,
                    "deleted": gone.day,
                    "until": gone.until,
                }
                for gone in found
            ]
        )
        return
    if not found:
        click.echo("Nothing was deleted in the last month.", err=True)
    for gone in found:
        click.echo(
            f"{gone.id}  {gone.name}  {gone.setting}, {gone.date}; deleted {gone.day}, "
            f"erased for good on {gone.until}"
        )


# Erase


@click.command()
@click.argument("session", metavar="[SESSION]", required=False)
@click.argument("ref", metavar="[REF]", required=False)
@_BY
@click.option("--whole", is_flag=True, help="The whole session, with every trace of it here.")
@click.option("--deleted", "emptied", is_flag=True, help="Every session that was deleted.")
@click.option("--reason", default="", metavar="TEXT", help="Why; it is kept: name no child in it.")
@_SURE
@library_option
def erase(
    session: str | None,
    ref: str | None,
    by: str,
    whole: bool,
    emptied: bool,
    reason: str,
    sure: bool,
) -> None:
    """Erase a note, or a session, for good: nothing brings it back."""
    named = [bool(ref), whole, emptied]
    if sum(named) != 1 or bool(session) == emptied:
        raise click.UsageError(
            "Name a session and a note (AK7), a session and --whole, or --deleted."
        )
    if not by:
        raise click.UsageError("Missing option '--by'.")
    library = the_library()
    say_tidied(library)
    if emptied:
        _empty(library, by, sure)
    elif whole:
        _erase_whole(library, the_row(library, session or ""), by, reason, sure)
    else:
        _erase_note(library, session or "", ref or "", by, reason, sure)


def _empty(library: "Library", by: str, sure: bool) -> None:
    from sessions.keeping_deleted import deleted, purge

    there = deleted(library)
    if not there:
        raise Refused("There is no deleted session, so there is nothing to erase.")
    if not sure:
        names = ", ".join(gone.name for gone in there[:3])
        raise Refused(
            f"{names}{' and more' if len(there) > 3 else ''} would go for good; nothing was changed. "
            "Say it again with --sure."
        )
    for one in purge(library, everything=True, by=by):
        click.echo(f"{one.job.name} is erased for good.")


def _erase_whole(library: "Library", row: "Row", by: str, reason: str, sure: bool) -> None:
    if not sure:
        handed = f"handed over on {row.handed_over}" if row.handed_over else "not handed over"
        raise Refused(
            f"{row.name} ({_notes(row)}, {handed}) would go for good, with every trace of it "
            "on this machine; nothing was changed. Say it again with --sure."
        )
    from sessions.erasing_session import erase_session
    from sessions.handing_receipt import erased_words

    done = erase_session(library, row, by, reason)
    said = "; ".join(erased_words(done.removed))
    click.echo(f"{row.name} is erased for good: {said}. The ledger says by whom: {done.job.by}.")


def _notes(row: "Row") -> str:
    return "1 shared note" if row.notes == 1 else f"{row.notes} shared notes"


def _erase_note(
    library: "Library", session: str, ref: str, by: str, reason: str, sure: bool
) -> None:
    from sessions.erasing import doomed, erase_note

    with writing(session) as opened:
        who = person(opened, by)
        about = doomed(library, opened, who, ref)
        if not sure:
            raise Refused(f"{_what_goes(about)} Nothing was changed; say it again with --sure.")
        done = erase_note(library, opened, who, ref, reason)
        say_notices(opened)
    click.echo(f"{done.ref} is erased for good.")
    for quote in done.quotes:
        click.echo(f"It is said too in {quote.place}: {quote.said}", err=True)
    for name in done.in_use:
        click.echo(f"Another window is at {name}: close it, then open the session again.", err=True)


def _what_goes(about: "Doomed") -> str:
    many = "1 wording" if about.wordings == 1 else f"{about.wordings} wordings"
    said = f"{about.ref} would go for good ({many}"
    if about.cited:
        said += f"; {', '.join(about.cited[:3])} rest on it"
    if about.quotes:
        said += f"; also said in {', '.join(quote.place for quote in about.quotes[:3])}"
    return f"{said})."


# Retention


@click.command()
@click.argument("session", metavar="[SESSION]", required=False)
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day on which it is to be erased.")
@click.option("--none", "never", is_flag=True, help="No such day.")
@click.option("--due", "only_due", is_flag=True, help="Those whose day has come.")
@click.option("--delete", "delete_due", is_flag=True, help="With --due: erase them, for good.")
@_BY
@_SURE
@JSON
@library_option
def retention(
    session: str | None,
    day: str | None,
    never: bool,
    only_due: bool,
    delete_due: bool,
    by: str,
    sure: bool,
    as_json: bool,
) -> None:
    """Until when sessions are kept: set a day, list what is near, erase what is due."""
    setting = day is not None or never
    if (day is not None and never) or setting != bool(session) or (setting and only_due):
        raise click.UsageError(
            "Name a session with --date YYYY-MM-DD or --none; or none, or --due."
        )
    if delete_due and not only_due:
        raise click.UsageError("--delete goes with --due.")
    from sessions.keeping import due, is_due, keep_until, reminder, soon

    library = the_library()
    say_tidied(library)
    if session is not None:
        with writing(session) as opened:
            keep_until(opened, "" if never else day or "", person(opened, by) if by else "")
        return
    if delete_due:
        _erase_due(library, by, sure)
        return
    today = library.clock().date()
    rows = due(library.rows(), today) if only_due else soon(library.rows(), today)
    if as_json:
        print_json([_retention_json(row, is_due(row, today)) for row in rows])
        return
    if not rows:
        click.echo("No session is to be erased now, or in the next 30 days.", err=True)
    for row in rows:
        click.echo(f"{row.id}  {row.name}  {reminder(row, today)}.")


def _retention_json(row: "Row", has_come: bool) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "retention": row.retention, "due": has_come}


def _erase_due(library: "Library", by: str, sure: bool) -> None:
    from sessions.erasing_session import erase_session
    from sessions.keeping import due, due_reason, need_due

    rows = due(library.rows(), library.clock().date())
    if not rows:
        raise Refused("No retention date has come, so there is nothing to erase.")
    if not by:
        raise click.UsageError("Missing option '--by'.")
    if not sure:
        names = ", ".join(row.name for row in rows[:3])
        raise Refused(
            f"{names}{' and more' if len(rows) > 3 else ''} would go for good; nothing was changed. "
            "Say it again with --sure."
        )
    for row in rows:
        need_due(library, row)
        erase_session(library, row, by, due_reason(row))
        click.echo(f"{row.name} is erased for good.")


COMMANDS: tuple[click.Command, ...] = (delete, restore_session, list_deleted, erase, retention)

"""Commands of the report's way to its end: how far it is, the host's replies, words for it."""

from pathlib import Path
from typing import Any

import click

from sessions import report_texts
from sessions.errors import Refused
from sessions.records_after import STATES
from sessions.reply_files import read_form_file
from sessions.reply_forms import Filled
from sessions.replying import Coming, import_form, preview, reply, settle_reply
from sessions.session import Session
from sessions.standing import set_standing
from sessions.view import view

from .context import JSON, library_option, person, print_json, reading, text_or_input, writing
from .preparing import VIEWER, say
from .writing import SESSION

WHO = click.option("--by", metavar="NAME", help="Whose act it is.")


# How far the report is


@click.command()
@SESSION
@WHO
@click.option("--to", metavar="STATE", help=f"{', '.join(STATES)}.")
@click.option("--reason", metavar="TEXT", default="", help="Why; a final report needs one.")
@JSON
@library_option
def state(session: str, by: str | None, to: str | None, reason: str, as_json: bool) -> None:
    """How far the report is: a draft, with the host for accuracy, or final; or say so anew."""
    from exports.show_after import state_json, state_lines

    if (by is None) != (to is None) or (reason and to is None):
        raise click.UsageError("Say who and what: --by NAME --to STATE; or neither, to read it.")
    if by is None or to is None:
        with reading(session) as opened:
            seen = view(opened)
            say(seen, as_json, state_json, state_lines, "")
        return
    with writing(session) as opened:
        still_open = _gaps(opened) if to == "final" else ()
        set_standing(opened, person(opened, by), to, reason)
        seen = view(opened)
    if as_json:
        print_json(state_json(seen) | ({"gaps": list(still_open)} if to == "final" else {}))
        return
    click.echo(seen.after.state)
    for gap in still_open:
        click.echo(f"Still open: {gap}")


def _gaps(opened: Session) -> tuple[str, ...]:
    from exports.gaps import gaps

    return gaps(view(opened), opened.framework)


# The host's replies


@click.command("reply")
@SESSION
@click.argument("text", metavar="[TEXT|-]", required=False)
@WHO
@click.option("--finding", metavar="N", help="The finding that is answered.")
@click.option("--answer", metavar="ANSWER", help="accept, correct, evidence or disagree.")
@click.option("--settled", metavar="TEXT", help="How host and panel settled it; '' leaves it open.")
@click.option("--form", metavar="FILE", type=click.Path(path_type=Path), help="A filled-in form.")
@click.option("--dry-run", is_flag=True, help="Say what a form would bring in, and change nothing.")
@VIEWER
@JSON
@library_option
def reply_command(
    session: str,
    text: str | None,
    by: str | None,
    finding: str | None,
    answer: str | None,
    settled: str | None,
    form: Path | None,
    dry_run: bool,
    viewer: str | None,
    as_json: bool,
) -> None:
    """Answer a finding, settle an answer, or take in a form; without any of it: the replies."""
    if form is not None:
        if by is None or any(given is not None for given in (text, finding, answer, settled)):
            raise click.UsageError("A form takes --by NAME, and nothing else but --dry-run.")
        _take_in(session, by, form, dry_run=dry_run, as_json=as_json)
    elif any(given is not None for given in (by, text, finding, answer, settled)) or dry_run:
        if by is None or finding is None or (answer is None) == (settled is None) or dry_run:
            raise click.UsageError(
                "Say --by NAME --finding N, and --answer ANSWER [TEXT] or --settled TEXT."
            )
        if answer is None and text is not None:
            raise click.UsageError("What was settled stands after --settled, once.")
        _write(session, by, finding, answer, text, settled)
    else:
        _list_replies(session, viewer, as_json=as_json)


def _write(
    session: str,
    by: str,
    finding: str,
    answer: str | None,
    text: str | None,
    settled: str | None,
) -> None:
    with writing(session) as opened:
        who = person(opened, by)
        if answer is not None:
            said = "" if text is None else text_or_input(text)
            reply(opened, who, finding, answer, said)
        else:
            settle_reply(opened, who, finding, text_or_input(settled or ""))


def _list_replies(session: str, viewer: str | None, *, as_json: bool) -> None:
    from exports.show_after import replies_json, replies_lines

    nothing = (
        "There are no replies to see here; answer with: reply SESSION --by NAME --finding N "
        "--answer ANSWER TEXT"
    )
    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        say(seen, as_json, replies_json, replies_lines, nothing)


def _take_in(session: str, by: str, form: Path, *, dry_run: bool, as_json: bool) -> None:
    filled = _read(form)
    if dry_run:
        with reading(session) as opened:
            coming = preview(opened, person(opened, by), filled)
    else:
        with writing(session) as opened:
            coming = import_form(opened, person(opened, by), filled)
    if as_json:
        print_json({"replies": [_coming_json(one) for one in coming], "blank": list(filled.blank)})
        return
    for one in coming:
        click.echo(_coming_line(one))
    for ref in filled.blank:
        click.echo(f"Finding {ref}: left blank")
    if dry_run:
        click.echo("Nothing was changed; the same without --dry-run takes it in.")


def _read(form: Path) -> Filled:
    try:
        return read_form_file(form)
    except FileNotFoundError:
        raise Refused(f"There is no file {form}; name the form that came back.") from None


def _coming_json(one: Coming) -> dict[str, Any]:
    known = {"finding": one.finding, "answer": one.answer, "text": one.text, "change": one.change}
    return known | ({"older": True} if one.older else {})


_CHANGES = {"new": "new", "changed": "in place of the one before", "same": "there already"}


def _coming_line(one: Coming) -> str:
    from exports.show_lines import as_lines

    older = ", to older words of it" if one.older else ""
    head = f"Finding {one.finding}, {_CHANGES[one.change]}{older}: {one.answer_name}"
    return as_lines([f"{head}. {one.text}" if one.text else f"{head}."]).removesuffix("\n")


# Words for the report


@click.command("report-text")
@SESSION
@click.argument("text", metavar="[TEXT|-]", required=False)
@WHO
@click.option("--part", metavar="PART", help="headline, context, area/1 and the like.")
@click.option("--remove", is_flag=True, help="Take the words for it away; undo brings them back.")
@click.option("--look", is_flag=True, help="Say that stale words stand as they are.")
@VIEWER
@JSON
@library_option
def report_text(
    session: str,
    text: str | None,
    by: str | None,
    part: str | None,
    remove: bool,
    look: bool,
    viewer: str | None,
    as_json: bool,
) -> None:
    """Write a part of the report in your own words; without any: what is written."""
    if by is None and part is None and text is None and not remove and not look:
        _list_texts(session, viewer, as_json=as_json)
        return
    if by is None or part is None or (text is not None) + remove + look != 1:
        raise click.UsageError("Say --by NAME --part PART, and one of TEXT, --remove, --look.")
    with writing(session) as opened:
        who = person(opened, by)
        if remove:
            report_texts.remove_text(opened, who, part)
        elif look:
            report_texts.look_at_text(opened, who, part)
        else:
            report_texts.write_text(opened, who, part, _some(text_or_input(text or "")))


def _some(text: str) -> str:
    if not text.strip():
        raise Refused("There are no words; write some, or take the part away with --remove.")
    return text


def _list_texts(session: str, viewer: str | None, *, as_json: bool) -> None:
    from exports.show_after import report_texts_json, report_texts_lines

    nothing = (
        "Nobody has written words for the report yet; write some with: report-text SESSION --by NAME "
        "--part headline TEXT"
    )
    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        say(seen, as_json, report_texts_json, report_texts_lines, nothing)


COMMANDS: tuple[click.Command, ...] = (state, reply_command, report_text)

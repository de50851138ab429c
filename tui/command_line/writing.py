"""Commands that write down: sessions, people, notes, and undo."""

import click

from sessions.errors import Refused
from sessions.excusing import still_judges
from sessions.library import Plan
from sessions.notes import (
    Circumstances,
    add_note,
    edit_note,
    file_note,
    split_note,
)
from sessions.people import add_person, change_person, leave
from sessions.session import Session
from sessions.undo import undo as take_back

from .context import areas, library_option, person, text_or_input, the_library, writing

BY = click.option("--by", required=True, metavar="NAME", help="Who does it: a name or a tag.")
SESSION = click.argument("session", metavar="SESSION")


@click.command()
@click.option("--setting", required=True, metavar="NAME", help="The school that is reviewed.")
@click.option("--framework", default="inclusion-audit", metavar="ID")
@click.option("--phase", default="", metavar="PHASE")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="The day of the visit.")
@click.option("--areas", "scope", metavar="1,2,5", help="The areas in scope; all without it.")
@click.option("--facilitator", default="", metavar="NAME")
@click.option("--reviewer", "reviewers", multiple=True, metavar="NAME")
@click.option("--purpose", default="", metavar="TEXT")
@library_option
def new(
    setting: str,
    framework: str,
    phase: str,
    date: str,
    scope: str | None,
    facilitator: str,
    reviewers: tuple[str, ...],
    purpose: str,
) -> None:
    """Make a session, and print its id."""
    plan = Plan(
        setting=setting,
        framework=framework,
        phase=phase,
        date=date,
        areas=areas(scope),
        facilitator=facilitator,
        reviewers=reviewers,
        purpose=purpose,
    )
    session = the_library().create(plan)
    session.release()
    click.echo(session.id)


@click.command("person")
@SESSION
@click.argument("act", type=click.Choice(["add", "change", "leave"]))
@click.argument("name", metavar="NAME")
@click.option("--role", metavar="ROLE")
@click.option("--tag", metavar="TAG", help="Letters for this person's note refs.")
@click.option("--own-setting", metavar="TEXT", help="Where this person works.")
@click.option("--leads", metavar="1,2", help="The areas this person leads.")
@click.option("--interest", metavar="TEXT", help="A declared interest: they judge no area of it.")
@click.option("--interest-areas", metavar="1,2", help="The areas it concerns; without it: all.")
@click.option("--rename", metavar="NAME", help="With change: the new name.")
@library_option
def change_people(
    session: str,
    act: str,
    name: str,
    role: str | None,
    tag: str | None,
    own_setting: str | None,
    leads: str | None,
    interest: str | None,
    interest_areas: str | None,
    rename: str | None,
) -> None:
    """Add a person to the panel, change what is known of one, or let one leave."""
    led = areas(leads) if leads is not None else None
    concerned = areas(interest_areas) if interest_areas is not None else None
    with writing(session) as opened:
        if act == "add":
            add_person(
                opened,
                name,
                role=role or "",
                tag=tag or "",
                own_setting=own_setting or "",
                leads=led or (),
                interest=interest or "",
                interest_areas=concerned or (),
            )
        elif act == "change":
            who = person(opened, name)
            change_person(
                opened,
                who,
                name=rename,
                role=role,
                tag=tag,
                own_setting=own_setting,
                leads=led,
                interest=interest,
                interest_areas=concerned,
            )
            _say_still_judging(opened, who)
        else:
            leave(opened, person(opened, name))


def _say_still_judging(session: Session, who: str) -> None:
    """Say where somebody's interest comes too late to keep them from judging."""
    said = still_judges(session, who)
    if said:
        click.echo(said, err=True)


@click.command()
@SESSION
@BY
@click.option("--statement", "statements", multiple=True, metavar="1.2")
@click.option("--source", default="", metavar="SOURCE")
@click.option("--where", default="", metavar="TEXT")
@click.option("--observed", default="", metavar="'YYYY-MM-DD HH:MM'")
@click.option("--private", is_flag=True, help="For its author alone, until shared.")
@click.argument("text", metavar="TEXT|-")
@library_option
def note(
    session: str,
    by: str,
    statements: tuple[str, ...],
    source: str,
    where: str,
    observed: str,
    private: bool,
    text: str,
) -> None:
    """Write a note, and print its ref."""
    circumstances = Circumstances(source=source, where=where, observed=observed)
    with writing(session) as opened:
        who = person(opened, by)
        ref = add_note(opened, who, text_or_input(text), statements, circumstances, private=private)
    click.echo(ref)


@click.command()
@SESSION
@click.argument("ref", metavar="REF")
@BY
@click.argument("text", metavar="TEXT|-")
@library_option
def edit(session: str, ref: str, by: str, text: str) -> None:
    """Change the text of a note."""
    with writing(session) as opened:
        edit_note(opened, person(opened, by), ref, text_or_input(text))


@click.command()
@SESSION
@click.argument("ref", metavar="REF")
@BY
@click.argument("first", metavar="FIRST")
@click.argument("second", metavar="SECOND")
@library_option
def split(session: str, ref: str, by: str, first: str, second: str) -> None:
    """Make two notes of one: it keeps the first text; print the ref of the second."""
    with writing(session) as opened:
        other = split_note(opened, person(opened, by), ref, first, second)
    click.echo(other)


@click.command("file")
@SESSION
@click.argument("ref", metavar="REF")
@BY
@click.option("--statement", "under", multiple=True, metavar="1.2")
@click.option("--remove", multiple=True, metavar="1.3")
@library_option
def file_under(
    session: str, ref: str, by: str, under: tuple[str, ...], remove: tuple[str, ...]
) -> None:
    """File a note under statements, or take it from them."""
    if not under and not remove:
        raise Refused("Nothing was said to file; give --statement 1.2 or --remove 1.3.")
    with writing(session) as opened:
        file_note(opened, person(opened, by), ref, under, remove)


@click.command()
@SESSION
@BY
@click.option("--reason", default="", metavar="TEXT", help="Why, where the panel agreed on it.")
@library_option
def undo(session: str, by: str, reason: str) -> None:
    """Take back a person's last act."""
    with writing(session) as opened:
        what = take_back(opened, person(opened, by), reason)
    click.echo(f"Undone: {what}")


COMMANDS: tuple[click.Command, ...] = (
    new,
    change_people,
    note,
    edit,
    split,
    file_under,
    undo,
)

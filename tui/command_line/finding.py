"""Commands of findings: what the panel found, in what order it matters, and ideas for what next."""

from collections.abc import Iterator
from typing import Any

import click
import msgspec

from sessions import findings as found
from sessions.errors import Refused
from sessions.ideas import Ideas, StatementIdeas, ideas_for
from sessions.seen import SessionView
from sessions.view import view

from .context import JSON, library_option, person, print_json, reading, text_or_input, writing
from .planning import waiting_lines
from .preparing import NUMBER, STATEMENTS, VIEWER, say, some_or_none
from .writing import BY, SESSION

NOTES = click.option("--note", "notes", multiple=True, metavar="REF", help="A note it rests on.")


@click.command()
@SESSION
@VIEWER
@JSON
@library_option
def findings(session: str, viewer: str | None, as_json: bool) -> None:
    """The findings: strengths, areas for development, practice worth sharing."""
    from exports.show_plan import findings_json

    nothing = "There are no findings to see here; write one with: finding SESSION add"
    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        say(seen, as_json, findings_json, _lines, nothing)


def _lines(seen: SessionView) -> Iterator[str]:
    from exports.show_plan import findings_lines

    yield from findings_lines(seen)
    yield from waiting_lines(seen)


@click.group()
@SESSION
@library_option
@click.pass_context
def finding(context: click.Context, session: str) -> None:
    """Write findings, behind the gates of their areas."""
    context.obj = session


@finding.command("add")
@click.argument("text", metavar="TEXT|-")
@BY
@click.option("--kind", required=True, metavar="KIND", help="strength, development or sharing.")
@STATEMENTS
@NOTES
@library_option
@click.pass_obj
def finding_add(
    session: str,
    text: str,
    by: str,
    kind: str,
    statements: tuple[str, ...],
    notes: tuple[str, ...],
) -> None:
    """Write a finding, and print its number."""
    with writing(session) as opened:
        who = person(opened, by)
        number = found.add_finding(opened, who, kind, text_or_input(text), statements, notes)
    click.echo(number)


@finding.command("change")
@NUMBER
@click.argument("text", metavar="[TEXT|-]", required=False)
@BY
@click.option("--kind", metavar="KIND", help="strength, development or sharing.")
@STATEMENTS
@NOTES
@library_option
@click.pass_obj
def finding_change(
    session: str,
    ref: str,
    text: str | None,
    by: str,
    kind: str | None,
    statements: tuple[str, ...],
    notes: tuple[str, ...],
) -> None:
    """Change one; what is not said stays, and --note '' takes all notes from it."""
    under, rests_on = some_or_none(statements), some_or_none(notes)
    if all(given is None for given in (text, kind, under, rests_on)):
        raise Refused("Nothing was said to change; give a text, --kind KIND or the like.")
    with writing(session) as opened:
        found.change_finding(
            opened,
            person(opened, by),
            ref,
            kind=kind,
            text=None if text is None else text_or_input(text),
            statements=under,
            notes=rests_on,
        )


@finding.command("delete")
@NUMBER
@BY
@library_option
@click.pass_obj
def finding_delete(session: str, ref: str, by: str) -> None:
    """Delete a finding; undo brings it back."""
    with writing(session) as opened:
        found.delete_finding(opened, person(opened, by), ref)


@click.command()
@SESSION
@BY
@click.option("--none", "no_order", is_flag=True, help="Nothing is a priority any more.")
@click.argument("numbers", metavar="[N]...", nargs=-1)
@library_option
def priorities(session: str, by: str, no_order: bool, numbers: tuple[str, ...]) -> None:
    """Set the order of the areas for development, by their numbers; others are no priorities."""
    if no_order == bool(numbers):
        raise click.UsageError("Name the findings in their order, or say --none.")
    with writing(session) as opened:
        found.set_priorities(opened, person(opened, by), numbers)


# Ideas


@click.command()
@SESSION
@click.option("--statement", "refs", multiple=True, required=True, metavar="1.2")
@JSON
@library_option
def ideas(session: str, refs: tuple[str, ...], as_json: bool) -> None:
    """What the next step looks like for statements behind the gate, and case studies that fit."""
    from exports.show_lines import as_lines

    with reading(session) as opened:
        thought = ideas_for(opened, refs)
    if as_json:
        print_json(_ideas_json(thought))
    else:
        click.echo(as_lines(_ideas_lines(thought)), nl=False)


def _ideas_json(thought: Ideas) -> dict[str, Any]:
    return {
        "statements": [msgspec.to_builtins(one) for one in thought.statements],
        "case_studies": [msgspec.to_builtins(one) for one in thought.case_studies],
    }


def _ideas_lines(thought: Ideas) -> Iterator[str]:
    for statement in thought.statements:
        yield from _statement_lines(statement)
    for study in thought.case_studies:
        if not study.areas:
            continue
        yield f'Case study "{study.title}": {study.overview}'
        if study.artefacts:
            yield f'To download with "{study.title}": {"; ".join(study.artefacts)}'
    touching = [f'"{study.title}"' for study in thought.case_studies if not study.areas]
    if touching:
        yield f"Case studies that touch on it: {', '.join(touching)}"


def _statement_lines(statement: StatementIdeas) -> Iterator[str]:
    yield f"Statement {statement.ref}: {statement.text}"
    if statement.now:
        yield f"Where {statement.ref} is now: {', '.join(statement.now)}"
    for step in statement.next:
        looks = step.full or step.text or "the source describes nothing here"
        yield f"What {step.name} looks like for {statement.ref}: {looks}"
    if statement.why:
        yield statement.why


COMMANDS: tuple[click.Command, ...] = (findings, finding, priorities, ideas)

"""Commands that prepare a visit: the setting's own view, and lines of enquiry."""

from collections.abc import Callable, Iterable
from typing import Any

import click

from sessions import enquiries as asking
from sessions.errors import Refused
from sessions.seen import SessionView
from sessions.self_evaluating import self_evaluate as write_own_view
from sessions.view import view

from .context import JSON, key_and_text, library_option, person, print_json, reading, writing
from .judging import FIELD, NOT_APPLICABLE, NOT_ENOUGH, outcome_said
from .writing import BY, SESSION

VIEWER = click.option("--as", "viewer", metavar="NAME", help="What this participant may see.")
STATEMENTS = click.option("--statement", "statements", multiple=True, metavar="1.2")
NUMBER = click.argument("ref", metavar="N")


def say(
    seen: SessionView,
    as_json: bool,
    to_json: Callable[[SessionView], Any],
    lines: Callable[[SessionView], Iterable[str]],
    nothing: str,
) -> None:
    """Print what is seen of something as JSON or in lines; `nothing`: what to say for no line."""
    from exports.show_lines import as_lines

    if as_json:
        print_json(to_json(seen))
        return
    text = as_lines(lines(seen))
    if text:
        click.echo(text, nl=False)
    else:
        click.echo(nothing, err=True)


def some_or_none(given: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return what an option that may be repeated says; None: it was not given; one empty: none."""
    return tuple(text for text in given if text.strip()) if given else None


# The setting's own view


@click.command("self-evaluation")
@SESSION
@VIEWER
@JSON
@library_option
def self_evaluation(session: str, viewer: str | None, as_json: bool) -> None:
    """The setting's own view; before the gate of an area opens, for the host alone."""
    from exports.show_visit import self_evaluation_json, self_evaluation_lines

    nothing = (
        "There is nothing of the setting's own view to see here; before the gate of its area "
        "opens, it is for the host alone."
    )
    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        say(seen, as_json, self_evaluation_json, self_evaluation_lines, nothing)


@click.command("self-evaluate")
@SESSION
@BY
@click.option("--statement", required=True, metavar="1.2")
@click.option("--stage", "stages", multiple=True, metavar="STAGE")
@NOT_ENOUGH
@NOT_APPLICABLE
@click.option("--clear", is_flag=True, help="Take the view of this statement away.")
@click.option("--because", default="", metavar="TEXT")
@FIELD
@library_option
def self_evaluate(
    session: str,
    by: str,
    statement: str,
    stages: tuple[str, ...],
    not_enough: bool,
    not_applicable: bool,
    clear: bool,
    because: str,
    fields: tuple[str, ...],
) -> None:
    """Write how the setting sees itself on a statement; for the host."""
    outcome = outcome_said(bool(stages), not_enough, not_applicable)
    if (outcome is None) != clear:
        raise click.UsageError(
            "Say one thing: --stage STAGE, --not-enough-evidence, --not-applicable or --clear."
        )
    if clear and (because or fields):
        raise click.UsageError("--clear takes the view away, with its because and its fields.")
    said = key_and_text(fields)
    with writing(session) as opened:
        write_own_view(
            opened,
            person(opened, by),
            statement,
            stages=stages,
            outcome=outcome,
            because=because,
            fields=said,
        )


# Lines of enquiry


@click.command()
@SESSION
@VIEWER
@JSON
@library_option
def enquiries(session: str, viewer: str | None, as_json: bool) -> None:
    """The lines of enquiry; what is proposed, for the host and a facilitator alone."""
    from exports.show_visit import enquiries_json, enquiries_lines

    nothing = "There are no lines of enquiry to see here; write one with: enquiry SESSION add"
    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        say(seen, as_json, enquiries_json, enquiries_lines, nothing)


@click.group()
@SESSION
@library_option
@click.pass_context
def enquiry(context: click.Context, session: str) -> None:
    """Write lines of enquiry: open questions for the visit."""
    context.obj = session


QUESTION = click.option("--question", metavar="TEXT", help="The question, in other words.")
SUPPORTS = click.option("--supports", metavar="TEXT", help="What would support it.")
REFUTES = click.option("--refutes", metavar="TEXT", help="What would refute it.")
LOOK = click.option("--look", metavar="TEXT", help="Where to look.")


@enquiry.command("add")
@click.argument("question", metavar="QUESTION")
@BY
@STATEMENTS
@SUPPORTS
@REFUTES
@LOOK
@library_option
@click.pass_obj
def enquiry_add(
    session: str,
    question: str,
    by: str,
    statements: tuple[str, ...],
    supports: str | None,
    refutes: str | None,
    look: str | None,
) -> None:
    """Write a line of enquiry, and print its number."""
    with writing(session) as opened:
        number = asking.add_enquiry(
            opened,
            person(opened, by),
            question,
            statements,
            supports=supports or "",
            refutes=refutes or "",
            look=look or "",
        )
    click.echo(number)


@enquiry.command("change")
@NUMBER
@BY
@QUESTION
@STATEMENTS
@SUPPORTS
@REFUTES
@LOOK
@library_option
@click.pass_obj
def enquiry_change(
    session: str,
    ref: str,
    by: str,
    question: str | None,
    statements: tuple[str, ...],
    supports: str | None,
    refutes: str | None,
    look: str | None,
) -> None:
    """Change one; an empty text takes away what was there."""
    under = some_or_none(statements)
    if all(given is None for given in (question, under, supports, refutes, look)):
        raise Refused("Nothing was said to change; give --question TEXT, say, or --statement 1.2.")
    with writing(session) as opened:
        asking.change_enquiry(
            opened,
            person(opened, by),
            ref,
            question=question,
            statements=under,
            supports=supports,
            refutes=refutes,
            look=look,
        )


@enquiry.command("propose")
@BY
@library_option
@click.pass_obj
def enquiry_propose(session: str, by: str) -> None:
    """Propose some from the setting's own view; print their refs.

    One for each statement that it leaves open and that nobody asks about yet. The host and the
    facilitators alone see them, until one of them accepts it.
    """
    with writing(session) as opened:
        called = asking.propose(opened, person(opened, by))
    for ref in called:
        click.echo(ref)
    if not called:
        click.echo("Nothing was proposed: nothing is left open that nobody asks about.", err=True)


@enquiry.command("accept")
@NUMBER
@BY
@QUESTION
@library_option
@click.pass_obj
def enquiry_accept(session: str, ref: str, by: str, question: str | None) -> None:
    """Accept what was proposed; print its new number.

    From then on everybody sees it.
    """
    with writing(session) as opened:
        number = asking.accept(opened, person(opened, by), ref, question)
    click.echo(number)


@enquiry.command("close")
@NUMBER
@BY
@click.option(
    "--standing",
    required=True,
    type=click.Choice(["supported", "not-supported", "changed", "dropped"]),
    help="How it stands at the end.",
)
@click.option("--reason", default="", metavar="TEXT", help="Why; changed and dropped need it.")
@library_option
@click.pass_obj
def enquiry_close(session: str, ref: str, by: str, standing: str, reason: str) -> None:
    """Say what became of a line of enquiry."""
    with writing(session) as opened:
        asking.stand(opened, person(opened, by), ref, standing, reason)


@enquiry.command("reopen")
@NUMBER
@BY
@library_option
@click.pass_obj
def enquiry_reopen(session: str, ref: str, by: str) -> None:
    """Open a line of enquiry that was closed."""
    with writing(session) as opened:
        asking.stand(opened, person(opened, by), ref, "open")


@enquiry.command("delete")
@NUMBER
@BY
@library_option
@click.pass_obj
def enquiry_delete(session: str, ref: str, by: str) -> None:
    """Delete a line of enquiry; undo brings it back."""
    with writing(session) as opened:
        asking.delete_enquiry(opened, person(opened, by), ref)


COMMANDS: tuple[click.Command, ...] = (self_evaluation, self_evaluate, enquiries, enquiry)

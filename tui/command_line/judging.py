"""Commands behind the gate: the gate itself, ballots, reveal, agreement."""

import click

from sessions.agreeing import accept
from sessions.agreeing import agree as write_agreement
from sessions.agreeing import dissent as write_dissent
from sessions.ballots import judge as write_ballot
from sessions.ballots import reveal as open_ballots
from sessions.excusing import excuse
from sessions.excusing import wait_again as wait
from sessions.passes import open_gate
from sessions.passes import reopen as go_back
from sessions.people import find_person
from sessions.records import Outcome
from sessions.view import view

from .context import key_and_text, library_option, person, reading, writing
from .writing import BY, SESSION

NOT_ENOUGH = click.option("--not-enough-evidence", "not_enough", is_flag=True)
NOT_APPLICABLE = click.option("--not-applicable", is_flag=True)
STATEMENT = click.option("--statement", default="", metavar="1.2")
FIELD = click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="NAME=TEXT",
    help="What else the framework asks for, by name.",
)
AREA = click.option("--area", default=0, metavar="N", type=int)


def outcome_said(steps: bool, not_enough: bool, not_applicable: bool) -> Outcome | None:
    """Return the outcome that the options name; None: none. Raises UsageError for several."""
    if steps + not_enough + not_applicable > 1:
        raise click.UsageError("Say one thing: stages, --not-enough-evidence or --not-applicable.")
    if not_enough:
        return "not_enough_evidence"
    if not_applicable:
        return "not_applicable"
    return "stages" if steps else None


def _one_of(statement: str, area: int) -> None:
    if bool(statement) == bool(area):
        raise click.UsageError("Say either --statement 1.2 or --area 1.")


@click.command()
@SESSION
@click.option("--area", required=True, metavar="N", type=int)
@BY
@click.option("--reopen", is_flag=True, help="Go back to describing the area.")
@click.option("--reason", default="", metavar="TEXT")
@library_option
def gate(session: str, area: int, by: str, reopen: bool, reason: str) -> None:
    """Open the judging pass of an area, or go back to describing it."""
    if reason and not reopen:
        raise click.UsageError("A reason goes with --reopen.")
    with writing(session) as opened:
        who = person(opened, by)
        if reopen:
            go_back(opened, who, area, reason)
        else:
            open_gate(opened, who, area)


@click.command()
@SESSION
@BY
@click.option("--statement", required=True, metavar="1.2")
@click.option("--highlight", "highlights", multiple=True, metavar="STAGE[:part]")
@click.option("--cite", "cites", multiple=True, metavar="REF[:against]")
@NOT_ENOUGH
@NOT_APPLICABLE
@click.option("--because", default="", metavar="TEXT")
@FIELD
@click.option("--draft", is_flag=True, help="Keep it to yourself for now.")
@library_option
def judge(
    session: str,
    by: str,
    statement: str,
    highlights: tuple[str, ...],
    cites: tuple[str, ...],
    not_enough: bool,
    not_applicable: bool,
    because: str,
    fields: tuple[str, ...],
    draft: bool,
) -> None:
    """Cast a ballot on a statement, or keep a draft of one."""
    outcome = outcome_said(bool(highlights), not_enough, not_applicable)
    if outcome is None and not draft:
        outcome = "stages"  # what is missing is then said by the rule
    said = key_and_text(fields)
    with writing(session) as opened:
        write_ballot(
            opened,
            person(opened, by),
            statement,
            highlights=dict(_highlight(text) for text in highlights),
            cites=[_cite(text) for text in cites],
            outcome=outcome,
            because=because,
            fields=said,
            draft=draft,
        )


def _highlight(text: str) -> tuple[str, str]:
    stage, _, part = text.partition(":")
    return stage, part or "full"


def _cite(text: str) -> tuple[str, bool]:
    ref, _, side = text.partition(":")
    if side not in ("", "for", "against"):
        raise click.UsageError(f"{text}: write AK7, or AK7:against.")
    return ref, side == "against"


@click.command()
@SESSION
@BY
@STATEMENT
@AREA
@click.option("--reason", default="", metavar="TEXT", help="Why, before all have cast.")
@library_option
def reveal(session: str, by: str, statement: str, area: int, reason: str) -> None:
    """Open the ballots of a statement or an area to everybody."""
    _one_of(statement, area)
    with writing(session) as opened:
        open_ballots(opened, person(opened, by), statement=statement, area=area, reason=reason)


@click.command()
@SESSION
@BY
@STATEMENT
@AREA
@click.option("--together", multiple=True, metavar="1.2", help="What all agree on: accept it.")
@click.option("--because", default=None, metavar="TEXT")
@click.option("--stage", "stages", multiple=True, metavar="STAGE")
@NOT_ENOUGH
@NOT_APPLICABLE
@click.option(
    "--dissent",
    "dissent",
    multiple=True,
    metavar="'NAME: TEXT'",
    help="Who does not share it; alone: beside what is agreed already.",
)
@FIELD
@library_option
def agree(
    session: str,
    by: str,
    statement: str,
    area: int,
    together: tuple[str, ...],
    because: str | None,
    stages: tuple[str, ...],
    not_enough: bool,
    not_applicable: bool,
    dissent: tuple[str, ...],
    fields: tuple[str, ...],
) -> None:
    """Write down what the panel agrees of a statement, or of an area in a sentence."""
    if together:
        if statement or area or because or stages or not_enough or not_applicable or dissent:
            raise click.UsageError("--together takes what all agree on as it is; say nothing else.")
        with writing(session) as opened:
            accept(opened, person(opened, by), together)
        return
    _one_of(statement, area)
    others = (because, area, stages, not_enough, not_applicable, fields)
    if dissent and not any(others):
        with writing(session) as opened:
            for text in dissent:
                write_dissent(opened, person(opened, by), statement, *_dissent(text))
        return
    if because is None:
        raise click.UsageError("Missing option '--because'.")
    outcome = outcome_said(bool(stages), not_enough, not_applicable)
    said = key_and_text(fields)
    with writing(session) as opened:
        write_agreement(
            opened,
            person(opened, by),
            statement=statement,
            area=area,
            because=because,
            outcome=outcome,
            stages=stages,
            dissent=[_dissent(text) for text in dissent],
            fields=said,
        )


def _dissent(text: str) -> tuple[str, str]:
    name, colon, words = text.partition(":")
    if not colon:
        raise click.UsageError(f"{text}: write 'NAME: what they say'.")
    return name, words


@click.command("excuse")
@SESSION
@BY
@click.option("--area", required=True, metavar="N", type=int)
@click.option("--person", "who", required=True, metavar="NAME", help="The judge.")
@click.option("--reason", default="", metavar="TEXT")
@click.option("--wait-again", is_flag=True, help="Wait for them again, until the reveal.")
@library_option
def excuse_judge(session: str, by: str, area: int, who: str, reason: str, wait_again: bool) -> None:
    """Wait no longer for a judge of an area, with a reason."""
    if reason and wait_again:
        raise click.UsageError("A reason goes with excusing, not with --wait-again.")
    with writing(session) as opened:
        judge = find_person(opened.state, who, also_left=True)
        if wait_again:
            wait(opened, person(opened, by), area, judge)
        else:
            excuse(opened, person(opened, by), area, judge, reason)


@click.command("who-has-cast")
@SESSION
@library_option
def who_has_cast(session: str) -> None:
    """Print of each statement behind its gate whether its ballots are open, and who is to come."""
    with reading(session) as opened:
        for area in view(opened).areas:
            for statement in area.statements:
                if statement.judged is not None:
                    click.echo(f"{statement.ref}: {statement.judged.sealed or 'open'}")
            for excused in area.excused:
                reason = f"{excused.reason} ({excused.by}, {excused.at})"
                click.echo(f"Area {area.number}: {excused.name} is excused: {reason}")


COMMANDS: tuple[click.Command, ...] = (gate, judge, reveal, agree, excuse_judge, who_has_cast)

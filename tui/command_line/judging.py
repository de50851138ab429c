"""Commands behind the gate: the gate itself, ballots, reveal, agreement."""

import click

from sessions.agreeing import agree as write_agreement
from sessions.ballots import judge as write_ballot
from sessions.ballots import reveal as open_ballots
from sessions.passes import open_gate
from sessions.passes import reopen as go_back
from sessions.records import Outcome

from .context import library_option, person, writing
from .writing import BY, SESSION

NOT_ENOUGH = click.option("--not-enough-evidence", "not_enough", is_flag=True)
NOT_APPLICABLE = click.option("--not-applicable", is_flag=True)
STATEMENT = click.option("--statement", default="", metavar="1.2")
AREA = click.option("--area", default=0, metavar="N", type=int)


def _outcome(steps: bool, not_enough: bool, not_applicable: bool) -> Outcome | None:
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
    draft: bool,
) -> None:
    """Cast a ballot on a statement, or keep a draft of one."""
    outcome = _outcome(bool(highlights), not_enough, not_applicable)
    if outcome is None and not draft:
        outcome = "stages"  # what is missing is then said by the rule
    with writing(session) as opened:
        write_ballot(
            opened,
            person(opened, by),
            statement,
            highlights=dict(_highlight(text) for text in highlights),
            cites=[_cite(text) for text in cites],
            outcome=outcome,
            because=because,
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
@click.option("--because", required=True, metavar="TEXT")
@click.option("--stage", "stages", multiple=True, metavar="STAGE")
@NOT_ENOUGH
@NOT_APPLICABLE
@click.option("--dissent", "dissent", multiple=True, metavar="'NAME: TEXT'")
@library_option
def agree(
    session: str,
    by: str,
    statement: str,
    area: int,
    because: str,
    stages: tuple[str, ...],
    not_enough: bool,
    not_applicable: bool,
    dissent: tuple[str, ...],
) -> None:
    """Write down what the panel agrees of a statement, or of an area in a sentence."""
    _one_of(statement, area)
    outcome = _outcome(bool(stages), not_enough, not_applicable)
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
        )


def _dissent(text: str) -> tuple[str, str]:
    name, colon, words = text.partition(":")
    if not colon:
        raise click.UsageError(f"{text}: write 'NAME: what they say'.")
    return name, words


COMMANDS: tuple[click.Command, ...] = (gate, judge, reveal, agree)

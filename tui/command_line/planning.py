"""Commands of the plan: what is planned, in what windows, with what monitoring, and what is due."""

from collections.abc import Iterator
from typing import Any

import click

from frameworks.text import clean_line
from sessions import planning as plans
from sessions.errors import Refused
from sessions.moments import read_day
from sessions.seen import SessionView
from sessions.seen_plan import ActionView
from sessions.session import Session
from sessions.view import view

from .context import JSON, library_option, person, print_json, reading, text_or_input, writing
from .preparing import NUMBER, VIEWER, say, some_or_none
from .writing import BY, SESSION

FINDINGS = click.option(
    "--finding", "answered", multiple=True, metavar="N", help="A finding that it answers."
)


@click.command()
@SESSION
@VIEWER
@JSON
@library_option
def plan(session: str, viewer: str | None, as_json: bool) -> None:
    """The improvement plan: objective, benchmark, priorities, key results, actions, monitoring."""
    from exports.show_plan import plan_json

    nothing = "There is no plan yet; begin it with: objective SESSION --by NAME TEXT"
    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        say(seen, as_json, plan_json, _plan_lines, nothing)


def _plan_lines(seen: SessionView) -> Iterator[str]:
    from exports.show_plan import plan_lines

    there = seen.plan
    for finding in there.priorities:
        yield f"Priority {finding.priority}, finding {finding.ref}: {finding.text}"
    yield from plan_lines(seen)
    if there.any:
        names = (f"{place}, {name}" for place, name in enumerate(there.windows, 1))
        yield f"Windows of the plan: {'; '.join(names)}"


@click.command()
@SESSION
@BY
@click.argument("text", metavar="TEXT|-")
@library_option
def objective(session: str, by: str, text: str) -> None:
    """Write the key objective of the plan; an empty text takes it away."""
    with writing(session) as opened:
        plans.set_plan_text(opened, person(opened, by), "objective", text_or_input(text))


@click.command()
@SESSION
@BY
@click.option("--draft", is_flag=True, help="Write what is drafted from the findings.")
@click.argument("text", metavar="[TEXT|-]", required=False)
@library_option
def benchmark(session: str, by: str, draft: bool, text: str | None) -> None:
    """Write where the setting stands today; an empty text takes it away."""
    if draft == (text is not None):
        raise click.UsageError("Say one thing: TEXT, - for standard input, or --draft.")
    with writing(session) as opened:
        who = person(opened, by)
        words = _drafted(view(opened, who)) if text is None else text_or_input(text)
        plans.set_plan_text(opened, who, "benchmark", words)


def _drafted(seen: SessionView) -> str:
    if seen.plan.benchmark:
        raise Refused(
            "The plan has a benchmark position already, which a draft would replace; take it away "
            "first, with an empty text."
        )
    if not seen.plan.draft:
        raise Refused("There are no findings to draft from yet; write one first.")
    return seen.plan.draft


@click.command()
@SESSION
@BY
@click.argument("names", metavar="WINDOW...", nargs=-1, required=True)
@library_option
def windows(session: str, by: str, names: tuple[str, ...]) -> None:
    """Name the windows of the plan's year, in order."""
    with writing(session) as opened:
        plans.set_windows(opened, person(opened, by), names)


# Key results


@click.group("key-result")
@SESSION
@library_option
@click.pass_context
def key_result(context: click.Context, session: str) -> None:
    """Write key results: what will be different."""
    context.obj = session


@key_result.command("add")
@click.argument("text", metavar="TEXT|-")
@BY
@FINDINGS
@library_option
@click.pass_obj
def key_result_add(session: str, text: str, by: str, answered: tuple[str, ...]) -> None:
    """Write a key result, and print its number."""
    with writing(session) as opened:
        who = person(opened, by)
        number = plans.add_key_result(opened, who, text_or_input(text), answered)
    click.echo(number)


@key_result.command("change")
@NUMBER
@click.argument("text", metavar="[TEXT|-]", required=False)
@BY
@FINDINGS
@library_option
@click.pass_obj
def key_result_change(
    session: str, ref: str, text: str | None, by: str, answered: tuple[str, ...]
) -> None:
    """Change one; what is not said stays, and --finding '' takes all findings from it."""
    findings = some_or_none(answered)
    if text is None and findings is None:
        raise Refused("Nothing was said to change; give a text, or --finding N.")
    with writing(session) as opened:
        who = person(opened, by)
        words = None if text is None else text_or_input(text)
        plans.change_key_result(opened, who, ref, text=words, findings=findings)


@key_result.command("delete")
@NUMBER
@BY
@library_option
@click.pass_obj
def key_result_delete(session: str, ref: str, by: str) -> None:
    """Delete a key result with its actions and their monitoring; undo brings it all back."""
    with writing(session) as opened:
        plans.delete_key_result(opened, person(opened, by), ref)


# Actions


@click.group()
@SESSION
@library_option
@click.pass_context
def action(context: click.Context, session: str) -> None:
    """Plan actions: what somebody does, in a window of the year, for a key result."""
    context.obj = session


WINDOW = click.option(
    "--window", metavar="NAME|N", help="A window, by its name, the beginning of that, or number."
)
WHO = click.option("--who", metavar="TEXT", help="Who does it.")
DUE = click.option("--due", metavar="YYYY-MM-DD", help="By when.")
SUCCESS = click.option("--success", metavar="TEXT", help="How people will see that it worked.")


@action.command("add")
@click.argument("text", metavar="TEXT|-")
@BY
@click.option("--key-result", "result", required=True, metavar="N", help="What it is for.")
@WINDOW
@WHO
@DUE
@SUCCESS
@library_option
@click.pass_obj
def action_add(
    session: str,
    text: str,
    by: str,
    result: str,
    window: str | None,
    who: str | None,
    due: str | None,
    success: str | None,
) -> None:
    """Plan an action, and print its number."""
    with writing(session) as opened:
        doing = plans.Doing(
            what=text_or_input(text), window=window, who=who, due=due, success=success
        )
        number = plans.add_action(opened, person(opened, by), result, doing)
        _say_window(opened, window)
    click.echo(number)


@action.command("change")
@NUMBER
@click.argument("text", metavar="[TEXT|-]", required=False)
@BY
@click.option("--key-result", "result", metavar="N", help="What it is for from now on.")
@WINDOW
@WHO
@DUE
@SUCCESS
@library_option
@click.pass_obj
def action_change(
    session: str,
    ref: str,
    text: str | None,
    by: str,
    result: str | None,
    window: str | None,
    who: str | None,
    due: str | None,
    success: str | None,
) -> None:
    """Change one; what is not said stays, and an empty --who, --due or --success goes."""
    if all(given is None for given in (text, result, window, who, due, success)):
        raise Refused("Nothing was said to change; give a text, --due YYYY-MM-DD or the like.")
    with writing(session) as opened:
        doing = plans.Doing(
            what=None if text is None else text_or_input(text),
            key_result=result,
            window=window,
            who=who,
            due=due,
            success=success,
        )
        plans.change_action(opened, person(opened, by), ref, doing)
        _say_window(opened, window)


def _say_window(opened: Session, called: str | None) -> None:
    """Say which window was meant, where its name was not typed whole."""
    if called is not None:
        name = plans.window_named(opened.state, called)
        said = clean_line(called)
        if said.casefold() != name.casefold() and not said.isdigit():
            click.echo(f"{said} was taken as the window {name}.", err=True)


@action.command("delete")
@NUMBER
@BY
@library_option
@click.pass_obj
def action_delete(session: str, ref: str, by: str) -> None:
    """Delete an action with its monitoring; undo brings it all back."""
    with writing(session) as opened:
        plans.delete_action(opened, person(opened, by), ref)


@click.command()
@SESSION
@NUMBER
@BY
@click.option(
    "--progress", required=True, metavar="HOW", help="on-track, at-risk, done or dropped."
)
@click.option("--date", default="", metavar="YYYY-MM-DD", help="When it was seen; else today.")
@click.option("--reason", default="", metavar="TEXT", help="Why it was dropped.")
@click.argument("seen", metavar="[SEEN|-]", default="")
@library_option
def monitor(
    session: str, ref: str, by: str, progress: str, date: str, reason: str, seen: str
) -> None:
    """Add to an action what was seen of it on a day; what was written before stays."""
    with writing(session) as opened:
        who = person(opened, by)
        plans.monitor(opened, who, ref, progress, text_or_input(seen), date=date, reason=reason)


# What is due


@click.command()
@SESSION
@click.option("--on", "day", default="", metavar="YYYY-MM-DD", help="Some other day than today.")
@JSON
@library_option
def due(session: str, day: str, as_json: bool) -> None:
    """What is overdue, and what is due in the 14 days to come."""
    with reading(session) as opened:
        on = read_day(day, opened.now().date())
        seen = view(opened)
    late, soon = seen.plan.due(on)
    if as_json:
        print_json({"on": on, "overdue": _due_json(seen, late), "soon": _due_json(seen, soon)})
        return
    from exports.show_lines import as_lines

    lines = [_due_line("Overdue since", found) for found in late]
    lines += [_due_line("Due", found) for found in soon]
    lines = lines or [f"Nothing is overdue on {on}, or due in the 14 days after it."]
    click.echo(as_lines([*lines, *waiting_lines(seen)]), nl=False)


def _due_line(when: str, found: ActionView) -> str:
    who = f", by {found.who}" if found.who else ""
    latest = f", {found.latest.progress_name} on {found.latest.date}" if found.latest else ""
    return f"{when} {found.due}: action {found.ref}{who}{latest}: {found.what}"


def _due_json(seen: SessionView, found: tuple[ActionView, ...]) -> list[dict[str, Any]]:
    results = {a.id: result.ref for result in seen.plan.key_results for a in result.actions}
    return [
        {
            "ref": one.ref,
            "key_result": results[one.id],
            "what": one.what,
            "who": one.who,
            "due": one.due,
            "progress": one.latest.progress if one.latest else None,
        }
        for one in found
    ]


def waiting_lines(seen: SessionView) -> Iterator[str]:
    """Yield which areas keep something out of sight, described or judged again."""
    for number in seen.plan.waiting:
        why = seen.plan.why_waiting(number)
        yield f"Area {number} is {why}: what rests on it is out of sight."


COMMANDS: tuple[click.Command, ...] = (
    plan,
    objective,
    benchmark,
    windows,
    key_result,
    action,
    monitor,
    due,
)

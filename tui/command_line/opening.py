"""Commands that open the app, and those for developers: bench, faults, pictures."""

import json
import sys
from collections.abc import Callable
from typing import Any

import click

from sessions.errors import Refused
from tui.garbage import put_off

from .context import library_option, the_library, the_places


def look_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let the app be opened with symbols of plain ASCII, or with one of our themes."""

    def keep(context: click.Context, option: click.Parameter, value: Any) -> None:
        if value:  # given here, or before the command: either place will do
            context.find_root().meta[f"inclusion-review.{option.name}"] = value

    ascii_only = click.option(
        "--ascii",
        is_flag=True,
        expose_value=False,
        callback=keep,
        help="Symbols of plain ASCII in the app.",
    )
    theme = click.option(
        "--theme",
        type=click.Choice(["dark", "light", "contrast"]),
        expose_value=False,
        callback=keep,
        help="The app's colours, this time and from now on.",
    )
    return ascii_only(theme(command))


def look() -> dict[str, Any]:
    """Return how the app is to look, as the call says."""
    meta = click.get_current_context().find_root().meta
    return {
        "ascii_only": bool(meta.get("inclusion-review.ascii")),
        "theme": meta.get("inclusion-review.theme"),
    }


def need_terminal() -> None:
    """Refuse to open a window where there is nobody to press a key. Raises Refused."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(
            "The app needs a terminal to open in; without one, use the commands (--help lists them)."
        )


def open_app(session: str = "") -> int:
    """Open the app at the library, or at a session."""
    need_terminal()
    put_off()
    from tui.app import run_app

    return run_app(the_places(), session=session, **look())


@click.command("open")
@click.argument("session", metavar="SESSION")
@library_option
@look_options
def open_session(session: str) -> int:
    """Open the app at a session."""
    return open_app(the_library().find(session))


@click.command()
@look_options
def demo() -> int:
    """Open the app on finished, invented sessions, in a library that is thrown away."""
    need_terminal()
    from tui.demo import run_demo

    return run_demo(**look())


@click.command(hidden=True)
@click.option("--sizes", default="10,1000,10000", help="Library sizes to measure at.")
def bench(sizes: str) -> None:
    """Print what the app costs on this machine, each line with its floor."""
    from tui.bench import run_bench

    run_bench(tuple(int(size) for size in sizes.split(",")))


@click.command(hidden=True)
@click.option("--kills", default=200, help="How many times to kill a writer.")
def faults(kills: int) -> int:
    """Kill a writer again and again, and report what was lost."""
    from tui.faults import run_faults

    return run_faults(kills)


@click.command(hidden=True)
@click.argument("folder", type=click.Path(file_okay=False), default="screens/pictures")
def pictures(folder: str) -> None:
    """Draw the README's pictures of the main screens, as SVG, into a folder."""
    from tui.pictures import draw_pictures

    draw_pictures(folder)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
@library_option
def keys(as_json: bool) -> int:
    """List the keys, and the name by which keys.toml changes each."""
    from tui.keys import FILE, listed, read_keys

    file = the_places().home / FILE
    in_force, problems = read_keys(file)
    rows = listed(in_force)
    if as_json:
        found = [
            {"name": c.name, "key": c.key_shown, "text": c.text, "screen": screen}
            for screen, c in rows
        ]
        wrong = [{"name": problem.name, "why": problem.why} for problem in problems]
        click.echo(json.dumps({"file": str(file), "keys": found, "problems": wrong}, indent=2))
    else:
        for _, command in rows:
            click.echo(f"{command.key_shown:<6} {command.name:<20} {command.text}")
        click.echo(f'To change one, write a line such as  new_note = "z"  into {file}')
    for problem in problems:
        click.echo(f"{file}: {problem.name}: {problem.why}", err=True)
    return 1 if problems else 0


COMMANDS: tuple[click.Command, ...] = (open_session, demo, keys, bench, faults, pictures)

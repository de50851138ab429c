"""The command line: whatever the screens can do to a session, under the same rules.

It starts fast: Textual is imported only by the calls that open the app, a command only by its own.
"""

import io
import sys
from collections.abc import Sequence

import click

from frameworks.text import clean_line, clean_text
from sessions.errors import Refused

from .command_line import opening
from .command_line.context import library_option
from .commands_by_name import CommandsByName


def _say_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    # Here, and not above: it is slow to import, and no other call needs it.
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("inclusion-review")
    except PackageNotFoundError:
        number = "(not installed)"
    click.echo(f"inclusion-review {number}")
    context.exit()


@click.group(
    "inclusion-review",
    commands=CommandsByName(),
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help"], "max_content_width": 96},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Print the version.",
)
@library_option
@opening.look_options
@click.pass_context
def program(context: click.Context) -> int:
    """A guided peer review of inclusion and SEND provision. Without a command: open the app."""
    return opening.open_app() if context.invoked_subcommand is None else 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run a call and return its exit status: 0 done, 1 refused or not found, 2 the call is wrong."""
    _survive_any_text()
    try:
        status = program.main(args=argv, prog_name="inclusion-review", standalone_mode=False)
    except Refused as refusal:
        click.echo(clean_line(refusal.on_the_line), err=True)
        return 1
    except click.ClickException as error:
        said = io.StringIO()
        error.show(file=said)
        # It may quote the call, and that may be anything.
        click.echo(clean_text(said.getvalue()), err=True, nl=False)
        return error.exit_code
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; there is nobody to tell
        return 1
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        stopped = f"Stopped: {error.strerror or error}{where}."
        click.echo(
            clean_line(f"{stopped} Nothing more was saved; mend that and try again."), err=True
        )
        return 1
    return status if isinstance(status, int) else 0


def _survive_any_text() -> None:
    """Have what the terminal's encoding lacks shown as `?`, where Python would stop with an error.

    So it is on Windows when the output goes into a file or another program, and for file names
    that are not text.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")

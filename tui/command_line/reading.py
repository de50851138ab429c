"""Commands that read: frameworks, sessions, folders."""

from pathlib import Path

import click

from frameworks.as_json import framework_json
from frameworks.shelf import UnknownFramework, read_file
from frameworks.text import clean_line, clean_text
from sessions.errors import Refused
from sessions.view import view

from .context import JSON, library_option, person, print_json, reading, the_library, the_places


@click.group(invoke_without_command=True)
@JSON
@library_option
@click.pass_context
def frameworks(context: click.Context, as_json: bool) -> None:
    """The frameworks, one a line."""
    if context.invoked_subcommand is not None:
        return
    shelf = the_library().shelf
    found = shelf.all()
    if as_json:
        print_json([{"id": f.id, "title": f.title, "version": f.version} for f in found])
    else:
        for framework in found:
            click.echo(f"{framework.id}  {framework.title}, version {framework.version}")
    for path, mistakes in shelf.broken():
        for mistake in mistakes:
            click.echo(mistake.at(clean_text(str(path))), err=True)


@frameworks.command("show")
@click.argument("identity", metavar="ID")
@JSON
@library_option
def frameworks_show(identity: str, as_json: bool) -> None:
    """A framework, whole: apart from any session, it may be read at any time."""
    shelf = the_library().shelf
    try:
        framework = shelf.get(identity)
    except UnknownFramework as error:
        raise Refused(
            f"There is no framework called {clean_line(identity)}; there is {', '.join(shelf.ids())}."
        ) from error
    if as_json:
        print_json(framework_json(framework))
    else:
        click.echo(shelf.text(identity))


@frameworks.command("check")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@library_option
def frameworks_check(files: tuple[Path, ...]) -> int:
    """Say whether packs are as they must be: ok, or FILE:LINE: what is wrong."""
    from frameworks.reader import PackError, read_pack

    wrong = 0
    for file in files:
        name = clean_text(str(file))
        if not file.is_file():
            raise Refused(f"There is no file {name}; name a pack, a Markdown file.")
        try:
            read_pack(read_file(file))
        except PackError as error:
            wrong += 1
            for mistake in error.mistakes:
                click.echo(mistake.at(name))
        else:
            click.echo("ok" if len(files) == 1 else f"{name}: ok")
    return 1 if wrong else 0


@frameworks.command("new")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@library_option
def frameworks_new(file: Path) -> None:
    """Begin a framework of your own: a small pack that works and explains itself."""
    from exports.writer import write_export
    from frameworks.starter import starter_pack
    from sessions.storage import make_folder

    name = clean_text(str(file))
    if file.suffix.lower() != ".md" or file.name.startswith("."):  # the shelf would not see it
        raise Refused(
            f"The app reads a pack from a file named like our-framework.md, and {name} is not; "
            "give another name."
        )
    if file.exists() or file.is_symlink():
        raise Refused(f"{name} is there already, so nothing was written; give another name.")
    path = write_export(file.absolute(), starter_pack(), overwrite=False)
    own = the_places().frameworks
    make_folder(own)
    written = clean_text(str(path))
    click.echo(f"{written} is a framework to make your own; it says how.")
    click.echo("Change it in any plain text editor. Whenever you like, see what is not right yet:")
    click.echo(f"  inclusion-review frameworks check {_in_a_call(written)}")
    click.echo("When that says ok, copy the file into this folder (see: inclusion-review where):")
    click.echo(f"  {clean_text(str(own))}")
    click.echo("and start a review with the id that you gave it:")
    click.echo("  inclusion-review new --setting NAME --framework ID")


def _in_a_call(path: str) -> str:
    # Double quotes: the one kind that every shell takes, also that of Windows
    return f'"{path}"' if " " in path else path


@click.command()
@click.argument("session", metavar="SESSION")
@JSON
@click.option("--as", "viewer", metavar="NAME", help="What this participant may see.")
@library_option
def show(session: str, as_json: bool, viewer: str | None) -> None:
    """A session, as everyone may see it, or as one participant may."""
    from exports.show import session_json, session_text

    with reading(session) as opened:
        seen = view(opened, person(opened, viewer) if viewer else None)
        if as_json:
            print_json(session_json(seen))
        else:
            click.echo(session_text(seen), nl=False)


@click.command()
@library_option
def where() -> None:
    """The folders in use."""
    here = the_places()
    click.echo(clean_text(f"library     {here.library}"))
    click.echo(clean_text(f"frameworks  {here.frameworks}"))
    click.echo(clean_text(f"own         {here.home}"))


COMMANDS: tuple[click.Command, ...] = (frameworks, show, where)

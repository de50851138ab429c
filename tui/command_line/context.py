"""What every command needs: the library that is meant, and a session opened from it."""

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from frameworks.text import clean_text
from sessions.errors import Refused
from sessions.library import Library
from sessions.people import find_person
from sessions.session import Session
from tui.places import Places, open_library, places


def library_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take `--library DIR`, wherever on the line it stands."""

    def keep(context: click.Context, _option: click.Parameter, value: Path | None) -> None:
        if value is not None:
            context.find_root().obj = value

    return click.option(
        "--library",
        type=click.Path(path_type=Path, file_okay=False),
        expose_value=False,
        callback=keep,
        is_eager=True,
        help="The folder of sessions to use.",
    )(command)


JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def print_json(value: Any) -> None:
    """Print a value as JSON that any pipe can carry."""
    # Escapes say what the encoding of a Windows pipe cannot.
    encoding = getattr(sys.stdout, "encoding", None) or ""
    plain = encoding.lower().replace("-", "") != "utf8"
    click.echo(json.dumps(value, ensure_ascii=plain, indent=2))


def key_and_text(given: tuple[str, ...]) -> dict[str, str]:
    """Return what options such as `--field NAME=TEXT` say, by name. Raises UsageError."""
    found = {}
    for text in given:
        name, sign, said = text.partition("=")
        if not sign:
            raise click.UsageError(f"{text}: write NAME=TEXT.")
        found[name] = said
    return found


def the_places() -> Places:
    """Return the folders that this call is about."""
    return places(click.get_current_context().find_root().obj)


def the_library() -> Library:
    """Return the library that this call is about."""
    return open_library(the_places())


@contextlib.contextmanager
def reading(called: str) -> Iterator[Session]:
    """Open a session to read it; what was wrong with its files is said on standard error."""
    session = the_library().open(called)
    yield session
    say_notices(session)


@contextlib.contextmanager
def writing(called: str) -> Iterator[Session]:
    """Open a session to write to it: what was written is on the disk when the block is left."""
    session = the_library().open(called)
    say_notices(session)
    try:
        yield session
        session.flush()
    finally:
        session.release()


def say_notices(session: Session) -> None:
    """Say on standard error what was wrong with a session's files."""
    for notice in session.notices:
        click.echo(notice, err=True)
    session.notices.clear()


def person(session: Session, name: str) -> str:
    """Return the id of the participant who acts. Raises Refused."""
    return find_person(session.state, name)


def text_or_input(text: str) -> str:
    """Return the text given; for `-`, what standard input holds."""
    if text != "-":
        return text
    if sys.stdin is None:  # it was closed by whoever made the call
        return ""
    # utf-8-sig: Windows' own tools begin what they write with a mark.
    return sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")


def need_folder(file: Path) -> None:
    """Refuse a file whose folder is not there. Raises Refused."""
    if not file.parent.is_dir():
        raise Refused(
            f"There is no folder {clean_text(str(file.parent))}, so nothing was written; make it, or "
            "name another."
        )


def areas(value: str | None) -> tuple[int, ...]:
    """Return the numbers in a list such as `1,2,5`. Raises BadParameter."""
    try:
        return tuple(int(part) for part in (value or "").split(",") if part.strip())
    except ValueError:
        raise click.BadParameter(f"{value} is not a list of area numbers such as 1,2,5") from None


__all__ = [
    "JSON",
    "Refused",
    "areas",
    "key_and_text",
    "library_option",
    "need_folder",
    "person",
    "print_json",
    "reading",
    "say_notices",
    "text_or_input",
    "the_library",
    "the_places",
    "writing",
]

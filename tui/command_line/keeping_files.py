"""Commands about sessions as files: locked archives, handing over to the school, bringing in."""

import os
import sys
from pathlib import Path

import click

from frameworks.text import clean_text
from sessions.errors import Refused

from .context import library_option, need_folder, reading, the_library, writing
from .keeping import say_tidied, the_row
from .writing import SESSION

PASSPHRASE = "INCLUSION_REVIEW_PASSPHRASE"
"""The environment's word for the passphrase of an archive."""

_ENDING = "inclusion-archive"
_OVERWRITE = click.option("--overwrite", is_flag=True, help="Replace a file that is there already.")


@click.command()
@click.argument("session", metavar="[SESSION]", required=False)
@click.option("--back", is_flag=True, help="Bring it back from where it was put away.")
@click.option("--output", metavar="FILE", help="Lock a copy of it in this file, with a passphrase.")
@click.option("--open", "source", metavar="FILE", help="Open such a file.")
@click.option(
    "--passphrase-file",
    metavar="FILE",
    help="What the passphrase is read from; - is standard input.",
)
@_OVERWRITE
@library_option
def archive(
    session: str | None,
    back: bool,
    output: str | None,
    source: str | None,
    passphrase_file: str | None,
    overwrite: bool,
) -> None:
    """Put a session away, or lock a copy of it in a file that a passphrase opens."""
    ways = sum([back, output is not None, source is not None])
    if ways > 1 or bool(session) == (source is not None):
        raise click.UsageError(
            "Name a session, with --back or --output FILE; or --open FILE alone."
        )
    if source is not None:
        _open(Path(source), passphrase_file)
    elif output is not None:
        _lock(session or "", Path(output), passphrase_file, overwrite)
    else:
        from sessions.keeping import archive as put_away

        with writing(session or "") as opened:
            put_away(opened, away=not back)


def _lock(session: str, output: Path, passphrase_file: str | None, overwrite: bool) -> None:
    from exports.writer import write_export
    from sessions.archiving import LOST, lock, need_passphrase

    path = output if output.suffix else output.with_suffix(f".{_ENDING}")
    need_folder(path.absolute())
    with reading(session) as opened:
        passphrase = _passphrase(passphrase_file, twice=True)
        need_passphrase(passphrase)
        data = lock(opened, passphrase, opened.now())
        click.echo(clean_text(str(write_export(path.absolute(), data, overwrite))))
    click.echo(LOST, err=True)


def _open(source: Path, passphrase_file: str | None) -> None:
    from exports.handing import read_whole
    from sessions.archiving import unlock
    from sessions.handing_over import receive as bring_in

    data = read_whole(source)
    library = the_library()
    say_tidied(library)
    done = bring_in(library, unlock(data, _passphrase(passphrase_file, twice=False)))
    click.echo(done.session)
    click.echo(done.words, err=True)


def _passphrase(file: str | None, *, twice: bool) -> str:
    """Return the passphrase, from a file, the environment, or a person; never from the call itself."""
    if file == "-":
        return "" if sys.stdin is None else sys.stdin.readline()
    if file is not None:
        path = Path(file)
        if not path.is_file():
            raise Refused(f"There is no file {clean_text(file)} to read the passphrase from.")
        return path.read_text(encoding="utf-8-sig", errors="replace").split("\n")[0]
    if PASSPHRASE in os.environ:
        return os.environ[PASSPHRASE]
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(
            "There is nobody here to ask for the passphrase; use --passphrase-file FILE, or - for "
            "standard input."
        )
    told = click.prompt("Passphrase", hide_input=True, confirmation_prompt=twice, err=True)
    return str(told)


@click.command("hand-over")
@SESSION
@click.option("--by", required=True, metavar="NAME", help="Who hands it over.")
@click.option("--output", metavar="FILE", help="Where to write it; else into the current folder.")
@click.option(
    "--erase", "handed", metavar="FILE", help="Erase the copy here: the school has this file."
)
@click.option("--sure", is_flag=True, help="With --erase: the school has opened it.")
@_OVERWRITE
@library_option
def hand_over(
    session: str, by: str, output: str | None, handed: str | None, sure: bool, overwrite: bool
) -> None:
    """Write a session to one file for the school, with a receipt; then erase the copy here."""
    if handed is not None and output is not None:
        raise click.UsageError(
            "First --output FILE, and when the school has opened it --erase FILE."
        )
    from exports.handing import erase_handed, file_name
    from exports.handing import hand_over as write

    library = the_library()
    say_tidied(library)
    if handed is not None:
        row = the_row(library, session)
        if not sure:
            raise Refused(
                f"The copy of {row.name} here would go for good; nothing was changed. Once the school "
                "has opened the file, say it again with --sure."
            )
        done = erase_handed(library, row, by, Path(handed).absolute())
    else:
        with writing(session) as opened:
            name = opened.state.text("name") or opened.id
            path = Path(output) if output else Path(file_name(name))
            need_folder(path.absolute())
            done = write(opened, by, path.absolute(), overwrite=overwrite)
        click.echo(clean_text(str(done.file)))
    for receipt in done.receipts:
        click.echo(clean_text(str(receipt)))
    if done.trouble:
        click.echo(f"The receipt could not be written: {done.trouble}.", err=True)
        click.echo(done.receipt.as_text(done.file.name), nl=False)


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@library_option
def receive(file: Path) -> None:
    """Open a session that was handed over: bring it into this library. Prints its id."""
    from exports.handing import open_file
    from sessions.handing_over import receive as bring_in

    library = the_library()
    say_tidied(library)
    done = bring_in(library, open_file(file))
    click.echo(done.session)
    click.echo(done.words, err=True)


COMMANDS: tuple[click.Command, ...] = (archive, hand_over, receive)

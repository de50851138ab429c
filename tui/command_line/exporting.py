"""The command that writes documents: `export`."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from frameworks.text import clean_line, clean_text
from sessions.errors import Refused
from sessions.to_leave import view_to_leave

from .context import library_option, need_folder, reading

if TYPE_CHECKING:
    from exports.template import Template
    from frameworks.model import Framework
    from sessions.seen import SessionView


@click.command()
@click.argument("session", metavar="SESSION")
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    default="markdown",
    help="markdown, html or docx: the full report. summary, spoken, evidence, plan, governors, "
    "parents, accuracy, audit-tables, visit-pack: Markdown; each with -html or -docx behind it too. "
    "json, actions-csv, evidence-csv, ics: data.",
)
@click.option("--output", metavar="FILE", help="Where to write it; - is standard output.")
@click.option("--overwrite", is_flag=True, help="Replace a file that is there already.")
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A school's own template: its logo, colours, headings and order of parts.",
)
@library_option
def export(
    session: str, form: str, output: str | None, overwrite: bool, template: Path | None
) -> None:
    """The report, or another document, as everyone may see it.

    What may identify somebody in it is listed first, for whoever reads the terminal.
    """
    from exports.formats import FORMATS
    from exports.saving import save
    from exports.writer import default_name

    name = "markdown" if form in ("md", "report") else form
    if name not in FORMATS:
        raise Refused(_no_format(form))
    look = _template(template, name) if template else None
    with reading(session) as opened:
        seen, made = view_to_leave(opened), opened.now()
        for line in _to_look_at(name, seen, opened.framework, made):
            click.echo(clean_text(line), err=True)
        if output == "-":
            _to_standard_output(FORMATS[name].write(seen, opened.framework, made, look))
            return
        path = Path(output or default_name(seen, FORMATS[name].word, FORMATS[name].ending))
        file = path.absolute()
        need_folder(file)
        went = save(name, seen, opened.framework, made, file, overwrite=overwrite, template=look)
        click.echo(clean_text(str(went)))


_SHOWN = 10  # lines of what may identify somebody, before the rest is a number


def _to_look_at(
    name: str, seen: "SessionView", framework: "Framework", made: datetime
) -> Iterator[str]:
    """Yield what may identify somebody in what is written, for the person at the terminal."""
    from exports.holding import places_in
    from exports.identifying import BEST_EFFORT, identifying_in, in_context

    found = [one for one in identifying_in(seen, framework) if not one.accepted]
    places = places_in(name, seen, framework, made) if found else frozenset()
    found = [one for one in found if one.place in places]
    if not found:
        return
    yield f"May identify somebody ({len(found)}); check {seen.name} settles or accepts each:"
    for one in found[:_SHOWN]:
        yield f"  {one.place}: {in_context(one.spot)}  instead: {one.label}"
    if len(found) > _SHOWN:
        yield f"  and {len(found) - _SHOWN} more"
    yield BEST_EFFORT


def _no_format(form: str) -> str:
    from exports.formats import FORMATS

    said = [name for name, one in FORMATS.items() if one.ending == "md"]
    data = [name for name, one in FORMATS.items() if one.data is not None]
    return (
        f"There is no format called {clean_line(form)}; there is html or docx (the full report), "
        f"{', '.join(said)}, all but the first with -html or -docx behind it too, and "
        f"{', '.join(data)}."
    )


def _template(path: Path, name: str) -> "Template":
    from exports.formats import FORMATS
    from exports.template import read_template

    if FORMATS[name].data is not None:
        raise Refused(
            f"A template is for documents, and {name} is data, so nothing was written; leave "
            "--template out."
        )
    return read_template(path)


def _to_standard_output(made: str | bytes) -> None:
    if sys.stdout is None:
        raise Refused("There is no standard output here; name a file with --output.")
    sys.stdout.buffer.write(made.encode() if isinstance(made, str) else made)
    sys.stdout.buffer.flush()


COMMANDS: tuple[click.Command, ...] = (export,)

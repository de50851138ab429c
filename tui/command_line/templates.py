"""Commands on templates: how a school's documents look, in a file of its own."""

from pathlib import Path

import click

from frameworks.text import clean_text
from sessions.errors import Refused

from .context import library_option


@click.group()
def template() -> None:
    """Your school's own template: logo, colours, fonts, headings, order of parts."""


@template.command("new")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@library_option
def template_new(file: Path) -> None:
    """Begin a template of your own: a file that works and explains itself."""
    from exports.template_starter import starter_template
    from exports.writer import write_export

    if file.suffix.lower() != ".toml":
        name = clean_text(str(file))
        raise Refused(
            f"A template is a file named like our-school.toml, and {name} is not; "
            "give another name."
        )
    if file.exists() or file.is_symlink():
        name = clean_text(str(file))
        raise Refused(f"{name} is there already, so nothing was written; give another name.")
    path = clean_text(str(write_export(file.absolute(), starter_template(), overwrite=False)))
    quoted = f'"{path}"' if " " in path else path
    click.echo(f"{path} is a template to make your own; it says how.")
    click.echo("Change it in any plain text editor. Whenever you like, see what is not right yet:")
    click.echo(f"  inclusion-review template check {quoted}")
    click.echo("When that says ok, use it:")
    click.echo(f"  inclusion-review export SESSION --format docx --template {quoted}")


@template.command("check")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@library_option
def template_check(files: tuple[Path, ...]) -> int:
    """Say whether templates are as they must be: ok, or FILE:LINE: what is wrong."""
    from exports.template import TemplateError, read_template

    wrong = 0
    for file in files:
        name = clean_text(str(file))
        try:
            found = read_template(file)
        except TemplateError as error:
            wrong += 1
            for line in error.lines:
                click.echo(clean_text(line))
            continue
        click.echo("ok" if len(files) == 1 else f"{name}: ok")
        if found.logo is not None and found.logo.kind == "svg+xml":
            click.echo(
                f"{name}: the logo is SVG, which Word documents leave out; "
                "PNG or JPEG would be in all of them.",
                err=True,
            )
    return 1 if wrong else 0


COMMANDS: tuple[click.Command, ...] = (template,)

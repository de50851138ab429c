"""Writing a session to a file in a format: made, written, read again, and only then left where it is."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from frameworks.model import Framework
from sessions.seen import SessionView

from .documents import DOCUMENTS
from .formats import FORMATS
from .template import Template
from .writer import write_export

STEPS = ("made", "written", "read")
"""What is done, one after the other: put together, brought to the disk, read again."""


def save(
    name: str,
    seen: SessionView,
    framework: Framework,
    made: datetime,
    path: Path,
    *,
    overwrite: bool = False,
    template: Template | None = None,
    begin: Callable[[str], None] = lambda step: None,
) -> Path:
    """Write a session to `path` in the format of that name; return where it went, as a whole path.

    `begin` is told of each of `STEPS` as it begins. Raises Refused where there is nothing to write, something is there already, or what was written
    does not hold; OSError where it cannot be written. Then nothing was changed.
    """
    begin("made")
    data = FORMATS[name].write(seen, framework, made, template)

    def wrong(written: Path) -> Iterator[str]:
        begin("read")
        # Here, and not above: it reads what it checks with parsers that nothing else needs.
        from .verify import wrong_with

        found = wrong_with(name, written, seen, _refs(name, seen))
        if found:
            yield found

    begin("written")
    return write_export(path, data, overwrite, wrong)


def _refs(name: str, seen: SessionView) -> tuple[str, ...]:
    """Return the statements that a format holds: all in scope, or none that is certain."""
    document = DOCUMENTS.get(FORMATS[name].document)
    if name == "json" or (document is not None and document.is_whole):
        return tuple(s.ref for area in seen.areas for s in area.statements)
    return ()

"""What is offered before a file is written, and what is said while it is and when it cannot be."""

import errno
from collections.abc import Iterable
from pathlib import Path

from textual.content import Content

from exports.documents import DOCUMENTS
from exports.formats import FORMATS, KINDS
from exports.saving import STEPS

from .symbols import Symbols

_FORMS = {
    "md": "plain text, for any editor",
    "html": "a page for the browser, and to print",
    "docx": "to go on writing in",
}
_DOING = {
    "made": "putting it together",
    "written": "bringing it to the disk",
    "read": "reading it again",
}
_DATA = {"json": "JSON", "csv": "a table", "ics": "a calendar"}
_WIDTH = 24
"""Characters of the bar."""
_REASONS = {
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "nothing can be written there",
    errno.ENOSPC: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
}


def documents(names: Iterable[str]) -> list[tuple[str, Content]]:
    """Return rows to choose from: documents and data by name, each with what it is and for whom."""
    return [(name, _row(name)) for name in names]


def _row(name: str) -> Content:
    document = DOCUMENTS.get(name)
    if document is None:
        form = FORMATS[name]
        about, more = form.about, _DATA[form.ending]
    else:
        about, more = document.about, document.for_whom
    return Content.assemble((about[:1].upper() + about[1:], "bold"), (f"  {more}", "$muted"))


def forms() -> list[tuple[str, Content]]:
    """Return rows to choose from: what a document can be written as, by the ending of its file."""
    return [
        (ending, Content.assemble((kind, "bold"), (f"  {_FORMS[ending]} (.{ending})", "$muted")))
        for ending, kind in KINDS.items()
    ]


def looks(template: Path) -> list[tuple[str, Content]]:
    """Return rows to choose from: in the school's own template, or without."""
    return [
        ("ours", Content.assemble(("In the school's own template", "bold"), f"  {template}")),
        ("plain", Content.styled("Without it", "bold")),
    ]


def about_of(name: str) -> str:
    """Return what a format is, in a few words, as it stands in a sentence."""
    form = FORMATS[name]
    kind = f" as {KINDS[form.ending]}" if form.document and form.ending != "md" else ""
    return f"{form.about}{kind}"


def doing(name: str, step: str, seconds: int, symbols: Symbols) -> str:
    """Return how far the writing of a file is, in a line: a bar, what is done now, for how long."""
    done = _WIDTH * STEPS.index(step) // len(STEPS)
    bar = f"[{'#' * done}{'-' * (_WIDTH - done)}]"
    return f"{bar} Writing {about_of(name)}: {_DOING[step]}, {seconds} s{symbols.cut}"


def reason_of(error: Exception) -> str:
    """Return why a file cannot be written, without a full stop."""
    reason = getattr(error, "strerror", None) or str(error)
    return _REASONS.get(error.errno or 0, reason) if isinstance(error, OSError) else reason

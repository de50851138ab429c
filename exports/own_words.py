"""What a person wrote for a part of a document: in full, and marked where what it rests on has changed."""

from collections.abc import Iterator

from .escape import block, inline
from .model import Report
from .words import listed

_CHANGED = "something that this rests on has changed since it was written"


def own_words(report: Report, key: str, *, plainly: bool = False) -> Iterator[str]:
    """Yield what somebody wrote for a part, as Markdown; nothing where nobody did.

    `plainly`: without saying what has changed, for those who would not know what that names.
    """
    found = report.after.text(key)
    if found is None:
        return
    yield block(found.text)
    if found.stale:
        what = inline(_CHANGED if plainly else listed(found.stale))
        yield f"**To look at again:** {what}. Read it through before it is passed on."

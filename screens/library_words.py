"""What the library says where there is no session to show, and of what is to be erased."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from frameworks.text import clean_line
from sessions.catalogue import Row
from sessions.keeping import is_due, reminder


def welcome() -> Content:
    """Return what a library without sessions says."""
    return Content.assemble(
        ("No sessions yet\n\n", "bold"),
        "This app guides a peer review of inclusion and SEND provision. A panel first writes "
        "down what it sees, hears and reads; then, area by area, it judges what that shows; "
        "and the school is left a report that it can edit.\n\n",
        ("s", "bold $accent"),
        "   start a session: the setting, your name and the date are enough\n",
        ("I", "bold $accent"),
        "   bring in a session that was handed over to you\n\n",
        "To look round first, leave with Ctrl+Q and type\n",
        ("inclusion-review demo", "bold"),
        "   or   ",
        ("python3 run.py demo\n", "bold"),
        "It opens an invented session, in a library that is thrown away.",
    )


def packs_words(broken: Sequence[str]) -> Content:
    """Return what to say of frameworks of one's own that cannot be read."""
    names = ", ".join(clean_line(name) for name in broken[:3])
    what = "This framework of yours" if len(broken) == 1 else f"{len(broken)} frameworks of yours"
    words = f"{what} cannot be read: {names}. inclusion-review frameworks check FILE says why."
    return Content(words) if broken else Content("")


def due_words(near: Sequence[Row], today: date) -> Content:
    """Return what to say of sessions that are to be erased; `near`: the nearest first."""
    if not near:
        return Content("")
    first, more = near[0], len(near) - 1
    name = (first.setting or first.name)[:60]
    rest = f" {more} more in the list." if more else ""
    if is_due(first, today):
        words = f"{name}: its retention date has come. Ctrl+P, Erase what is due.{rest}"
    else:
        words = f"{name}: {reminder(first, today)[:1].lower()}{reminder(first, today)[1:]}.{rest}"
    return Content.styled(words, "bold")

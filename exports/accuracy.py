"""The draft for the host: what the panel found, to be checked for accuracy, with a form to reply in."""

from collections.abc import Iterator

from .facts import Source
from .markdown import report_parts
from .parts import Part, part
from .reply_form import form_blocks

_LEFT_OUT = ("panel", "about", "method", "case-studies")
"""Parts of the full report that there is nothing in to check."""


def accuracy_title(source: Source) -> str:
    """Return the title."""
    return f"To check for accuracy: the peer review at {source.report.setting}"


def accuracy_parts(source: Source) -> tuple[Part, ...]:
    """Return the parts of the draft; the form comes last."""
    facts, *rest = (one for one in report_parts(source.report) if one.key not in _LEFT_OUT)
    found = (facts, part("about", _how()), *rest, part("reply-form", _form(source)))
    return tuple(one for one in found if one.blocks)


def _how() -> Iterator[str]:
    yield "## How to check this draft"
    yield (
        "Read it for what is not right: a fact, a place, a date, something that the panel did not "
        "see. It is a draft until you have answered. You can accept a finding, correct it, add "
        "evidence or disagree; where the two still differ at the end, your words stand beside it."
    )
    yield "The form for it is at the end. Fill it in, save it, and send the file back to the panel."


def _form(source: Source) -> Iterator[str]:
    yield "## A form to reply with"
    yield from form_blocks(source.seen)

"""The parts of a document: what a school's template may put in another order, or head anew."""

from collections.abc import Iterable, Iterator

import msgspec

PARTS: dict[str, str] = {
    "facts": "Facts of the review",
    "panel": "The panel",
    "about": "What this is, and what it is not",
    "headline": "Headline",
    "context": "Context figures",
    "enquiries": "Lines of enquiry",
    "areas": "Areas",
    "findings": "Findings",
    "plan": "The plan",
    "gaps": "What is not yet judged, or lacks evidence",
    "visit": "The visit",
    "index": "Evidence index",
    "method": "Method",
    "case-studies": "Case studies that may help",
}
"""By key, in the order that the full report has them, what each is about."""


class Part(msgspec.Struct, frozen=True):
    """A part of a document."""

    key: str
    blocks: tuple[str, ...]
    """Markdown; the first begins with the part's own heading, but in `facts`."""


def part(key: str, blocks: Iterable[str]) -> Part:
    """Return a part of these blocks; empty ones are left out."""
    return Part(key, tuple(block for block in blocks if block))


def as_markdown(title: str, parts: Iterable[Part]) -> str:
    """Return a document as Markdown under its title, Markdown too. It ends with a newline."""

    def blocks() -> Iterator[str]:
        yield f"# {title}"
        for one in parts:
            yield from one.blocks

    return "\n\n".join(blocks()) + "\n"

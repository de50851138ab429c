"""The parts of a document: what a school's template may put in another order, or head anew."""

from collections.abc import Iterable, Iterator

import msgspec

PARTS: dict[str, str] = {
    "facts": "Facts of the review",
    "panel": "The panel",
    "about": "What this is, and what it is not",
    "headline": "Headline",
    "profile": "Where practice sits",
    "context": "The setting",
    "enquiries": "Lines of enquiry",
    "areas": "Areas",
    "spoken": "What is said at the end of the visit",
    "strengths": "What is strong",
    "development": "What would make it better",
    "sharing": "Practice worth sharing",
    "findings": "Findings",
    "plan": "The plan",
    "key-results": "Key results, each under its own heading",
    "follow-up": "What follows",
    "gaps": "What is not yet judged, or lacks evidence",
    "replies": "What the host said",
    "reply-form": "A form to reply with",
    "questions": "Questions that governors may ask",
    "say": "How to have a say",
    "thanks": "Thanks, and questions",
    "visit": "The visit",
    "bring": "What to bring",
    "index": "Evidence index",
    "method": "Method",
    "case-studies": "Case studies that may help",
}
"""By key, in the order that documents have them (each has some), what each is about."""

UNHEADED: frozenset[str] = frozenset({"facts", "areas", "key-results"})
"""Parts that have no heading of their own, or one for each thing in them: none to put in its place."""


class Part(msgspec.Struct, frozen=True):
    """A part of a document."""

    key: str
    blocks: tuple[str, ...]
    """Markdown; the first is the part's own heading, of rank two, but in those of `UNHEADED`."""


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

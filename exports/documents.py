"""The documents that one record gives: for whom each is, and what it is made of.

All are made from the same `Report`; each chooses its parts, and shares how they are written.
"""

from collections.abc import Callable

import msgspec

from .accuracy import accuracy_parts, accuracy_title
from .audit_tables import audit_parts, audit_title
from .escape import heading
from .evidence_log import evidence_parts, evidence_title
from .facts import Source
from .governors import governors_parts, governors_title
from .markdown import report_parts, title_of
from .parents import parents_parts, parents_title
from .parts import Part, as_markdown
from .plan_document import plan_parts, plan_title
from .spoken import spoken_parts, spoken_title
from .summary import summary_parts, summary_title
from .template import Template, arrange
from .visit_pack import visit_parts, visit_title


class Document(msgspec.Struct, frozen=True):
    """A document."""

    name: str
    """What it is called where there is little room."""
    about: str
    """What it is, in a few words: `the full report`."""
    for_whom: str
    """For whom, in a few words."""
    word: str
    """What a file's name says of it."""
    title: Callable[[Source], str]
    """Its title, not escaped."""
    parts: Callable[[Source], tuple[Part, ...]]
    is_whole: bool = False
    """Whether it holds every statement in scope."""

    def markdown(self, source: Source, template: Template | None = None) -> str:
        """Return it as Markdown, its parts as a school's template has them. It ends with a newline."""
        parts = self.parts(source)
        return as_markdown(
            heading(self.title(source)), arrange(parts, template) if template else parts
        )


DOCUMENTS: dict[str, Document] = {
    "report": Document(
        "The report",
        "the full report",
        "for the head, and whoever the school chooses",
        "report",
        lambda source: title_of(source.report),
        lambda source: report_parts(source.report),
        is_whole=True,
    ),
    "summary": Document(
        "The summary",
        "the summary",
        "two pages, for the busy reader",
        "summary",
        summary_title,
        summary_parts,
    ),
    "spoken": Document(
        "Spoken feedback",
        "the spoken feedback",
        "ten minutes, for whoever speaks",
        "spoken",
        spoken_title,
        spoken_parts,
    ),
    "evidence": Document(
        "Evidence log",
        "the evidence log",
        "every shared note by statement, for the SENCO",
        "evidence",
        evidence_title,
        evidence_parts,
        is_whole=True,
    ),
    "plan": Document(
        "The plan",
        "the improvement plan",
        "actions, and what was seen of them",
        "plan",
        plan_title,
        plan_parts,
    ),
    "governors": Document(
        "For governors",
        "the version for governors",
        "plain, with questions to ask",
        "governors",
        governors_title,
        governors_parts,
    ),
    "parents": Document(
        "For parents",
        "the page for parents and carers",
        "short words and no names",
        "parents",
        parents_title,
        parents_parts,
    ),
    "accuracy": Document(
        "For accuracy",
        "the draft to check for accuracy",
        "for the host, with a form to reply in",
        "accuracy",
        accuracy_title,
        accuracy_parts,
        is_whole=True,
    ),
    "audit-tables": Document(
        "Audit tables",
        "statements and action plan in tables",
        "for an audit",
        "audit",
        audit_title,
        audit_parts,
        is_whole=True,
    ),
    "visit-pack": Document(
        "Visit pack",
        "a pack to print before the visit",
        "for host and panel; nothing judged",
        "visit-pack",
        visit_title,
        visit_parts,
        is_whole=True,
    ),
}
"""By name; the first is the one that is meant where none is named."""

"""The formats that a session can be exported in, by the names that commands use."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from frameworks.model import Framework
from sessions.seen import SessionView

from .audit_tables import audit_tables
from .build import build_report
from .calendar_file import calendar_file
from .markdown import to_markdown
from .plan_document import plan_document
from .tables_csv import actions_csv, evidence_csv
from .visit_pack import visit_pack

Writing = Callable[[SessionView, Framework, datetime], str]
"""Makes a document of what everyone may see, at a moment. Raises Refused where there is none to make."""


class Format(msgspec.Struct, frozen=True):
    """A format."""

    about: str
    """What it is, in a few words."""
    word: str
    """What a file's name says of it."""
    ending: str
    write: Writing


def report(seen: SessionView, framework: Framework, made: datetime) -> str:
    """Return the report as Markdown."""
    return to_markdown(build_report(seen, framework, made))


FORMATS: dict[str, Format] = {
    "markdown": Format("the report", "report", "md", report),
    "plan": Format("the improvement plan", "plan", "md", plan_document),
    "audit-tables": Format("statements and action plan in tables", "audit", "md", audit_tables),
    "visit-pack": Format("a pack to print before the visit", "visit-pack", "md", visit_pack),
    "actions-csv": Format("the plan's actions for a spreadsheet", "actions", "csv", actions_csv),
    "evidence-csv": Format("every shared note for a spreadsheet", "evidence", "csv", evidence_csv),
    "ics": Format("the plan's actions for a calendar", "actions", "ics", calendar_file),
}
"""By name; the first is the one that is meant where none is named."""

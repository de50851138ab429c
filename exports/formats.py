"""The formats that a session can be exported in, by the names that commands use.

A document's name is Markdown; `NAME-html` and `NAME-docx` are the same in HTML and for Word. Of the full
report they are `markdown`, `html` and `docx`.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

import msgspec

from frameworks.model import Framework
from frameworks.text import clean_line
from sessions.seen import SessionView

from .calendar_file import calendar_file
from .documents import DOCUMENTS, Document
from .facts import Source, source_of
from .json_report import json_report
from .tables_csv import actions_csv, evidence_csv
from .template import Template

Writing = Callable[[SessionView, Framework, datetime], str]
"""Makes a file of what everyone may see, at a moment. Raises Refused where there is none to make."""

KINDS = {"md": "Markdown", "html": "HTML", "docx": "Word"}
"""What documents can be written as, by the ending of their files."""

_OF_THE_REPORT = {"md": "markdown", "html": "html", "docx": "docx"}


class Format(msgspec.Struct, frozen=True):
    """A format."""

    about: str
    """What it is, in a few words."""
    word: str
    """What a file's name says of it."""
    ending: str
    document: str = ""
    """The name of the document that it is a form of; empty: it is data."""
    data: Writing | None = None
    """What makes it, if it is data."""

    def write(
        self,
        seen: SessionView,
        framework: Framework,
        made: datetime,
        template: Template | None = None,
    ) -> str | bytes:
        """Return it: text, or bytes where its file is no text.

        `seen`: what everyone may see; `template`: how a school wants its documents. Raises Refused
        where there is none to make.
        """
        if self.data is not None:
            return self.data(seen, framework, made)
        source = source_of(seen, framework, made)
        return _written(DOCUMENTS[self.document], self.ending, source, template)

    def plain(self, seen: SessionView, framework: Framework, made: datetime) -> str:
        """Return what it says, as text: of a document its Markdown. Raises Refused as `write` does."""
        if self.data is not None:
            return self.data(seen, framework, made)
        return DOCUMENTS[self.document].markdown(source_of(seen, framework, made))


def _written(
    document: Document, ending: str, source: Source, template: Template | None
) -> str | bytes:
    markdown = document.markdown(source, template)
    if ending == "md":
        return markdown
    # Here, and not above: they are slow to import, and few exports need them.
    from .tree import About

    report = source.report
    about = About(
        title=clean_line(document.title(source)),
        state=report.after.state_name,
        framework=report.framework,
        version=report.version,
        made=report.made,
    )
    if ending == "html":
        from .html import to_html

        return to_html(markdown, about, template)
    from .word import to_word

    return to_word(markdown, about, template)


def name_of(document: str, ending: str) -> str:
    """Return the name of the format that a document has with this ending."""
    if document == "report":
        return _OF_THE_REPORT[ending]
    return document if ending == "md" else f"{document}-{ending}"


def _forms() -> Iterator[tuple[str, Format]]:
    for name, document in DOCUMENTS.items():
        for ending in KINDS:
            form = Format(document.about, document.word, ending, document=name)
            yield name_of(name, ending), form


FORMATS: dict[str, Format] = {
    **dict(_forms()),
    "json": Format("the whole report for other programs", "report", "json", data=json_report),
    "actions-csv": Format(
        "the plan's actions for a spreadsheet", "actions", "csv", data=actions_csv
    ),
    "evidence-csv": Format(
        "every shared note for a spreadsheet", "evidence", "csv", data=evidence_csv
    ),
    "ics": Format("the plan's actions for a calendar", "actions", "ics", data=calendar_file),
}
"""By name; the first is the one that is meant where none is named."""

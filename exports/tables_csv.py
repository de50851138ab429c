"""Actions and evidence as CSV for a spreadsheet: nothing in a cell is run as a formula.

UTF-8 with a byte order mark, without which Excel reads it as something else. Source of the guard: the
OWASP page on CSV injection: a cell that begins with one of `= + - @`, a tab or a line end gets an
apostrophe in front, also where white space stands before the sign.

Each row says at its end which review it is of, on which framework, in which state and when it was written
out: rows of several reviews can be put into one table and still be told apart. A comment above the table
would break it for most programs. Where there is no row yet, one says that alone.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from frameworks.model import Framework
from frameworks.text import clean_text
from sessions.seen import NoteView, SessionView
from sessions.seen_plan import ActionView, KeyResultView, PlanView

from .facts import framework_words, state_words

BOM = "\ufeff"
"""The mark that says UTF-8."""

_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_ENDS = ("\t", "\r", "\n")

_ACTIONS = (
    *("Action", "Key result", "Window", "What", "Who", "By when", "Success measure", "So far"),
    *("Last looked at", "What was seen", "Reason", "By"),
)
_ORIGIN = ("Setting", "Date of the review", "Framework", "State", "Written out")
_EVIDENCE = (
    *("Note", "What was seen, heard or read", "Source", "Where", "Class or phase", "Document"),
    *("Observed", "By", "Statements", "Late in areas", "Written apart in areas"),
)


def actions_csv(seen: SessionView, framework: Framework, made: datetime) -> str:
    """Return the plan's actions, a row each, with what was last seen of them."""
    plan = seen.plan
    rows = (_action(a, result, plan) for result in plan.key_results for a in result.actions)
    return _table(_ACTIONS, rows, seen, made)


def _action(action: ActionView, result: KeyResultView, plan: PlanView) -> tuple[str, ...]:
    last = action.latest
    return (
        action.ref,
        f"{result.ref}. {result.text}",
        plan.windows[action.window] if action.window < len(plan.windows) else "",
        action.what,
        action.who,
        action.due,
        action.success,
        *((last.progress_name, last.date, last.seen, last.reason, last.by) if last else [""] * 5),
    )


def evidence_csv(seen: SessionView, framework: Framework, made: datetime) -> str:
    """Return every shared note, a row each, oldest first."""
    return _table(_EVIDENCE, (_note(n) for n in seen.notes if not n.private), seen, made)


def _table(
    head: Sequence[str], rows: Iterable[Sequence[str]], seen: SessionView, made: datetime
) -> str:
    """Return rows as CSV, each with what review it is of; with no row, one that says only that."""
    origin = (
        seen.setting,
        seen.date,
        framework_words(seen.framework_title, seen.framework_version),
        state_words(seen.after),
        made.strftime("%Y-%m-%d %H:%M"),
    )
    found = list(rows) or [[""] * len(head)]
    return write_table((*head, *_ORIGIN), ((*row, *origin) for row in found))


def _note(note: NoteView) -> tuple[str, ...]:
    return (
        note.ref,
        note.text,
        note.source_name,
        note.where,
        note.group,
        note.document,
        note.observed,
        note.by,
        ", ".join(note.statements),
        ", ".join(map(str, sorted(note.late))),
        ", ".join(map(str, sorted(note.apart))),
    )


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV, lines ended by CRLF, every cell quoted and harmless."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return BOM + text.getvalue()


def harmless(text: str) -> str:
    """Return a cell that a spreadsheet shows and does not run."""
    text = clean_text(text)
    if text.startswith(_ENDS) or text.lstrip().startswith(_SIGNS):
        return f"'{text}"
    return text

"""What to look at before a report leaves: a row each, with where it leads."""

from collections.abc import Iterator, Sequence

import msgspec
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from exports.checks import Checks, Finding
from screens.messages import Place
from screens.symbols import Symbols
from sessions.seen import SessionView

from .lines import shorten

GROUPS: tuple[tuple[str, str, Place], ...] = (
    ("identifying", "May identify somebody", "describe"),
    ("without_notes", "No note yet", "describe"),
    ("not_judged", "Not yet judged", "judge"),
    ("not_agreed", "Not yet agreed", "judge"),
    ("stale", "Agreed before reopening", "agree"),
    ("changed_notes", "Rests on a note that changed", "agree"),
    ("lost_cites", "Cites a note that is gone", "judge"),
    ("one_sided", "Heard from one side", "describe"),
    ("no_source", "Source not said", "describe"),
    ("open_enquiries", "Still an open question", "prepare"),
    ("bare_findings", "Finding without evidence", "plan"),
    ("left_open", "Area for development left open", "plan"),
    ("unfinished_actions", "Action without who or when", "plan"),
    ("judging_words", "Words that judge", "describe"),
    ("unsettled", "Waits to be settled", "describe"),
)
"""Each kind of finding, as `exports.checks` calls it, what people read, and where it is mended."""

_ELSEWHERE: tuple[tuple[str, Place], ...] = (
    *((name, "plan") for name in ("Finding ", "Action ", "Key ", "Benchmark ", "Windows ")),
    *((name, "prepare") for name in ("Line of enquiry ", "Activity ", "the setting's own view ")),
    *((name, "report") for name in ("The reply ", "The words ", "What was agreed ", "why the ")),
)
"""How places begin that are about no note, statement or area, and where those are mended."""

LOOKING = "Looking through it."
NOTHING = "Nothing stands out. Read it through all the same; then x writes it to a file."


class Row(msgspec.Struct, frozen=True):
    """One thing to look at."""

    label: str
    """The ref of a statement or note, or a word of what it is about."""
    text: str
    """A few words more."""
    sentence: str
    """All of it."""
    leads: Place
    statement: str = ""
    """The statement to go to; empty: it is about none."""
    note: str = ""
    """The ref of the note that it is about; empty: none."""


def groups_of(checks: Checks, seen: SessionView) -> list[tuple[str, list[Row]]]:
    """Return what to look at: each kind by its name, with its rows; kinds without any left out."""
    found = [
        (name, [_row(finding, leads, seen) for finding in getattr(checks, field)])
        for field, name, leads in GROUPS
    ]
    describing = "Not judged" if seen.after.state == "final" else "Still being described"
    found.insert(2, (describing, list(_describing(seen))))
    return [(name, rows) for name, rows in found if rows]


def _row(finding: Finding, leads: Place, seen: SessionView) -> Row:
    place, sentence = finding.place, finding.sentence
    rest = sentence.removeprefix(place).lstrip(" :")
    note = seen.note(place or sentence.split(" ", 1)[0])
    if note is not None:
        under = next(iter(note.statements), "")
        return Row(note.ref, rest, sentence, "describe" if under else "inbox", under, note.ref)
    statement = seen.statement(place)
    if statement is not None:
        # Who speaks of a statement as such speaks of its judgement: a because, a dissent.
        leads = "judge" if sentence.startswith(f"{place}: ") else leads
        return Row(place, statement.text, sentence, leads, place)
    for area in seen.areas:
        if place.endswith(f"area {area.number}") or f"area {area.number} " in place:
            return Row(place, rest, sentence, "judge", area.statements[0].ref)
    found = (there for name, there in _ELSEWHERE if place.startswith(name))
    return Row(place, rest, sentence, next(found, "setup"))


def _describing(seen: SessionView) -> Iterator[Row]:
    is_so = "was not judged" if seen.after.state == "final" else "is still being described"
    for area in seen.areas:
        if not area.judging:
            sentence = (
                f"Area {area.number} {is_so}: the report says what was seen there, and no more."
            )
            first = area.statements[0].ref
            yield Row(f"Area {area.number}", area.title, sentence, "describe", first)


class ChecksList(OptionList):
    """The rows, under what kind they are of."""

    DEFAULT_CSS = """
    ChecksList { height: 1fr; scrollbar-gutter: stable; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(markup=False, compact=True)
        self._symbols = symbols
        self._groups: Sequence[tuple[str, list[Row]]] | None = None  # None: still being looked for
        self._rows: list[Row | None] = []

    def show(self, groups: Sequence[tuple[str, list[Row]]]) -> None:
        """Show what there is to look at; the highlight stays at its place."""
        self._groups = groups
        self._draw()

    def on_resize(self) -> None:
        """Cut the rows to the new width."""
        self._draw()

    def _draw(self) -> None:
        place, width = self.highlighted, self.scrollable_content_region.width
        if not width:
            return
        self.clear_options()
        self._rows = []
        for name, rows in self._groups or ():
            if self._rows:
                self._add(Content(""), None)
            self._add(Content.styled(f"{name} ({len(rows)})", "$muted"), None)
            for row in rows:
                self._add(self._line(row, width), row)
        if not self._groups:
            words = LOOKING if self._groups is None else NOTHING
            self._add(Content.styled(words, "$muted"), None)
        at = [i for i, row in enumerate(self._rows) if row is not None]
        self.highlighted = min(at, key=lambda i: abs(i - (place or 0)), default=None)

    def _add(self, content: Content, row: Row | None) -> None:
        self._rows.append(row)
        self.add_option(Option(content, disabled=row is None))

    def _line(self, row: Row, width: int) -> Content:
        label = shorten(row.label, width // 2, self._symbols)
        text = shorten(row.text, width - len(label) - 3, self._symbols)
        return Content.assemble((label, "bold"), "  ", text)

    @property
    def chosen(self) -> Row | None:
        """The row that is highlighted; None: there is none."""
        place = self.highlighted
        return self._rows[place] if place is not None and place < len(self._rows) else None

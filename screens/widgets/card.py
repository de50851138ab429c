"""The facilitator's card: the statement, what to ask, what to look for, who has been heard.

What does not fit folds to one line with its key, lines of enquiry too. The statement, one question
and the sources heard never fold.
"""

from textual.content import Content
from textual.widgets import Static

from screens.symbols import Symbols
from sessions.records import SOURCES
from sessions.seen import StatementView
from sessions.seen_visit import EnquiryView
from sessions.triangulating import heard

from .lines import shorten
from .sources import SHORT

_LONGEST = 600  # characters of a question that the card looks at
_MARGIN = 6  # columns of the labels
_NAMED = 2  # reviewers that the card names before it says how many more there are


def _hanging(label: str, text: str, width: int, style: str = "") -> list[Content]:
    """Return text behind a label in the margin, its further lines under its first."""
    lines = Content.styled(text, style).wrap(max(width - _MARGIN, 10)) if text else []
    found = []
    for place, line in enumerate(lines):
        margin = label.ljust(_MARGIN) if place == 0 else " " * _MARGIN
        found.append(Content.assemble((margin, "$muted"), line))
    return found


def _listed(label: str, texts: tuple[str, ...], width: int) -> list[Content]:
    found: list[Content] = []
    for place, text in enumerate(texts):
        found += _hanging(label if place == 0 else "", text, width)
    return found


def heard_lines(
    statement: StatementView, width: int, symbols: Symbols, *, brief: bool = False
) -> list[Content]:
    """Return whom a statement was heard from and who noted it, and which source types are missing.

    `brief`: in a line each.
    """
    one = heard(statement)
    sources = [f"{symbols.done} {SHORT[source]}" for source in one.sources]
    unheard = [SHORT[source] for source in SOURCES if source not in one.sources]
    more = len(one.reviewers) - _NAMED
    names = ", ".join(one.reviewers[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    by = f"; by {names}" if names else ""
    said = f"{', '.join(sources) or one.words}{by}" if one.notes else f"{symbols.empty} {one.words}"
    room = width - _MARGIN if brief else _LONGEST
    found = _hanging("Heard", shorten(said, room, symbols), width, "bold" if one.notes else "")
    if one.one_sided and one.sources:
        found += _hanging("Claim", shorten(one.words, room, symbols), width, "bold")
    return found + _hanging("Not", shorten(", ".join(unheard), room, symbols), width, "$muted")


def enquiry_lines(enquiries: tuple[EnquiryView, ...], width: int) -> list[Content]:
    """Return lines of enquiry, each whole."""
    found: list[Content] = []
    for enquiry in enquiries:
        words = Content.assemble(
            (f"Enquiry {enquiry.ref}: ", "$muted"), enquiry.question[:_LONGEST]
        )
        found += words.wrap(width)
    return found


def enquiry_fold(enquiries: tuple[EnquiryView, ...], width: int, symbols: Symbols) -> list[Content]:
    """Return lines of enquiry in one line, with the key that shows them; without any none."""
    if not enquiries:
        return []
    first, *more = enquiries
    refs = ", ".join(enquiry.ref for enquiry in enquiries)
    words = f"Enquiry {refs}" if more else f"Enquiry {first.ref}: {first.question}"
    end = ": f" if more else "  f"
    return [Content.styled(shorten(words, width - len(end), symbols) + end, "$muted")]


def card(
    statement: StatementView,
    width: int,
    height: int,
    symbols: Symbols,
    enquiries: tuple[EnquiryView, ...] = (),
) -> Content:
    """Return the card as it fits `width` columns and `height` lines."""
    title = Content.styled(f"{statement.ref}  {statement.text}", "bold").wrap(width)
    behind = heard_lines(statement, width, symbols)
    ask = _listed("Ask", statement.questions, width)
    first = _listed("Ask", statement.questions[:1], width)
    look = _listed("Look", statement.look_for, width)
    more = len(statement.questions) - 1
    fold_ask = [*first, *_hanging("", f"{more} more: f", width, "$muted")] if more > 0 else first
    fold_look = _hanging("Look", f"{len(statement.look_for)} things: f", width, "$muted")
    fold_all = _hanging("", "more: press f", width, "$muted")
    blank = [Content("")]
    enquire = enquiry_lines(enquiries, width)
    apart = [*blank, *enquire] if enquire else []
    fold = enquiry_fold(enquiries, width, symbols)
    layouts = (
        [title, blank, ask, blank, look, apart, blank, behind],
        [title, blank, ask, look, apart, blank, behind],
        [title, ask, look, enquire, behind],
        [title, blank, ask, fold_look, fold, blank, behind],
        [title, ask, fold_look, fold, behind],
        [title, fold_ask, fold_look, fold, behind],
        [title, first, fold_all, fold, behind],
        [title, first, fold, behind],
        [title, first, behind],
        [title, first, heard_lines(statement, width, symbols, brief=True)[:2]],
    )
    for layout in layouts:
        lines = [line for part in layout for line in part]
        if len(lines) <= height:
            break
    if len(lines) > height > 0:
        last = lines[height - 1].plain.ljust(width) + symbols.cut  # longer than there is room for
        lines = [*lines[: height - 1], Content(shorten(last, width, symbols))]
    return Content("\n").join(lines)


class Card(Static):
    """The facilitator's card, fitted to the room it has."""

    DEFAULT_CSS = """
    Card { height: 1fr; padding: 0 1; }
    """

    def __init__(self, symbols: Symbols) -> None:
        super().__init__(Content(""), markup=False)
        self._symbols = symbols
        self._statement: StatementView | None = None
        self._enquiries: tuple[EnquiryView, ...] = ()

    def show(self, statement: StatementView, enquiries: tuple[EnquiryView, ...] = ()) -> None:
        """Show a statement, with the lines of enquiry that are still open for it."""
        self._statement, self._enquiries = statement, enquiries
        self._draw()

    def on_resize(self) -> None:
        """Fit the card to its new size."""
        self._draw()

    def _draw(self) -> None:
        size = self.content_size
        if self._statement is not None and size.width:
            parts = (size.width, size.height, self._symbols, self._enquiries)
            self.update(card(self._statement, *parts))

"""Open ballots side by side: who found what, why, and on which notes; nothing counted, nothing ranked."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from textual.content import Content

from frameworks.model import Framework, Scale
from screens.judge_words import outcome_words
from screens.symbols import Symbols
from sessions.records import Outcome
from sessions.seen import BallotView, CiteView, JudgedView, NoteView, SessionView, StatementView

from .lines import shorten
from .notes import note_head
from .steps import colour_of, step_words

_COLUMN = 22  # columns that a ballot needs to stand beside another
_GAP = 2
_LONGEST = 600  # characters of a text that stands beside others; `f` shows the rest


def steps_shown(
    scale: Scale, stages: Iterable[str], symbols: Symbols, partly: Iterable[str] = ()
) -> list[Content]:
    """Return steps with symbol, word and colour, in the scale's order; `partly`: shown in part."""
    chosen, part = set(stages), set(partly)
    return [
        Content.assemble(
            (step_words(step, symbols), f"bold $stage-{colour_of(scale, step)}"),
            " (partly)" if step.key in part else "",
        )
        for step in scale.steps
        if step.key in chosen
    ]


def outcome_lines(
    outcome: Outcome | None,
    stages: Iterable[str],
    scale: Scale,
    symbols: Symbols,
    partly: Iterable[str] = (),
) -> list[Content]:
    """Return a judgement, a line each step; nothing judged is no line."""
    if outcome == "stages":
        return steps_shown(scale, stages, symbols, partly)
    words = outcome_words(outcome, (), scale, symbols)
    return [Content.styled(words, "bold")] if words else []


def open_ballots(statement: StatementView) -> list[BallotView]:
    """Return the cast ballots of a statement that are open to all; one's own sealed ones are not."""
    judged = statement.judged
    if judged is None or judged.sealed:
        return []
    return [ballot for ballot in judged.ballots if ballot.cast and not ballot.hidden]


class Ballots:
    """Lays out the ballots of statements of one session."""

    def __init__(self, seen: SessionView, framework: Framework, symbols: Symbols) -> None:
        self._notes = {note.id: note for note in seen.notes}
        self._framework, self._symbols = framework, symbols

    def beside(self, statement: StatementView, width: int, *, brief: bool) -> list[Content]:
        """Return a statement's open ballots as lines: in columns, or one below the other.

        They stand in the order in which their authors joined, whatever they say. `brief`: there is
        little room, so a cited note is its ref and its source.
        """
        judged = statement.judged
        if judged is None:
            return []
        people = dict.fromkeys(ballot.person for ballot in open_ballots(statement))
        fitting = max((width + _GAP) // (_COLUMN + _GAP), 1)
        blocks = [self._block(judged, person, brief=brief) for person in people]
        lines: list[Content] = []
        for start in range(0, len(blocks), fitting):
            lines += side_by_side(blocks[start : start + fitting], width)
            lines += [] if brief else [Content("")]
        return lines

    def _block(self, judged: JudgedView, person: str, *, brief: bool) -> list[Content]:
        """Return one person's ballots, first and second, as lines that are yet to be wrapped."""
        own = [b for b in judged.ballots if b.person == person and b.cast and not b.hidden]
        lines = [Content.styled(shorten(own[0].by, 60, self._symbols), "bold underline")]
        if brief and len(own) == 1:
            found = self._ballot(judged, own[0], brief=brief)
            return [Content.assemble(lines[0], "  ", found[0]), *found[1:]]
        for ballot in own:
            if judged.revealed and (len(own) > 1 or ballot.round > 1):
                which = "First ballot" if ballot.round == 1 else "Second ballot"
                lines.append(Content.styled(which, "$muted"))
            lines += self._ballot(judged, ballot, brief=brief)
        return lines

    def _ballot(self, judged: JudgedView, ballot: BallotView, *, brief: bool) -> list[Content]:
        partly = {
            d.stage for d in judged.descriptors if d and ballot.highlights.get(d.id) == "part"
        }
        scale = self._framework.scale
        lines = outcome_lines(ballot.outcome, ballot.stages, scale, self._symbols, partly)
        lines += written("Because", ballot.because, self._symbols)
        for field in self._framework.fields:
            lines += written(f"{field.name}:", ballot.fields.get(field.key, ""), self._symbols)
        cites = [self._cite(cite, brief=brief) for cite in ballot.cites]
        if brief and cites:
            cites = [Content.assemble(("On ", "$muted"), Content(", ").join(cites))]
        return [*lines, *cites]

    def _cite(self, cite: CiteView, *, brief: bool) -> Content:
        side = ("against ", "$error bold") if cite.against else ("", "")
        note = self._notes.get(cite.note)
        if note is None:
            return Content.assemble(side, (cite.ref, "bold"), (" is not there any more", "$muted"))
        source = f" {note.source_name}" if note.source else ""
        head = Content.assemble(side, (cite.ref, "bold"), (source, "$muted"))
        said = shorten(" ".join(note.text[:200].split()), 60, self._symbols)
        return head if brief else Content.assemble(head, " ", said)

    def cited(self, statements: Iterable[StatementView]) -> list[tuple[NoteView, str]]:
        """Return the notes that ballots of statements cite, each with who does, in words."""
        found: dict[str, list[str]] = {}
        for statement in statements:
            for ballot in open_ballots(statement):
                for cite in ballot.cites:
                    side = "against, " if cite.against else ""
                    found.setdefault(cite.note, []).append(f"{side}{ballot.by}")
        known = ((self._notes.get(i), dict.fromkeys(who)) for i, who in found.items())
        return [(note, "; ".join(who)) for note, who in known if note is not None]

    def notes_in_full(self, statements: Iterable[StatementView]) -> Content:
        """Return every cited note whole, with who cites it; empty: none is."""
        parts: list[Any] = []
        for note, who in self.cited(statements):
            parts += [note_head(note, self._symbols), (f"\ncited by {who}\n", "$muted")]
            parts += [note.text, "\n\n"]
        return Content.assemble(*parts)


def written(label: str, text: str, symbols: Symbols, longest: int = _LONGEST) -> list[Content]:
    """Return what somebody wrote behind a label; nothing written is no line."""
    if not text:
        return []
    words = text if len(text) <= longest else text[:longest].rstrip() + symbols.cut
    first, *rest = words.split("\n")
    return [Content.assemble((f"{label} ", "$muted"), first), *(Content(line) for line in rest)]


def side_by_side(blocks: Sequence[Sequence[Content]], width: int) -> list[Content]:
    """Return blocks of lines as columns of one width, wrapped within it."""
    if not blocks:
        return []
    room = max((width - _GAP * (len(blocks) - 1)) // len(blocks), 8)
    columns = [[line for part in block for line in wrapped(part, room)] for block in blocks]
    lines = []
    for row in zip_longest(*columns, fillvalue=Content("")):
        cells: list[Any] = []
        for cell in row[:-1]:
            cells += [cell, " " * (room - cell.cell_length + _GAP)]
        lines.append(Content.assemble(*cells, row[-1]))
    return lines


def wrapped(line: Content, width: int) -> list[Content]:
    """Return a line wrapped; an empty one stays a line."""
    return list(line.wrap(width)) or [Content("")]


def packed(parts: Iterable[Content], width: int) -> list[Content]:
    """Return short parts in as few lines as hold them, none of them cut in two."""
    lines: list[Content] = []
    for part in parts:
        last = lines[-1] if lines else None
        if last is not None and last.cell_length + 2 + part.cell_length <= width:
            lines[-1] = Content.assemble(last, "  ", part)
        else:
            lines.append(part)
    return lines

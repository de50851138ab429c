"""One row of the plan in full: a finding, a text, a key result, an action with what was seen of it."""

from collections.abc import Callable, Iterable, Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from exports.words import day
from screens.symbols import Symbols
from sessions.closing import moved
from sessions.seen import NoteView, SessionView
from sessions.seen_plan import ActionView, FindingView, KeyResultView, MonitoringView

from .facts import cut, fact, passage, statements_named
from .notes import note_head, note_words
from .outline import TEXTS
from .plan_words import States, ordinal

_MARGIN = 9  # columns of the labels
_BRIEF = 300  # characters of what only belongs to a row

_NAMES = {
    "objective": "Key objective",
    "benchmark": "Benchmark position",
    "windows": "Windows of the year",
    "add": "What stands here",
}
_EMPTY = {
    "objective": "What the plan is for, in a sentence: what will be true of learners when it has "
    "worked. Enter writes it.",
    "benchmark": "Where the setting stands now, so that people can see later what has moved. Enter "
    "writes it, beginning with a draft made from the findings.",
}
_OFFERS = {
    "add/finding": "A finding says in the panel's words what it found: a strength, an area for "
    "development, or practice worth sharing. It names the statements it is about and the notes it "
    "rests on.\n\nEnter writes the first one.",
    "add/result": "A key result says what will be different when the plan has worked. It answers one "
    "or more areas for development, or stands by itself.\n\nEnter writes the first one; from an "
    "area for development, + writes one that answers it.",
    "add/action": "An action says what somebody will do for this key result: who, by when, what will "
    "show that it worked, in which window of the year.\n\nEnter plans the first one.",
}
_HIDDEN = "It rests on an area that is being described again; it comes back with that area's gate."


class Detail(VerticalScroll):
    """Shows a text fitted to its width, from the top again when it is about something else."""

    DEFAULT_CSS = """
    Detail { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    Detail > Static { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(Static(markup=False))
        self._key = ""
        self._build: Callable[[int], Content] | None = None

    def show(self, key: str, build: Callable[[int], Content]) -> None:
        """Show what `build` makes for so many columns; `key`: what it is about."""
        if key != self._key:
            self._key = key
            self.scroll_home(animate=False)
        self._build = build
        self._draw()

    def on_resize(self) -> None:
        """Fit it to its new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if self._build is not None and width:
            self.query_one(Static).update(self._build(width))


class Details:
    """Tells of what is in a plan, as somebody sees it on a day."""

    def __init__(self, seen: SessionView, today: str, symbols: Symbols) -> None:
        """`today`: `YYYY-MM-DD`."""
        self._seen, self._plan = seen, seen.plan
        self._states, self._symbols = States(seen.plan, today, symbols), symbols

    def of(self, key: str, width: int) -> Content:
        """Return what there is of a row, by its key; a width of 0 is for reading all of it."""
        kind, _, identity = key.partition("/")
        plan = self._plan
        lines: Iterable[Content] = ()
        if kind == "add":
            lines = [Content(_OFFERS["/".join(key.split("/")[:2])])]
        elif kind in TEXTS:
            lines = self._text(kind, width)
        elif kind == "windows":
            lines = self._windows(width)
        elif kind == "finding":
            found = (f for f in plan.findings if f.id == identity)
            lines = (line for f in found for line in self._finding(f, width))
        elif kind == "result":
            results = (r for r in plan.key_results if r.id == identity)
            lines = (line for r in results for line in self._result(r, width))
        elif kind == "action":
            pairs = ((r, a) for r in plan.key_results for a in r.actions if a.id == identity)
            lines = (line for r, a in pairs for line in self._action(r, a, width))
        return Content("\n").join(lines)

    def title(self, key: str) -> tuple[str, Content]:
        """Return what a row is called, and what matters most about it."""
        kind, plan = key.partition("/")[0], self._plan
        named = {f"finding/{f.id}": (f"Finding {f.ref}", Content("")) for f in plan.findings}
        named |= {f"result/{r.id}": (f"Key result {r.ref}", Content("")) for r in plan.key_results}
        for action in plan.actions if kind == "action" else ():
            state = self._states.of(action)
            said = Content.styled(state.said, state.style)
            named[f"action/{action.id}"] = (f"Action {action.ref}", said)
        return named.get(key, (_NAMES.get(kind, ""), Content("")))

    def _cut(self, text: str, width: int) -> Content:
        return Content(cut(text, width, self._symbols))

    def _brief(self, text: str) -> Content:
        short = text[:_BRIEF].rstrip() + self._symbols.cut
        return Content(text if len(text) <= _BRIEF else short)

    # The plan as a whole

    def _text(self, kind: str, width: int) -> Iterator[Content]:
        text = getattr(self._plan, kind)
        if text:
            yield self._cut(text, width)
        else:
            yield Content.styled(_HIDDEN if kind in self._plan.hidden else _EMPTY[kind], "$muted")

    def _windows(self, width: int) -> Iterator[Content]:
        for place, name in enumerate(self._plan.windows, 1):
            yield from fact(f"{place}", self._brief(name), width, 3)
        yield Content.styled(
            "\nActions are planned for a window. Enter renames, or adds.", "$muted"
        )

    # Findings

    def _finding(self, found: FindingView, width: int) -> Iterator[Content]:
        yield self._cut(found.text, width)
        if found.stale_notes:
            yield Content.styled(f"! {moved(found.stale_notes)}", "$error")
        yield Content("")
        yield from fact("Kind", found.kind_name, width, _MARGIN)
        if found.kind == "development":
            place = f"{ordinal(found.priority)} priority" if found.priority else ""
            yield from fact("Order", place or "none yet: [ takes it into the order", width, _MARGIN)
        answered = [r.ref for r in self._plan.key_results if found.ref in r.findings]
        if answered:
            yield from fact("Answered", f"by key result {', '.join(answered)}", width, _MARGIN)
        yield from fact("Written", f"by {found.by[:60]}", width, _MARGIN)
        yield _muted("\nAbout")
        yield from statements_named(self._seen, found.statements, width, self._symbols)
        yield from self._evidence(found)

    def _evidence(self, found: FindingView) -> Iterator[Content]:
        notes = [note for ref in found.notes if (note := self._seen.note(ref)) is not None]
        yield _muted("\nIt rests on")
        if not notes:
            yield _muted("no note that is named: e names them")
        for note in notes:
            yield note_head(note, self._symbols, _area_of_lateness(note))
            yield note_words(note, self._symbols, _BRIEF)

    # Key results and actions

    def _result(self, result: KeyResultView, width: int) -> Iterator[Content]:
        yield self._cut(result.text, width)
        for ref in result.findings:
            found = self._plan.finding(ref)
            if found is not None:
                yield from passage(f"It answers finding {ref}", self._brief(found.text).plain)
        for place, window in enumerate(self._plan.windows):
            within = result.within(place)
            if within:
                yield _muted(f"\n{window[:_BRIEF]}")
            for action in within:
                state = self._states.of(action)
                said = (f"  {state.said}" if state.said else "", state.style)
                words = Content.assemble(self._brief(action.what), said)
                yield from fact(action.ref, words, width, len(action.ref) + 1)
        if not result.actions:
            yield _muted("\nNo action yet: + plans the first.")

    def _action(self, result: KeyResultView, action: ActionView, width: int) -> Iterator[Content]:
        windows = self._plan.windows
        yield self._cut(action.what, width)
        yield Content("")
        for label, text in (
            ("Who", action.who),
            ("By", day(action.due)),
            ("Success", cut(action.success, width, self._symbols)),
            ("Window", windows[action.window] if action.window < len(windows) else ""),
            ("For", f"key result {result.ref}: {self._brief(result.text).plain}"),
        ):
            words = Content(text) if text else _muted("not said yet")
            yield from fact(label, words, width, _MARGIN)
        yield _muted("\nHow it has gone")
        if not action.monitoring:
            yield _muted("Nothing noted yet. Enter notes what was seen of it.")
        for entry in reversed(action.monitoring):
            yield from self._entry(entry, width)

    def _entry(self, entry: MonitoringView, width: int) -> Iterator[Content]:
        name = (f"  {entry.progress_name}", "bold")
        by = (f"  {entry.by[:60]}", "$muted")
        yield Content.assemble((day(entry.date), "$muted"), name, by)
        for text in (entry.seen, f"Why: {entry.reason}" if entry.reason else ""):
            if text:
                yield self._cut(text, width)


def _muted(words: str) -> Content:
    return Content.styled(words, "$muted")


def _area_of_lateness(note: NoteView) -> int | None:
    return min(note.late | note.apart, default=None)

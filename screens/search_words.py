"""What the search screen says: hits, kinds, how far the reading is, what can be looked for."""

from textual.content import Content

from sessions.search import KINDS, Found, Hit, Query
from sessions.search_typed import FILTERS
from sessions.search_words import Need, spans

from .symbols import Symbols
from .widgets.lines import shorten, two_ends
from .widgets.session_rows import day_words

_BAR = 20  # cells of the bar that says how far the reading is
_FOUND = "bold underline"

LIMITS = (
    "Not searched: judgements of areas that are still being described, and ballots that are "
    "still sealed."
)
"""What is never found, in plain words."""

_LISTED = {
    "setting": ('setting:"Hollin Bank"', "words of its name"),
    "source": ("source:data", "a source type; source: alone lists them"),
    "stage": ("stage:", "a stage's name; only behind the gate of an area"),
    "kind": ("kind:action", "what it is; kind: alone lists them"),
}
"""Of some filters a shorter example: with all that they can be, they would fill a small window."""


def hit_prompt(hit: Hit, needs: tuple[Need, ...], width: int, symbols: Symbols) -> Content:
    """Return a hit in two lines: what and where it is, and the words around what was found."""
    setting = "this review" if hit.is_here else hit.setting or hit.name
    day = day_words(hit.date)
    right = shorten(setting[:300], max(width // 2 - len(day) - 2, 8), symbols)
    end = Content.styled(f"{right}, {day}" if day else right, "$muted")
    stages = f"{symbols.between}{', '.join(hit.stages)}" if hit.stages else ""
    what = shorten(hit.what[:300], max(width - end.cell_length - len(stages) - 2, 8), symbols)
    first = Content.styled(what, "bold")
    for start, stop in spans(what, needs):
        first = first.stylize(_FOUND, start, stop)
    lines = two_ends(Content.assemble(first, stages), end, width)
    return Content.assemble(lines, "\n  ", _words(hit, max(width - 2, 8), symbols))


def _words(hit: Hit, width: int, symbols: Symbols) -> Content:
    if not hit.text.text:
        return Content.styled("nothing was written beside it", "$muted")
    before = symbols.cut if hit.text.before else ""
    after = symbols.cut if hit.text.after else ""
    said = shorten(hit.text.text + after, width - len(before), symbols)
    words = Content(before + said)
    for start, stop in hit.text.found:
        if start < len(said):
            words = words.stylize(_FOUND, start + len(before), min(stop, len(said)) + len(before))
    return words


def kinds_line(found: Found, kind: str, width: int) -> Content:
    """Return the kinds of what was found, the one that is shown in brackets."""
    if not found.kinds:
        return Content("")
    total = f" {found.total:,}" if found.counts else ""
    rows = [("", f"all{total}")]
    for one in found.kinds:
        number = f" {found.counts[one]:,}" if found.counts else ""
        rows.append((one, f"{KINDS[one]}{number}"))
    if kind and kind not in found.kinds:
        rows.append((kind, f"{KINDS[kind]} 0" if found.counts else KINDS[kind]))
    lines: list[Content] = []
    for one, words in rows:
        part = Content.styled(f"[{words}]", "bold $accent") if one == kind else Content(words)
        if lines and lines[-1].cell_length + part.cell_length + 2 <= width:
            lines[-1] = Content.assemble(lines[-1], "  ", part)
        else:
            lines.append(part)
    return Content("\n").join(lines)


def progress_words(done: int, total: int, symbols: Symbols) -> str:
    """Return how far the reading is, with a bar."""
    full, empty = ("#", "-") if symbols.ascii_only else ("█", "░")
    filled = _BAR * done // max(total, 1)
    bar = full * filled + empty * (_BAR - filled)
    return f"{bar} reading {done:,} of {total:,} sessions"


def message(query: Query, found: Found, *, reading: bool) -> Content:
    """Return what stands in place of hits; nothing: there are some."""
    if query.wrong:
        return Content("\n".join(query.wrong))
    if found.trouble:
        return Content(f"{found.trouble}. Nothing was changed; wait a moment and type again.")
    if query.is_empty:
        return _explained(query)
    if found.hits:
        return Content("")
    if reading or found.unread:
        return Content("Nothing yet; the sessions are still being read.")
    if query.stages and not query.needs:
        return Content(
            "Nothing that you may see speaks of such a stage.\n\n"
            "A stage is found once the gate of its area is open; type the beginning of its name."
        )
    return Content(
        "Nothing that you may see has these words.\n\n"
        "A word is found where a word begins with it: attend finds attendance. Every word that "
        "you type must be there; try fewer."
    )


def _explained(query: Query) -> Content:
    """Return how to look for something; with a filter that is being typed, what that can be."""
    if query.hints:
        return Content("\n\n".join(query.hints))
    lines = [
        Content(
            "Type a few words: all that you may see in every session is looked through, notes, "
            "reasons, findings, actions, people and the rest.\n"
        ),
        Content.assemble(('"home visit"', "bold"), "  the words as they stand, side by side"),
    ]
    for name, text in FILTERS.items():
        example, _, what = text.partition(": ")
        example, what = _LISTED.get(name, (example, what))
        lines.append(Content.assemble((example, "bold"), f"  {what}"))
    return Content("\n").join(lines)


def limits_line(found: Found, notice: str, rate: str, *, narrow: bool = False) -> str:
    """Return what is left out, and why searching is slow where it is.

    `narrow`: the hits need the rows; then only what is not so every time is said beneath them.
    """
    parts = [] if narrow and found.hits else [LIMITS]
    if found.unreadable:
        many = "1 session" if found.unreadable == 1 else f"{found.unreadable:,} sessions"
        parts.append(f"{many} cannot be read; the library says why.")
    parts += [part for part in (notice, rate) if part]
    return " ".join(parts)


def by_stage(query: Query) -> str:
    """Return why nothing is counted; empty: it is."""
    return "listed, not counted: no statement is counted by stage" if query.stages else ""

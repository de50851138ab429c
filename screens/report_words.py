"""Writing parts of the report in one's own words: which part, what it rests on, and the words."""

from textual.content import Content

from sessions.drafts import Draft
from sessions.records_after import PARTS, part_name
from sessions.report_texts import look_at_text, write_text
from sessions.seen_after import TextView

from .dialogs import Choose, Reading
from .report_asking import ask_text, tried
from .reviewing import Reviewing
from .widgets.lines import shorten

_SLOT = "report_text/"
_ABOUT = {
    "headline": "what the review found, in a few sentences",
    "context": "who the setting is for, and what is particular about it",
    "follow-up": "who does what next, and when somebody comes back",
    "spoken": "ten minutes, to be read aloud",
    "governors": "plain words, with no evidence refs",
    "parents": "plain words, with nobody who could be told by them",
}
"""What a part is for, beside its name."""


def ask_words(screen: Reviewing) -> None:
    """Ask which part to write in one's own words, and write it."""
    if screen.review.seen.after.state == "final":
        screen.app.push_screen(_all_of_it(screen))
        return
    if screen.review.me.role == "observer":
        screen.say("You are here as observer: the panel and the host write words for the report.")
        return

    def chosen(part: str | None) -> None:
        if part:
            _open(screen, part)

    question = "Which part do you want to write in your own words?"
    screen.app.push_screen(Choose(question, _rows(screen)), chosen)


def takes_words(screen: Reviewing, draft: Draft) -> bool:
    """Return whether a draft is one of these words, and of what may be seen."""
    part = draft.slot.removeprefix(_SLOT)
    return draft.slot.startswith(_SLOT) and part in dict(_parts(screen))


def bring_back_words(screen: Reviewing, draft: Draft) -> None:
    """Go on with the words that were being typed."""
    _write(screen, draft.slot.removeprefix(_SLOT), draft.text)


# Which part


def _parts(screen: Reviewing) -> list[tuple[str, str]]:
    """Return the parts that can be written now, each with what it is for."""
    seen = screen.review.seen
    found = [(part, _ABOUT[part]) for part in PARTS]
    found += [(f"area/{area.number}", area.title) for area in seen.areas if area.judging]
    return [(part, about) for part, about in found if part not in seen.after.hidden_texts]


def _rows(screen: Reviewing) -> list[tuple[str, Content]]:
    after, symbols = screen.review.seen.after, screen.desk.symbols
    width = min(76, screen.size.width * 96 // 100) - 7  # of a row in the window that asks
    rows = []
    for part, about in _parts(screen):
        text = after.text(part)
        mark = "not written" if text is None else "to look at again" if text.stale else "written"
        name = f"{part_name(part)}  "
        room = max(width - len(name) - len(mark), 0)
        about = shorten(" ".join(about[:200].split()), room, symbols)
        style = "$error" if mark == "to look at again" else "$muted"
        rows.append((part, Content.assemble((name, "bold"), (f"{mark}  ", style), about)))
    return rows


# Its words


def _open(screen: Reviewing, part: str) -> None:
    text = screen.review.seen.after.text(part)
    if text is None or not text.stale:
        _write(screen, part)
        return

    def chosen(answer: str | None) -> None:
        if answer == "change":
            _write(screen, part)
        elif answer == "stands":
            why = tried(screen, look_at_text, part)
            screen.say(why or f"{text.name}: it stands as it is.", warning=bool(why))

    rows = [
        ("change", Content("Change the words")),
        ("stands", Content("They stand as they are")),
    ]
    screen.app.push_screen(Choose(_why(text), rows, placeholder="or type to find"), chosen)


def _why(text: TextView) -> str:
    words = " ".join(text.text[:300].split())
    changed = ", ".join(text.stale)
    return f"{text.name}: {changed}. You wrote: {words[:200]}{'...' if len(words) > 200 else ''}"


def _write(screen: Reviewing, part: str, kept: str = "") -> None:
    text = screen.review.seen.after.text(part)

    def take(words: str) -> str:
        why = tried(screen, write_text, part, words)
        if not why:
            done = "is written" if words else "has no words now; u brings them back"
            screen.say(f"{part_name(part)} {done}.")
        return why

    hint = "^J begins a new line. Empty: the part has no words of yours."
    question = f"{part_name(part)}: {dict(_parts(screen)).get(part, '')}"
    ask_text(
        screen,
        f"{_SLOT}{part}",
        shorten(question, 200, screen.desk.symbols),
        take,
        value=text.text if text else "",
        kept=kept,
        hint=hint,
    )


def _all_of_it(screen: Reviewing) -> Reading:
    """Return a window to read what is written: of a final report nothing can be changed."""
    texts = screen.review.seen.after.texts
    said = [Content.assemble((f"{text.name}\n", "bold"), text.text) for text in texts]
    nothing = [Content("Nobody wrote words for it.")]
    title = "The report is final: its words can be read. K opens it again, with a reason."
    return Reading(title, Content("\n\n").join(said or nothing))

"""How far the report is: what is still open, what each state means, and going on or back."""

import asyncio
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exports.gaps import gaps
from sessions.agreeing import why_not_chair
from sessions.drafts import Draft
from sessions.records_after import STATES
from sessions.seen_after import AfterView
from sessions.standing import named, set_standing
from sessions.view import view

from .accuracy_replies import bring_back_reply, show_replies, takes_reply
from .base import Dialog
from .dialogs import Confirm
from .report_asking import ask_text, tried
from .reviewing import Reviewing

_SLOT = "state/"
_MEANS = {
    "draft": "The panel writes; everything can be changed.",
    "accuracy": "The host reads it and replies to the findings (Y on this screen).",
    "final": "Notes, judgements and report can only be read. The plan goes on.",
}
_MOVES = {
    "draft": (
        ("accuracy", "Send it to the host for accuracy"),
        ("final", "Make it final without asking the host"),
    ),
    "accuracy": (("final", "Make it final"), ("draft", "Take it back to draft")),
    "final": (
        ("accuracy", "Open it again for the host, with a reason"),
        ("draft", "Open it again as a draft, with a reason"),
    ),
}
"""By where it is, where it can go, and what people call that."""
_DONE = {
    "draft": "The report is a draft again.",
    "accuracy": "The report is with the host. x writes the form to fill in; Y brings the replies in.",
    "final": "The report is final. The plan goes on; K opens the report again.",
}


def ask_state(screen: Reviewing) -> None:
    """Show how far the report is and what is still open, and ask where it goes from here."""

    def chosen(to: str | None) -> None:
        if to:
            _go(screen, to)

    async def show() -> None:
        session = screen.review.session
        found = await asyncio.to_thread(gaps, view(session), session.framework)
        why_not = why_not_chair(session, screen.review.person, "say how far the report is")
        screen.app.push_screen(StateDialog(screen.review.seen.after, found, why_not), chosen)

    screen.run_worker(show(), exclusive=True, group="state")


def takes_draft(screen: Reviewing, draft: Draft) -> bool:
    """Return whether a draft is a reason, or a reply, that was being typed here."""
    to = draft.slot.removeprefix(_SLOT)
    ways = dict(_MOVES[screen.review.seen.after.state])
    return (draft.slot.startswith(_SLOT) and to in ways) or takes_reply(screen, draft)


def bring_back_draft(screen: Reviewing, draft: Draft) -> None:
    """Go on with a reason, or a reply, that was being typed."""
    if draft.slot.startswith(_SLOT):
        _go(screen, draft.slot.removeprefix(_SLOT), draft.text)
    else:
        bring_back_reply(screen, draft)


def _go(screen: Reviewing, to: str, kept: str = "") -> None:
    was = screen.review.seen.after.state

    def take(reason: str) -> str:
        why = tried(screen, set_standing, to, reason)
        if not why:
            screen.say(_DONE[to])
        return why

    def sure(yes: bool | None) -> None:
        if yes and (why := take("")):
            screen.say(why, warning=True)

    if was == "final":
        question = "Why is the final report opened again? The reason is kept, and shown."
        ask_text(screen, f"{_SLOT}{to}", question, take, kept=kept)
    elif to == "draft":
        question = (
            "Why does it go back to draft? You may leave this empty; it is kept with the changes."
        )
        ask_text(screen, f"{_SLOT}{to}", question, take, kept=kept)
    elif to == "final":
        question = (
            "Make the report final? Notes, judgements, findings and report can then be read and not "
            "changed; the plan goes on. It can be opened again, with a reason."
        )
        screen.app.push_screen(Confirm(question, "Make it final"), sure)
    else:
        sure(True)


class StateDialog(Dialog[str | None]):
    """Shows how far the report is; closes with the state that was chosen, or None."""

    HELP = (
        "A report is a draft, then with the host for accuracy, then final. What is still open is "
        "listed first; it stops nobody. A final report can be opened again, with a reason that stays."
    )
    BINDINGS = [Binding("escape", "back", "Back")]
    AUTO_FOCUS = ""
    CSS_PATH = "accuracy.tcss"

    def __init__(self, after: AfterView, still_open: Sequence[str], why_not: str) -> None:
        """`still_open`: sentences; `why_not`: why this person may not change it (empty: they may)."""
        super().__init__()
        self._after, self._open, self._why_not = after, tuple(still_open), why_not

    def compose(self) -> ComposeResult:
        """Lay out where it is, what is open, what the states mean, and where it can go."""
        moves = () if self._why_not else _MOVES[self._after.state]
        with Vertical(classes="window tall"):
            yield Static(Content(f"The report is {named(self._after.state)}"), classes="question")
            with VerticalScroll():
                yield Static(self._text(), markup=False)
            if moves:
                yield OptionList(
                    *(Option(Content(words), id=to) for to, words in moves),
                    markup=False,
                    compact=True,
                )
                keys = "Enter: choose   Tab: read on   Esc: back"
            else:
                yield Static(Content(self._why_not), classes="refused")
                keys = "Up, Down: scroll   Esc: back"
            yield Static(Content(keys), classes="keys")

    def on_mount(self) -> None:
        """Begin with the first way on."""
        if self.query(OptionList):
            self.query_one(OptionList).highlighted = 0
        first = OptionList if self.query(OptionList) else VerticalScroll
        self.query_one(first).focus()

    def _text(self) -> Content:
        parts = []
        if self._after.state == "final":
            parts += [Content(line) for line in self._open if line.startswith("Written apart")]
        elif self._open:
            parts.append(Content.styled("Still open (it can stay so):", "bold"))
            parts += [Content(f"- {line}") for line in self._open]
        else:
            parts.append(Content("Nothing is open that we know of."))
        if self._after.reopened:
            parts.append(Content(f"Opened again after it was final: {self._after.reopened}"))
        parts.append(Content(""))
        for state, means in _MEANS.items():
            here = state == self._after.state
            name = f"{'> ' if here else '  '}{_capital(STATES[state])}"
            parts.append(Content.assemble((name, "bold" if here else "$muted"), f": {means}"))
        return Content("\n").join(parts)

    def action_back(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


__all__ = ["StateDialog", "ask_state", "bring_back_draft", "show_replies", "takes_draft"]

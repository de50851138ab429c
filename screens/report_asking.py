"""Asking for words on the Report screen, in a window that keeps them until they are taken."""

from collections.abc import Callable
from typing import Any

from sessions.drafts import Draft

from .form_dialog import Asked, from_words
from .plan_dialogs import TextDialog
from .reviewing import Reviewing

_LABEL = "In your words"


def tried(screen: Reviewing, do: Callable[..., Any], *args: Any) -> str:
    """Let the person do something; return why it was refused (empty: it was not)."""
    return screen.tried(do, *args).why


def ask_text(
    screen: Reviewing,
    slot: str,
    question: str,
    take: Callable[[str], str],
    *,
    value: str = "",
    kept: str = "",
    hint: str = "",
) -> None:
    """Ask for some words in place of `value`; `take` returns why they are refused (empty: taken).

    They are kept under `slot` from the first letter on; `kept`: what was kept there before a crash.
    """
    asked = Asked("text", _LABEL, value, hint, 3)

    def taken(values: dict[str, str]) -> dict[str, str]:
        why = take(values["text"])
        return {"text": why} if why else {}

    def keep(words: str) -> None:
        screen.keep_draft(lambda person: Draft(person, words, slot=slot), slot)

    def closed(_: None) -> None:
        screen.forget_draft(slot)

    typed = from_words((asked,), kept)
    screen.app.push_screen(TextDialog(question, asked, taken, keep, typed, drafted=False), closed)

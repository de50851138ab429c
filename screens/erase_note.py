"""Erasing one note for good, from the screens that list notes."""

from sessions.errors import Refused

from .commands import Command
from .erase import EraseDialog, note_words
from .form_dialog import Asked
from .reviewing import Reviewing

ERASE = Command(
    "erase_note",
    "E",
    "erase for good",
    "Erase the highlighted note for good, with every wording of it: a child's name is in it, say",
    footer=False,
)

_MOMENT = 2.0  # seconds that what was just typed may take to be on the disk


def ask_to_erase(screen: Reviewing, ref: str) -> None:
    """Show what goes with a note, and erase it once somebody has typed its ref."""
    # Here, and not above: it is seldom done, and slow to import.
    from sessions.erasing import doomed, erase_note

    review, library = screen.review, screen.desk.library
    if not ref:
        screen.say("There is no note highlighted to erase.")
        return
    try:
        about = doomed(library, review.session, review.person, ref)
    except Refused as refusal:
        screen.say(str(refusal), warning=True)
        return

    def answered(said: dict[str, str] | None) -> None:
        if said is None:
            return
        screen.forget_draft(f"note/{about.id}")
        screen.desk.saver.wait(_MOMENT)
        try:
            done = erase_note(library, review.session, review.person, about.ref, said["reason"])
        except Refused as refusal:
            screen.say(str(refusal), warning=True)
            return
        except OSError as error:
            screen.desk.save(review.session)
            screen.changed()
            screen.say(
                f"Not all of {about.ref} could be removed yet: {error.strerror or error}. Mend that; the "
                "rest is finished when the app next starts.",
                warning=True,
            )
            return
        screen.changed()
        screen.say(done.words, warning=bool(done.in_use or done.quotes))

    asked = (
        Asked("reason", "Why", hint="It stays in the ledger of erasures: name no child in it"),
    )
    question = f"Erase {about.ref} for good? Undo cannot bring it back."
    screen.app.push_screen(EraseDialog(question, note_words(about), asked, about.ref), answered)

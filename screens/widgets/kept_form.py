"""What is typed into a form, kept on this machine from the first letter until it is done."""

import msgspec

from screens.desk import Desk
from sessions.drafts import Draft, Drafts
from sessions.session import Session

_NAME = "setup"  # stands for writer and participant: no session, or nobody in it, need be there yet


class KeptForm:
    """Keeps the fields of one form; what a crash or a flat battery would take is found again."""

    def __init__(self, desk: Desk, session: Session | None) -> None:
        """`session`: the one that the form changes; None: it is to become a new one."""
        self._saver = desk.saver
        home = desk.library.home
        if session is None:
            self._drafts = Drafts(home, _NAME, desk.library.folder)
        else:
            self._drafts = Drafts(home, session.id, session.folder)
        self._key = f"draft/{session.id if session else ''}/{_NAME}"
        self._is_kept = False

    def keep(self, values: dict[str, str], initial: dict[str, str]) -> None:
        """Bring what the fields hold to the disk, soon; the keyboard does not wait for it.

        Where they hold what they did to begin with there is nothing to keep.
        """
        if values == initial:
            self.forget()
            return
        self._is_kept = True
        text = msgspec.json.encode(values).decode()
        self._saver.put(self._key, lambda: self._drafts.keep(_NAME, Draft(_NAME, text)))

    def forget(self) -> None:
        """Let it go: it was done, or thrown away."""
        if self._is_kept:
            self._is_kept = False
            self._saver.put(self._key, lambda: self._drafts.forget(_NAME, _NAME))

    def left_behind(self) -> dict[str, str]:
        """Return what the fields held when the app ended before the form was done."""
        for _, draft in self._drafts.left_behind(_NAME, _NAME):
            try:
                found = msgspec.json.decode(draft.text, type=dict[str, str])
            except msgspec.MsgspecError:
                continue
            self._is_kept = True
            return found
        return {}

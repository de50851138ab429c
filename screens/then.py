"""A session that follows an older one: what comes along, and what starts empty."""

from textual.screen import ModalScreen

from .desk import Desk


class FollowUpDialog(ModalScreen[str | None]):
    """Asks what comes along; answers with the new session's id."""

    def __init__(self, desk: Desk, session: str) -> None:
        super().__init__()
        self.desk, self.session = desk, session

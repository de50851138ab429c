"""What screens ask of the app: where to go next. Screens do not know each other."""

from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from .review import Review

Place = Literal[
    "library",
    "overview",
    "prepare",
    "catchup",
    "describe",
    "judge",
    "agree",
    "plan",
    "report",
    "inbox",
    "setup",
    "present",
    "times",
    "compare",
]


class Go(Message):
    """Go to a screen of the review that is open, or back to the library."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class Open(Message):
    """Open a session, by its id; at a place, and at a statement of it."""

    def __init__(self, session: str, place: Place = "overview", ref: str = "") -> None:
        super().__init__()
        self.session, self.place, self.ref = session, place, ref


class Compare(Message):
    """Set sessions beside each other, by their ids; of one alone the person chooses the others."""

    def __init__(self, sessions: tuple[str, ...]) -> None:
        super().__init__()
        self.sessions = sessions


class FollowUp(Message):
    """Make a session that follows an older one, by its id."""

    def __init__(self, session: str) -> None:
        super().__init__()
        self.session = session


class Freeze(Message):
    """Have the second window stay where it is, or follow again."""


class Start(Message):
    """Set up a new session; with a review, change what that one was set up with."""

    def __init__(self, review: "Review | None" = None) -> None:
        super().__init__()
        self.review = review

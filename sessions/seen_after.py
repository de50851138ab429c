"""What a view holds of what follows a visit."""

import msgspec

from .records import Outcome
from .records_after import ANSWERS, STATES, part_name


class ReplyView(msgspec.Struct, frozen=True):
    """The host's answer to a finding that may be seen."""

    finding: str
    """The finding's ref."""
    answer: str
    text: str
    by: str
    at: str
    """Local time, `YYYY-MM-DD HH:MM`."""
    settled: str = ""
    """How it was settled; empty: it stands beside the finding."""
    older: bool = False
    """The finding says something else since: the answer is about its older words."""

    @property
    def is_open(self) -> bool:
        """Whether it says otherwise than the finding, and nobody has settled it."""
        return self.answer != "accept" and not self.settled

    @property
    def answer_name(self) -> str:
        """The answer, in words."""
        return ANSWERS.get(self.answer, self.answer)


class TextView(msgspec.Struct, frozen=True):
    """What a person wrote for a part of the report."""

    part: str
    text: str
    by: str
    at: str
    stale: tuple[str, ...] = ()
    """What it rests on that has changed since, in words; none once somebody looked at it."""

    @property
    def name(self) -> str:
        """What people call the part."""
        return part_name(self.part)


class ThenView(msgspec.Struct, frozen=True):
    """What an older session agreed of a statement, or of an area (statement empty)."""

    statement: str
    area: int
    outcome: Outcome | None
    stages: tuple[str, ...]
    """The keys of the steps then."""
    names: tuple[str, ...]
    because: str
    matched: str = "same"
    """`same`; `changed`: the statement had other words then; `gone`: this framework has none such."""
    words: str = ""
    """The statement's words then, where they were others."""
    by: str = ""
    """Who judged it alone; empty: the panel agreed on it."""


class Follows(msgspec.Struct, frozen=True):
    """The older session that this one follows."""

    id: str = ""
    name: str = ""
    date: str = ""
    version: str = ""
    """The version of the framework that it was made with."""
    actions: tuple[str, ...] = ()
    """The ids of the actions here that were promised then and came along."""
    enquiries: tuple[str, ...] = ()
    """The ids of the lines of enquiry here that were open then and came along."""


class AfterView(msgspec.Struct, frozen=True):
    """What follows a visit, as far as the gates let it be seen."""

    state: str = "draft"
    reopened: str = ""
    """Why a final session was opened again; empty: it was not."""
    apart: tuple[str, ...] = ()
    """What was written elsewhere, and came in after the report was made final: in none of its documents.

    As people name it: `note AK9 by Amira Khan`.
    """
    retention: str = ""
    """The day on which the session is to be deleted, `YYYY-MM-DD`; empty: none is set."""
    archived: bool = False
    follows: Follows = Follows()
    then: tuple[ThenView, ...] = ()
    """What the older session agreed, of areas behind their gates alone."""
    replies: tuple[ReplyView, ...] = ()
    texts: tuple[TextView, ...] = ()
    hidden_texts: tuple[str, ...] = ()
    """The parts that somebody wrote for, out of sight while an area is being described again."""

    @property
    def state_name(self) -> str:
        """The state, in words."""
        return STATES.get(self.state, self.state)

    def reply(self, finding: str) -> ReplyView | None:
        """Return the host's answer to the finding of that ref, if there is one."""
        return next((reply for reply in self.replies if reply.finding == finding), None)

    def text(self, part: str) -> TextView | None:
        """Return what somebody wrote for a part of the report, if anybody did."""
        return next((text for text in self.texts if text.part == part), None)

    def before(self, statement: str) -> ThenView | None:
        """Return what the older session agreed of a statement of this one, if it may be seen."""
        there = (then for then in self.then if then.matched != "gone")
        return next((then for then in there if then.statement == statement), None)

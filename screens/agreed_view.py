"""The agreed view while it is being put together: a draft of this machine, until it is written down."""

from typing import Literal

import msgspec

from frameworks.text import clean_text
from sessions.records import Outcome
from sessions.seen import AgreementView

_Outcome = Literal["stages", "not_enough_evidence", "not_applicable"]


class AgreedDraft(msgspec.Struct, frozen=True):
    """What the panel is about to agree of a statement."""

    outcome: _Outcome | None = None
    """None: nothing is chosen yet."""
    stages: tuple[str, ...] = ()
    """The keys of the steps, in the scale's order."""
    because: str = ""
    dissents: tuple[tuple[str, str], ...] = ()
    """Each the participant's id, and their words."""
    fields: dict[str, str] = {}
    """What else the framework asks of a judgement, by the key of its field."""

    def with_step(self, key: str, order: tuple[str, ...]) -> "AgreedDraft":
        """Return it with a step chosen, or no longer; `order`: the keys of the scale."""
        chosen = set(self.stages) ^ {key}
        stages = tuple(step for step in order if step in chosen)
        outcome: Outcome | None = "stages" if stages else None
        return msgspec.structs.replace(self, outcome=outcome, stages=stages)

    def with_outcome(self, outcome: Outcome) -> "AgreedDraft":
        """Return it with an outcome that has no step, or no longer."""
        now = None if self.outcome == outcome else outcome
        return msgspec.structs.replace(self, outcome=now, stages=())

    def with_dissent(self, person: str, words: str) -> "AgreedDraft":
        """Return it with somebody's dissent; without words they dissent no longer."""
        others = [(who, said) for who, said in self.dissents if who != person]
        own = [(person, words)] if words.strip() else []
        return msgspec.structs.replace(self, dissents=(*others, *own))

    def with_field(self, key: str, words: str) -> "AgreedDraft":
        """Return it with what else is asked; without words it says nothing of it."""
        fields = {**self.fields, key: words} if words.strip() else dict(self.fields)
        if not words.strip():
            fields.pop(key, None)
        return msgspec.structs.replace(self, fields=fields)

    def dissent_of(self, person: str) -> str:
        """Return somebody's dissent; empty: there is none."""
        return dict(self.dissents).get(person, "")


def draft_of(agreed: AgreementView | None) -> AgreedDraft:
    """Return what stands, to be changed; nothing agreed: an empty draft."""
    if agreed is None:
        return AgreedDraft()
    return AgreedDraft(
        agreed.outcome, agreed.stages, agreed.because, agreed.dissents, dict(agreed.fields)
    )


def in_text(draft: AgreedDraft) -> str:
    """Return a draft as a text, to keep it."""
    return msgspec.json.encode(draft).decode()


def from_text(text: str) -> AgreedDraft | None:
    """Return what `in_text` was given; None: it cannot be read."""
    try:
        draft = msgspec.json.decode(text, type=AgreedDraft)
    except msgspec.MsgspecError:
        return None
    return msgspec.structs.replace(
        draft,
        because=clean_text(draft.because),
        dissents=tuple((person, clean_text(words)) for person, words in draft.dissents),
        fields={key: clean_text(words) for key, words in draft.fields.items()},
    )

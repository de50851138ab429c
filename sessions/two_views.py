"""The setting's own view beside the panel's, statement by statement: where they differ comes first.

Source: section 2 of the design: behind the gate of an area alone, in words, and never counted.
"""

import msgspec

from .records import Outcome
from .seen import AgreementView, AreaView, BallotView, SessionView, StatementView
from .seen_visit import SelfView


class TwoViews(msgspec.Struct, frozen=True):
    """A statement with the setting's view of it, and the panel's or one's own."""

    ref: str
    text: str
    setting: SelfView | None
    """None: the setting has not said."""
    outcome: Outcome | None = None
    """What the panel agreed, or else what one judged oneself; None: not yet judged."""
    stages: tuple[str, ...] = ()
    """The keys of the steps, in the scale's order."""
    agreed: bool = False
    """Whether the panel agreed on it; else it is one's own ballot."""

    @property
    def differs(self) -> bool | None:
        """Whether the two say different things; None: one of them has not said anything."""
        if self.setting is None or self.setting.outcome is None or self.outcome is None:
            return None
        return (self.setting.outcome, self.setting.stages) != (self.outcome, self.stages)


def differences(seen: SessionView, area: AreaView, person: str) -> tuple[TwoViews, ...]:
    """Return an area's statements, those first on which the setting and the panel differ.

    Then those that wait for the panel's view or one's own, those on which both say the same, and
    those that the setting says nothing of. Before the gate of the area there is nothing to return.
    """
    if not area.judging:
        return ()
    views = [_beside(seen, statement, person) for statement in area.statements]
    return tuple(sorted(views, key=_place))


def _beside(seen: SessionView, statement: StatementView, person: str) -> TwoViews:
    setting = seen.visit.own_view(statement.ref)
    panel, agreed = _panel_view(statement, person)
    if panel is None or panel.outcome is None:
        return TwoViews(statement.ref, statement.text, setting)
    return TwoViews(
        statement.ref, statement.text, setting, panel.outcome, panel.stages, agreed=agreed
    )


def _panel_view(
    statement: StatementView, person: str
) -> tuple[AgreementView | BallotView | None, bool]:
    """Return what the panel agreed; until it has, the person's latest ballot that says something."""
    judged = statement.judged
    if judged is None:
        return None, False
    if judged.agreement is not None:
        return judged.agreement, True
    own = judged.of(person)
    return (own if own is not None and own.outcome else judged.of(person, 1)), False


def _place(views: TwoViews) -> int:
    if views.differs is not None:
        return 0 if views.differs else 2
    return 3 if views.setting is None else 1

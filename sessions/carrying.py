"""What of an older session comes along into one that follows it, in the words of its framework now.

Everything is read through what everybody may see of the older session, so nothing private, no draft and
no sealed ballot comes along.
"""

from collections.abc import Iterator
from typing import cast

import msgspec

from frameworks.model import Framework

from .held import Held, held, of_agreement
from .ids import new_id
from .matching import Match, match_areas, match_frameworks
from .records import Change, Field
from .records_after import Then
from .records_plan import WINDOWS, Action, KeyResult, Monitoring, Progress
from .records_visit import Enquiry
from .seen import PersonView, SessionView
from .seen_plan import ActionView
from .seen_visit import EnquiryView
from .session import Session
from .view import view

_STILL_ASKED = ("open", "changed")  # how a line of enquiry stands that is asked again


class Coming(msgspec.Struct, frozen=True):
    """What there is to come along from an older session, and what of its framework is another now."""

    people: tuple[PersonView, ...]
    actions: tuple[ActionView, ...]
    """Neither done nor dropped."""
    enquiries: tuple[EnquiryView, ...]
    views: tuple[Then, ...]
    """What was agreed; by statement, then by area."""
    then: str
    """The version of the framework that the older session was made with."""
    now: str
    """The version that is installed."""

    def matched(self, how: str) -> tuple[str, ...]:
        """Return the refs of what was agreed on statements that are `changed`, or `gone`."""
        return tuple(v.statement for v in self.views if v.statement and v.matched == how)


class Carrying:
    """Brings what everybody may see of an older session into the framework as it is now."""

    def __init__(self, old: Session, framework: Framework) -> None:
        self.old: SessionView = view(old)
        self._then, self._framework = old.framework, framework
        self._refs: dict[str, Match] = match_frameworks(old.framework, framework)
        self.areas = match_areas(old.framework, framework)
        """By number then, what an area is now."""
        self._keyed = dict(self._views())
        self.coming = Coming(
            people=tuple(person for person in self.old.people if not person.left),
            actions=tuple(a for a in self.old.plan.actions if not a.is_closed),
            enquiries=tuple(e for e in self.old.visit.enquiries if e.standing in _STILL_ASKED),
            views=tuple(self._keyed.values()),
            then=old.framework.version,
            now=framework.version,
        )
        """What there is."""

    def scope(self) -> tuple[int, ...]:
        """Return the areas in scope, as they are now; none: all of them."""
        return self.numbers(tuple(area.number for area in self.old.areas))

    def numbers(self, then: tuple[int, ...]) -> tuple[int, ...]:
        """Return the numbers of areas as they are now; those that are gone are left out."""
        return tuple(self.areas[number] for number in then if number in self.areas)

    def changes(self, *, actions: bool, enquiries: bool, views: bool) -> Iterator[Change]:
        """Yield what the new session begins with: which session it follows, and what comes along."""
        doing = self._actions() if actions else []
        asking = self._enquiries() if enquiries else []
        yield from (*doing, *asking)
        follows = {
            "id": self.old.id,
            "name": self.old.name,
            "date": self.old.date,
            "version": self._then.version,
            "actions": [change.id for change in doing if change.kind == "action"],
            "enquiries": [change.id for change in asking],
        }
        yield Change("session", "session/follows", Field(follows))
        windows = list(self.old.plan.windows)
        if doing and windows != list(WINDOWS):
            yield Change("session", "session/windows", Field(windows))
        if views:
            yield from (Change("then", key, body) for key, body in self._keyed.items())

    def _actions(self) -> list[Change]:
        """Return the actions still open, with their key results and what was seen of each last."""
        found: list[Change] = []
        number = 0
        wanted = {action.id for action in self.coming.actions}
        results = ((r, [a for a in r.actions if a.id in wanted]) for r in self.old.plan.key_results)
        for place, (result, actions) in enumerate(((r, a) for r, a in results if a), 1):
            identity = new_id()
            # Without findings or areas: what was promised may be seen before any gate.
            found.append(Change("key_result", identity, KeyResult(place, result.text)))
            for action in actions:
                number += 1
                found += _action(identity, number, action)
        return found

    def _enquiries(self) -> list[Change]:
        """Return the lines of enquiry still open; why one was changed may name a stage, and stays."""
        return [
            Change(
                "enquiry",
                new_id(),
                Enquiry(
                    number=number,
                    question=asked.question,
                    statements=self._statements(asked.statements),
                    supports=asked.supports,
                    refutes=asked.refutes,
                    look=asked.look,
                ),
            )
            for number, asked in enumerate(self.coming.enquiries, 1)
        ]

    def _statements(self, refs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._refs[ref].ref for ref in refs if ref in self._refs)

    def _views(self) -> Iterator[tuple[str, Then]]:
        """Yield what was agreed, each with the id of its record."""
        for area in self.old.areas:
            for statement in area.statements:
                found = held(statement, area)
                if found is not None and found.outcome is not None:
                    yield self._view(statement.ref, area.number, found)
        for area in self.old.areas:
            if area.agreement is not None:
                found, number = of_agreement(area.agreement), self.areas.get(area.number, 0)
                how = "same" if number else "gone"
                words = "" if number else f"Area {area.number}, {area.title}"
                key = f"then/area/{number}" if number else f"then/gone/area/{area.number}"
                yield key, self._body(found, area=number, matched=how, words=words)

    def _view(self, ref: str, area: int, found: Held) -> tuple[str, Then]:
        match, then = self._refs.get(ref), self._then.find(ref)
        words = then[1].text if then is not None else ""
        if match is None:
            number = self.areas.get(area, 0)
            body = self._body(found, statement=ref, area=number, matched="gone", words=words)
            return f"then/gone/{ref}", body
        now = self._framework.find(match.ref)
        body = self._body(
            found,
            statement=match.ref,
            area=now[0].number if now is not None else 0,
            matched=match.kept,
            words="" if match.kept == "same" else words,
        )
        return f"then/{match.ref}", body

    def _body(
        self, found: Held, *, area: int, matched: str, words: str, statement: str = ""
    ) -> Then:
        steps = (step for step in self._then.scale.steps if step.key in found.stages)
        return Then(
            statement=statement,
            area=area,
            outcome=found.outcome,
            stages=found.stages,
            names=tuple(step.name for step in steps),
            because=found.because,
            matched=matched,
            words=words,
            by=found.by,
        )


def _action(result: str, number: int, action: ActionView) -> Iterator[Change]:
    identity = new_id()
    body = Action(
        number=number,
        key_result=result,
        window=action.window,
        what=action.what,
        who=action.who,
        due=action.due,
        success=action.success,
    )
    yield Change("action", identity, body)
    last = action.latest
    if last is not None:
        seen = Monitoring(
            action=identity,
            date=last.date,
            seen=last.seen,
            progress=cast(Progress, last.progress),
            reason=last.reason,
            carried=last.by,
        )
        yield Change("monitoring", new_id(), seen)

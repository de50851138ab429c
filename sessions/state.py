"""What the merged records mean at this moment: people, notes, passes, ballots.

The rules (`rules`) ask the state; screens, exports and commands never do: they have `view`.
"""

from collections import defaultdict
from functools import cached_property
from typing import TypeVar

import msgspec

from frameworks.model import Area, Framework

from .merge import Records, is_later
from .records import (
    Agreement,
    Ballot,
    Body,
    Evidence,
    Field,
    Filing,
    Gate,
    Participant,
    Reveal,
    Version,
)
from .records_after import Erasure
from .records_visit import Excuse

B = TypeVar("B", bound=Body)


class Note(msgspec.Struct, frozen=True):
    """A note as it stands, with what follows from its history."""

    id: str
    ref: str
    """What people call it: `AK7`, `AKb2`, with a prime where two refs meet."""
    body: Evidence
    at: str
    """When the text that stands was written."""
    statements: tuple[str, ...]
    """The statements it is filed under, in the framework's order."""
    late: frozenset[int]
    """The areas in which it was written, or filed, knowing of the first gate."""
    apart: frozenset[int]
    """The areas in which that happened after the gate, on a device that did not know of it."""


class State:
    """The meaning of a set of records. Made anew when they change; never kept."""

    def __init__(self, records: Records, framework: Framework) -> None:
        self.records = records
        self.framework = framework

    # What stands

    def standing(self, identity: str, shape: type[B]) -> B | None:
        """Return what a record says now; None: nothing, or not in that shape."""
        found = self.records.standing(identity)
        body = self.records.body(found) if found is not None else None
        return body if isinstance(body, shape) else None

    def all(self, kind: str, shape: type[B]) -> dict[str, B]:
        """Return what all records of a kind say, by id, in the order the ids sort."""
        found = ((i, self.standing(i, shape)) for i in self.records.of_kind(kind))
        return {identity: body for identity, body in found if body is not None}

    def field(self, name: str) -> object:
        """Return a field of the session itself; None if it was never set."""
        body = self.standing(f"session/{name}", Field)
        return body.value if body is not None else None

    def text(self, name: str) -> str:
        """Return a field that is text; empty if it was never set."""
        value = self.field(name)
        return value if isinstance(value, str) else ""

    @cached_property
    def moments(self) -> list[str]:
        """When anything was written, in order, as `clock.stamp` writes it."""
        return sorted(version.at for version in self.records.all())

    # Areas

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas in scope, in order. A scope that names none of them is all of them."""
        scope = self.field("areas")
        numbers = scope if isinstance(scope, list) else []
        chosen = tuple(area for area in self.framework.areas if area.number in numbers)
        return chosen or self.framework.areas

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each statement in scope, by ref."""
        refs = (s.ref for area in self.areas for s in area.statements)
        return {ref: place for place, ref in enumerate(refs)}

    # People

    @cached_property
    def people(self) -> dict[str, Participant]:
        """Everybody who is or was on the panel, by id, in the order they joined."""
        return self.all("participant", Participant)

    def present(self, *roles: str) -> list[str]:
        """Return the ids of those who have not left, of these roles."""
        return [i for i, p in self.people.items() if not p.left and (p.role in roles or not roles)]

    def name(self, person: str) -> str:
        """Return a participant's name; a dash for the set-up, before anybody had joined."""
        found = self.people.get(person)
        return found.name if found is not None else "-"

    def interested(self, person: str, area: int) -> bool:
        """Return whether somebody has declared an interest that concerns an area."""
        body = self.people[person]
        return bool(body.interest) and (not body.interest_areas or area in body.interest_areas)

    # Notes

    @cached_property
    def notes(self) -> dict[str, Note]:
        """Every note that is not deleted, by id, oldest first."""
        filed = self._filed
        found = {}
        for identity, body in self.all("evidence", Evidence).items():
            version = self.records.standing(identity)
            statements = tuple(sorted(filed[identity], key=lambda ref: self.order[ref]))
            late, apart = self._lateness(identity, statements)
            found[identity] = Note(
                identity,
                self.refs[identity],
                body,
                version.at if version else "",
                statements,
                late,
                apart,
            )
        return found

    @cached_property
    def refs(self) -> dict[str, str]:
        """The ref of every note, deleted ones too: a ref is never given to another note."""
        refs: dict[str, str] = {}
        taken: dict[str, int] = defaultdict(int)
        for identity in self.records.of_kind("evidence"):
            body = self.last_words(identity)
            if body is None:
                continue
            person = self.people.get(body.author)
            plain = f"{person.tag if person else 'X'}{body.device}{body.number}"
            refs[identity] = plain + "'" * taken[plain]
            taken[plain] += 1
        return refs

    def last_words(self, identity: str) -> Evidence | None:
        """Return what a note says, or said before it was deleted; of one that was erased its ref alone."""
        standing = self.standing(identity, Evidence)
        if standing is not None:
            return standing
        gone = self.standing(f"erasure/{identity}", Erasure)
        if gone is not None:
            return Evidence(
                "", gone.number, author=gone.author, device=gone.device, private=gone.private
            )
        bodies = [self.records.body(v) for v in self.records.versions(identity)]
        said = [body for body in bodies if isinstance(body, Evidence)]
        return said[-1] if said else None

    @cached_property
    def _filed(self) -> dict[str, set[str]]:
        """By note, the statements in scope that it is filed under."""
        filed: dict[str, set[str]] = defaultdict(set)
        for ref, notes in self._under.items():
            for note in notes if ref in self.order else ():
                filed[note].add(ref)
        return filed

    @cached_property
    def _under(self) -> dict[str, set[str]]:
        """By statement, in scope or not, the notes that are filed under it, deleted ones too."""
        under: dict[str, set[str]] = defaultdict(set)
        for identity in self.records.of_kind("filing"):
            # Filed by one and taken away by another who did not know of it: it stays.
            for version in self.records.live(identity):
                body = self.records.body(version)
                if isinstance(body, Filing) and body.filed:
                    under[body.statement].add(body.note)
        return under

    def is_under(self, note: str, ref: str) -> bool:
        """Return whether a note is filed under a statement, which may be out of scope by now."""
        return note in self._under.get(ref, ())

    def _lateness(
        self, note: str, statements: tuple[str, ...]
    ) -> tuple[frozenset[int], frozenset[int]]:
        late, apart = set(), set()
        for area in {self.area_of(ref) for ref in statements}:
            opened = self.first_gate(area)
            if opened is None:
                continue
            within = [ref for ref in statements if self.area_of(ref) == area]
            written = self._written(note, within)
            if any(area in knew for _, knew in written):
                late.add(area)
            elif any(is_later(version, opened) for version, _ in written):
                apart.add(area)
        return frozenset(late), frozenset(apart)

    def _written(self, note: str, statements: list[str]) -> list[tuple[Version, tuple[int, ...]]]:
        """What wrote the note's text, and its filings here, and what gates were known then.

        All of its history counts, for late is late for ever; what an undo brought back does not.
        """
        found = []
        for identity in (note, *(f"filing/{note}/{ref}" for ref in statements)):
            for version in self.records.versions(identity):
                body = self.records.body(version)
                if (isinstance(body, Evidence) and not body.restores) or (
                    isinstance(body, Filing) and body.filed and not body.restores
                ):
                    found.append((version, body.knew))
        return found

    # Passes

    def area_of(self, ref: str) -> int:
        """Return the number of a statement's area."""
        found = self.framework.find(ref)
        return found[0].number if found else 0

    def gates(self, area: int) -> list[tuple[Version, Gate]]:
        """Return the gate acts of an area that stand, oldest first."""
        return self._gate_acts(self.records.live(f"gate/{area}"))

    def gate_log(self, area: int) -> list[tuple[Version, Gate]]:
        """Return every gate act of an area, oldest first."""
        return self._gate_acts(self.records.versions(f"gate/{area}"))

    def _gate_acts(self, versions: tuple[Version, ...]) -> list[tuple[Version, Gate]]:
        bodies = ((version, self.records.body(version)) for version in versions)
        return [(version, body) for version, body in bodies if isinstance(body, Gate)]

    def first_gate(self, area: int) -> Version | None:
        """Return the first opening of an area's gate, if there ever was one."""
        opened = [version for version, gate in self.gate_log(area) if gate.opened]
        return opened[0] if opened else None

    def gates_known(self) -> tuple[int, ...]:
        """Return the areas whose gate has ever been opened, as far as is known here."""
        return tuple(a.number for a in self.framework.areas if self.first_gate(a.number))

    def judging(self, area: int) -> bool:
        """Return whether an area is in its judging pass.

        Opened by one and reopened by another who did not know of it: it is being described.
        """
        acts = self.gates(area)
        return bool(acts) and all(gate.opened for _, gate in acts)

    def reopened(self, area: int) -> int:
        """Return how often an area went back to being described, as far as is known here."""
        return sum(not gate.opened for _, gate in self.gate_log(area))

    def judges(self, area: int) -> tuple[str, ...]:
        """Return the judges of an area, as its gate found them, in the order they joined."""
        named = dict.fromkeys(person for _, gate in self.gates(area) for person in gate.judges)
        places = {person: place for place, person in enumerate(self.people)}
        # Who is not known here yet is waited for all the same.
        return tuple(sorted(named, key=lambda person: places.get(person, len(places))))

    def excuses(self, area: int) -> dict[str, tuple[Version, Excuse]]:
        """Return who of the judges of an area is not waited for, and why, in the order they joined."""
        found = {}
        for person in self.judges(area):
            version = self.records.standing(f"excuse/{area}/{person}")
            body = self.records.body(version) if version else None
            if version is not None and isinstance(body, Excuse):
                found[person] = (version, body)
        again = self.reopened(area)
        return {person: pair for person, pair in found.items() if pair[1].reopened == again}

    # Ballots

    @cached_property
    def _ballots(self) -> dict[str, list[tuple[Version, Ballot]]]:
        found: dict[str, list[tuple[Version, Ballot]]] = defaultdict(list)
        for identity in self.records.of_kind("ballot"):
            version = self.records.standing(identity)
            body = self.records.body(version) if version else None
            if version is not None and isinstance(body, Ballot):
                found[body.statement].append((version, body))
        for ballots in found.values():
            places = {person: place for place, person in enumerate(self.people)}
            ballots.sort(key=lambda pair: (pair[1].round, places.get(pair[1].participant, 999)))
        return found

    def ballots(self, ref: str) -> list[Ballot]:
        """Return every ballot of a statement, drafts too, by round and order of joining."""
        return [ballot for _, ballot in self._ballots.get(ref, [])]

    def ballot(self, person: str, ref: str, turn: int) -> Ballot | None:
        """Return somebody's ballot of a statement in a round, draft or cast."""
        return self.standing(f"ballot/{person}/{ref}/{turn}", Ballot)

    def revealed(self, ref: str) -> bool:
        """Return whether a reveal has opened the ballots of a statement."""
        area = self.area_of(ref)
        return (
            self.standing(f"reveal/{ref}", Reveal) is not None
            or self.standing(f"reveal/area/{area}", Reveal) is not None
        )

    def turn(self, ref: str) -> int:
        """Return the round that a judgement written now belongs to."""
        return 2 if self.revealed(ref) else 1

    def to_come(self, ref: str) -> list[str]:
        """Return the judges who have not cast a ballot of a statement yet, and are waited for."""
        cast = {ballot.participant for ballot in self.ballots(ref) if ballot.cast}
        area = self.area_of(ref)
        done = cast | set(self.excuses(area))
        return [person for person in self.judges(area) if person not in done]

    def sealed(self, ref: str) -> bool:
        """Return whether the ballots of a statement are hidden from all but their authors.

        Where one person alone judges there is nobody to be swayed: a cast ballot is open. Who was
        excused counts here, for they may be waited for again: only a reveal opens such ballots.
        """
        if self.revealed(ref):
            return False
        return len(self.judges(self.area_of(ref))) > 1 or bool(self.to_come(ref))

    def sealed_again(self, area: int) -> bool:
        """Return whether ballots of an area are sealed that were open once, to whoever wrote of them.

        Only where one person judged alone were they open without a reveal: when others judge beside
        them since, what was written from those ballots waits as the ballots do.
        """
        gates, now = (gate for _, gate in self.gate_log(area)), set(self.judges(area))
        alone = {gate.judges[0] for gate in gates if gate.opened and len(gate.judges) == 1}
        joined = [person for person in alone if now - {person}]
        found = self.framework.area(area) if joined else None
        return any(
            self.sealed(statement.ref) and self._ever_cast(person, statement.ref)
            for statement in (found.statements if found is not None else ())
            for person in joined
        )

    def _ever_cast(self, person: str, ref: str) -> bool:
        """Return whether somebody ever cast a first ballot, taken back or not."""
        versions = self.records.versions(f"ballot/{person}/{ref}/1")
        bodies = (self.records.body(version) for version in versions)
        return any(isinstance(body, Ballot) and body.cast for body in bodies)

    def withheld(self, area: int) -> bool:
        """Return whether what was written from the ballots of an area is out of sight for now."""
        return not self.judging(area) or self.sealed_again(area)

    def area_sealed(self, area: int) -> bool:
        """Return whether any ballot that was cast in an area is still sealed."""
        refs = (ref for ref in self.order if self.area_of(ref) == area)
        return any(self.sealed(ref) and any(b.cast for b in self.ballots(ref)) for ref in refs)

    # Agreement

    def agreement(self, subject: str) -> tuple[Version, Agreement] | None:
        """Return what is agreed of a statement (`1.2`) or an area (`area/1`), if anything is."""
        version = self.records.standing(f"agreement/{subject}")
        body = self.records.body(version) if version else None
        if version is None or not isinstance(body, Agreement) or not body.because:
            return None
        return version, body

    def agreements(self, subject: str) -> list[tuple[Version, Agreement]]:
        """Return all that was ever agreed of a statement or an area, taken back or not, oldest first."""
        versions = self.records.versions(f"agreement/{subject}")
        bodies = ((version, self.records.body(version)) for version in versions)
        return [(v, body) for v, body in bodies if isinstance(body, Agreement)]

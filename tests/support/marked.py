"""Reviews in which whatever is said has a word of its own, and a model of who may know which word.

The model follows the rules of the design by itself and asks no `view`: before an area's gate nobody
knows a step, a descriptor or anything of its judging; before the reveal a ballot is its author's alone.
A review is made by a sequence of acts that Hypothesis makes up; what is refused changes nothing.
"""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from frameworks_made import pack_of
from house import places_in
from hypothesis import strategies as st
from marked_framework import REFS, framework_of
from reviews import Ticking

from frameworks.model import Framework, Step
from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.conduct import accept
from sessions.drafts import Draft, Drafts
from sessions.enquiries import add_enquiry, stand
from sessions.errors import Refused
from sessions.excusing import excuse
from sessions.findings import add_finding
from sessions.library import Plan
from sessions.notes import add_note, edit_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person
from sessions.planning import add_key_result, set_plan_text
from sessions.report_texts import write_text
from sessions.self_evaluating import self_evaluate
from sessions.session import Session
from sessions.undo import last_act, undo
from tui.places import open_library

FAY, AMIRA, BEN, HANNAH = "Fay Ibsen", "Amira Khan", "Ben Orr", "Hannah Holt"
PEOPLE = (FAY, AMIRA, BEN, HANNAH)
"""Facilitator, two reviewers, host."""


class Act(NamedTuple):
    """Something that somebody tries."""

    kind: str
    who: int
    where: int
    step: int


class Ballot(NamedTuple):
    """A ballot as the model knows it."""

    words: frozenset[str]
    cast: bool
    act: int
    """The number of the act that wrote it."""


class World:
    """A review, what was said in it, and who may know that. Close it before others open it."""

    def __init__(
        self, root: Path, framework: Framework, *, otherwise: frozenset[int] = frozenset()
    ) -> None:
        """`otherwise`: the acts whose ballots say something else than they would."""
        self.framework, self._otherwise = framework, otherwise
        self.root = root
        folder = places_in(root).frameworks
        folder.mkdir(parents=True)
        (folder / "marked.md").write_text(pack_of(framework), encoding="utf-8")
        plan = Plan(
            setting="Oak",
            framework="marked",
            date="2026-11-20",
            facilitator=FAY,
            reviewers=(AMIRA, BEN),
        )
        library = open_library(places_in(root), Ticking())
        self.session: Session = library.create(plan)
        add_person(self.session, HANNAH, role="host")
        self.ids = tuple(self.session.state.present())
        for person in self.ids:
            accept(self.session, person)
        self._count = 0
        self.number = 0
        """Of the act that is tried."""
        self.refusals: list[tuple[str, str, frozenset[str]]] = []
        """Each who was refused, what they were told, and the words that they may not know then."""
        self._judging: dict[int, tuple[str, ...]] = {}
        self._excused: dict[int, set[str]] = {1: set(), 2: set()}
        self._revealed: set[str] = set()
        self._ballots: dict[tuple[str, str, int], Ballot] = {}
        self._written: dict[str, tuple[str, str]] = {}
        self._opened: set[str] = set()
        self._of_areas: dict[str, frozenset[int]] = {}
        self._private: dict[str, str] = {}
        self._own: dict[str, int] = {}
        for ref in REFS:
            for n in (0, 1):
                add_note(self.session, self.ids[1 + n], f"A chart, read at {ref}.", [ref])

    # What somebody may not know

    def hidden_from(self, viewer: str | None) -> frozenset[str]:
        """Return the words that somebody may not read now; None: what not everybody may."""
        found = {word for area in (1, 2) if area not in self._judging for word in self._looks(area)}
        if not self._judging and viewer != self.ids[3]:
            # The host's own view has steps before any gate, and is the host's alone.
            found |= {word for step in self.framework.scale.steps for word in _said_of(step)}
        for word, (author, ref) in self._written.items():
            own = viewer == author
            if int(ref[0]) not in self._judging or not (own or word in self._opened):
                found.add(word)
        found |= {w for w, areas in self._of_areas.items() if not areas <= set(self._judging)}
        found |= {word for word, author in self._private.items() if author != viewer}
        for word, area in self._own.items():
            if area not in self._judging and viewer != self.ids[3]:
                found.add(word)
        return frozenset(found)

    def sealed_to_all_but_the_author(self, viewer: str | None) -> frozenset[int]:
        """Return the acts that wrote what is in somebody else's ballot, and was open at no time."""
        return frozenset(
            ballot.act
            for (author, _, _), ballot in self._ballots.items()
            if author != viewer and not ballot.words & self._opened
        )

    def _looks(self, area: int) -> Iterator[str]:
        for descriptor in self.framework.areas[area - 1].descriptors:
            yield from (descriptor.text, descriptor.full.split()[0])

    # Acts

    def live(self, acts: Sequence[Act]) -> None:
        """Try every act, one after the other."""
        for self.number, act in enumerate(acts, 1):
            by = self.ids[act.who]
            try:
                _ACTS[act.kind](self, by, act)
            except Refused as refusal:
                self.refusals.append((by, str(refusal), self.hidden_from(by)))
            self._open_what_is_open()

    def close(self) -> None:
        """Bring all of it to the disk, with what somebody was typing when the machine went off."""
        session = self.session
        kept = Drafts(session.home, session.id, session.folder)
        for slot, who in (("because/1.1", 1), ("area/1", 0), ("agreed/1.1/because", 0)):
            words = self._word("draft")
            self._written[words] = (self.ids[who], "1.1")
            kept.keep("gone", Draft(self.ids[who], f"Typed: {words}.", slot=slot))
        session.close()

    def _word(self, kind: str) -> str:
        self._count += 1
        return f"Q{kind}{self._count}z"

    def _open_what_is_open(self) -> None:
        for (_, ref, _), ballot in self._ballots.items():
            if ballot.cast and int(ref[0]) in self._judging and not self._is_sealed(ref):
                self._opened |= ballot.words

    def _is_sealed(self, ref: str) -> bool:
        area = int(ref[0])
        judges = self._judging[area]
        cast = {who for (who, of, _), ballot in self._ballots.items() if of == ref and ballot.cast}
        waited = set(judges) - self._excused[area] - cast
        return ref not in self._revealed and (len(judges) > 1 or bool(waited))

    def note(self, by: str, act: Act) -> None:
        """Write a note that all may read."""
        add_note(self.session, by, f"We saw it {self._count}.", [REFS[act.where]])

    def private(self, by: str, act: Act) -> None:
        """Write a note for oneself."""
        word = self._word("mine")
        self._private[word] = by
        add_note(self.session, by, f"For me: {word}.", [REFS[act.where]], private=True)

    def edit(self, by: str, act: Act) -> None:
        """Change a note that ballots may cite."""
        edit_note(self.session, by, f"AK{act.where + 1}", f"Another chart {self._count}.")

    def gate(self, by: str, act: Act) -> None:
        """Open the gate of an area."""
        area = int(REFS[act.where][0])
        open_gate(self.session, by, area)
        self._judging[area] = self.session.state.judges(area)
        self._excused[area] = set()

    def back(self, by: str, act: Act) -> None:
        """Go back to describing an area."""
        area, word = int(REFS[act.where][0]), self._word("back")
        reopen(self.session, by, area, f"We forgot {word}.")
        self._of_areas[word] = frozenset({area})
        del self._judging[area]

    def cast(self, by: str, act: Act) -> None:
        """Cast a ballot."""
        self._judge(by, act, draft=False)

    def draft(self, by: str, act: Act) -> None:
        """Keep a ballot to oneself."""
        self._judge(by, act, draft=True)

    def _judge(self, by: str, act: Act, *, draft: bool) -> None:
        ref, steps = REFS[act.where], self.framework.scale.steps
        other = self.number in self._otherwise
        words = [self._word("why") for _ in range(1 + len(self.framework.fields))]
        told = [word.replace("Qwhy", "Qelse") if other else word for word in words]
        place = (act.step + other) % len(steps)
        fields = {f.key: f"So {w}." for f, w in zip(self.framework.fields, told[1:], strict=True)}
        judge(
            self.session,
            by,
            ref,
            highlights={steps[place].key: "full"},
            cites=[(f"AK{act.where + 1}", (act.step == 1) is not other)],
            because=f"Because {told[0]}.",
            fields=fields,
            draft=draft,
        )
        turn = 2 if ref in self._revealed else 1
        self._ballots[by, ref, turn] = Ballot(frozenset(told), not draft, self.number)
        self._written |= dict.fromkeys(told, (by, ref))

    def reveal(self, by: str, act: Act) -> None:
        """Open the ballots of a statement."""
        word = self._word("open") if act.step else ""
        reveal(self.session, by, statement=REFS[act.where], reason=word)
        self._revealed.add(REFS[act.where])
        if word:
            self._of_areas[word] = frozenset({int(REFS[act.where][0])})

    def agree(self, by: str, act: Act) -> None:
        """Agree on a statement, with a dissent."""
        ref, why, other = REFS[act.where], self._word("agreed"), self._word("dissent")
        steps = self.framework.scale.steps
        agree(
            self.session,
            by,
            statement=ref,
            outcome="stages",
            stages=[steps[act.step % len(steps)].key],
            because=f"As {why}.",
            dissent=[(BEN, f"But {other}.")],
        )
        self._of_areas |= dict.fromkeys((why, other), frozenset({int(ref[0])}))

    def sentence(self, by: str, act: Act) -> None:
        """Say an area in a sentence."""
        area, word = int(REFS[act.where][0]), self._word("area")
        agree(self.session, by, area=area, because=f"It is {word}.")
        self._of_areas[word] = frozenset({area})

    def excuse(self, by: str, act: Act) -> None:
        """Wait for a reviewer no more."""
        area, word = int(REFS[act.where][0]), self._word("away")
        who = self.ids[1 + act.step % 2]
        excuse(self.session, by, area, who, f"Away: {word}.")
        self._excused[area].add(who)
        self._of_areas[word] = frozenset({area})

    def finding(self, by: str, act: Act) -> None:
        """Write a finding, and what follows from it."""
        ref, word, result = REFS[act.where], self._word("found"), self._word("result")
        named = add_finding(self.session, by, "development", f"That {word}.", [ref])
        self._of_areas[word] = frozenset({int(ref[0])})
        add_key_result(self.session, by, f"So that {result}.", [named])
        self._of_areas[result] = frozenset({int(ref[0])})

    def plan(self, by: str, act: Act) -> None:
        """Write what the plan is for."""
        word = self._word("plan")
        set_plan_text(self.session, by, ("objective", "benchmark")[act.step % 2], f"To {word}.")
        self._of_areas[word] = frozenset(self._judging)

    def words(self, by: str, act: Act) -> None:
        """Write a part of the report."""
        word = self._word("text")
        write_text(self.session, by, ("headline", "governors")[act.step % 2], f"We say {word}.")
        self._of_areas[word] = frozenset(self._judging)

    def own(self, by: str, act: Act) -> None:
        """Write the setting's own view."""
        ref, word, steps = REFS[act.where], self._word("own"), self.framework.scale.steps
        key = steps[act.step % len(steps)].key
        self_evaluate(self.session, by, ref, stages=[key], because=f"Ours: {word}.")
        self._own[word] = int(ref[0])

    def enquiry(self, by: str, act: Act) -> None:
        """Ask a question and answer it, behind the gate."""
        ref, word = REFS[act.where], self._word("answer")
        asked = add_enquiry(self.session, by, "Who rings home?", [ref])
        if int(ref[0]) in self._judging:
            stand(self.session, by, asked, "supported", f"It is {word}.")
            self._of_areas[word] = frozenset({int(ref[0])})

    def undo(self, by: str, _: Act) -> None:
        """Take back the last act, but for what the model knows of: that is a simple one."""
        what = last_act(self.session, by).what
        if "note" in what or "the agreement" in what or "look" in what:
            undo(self.session, by, "By mistake.")


_ACTS: dict[str, Callable[[World, str, Act], None]] = {
    "note": World.note,
    "private": World.private,
    "edit": World.edit,
    "gate": World.gate,
    "back": World.back,
    "cast": World.cast,
    "draft": World.draft,
    "reveal": World.reveal,
    "agree": World.agree,
    "sentence": World.sentence,
    "excuse": World.excuse,
    "finding": World.finding,
    "plan": World.plan,
    "words": World.words,
    "own": World.own,
    "enquiry": World.enquiry,
    "undo": World.undo,
}


def _said_of(step: Step) -> tuple[str, ...]:
    return (step.key, step.name, step.symbol, step.initials, step.summary.split()[0], *step.points)


def day_of(seed: int) -> tuple[Framework, tuple[Act, ...]]:
    """Return a framework, and what a panel does on a day, in any order: the same for one seed."""
    chance = Random(seed)
    framework = framework_of(
        chance.randint(2, 4),
        described=chance.random() < 0.8,
        falling=chance.random() < 0.3,
        fields=chance.randint(0, 2),
    )
    kinds = chance.choices((*_OFTEN, *_ACTS), k=chance.randint(8, 45))
    kinds += ["back"] * chance.randint(0, 2)  # a day that ends with an area described once more
    return framework, tuple(_act(kind, chance) for kind in kinds)


def _act(kind: str, chance: Random) -> Act:
    # Who may do it does it more often than not: what is refused moves nothing on.
    who = chance.choice(_WHO.get(kind, (0, 1, 2, 3)))
    return Act(kind, who, chance.randrange(4), chance.randrange(4))


_LEADS = (0, 0, 0, 1)
_WHO = {
    **dict.fromkeys(("gate", "back", "reveal", "agree", "sentence", "excuse"), _LEADS),
    **{"own": (3, 3, 0), "cast": (1, 2, 1, 2, 0), "draft": (1, 2), "finding": (0, 1, 2)},
}
_OFTEN = ("gate",) * 4 + ("cast",) * 12 + ("draft", "draft", "reveal", "agree", "own", "finding")

days = st.integers(0, 2**40).map(day_of)
"""Any day. It is made of a number, and not drawn bit by bit: the first that is tried is no simple one."""


@contextlib.contextmanager
def a_world(
    root: Path, framework: Framework, done: Sequence[Act], otherwise: frozenset[int] = frozenset()
) -> Iterator[World]:
    """Make a review and live through a day of it; it is open."""
    world = World(root, framework, otherwise=otherwise)
    try:
        world.live(done)
        yield world
    finally:
        world.session.release()

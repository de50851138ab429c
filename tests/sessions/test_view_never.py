"""What is never in a view, whatever people do."""

import contextlib
import re
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews import ANIMALS, STAGES, Ticking, library_in, panel_in
from viewed import AREA, REFS, STAGE_WORDS, assert_describes, written

from sessions.agreeing import accept, agree
from sessions.ballots import judge, reveal
from sessions.errors import Refused
from sessions.excusing import excuse, wait_again
from sessions.library import Library
from sessions.notes import add_note, delete_note, edit_note, file_note
from sessions.passes import open_gate, reopen
from sessions.people import add_person, change_person, leave
from sessions.seen import AreaView
from sessions.session import Session
from sessions.spread import in_order
from sessions.undo import last_act, undo
from sessions.view import view

# Most of it in one place, so that ballots meet: two reviewers, and mostly one statement.
people = st.sampled_from((0, 0, 0, 1, 1, 1, 2, 3))
refs = st.sampled_from(("1.1", "1.1", "1.1", "1.1", "1.2", "1.3", "2.1"))
areas = st.sampled_from((1, 1, 1, 2))
stages = st.sampled_from(STAGES)
drafts = st.sampled_from((False, False, True))
acts = st.one_of(
    # Hypothesis takes one strategy once, however often it is named.
    *(st.tuples(st.just("judge"), people, refs, stages, drafts) for _ in range(8)),
    *(st.tuples(st.just("gate"), areas) for _ in range(2)),
    st.tuples(st.just("reopen"), areas),
    st.tuples(st.just("excuse"), areas, people),
    st.tuples(st.just("wait again"), areas, people),
    st.tuples(st.just("interest"), people, areas),
    st.tuples(st.just("second"), people, refs, stages),
    st.tuples(st.just("accept"), areas),
    st.tuples(st.just("reveal"), refs),
    st.tuples(st.just("reveal area"), areas),
    st.tuples(st.just("agree"), refs, stages),
    st.tuples(st.just("agree area"), areas, stages),
    st.tuples(st.just("note"), people, refs, st.booleans()),
    st.tuples(st.just("edit"), people, st.integers(0, 3), st.booleans()),
    st.tuples(st.just("file"), people, st.integers(0, 3), refs),
    st.tuples(st.just("delete"), people, st.integers(0, 3)),
    st.tuples(st.just("undo"), people),
    st.tuples(st.just("leave"), people),
    st.tuples(st.just("join"), people),
    st.just(("switch",)),
    st.just(("meet",)),
)


# What a panel does behind one gate, so that excuses, second ballots and agreements meet.
judges = st.sampled_from((0, 1))
once = st.sampled_from(("1.1", "1.1", "1.2"))
together = st.one_of(
    *(st.tuples(st.just("judge"), judges, once, stages, drafts) for _ in range(2)),
    st.tuples(st.just("excuse"), st.just(1), judges),
    st.tuples(st.just("wait again"), st.just(1), judges),
    st.tuples(st.just("second"), judges, once, stages),
    st.tuples(st.just("reveal"), once),
    *(st.tuples(st.just("agree"), once, stages) for _ in range(2)),
    st.tuples(st.just("agree area"), st.just(1), stages),
    st.tuples(st.just("agree and undo"), once, stages),
    st.tuples(st.just("undo"), st.just(2)),
    st.tuples(st.just("reopen"), st.just(1)),
    st.tuples(st.just("gate"), st.just(1)),
    st.sampled_from((("switch",), ("meet",))),
)
sequences = st.one_of(
    st.lists(acts, min_size=6, max_size=20), st.lists(together, min_size=8, max_size=20)
)


class Acting:
    """Does what it is told to a session, and remembers whose words nobody else may see.

    The session is open on two machines, which know of each other's acts only after they met.
    """

    def __init__(self, library: Library, other: Library) -> None:
        self.panel = panel_in(library)
        self.session = self.panel.session
        self.fay = self.panel.fay
        host = add_person(self.session, "Gwen", role="host")
        self.session.flush()
        self.other = other.open(self.session.id)
        self.people = [self.panel.amira, self.panel.ben, self.fay, host]
        self.turn = 0
        self.ballots: dict[str, tuple[str, str, bool]] = {}
        """By its because: whose ballot, of what, and whether it is a draft."""
        self.agreed: dict[str, int] = {}
        """By its because: the area."""
        self.reasons: dict[str, int] = {}
        """Why something was excused, revealed or taken back; with the area."""
        self.private: dict[str, str] = {}
        """By its text: whose note."""
        self.revealed: set[str] = set()

    def do(self, act: tuple[Any, ...]) -> None:
        self.turn += 1
        with contextlib.suppress(Refused):
            self._do(*act)

    def _do(self, act: str, *about: Any) -> None:
        session, turn = self.session, f"word{self.turn}."
        if act == "note":
            by = self.people[about[0]]
            if about[2]:
                self.private[turn] = by
            add_note(session, by, turn, [about[1]], private=about[2])
        elif act in ("edit", "file", "delete"):
            self._change(act, *about)
        elif act == "gate":
            open_gate(session, self.fay, about[0])
        elif act == "reopen":
            reopen(session, self.fay, about[0], "A reason")
        elif act == "judge":
            self._judge(turn, *about)
        elif act == "second":
            self._reveal(statement=about[1])
            self._judge(turn, *about)
        elif act in ("excuse", "wait again", "interest"):
            self._judges(act, *about)
        elif act == "reveal":
            self._reveal(statement=about[0])
        elif act == "reveal area":
            self._reveal(area=about[0])
        elif act in ("agree", "agree area"):
            self._agree(turn, *about)
        elif act == "agree and undo":
            self._agree(turn, *about)
            self._undo(self.fay)
        elif act == "accept":
            accept(session, self.fay, REFS[about[0]])
        elif act == "undo":
            self._undo(self.people[about[0]])
        elif act == "leave":
            if self.people[about[0]] != self.fay:
                leave(session, self.people[about[0]])
        elif act == "switch":
            self.session, self.other = self.other, self.session
        elif act == "meet":
            for machine in (self.session, self.other):
                machine.flush()
            for machine in (self.session, self.other):
                machine.refresh()
        else:
            change_person(session, self.people[about[0]], role="reviewer")

    def _reason(self, area: int) -> str:
        self.reasons[f"why{self.turn}."] = area
        return f"why{self.turn}."

    def _reveal(self, statement: str = "", area: int = 0) -> None:
        reason = self._reason(area or AREA[statement])
        with contextlib.suppress(Refused):  # it may be open already
            reveal(self.session, self.fay, statement=statement, area=area, reason=reason)
        refs = {statement} if statement else set(REFS[area])
        self.revealed |= {ref for ref in refs if self.session.state.revealed(ref)}

    def _judges(self, act: str, *about: int) -> None:
        if act == "excuse":
            area, who = about
            reason = self._reason(area)
            excuse(self.session, self.fay, area, self.people[who], reason)
        elif act == "wait again":
            wait_again(self.session, self.fay, about[0], self.people[about[1]])
        else:
            areas = (about[1],)
            change_person(self.session, self.people[about[0]], interest="So", interest_areas=areas)

    def _undo(self, who: str) -> None:
        found = re.search(r"agreement on (?:area )?(\d)", last_act(self.session, who).what)
        undo(self.session, who, self._reason(int(found[1])) if found else "")

    def _change(self, act: str, by: int, which: int, about: Any = None) -> None:
        who = self.people[by]
        mine = [note.ref for note in view(self.session, who).notes]
        if which < len(mine):
            if act == "edit":
                edit_note(self.session, who, mine[which], private=about)
                if not about:  # shared once: from then on it may be seen
                    self.private = {t: p for t, p in self.private.items() if p != who}
            elif act == "file":
                file_note(self.session, who, mine[which], [about])
            else:
                delete_note(self.session, who, mine[which])

    def _judge(self, turn: str, by: int, ref: str, stage: str, draft: bool = False) -> None:
        who = self.people[by]
        here = [n.ref for n in self.session.state.notes.values() if ref in n.statements]
        judge(
            self.session,
            who,
            ref,
            highlights={stage: "full"} if here else {},
            cites=[(here[0], False)] if here else [],
            outcome="stages" if here else "not_enough_evidence",
            because=turn,
            draft=draft,
        )
        self.ballots[turn] = (who, ref, draft)

    def _agree(self, turn: str, subject: str | int, stage: str) -> None:
        area = subject if isinstance(subject, int) else AREA[subject]
        agree(
            self.session,
            self.fay,
            statement=subject if isinstance(subject, str) else "",
            area=subject if isinstance(subject, int) else 0,
            because=turn,
            outcome="stages" if self.session.state.notes else "not_enough_evidence",
            stages=[stage] if self.session.state.notes else [],
        )
        self.agreed[turn] = area

    def assert_no_leak(self) -> None:
        for session in (self.session, self.other):
            for viewer in (None, *self.people):
                self._assert_no_leak_to(session, viewer)

    def _assert_no_leak_to(self, session: Session, viewer: str | None) -> None:
        seen = view(session, viewer)
        everything = written(seen)
        describing = {area.number for area in seen.areas if not area.judging}
        for area in describing:
            assert_describes(seen, area, everything)
        if len(describing) == len(seen.areas):
            assert not any(word in everything for word in STAGE_WORDS)
        for word, (who, ref, draft) in self.ballots.items():
            area = AREA[ref]
            alone = session.state.judges(area) == (who,)
            open_to_all = not draft and (ref in self.revealed or alone)
            if area in describing or (viewer != who and not open_to_all):
                assert word not in everything
        for word, area in self.agreed.items():
            if area in describing:
                assert word not in everything
        for word, area in self.reasons.items():
            if area in describing:
                assert word not in everything
        for word, who in self.private.items():
            if viewer != who:
                assert word not in everything
        for one in seen.areas:
            self._assert_order_says_nothing(one)

    def _assert_order_says_nothing(self, area: AreaView) -> None:
        """Show that what is sealed stands in the framework's order, and behind everything else."""
        placed = in_order(area.statements, STAGES)
        sealed = [s.ref for s in area.statements if s.judged and s.judged.sealed]
        assert [p.ref for p in placed if p.kind == "sealed"] == sealed
        assert [p.ref for p in placed][len(placed) - len(sealed) :] == sealed
        for statement in area.statements:
            if statement.ref in sealed and statement.judged:
                assert statement.judged.agreement is None
                assert statement.judged.earlier == ()


@settings(max_examples=40, derandomize=True, deadline=None)
@given(sequences.map(lambda what: [("gate", 1), *what]))
def test_nothing_of_a_described_area_and_no_sealed_ballot_is_ever_in_view(
    what: list[tuple[Any, ...]],
) -> None:
    with tempfile.TemporaryDirectory() as root:
        clock = Ticking()
        library = library_in(Path(root), clock=clock)
        acting = Acting(library, library_in(Path(root), "desktop", clock))
        for act in what:
            acting.do(act)
            acting.assert_no_leak()
        for session in (acting.session, acting.other):
            session.close()
        rows = msgspec.json.encode(library.rows()).decode()
        kept = (library.folder / ".derived" / "catalogue.json").read_text()
        for word in (
            *STAGE_WORDS,
            *ANIMALS[1],
            *ANIMALS[2],
            *acting.ballots,
            *acting.agreed,
            *acting.reasons,
            *acting.private,
        ):
            assert word not in rows
            assert word not in kept

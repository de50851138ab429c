"""Reviews of one setting, one a year, to compare: what a reviewer found, and what was agreed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from reviews import Ticking, library_in

from frameworks.model import Framework
from sessions.agreeing import agree
from sessions.ballots import judge
from sessions.home import Home
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.people import add_person
from sessions.records import Change, Field, Outcome
from sessions.session import Session
from sessions.view import view


class Years:
    """Reviews of one setting, one a year, each in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.library = library_in(root)
        self.home = Home(root / "home", host="laptop")
        self._root, self._made = root, 0

    def session(
        self,
        found: Mapping[str, str | Sequence[str]],
        *,
        setting: str = "Hollin Bank",
        framework: Framework | None = None,
        gates: Sequence[int] | None = None,
        areas: Sequence[int] = (),
    ) -> tuple[Session, str]:
        """Make the next review: what one reviewer found of each statement, then agreed.

        `gates`: the areas behind their gates (None: those of what was found).
        """
        self._made += 1
        made = framework or self.library.shelf.get("little")
        place = self._root / f"session-{self._made}"
        place.mkdir()
        session = Session(place, made, self.home, Ticking())
        scope = list(areas) or [area.number for area in made.areas]
        fields = {
            "setting": setting,
            "name": f"review-{self._made}",
            "date": f"{2023 + self._made}-11-20",
            "areas": scope,
        }
        session.write("", [Change("session", f"session/{n}", Field(v)) for n, v in fields.items()])
        fay = add_person(session, "Fay", role="facilitator")
        amira = add_person(session, "Amira Khan")
        refs = [s.ref for area in made.areas for s in area.statements if area.number in scope]
        add_note(session, amira, f"Seen in review {self._made}.", refs)
        behind = {session.state.area_of(ref) for ref in found} if gates is None else set(gates)
        for number in sorted(behind):
            open_gate(session, fay, number)
        for ref, what in found.items():
            self._agree(session, fay, ref, [what] if isinstance(what, str) else list(what))
        return session, fay

    def _agree(self, session: Session, fay: str, ref: str, what: list[str]) -> None:
        amira = session.state.present("reviewer")[0]
        none = what == ["none"]
        outcome: Outcome = "not_enough_evidence" if none else "stages"
        if none:
            judge(session, amira, ref, outcome=outcome)
        else:
            highlights = dict.fromkeys(what, "full")
            judge(session, amira, ref, highlights=highlights, cites=[("AK1", False)])
        agree(
            session,
            fay,
            statement=ref,
            outcome=outcome,
            stages=[] if none else what,
            because=f"Agreed of {ref} in {view(session).name}.",
        )

"""A small framework and a session in it, for the tests of exports."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from whole import fill, session_in

from frameworks.model import Framework
from frameworks.reader import read_pack
from frameworks.shelf import Shelf
from sessions.agreeing import agree
from sessions.ballots import judge, reveal
from sessions.home import Home
from sessions.library import Library, Plan
from sessions.notes import Circumstances, add_note, delete_note
from sessions.passes import open_gate
from sessions.people import add_person, change_person, find_person
from sessions.session import Session

PACK = Path(__file__).with_name("little_pack.md")


@pytest.fixture(scope="session")
def little() -> Framework:
    """The framework: two areas, the first with a step that is not described everywhere."""
    return read_pack(PACK.read_text(encoding="utf-8"))


@pytest.fixture
def fresh_review(tmp_path: Path) -> Iterator[Session]:
    """A session with a facilitator, Fran, two reviewers, Amira and Ben, and a host, Jo."""
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "little.md").write_bytes(PACK.read_bytes())
    moment = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def clock() -> datetime:
        nonlocal moment
        moment += timedelta(minutes=1)
        return moment

    home = Home(tmp_path / "home", "this-machine")
    library = Library(tmp_path / "library", home, Shelf(built_in=tmp_path / "packs"), clock)
    plan = Plan(
        setting="Hollin Bank",
        framework="little",
        phase="primary",
        date="2026-11-21",
        facilitator="Fran Gill",
        reviewers=("Amira Khan", "Ben Price"),
        purpose="How support builds independence.",
    )
    with library.create(plan) as session:
        add_person(session, "Jo Reed", role="host")
        change_person(session, who(session, "AK"), own_setting="Moorside", leads=(1,))
        yield session


@pytest.fixture
def review(fresh_review: Session) -> Session:
    """The same, with notes, area 1 judged and partly agreed, area 2 still being described."""
    session = fresh_review
    amira, ben, fran = (who(session, tag) for tag in ("AK", "BP", "FG"))
    note = Circumstances
    add_note(session, amira, "Attendance by need was on one page.", ["1.1"], note("data", "office"))
    add_note(session, ben, "A governor had not seen it.", ["1.1", "2.1"], note("leader-voice"))
    add_note(session, amira, "Two named an adult.", ["1.2"], note("learner-voice", group="Y5"))
    add_note(session, ben, "Targets were on three desks.", ["1.3", "1.2"], note("observation"))
    add_note(session, ben, "Ask who pays for swimming.")
    add_note(session, amira, "Hush, a private thought.", ["1.1"], private=True)
    add_note(session, ben, "A withdrawn remark.", ["1.1"])
    open_gate(session, fran, 1)
    add_note(session, amira, "Four books were dated.", ["1.3"], note("work-scrutiny"))
    judge(
        session,
        amira,
        "1.1",
        highlights={"establishing": "full", "strengthening": "part"},
        cites=[("AK1", False), ("BP1", True)],
        because="Amira's reason",
    )
    judge(session, ben, "1.1", highlights={"establishing": "full"}, cites=[("BP4", False)])
    judge(session, amira, "1.2", highlights={"strengthening": "full"}, cites=[("AK2", False)])
    judge(session, ben, "1.2", highlights={"strengthening": "full"}, cites=[("AK2", False)])
    delete_note(session, ben, "BP4")
    reveal(session, fran, statement="1.1")
    reveal(session, fran, statement="1.2")
    agree(
        session,
        fran,
        statement="1.1",
        outcome="stages",
        stages=["establishing", "strengthening"],
        because="Read each term.\nOne decision followed.",
        dissent=[("Ben Price", "I saw no change.")],
    )
    agree(session, fran, area=1, because="Data is read; what follows varies.")
    judge(session, amira, "1.3", outcome="not_enough_evidence")
    return session


@pytest.fixture
def whole(tmp_path: Path, packs: Path) -> Iterator[Session]:
    """A session of the little framework with something in every place, area 1 judged."""
    with session_in(tmp_path / "whole", packs, "little") as session:
        fill(session)
        yield session


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packs of the app, and the little one."""
    folder = tmp_path_factory.mktemp("packs")
    for pack in (PACK.parents[2] / "frameworks" / "packs").glob("*.md"):
        (folder / pack.name).write_bytes(pack.read_bytes())
    (folder / "little.md").write_bytes(PACK.read_bytes())
    return folder


def who(session: Session, tag: str) -> str:
    """Return the id of the participant of that tag."""
    return find_person(session.state, tag)

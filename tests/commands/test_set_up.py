"""Changing the scope and the rest of the set-up; a pack that is gone."""

from pathlib import Path

from kept import kept
from shell import Shell


@kept
def a_review(shell: Shell) -> str:
    session = shell.done("new", "--setting", "Oak", "--reviewer", "Ann Kay", "--reviewer", "Bo Orr")
    shell.done("note", session, "--by", "AK", "--statement", "1.1", "A chart by the door.")
    return session


def test_an_area_is_dropped_and_comes_back_with_its_notes(shell: Shell) -> None:
    session = a_review(shell)
    shell.done("set-up", session, "--by", "AK", "--areas", "2,3")
    shown = shell.json("show", session, "--json")
    assert [area["number"] for area in shown["areas"]] == [2, 3]
    assert "Area 1 was dropped from the review; its notes stay." in shell.done("changes", session)
    shell.done("set-up", session, "--by", "AK", "--areas", "1,2,3", "--setting", "Ash")
    shown = shell.json("show", session, "--json")
    assert shown["setting"] == "Ash"
    assert [n["ref"] for n in shown["areas"][0]["statements"][0]["evidence"]] == ["AK1"]


def test_what_cannot_be_is_refused(shell: Shell) -> None:
    session = a_review(shell)
    assert shell("set-up", session, "--by", "AK").status == 2
    said = shell("set-up", session, "--by", "AK", "--areas", "99")
    assert said.status == 1 and "There is no area 99" in said.err


def test_without_its_framework_a_session_is_refused_and_nothing_is_lost(
    shell: Shell, tmp_path: Path
) -> None:
    own = tmp_path / "frameworks"
    own.mkdir()
    shell.done("frameworks", "new", str(own / "ours.md"))
    known = [line.split()[0] for line in shell.done("frameworks").splitlines()]
    ours = next(name for name in known if name not in BUILT_IN)
    session = shell.done("new", "--setting", "Oak", "--framework", ours, "--reviewer", "Ann Kay")
    shell.done("note", session, "--by", "AK", "--statement", "1.1", "A chart by the door.")
    kept = shell.library / session / "framework.md"
    text = kept.read_text(encoding="utf-8")
    kept.write_text("no pack at all", encoding="utf-8")
    (own / "ours.md").unlink()
    for call in (("show", session), ("note", session, "--by", "AK", "More.")):
        said = shell(*call)
        assert said.status == 1
        assert f"{ours} is not installed; put one of them back" in said.err
    assert "cannot be read" in shell.done("list")
    kept.write_text(text, encoding="utf-8")
    said = shell("show", session)
    assert "A chart by the door." in said.out and "not installed any more" in said.err


BUILT_IN = ("inclusion-audit", "send-support", "send-self-assessment", "send-rag-audit")

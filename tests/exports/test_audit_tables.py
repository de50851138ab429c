"""A review in the tables of an audit, for any framework, in its own words."""

from pathlib import Path

from whole import fill, in_format, section, session_in

from sessions.ballots import judge, reveal
from sessions.findings import add_finding
from sessions.notes import add_note
from sessions.passes import open_gate
from sessions.people import find_person, leave
from sessions.planning import add_key_result
from sessions.session import Session


def rows(text: str) -> list[list[str]]:
    """Return the rows of the only table in a text, its rule left out."""
    lines = [row for row in text.splitlines() if row.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in lines]
    return [cells[0], *cells[2:]]


def test_an_area_is_a_table_with_the_frameworks_own_columns(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-rag-audit") as session:
        fill(session)
        text = section(in_format(session, "audit-tables"), "## Area 1: Leadership of SEND")
        table = rows(text)
        assert table[0] == ["Statement", "Rating", "Strengths", "Areas for development"]
        assert [row[0].split()[0] for row in table[1:]] == [f"1.{n}" for n in range(1, 8)]
        assert table[1][1:] == [
            "Green",
            "The agreed strengths.",
            "The agreed areas-for-development.",
        ]
        assert table[2][1:] == ["not yet agreed", "", ""]
        assert text.strip().startswith("Four aspects are key")  # the rationale, as in the source
        assert "Reference documents and resources:\n\n- Equality_Act_Advice_Final.pdf\n" in text


def test_an_area_that_is_described_says_so_and_rates_nothing(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-rag-audit") as session:
        fill(session)
        text = section(
            in_format(session, "audit-tables"), "## Area 2: High Quality Adaptive Teaching"
        )
        assert "This area is still being described" in text
        assert "- 2.1 " in text
        assert "- 2.7 " in text
        assert "|" not in text.split("Reference documents")[0]


def test_the_view_of_one_who_judged_alone_is_labelled(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-rag-audit") as session:
        amira, ben = find_person(session.state, "AK"), find_person(session.state, "BP")
        leave(session, ben)
        add_note(session, amira, "A page.", ["1.1"])
        open_gate(session, find_person(session.state, "FG"), 1)
        judge(
            session,
            amira,
            "1.1",
            highlights={"amber": "full"},
            cites=[("AK1", False)],
            fields={"strengths": "Read | often"},
        )
        judge(session, amira, "1.2", outcome="not_enough_evidence")
        text = in_format(session, "audit-tables")
        assert "| Amber (the view of Amira Khan, who judged alone) | Read \\| often " in text
        assert "| not enough evidence (the view of Amira Khan, who judged alone) |" in text


def test_a_sealed_ballot_is_not_yet_agreed(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-rag-audit") as session:
        fill(session)
        amira, fran = find_person(session.state, "AK"), find_person(session.state, "FG")
        judge(session, amira, "1.2", highlights={"red": "full"}, cites=[("AK2", False)])
        table = rows(section(in_format(session, "audit-tables"), "## Area 1: Leadership of SEND"))
        assert table[2][1] == "not yet agreed"
        reveal(session, fran, statement="1.2", reason="Time was short.")
        table = rows(section(in_format(session, "audit-tables"), "## Area 1: Leadership of SEND"))
        assert table[2][1] == "not yet agreed"


def test_the_action_plan_has_a_row_for_each_area_and_each_of_its_findings(
    tmp_path: Path, packs: Path
) -> None:
    with session_in(tmp_path, packs, "send-rag-audit") as session:
        fill(session)
        fran = find_person(session.state, "FG")
        second = add_finding(session, fran, "development", "Second.", ["1.2"])
        add_key_result(session, fran, "Another result", [second])
        table = rows(section(in_format(session, "audit-tables"), "## Action plan"))
        assert table == [
            ["Area", "Summary of areas for development", "Prioritisation of actions", "The plan"],
            [
                "1 Leadership of SEND",
                "The finding development. (1.1)",
                "priority 1",
                "**Key result 1:** The key result. **Action 1:** The action what (The action who., by "
                "15 January 2027, dropped). **Action 2:** The action later.",
            ],
            ["", "Second. (1.2)", "not among the priorities", "**Key result 2:** Another result."],
            ["2 High Quality Adaptive Teaching", "still being described", "", ""],
            ["3 Implementation of the Graduated Approach", "still being described", "", ""],
            ["4 Identification, Assessment and Outcomes", "still being described", "", ""],
        ]


def test_a_framework_without_fields_has_its_because(whole: Session) -> None:
    table = rows(section(in_format(whole, "audit-tables"), "## Area 1: Outcomes for learners"))
    assert table[0] == ["Statement", "Stage", "Because"]
    assert table[1][1:] == ["Sustaining Excellence", "The agreed because."]
    assert table[4][1:] == ["not yet agreed", ""]


def test_a_falling_scale_has_its_own_noun_and_fields(tmp_path: Path, packs: Path) -> None:
    with session_in(tmp_path, packs, "send-self-assessment") as session:
        fill(session)
        text = section(in_format(session, "audit-tables"), "## Area 1: Achievement and Outcomes")
        assert rows(text)[0] == ["Statement", "Answer", "Actions", "Comments"]
        assert rows(text)[1][1:] == ["No", "The agreed actions.", "The agreed comments."]

"""Every document of a review: what each says to whom, how long it is, and what it never says."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from whole import MADE, fill, follow, in_format, prepare, section, session_in, visit

from exports.documents import DOCUMENTS
from exports.facts import Source, source_of
from exports.fitting import fitting, words_in
from exports.holding import places_in
from exports.parts import PARTS, UNHEADED
from exports.reply_form import form_blocks
from exports.spoken import LONGEST as TEN_MINUTES
from exports.summary import LONGEST as TWO_PAGES
from frameworks.model import Framework
from sessions.findings import change_finding
from sessions.passes import open_gate
from sessions.people import find_person
from sessions.reply_forms import read_form
from sessions.seen_after import Follows, ReplyView, TextView, ThenView
from sessions.seen_plan import ActionView, FindingView, KeyResultView, PlanView
from sessions.session import Session
from sessions.standing import set_standing
from sessions.view import view

NOTE = re.compile(r"\b[A-Z]{1,3}\d+\b")
STATEMENT = re.compile(r"\b\d\.\d\b")
PEOPLE = ("Fran", "Gill", "Amira", "Khan", "Ben", "Price", "Jo Reed")


def empty(session: Session) -> None:
    """Write nothing."""


def describing(session: Session) -> None:
    """Prepare the visit and write notes."""
    prepare(session, lambda place: f"The {place}.")
    visit(session, lambda place: f"The {place}.")


def half_judged(session: Session) -> None:
    """Write something in every place; area 2 is still being described."""
    fill(session)
    follow(session, lambda place: f"The {place}.")


def final(session: Session) -> None:
    """The same with every gate open, and made final."""
    half_judged(session)
    open_gate(session, find_person(session.state, "FG"), 2)
    set_standing(session, find_person(session.state, "FG"), "final")


@pytest.fixture
def made(tmp_path: Path, packs: Path) -> Iterator[Callable[[Callable[[Session], None]], Session]]:
    """Returns a session of the little framework after something was done in it."""
    with session_in(tmp_path, packs, "little") as session:

        def after(do: Callable[[Session], None]) -> Session:
            do(session)
            return session

        yield after


def source(session: Session) -> Source:
    """Return what the documents of a session are made of."""
    return source_of(view(session), session.framework, MADE)


def changed(given: Source, **after: object) -> Source:
    """Return the same with something else of what follows the visit."""
    new = msgspec.structs.replace(given.seen.after, **after)
    return source_of(msgspec.structs.replace(given.seen, after=new), given.framework, MADE)


def write(name: str, given: Source) -> str:
    return DOCUMENTS[name].markdown(given)


# All of them


@pytest.mark.parametrize(
    ("do", "state"),
    [(empty, "draft"), (describing, "draft"), (half_judged, "draft"), (final, "final")],
)
def test_every_document_says_what_it_is_whatever_has_been_done(
    made: Callable[[Callable[[Session], None]], Session],
    do: Callable[[Session], None],
    state: str,
) -> None:
    given = source(made(do))
    for name, document in DOCUMENTS.items():
        text = write(name, given)
        assert text.startswith(f"# {document.title(given)}\n"), name
        assert re.search(rf"(?m)^- State: {state}$|^State of this \w+: {state}\. ", text), name
        for said in ("Little Inclusion Framework, version 2.1", "21 November 2026", "16:05"):
            assert said in text, (name, said)
        parts = document.parts(given)
        keys = [part.key for part in parts]
        assert len(set(keys)) == len(keys) and set(keys) <= set(PARTS), name
        for part in parts:
            assert part.blocks and all(part.blocks)
            headed = part.blocks[0].startswith("## ")
            assert headed or part.key in UNHEADED, (name, part.key)
        assert (
            document.is_whole
            == all(f"{s.ref}" in text for area in given.seen.areas for s in area.statements)
            or not document.is_whole
        )


def test_no_document_names_a_stage_before_a_gate(
    made: Callable[[Callable[[Session], None]], Session],
) -> None:
    given = source(made(describing))
    for name in DOCUMENTS:
        for step in given.framework.scale.steps:
            for said in (step.name, step.summary):
                assert not said or said not in write(name, given).replace("steps are", ""), name


# Length


def big(given: Source) -> Source:
    """Return the same with far more findings and key results than anybody reads."""
    words = "Leaders and teachers look at what learners say and change the next lesson. " * 3
    kinds = ("strength", "development", "sharing")
    findings = tuple(
        FindingView(f"f{n}", str(n), kinds[n % 3], f"{n} {words}", ("1.1",), (), "Fran Gill")
        for n in range(1, 61)
    )
    action = ActionView("a", "1", 0, words, "SENCO", "2027-01-15", "", ())
    results = tuple(KeyResultView(f"k{n}", str(n), words, (), (action,)) for n in range(1, 20))
    plan = PlanView(findings=findings, objective=words, windows=("A", "B"), key_results=results)
    return given._replace(report=msgspec.structs.replace(given.report, plan=plan))


def test_short_documents_keep_to_their_length_and_say_what_was_left_out(whole: Session) -> None:
    given = big(source(whole))
    limits = {"summary": (600, TWO_PAGES), "spoken": (1000, TEN_MINUTES), "parents": (600, 700)}
    for name, (fewest, most) in limits.items():
        assert fewest < words_in(write(name, given)) <= most, name
    left = section(write("summary", given), "## About this summary")
    assert "more strengths, more areas for development, more practice worth sharing" in left
    assert "There is more than ten minutes hold" in write("spoken", given)
    assert "ask the school for the full report" in write("parents", given)
    for name in limits:
        text = write(name, source(whole))
        assert "more strengths" not in text and "There is more" not in text


def test_of_each_kind_there_is_something_before_there_is_much_of_any(whole: Session) -> None:
    text = write("summary", big(source(whole)))
    for title in ("What is strong", "What would make it better", "Practice worth sharing"):
        assert "Leaders and teachers look" in section(text, f"## {title}")
    assert fitting([["a b"] * 5, ["c d e"], ["f"] * 2], 9) == [2, 1, 2]
    assert fitting([["a b c", "d"], ["e"]], 2) == [0, 1]


def test_what_somebody_wrote_is_never_cut(whole: Session) -> None:
    own = "This is what we want to say of it. " * 200
    given = source(whole)
    for name, part in (("summary", "headline"), ("spoken", "spoken"), ("parents", "parents")):
        said = changed(given, texts=(TextView(part, own.strip(), "Fran Gill", "2026-11-22 10:00"),))
        assert own.strip() in write(name, said), name


# The summary and the full report


def test_the_profile_is_a_grid_of_refs(whole: Session) -> None:
    for name in ("report", "summary"):
        rows = [line for line in write(name, source(whole)).splitlines() if line.startswith("| ")]
        head = next(row for row in rows if row.startswith("| Area of practice"))
        row = rows[rows.index(head) + 2]
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[:4] == ["1 Outcomes for learners", "", "", "1.1"]


def test_words_of_a_persons_own_stand_in_their_parts_and_say_when_they_are_stale(
    whole: Session,
) -> None:
    fran = find_person(whole.state, "FG")
    follow(whole, lambda place: f"The {place}.")
    places = {
        "report": ("headline", "context", "follow-up"),
        "summary": ("headline", "follow-up"),
        "spoken": ("spoken", "follow-up"),
        "governors": ("governors", "follow-up"),
        "parents": ("parents",),
        "accuracy": ("headline", "context", "follow-up"),
    }
    given = source(whole)
    for name in DOCUMENTS:
        text = write(name, given)
        for part in ("headline", "context", "follow-up", "spoken", "governors", "parents"):
            assert (f"The words for {part}." in text) == (part in places.get(name, ())), name
        assert "To look at again" not in text
    change_finding(whole, fran, "1", text="A strength in other words.")
    given = source(whole)
    for name in places:
        assert "**To look at again:**" in write(name, given), name
    assert "finding 1" in section(write("report", given), "## Headline")
    for name in ("governors", "parents"):
        plain = write(name, given).split("To look at again:", 1)[1].split("\n", 1)[0]
        assert plain.startswith("** something that this rests on has changed")


def test_words_for_an_area_stand_at_its_head_once_its_gate_is_open(whole: Session) -> None:
    texts = tuple(TextView(f"area/{n}", f"Of area {n}.", "Fran", "") for n in (1, 2))
    text = write("report", changed(source(whole), texts=texts))
    head = section(text, "## Area 1: Outcomes for learners").split("### ")[0]
    assert "Of area 1." in head
    assert "Of area 2." not in text


def test_what_an_older_review_agreed_stands_beside_what_is_agreed_now(whole: Session) -> None:
    then = (
        ThenView("", 1, None, (), (), "A sentence of last year."),
        ThenView("1.1", 1, "stages", ("establishing",), ("Starting Out",), "It was so."),
        ThenView("1.2", 1, "not_enough_evidence", (), (), "", "changed", "Other words."),
        ThenView("1.9", 1, "stages", ("x",), ("Gone Stage",), "", "gone", "What is gone."),
        ThenView("2.1", 2, "stages", ("x",), ("Hidden Stage",), "Hidden."),
    )
    follows = Follows("0" * 26, "hollin-bank-2025-11-20", "2025-11-20")
    text = write("report", changed(source(whole), then=then, follows=follows))
    assert "- Follows: the review of 20 November 2025, hollin-bank-2025-11-20" in text
    area = section(text, "## Area 1: Outcomes for learners")
    for said in (
        "\nLast time (20 November 2025): A sentence of last year.\n",
        "  Last time (20 November 2025): Starting Out. Because: It was so.",
        "not enough evidence. The statement had other words then: Other words.",
        "- **1.9:** What is gone.  \n  Last time (20 November 2025): Gone Stage.",
    ):
        assert said in area
    assert "Hidden" not in text


# The host's answers


def test_an_answer_that_is_open_stands_beside_its_finding_where_it_belongs(whole: Session) -> None:
    follow(whole, lambda place: f"The {place}.")
    given = source(whole)
    plainly = "The school sees this differently: The reply."
    says = dict.fromkeys(DOCUMENTS, "The host disagrees: The reply.") | {"governors": plainly}
    for name in ("evidence", "visit-pack", "parents"):  # they do not hold that finding
        assert "The reply." not in write(name, given) and says.pop(name)
    for name, said in says.items():
        assert said in write(name, given), name
    strength = changed(given, replies=(ReplyView("1", "disagree", "The reply.", "Jo Reed", ""),))
    assert f"- The finding strength.  \n  {plainly}" in write("parents", strength)
    beside = section(write("report", given), "### Areas for development")
    assert re.search(r"The finding development\..*\n.*\n +The host disagrees", beside)
    assert "stands beside finding 3" in section(write("report", given), "## What the host said")


def test_an_answer_that_is_settled_or_accepts_stands_beside_nothing(whole: Session) -> None:
    replies = (
        ReplyView("1", "accept", "", "Jo Reed", ""),
        ReplyView("3", "correct", "It is four.", "Jo Reed", "", settled="It is four."),
    )
    given = changed(source(whole), replies=replies)
    said = section(write("report", given), "## What the host said")
    assert "The host accepts finding 1." in said
    assert "Finding 3: settled: It is four." in said
    assert "The host corrects" not in write("report", given)
    assert "put this in another way" not in write("governors", given)


def test_the_draft_for_the_host_ends_in_a_form_that_can_be_read_back(whole: Session) -> None:
    text = write("accuracy", source(whole))
    assert list(form_blocks(view(whole)))[-1] in text
    filled = read_form(text)
    assert filled.session == whole.id
    assert (set(filled.blank), filled.replies, filled.troubles) == ({"1", "2", "3"}, (), ())


# Spoken


def test_the_spoken_sheet_has_ten_minutes_in_speaking_order(whole: Session) -> None:
    text = write("spoken", source(whole))
    titles = re.findall(r"(?m)^## (.*) \((\d+) minutes?\)$", text)
    assert [title for title, _ in titles] == [
        "Thank you, and what we did",
        "What is strong",
        "Practice worth sharing",
        "Even better if",
        "What happens next",
        "Thank you, and your questions",
    ]
    assert sum(int(minutes) for _, minutes in titles) == 10
    assert "**Not said:** a grade" in text
    assert "(If you are asked why: The agreed because.)" in text
    for step in whole.framework.scale.steps:
        assert step.name not in text
    action = ActionView("a", "1", 0, "Begun late.", "SENCO", "2026-11-20", "", ())
    late = PlanView(key_results=(KeyResultView("k", "1", "Then.", (), (action,)),))
    report = msgspec.structs.replace(source(whole).report, plan=late)
    assert "The first step" not in write("spoken", source(whole)._replace(report=report))
    own = (TextView("spoken", "Say this.", "Fran", ""),)
    text = write("spoken", changed(source(whole), texts=own))
    minutes = re.findall(r"\((\d+) minutes?\)$", text, re.M)
    assert sum(map(int, minutes)) == 10
    assert "## What we found (7 minutes)\n\nSay this." in text
    assert "## What is strong (to have at hand)" in text


# Governors, and parents and carers


def test_governors_read_no_evidence_refs_and_nobodys_name_beside_a_view(whole: Session) -> None:
    follow(whole, lambda place: f"The {place}.")
    text = write("governors", source(whole))
    assert not NOTE.search(text) and not STATEMENT.search(text.replace("version 2.1", ""))
    for name in PEOPLE:
        assert name not in text
    where = section(text, "## Where practice sits")
    assert "- **Outcomes for learners:** The area because." in where
    assert "What was seen lies at Sustaining Excellence." in where
    assert re.search(r"\| The action what\. +\| The action who\. +\| 15 January 2027 ", text)
    assert section(text, "## Questions that governors may ask").count("?\n") >= 7
    assert "- Where the school sees it differently from the panel" in text


def test_parents_read_no_refs_no_stages_and_nobodys_name(whole: Session) -> None:
    follow(whole, lambda place: f"The {place}.")
    text = write("parents", source(whole))
    plain = text.replace("version 2.1", "")
    assert not NOTE.search(plain) and not STATEMENT.search(plain)
    for step in whole.framework.scale.steps:
        assert step.name not in text
    for said in (*PEOPLE, "The action who.", "stage", "The finding development"):
        assert said not in text
    for said in ("The finding strength.", "The key result.", "The finding sharing.", "Hollin Bank"):
        assert said in text


def syllables(word: str) -> int:
    """Return about how many syllables a word has."""
    sounds = re.findall(r"[aeiouy]+", re.sub(r"(?:[^laeiouy]es|[^l]e|ed)$", "", word.lower()))
    return max(1, len(sounds))


def test_parents_can_read_it_if_they_read_as_a_child_of_eleven_does(whole: Session) -> None:
    given = source(whole)
    bare = msgspec.structs.replace(given.report, plan=PlanView(), purpose="")
    text = write("parents", given._replace(report=bare)).split("State of this page:")[0]
    text = re.sub(r"(?m)^#.*$|^- ", "", text)
    sentences = [found for found in re.split(r"[.?!:]\s", text) if words_in(found)]
    words = re.findall(r"[A-Za-z']+", text)
    a_sentence = len(words) / len(sentences)
    a_word = sum(map(syllables, words)) / len(words)
    assert 0.39 * a_sentence + 11.8 * a_word - 15.59 < 6  # Flesch and Kincaid: a school year
    assert max(map(words_in, sentences)) <= 30


# Data


def test_json_holds_the_whole_report_and_no_more(whole: Session) -> None:
    found = json.loads(in_format(whole, "json"))
    assert (found["document"], found["state"], found["setting"]) == (
        "report",
        "draft",
        "Hollin Bank",
    )
    first, second = found["areas"]
    assert second["judged"] is None
    (judged, *_) = first["judged"]["judgements"]
    step = {"key": "sustaining", "name": "Sustaining Excellence"}
    assert judged["stages"][0][0].items() >= step.items()
    assert [note["ref"] for note in first["statements"][0]["notes"]] == ["AK1"]
    for person in whole.state.people:
        assert json.loads(in_format(whole, "json", person)) == found


def test_a_calendar_says_of_what_it_is(whole: Session) -> None:
    lines = in_format(whole, "ics").replace("\r\n ", "").split("\r\n")
    (said,) = (line for line in lines if line.startswith("X-WR-CALDESC:"))
    assert "Little Inclusion Framework\\, version 2.1\\; draft\\; written out 21 November" in said


def test_what_is_in_a_document_is_found_by_its_words(whole: Session, little: Framework) -> None:
    seen = view(whole)
    held = {name: places_in(name, seen, little, MADE) for name in ("markdown", "parents", "ics")}
    assert {"AK1", "1.1", "Finding 1", "Action 1"} <= held["markdown"]
    assert {"Finding 1", "Key result 1", "Action 2"} <= held["parents"]
    assert not {"AK1", "1.1", "Finding 3", "Action 1", "Line of enquiry 2"} & held["parents"]
    assert held["ics"] == {"Action 1", "Action 2", "Key result 1"}

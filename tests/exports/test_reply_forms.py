"""The form for the host: what is filled in, as text or in Word, is read back, and nothing is guessed."""

import io
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph
from finals import Visit, visited
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reviews import library_in, panel_in

from exports.reply_form import form_blocks
from exports.tree import About
from exports.word import to_word
from frameworks.text import clean_text
from sessions.errors import Refused
from sessions.findings import change_finding
from sessions.fingerprint import finding_mark
from sessions.reply_files import read_docx_form, read_form_file
from sessions.reply_forms import LABELS, WRITE_HERE, Filled, read_form
from sessions.replying import import_form, reply
from sessions.view import view

HOSTILE = "Finding 2\n- [x] accept\nYour words: no\nEnd of finding 1\n## *b* <i> | [x](y) `c` &amp;"
ABOUT = About("To check for accuracy", made=datetime(2026, 11, 21, 9, 0))


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A review with a finding in hostile words, with the host for accuracy."""
    made = visited(panel_in(library_in(tmp_path_factory.mktemp("form"))))
    change_finding(made.session, made.fay, "1", text=HOSTILE)
    made.to("accuracy")
    yield made
    made.session.release()


@pytest.fixture(scope="module")
def form(visit: Visit) -> str:
    report = "# A report\n\nFinding 1\n\nYour answer: accept\n\n## A form to reply with"
    return "\n\n".join([report, *form_blocks(view(visit.session))]) + "\n"


@pytest.fixture(scope="module")
def word(form: str) -> bytes:
    return to_word(form, ABOUT)


def in_text(form: str, answers: Mapping[str, tuple[str, str]], mark: str = "[x]") -> str:
    """Fill a form in as one does in an editor: by finding, an answer and words."""
    head, *sections = form.split("### Finding ")
    for place, section in enumerate(sections):
        answer, words = answers.get(section.split("\n")[0], ("", ""))
        if answer:
            section = section.replace(f"[ ] {LABELS[answer]}\n", f"{mark} {LABELS[answer]}\n")
        if words:
            section = section.replace(WRITE_HERE, words)
        sections[place] = section
    return "### Finding ".join([head, *sections])


def in_word(word: bytes, answers: Mapping[str, tuple[str, str]], mark: str = "[x]") -> bytes:
    """Fill a form in as one does in Word: each line of the words is a paragraph."""
    document, ref = docx.Document(io.BytesIO(word)), ""
    for paragraph in document.paragraphs:
        style = paragraph.style.name if paragraph.style is not None else ""
        if paragraph.text.startswith("Finding ") and (style or "").startswith("Heading"):
            ref = paragraph.text.removeprefix("Finding ")
        answer, words = answers.get(ref, ("", ""))
        if answer and paragraph.text == f"[ ] {LABELS[answer]}":
            paragraph.runs[0].text = f"{mark} {LABELS[answer]}"
            for run in paragraph.runs[1:]:
                run.text = ""
        if words and paragraph.text == f"Your words: {WRITE_HERE}":
            first, *more = words.split("\n")
            paragraph.text = f"Your words: {first}"
            for line in reversed(more):
                beside = deepcopy(paragraph._p)
                paragraph._p.addnext(beside)
                Paragraph(beside, paragraph._parent).text = line
    return saved(document)


def saved(document: Document) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def answers_of(filled: Filled) -> dict[str, tuple[str, str]]:
    assert filled.troubles == ()
    return {one.finding: (one.answer, one.text) for one in filled.replies}


def test_a_form_that_is_not_filled_in_says_nothing(visit: Visit, form: str, word: bytes) -> None:
    for filled in (read_form(form), read_docx_form(word)):
        assert (filled.session, filled.replies, filled.troubles) == (visit.session.id, (), ())
        assert sorted(filled.blank) == ["1", "2"]


def test_what_is_filled_in_comes_in_with_what_it_was_about(visit: Visit, form: str) -> None:
    filled = read_form(in_text(form, {"1": ("correct", "Each month.\n\nAsk the office.")}))
    seen = view(visit.session).plan.finding("1")
    assert seen is not None
    assert [(one.finding, one.text, one.mark) for one in filled.replies] == [
        ("1", "Each month.\n\nAsk the office.", finding_mark(seen.kind, HOSTILE))
    ]
    assert filled.blank == ("2",)


_WORDS = (
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
        | st.sampled_from("\n \t#*[]x>:"),
        max_size=60,
    )
    .map(lambda text: clean_text(text).strip())
    .filter(lambda text: text and WRITE_HERE not in text)
)
_SAID = st.tuples(st.sampled_from(list(LABELS)), _WORDS)


@settings(max_examples=20)
@example(said={"1": ("disagree", HOSTILE), "2": ("evidence", "### Finding 1\n\n" + HOSTILE)})
@given(said=st.dictionaries(st.sampled_from(["1", "2"]), _SAID))
def test_any_words_come_back_whole(
    form: str, word: bytes, said: dict[str, tuple[str, str]]
) -> None:
    assert answers_of(read_form(in_text(form, said))) == said
    back = answers_of(read_docx_form(in_word(word, said)))
    # Word keeps no more than one blank at a paragraph's ends: lines are compared without.
    assert {ref: (answer, _lines(text)) for ref, (answer, text) in back.items()} == {
        ref: (answer, _lines(text)) for ref, (answer, text) in said.items()
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n")]


@pytest.mark.parametrize(
    "mark",
    ["[X]", "[ x ]", "[x ]", "[\u00a0X\u00a0]", "☒", "[☒]", "(x)", "[✓]", "✔", "[yes]", "x", "*x*"],
)
def test_ticks_as_people_and_word_write_them(form: str, mark: str) -> None:
    filled = read_form(in_text(form, {"2": ("accept", "")}, mark))
    assert answers_of(filled) == {"2": ("accept", "")}


@pytest.mark.parametrize("line", ["accept", "Accepted [x]", "[ ] accept: yes", "* accepts x"])
def test_an_answer_that_was_written_otherwise(form: str, line: str) -> None:
    line = line.replace("Accepted", "Accepts")
    changed = form.replace("- [ ] accept\n", f"{line}\n", 1).replace("- [ ] correct\n", "", 1)
    assert [one.answer for one in read_form(changed).replies] == ["accept"]


def test_the_answer_may_stand_on_its_line(form: str) -> None:
    changed = form.replace("of one):", "of one): disagree", 1).replace(WRITE_HERE, "No.", 1)
    assert [one.answer for one in read_form(changed).replies] == ["disagree"]
    first, second = (
        "[ ] accept\n- [ ] correct\n- [ ] add evidence\n- [ ] disagree",
        ("[ ] accept [X] correct [ ] add  evidence [ ] disagree"),
    )
    changed = form.replace(first, second, 1).replace(WRITE_HERE, "No.", 1)
    assert [one.answer for one in read_form(changed).replies] == ["correct"]


def test_what_an_editor_does_to_a_file(form: str, tmp_path: Path) -> None:
    filled = in_text(form, {"1": ("accept", ""), "2": ("correct", "Nine, not \u201cten\u201d.")})
    said = {"1": ("accept", ""), "2": ("correct", "Nine, not \u201cten\u201d.")}
    file = tmp_path / "form.md"
    for data in (
        filled.encode("utf-8-sig"),
        filled.replace("\n", "\r\n").encode("utf-16"),
        filled.encode("cp1252"),
        filled.replace("- [", "* [").replace("### ", "").encode(),
    ):
        file.write_bytes(data)
        assert answers_of(read_form_file(file)) == said
    file.write_bytes(in_word(to_word(form, ABOUT), said))
    assert answers_of(read_form_file(file)) == said


def test_what_word_does_to_a_document(word: bytes) -> None:
    document = docx.Document(io.BytesIO(word))
    ticks = [p for p in document.paragraphs if p.text == "[ ] disagree"]
    words = [p for p in document.paragraphs if p.text.startswith("Your words")]
    # A tracked change: what was put in stands in an element of its own.
    tracked = docx.oxml.parse_xml(
        f'<w:ins {docx.oxml.ns.nsdecls("w")} w:id="1" w:author="Hana"><w:r><w:t>No\u00a0'
        "longer.</w:t></w:r><w:r><w:br/><w:t>See C4.</w:t></w:r></w:ins>"
    )
    words[0]._p.append(tracked)
    ticks[0].text = ""
    symbol = f'<w:sym {docx.oxml.ns.nsdecls("w")} w:font="Wingdings" w:char="F0FE"/>'
    ticks[0].add_run()._r.append(docx.oxml.parse_xml(symbol))
    ticks[0].add_run(" disagree")
    # Answers that were put into a table.
    table = document.add_table(1, 1)
    words[1]._p.addprevious(table._tbl)
    table.cell(0, 0).paragraphs[0].text = "☑ accept"
    assert answers_of(read_docx_form(saved(document))) == {
        read_docx_form(word).blank[0]: ("disagree", "No\u00a0longer.\nSee C4."),
        read_docx_form(word).blank[1]: ("accept", ""),
    }


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "- [ ] accept\n- [ ] correct",
            "- [x] accept\n- [x] correct",
            "accept and correct are ticked",
        ),
        ("- [ ] correct", "- [x] correct", "correct needs words"),
        (WRITE_HERE, "Nine, not ten.", "there are words and no answer"),
        ("- [ ] accept", "- [maybe] accept", '"[maybe] accept" is not clear'),
        ("- [ ] disagree", "- [ ] disagree\nIt was nine.", '"It was nine." is no answer'),
        ("Your answer (put", "Ours (put", '"Your answer" is gone'),
        (f"Your words: {WRITE_HERE}", "", '"Your words:" is gone'),
        ("(mark ", "(", '"End of finding'),
    ],
)
def test_what_is_not_clear_is_told_with_its_place(form: str, old: str, new: str, says: str) -> None:
    begins = form.index("### Finding ")
    changed = form[:begins] + form[begins:].replace(old, new, 1)
    filled = read_form(changed)
    (trouble,) = filled.troubles
    first = form[begins:].split("\n")[0].removeprefix("### Finding ")
    assert trouble.finding == first
    assert says in trouble.words
    section = changed.split("\n")[trouble.line - 1 :]
    assert section and changed[:begins].count("\n") < trouble.line <= changed.count("\n")
    assert filled.replies == ()


def test_a_finding_that_stands_twice_is_told(form: str) -> None:
    begins = form.index("### Finding ")
    filled = read_form(form + "\n" + form[begins:])
    assert {trouble.words for trouble in filled.troubles} == {
        "it stands here a second time; leave one of them"
    }


@pytest.mark.parametrize("data", [b"", b"Minutes of a meeting", b"PK\x03\x04 and no more", b"\xff"])
def test_what_is_no_form_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    with pytest.raises(Refused, match="form"):
        read_form_file(file)
    with pytest.raises(Refused, match="folder"):
        read_form_file(tmp_path)


def test_a_form_shows_what_was_answered_before_and_takes_it_for_nothing(tmp_path: Path) -> None:
    made = visited(panel_in(library_in(tmp_path)))
    made.to("accuracy")
    reply(made.session, made.hana, "1", "disagree", "[x] accept\nYour answer: accept")
    form = "\n\n".join(form_blocks(view(made.session)))
    assert "by Hana, who disagrees" in form
    assert read_form(form).replies == ()
    import_form(made.session, made.hana, read_form(in_text(form, {"2": ("accept", "")})))
    assert [one.answer for one in view(made.session).after.replies] == ["disagree", "accept"] or [
        one.answer for one in view(made.session).after.replies
    ] == ["accept", "disagree"]

"""Forms as careless people send them back: what they say comes in, or it is said where it does not and why."""

import io
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import datetime

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from finals import Visit, visited
from reviews import library_in, panel_in

from exports.markdown_plan import finding_blocks
from exports.reply_form import form_blocks
from exports.tree import About
from exports.word import to_word
from sessions.errors import Refused
from sessions.findings import add_finding
from sessions.reply_files import read_docx_form
from sessions.reply_forms import WRITE_HERE, read_form
from sessions.replying import preview
from sessions.view import view

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ABOUT = About("To check for accuracy", made=datetime(2026, 11, 21, 9, 0))


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A review with three findings, with the host for accuracy."""
    made = visited(panel_in(library_in(tmp_path_factory.mktemp("careless"))))
    add_finding(made.session, made.fay, "strength", "Every room has a card.", ["1.2"], ["AK2"])
    made.to("accuracy")
    yield made
    made.session.release()


@pytest.fixture(scope="module")
def form(visit: Visit) -> str:
    head = "# A report\n\nMuch of it.\n\n## A form to reply with"
    return "\n\n".join([head, *form_blocks(view(visit.session))]) + "\n"


def filled_in(form: str, finding: str = "2", words: str = "Each month.") -> str:
    """Correct a finding as the form asks for it."""
    head, section = form.split(f"### Finding {finding}\n")
    section = section.replace("[ ] correct", "[x] correct", 1).replace(WRITE_HERE, words, 1)
    return f"{head}### Finding {finding}\n{section}"


def came_in(visit: Visit, text: str) -> dict[str, tuple[str, str]]:
    coming = preview(visit.session, visit.hana, read_form(text))
    return {one.finding: (one.answer, one.text) for one in coming}


def refused(visit: Visit, text: str) -> str:
    with pytest.raises(Refused) as caught:
        preview(visit.session, visit.hana, read_form(text))
    assert "Nothing came in" in str(caught.value)
    return str(caught.value)


CORRECTED = {"2": ("correct", "Each month.")}


def test_the_form_has_the_findings_in_the_order_of_the_report(visit: Visit, form: str) -> None:
    plan = view(visit.session).plan
    report = "\n".join(finding_blocks(plan, view(visit.session).after))
    assert re.findall(r"### Finding (\d)", form) == re.findall(r"\(Finding (\d)", report)
    assert re.findall(r"### Finding (\d)", form) == ["1", "3", "2"]


# As text


def test_quoted_in_a_mail_with_smart_quotes_and_other_spaces(visit: Visit, form: str) -> None:
    text = filled_in(form, words="They said “each month”.").replace(" ", "\u00a0")
    text = text.replace('"', "”").replace("- [x]", "\u2022\t[X]")
    quoted = "\r\n".join(f"> {line}" for line in text.split("\n"))
    for said in (text, quoted):
        answer, words = came_in(visit, said)["2"]
        assert (answer, words.replace("\u00a0", " ")) == ("correct", "They said “each month”.")


def test_a_list_that_became_a_table(visit: Visit, form: str) -> None:
    text = re.sub(r"- \[(.)\] ([a-z ]+)\n", r"| [\1] | \2 |\n", filled_in(form))
    assert came_in(visit, text) == CORRECTED


def test_a_table_that_became_text(visit: Visit, form: str) -> None:
    text = re.sub(r"- \[(.)\] ([a-z ]+)\n", r"[\1]\t\2\n", filled_in(form))
    assert came_in(visit, text) == CORRECTED


def test_findings_in_another_order(visit: Visit, form: str) -> None:
    head, *sections = re.split(r"(?=### Finding )", filled_in(form))
    assert came_in(visit, head + "".join(reversed(sections))) == CORRECTED


def test_a_heading_that_is_gone(visit: Visit, form: str) -> None:
    for gone in ("1", "3", "2"):
        said = refused(visit, filled_in(form).replace(f"### Finding {gone}\n", ""))
        assert f"finding {gone}, line " in said
        assert f'the line "Finding {gone}" above its answer is gone; put it back' in said


def test_words_below_the_end_of_a_finding(visit: Visit, form: str) -> None:
    text = form.replace("### Finding 3\n", "Not so: it is each month.\n\n### Finding 3\n")
    said = refused(visit, text)
    place = text.split("\n").index("Not so: it is each month.") + 1
    assert f'line {place}: "Not so: it is each month." stands under no finding' in said
    assert 'move it behind "Your words:"' in said
    at_the_end = form.replace("End of the form.", "Not so.\n\nEnd of the form.")
    assert '"Not so." stands under no finding' in refused(visit, at_the_end)


def test_an_end_that_was_moved(visit: Visit, form: str) -> None:
    (end,) = re.findall(r"End of finding 1 .*\n", form)
    text = filled_in(form).replace(end, "").replace("End of the form.", f"{end}\nEnd of the form.")
    assert "finding 3 stands inside it; move that out" in refused(visit, text)


def test_the_finding_itself_was_mended_on_the_form(visit: Visit, form: str) -> None:
    said = refused(visit, form.replace("look at attendance each week", "look at it each month"))
    assert "finding 1, line " in said
    assert "the words of the finding itself were changed on the form; put them back" in said
    more = form.replace("attendance each week.", "attendance each week. This is wrong!")
    assert "the words of the finding itself were changed" in refused(visit, more)


# As Word has it


@pytest.fixture(scope="module")
def word(form: str) -> bytes:
    return to_word(form, ABOUT)


def changed(word: bytes, change: Callable[[Document], None]) -> str | bytes:
    document = docx.Document(io.BytesIO(word))
    change(document)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def paragraphs(document: Document, finding: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a finding, its heading first."""
    inside = False
    for paragraph in document.paragraphs:
        inside = paragraph.text == f"Finding {finding}" or (
            inside and not paragraph.text.startswith("Finding ")
        )
        if inside:
            yield paragraph


def from_word(visit: Visit, data: str | bytes) -> dict[str, tuple[str, str]]:
    assert isinstance(data, bytes)
    coming = preview(visit.session, visit.hana, read_docx_form(data))
    return {one.finding: (one.answer, one.text) for one in coming}


def refused_from_word(visit: Visit, data: str | bytes) -> str:
    with pytest.raises(Refused) as caught:
        from_word(visit, data)
    return str(caught.value)


def tracked(paragraph: Paragraph, text: str) -> None:
    """Put other words into a paragraph, as a change that nobody has accepted or refused."""
    old = paragraph.text
    for run in list(paragraph.runs):
        paragraph._p.remove(run._r)
    said = 'w:id="1" w:author="Hana" w:date="2026-11-21T09:00:00Z"'
    for xml in (
        f'<w:del {W} {said}><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>',
        f'<w:ins {W} {said}><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>',
    ):
        paragraph._p.append(parse_xml(xml))


def test_tracked_changes_that_nobody_accepted(visit: Visit, word: bytes) -> None:
    def change(document: Document) -> None:
        for paragraph in paragraphs(document, "2"):
            if paragraph.text == "[ ] correct":
                tracked(paragraph, "[x] correct")
            elif paragraph.text.startswith("Your words"):
                tracked(paragraph, "Your words: Each month.")

    assert from_word(visit, changed(word, change)) == CORRECTED


def test_a_heading_struck_out_as_a_tracked_change(visit: Visit, word: bytes) -> None:
    said = refused_from_word(
        visit, changed(word, lambda found: tracked(next(paragraphs(found, "3")), ""))
    )
    assert 'the line "Finding 3" above its answer is gone; put it back' in said


def test_a_finding_mended_with_tracked_changes(visit: Visit, word: bytes) -> None:
    def change(document: Document) -> None:
        _, text, *_ = paragraphs(document, "1")
        tracked(text, text.text.replace("each week", "each month"))

    assert "finding 1, line " in refused_from_word(visit, changed(word, change))


def test_answers_put_into_a_table_of_boxes_and_words(visit: Visit, word: bytes) -> None:
    def change(document: Document) -> None:
        answers = [p for p in paragraphs(document, "2") if p.text.startswith("[ ]")]
        table = document.add_table(rows=0, cols=2)
        for answer in answers:
            box, label = table.add_row().cells
            box.text = "[x]" if answer.text == "[ ] correct" else "[ ]"
            label.text = answer.text.removeprefix("[ ] ")
        answers[0]._p.addprevious(table._tbl)
        for answer in answers:
            answer._p.getparent().remove(answer._p)
        words = next(p for p in paragraphs(document, "2") if p.text.startswith("Your words"))
        words.text = "Your words: Each month."

    assert from_word(visit, changed(word, change)) == CORRECTED


def test_a_comment_in_the_margin_is_told(visit: Visit, word: bytes) -> None:
    def change(document: Document) -> None:
        _, text, *_ = paragraphs(document, "3")
        text._p.append(parse_xml(f'<w:r {W}><w:commentReference w:id="0"/></w:r>'))

    said = refused_from_word(visit, changed(word, change))
    assert "finding 3, line " in said and "a comment in the margin" in said


def test_a_finding_pasted_twice(visit: Visit, word: bytes) -> None:
    def change(document: Document) -> None:
        last = document.paragraphs[-1]
        for paragraph in list(paragraphs(document, "1")):
            last._p.addprevious(deepcopy(paragraph._p))

    said = refused_from_word(visit, changed(word, change))
    assert "finding 1, line " in said and "it stands here a second time" in said

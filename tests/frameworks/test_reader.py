import pytest

from frameworks.model import (
    Area,
    CaseStudy,
    Collection,
    Descriptor,
    Framework,
    JudgementField,
    Mistake,
    Scale,
    Signpost,
    SignpostItem,
    Statement,
    Step,
)
from frameworks.reader import PackError, read_pack

SAMPLE = Framework(
    id="sample",
    title="SEND: the audit",
    version="2026.1",
    publisher="Hollin Bank",
    source="Invented for tests",
    scale=Scale(
        "stage",
        (
            Step(
                "starting",
                "Starting Out",
                "▲",
                "SO",
                "Things begin.",
                ("Some of it is there.", "Not all of it."),
                enquire=True,
            ),
            Step("going-well", "Going Well", "●", "GW"),
        ),
    ),
    areas=(
        Area(
            1,
            "Outcomes",
            statements=(
                Statement(
                    "1.1",
                    "Leaders know.",
                    "Leaders know, and act on what they know.",
                    questions=("Who knows?", "Since when?"),
                    look_for=("a plan",),
                ),
                Statement("1.2", "Learners thrive."),
            ),
            descriptors=(
                Descriptor(
                    "1.1-starting",
                    "starting",
                    ("1.1",),
                    "Some know.",
                    "Some know, others do not.",
                    ("1 SO 1",),
                ),
                Descriptor(
                    "1.1-going-well",
                    "going-well",
                    ("1.1",),
                    "All know.",
                    source=("1 GW 1", "1 GW 2"),
                ),
                Descriptor(
                    "1-going-well", "going-well", (), "It holds together.", source=("1 GW 3",)
                ),
                Descriptor("1-going-well-2", "going-well", (), "It lasts."),
            ),
            case_studies=("the-hive",),
            also_linked=("3-part-curriculum",),
            rationale="Why it matters.\n\nAnd to whom.",
            references=("The Code, 6.44", "6.45: look often", "Chapter 6"),
            questions=("What do you see?", "What changed?", "What did not?"),
        ),
        Area(
            2,
            "Leadership",
            statements=(Statement("2.1", "Governors ask."),),
            descriptors=(
                Descriptor("2.1-going-well", "going-well", ("2.1",), "They hear answers."),
            ),
            questions=("What changed?", "What did not?"),
        ),
    ),
    about=("What it is, with *stars* and a [link](x).", "Who it is for, in two lines."),
    guidance=("First, look.", "Then judge."),
    case_studies=(
        CaseStudy("the-hive", "The Hive", "A room of its own.", ("Talking Head", "Plan")),
        CaseStudy("3-part-curriculum", "3-Part Curriculum", "Three parts."),
    ),
    signposts=(
        Signpost(
            "Ordinarily Available Provision",
            (SignpostItem("Bolton", "08.01.2026"), SignpostItem("St. Helens (the borough)")),
            "Where to look.",
        ),
        Signpost("Toolkits", (SignpostItem("State-funded toolkit"),)),
    ),
    purposes=("To see what is there", "To plan what comes next"),
    draws_on=("The Code",),
    fields=(
        JudgementField("strengths", "Strengths"),
        JudgementField(
            "areas-for-development", "Areas for development", "what to do next: and who"
        ),
    ),
    question_sets=(
        Collection("For everybody", (), ("Who was asked?",)),
        Collection("Of leaders", (2, 1), ("What changed?", "What did not?")),
    ),
    reference_sets=(Collection("The Code", (1,), ("6.45: look often", "Chapter 6")),),
)

LETTERED = """---
id: lettered
title: L
version: 1
publisher: P
source: S
scale: answer
---
# Scale
## Yes
Key: yes
Symbol: +
Initials: Y
## No
Key: no
Symbol: -
Initials: N
# Area 1: One
## 1a
Text.
## 1b
Text.
# Area 2: Two
## 2a
Text.
"""


def mistakes_in(text: str) -> tuple[Mistake, ...]:
    with pytest.raises(PackError) as caught:
        read_pack(text)
    return caught.value.mistakes


def test_a_pack_is_read_whole(sample: str) -> None:
    assert read_pack(sample) == SAMPLE


def test_without_blank_lines_and_with_letters() -> None:
    areas = read_pack(LETTERED).areas
    assert [s.ref for area in areas for s in area.statements] == ["1a", "1b", "2a"]
    assert [area.descriptors for area in areas] == [(), ()]


def test_a_pack_from_before_these_parts_were_known_is_read(sample: str) -> None:
    framework = read_pack(sample.partition("# Purposes")[0])
    assert not framework.scale.falling
    assert framework.areas[0].questions == ("What do you see?",)
    assert framework.areas[0].references == ("The Code, 6.44",)
    assert not framework.purposes and not framework.draws_on and not framework.fields
    assert not framework.question_sets and not framework.reference_sets


@pytest.mark.parametrize("order", ["rising", "Falling", "FALLING"])
def test_the_order_of_the_scale(order: str) -> None:
    scale = read_pack(LETTERED.replace("scale:", f"order: {order}\nscale:")).scale
    assert scale.falling == (order != "rising")
    assert [step.key for step in scale.steps] == ["yes", "no"], "as the source has them"


@pytest.mark.parametrize(
    ("order", "of_yes", "of_no", "expected"),
    [
        ("rising", "", "", ["yes"]),
        ("falling", "", "", ["no"]),
        ("falling", "Enquire: yes", "", ["yes"]),
        ("falling", "enquire: Yes", "Enquire: YES", ["yes", "no"]),
        ("falling", "Enquire: no", "", ["no"]),
        ("falling", "", "Enquire: no", []),
    ],
)
def test_the_steps_that_propose_an_enquiry(
    order: str, of_yes: str, of_no: str, expected: list[str]
) -> None:
    text = LETTERED.replace("scale:", f"order: {order}\nscale:")
    text = text.replace("Initials: Y", f"Initials: Y\n{of_yes}")
    text = text.replace("Initials: N", f"Initials: N\n{of_no}")
    assert [step.key for step in read_pack(text).scale.steps if step.enquire] == expected


def test_letters_end_at_z() -> None:
    letters = "bcdefghijklmnopqrstuvwxyz"
    text = LETTERED + "".join(f"## 2{letter}\nText.\n" for letter in letters)
    assert read_pack(text).areas[1].statements[-1].ref == "2z"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_newlines_and_a_byte_order_mark_change_nothing(sample: str, newline: str) -> None:
    assert read_pack("\ufeff" + sample.replace("\n", newline)) == SAMPLE


def test_blank_lines_at_both_ends_change_nothing(sample: str) -> None:
    assert read_pack("\n \n" + sample + "\n\t\n\n") == SAMPLE


def test_a_comment_may_stand_on_lines_of_its_own_anywhere(sample: str) -> None:
    lines = sample.splitlines(keepends=True)
    for place in range(len(lines) + 1):
        text = "".join([*lines[:place], "<!-- a note -->\n", *lines[place:]])
        assert read_pack(text) == SAMPLE, f"before line {place + 1}"


def test_a_comment_may_take_several_lines(sample: str) -> None:
    comment = "  <!-- a note\n\n## 9.9\n\n- of several lines -->\n"
    assert read_pack(sample.replace("# Area 2", comment + "# Area 2")) == SAMPLE


def test_a_comment_inside_a_sentence_is_text(sample: str) -> None:
    framework = read_pack(sample.replace("Who knows?", "Who <!-- really --> knows?"))
    assert framework.areas[0].statements[0].questions[0] == "Who <!-- really --> knows?"


def test_inline_markdown_stays_as_it_is_written(sample: str) -> None:
    odd = r"**All** `know` \*it\* &amp; [so](http://x) <b>do</b> ![i](j) they_ : | 1) #tag"
    framework = read_pack(sample.replace("All know.", odd))
    assert framework.areas[0].descriptors[1].text == odd


def test_a_line_that_looks_like_a_link_definition_is_text(sample: str) -> None:
    framework = read_pack(sample.replace("All know.", "[all]: know"))
    assert framework.areas[0].descriptors[1].text == "[all]: know"


def test_white_space_becomes_one_space(sample: str) -> None:
    framework = read_pack(sample.replace("All know.", "All\t \u00a0\u2028know."))
    assert framework.areas[0].descriptors[1].text == "All know."


@pytest.mark.parametrize("marked", ["# Scale", "## 1.1", "### Ask", "- Who knows?", "2. Then"])
def test_a_space_of_another_width_after_a_sign_is_a_space(sample: str, marked: str) -> None:
    assert f"\n{marked}" in sample
    sign, _, text = marked.partition(" ")
    assert read_pack(sample.replace(f"\n{marked}", f"\n{sign}\u00a0{text}", 1)) == SAMPLE


def test_what_a_terminal_would_obey_is_replaced(sample: str) -> None:
    framework = read_pack(sample.replace("All know.", "All\x1b[2J \u202eknow.\x00"))
    assert framework.areas[0].descriptors[1].text == "All\ufffd[2J \ufffdknow.\ufffd"


def test_labels_may_follow_a_text_without_a_blank_line(sample: str) -> None:
    text = sample.replace(
        "Some know.\n\nFull: Some know, others do not.\n\nSource: 1 SO 1",
        "Some know.\nfull: Some know,\nothers do not.\nSOURCE : 1 SO 1",
    )
    assert read_pack(text) == SAMPLE


def test_the_parts_may_come_in_another_order(sample: str) -> None:
    before, after = sample.split("# About")
    about, rest = after.split("# Scale")
    assert read_pack(before + "# Scale" + rest + "\n# About" + about) == SAMPLE


def test_a_title_may_stand_below_the_heading_of_its_area(sample: str) -> None:
    text = sample.replace("# Area 1: Outcomes\n", "# Area 1\n\nTitle: Outcomes\n")
    assert read_pack(text.replace("# Area 2: Lead", "# Area 2\nTitle: Lead")) == SAMPLE


def test_case_studies_may_name_their_areas(sample: str) -> None:
    text = sample.replace("## Case studies\n\n- The Hive\n\n", "")
    text = text.replace("## Also linked\n\n- 3-Part Curriculum\n\n", "")
    text = text.replace("A room of its own.", "Areas: 1\n\nA room of its own.")
    text = text.replace("Three parts.", "Three parts.\n\nAreas:\t2\nalso linked : 1")
    one, two = read_pack(text).areas
    assert one == SAMPLE.areas[0]
    assert (two.case_studies, two.also_linked) == (("3-part-curriculum",), ())


def test_bullets_of_several_kinds_are_one_list(sample: str) -> None:
    framework = read_pack(sample.replace("2. Then judge.", "* Then judge.\n+ Then plan."))
    assert framework.guidance == ("First, look.", "Then judge.", "Then plan.")


def test_a_long_text_is_no_mistake(sample: str) -> None:
    long = "word " * 500
    assert read_pack(sample.replace("All know.", long)).areas[0].descriptors[1].text == long.strip()


def test_ids_of_case_studies_are_unique_slugs(sample: str) -> None:
    titles = ["The Hive!", "the  HIVE 2", "L'école: été", "日本", "中国"]
    more = "".join(f"## {title}\n\nText.\n\n" for title in titles)
    framework = read_pack(sample.replace("# Signposts", more + "# Signposts"))
    ids = [study.id for study in framework.case_studies[2:]]
    assert ids == ["the-hive-2", "the-hive-2-2", "lecole-ete", "case-study", "case-study-2"]


def test_ids_of_descriptors_are_unique_whatever_the_keys(sample: str) -> None:
    text = sample.replace("Key: starting", "Key: going-well-2").replace(
        "It lasts.\n", "It lasts.\n\n### Starting Out\n\nIt starts.\n"
    )
    ids = [d.id for area in read_pack(text).areas for d in area.descriptors]
    assert len(ids) == len(set(ids)) == 6


@pytest.mark.parametrize("day", ["accessed 23.03.2026", "accessed on 23.03.2026"])
def test_the_day_of_a_signpost(sample: str, day: str) -> None:
    framework = read_pack(sample.replace("accessed 08.01.2026", day))
    assert framework.signposts[0].items[0] == SignpostItem("Bolton", "23.03.2026")


@pytest.mark.parametrize("symbol", ["A", "◐", "#", "é", "-"])
def test_symbols_of_one_cell(sample: str, symbol: str) -> None:
    assert read_pack(sample.replace("▲", symbol)).scale.steps[0].symbol == symbol


@pytest.mark.parametrize("symbol", ["AB", "日", "🙂", "e\u0301", "\u0301", "\u200b", "\x07"])
def test_symbols_that_are_not_one_cell(sample: str, symbol: str) -> None:
    (mistake,) = mistakes_in(sample.replace("▲", symbol))
    assert (mistake.line, mistake.wrong[:10]) == (27, "the symbol")


@pytest.mark.parametrize("initials", ["ÉF", "S O", "S;O", "●"])
def test_initials_that_could_not_stand_in_a_mark(sample: str, initials: str) -> None:
    (mistake,) = mistakes_in(sample.replace("Initials: SO", f"Initials: {initials}"))
    assert (mistake.line, mistake.wrong) == (28, f'the initials "{initials}" cannot be used')


@pytest.mark.parametrize(("text", "line"), [("Three parts.", 130), ("Why it matters.", 43)])
def test_a_paragraph_of_which_nothing_can_be_seen_is_a_mistake(
    sample: str, text: str, line: int
) -> None:
    (mistake,) = mistakes_in(sample.replace(text, "\u00a0\u2003"))
    assert mistake.at("f") == f"f:{line}: a paragraph without text; expected text"


def test_an_error_says_all_of_it(sample: str) -> None:
    text = sample.replace("Then judge.", "").replace("Leaders know.\n", "")
    with pytest.raises(PackError) as caught:
        read_pack(text)
    assert str(caught.value).splitlines() == [m.at("pack") for m in caught.value.mistakes]
    assert len(caught.value.mistakes) == 2


def test_a_pack_that_is_far_too_long_is_refused_at_once() -> None:
    (mistake,) = mistakes_in("a" * 1_000_001)
    assert mistake.wrong == "a file too long for a pack"

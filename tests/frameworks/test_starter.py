"""The pack that people begin a framework of their own with."""

import re
from pathlib import Path

import pytest

from frameworks.model import Framework
from frameworks.reader import PackError, read_pack
from frameworks.shelf import BUILT_IN, Shelf
from frameworks.starter import starter_pack

NOTE = re.compile(r"^<!--.*?-->$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def starter() -> Framework:
    return read_pack(starter_pack())


def test_it_is_small_and_shows_what_a_pack_can_have(starter: Framework) -> None:
    assert [s.ref for area in starter.areas for s in area.statements] == [
        *("1.1", "1.2", "2.1", "2.2"),
    ]
    described, bare = starter.areas
    assert len(starter.scale.steps) == 3
    assert {d.stage for d in described.descriptors} == {step.key for step in starter.scale.steps}
    assert bare.descriptors == ()
    assert all(statement.questions and statement.look_for for statement in described.statements)
    assert starter.fields and starter.question_sets and starter.purposes


def test_its_names_are_its_own(starter: Framework) -> None:
    others = Shelf(built_in=BUILT_IN).all()
    assert starter.id not in {framework.id for framework in others}
    taken = {step.name for framework in others for step in framework.scale.steps}
    assert not taken & {step.name for step in starter.scale.steps}


def test_its_notes_can_all_be_deleted(starter: Framework) -> None:
    without = NOTE.sub("", starter_pack())
    assert "--" not in without.replace("\n---\n", "\n")
    assert read_pack(without) == starter


def test_a_note_above_explains_each_part_and_each_field() -> None:
    text = starter_pack()
    explained = ""
    words = set()
    for note, after in zip(NOTE.findall(text), NOTE.split(text)[1:], strict=True):
        explained += note
        for match in re.finditer(r"^(?:# (\w+)|(\w+):)", after, re.MULTILINE):
            word = match[1] or match[2]
            words.add(word)
            assert re.search(rf"\b{word}", explained, re.IGNORECASE), word
    assert {"id", "order", "About", "Scale", "Enquire", "Judgement", "Area", "Questions"} < words


def test_the_parts_that_its_last_note_offers_can_be_used(starter: Framework) -> None:
    text = starter_pack()
    last = NOTE.findall(text)[-1]
    _, more = last.removesuffix("-->").split("below this note.")
    framework = read_pack(text + more)
    assert framework.draws_on and framework.guidance and framework.reference_sets
    assert framework.case_studies and framework.signposts
    assert framework.areas[0].case_studies == ("title-of-a-case-study",)


def test_a_first_change_gone_wrong_is_told_at_its_line() -> None:
    text = starter_pack().replace("### Under way", "### Underway", 1)
    with pytest.raises(PackError) as caught:
        read_pack(text)
    (mistake,) = caught.value.mistakes
    assert text.split("\n")[mistake.line - 1] == "### Underway"
    assert '"### Under way"' in mistake.expected


def test_the_pack_lies_beside_its_code_and_not_among_the_frameworks() -> None:
    assert not (BUILT_IN / "starter.md").exists()
    assert (Path(BUILT_IN).parent / "starter.md").is_file()


README = Path(BUILT_IN).parents[1] / "README.md"


def example(part: str) -> str:
    """Return the example of the README's table in the row that begins with these words."""
    lines = README.read_text(encoding="utf-8").splitlines()
    (row,) = (line for line in lines if line.startswith(f"| {part} |"))
    shown = row.split(" | ")[-1].removesuffix(" |")
    return "\n".join(line.strip("`") for line in shown.split("<br>")) + "\n\n"


def test_the_readmes_examples_make_a_pack() -> None:
    front = example("**Front matter**").rstrip().removesuffix("---")
    step = example("**`# Scale`**").replace("UW\n", "UW\n" + example("`Enquire:`").rstrip() + "\n")
    framework = read_pack(
        "".join(
            [
                *(front, example("`order:`").rstrip(), "\n---\n\n", example("`# About`")),
                *(example("`# Purposes`"), example("`# Draws on`"), example("`# Guidance`")),
                *(step, "## Not yet\n\nKey: not-yet\nSymbol: -\nInitials: NY\n\n"),
                *(example("`# Judgement`"), example("**`# Area 1: Title`**")),
                *(example("**`## 1.1`**"), example("`Full:`")),
                *(example("`### Ask` and `### Look for`"), example("`### Name of a step`")),
                *(example("`Source:`"), example("`## Area as a whole`")),
                example("`## Questions` and `## References`"),
                *(example("`<!-- -->`"), "# Area 2: Leaving\n\n## 2.1\n\nGoodbyes are said.\n\n"),
                *(example("`# Questions` and `# References`"), example("`# Case studies`")),
                example("`# Signposts`"),
            ]
        )
    )
    assert framework.scale.falling and framework.scale.steps[0].enquire
    assert [field.key for field in framework.fields] == ["strengths", "next-step"]
    arriving = framework.areas[0]
    assert arriving.statements[0].full.startswith("Each child is greeted by name on arrival")
    assert arriving.descriptors[0].source == ("1 UW 2", "1 UW 3")
    assert arriving.questions == ("What do families say?", "What helps you here?")
    assert arriving.case_studies == ("the-quiet-door",)
    assert framework.signposts[0].items[0].accessed == "08.01.2026"

"""Each way to spoil a pack, and exactly what the reader says of it: see mistakes.txt."""

from pathlib import Path
from typing import NamedTuple

import pytest

from frameworks.reader import PackError, read_pack

TABLE = Path(__file__).with_name("mistakes.txt")


class Case(NamedTuple):
    name: str
    line: int
    out: list[str]
    into: list[str]
    said: list[str]


def cases() -> list[Case]:
    _, *entries = TABLE.read_text(encoding="utf-8").split("\n== ")
    return [case_of(entry.rstrip("\n").split("\n")) for entry in entries]


def case_of(lines: list[str]) -> Case:
    name, line, *rest = lines
    return Case(
        name,
        int(line.removeprefix("@")),
        [text[1:] for text in rest if text.startswith("-")],
        [text[1:] for text in rest if text.startswith("+")],
        [text for text in rest if text[0] not in "-+"],
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_mistake_is_told_with_its_line(sample: str, case: Case) -> None:
    lines = sample.split("\n")
    start, end = case.line - 1, case.line - 1 + len(case.out)
    assert lines[start:end] == case.out
    with pytest.raises(PackError) as caught:
        read_pack("\n".join([*lines[:start], *case.into, *lines[end:]]))
    assert [mistake.at("pack.md") for mistake in caught.value.mistakes] == case.said


TOGETHER = (
    "front matter with an empty value",
    "symbol of two characters",
    "list below an area",
    "unknown heading in an area",
    "unknown stage",
    "statement with more in its heading",
    "unknown case study",
    "signpost without a name",
)


def test_none_of_the_mistakes_in_a_pack_hides_another(sample: str) -> None:
    lines = sample.split("\n")
    chosen = [case for case in cases() if case.name in TOGETHER]
    for case in chosen:
        assert len(case.out) == len(case.into) == 1, "or the lines below would move"
        lines[case.line - 1] = case.into[0]
    with pytest.raises(PackError) as caught:
        read_pack("\n".join(lines))
    said = [mistake.at("pack.md") for mistake in caught.value.mistakes]
    assert len(said) == len(TOGETHER)
    assert set(said) == {line for case in chosen for line in case.said}

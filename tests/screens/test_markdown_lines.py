"""Markdown as lines: every word, within any width, and as columns where they fit."""

import pytest

from screens.widgets.markdown_lines import lay_out, read_markdown


def laid_out(source: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in lay_out(read_markdown(source), width)]


@pytest.mark.parametrize("width", [4, 9, 24, 46, 78, 200])
def test_markdown_keeps_every_word_within_any_width(width: int) -> None:
    source = (
        "# A heading *of* some length\n\nA line  \nand another \\[b\\] of it.\n\n"
        "- one **two**\n- three\n  four\n\n7. seven\n\n> quoted\n\n---\n\n```\ncode\n```\n\n"
        "| Note | Where | Much text |\n| - | - | - |\n"
        "| AK1 | hall | words that go on and on until they need more than one line |\n"
    )
    found = lay_out(read_markdown(source), width)
    assert all(line.cell_length <= width for line in found)
    said = "".join(line.plain for line in found).replace(" ", "")
    for word in ("heading", "another", "[b]", "two", "four", "seven", "quoted", "code", "AK1"):
        assert word in said
    assert "untiltheyneedmorethanoneline" in said or width > 9


def test_a_list_hangs_and_a_hard_break_breaks() -> None:
    assert laid_out("- one two three\n- four  \n  five", 9) == [
        "- one two",
        "  three",
        "- four",
        "  five",
    ]


def test_a_table_stands_in_columns_where_it_fits_and_as_lists_where_not() -> None:
    source = "| Note | Where | Remarks |\n| - | - | - |\n| AK1 | the hall | late |\n| AK2 | | |\n"
    assert laid_out(source, 40) == [
        "Note  Where     Remarks",
        "AK1   the hall  late",
        "AK2",
    ]
    assert laid_out(source, 16) == [
        "AK1",
        "  Where: the",
        "  hall; Remarks:",
        "  late",
        "AK2",
    ]


def test_what_is_text_in_markdown_is_text_here() -> None:
    assert laid_out("\\*not\\* [b]this[/b] &#32;or <i>that</i>, [a](http://b)", 80) == [
        "*not* [b]this[/b]  or <i>that</i>, a"
    ]

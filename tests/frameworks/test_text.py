"""What is cleaned away: all that a terminal would obey, and nothing that people write."""

import sys
import unicodedata

import pytest

from frameworks.outline import clean_pack
from frameworks.text import REPLACEMENT, clean_text, is_clean

OBEYED = [
    *(chr(code) for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc"),
    *(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    *(chr(code) for code in range(0xD800, 0xE000)),
]


def test_what_a_terminal_would_obey_is_replaced_wherever_it_stands() -> None:
    for sign in OBEYED:
        cleaned = clean_text(f"a{sign}b")
        assert cleaned == {"\n": "a\nb", "\t": "a\tb", "\r": "a\nb"}.get(sign, f"a{REPLACEMENT}b")


def test_every_other_character_stays_as_it_is() -> None:
    replaced = {*OBEYED, "\u2028", "\u2029"}
    others = "".join(sign for sign in map(chr, range(sys.maxunicode + 1)) if sign not in replaced)
    assert clean_text(others) == others
    assert all(clean_text(sign) == sign for sign in others[:0x3000])


@pytest.mark.parametrize("lines", ["a\r\nb", "a\rb", "a\u2028b", "a\u2029b"])
def test_lines_end_in_one_way(lines: str) -> None:
    assert clean_text(lines) == "a\nb"


def test_a_pack_keeps_the_lines_that_an_editor_counts() -> None:
    assert clean_pack("\ufeffa\x85b\u2028c\u2029d\r\ne") == "a b c d\ne"


def test_what_is_called_clean_is_not_changed_by_cleaning() -> None:
    for text in ("", "One.\n\tTwo.", "Zwölf – “so”", "👩🏽\u200d🏫", "a\xa0b", *OBEYED):
        assert clean_text(text) == text or not is_clean(text)

"""Words that judge are pointed out, what others said is theirs, and ordinary words are left alone."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.wording import DOING, MISSING, MUCH, SEEN, SURE, WISHED, judging_words, quotations


def words(text: str) -> list[str]:
    return [hint.word for hint in judging_words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The teaching was excellent.", ["excellent"]),
        ("EXCELLENT display, Good pace", ["EXCELLENT", "Good"]),
        ("Very clear routines", ["Very"]),
        ("Provision is clearly strong and effective", ["clearly", "strong", "effective"]),
        ("Support was ineffective and weak.", ["ineffective", "weak"]),
        ("Staff should share plans; leaders need to check.", ["should"]),
        ("The policy needs to say who", ["needs to"]),
        ("They ought\nto meet", ["ought\nto"]),
        ("This requires improvement", ["requires improvement"]),
        ("TAs shouldn’t sit beside", ["shouldn’t"]),
        ("A lovely, nice, brilliant room", ["lovely", "nice", "brilliant"]),
        ("a well-led and high-quality session", ["well-led", "high-quality"]),
        ("The plan works well", ["works well"]),
        ("Obviously bad, poor and disappointing", ["Obviously", "bad", "poor", "disappointing"]),
        ("Interventions were poorly planned", ["poorly"]),
        ("Children were engaged", ["engaged"]),
        ("Unfortunately the room was shut", ["Unfortunately"]),
        ("the learners' good work and the pupils' great books", ["good", "great"]),
        ("'em and good stuff'", ["good"]),
        ('a 12" ruler, good', ["good"]),
        ("It was good. 'Fine,' she said, and the wall was nice.", ["good", "nice"]),
    ],
)
def test_words_that_judge(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Three of five learners named an adult.",
        'A pupil said "it is good here and very calm".',
        "“Excellent,” wrote the head.",
        "‘It’s a good school, and we don’t want another,’ said a parent.",
        "'It is good' said one",
        "'I like lessons' said one, and 'the learners' work is good' another.",
        'She began: "it is very',  # still being typed
        "“It was lovely\nand very long”",
        "The greeting was good morning, in Makaton.",
        "The TA was poorly.",
        "Ofsted judged the school Good in 2023.",
        "The inspection report says outstanding.",
        "Six children reached a good level of development.",
        "Two outstanding referrals were in the file.",
        "Great Yarmouth; the Good Shepherd centre",
        "best endeavours; best interests; Strengths and Difficulties Questionnaire",
        "goods, greatest, weakest link, shoulder, nicety, badge, verify, Goodwin",
        "The class engaged with the text.",
        "",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("word", "question"),
    [
        ("excellent", SEEN),
        ("weak", MISSING),
        ("very", MUCH),
        ("clearly", SURE),
        ("should", WISHED),
        ("well behaved", DOING),
    ],
)
def test_each_word_has_a_question(word: str, question: str) -> None:
    (hint,) = judging_words(f"It was {word}")
    assert hint.question == question
    assert question.endswith(("?", "."))


@given(st.text(alphabet="a g\n\"'“”‘’.12", max_size=60).map(lambda t: t.replace("g", "good")))
def test_hints_and_quotations_are_places_in_the_text(text: str) -> None:
    for hint in judging_words(text):
        assert text[hint.start : hint.end] == hint.word
        assert not any(hint.start < end and hint.end > start for start, end in quotations(text))
    ends = [place for span in quotations(text) for place in span]
    assert ends == sorted(ends)
    assert not ends or 0 <= ends[0] <= ends[-1] <= len(text)


@pytest.mark.parametrize("piece", ["' a", "‘a ’b", "‘( ", '"', "very ", '"good" ', "good "])
def test_long_texts_take_no_time(piece: str) -> None:
    text = piece * 2_000
    begun = perf_counter()
    judging_words(text)
    assert perf_counter() - begun < 1

"""What may identify a child is pointed out; role labels, staff and ordinary words are not."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.privacy import BIRTH, INITIALS, NAME, ONLY, UPN, identifying

KNOWN = ("Hollin Bank Primary School", "Amira Khan", "AK", "A Calm Start with Rosie")


@pytest.mark.parametrize(
    ("text", "word", "question"),
    [
        ("UPN H801200001001 was on the board", "H801200001001", UPN),
        ("temporary H80120000100A", "H80120000100A", UPN),
        ("copied as 801200001001H", "801200001001H", UPN),
        ("h 801 2000 01 001", "h 801 2000 01 001", UPN),
        ("DOB: 12/03/15", "12/03/15", BIRTH),
        ("d.o.b. 1.2.1999", "1.2.1999", BIRTH),
        ("born on the 3rd of May", "3rd of May", BIRTH),
        ("Date of birth 2015-03-12", "2015-03-12", BIRTH),
        ("since 12th March 2015", "12th March 2015", BIRTH),
        ("from March 12, 2015 on", "March 12, 2015", BIRTH),
        ("JB in Y4 was at the back", "JB in Y4", INITIALS),
        ("J.B. (Year 4) was", "J.B. (Year 4", INITIALS),
        ("two from Y10: KMT and others", "Y10: KMT", INITIALS),
        ("Year 3 pupil KM", "Year 3 pupil KM", INITIALS),
        ("child JB has a card", "child JB", INITIALS),
        ("A pupil called Kwame showed a card", "Kwame", NAME),
        ("a boy, Kwame, read", "Kwame", NAME),
        ("learner Kofi Mensah", "Kofi Mensah", NAME),
        ("the mum of Zuzanna", "Zuzanna", NAME),
        ("Zuzanna’s mum came in", "Zuzanna", NAME),
        ("spoke to dad about Ishaan", "Ishaan", NAME),
        ("Kofi's EHCP was read", "Kofi", NAME),
        ("Oliver in Year 3 read", "Oliver", NAME),
        ("Kwame (Y4) and others", "Kwame", NAME),
        ("Tunde O'Brien in Y5", "Tunde O'Brien", NAME),
        ("Kofi, aged 7, read", "Kofi", NAME),
        ("a seven-year-old, Kwame, read", "Kwame", NAME),
        ("Y4: Kwame read", "Kwame", NAME),
        ("Zofia said it was fine", "Zofia", NAME),
        ('"I like it," said Kofi.', "Kofi", NAME),
        ("Ayesha is a Year 4 pupil", "Ayesha", NAME),
        ("his sister Ayesha", "Ayesha", NAME),
        ("One child sat with Oliver at lunch.", "Oliver", NAME),
        ("Łucja said so", "Łucja", NAME),
        ("the only girl with a hearing aid", "the only girl", ONLY),
    ],
)
def test_what_may_identify_a_child(text: str, word: str, question: str) -> None:
    (hint, *_) = identifying(text, KNOWN)
    assert (hint.word, hint.question) == (word, question)
    assert "basic check" in hint.question


@pytest.mark.parametrize(
    "text",
    [
        "Learner A said so; Pupil 3 in Y4, Child B and Boy 1 did not.",
        "Teacher 2 told us. Teachers said so. The head said so. One said no. Parents said it.",
        "TA in Y4, PE in Year 5, P.E. in Y5, Y6 SATs, Year 5 English, Phonics in Year 1",
        "Mrs Khan said so. Mr Jones's class. Dr Patel told staff. Headteacher Jo Reed said so.",
        "SENCO Priya said a child had left.",
        "Two of five learners said that they liked Y4.",
        "Lessons in Y5. Displays in Year 5. Staff in Y4. Seen in Y3 to Y6. Book look in Y4 and Y5.",
        "Willow class in Y3; Hazel room; Children in Reception",
        "Pupil Premium, Pupil Voice, Student Council, Parent Consultation, Child Protection",
        "Parents of learners with SEND and an EHCP. The pupils' EHCP; Child's plan.",
        "On 21 November 2026; reviewed 12/03/2025; version 1.2; at 10.40; room 12",
        "Amira said that a pupil read. Amira Khan in Y4. AK in Y4.",
        "Pupils at Hollin Bank Primary School in Y4",
        "Read by learners: A Calm Start with Rosie",
        "Call 0161 496 0000 or 01614960000",
        "I'll ask the pupil. He's in Y4. We've seen Y5.",
        "",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert identifying(text, KNOWN) == ()


def test_a_known_first_name_is_known_alone_and_another_is_not() -> None:
    assert not identifying("Amira in Y4", ["Amira Khan"])
    assert identifying("Amina in Y4", ["Amira Khan"])
    # A saint in the school's name says nothing of a child called the same
    assert identifying("Thomas in Y4", ["St Thomas Primary School"])
    assert identifying("Oliver in Y4", ["Oliver Primary"])
    # A tag of one letter hides nobody
    assert identifying("A.B. in Y4", ["A"])


def test_of_what_overlaps_the_longest_is_pointed_out() -> None:
    found = identifying("Year 3 pupil KM, born 3 May 2016; pupil Kofi Mensah said so")
    assert [hint.word for hint in found] == ["Year 3 pupil KM", "3 May 2016", "Kofi Mensah"]


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_any_text_and_any_known_names_will_do(text: str, known: list[str]) -> None:
    for hint in identifying(text, known):
        assert text[hint.start : hint.end] == hint.word


@pytest.mark.parametrize("piece", ["Aa ", "A. ", "1/1/", "mum of ", "JB in Y4 ", "Kofi said "])
def test_long_texts_take_no_time(piece: str) -> None:
    text = piece * 5_000
    begun = perf_counter()
    identifying(text)
    assert perf_counter() - begun < 1

"""Each rule of what may identify somebody, by what it finds and by what it leaves alone."""

import pytest

from sessions.privacy import identifying
from sessions.privacy_words import is_ordinary, lines, words

KNOWN = ("Hollin Bank Primary School", "Amira Khan", "AK")


def found(text: str) -> list[str]:
    """Return the words that are pointed out in a text."""
    return [clue.word for clue in identifying(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # A name that is a word, by what one person does, has, or where one is
        ("Corridor. Faith at the sink on her own.", "Faith"),
        ("summer put her hand up", "summer"),
        ("april got her own timetable", "april"),
        ("Rain has a wobble cushion and Storm a writing slope.", "Storm"),
        ("Rowan and Ash building a den with their TA", "Ash"),
        ("Hope and Patience were given the same sheet", "Hope"),
        ("Gift is EAL", "Gift"),
        ("Summer hasn't got a book", "Summer"),
        ('"I hate it" - Grace', "Grace"),
        ("grace: “too loud”", "grace"),
        ("April's passport is out of date", "April"),
        ("Jan the cook knows them all", "Jan"),
        ("Will Archer runs the club", "Will Archer"),
        # A word of the language with a capital, in a sentence, that does as one person
        ("and then Badger told me that it is loud", "Badger"),
        # Made of two names, with its mark lost, or with an initial
        ("Drama: Tiger-Lily signed her lines", "Tiger-Lily"),
        ("ezekiels book had no marking", "ezekiels"),
        ("Ginny W was crying", "Ginny W"),
        ("Chair (P. Dunne) came", "P. Dunne"),
        ("Chun Hei Lam's maths book", "Chun Hei Lam"),
        ("Pupil leader 'Ez' is great", "Ez"),
        # Small letters
        ("rose and ivy were upset", "rose"),
        ("harley threw a chair", "harley"),
        ("tj was given the job because of his chair", "tj"),
        ("Y7 D. has a plan", "D."),
        ("a boy called T. was", "T."),
        ("T. told me the ramp is iced", "T."),
        ("PB (Y2) watched", "PB"),
        ('DW: "nobody asks me"', "DW"),
        ("'Miss Lal helps me'", "Lal"),
        # A word, or what nobody knows, where only a person stands
        ("The list: Fatoumata, Jordan and Esme.", "Jordan"),
        ("the talk centred on Grace and her brother", "Grace"),
        ("'Come on Rose, we did this'", "Rose"),
        ("Velkin & Poppy-Mae both distracted", "Velkin"),
        ("Velkin nut allergy card on the board", "Velkin"),
        ("Tracker. Grace +9 months", "Grace"),
        ("She said that Rose's provision was costed", "Rose"),
        ("The TA, Jan, signs all day", "Jan"),
        ("Speech therapist Rose comes fortnightly", "Rose"),
        ("PMLD class. Rose tracking light", "Rose"),
        ("Why does Prince get sent out?", "Prince"),
        ("sat w/ velkin in Y4", "velkin"),
        ("mehmet and arda sat apart", "arda"),
    ],
)
def test_a_name_is_found(text: str, word: str) -> None:
    assert word in found(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Of 9 exclusions, 3 were SEN pupils. 3 pupils left.", "3 pupils"),
        ("In 10 set 4 a single student has a reader", "a single student"),
        ("fewer than five took a BTEC", "fewer than five"),
        ("Nurture group has 8 on roll but just four attend", "just four"),
        ("Of those, 2 have had a suspension", "2"),
        ("y7 nurture grp has 11, two of them w/o consent", "two of them"),
        ("EHCPs by year: 1 in Y3, 2 in Y5", "1 in Y3"),
        ("LAC: 2, EAL 40%", "2"),
        ("couple of Y5 boys were out", "couple of Y5 boys"),
        ("only 2 with SEN K this year", "only 2"),
        ("We have one with a trachy", "one"),
        ("Just one of the eight has been to a club", "Just one of the eight"),
        ("booked by 1 child (Y6)", "1 child"),
        ("Two families are in temporary accommodation", "Two families"),
    ],
)
def test_a_small_count_is_found_in_any_wording(text: str, word: str) -> None:
    assert word in found(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The lad who lost his dad has a card", "The lad who lost"),
        ("the girl who read to us", "the girl"),
        ("A boy with a cochlear implant in Y1", "A boy with a cochlear"),
        ("yr 9 student w/ epilepsy", "yr 9 student w/ epilepsy"),
        ("newly arrived boy in y4", "newly arrived boy in y4"),
        ("the Ukrainian boy", "the Ukrainian boy"),
        ("a Year 3 pupil has diabetes", "a Year 3 pupil"),
        ("the Syrian brothers", "the Syrian brothers"),
        ("our single wheelchair user", "our single wheelchair user"),
        ("the girl from Kyiv", "the girl from Kyiv"),
        ("the Year 5 one with the foster placement", "the Year 5 one with"),
        ("the TA whose son is in Y4", "TA whose son"),
        ("the lad with one hand in Y6", "the lad with one hand"),
        ("The pupil who set the alarm off", "The pupil who set"),
        ("A pupil adopted from Vietnam", "A pupil adopted"),
        ("our first wheelchair user", "our first wheelchair user"),
        ("a Year 4 who's lost his mum", "a Year 4 who's lost"),
    ],
)
def test_who_is_singled_out_is_found(text: str, word: str) -> None:
    assert word in " | ".join(found(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("user: eosei2012 on a note", "eosei2012"),
        ("kaylee2013 was open", "kaylee2013"),
        ("Admin no. 004718 on the log", "004718"),
    ],
)
def test_a_number_or_user_name_is_found(text: str, word: str) -> None:
    assert found(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Respect, Kindness and Honesty are on the wall. Faith in the system is low.",
        "Y3 Maple and Y4 Cedar share a TA. In Y3 Maple the TA used signs.",
        "Takes from Lower Wharf, Cross Green and Low Moor. Trip to Malham Cove.",
        "Art, Drama and French are taught by specialists. Arial 12 on cream; Dycem mats.",
        "Geography Y5: Nile, Aswan and Cairo. Year 6 study Darwin and Mary Anning.",
        "Two of the displays were out of date. Staff said three of them were broken.",
        "Only two TAs have had training. Just three of the rooms have blinds.",
        "A child with a hearing aid may need more time. A deaf pupil could join in.",
        "The pupil sets the target. Each child has a passport. The learner's voice.",
        "See p.14 para 3. At 9.15. 23 parents came. Saved as plan2024.",
        "Adaptations for Art, Music and Computing. Hope to see visuals. Will training be repeated?",
        "Two of the three entrances have a step. The only clock. Two parents came to the café.",
        "PE (Y2) was outside. The pupil who needs help asks.",
        'May and June are for visits. Class 5 have Rowan as a tree. Key Stage 2 - "calm".',
        "Wraparound: open to all. Not one of them was late.",
        "The Head told us. Then the SENCo left. Local Authorities across the North West.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_list_has_sorts_and_words_for_people() -> None:
    assert "willow" in words("word_names/class") & words("word_names/girl")
    assert "willow" not in words("word_names/value")
    assert words("word_names/far") < words("word_names/place") < words("word_names")
    assert not any("[" in word or "#" in word for word in words("word_names"))
    assert all(line[0] != "#" for line in lines("famous"))


def test_a_word_made_of_two_words_is_ordinary() -> None:
    assert is_ordinary("wraparound")
    assert not is_ordinary("xylandra")


def test_every_date_beside_a_date_of_birth_is_one() -> None:
    assert found("born 2.9.16 and 11.1.17") == ["2.9.16", "11.1.17"]

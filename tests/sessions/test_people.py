"""Who is on the panel."""

import pytest
from reviews import Panel, refusal

from sessions.people import add_person, change_person, find_person, leave
from sessions.seen import PersonView
from sessions.view import view


def person(panel: Panel, who: str) -> PersonView:
    return next(found for found in view(panel.session).people if found.id == who)


def test_somebody_joins_with_what_is_known_of_them(panel: Panel) -> None:
    gwen = add_person(
        panel.session,
        " Gwen  Lee ",
        role="host",
        own_setting="Oak House",
        leads=(2, 1, 2),
        interest="Governor here",
    )
    found = person(panel, gwen)
    assert (found.name, found.tag, found.role) == ("Gwen Lee", "GL", "host")
    assert (found.own_setting, found.leads) == ("Oak House", (1, 2))
    assert (found.interest, found.left) == ("Governor here", False)


@pytest.mark.parametrize(
    ("names", "tags"),
    [
        (["Reviewer 2", "Reviewer 3", "Reviewer 4"], ["R", "RE", "REV"]),
        (["Åsa Ödman", "éva"], ["ÅÖ", "É"]),
        (["42", "43", "44"], ["X", "XA", "XB"]),
        (["O'Neill-Smith Jo"], ["ONSJ"]),
        (["李 雷"], ["李雷"]),
    ],
)
def test_each_has_a_tag_of_letters_that_nobody_else_has(
    panel: Panel, names: list[str], tags: list[str]
) -> None:
    found = [person(panel, add_person(panel.session, name)).tag for name in names]
    assert found == tags
    assert all(tag.isalpha() for tag in found)


def test_a_hundred_of_one_name_have_tags_of_their_own(panel: Panel) -> None:
    for number in range(100):
        add_person(panel.session, f"Al {number}")
    tags = [found.tag for found in view(panel.session).people]
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize("tag", ["A1", "A-B", "A B", "1"])
def test_a_tag_that_is_not_letters_is_refused(panel: Panel, tag: str) -> None:
    with refusal(panel.session, "letters only", tag.upper()):
        add_person(panel.session, "Gwen", tag=tag)


def test_a_tag_that_is_taken_is_refused_even_of_who_left(panel: Panel) -> None:
    leave(panel.session, panel.ben)
    with refusal(panel.session, "The tag BO is taken"):
        add_person(panel.session, "Gwen", tag="bo")
    with refusal(panel.session, "The tag AK is taken"):
        change_person(panel.session, panel.fay, tag="ak")
    change_person(panel.session, panel.amira, tag=" ak ")
    assert person(panel, panel.amira).tag == "AK"


@pytest.mark.parametrize("name", ["Amira Khan", " amira  KHAN "])
def test_a_second_person_of_one_name_is_refused(panel: Panel, name: str) -> None:
    with refusal(panel.session, "in this session already", "another name"):
        add_person(panel.session, name)
    with refusal(panel.session, "in this session already", "another name"):
        change_person(panel.session, panel.ben, name=name)
    change_person(panel.session, panel.amira, name="Amira KHAN")


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_somebody_without_a_name_is_refused(panel: Panel, name: str) -> None:
    with refusal(panel.session, "needs a name", "Reviewer 2"):
        add_person(panel.session, name)


def test_a_role_that_does_not_exist_is_refused(panel: Panel) -> None:
    with refusal(panel.session, "no role called boss", "facilitator, reviewer, host, observer"):
        add_person(panel.session, "Gwen", role="boss")
    with refusal(panel.session, "no role called boss"):
        change_person(panel.session, panel.ben, role="boss")


def test_a_person_is_found_by_name_or_tag_in_any_case(panel: Panel) -> None:
    state = panel.session.state
    for called in ("Amira Khan", "amira khan", " AMIRA  KHAN ", "AK", "ak"):
        assert find_person(state, called) == panel.amira


def test_a_name_goes_before_somebody_elses_tag(panel: Panel) -> None:
    add_person(panel.session, "Zed Young")
    named = add_person(panel.session, "ZY")
    assert find_person(panel.session.state, "zy") == named


def test_who_left_acts_no_more_and_stays_known(panel: Panel) -> None:
    leave(panel.session, panel.ben)
    with refusal(panel.session, "nobody called Ben Orr", "it has Fay, Amira Khan"):
        find_person(panel.session.state, "Ben Orr")
    assert find_person(panel.session.state, "Ben Orr", also_left=True) == panel.ben
    assert person(panel, panel.ben).left
    again = add_person(panel.session, "Ben Orr")
    assert again == panel.ben == find_person(panel.session.state, "Ben Orr")
    assert not person(panel, again).left


# A declared interest


def test_an_interest_concerns_the_areas_it_names_or_all(panel: Panel) -> None:
    change_person(panel.session, panel.ben, interest="Governor here", interest_areas=(2, 1, 2))
    found = person(panel, panel.ben)
    assert found.interest_areas == (1, 2)
    assert found.interest_words == "declared an interest in areas 1, 2"
    change_person(panel.session, panel.ben, interest_areas=())
    assert person(panel, panel.ben).interest_words == "declared an interest in all areas"
    change_person(panel.session, panel.ben, interest_areas=(3,))
    change_person(panel.session, panel.ben, interest=" ")
    found = person(panel, panel.ben)
    assert (found.interest, found.interest_areas, found.interest_words) == ("", (), "")


def test_areas_alone_declare_no_interest(panel: Panel) -> None:
    with refusal(panel.session, "Say what the interest of Ben Orr is"):
        change_person(panel.session, panel.ben, interest_areas=(1,))
    with refusal(panel.session, "Say what the interest of Gwen is"):
        add_person(panel.session, "Gwen", interest_areas=(1,))
    with refusal(panel.session, "There is no area 9"):
        change_person(panel.session, panel.ben, interest="Governor", interest_areas=(9,))


def test_who_left_comes_back_as_who_they_were(panel: Panel) -> None:
    change_person(panel.session, panel.ben, role="observer", interest="A cousin", leads=(2,))
    leave(panel.session, panel.ben)
    with refusal(panel.session, "Who left is back once the same name is added"):
        find_person(panel.session.state, "ben orr")
    assert add_person(panel.session, "ben orr", tag="BX") == panel.ben
    back = person(panel, panel.ben)
    assert (back.tag, back.role, back.interest, back.leads) == ("BX", "observer", "A cousin", (2,))
    assert not back.left
    change_person(panel.session, panel.ben, tag="BO")  # one's own old tag is free for oneself


def test_who_is_here_is_meant_before_one_who_left(panel: Panel) -> None:
    leave(panel.session, panel.ben)
    other = add_person(panel.session, "Ben Orchard")
    change_person(panel.session, other, name="Ben Orr")
    assert find_person(panel.session.state, "Ben Orr", also_left=True) == other


def test_a_tag_that_somebody_gave_up_is_nobody_elses(panel: Panel) -> None:
    change_person(panel.session, panel.ben, tag="XX")
    assert person(panel, add_person(panel.session, "Bob Oak")).tag == "BOA"
    with refusal(panel.session, "The tag BO is taken"):
        add_person(panel.session, "Beth", tag="bo")

"""What somebody types is taken apart: words, quotes, filters; any text is a question."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.search import Query
from sessions.search_typed import FILTERS, read_query
from sessions.search_words import Need, excerpt, needs_of, spans, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Élan, 86.1% of Y5's", ("elan", "86", "1", "of", "y5", "s")),
        ("E\u0301lan \ufb01ne", ("elan", "fine")),
        ("snake_case – dash", ("snake", "case", "dash")),
        ("漢字 Straße", ("漢字", "strasse")),
        ("[]{}*^\"'()", ()),
    ],
)
def test_words_are_compared_without_capitals_accents_and_signs(
    text: str, words: tuple[str, ...]
) -> None:
    assert words_of(text) == words


def test_a_word_begins_one_and_quotes_stand_as_they_are() -> None:
    assert needs_of("Home  visit") == (Need(("home",)), Need(("visit",)))
    assert needs_of('"Home visit"') == (Need(("home", "visit"), whole=True),)
    assert needs_of("“home visit” wasn't") == (
        Need(("home", "visit"), whole=True),
        Need(("wasn", "t")),
    )
    assert needs_of('a "home vi') == (Need(("a",)), Need(("home", "vi"))), "being typed"


def test_what_was_found_is_marked_where_it_stands() -> None:
    text = "A home visit, and ANOTHER home; visits at home."
    assert [text[a:b] for a, b in spans(text, needs_of('"home visit" anoth'))] == [
        "home visit",
        "ANOTHER",
    ]
    assert [text[a:b] for a, b in spans(text, needs_of("home visit"))] == [
        "home",
        "visit",
        "home",
        "visits",
        "home",
    ]


def test_an_excerpt_begins_a_little_before_what_was_found() -> None:
    shown = excerpt("word " * 60 + "the heron came\nby " + "word " * 60, needs_of("heron"), 80)
    assert shown.before and shown.after and len(shown.text) == 80
    assert shown.text[slice(*shown.found[0])] == "heron"
    assert shown.found[0][0] < 30 and "\n" not in shown.text
    assert excerpt("A heron.", needs_of("heron"), 80).before is False


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("source:learner", {"sources": ("learner-voice",)}),
        (
            "source:voice",
            {"sources": ("learner-voice", "parent-voice", "staff-voice", "leader-voice")},
        ),
        ("SOURCE:data source:document", {"sources": ("data", "document")}),
        ("area:2,5 area:1", {"areas": (2, 5, 1)}),
        ('setting:"Hollin Bank"', {"settings": (("hollin", "bank"),)}),
        ("framework:send-rag", {"frameworks": (("send", "rag"),)}),
        ("stage:sustaining", {"stages": (("sustaining",),)}),
        ("statement:2.3", {"statements": ("2.3",)}),
        ("kind:notes kind:key-result", {"kinds": ("note", "key-result")}),
        ("from:2026-02 to:2026-02", {"since": "2026-02-01", "until": "2026-02-28"}),
        ("from:2026 from:2026-09-04", {"since": "2026-09-04"}),
    ],
)
def test_filters(typed: str, wanted: dict[str, object]) -> None:
    read = read_query(f"heron {typed}")
    plain = msgspec.structs.replace(Query(needs=(Need(("heron",)),)), **wanted)
    assert read == plain


def test_what_is_no_filter_is_a_word_and_a_filter_in_quotes_is_words() -> None:
    assert read_query("ratio:data").needs == (Need(("ratio", "data")),)
    assert read_query('"the source:data said"').sources == ()


@pytest.mark.parametrize("typed", ["area:x", "source:zz", "kind:zz", "from:soon", "to:2026-13"])
def test_what_a_filter_cannot_be_is_said(typed: str) -> None:
    (sentence,) = read_query(f"heron {typed}").wrong
    assert typed.partition(":")[2] in sentence and sentence.endswith(".")


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_that_is_being_typed_says_what_it_can_be(name: str) -> None:
    read = read_query(f"heron {name}:")
    assert read.hints == (FILTERS[name],) and not read.wrong
    assert read.needs == (Need(("heron",)),)


@given(st.text(max_size=60))
def test_any_text_is_a_question(text: str) -> None:
    read = read_query(text)
    assert all(need.words for need in read.needs)
    for a, b in spans(text, read.needs):
        assert 0 <= a < b <= len(text)

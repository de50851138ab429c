"""Merging: what the records mean depends on the set of versions alone."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.merge import Records, covers, live
from sessions.records import Version

IDS = ("note/1", "note/2")
WRITERS = ("a", "b", "c")


class Writers:
    """Writers that each see some of the others' versions, and write what they have seen into theirs."""

    def __init__(self) -> None:
        self.records = {writer: Records() for writer in WRITERS}
        self.counts = dict.fromkeys(WRITERS, 0)
        self.all: list[Version] = []

    def write(self, writer: str, identity: str, text: str | None) -> Version:
        self.counts[writer] += 1
        version = Version(
            id=identity,
            kind="evidence",
            by=writer,
            at=f"2026-11-21T09:{len(self.all):02}:00.000Z",
            dot=(writer, self.counts[writer]),
            context=self.records[writer].context(identity),
            body=None if text is None else {"text": text, "number": 1},
        )
        self.records[writer].add([version])
        self.all.append(version)
        return version

    def hear(self, writer: str, other: str) -> None:
        """Read another's ledger, whole, as ledgers are read."""
        self.records[writer].add(v for v in self.all if v.dot[0] == other)


@st.composite
def histories(draw: st.DrawFn) -> list[Version]:
    writers = Writers()
    for _ in range(draw(st.integers(1, 12))):
        writer = draw(st.sampled_from(WRITERS))
        if draw(st.booleans()):
            writers.hear(writer, draw(st.sampled_from(WRITERS)))
        else:
            text = draw(st.none() | st.sampled_from("xyz"))
            writers.write(writer, draw(st.sampled_from(IDS)), text)
    return writers.all


def meaning(records: Records) -> object:
    """Everything that anybody asks of records."""
    return [
        (
            identity,
            records.versions(identity),
            records.live(identity),
            records.standing(identity),
            records.context(identity),
        )
        for identity in (*IDS, *records.of_kind("evidence"))
    ]


@given(st.data())
def test_neither_order_nor_repetition_matters(data: st.DataObject) -> None:
    history = data.draw(histories())
    shuffled = data.draw(st.permutations(history + history))
    assert meaning(Records(shuffled)) == meaning(Records(history))


@given(st.data())
def test_what_comes_late_comes_to_the_same(data: st.DataObject) -> None:
    history = data.draw(histories())
    some = data.draw(st.sets(st.integers(0, max(len(history) - 1, 0))))
    records = Records(v for place, v in enumerate(history) if place in some)
    meaning(records)  # asked in between: what was worked out from a part must not stay
    records.add(v for place, v in enumerate(history) if place not in some)
    assert meaning(records) == meaning(Records(history))


@given(st.data())
def test_it_does_not_matter_who_met_whom_first(data: st.DataObject) -> None:
    history = data.draw(histories())
    parts = [[v for v in history if v.dot[0] == writer] for writer in WRITERS]
    left, right = Records(parts[0]), Records(parts[1])
    left.add(parts[1])
    left.add(parts[2])
    right.add(parts[2])
    right.add(parts[0])
    assert meaning(left) == meaning(right)


@given(st.data())
def test_a_version_that_comes_in_twice_is_no_news(data: st.DataObject) -> None:
    history = data.draw(histories())
    records = Records(history)
    edition = records.edition
    assert records.add(history) is False
    assert records.edition == edition


@given(histories())
def test_every_version_is_kept_and_stands_unless_somebody_wrote_knowing_of_it(
    history: list[Version],
) -> None:
    records = Records(history)
    assert sorted(v.dot for v in records.all()) == sorted(v.dot for v in history)
    for identity in IDS:
        versions = records.versions(identity)
        for version in versions:
            known = any(covers(other, version) for other in versions)
            assert (version in records.live(identity)) is not known


@given(histories())
def test_what_covers_is_later_and_never_goes_in_a_circle(history: list[Version]) -> None:
    places = {version.dot: place for place, version in enumerate(history)}
    for later in history:
        for earlier in history:
            if later.id == earlier.id and covers(later, earlier):
                assert places[later.dot] > places[earlier.dot]


def test_two_who_edit_without_seeing_each_other_are_both_kept() -> None:
    writers = Writers()
    writers.write("a", "note/1", "x")
    writers.hear("b", "a")
    mine = writers.write("a", "note/1", "y")
    theirs = writers.write("b", "note/1", "z")
    records = Records(writers.all)
    assert records.live("note/1") == (mine, theirs)
    assert records.standing("note/1") == theirs


def test_an_edit_that_saw_both_settles_it() -> None:
    writers = Writers()
    writers.write("a", "note/1", "x")
    writers.write("b", "note/1", "y")
    writers.hear("c", "a")
    writers.hear("c", "b")
    settled = writers.write("c", "note/1", "both")
    assert Records(writers.all).live("note/1") == (settled,)


def test_an_edit_that_saw_one_of_two_leaves_the_other() -> None:
    writers = Writers()
    writers.write("a", "note/1", "x")
    unseen = writers.write("b", "note/1", "y")
    writers.hear("c", "a")
    settled = writers.write("c", "note/1", "z")
    assert Records(writers.all).live("note/1") == (unseen, settled)


def test_a_deletion_loses_to_an_edit_that_did_not_know_of_it() -> None:
    writers = Writers()
    writers.write("a", "note/1", "x")
    writers.hear("b", "a")
    edit = writers.write("b", "note/1", "y")
    deletion = writers.write("a", "note/1", None)
    records = Records(writers.all)
    assert records.live("note/1") == (edit, deletion)
    assert records.standing("note/1") == edit


def test_a_deletion_that_knew_of_the_edit_stands() -> None:
    writers = Writers()
    writers.write("a", "note/1", "x")
    writers.hear("b", "a")
    writers.write("b", "note/1", None)
    assert Records(writers.all).standing("note/1") is None


@settings(max_examples=50)
@given(st.permutations([0, 1, 2]))
def test_if_a_damaged_ledger_uses_a_number_twice_all_readers_keep_the_same(
    order: list[int],
) -> None:
    one = Writers().write("a", "note/1", "x")
    ways = [msgspec.structs.replace(one, body={"text": text, "number": 1}) for text in "xyz"]
    records = Records(ways[place] for place in order)
    assert records.live("note/1") == Records(ways).live("note/1")
    assert len(records.versions("note/1")) == 1


def test_a_body_that_has_not_the_shape_of_its_kind_is_not_guessed_at() -> None:
    one = Writers().write("a", "note/1", "x")
    odd = msgspec.structs.replace(one, body={"text": 7})
    unknown = msgspec.structs.replace(one, kind="poem")
    assert Records([odd]).body(odd) is None
    assert Records([odd]).standing("note/1") is None
    assert Records([unknown]).body(unknown) is None


def test_the_highest_number_counts_what_is_only_spoken_of() -> None:
    one = Writers().write("a", "note/1", "x")
    spoken = msgspec.structs.replace(one, dot=("b", 1), context={"a": 9})
    assert Records([one]).highest("a") == 1
    assert Records([one, spoken]).highest("a") == 9
    assert Records([one, spoken]).highest("z") == 0


def test_of_no_versions_none_is_live() -> None:
    assert live([]) == ()
    assert Records().standing("note/1") is None
    assert list(Records().all()) == []

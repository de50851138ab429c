"""Context figures: facts beside a proportion to ask about, and no count under five in any way."""

from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest
from reviews import Panel, Ticking, copied_to, everything_seen, library_in, meet, panel_in, refusal

from sessions.figures import BOTH, FEW, FIGURES, may_be_shown, set_figures
from sessions.seen_visit import FiguresView, FigureView
from sessions.undo import undo
from sessions.view import view


def figures(panel: Panel) -> dict[str, FigureView]:
    return {figure.key: figure for figure in view(panel.session).visit.figures.figures}


def given(panel: Panel, roll: int | None, support: int | None, plans: int | None) -> str:
    """Write the figures and return them as they are shown; ? is what is not shown."""
    counts = {"roll": roll, "sen-support": support, "ehc-plans": plans}
    set_figures(panel.session, panel.fay, counts)
    return " ".join(
        "?" if f.few else f"{f.count}{f':{f.share}' if f.share else ''}"
        for f in figures(panel).values()
    )


def test_figures_stand_beside_what_the_source_gives(panel: Panel) -> None:
    assert given(panel, 400, 50, 15) == "400 50:12% 15:4% 65:16%"
    found = view(panel.session).visit.figures
    references = [figure.reference for figure in found.figures]
    assert references == ["", "about 12%", "about 3%", "almost 15%"]
    assert "nasen" in found.source
    assert "September 2019" in found.source  # its age
    assert found.question.startswith("Are these proportions what you would expect here")
    assert "says nothing by itself about the quality" in found.question
    assert found.any


def test_a_figure_may_be_given_alone_changed_and_taken_away(panel: Panel) -> None:
    assert not view(panel.session).visit.figures.any
    set_figures(panel.session, panel.amira, {"sen-support": 50})
    assert [figures(panel)[key].count for key in FIGURES] == [None, 50, None]
    assert "both" not in figures(panel)
    set_figures(panel.session, panel.amira, {"roll": 400})
    assert (figures(panel)["roll"].count, figures(panel)["sen-support"].share) == (400, "12%")
    set_figures(panel.session, panel.amira, {"sen-support": None})
    assert figures(panel)["sen-support"].count is None
    assert not figures(panel)["sen-support"].few


def test_what_cannot_be_is_refused(panel: Panel) -> None:
    for count in (-1, 100_001):
        with refusal(panel.session, "cannot be the number of learners"):
            set_figures(panel.session, panel.fay, {"roll": count})
    with refusal(panel.session, "no figure called pupils", "roll, sen-support, ehc-plans"):
        set_figures(panel.session, panel.fay, {"pupils": 3})
    set_figures(panel.session, panel.fay, {"roll": 30, "sen-support": 20})
    with refusal(panel.session, "More learners would have support or a plan than are on roll"):
        set_figures(panel.session, panel.fay, {"ehc-plans": 11})


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((400, 50, 4), "400 50:12% ? ?"),
        ((400, 4, 15), "400 ? 15:4% ?"),
        ((400, 5, 15), "400 5:1% 15:4% 20:5%"),
        ((4000, 5, 15), "4000 5:under 1% 15:under 1% 20:under 1%"),
        # Nought is under five: if it were shown, what is hidden would be one to four.
        ((400, 50, 0), "400 50:12% ? ?"),
        ((400, 0, 0), "400 ? ? ?"),
        # Without a roll there is nothing to subtract from.
        ((None, 50, 3), "None 50 ? ?"),
        ((4, 1, 1), "? ? ? ?"),
        # What is left of the roll is a count too: here 4, here 0, here one of two hidden parts.
        ((60, 20, 36), "60 ? ? ?"),
        ((60, 20, 40), "60 ? ? ?"),
        ((60, 0, 60), "60 ? ? ?"),
        ((60, 20, 35), "60 20:33% 35:58% 55:92%"),
        ((60, None, 57), "60 None ?"),
        ((60, None, 55), "60 None 55:92%"),
        ((60, 2, 56), "60 ? ? ?"),
        ((60, 2, 55), "60 ? 55:92% ?"),
    ],
)
def test_no_count_under_five_is_shown_or_left_to_be_worked_out(
    panel: Panel, counts: tuple[int | None, int | None, int | None], shown: str
) -> None:
    assert given(panel, *counts) == shown


def test_no_count_under_five_follows_from_what_is_shown_by_any_means(panel: Panel) -> None:
    """Whoever knows the rule and all that is shown is left with more than one count under five.

    For all that can be given: those that look the same are put together, and in none of these
    heaps is anything, given or left over, the same small number throughout.
    """
    heaps: dict[tuple[object, ...], list[dict[str, int]]] = defaultdict(list)
    most = 26
    for roll, support, plans in product([None, *range(most)], repeat=3):
        if roll is not None and (support or 0) + (plans or 0) > roll:
            continue
        counts = {"roll": roll, "sen-support": support, "ehc-plans": plans}
        may = may_be_shown(counts)
        looks = tuple(
            "-" if count is None else count if key in may else "?" for key, count in counts.items()
        )
        known = {key: count for key, count in counts.items() if count is not None}
        parts = {key: count for key, count in known.items() if key != "roll"}
        known |= {"both": sum(parts.values())} if len(parts) == 2 else {}
        if roll is not None:
            known |= {f"without {key}": roll - count for key, count in parts.items()}
            known |= {"rest": roll - sum(parts.values())} if parts else {}
        heaps[looks].append(known)
    assert len(heaps) > 1000
    for looks, heap in heaps.items():
        for what in heap[0]:
            if min(known[what] for known in heap) < FEW:
                assert len({known[what] for known in heap}) > 1, (looks, what)


def test_a_hidden_count_is_in_no_view_of_anybody(panel: Panel) -> None:
    set_figures(panel.session, panel.fay, {"roll": 97_531, "sen-support": 8642, "ehc-plans": 3})
    for viewer in (None, panel.fay, panel.amira):
        seen = everything_seen(panel.session, viewer)
        assert "97531" in seen
        assert "8645" not in seen
        assert '"count":3' not in seen
    hidden = figures(panel)["both"]
    assert (hidden.name, hidden.count, hidden.share, hidden.few) == (BOTH.name, None, "", True)


def test_writing_figures_is_undone_together_and_named_without_a_count(panel: Panel) -> None:
    given(panel, 400, 50, 15)
    assert undo(panel.session, panel.fay) == "a change to the context figures"
    assert view(panel.session).visit.figures == FiguresView(
        tuple(FigureView(key, f.name, None, reference=f.reference) for key, f in FIGURES.items()),
        *(view(panel.session).visit.figures.source, view(panel.session).visit.figures.question),
    )


def test_written_on_two_machines_a_figure_waits_for_a_person(tmp_path: Path) -> None:
    clock = Ticking()
    panel = panel_in(library_in(tmp_path, clock=clock))
    other = copied_to(tmp_path, panel.session, clock)
    set_figures(panel.session, panel.fay, {"sen-support": 3})
    set_figures(other, panel.ben, {"sen-support": 4})
    meet(panel.session, other)
    assert view(other).conflicts == (
        "The session's number of learners with SEN support was changed in two places (Fay and "
        "Ben Orr); set it again to settle it.",
    )
    set_figures(other, panel.ben, {"sen-support": 4})
    assert view(other).conflicts == ()

"""The spoken-feedback sheet: ten minutes at the end of a visit, in the order in which one speaks.

Source: domain notes, section 4: strengths first, then what would make it even better; no surprises, no
grade. The sentences are those that the panel agreed; where somebody wrote what is to be said, that is said,
and the findings stand beside it to have at hand.
"""

from collections.abc import Iterator, Mapping, Sequence

from sessions.seen_plan import FindingView

from .about import describing_words, what_was_done
from .build_plan import next_action, of_kind
from .escape import BREAK, block, inline
from .facts import Source, short_facts
from .fitting import fitting, length
from .markdown import area_sentences
from .markdown_after import answer
from .model import Report
from .own_words import own_words
from .parts import Part, part
from .pieces import item, labelled, long_list, numbered_list, short_list
from .words import day, listed

LONGEST = 1200
"""Words that one says in ten minutes. What somebody wrote to be said counts, and is never cut."""
_MINUTES = 10
_HEADINGS = 60  # words of the headings over lists, and of what is said of a cut

_SHARES = {"visit": 1, "strengths": 3, "sharing": 1, "development": 3, "follow-up": 1, "thanks": 1}
"""Minutes of each part; those of a part that is not there go to the first that is (`_minutes`)."""

_KINDS = {"strengths": "strength", "sharing": "sharing", "development": "development"}
_TITLES = {
    "strengths": "What is strong",
    "sharing": "Practice worth sharing",
    "development": "Even better if",
    "headline": "What the panel agreed, area by area",
}

_CHECK = (
    "You may accept what it says, correct it, add evidence or disagree. Where we still differ, your "
    "words stand beside ours."
)
_NEXT = {
    "draft": f"You will have a draft to check. {_CHECK}",
    "accuracy": f"The draft is with you to check. {_CHECK}",
    "final": "The report is final, and it is with you.",
}
"""What is said of the report, by its state."""


def spoken_title(source: Source) -> str:
    """Return the title."""
    return f"Spoken feedback at {source.report.setting}"


def spoken_parts(source: Source) -> tuple[Part, ...]:
    """Return the parts of the sheet, in speaking order."""
    report = source.report
    frame = _parts(report, {}, is_cut=True)
    room = LONGEST - _HEADINGS - length(frame)
    lists = _lists(report, reasons=True)
    kept = fitting(list(lists.values()), room)
    if kept != [len(found) for found in lists.values()]:  # reasons are the first to be left out
        lists = _lists(report, reasons=False)
        kept = fitting(list(lists.values()), room)
    shown = {key: lists[key][:number] for key, number in zip(lists, kept, strict=True)}
    return _parts(report, shown, is_cut=shown != lists)


# What the panel agreed


def _lists(report: Report, *, reasons: bool) -> dict[str, list[str]]:
    """Return what can be said of each kind, an item a finding; area by area where there is none."""
    found = {
        key: [_said(finding, report, reasons) for finding in of_kind(report.plan, kind)]
        for key, kind in _KINDS.items()
    }
    is_said = any(found.values()) or report.after.text("spoken") is not None
    sentences = [] if is_said else list(area_sentences(report))
    return {**found, "headline": sentences}


def _said(finding: FindingView, report: Report, reasons: bool) -> str:
    refs = f" ({inline(listed(finding.statements))})" if finding.statements else ""
    reason = _reason(finding, report) if reasons else ""
    still = answer(report.after, finding.ref)
    lines = (f"{block(finding.text)}{refs}", still, reason)
    return BREAK.join(line for line in lines if line)


def _reason(finding: FindingView, report: Report) -> str:
    """Return why the panel agreed what it did of the first statement of a finding that says so."""
    agreed = {
        found.ref: found.because
        for area in report.areas
        for found in (area.judged.judgements if area.judged else ())
        if found.basis == "agreed" and found.because and not found.stale
    }
    said = next((agreed[ref] for ref in finding.statements if ref in agreed), "")
    return f"({labelled('If you are asked why', said)})" if said else ""


# The sheet


def _parts(report: Report, shown: Mapping[str, Sequence[str]], *, is_cut: bool) -> tuple[Part, ...]:
    own = list(own_words(report, "spoken"))
    lists = [key for key in _TITLES if shown.get(key)]
    minutes = _minutes([] if own else lists)
    found = (
        short_facts(report),
        part("about", _before(report, is_cut)),
        part("visit", _opening(report, minutes)),
        part("spoken", _own(own, minutes)),
        *(part(key, _list(key, shown[key], report, minutes)) for key in lists),
        part("follow-up", _next(report, minutes)),
        part("thanks", _thanks(minutes)),
    )
    return tuple(one for one in found if one.blocks)


def _minutes(lists: Sequence[str]) -> dict[str, int]:
    """Return the minutes of each part; `lists`: the parts that say what was found, one at least."""
    fixed = {key: _SHARES[key] for key in ("visit", "follow-up", "thanks")}
    shares = {key: _SHARES.get(key, 1) for key in lists or ("spoken",)}
    first = next(iter(shares))
    shares[first] += _MINUTES - sum(fixed.values()) - sum(shares.values())
    return {**fixed, **shares}


def _title(name: str, key: str, minutes: Mapping[str, int]) -> str:
    """Return the heading of a part: with its minutes, or without, where it is to have at hand."""
    number = minutes.get(key, 0)
    time = f"{number} minute{'' if number == 1 else 's'}" if number else "to have at hand"
    return f"## {name} ({time})"


def _before(report: Report, is_cut: bool) -> Iterator[str]:
    yield "## Before you speak"
    yield (
        "Ten minutes, with the minutes beside each part. Say each point, say one thing that you saw, "
        "and wait. What stands in brackets is for you alone, for when somebody asks."
    )
    yield short_list(
        (
            item(
                "**Said:** what the panel saw and agreed; what is strong, first; what would make it "
                "even better; what happens next."
            ),
            item(
                "**Not said:** a grade, or a word that sounds like one; where one lesson or one "
                "person stands; the name of a learner, a family or a member of staff; another "
                "school; what an inspection would find; anything that the head has not heard from "
                "us before."
            ),
        )
    )
    yield describing_words(report, "so nothing is said of it")
    if is_cut:
        yield "There is more than ten minutes hold: the rest is in the report."


def _opening(report: Report, minutes: Mapping[str, int]) -> Iterator[str]:
    did = what_was_done(report)
    yield _title("Thank you, and what we did", "visit", minutes)
    yield "Thank you for opening your school to us."
    if report.purpose:
        yield f"This is what we came to look at: {block(report.purpose)}"
    if did:
        yield f"We {did}. Thank you to everybody who gave us their time."
    yield (
        "What you hear now rests on that. It is about the school, and about no one person. You know "
        "your school, and we were here for a short time: where we saw nothing, it does not follow "
        "that there was nothing to see."
    )


def _own(own: Sequence[str], minutes: Mapping[str, int]) -> Iterator[str]:
    if own:
        yield _title("What we found", "spoken", minutes)
        yield from own


def _list(
    key: str, texts: Sequence[str], report: Report, minutes: Mapping[str, int]
) -> Iterator[str]:
    chosen = len(report.plan.priorities) if key == "development" else 0
    yield _title(_TITLES[key], key, minutes)
    if chosen:
        yield "These come in the order that the panel agreed."
        yield numbered_list(texts[:chosen])
    if chosen and texts[chosen:]:
        yield "And, in no order:"
    yield long_list(texts if key == "headline" else [item(text) for text in texts[chosen:]])


def _next(report: Report, minutes: Mapping[str, int]) -> Iterator[str]:
    yield _title("What happens next", "follow-up", minutes)
    yield _NEXT.get(report.after.state, _NEXT["draft"])
    yield from own_words(report, "follow-up")
    today = report.made.date().isoformat()
    following = (next_action(result) for result in report.plan.key_results)
    coming = [action for action in following if action and (action.due or today) >= today]
    if coming:
        first = min(coming, key=lambda action: action.due or "9999-99-99")
        when = f", by {day(first.due)}" if first.due else ""
        yield f"The first step in your plan{when}: {block(first.what)}"


def _thanks(minutes: Mapping[str, int]) -> Iterator[str]:
    yield _title("Thank you, and your questions", "thanks", minutes)
    yield (
        "Thank you again, and please pass that on to the learners, the families and the staff who "
        "talked with us. The report is yours: you decide who sees it. What would you like to ask us?"
    )

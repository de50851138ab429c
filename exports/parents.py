"""The page for parents and carers: what the review was, what goes well, what comes next, how to have a say.

Written to be read by a child of eleven or twelve: short words, short sentences. It holds no number of a
statement or note, no word of the framework's scale and nobody's name but the setting's. What the panel and
the school wrote themselves stands as they wrote it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil

from sessions.seen_plan import ActionView, FindingView, KeyResultView

from .about import what_was_done
from .build_plan import of_kind
from .escape import BREAK, block, inline
from .facts import Source, small_print
from .fitting import fitting, length
from .markdown_after import plain_answer
from .model import Report
from .own_words import own_words
from .parts import Part, part
from .pieces import item, labelled, long_list, short_list
from .words import day

LONGEST = 700
"""Words of the page. What somebody wrote for it counts, and is never cut."""
_ONE_SIDE = 57.0
"""Lines that one side of A4 has room for, as `_lines` counts them: found by printing."""
_HEADINGS = 30  # words of the headings over lists, and of what is said of a cut

_WHO = {"early-years": "children", "primary": "children", "post-16": "students"}
"""What learners are called in a phase; elsewhere `young people`."""

_DID: dict[str, tuple[str, str]] = {
    "observation": ("watched", "lessons"),
    "data": ("looked at", "figures"),
    "work-scrutiny": ("looked at", "work in books"),
    "document": ("read", "papers"),
    "learner-voice": ("talked with", "{who}"),
    "parent-voice": ("talked with", "families"),
    "staff-voice": ("talked with", "staff"),
    "leader-voice": ("talked with", "the people who lead the school"),
    "external": ("talked with", "people who work with the school"),
}
"""What visitors did to hear from a source type, in plain words: a verb, and what or whom."""

_SAY = (
    "Talk to your child's teacher. Or talk to the SENCO, who leads the help for SEND.",
    "Say what helps your child, and what gets in the way. Ask how the plan is going.",
    "Read the SEND Information Report. It is on the website or at the office. It says what help there is.",
    "Get free advice from SENDIASS. It is not part of the school. Ask the school how to reach it.",
)
"""How to have a say; general, and true of schools in England."""


def parents_title(source: Source) -> str:
    """Return the title."""
    return f"For parents and carers: a review at {source.report.setting}"


def parents_parts(source: Source) -> tuple[Part, ...]:
    """Return the parts of the page."""
    report = source.report
    well = (*of_kind(report.plan, "strength"), *of_kind(report.plan, "sharing"))
    lists = {
        "strengths": [_found(finding, report) for finding in well],
        "plan": [_planned(result) for result in report.plan.key_results],
    }
    room = LONGEST - _HEADINGS - length(_parts(report, {}, is_cut=True))
    kept = fitting(list(lists.values()), room)
    shown = {key: lists[key][:number] for key, number in zip(lists, kept, strict=True)}
    made = _parts(report, shown, is_cut=shown != lists)
    if _lines(made) > _ONE_SIDE:
        return _parts(report, shown, is_cut=shown != lists, is_long=True)
    return made


def _lines(parts: Iterable[Part]) -> float:
    """Return about how many lines parts take on paper, with the space between them."""
    blocks = [block for one in parts for block in one.blocks]
    headings = sum(block.startswith("#") for block in blocks)
    lines = [line for block in blocks for line in block.splitlines() if line.strip()]
    return sum(ceil(len(line) / 98) + 0.3 for line in lines) + headings


def _parts(
    report: Report, shown: Mapping[str, Sequence[str]], *, is_cut: bool, is_long: bool = False
) -> tuple[Part, ...]:
    found = (
        part("about", _what_it_was(report)),
        part("headline", _own(report)),
        part("strengths", _well(shown.get("strengths", ()))),
        part("plan", _next(shown.get("plan", ()))),
        part("say", _say(is_cut, is_long)),
        part("facts", [small_print(report, "page")]),
    )
    return tuple(one for one in found if one.blocks)


def _what_it_was(report: Report) -> Iterator[str]:
    who = _WHO.get(report.phase, "young people")
    did = what_was_done(report, _DID).replace("{who}", who)
    yield "## What it was"
    yield (
        f"On {inline(day(report.date))} a group of visitors came to {inline(report.setting)}. They "
        f"wanted to see how the school helps {who} who have special educational needs or "
        "disabilities. The short name for this is SEND."
    )
    yield labelled("This is what they looked at", report.purpose)
    yield (
        (f"The visitors {did}. " if did else "")
        + "They wrote it down, and then they talked about it. It was not an inspection. Nobody was "
        "given a mark."
    )


def _own(report: Report) -> Iterator[str]:
    words = list(own_words(report, "parents", plainly=True))
    if words:
        yield "## In short"
        yield from words


def _well(texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield "## What is going well"
        yield "This is what the visitors wrote:"
        yield long_list(item(text) for text in texts)


def _found(finding: FindingView, report: Report) -> str:
    """Return a finding; below it what the school says to it, where the two still differ."""
    answer = plain_answer(report.after, finding.ref)
    return BREAK.join(text for text in (block(finding.text), answer) if text)


def _next(results: Sequence[str]) -> Iterator[str]:
    yield "## What the school will do next"
    if results:
        yield "The school has a plan. This is what it says:"
        yield long_list(item(text) for text in results)
    else:
        yield "The school will use the review to make a plan. You can ask to see it."


def _planned(result: KeyResultView) -> str:
    """Return what will be different, and what is still done for it, or was; nobody is named."""
    there = [action for action in result.actions if not _is_dropped(action)]
    still = [action for action in there if not action.is_closed]
    return BREAK.join([block(result.text), *map(_action, still or there)])


def _is_dropped(action: ActionView) -> bool:
    return action.latest is not None and action.latest.progress == "dropped"


def _action(action: ActionView) -> str:
    if action.is_closed:
        return labelled("Done", action.what)
    return labelled(f"By {day(action.due)}" if action.due else "To do", action.what)


def _say(is_cut: bool, is_long: bool) -> Iterator[str]:
    yield "## How to have your say"
    yield "You know your child best. Your views help the school."
    yield short_list(item(line) for line in _SAY)
    yield "You can ask for this page in big print or in another language." + (
        (" There was a lot to say, so this page has two sides." if is_long else "")
        + (" There is more to read: ask the school for the full report." if is_cut else "")
    )

"""The summary: two pages for those who will not read the report, and what was left to it for length.

Source: domain notes, section 4: the short form has 500 to 1,000 words. What somebody wrote for it stands in
full; of the rest there is as much as there is room for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sessions.seen_plan import KeyResultView, PlanView

from .about import NO_GRADE, describing_words
from .build_plan import next_action, of_kind
from .charts import profile_table
from .escape import block, inline
from .facts import Source, facts, origin, setting_words
from .fitting import fitting, length, words_in
from .markdown import area_sentences, profile_blocks
from .markdown_after import follow_up_blocks
from .markdown_plan import key_result_line, short_finding
from .model import Report
from .own_words import own_words
from .parts import Part, part
from .pieces import item, long_list, numbered_list
from .words import day, spoken

LONGEST = 900
"""Words of a summary. What somebody wrote for it counts, and is never cut."""
_SPACE = 1190
"""Words that would stand on two pages if there were nothing else on them."""
_HEADING, _ITEM, _ROW = 40, 7, 10
"""How many words would stand in the space that a heading, an item and a row of a table take."""
_GRID = 220  # words: a larger grid is for the full report

_LISTS = {
    "headline": "sentences on the areas",
    "strengths": "strengths",
    "development": "areas for development",
    "sharing": "practice worth sharing",
    "plan": "key results of the plan",
}
"""What there is as much of as there is room for, by the key of its part."""


def summary_title(source: Source) -> str:
    """Return the title."""
    return f"Summary of the peer review at {source.report.setting}"


def summary_parts(source: Source) -> tuple[Part, ...]:
    """Return the parts of the summary."""
    report = source.report
    lists = _lists(report)
    frame = _parts(report, {}, [f"more {name}" for name in _LISTS.values()])
    headings = _HEADING * sum(map(bool, lists.values()))
    room = min(LONGEST - length(frame), _SPACE - _space(frame) - headings)
    kept = fitting(list(lists.values()), room, _ITEM)
    shown = {key: lists[key][:number] for key, number in zip(lists, kept, strict=True)}
    left = [
        f"{'more' if shown[key] else 'the'} {_LISTS[key]}"
        for key, found in lists.items()
        if len(shown[key]) < len(found)
    ]
    return _parts(report, shown, left)


def _space(parts: Iterable[Part]) -> int:
    """Return how many words would stand in the space that parts take."""
    found = list(parts)
    lines = [line for one in found for block in one.blocks for line in block.splitlines()]
    headings = sum(line.startswith("## ") for line in lines)
    rows = sum(line.startswith("| ") for line in lines)
    items = sum(line.startswith("- ") for line in lines)
    return length(found) + _HEADING * headings + _ROW * rows + _ITEM * items


def _lists(report: Report) -> dict[str, list[str]]:
    plan, after = report.plan, report.after
    kinds = {"strengths": "strength", "development": "development", "sharing": "sharing"}
    return {
        "headline": list(area_sentences(report)),
        **{
            key: [short_finding(finding, after) for finding in of_kind(plan, kind)]
            for key, kind in kinds.items()
        },
        "plan": [key_result_line(result) for result in _waiting(plan)],
    }


def _waiting(plan: PlanView) -> tuple[KeyResultView, ...]:
    """Return the key results that something is still to be done for; all, where nothing is."""
    found = tuple(r for r in plan.key_results if not r.actions or next_action(r) is not None)
    return found or plan.key_results


def _parts(
    report: Report, shown: Mapping[str, Sequence[str]], left: Sequence[str]
) -> tuple[Part, ...]:
    found = (
        facts(_facts(report)),
        part("headline", _headline(report, shown.get("headline", ()))),
        part("profile", _profile(report)),
        part("strengths", _items("## What is strong", shown.get("strengths", ()))),
        part("development", _development(report, shown.get("development", ()))),
        part("sharing", _items("## Practice worth sharing", shown.get("sharing", ()))),
        part("plan", _plan(report, shown.get("plan", ()))),
        part("follow-up", follow_up_blocks(report)),
        part("about", _about(report, left)),
    )
    return tuple(one for one in found if one.blocks)


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    yield "Setting", setting_words(report)
    yield "Date of the review", day(report.date)
    yield "Purpose", report.purpose
    yield from origin(report)


def _a_ref(report: Report) -> str:
    refs = (statement.ref for area in report.areas for statement in area.statements)
    return next(refs, "1.1")


def _headline(report: Report, sentences: Sequence[str]) -> Iterator[str]:
    own = list(own_words(report, "headline"))
    describing = describing_words(report, "so nothing more is said of it")
    if own or sentences or describing:
        yield "## Headline"
    yield from own
    yield long_list(sentences)
    yield describing


def _profile(report: Report) -> Iterator[str]:
    if report.profile is not None and not _is_large(report):
        yield "## Where practice sits"
        yield from profile_blocks(report, report.profile)


def _is_large(report: Report) -> bool:
    return words_in(profile_table(report)) > _GRID


def _items(title: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield title
        yield long_list(item(text) for text in texts)


def _development(report: Report, texts: Sequence[str]) -> Iterator[str]:
    """Yield the areas for development: in an order, as far as the panel has set one."""
    if not texts:
        return
    chosen = len(report.plan.priorities)
    yield "## What would make it better"
    if chosen:
        yield "In the order of priority that the panel set:"
        yield numbered_list(texts[:chosen])
    if chosen and texts[chosen:]:
        yield "Not in the order of priorities:"
    yield long_list(item(text) for text in texts[chosen:])


def _plan(report: Report, results: Sequence[str]) -> Iterator[str]:
    if report.plan.objective or results:
        yield "## What the school plans"
        yield block(report.plan.objective)
        yield long_list(item(text) for text in results)


def _about(report: Report, left: Sequence[str]) -> Iterator[str]:
    """Yield what the review is and is not, and what was left to the full report."""
    judged = report.profile is not None
    left = [*left, *(["where practice sits, statement by statement"] if _is_large(report) else [])]
    yield "## About this summary"
    yield (
        "This was a peer review, done with the school and not to it. The panel first wrote down what "
        f"it saw, heard and read{', and only then said where practice sits' if judged else ''}. It is "
        f"not an inspection. {NO_GRADE} The school decides who sees it."
    )
    yield (
        f"Numbers such as {inline(_a_ref(report))} are the framework's own. The full report has the "
        "evidence for each, with where it comes from."
    )
    yield f"There too, and left out here for length: {inline(spoken(left))}." if left else ""

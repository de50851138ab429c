"""The version for governors: what was looked at, where practice sits, what follows, and what to ask.

For people who were not there and may not teach: no evidence refs, no numbers of statements, and nobody's
name beside a view. The questions are general: they are to be asked of leaders, and answer nothing.
"""

from collections.abc import Iterator, Sequence

from frameworks.model import Step
from sessions.seen_plan import ActionView, FindingView, KeyResultView

from .about import NO_GRADE, what_was_done
from .build_after import unresolved
from .build_plan import of_kind
from .escape import BREAK, block, inline
from .facts import Source, small_print
from .markdown_after import follow_up_blocks, plain_answer
from .model import Area, Judged, Report
from .own_words import own_words
from .parts import Part, part
from .pieces import bold, item, labelled, long_list, numbered_list, short_list, table
from .words import day, spoken

_QUESTIONS = (
    "What in this did you expect, and what surprised you?",
    "Which of the strengths hang on one person, and what would keep them if that person left?",
    "How do learners with SEND and their families tell you what they think, and who have you not "
    "heard from yet?",
    "What will a learner notice that is different, and by when?",
    "What time, money and training does this need, and what will be done less to make room?",
    "How will you know that it works before the last date comes, and what would make you stop?",
    "What would you like us, as governors, to come and see?",
)
_IF_WAITING = "Where there was not enough to go on, what would help us to know?"
_IF_DIFFERENT = "Where the school sees it differently from the panel, what would settle it?"
_IF_LATE = "Which actions are not where you wanted them to be, and what stands in the way?"


def governors_title(source: Source) -> str:
    """Return the title."""
    return f"For governors: the peer review at {source.report.setting}"


def governors_parts(source: Source) -> tuple[Part, ...]:
    """Return the parts of the version for governors."""
    report, steps = source.report, source.framework.scale.steps
    found = (
        part("headline", _own(report)),
        part("about", _looked_at(report)),
        part("profile", _where(report, steps)),
        part("strengths", _findings("## What is strong", "strength", report)),
        part("development", _development(report)),
        part("sharing", _findings("## What other schools could learn from", "sharing", report)),
        part("plan", _plan(report)),
        part("follow-up", follow_up_blocks(report)),
        part("questions", _questions(report)),
        part("facts", [small_print(report, "document")]),
    )
    return tuple(one for one in found if one.blocks)


def _own(report: Report) -> Iterator[str]:
    words = list(own_words(report, "governors", plainly=True))
    if words:
        yield "## In short"
        yield from words


# What was looked at


def _looked_at(report: Report) -> Iterator[str]:
    did = what_was_done(report)
    yield "## What was looked at"
    yield f"A panel reviewed the school on {inline(day(report.date))}. These areas were in its scope:"
    yield short_list(item(inline(area.title)) for area in report.areas)
    yield labelled("Purpose", report.purpose)
    yield (
        (f"The panel {did}. " if did else "")
        + "It wrote down what it saw, heard and read, and only after that talked about what it "
        "showed. A peer review is done with the school and not to it. It is not an inspection. "
        f"{NO_GRADE} It judges no single teacher or learner, and compares the school with no other."
    )


def _where(report: Report, steps: Sequence[Step]) -> Iterator[str]:
    """Yield each area in words: its sentence, and the steps that its statements lie at."""
    if report.profile is None:
        return
    yield "## Where practice sits"
    names = inline(spoken(step.name for step in steps))
    yield (
        f"The panel used a framework, {inline(report.framework)}. Its words for where practice sits "
        f"are {names}. One area can lie at several, and none of them is a mark."
    )
    told = [step for step in steps if step.summary]
    yield short_list(item(f"{bold(f'{step.name}:')} {block(step.summary)}") for step in told)
    yield "Area by area:"
    yield long_list(_area(area, report) for area in report.areas)


def _area(area: Area, report: Report) -> str:
    name = bold(f"{area.title}:")
    if area.judged is None:
        return item(f"{name} The panel has not said where practice sits here.")
    lacking = report.now("Not agreed in a sentence yet.")
    said = block(area.judged.sentence) if area.judged.sentence else lacking
    return item(f"{name} {said}", report.now(" ".join(_lies(area.judged))))


def _lies(judged: Judged) -> Iterator[str]:
    profile = judged.profile
    names = [name for name, refs in profile.steps if refs]
    if names:
        yield f"What was seen lies at {inline(spoken(names))}."
    if profile.alone:
        yield "Some of this is the view of one reviewer, and not of the panel."
    if profile.not_enough:
        yield "On some of it there was not enough evidence."
    if profile.not_agreed or profile.not_judged:
        yield "On some of it the panel has not agreed yet."


# What was found


def _findings(title: str, kind: str, report: Report) -> Iterator[str]:
    items = [item(_finding(finding, report)) for finding in of_kind(report.plan, kind)]
    if items:
        yield title
        yield long_list(items)


def _development(report: Report) -> Iterator[str]:
    found = of_kind(report.plan, "development")
    chosen = [_finding(finding, report) for finding in found if finding.priority]
    others = [item(_finding(finding, report)) for finding in found if not finding.priority]
    if not found:
        return
    yield "## What would make it better"
    if chosen:
        yield "The most pressing first:"
        yield numbered_list(chosen)
    if chosen and others:
        yield "And also:"
    yield long_list(others)


def _finding(finding: FindingView, report: Report) -> str:
    answer = plain_answer(report.after, finding.ref)
    return BREAK.join(text for text in (block(finding.text), answer) if text)


# What follows


def _plan(report: Report) -> Iterator[str]:
    plan = report.plan
    rows = [row for result in plan.key_results for row in _rows(result)]
    if not plan.objective and not rows:
        return
    yield "## What the school plans"
    yield block(plan.objective)
    if rows:
        yield table(("What will be different", "Action", "Who", "By when", "So far"), rows)


def _rows(result: KeyResultView) -> Iterator[tuple[str, ...]]:
    """Yield a row an action; what will be different stands in the first."""
    if not result.actions:
        yield result.text, "no action yet", "", "", ""
    for place, action in enumerate(result.actions):
        yield (
            "" if place else result.text,
            action.what,
            action.who,
            day(action.due),
            so_far(action),
        )


def so_far(action: ActionView) -> str:
    """Return how an action goes, in words; empty: nobody has looked yet."""
    return action.latest.progress_name if action.latest else ""


def _questions(report: Report) -> Iterator[str]:
    profile, plan = report.profile, report.plan
    waiting = profile is not None and bool(profile.not_enough)
    different = any(unresolved(report.after, f.ref) is not None for f in plan.findings)
    late = any(
        a.latest is not None and a.latest.progress in ("at-risk", "dropped") for a in plan.actions
    )
    more = ((_IF_WAITING, waiting), (_IF_DIFFERENT, different), (_IF_LATE, late))
    yield "## Questions that governors may ask"
    yield short_list(item(q) for q in (*_QUESTIONS, *(q for q, fits in more if fits)))

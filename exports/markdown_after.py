"""What follows a visit, as Markdown: last time beside now, the host's answers, what comes next."""

from collections.abc import Iterable, Iterator

from sessions.seen_after import AfterView, Follows, ThenView

from .build_after import unresolved
from .escape import inline
from .model import Report
from .own_words import own_words
from .pieces import bold, ended, item, labelled, long_list
from .words import day, named, spoken

# An older review


def last_time(then: ThenView | None, follows: Follows) -> str:
    """Return what an older session agreed, in a line; empty: nothing."""
    if then is None:
        return ""
    when = f"Last time ({day(follows.date)})" if follows.date else "Last time"
    if not then.statement:  # an area's sentence says all by itself
        whole = f" ({inline(_outcome(then))})" if _outcome(then) else ""
        return labelled(f"{when}{whole}", then.because)
    said = f"{when}: {ended(inline(_outcome(then)))}" if _outcome(then) else f"{when}."
    if then.by:
        said += f" The view of {inline(then.by)}, who judged alone."
    if then.matched == "changed" and then.words:
        said += f" The statement had other words then: {ended(inline(then.words))}"
    return f"{said} {labelled('Because', then.because)}".rstrip()


def _outcome(then: ThenView) -> str:
    if then.outcome in ("not_enough_evidence", "not_applicable"):
        return then.outcome.replace("_", " ")
    return spoken(then.names)


def gone_blocks(gone: Iterable[ThenView], follows: Follows) -> Iterator[str]:
    """Yield what was agreed last time of statements that have no place now."""
    items = [_gone(then, follows) for then in gone]
    if items:
        yield "Judged last time, and not a statement of this review:"
        yield long_list(items)


def _gone(then: ThenView, follows: Follows) -> str:
    words = f" {inline(then.words)}" if then.words else ""
    return item(f"{bold(f'{then.statement}:')}{words}", last_time(then, follows))


# The host's answers


def answer(after: AfterView, finding: str) -> str:
    """Return the host's answer to a finding, where the two still differ; empty: they do not."""
    reply = unresolved(after, finding)
    if reply is None:
        return ""
    older = ", of what it said then" if reply.older else ""
    said = f"The host {inline(reply.answer_name)}{older}"
    return labelled(said, reply.text) if reply.text else f"{said}."


_PLAINLY = {
    "correct": "The school would put this in another way",
    "evidence": "The school has shown more since",
}


def plain_answer(after: AfterView, finding: str) -> str:
    """Return the same in plain words, for those who know of no host."""
    reply = unresolved(after, finding)
    if reply is None:
        return ""
    said = _PLAINLY.get(reply.answer, "The school sees this differently")
    return labelled(said, reply.text) if reply.text else f"{said}."


def reply_blocks(report: Report) -> Iterator[str]:
    """Yield what the host said to the findings: accepted, settled, or beside the finding still."""
    replies = report.after.replies
    if not replies:
        return
    accepted = [r.finding for r in replies if not r.is_open and not r.settled]
    beside = [r.finding for r in replies if r.is_open]
    yield "## What the host said"
    if accepted:
        yield f"The host accepts {inline(named('finding', accepted))}."
    if beside:
        yield f"The host's answer stands beside {inline(named('finding', beside))}."
    settled = [
        item(f"Finding {inline(r.finding)}: {labelled('settled', r.settled)}")
        for r in replies
        if r.settled
    ]
    if settled:
        yield "Talked over and settled:"
        yield long_list(settled)


# What comes next


def follow_up_blocks(report: Report) -> Iterator[str]:
    """Yield what somebody wrote of what follows the review."""
    words = list(own_words(report, "follow-up"))
    if words:
        yield "## What follows"
        yield from words

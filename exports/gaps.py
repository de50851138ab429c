"""What is still open before a report is made final. Nothing here stops anybody; people decide."""

from collections.abc import Iterable, Iterator

from frameworks.model import Framework
from sessions.seen import SessionView

from .checks import Finding, check
from .words import listed, named, spoken


def gaps(seen: SessionView, framework: Framework) -> tuple[str, ...]:
    """Return what is still open, a sentence each; `seen`: what everyone may see."""
    return tuple(_gaps(seen, framework))


def _gaps(seen: SessionView, framework: Framework) -> Iterator[str]:
    yield from _of_the_host(seen)
    found = check(seen, framework)
    describing = [str(area.number) for area in seen.areas if not area.judging]
    if describing:
        yield f"Not opened for judging: {named('area', describing)}."
    for what, refs in (
        ("No note yet", found.without_notes),
        ("Not judged yet", found.not_judged),
        ("Not agreed yet", found.not_agreed),
        ("To look at again", (*found.stale, *found.changed_notes)),
    ):
        if refs:
            yield f"{what}: {_places(refs)}."
    for text in seen.after.texts:
        if text.stale:
            yield f"The words for {text.name} are to look at again: {spoken(text.stale)}."
    yield from seen.conflicts


def _of_the_host(seen: SessionView) -> Iterator[str]:
    findings, after = seen.plan.findings, seen.after
    if findings and after.state == "draft":
        yield "The host has not been asked whether the findings are accurate."
    silent = [f.ref for f in findings if after.reply(f.ref) is None]
    if silent and after.state != "draft":
        yield f"The host has not replied to {named('finding', _in_order(silent))}."
    beside = [reply.finding for reply in after.replies if reply.is_open]
    if beside:
        yield f"The host's reply stands beside {named('finding', _in_order(beside))}, and is not settled."
    older = [reply.finding for reply in after.replies if reply.older]
    if older:
        yield f"The host replied to older words of {named('finding', _in_order(older))}."


def _in_order(refs: Iterable[str]) -> list[str]:
    return sorted(refs, key=lambda ref: (len(ref), ref))


def _places(found: Iterable[Finding]) -> str:
    return listed(dict.fromkeys(finding.place for finding in found))

"""What a report says of what follows a visit: its state, the host's replies, people's own words, then.

Source: section 4 of the design: what an older session agreed stands behind the gate of its area, and so
do the words that somebody wrote of an area.
"""

import msgspec

from sessions.seen import SessionView
from sessions.seen_after import AfterView, ReplyView, TextView, ThenView

from .model import Judged

_AREA = "area/"


def shared_after(seen: SessionView) -> AfterView:
    """Return what follows the visit, without what speaks of an area that is still being described."""
    judging = {area.number for area in seen.areas if area.judging}
    findings = {finding.ref for finding in seen.plan.findings}
    return msgspec.structs.replace(
        seen.after,
        then=tuple(t for t in seen.after.then if _is_open(t, judging, len(seen.areas))),
        replies=tuple(reply for reply in seen.after.replies if reply.finding in findings),
        texts=tuple(text for text in seen.after.texts if _may_be_read(text, judging)),
    )


def _is_open(then: ThenView, judging: set[int], areas: int) -> bool:
    return then.area in judging or (then.area == 0 and len(judging) == areas)


def _may_be_read(text: TextView, judging: set[int]) -> bool:
    number = text.part.removeprefix(_AREA)
    is_area = text.part.startswith(_AREA)
    return bool(text.text.strip()) and (not is_area or number in map(str, judging))


def with_then(judged: Judged, number: int, after: AfterView) -> Judged:
    """Return what stands behind an area's gate with what an older session agreed beside it."""
    judgements = tuple(
        msgspec.structs.replace(found, then=after.before(found.ref)) for found in judged.judgements
    )
    return msgspec.structs.replace(
        judged,
        judgements=judgements,
        then=next((t for t in after.then if not t.statement and t.area == number), None),
        gone=gone(after, number),
    )


def gone(after: AfterView, area: int) -> tuple[ThenView, ...]:
    """Return what was agreed then of statements that there are no more; area 0: nor is their area."""
    return tuple(t for t in after.then if t.matched == "gone" and t.statement and t.area == area)


def unresolved(after: AfterView, finding: str) -> ReplyView | None:
    """Return the host's answer to a finding where the two still differ; None: they do not."""
    reply = after.reply(finding)
    return reply if reply is not None and reply.is_open else None

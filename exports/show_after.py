"""How far the report is, replies, and words for the report, as commands print them: JSON, and lines."""

from collections.abc import Iterator
from typing import Any

from sessions.records_after import part_name
from sessions.seen import SessionView

from .show_then import then_json, then_lines
from .words import spoken


def state_json(seen: SessionView) -> dict[str, Any]:
    """Return how far the report is; `reopened`: why a final one was opened again, if it was.

    `apart`: what was written apart after it was made final, if anything was.
    """
    again = {"reopened": seen.after.reopened} if seen.after.reopened else {}
    since = {"apart": list(seen.after.apart)} if seen.after.apart else {}
    return {"state": seen.after.state, **again, **since}


def state_lines(seen: SessionView) -> Iterator[str]:
    """Yield how far the report is."""
    yield f"The report is: {seen.after.state_name}"
    if seen.after.reopened:
        yield f"Why it was opened again after it had been final: {seen.after.reopened}"
    if seen.after.apart:
        yield f"Written apart since, and in no document: {'; '.join(seen.after.apart)}"


def replies_json(seen: SessionView) -> list[dict[str, Any]]:
    """Return the host's replies to the findings that may be seen."""
    return [
        {
            "finding": reply.finding,
            "answer": reply.answer,
            "text": reply.text,
            "settled": reply.settled,
            "by": reply.by,
            "at": reply.at,
            **({"older": True} if reply.older else {}),
        }
        for reply in seen.after.replies
    ]


def replies_lines(seen: SessionView) -> Iterator[str]:
    """Yield the host's replies to the findings that may be seen."""
    for reply in seen.after.replies:
        about = f"Reply to finding {reply.finding}, by {reply.by}, {reply.at}: {reply.answer_name}"
        yield f"{about}. {reply.text}" if reply.text else f"{about}."
        if reply.settled:
            yield f"Settled, for the reply to finding {reply.finding}: {reply.settled}"
        if reply.older:
            yield f"The reply to finding {reply.finding} is about older words of the finding."


def report_texts_json(seen: SessionView) -> list[dict[str, Any]]:
    """Return the words for the report that may be seen; `stale`: what changed that they rest on."""
    return [
        {
            "part": text.part,
            "text": text.text,
            "by": text.by,
            "at": text.at,
            "stale": list(text.stale),
        }
        for text in seen.after.texts
    ]


def report_texts_lines(seen: SessionView) -> Iterator[str]:
    """Yield the words for the report that may be seen."""
    for text in seen.after.texts:
        yield f"Words for {text.name} ({text.part}), by {text.by}, {text.at}: {text.text}"
        if text.stale:
            yield f"To look at again, the words for {text.name}: {spoken(text.stale)}"
    if seen.after.hidden_texts:
        parts = spoken(map(part_name, seen.after.hidden_texts))
        yield f"Out of sight while an area is being described again: the words for {parts}."


def after_json(seen: SessionView) -> dict[str, Any]:
    """Return the keys of all of it, as `show --json` has them."""
    return {
        **state_json(seen),
        **then_json(seen),
        "replies": replies_json(seen),
        "report_texts": report_texts_json(seen),
    }


def after_lines(seen: SessionView) -> Iterator[str]:
    """Yield all of it, as `show` does: of a draft with no replies and no words nothing."""
    if seen.after.state != "draft" or seen.after.reopened:
        yield from state_lines(seen)
    yield from then_lines(seen)
    yield from replies_lines(seen)
    yield from report_texts_lines(seen)

"""What an older review agreed, as `show` prints it of the one that follows: JSON, and lines."""

from collections.abc import Iterator
from typing import Any

from sessions.seen import SessionView
from sessions.seen_after import ThenView

from .show_lines import outcome_words
from .words import day

# Behind the gate of an area alone: of one that is being described the view holds nothing


def then_json(seen: SessionView) -> dict[str, Any]:
    """Return the keys of it; none where the session follows no other."""
    follows = seen.after.follows
    if not follows.name:
        return {}
    return {
        "follows": {"id": follows.id, "name": follows.name, "date": follows.date},
        "then": [_json(then) for then in seen.after.then],
    }


def _json(then: ThenView) -> dict[str, Any]:
    known: dict[str, Any] = {"statement": then.statement} if then.statement else {}
    known |= {
        "area": then.area,
        "outcome": then.outcome,
        "stages": list(then.stages),
        "names": list(then.names),
        "because": then.because,
        "matched": then.matched,
    }
    known |= {"words": then.words} if then.words else {}
    return known | ({"alone": then.by} if then.by else {})


def then_lines(seen: SessionView) -> Iterator[str]:
    """Yield which session this one follows, and what was agreed there."""
    follows = seen.after.follows
    if not follows.name:
        return
    yield f"Follows: {follows.name}, {day(follows.date)}"
    for then in seen.after.then:
        subject = then.statement or (f"area {then.area}" if then.area else then.words)
        said = outcome_words(then.outcome, then.stages) if then.outcome else ""
        alone = f" ({then.by} alone)" if then.by else ""
        told = f"{said}{alone}. {then.because}" if said else then.because
        words = {"changed": "in other words then", "gone": "not in this framework any more"}
        how = words.get(then.matched, "")
        how = f" ({how}: {then.words})" if how and then.statement else ""
        yield f"Then, of {subject}{how}: {told}"

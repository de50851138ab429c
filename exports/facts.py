"""What every document says of itself: of which review it is, on which framework, how far, and when made."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from frameworks.model import Framework
from sessions.records import PHASES
from sessions.seen import SessionView
from sessions.seen_after import AfterView

from .build import build_report
from .escape import inline
from .model import Report
from .parts import Part, part
from .pieces import ended, item, short_list
from .words import day, written


class Source(NamedTuple):
    """What documents are made of."""

    seen: SessionView
    """What everyone may see."""
    framework: Framework
    report: Report


def source_of(seen: SessionView, framework: Framework, made: datetime) -> Source:
    """Return what the documents of a session are made of, at a moment."""
    return Source(seen, framework, build_report(seen, framework, made))


def framework_words(title: str, version: str) -> str:
    """Return a framework as documents name it."""
    return f"{title}, version {version}" if version else title


def setting_words(report: Report) -> str:
    """Return the setting, with its phase where that is said."""
    phase = f" ({PHASES.get(report.phase, report.phase)})" if report.phase else ""
    return report.setting + phase


def state_words(after: AfterView) -> str:
    """Return how far the report is: `draft`; with the reason where a final one was opened again."""
    if after.state == "final":
        return f"{after.state_name}{_SINCE}" if after.apart else after.state_name
    again = after.reopened
    return (
        f"{after.state_name}, opened again after it was final: {again}"
        if again
        else after.state_name
    )


_SINCE = "; something was written apart since then, and is not in here"


def apart_facts(after: AfterView) -> Iterator[tuple[str, str]]:
    """Yield what was written apart after the report was made final; nothing where nothing was."""
    if after.apart:
        yield "Written apart", f"{'; '.join(after.apart)}. It is kept with the review."


def origin(report: Report) -> Iterator[tuple[str, str]]:
    """Yield what tells one copy of a document from another: framework, state, when it was made."""
    yield "Framework", framework_words(report.framework, report.version)
    yield "State", state_words(report.after)
    yield from apart_facts(report.after)
    yield "Written out", f"{written(report.made)}, from the session {report.session}"


def facts(pairs: Iterable[tuple[str, str]]) -> Part:
    """Return the part of facts: a line each; those that say nothing are left out."""
    lines = (item(f"{label}: {inline(fact)}") for label, fact in pairs if fact)
    return part("facts", [short_list(lines)])


def short_facts(report: Report) -> Part:
    """Return the facts at the head of a short document."""
    review = (("Setting", setting_words(report)), ("Date of the review", day(report.date)))
    return facts((*review, *origin(report)))


def small_print(report: Report, kind: str) -> str:
    """Return the same in a line, for the end of a document; `kind`: what it calls itself."""
    return inline(
        f"State of this {kind}: {ended(state_words(report.after))} Made on {written(report.made)}, "
        f"from the review of {day(report.date)}. Framework used: "
        f"{framework_words(report.framework, report.version)}."
    )

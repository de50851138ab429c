"""Lines as `show` and its sisters print them: each says by itself what it is about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from frameworks.text import clean_text
from sessions.records import Outcome
from sessions.seen import SessionView

from .words import spoken


def as_lines(lines: Iterable[str]) -> str:
    """Return lines as one text that ends with a newline; further lines of one are indented.

    So no text that somebody wrote can be taken for a line of ours.
    """
    return "".join(clean_text(line).replace("\n", "\n  ") + "\n" for line in lines)


def outcome_words(outcome: Outcome | None, stages: tuple[str, ...]) -> str:
    """Return what was judged: steps by their keys, which is what commands take."""
    if outcome is None or outcome == "stages":
        return spoken(stages) or "nothing chosen yet"
    return outcome.replace("_", " ")


def field_lines(seen: SessionView, fields: Mapping[str, str], about: str) -> Iterator[str]:
    """Yield what a judgement holds besides its step; `about`: whose, and of what."""
    for field in seen.fields:
        if fields.get(field.key):
            yield f"{field.name}, {about}: {fields[field.key]}"


def fields_json(seen: SessionView, fields: Mapping[str, str]) -> dict[str, Any]:
    """Return the key for what a judgement holds besides its step, where the framework asks for it."""
    return {"fields": dict(fields)} if seen.fields else {}

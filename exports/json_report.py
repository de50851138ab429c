"""The whole report as JSON: what every document is made of, for other programs.

It holds what the report holds and no more: an area that is still being described has `judged: null`.
Steps and case studies are named by key, name and symbol; the framework itself is `frameworks show --json`.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from frameworks.model import CaseStudy, Framework, Step
from frameworks.text import clean_text
from sessions.seen import SessionView

from .facts import source_of, state_words

VERSION = 1
"""Of the shape; later ones only add keys."""


def json_report(seen: SessionView, framework: Framework, made: datetime) -> str:
    """Return the report as JSON, two spaces an indent. It ends with a newline."""
    report = source_of(seen, framework, made).report
    found = {"document": "report", "shape": VERSION, "state": state_words(report.after)}
    return json.dumps({**found, **_plain(report)}, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    match value:
        case Step():
            return {"key": value.key, "name": value.name, "symbol": value.symbol}
        case CaseStudy():
            return {"id": value.id, "title": value.title}
        case msgspec.Struct():
            return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
        case datetime():
            return value.isoformat(timespec="seconds")
        case str():
            return clean_text(value)
        case _:
            return value

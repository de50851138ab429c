"""Which of a session's texts stand in a document: what may identify somebody is asked of those alone."""

import re
from collections.abc import Iterable
from datetime import datetime

from frameworks.model import Framework
from sessions.errors import Refused
from sessions.seen import SessionView

from .facts import source_of
from .formats import FORMATS
from .texts import texts_of

_ENTITY = re.compile(r"&#\d+;")
_BETWEEN = re.compile(r"[\W_]+")
_TELLING = 1  # blanks in a text that hardly stands in a document by chance

_DATA = {
    "actions-csv": ("Action ", "Key result "),
    "ics": ("Action ", "Key result "),
    "json": ("",),
}
"""How the places begin whose texts stand in data."""


def places_in(name: str, seen: SessionView, framework: Framework, made: datetime) -> frozenset[str]:
    """Return the places, as `texts_of` names them, whose texts stand in the format of that name.

    A place is in it when one of its longer texts is: rather one too many than one too few.
    """
    found: dict[str, list[str]] = {}
    for place, text in texts_of(seen, source_of(seen, framework, made).report):
        found.setdefault(place, []).append(text)
    if name in _DATA:
        return frozenset(place for place in found if place.startswith(_DATA[name]))
    try:
        said = FORMATS[name].plain(seen, framework, made)
    except Refused:
        return frozenset()
    whole = _words(said)
    return frozenset(place for place, texts in found.items() if _is_in(texts, whole))


def _words(text: str) -> str:
    """Return a text as words with a blank around each, whatever markup stands between them."""
    return f" {_BETWEEN.sub(' ', _ENTITY.sub(' ', text)).strip()} "


def _is_in(texts: Iterable[str], whole: str) -> bool:
    said = [words for text in texts if (words := _words(text)).strip()]
    longest = max(said, key=len, default="")
    telling = [words for words in said if words.strip().count(" ") >= _TELLING] or [longest]
    return any(words and words in whole for words in telling)

"""Everything that the program tells somebody of a review: every document, every command that prints."""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from house import places_in
from reviews import everything_seen
from whole import every_text

from sessions.session import Session
from tui.cli import main

AS = "AS"
"""Stands for whose eyes it is for, in a call that has a way to say so."""
BY = "BY"
"""Stands for who does it."""

HERE = "HERE"
"""Stands for the session, where a call takes it as an option."""

PRINTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "show": ((AS,), ("--json", AS)),
    "list": ((), ("--json",)),
    "who-has-cast": ((),),
    "catch-up": ((AS,), ("--json", AS)),
    "weak": ((AS,), ("--json", AS)),
    "changes": ((), ("--json",)),
    "due": ((), ("--json",)),
    "enquiries": ((AS,), ("--json", AS)),
    "timetable": ((AS,), ("--json", AS)),
    "self-evaluation": ((AS,), ("--json", AS)),
    "figures": ((), ("--json",)),
    "findings": ((AS,), ("--json", AS)),
    "plan": ((AS,), ("--json", AS)),
    "ideas": (("--statement", "1.1"), ("--statement", "2.1", "--json")),
    "times": ((), ("--json",)),
    "state": ((), ("--json",)),
    "reply": ((AS,), ("--json", AS)),
    "report-text": ((AS,), ("--json", AS)),
    "check": ((BY,), (BY, "--json")),
    "compare": (("--host", AS), ("--host", "--json", AS), ("--ballots", AS)),
    "retention": ((),),
    "search": tuple(("--session", HERE, AS, word) for word in ("chart", "because", "so", "it")),
    "export": (("--output", "-"),),
    "deleted": ((),),
}
"""Commands that print something of a review, each with the ways to call it after its session."""

REFUSES: tuple[tuple[str, ...], ...] = (
    ("judge", BY, "--statement", "1.1", "--highlight", "x", "--cite", "AK1"),
    ("judge", BY, "--statement", "2.1", "--highlight", "qkey1z:half", "--cite", "AK9"),
    ("reveal", BY, "--statement", "9.9"),
    ("reveal", BY, "--area", "7"),
    ("agree", BY, "--statement", "1.1", "--because", "So", "--stage", "x"),
    ("agree", BY, "--statement", "2.2", "--because", "", "--stage", "x"),
    ("agree", BY, "--together", "9.9"),
    ("gate", BY, "--area", "9"),
    ("excuse", BY, "--area", "1", "--person", "Fay Ibsen"),
    ("look", BY, "--judgement", "1.1", "--of", "Amira Khan"),
    ("look", BY, "--agreement", "1.1"),
    ("look", BY, "--agreement", "area/1"),
    ("look", BY, "--finding", "1"),
    ("delete", "AK99", BY),
    ("edit", "AK99", BY, "So"),
)
"""Calls that are refused, or change nothing: what they say is read too."""

QUIET: frozenset[str] = frozenset(
    {
        *("action", "activity", "archive", "bench", "benchmark", "demo", "enquiry", "erase"),
        *("faults", "file", "finding", "follow-up", "frameworks", "hand-over", "key-result"),
        *("keys", "monitor", "new", "note", "objective", "open", "person", "pictures", "present"),
        *("priorities", "receive", "restore", "self-evaluate", "set-up", "split", "template"),
        *("time", "undo", "where", "windows"),
    }
)
"""Commands that print nothing of a review but what the call itself has just written, or open a window.

`demo`, `bench`, `faults` and `pictures` have a review of their own; `undo` says what it took back in
the words that the screens say it in, which are looked at there.
"""

WITHOUT_SESSION = frozenset({"list", "deleted", "retention", "search"})


def documents(session: Session, viewer: str | None) -> Iterator[tuple[str, str]]:
    """Yield all that the view and every document say, each with its name."""
    yield "view", everything_seen(session, viewer)
    yield from every_text(session, viewer)


def commands(root: Path, session: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield what every command prints to somebody, each with its call; empty: to everybody."""
    for command, ways in PRINTS.items():
        for way in ways:
            if not name and BY in way:
                continue
            place = [] if command in WITHOUT_SESSION else [session]
            told = [session if word == HERE else word for word in _named(way, name)]
            yield call(root, command, *place, *told)
    for refused in REFUSES if name else ():
        yield call(root, refused[0], session, *_named(refused[1:], name))


def _named(way: tuple[str, ...], name: str) -> Iterator[str]:
    for word in way:
        if word in (AS, BY):
            yield from ("--by" if word == BY else "--as", name) if name else ()
        else:
            yield word


def call(root: Path, *argv: str) -> tuple[str, str]:
    """Call a command on the library under `root`; return the call and all that it said."""
    heard = io.BytesIO()
    out = io.TextIOWrapper(heard, encoding="utf-8", write_through=True)
    with redirect_stdout(out), redirect_stderr(out):
        status = main([*argv, "--library", str(places_in(root).library)])
    said = heard.getvalue().decode()
    assert status in (0, 1), (argv, said)
    return " ".join(argv), said

"""The host's answers, read from the form on which they were written: as text, or from Word's file.

`exports.reply_form` writes the form. People and word processors change what they should leave alone:
marks, spaces and quotes are tolerated; what cannot be told for sure is said, and nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

import msgspec

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .records_after import Answer

BELONGS = "This form belongs to the session"
YOUR_ANSWER, YOUR_WORDS = "Your answer", "Your words"
WRITE_HERE = "(write here)"
END, MARK = "End of finding", "mark"
END_OF_FORM = "End of the form"
"""What the lines of a form begin with, and what stands where words go."""

LABELS: dict[str, str] = {
    "accept": "accept",
    "correct": "correct",
    "evidence": "add evidence",
    "disagree": "disagree",
}
"""What the answers are called on the form, by key."""

_ANSWERS = {label: key for key, label in LABELS.items()}
_HEADING = re.compile(r"(?:#{1,6}\s*)?\W*finding\s+(\d+\s?'*)\W*", re.IGNORECASE)
_BELONGS = re.compile(rf"\W*{BELONGS}\b.*\(([0-9a-z]{{26}})\)", re.IGNORECASE)
_ANSWER_LINE = re.compile(rf"\W*{YOUR_ANSWER}\b(?:\s*\([^)]*\))?\s*:?(.*)", re.IGNORECASE)
_WORDS_LINE = re.compile(rf"\W*{YOUR_WORDS}\W*?:(.*)", re.IGNORECASE)
_END_LINE = re.compile(rf"\W*{END}\s+(\d+\s?'*)\s*\({MARK}\s+([0-9a-f]{{8}})\b", re.IGNORECASE)
_END_OF_FORM = re.compile(rf"\W*{END_OF_FORM}\b", re.IGNORECASE)
_WRITE_HERE = re.compile(r"\(write\s+here\)")
_LABEL = re.compile(r"\b(accept|correct|add\s+evidence|disagree)s?\b", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-*+•●▪◦–·]|\d{1,2}[.)])\s+")
_AROUND = re.compile(r"[\s\[\](){}.,:;_*\\|=–—-]+")
_TICKS = frozenset({"x", "×", "✗", "✘", "☒", "☑", "✓", "✔", "v", "y", "yes"})
_NO_TICKS = frozenset({"", "☐", "□", "❑", "◻", "no", "n"})
_QUOTES = dict.fromkeys(map(ord, "’‘′´`"), "'")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")
_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), "")


class FilledReply(msgspec.Struct, frozen=True):
    """An answer that stands on a form."""

    finding: str
    """The finding's ref."""
    answer: Answer
    text: str
    mark: str
    """The fingerprint of the finding that the form was made of."""
    line: int
    """Where the answer stands, from 1."""


class Asked(msgspec.Struct, frozen=True):
    """What a form says of a finding above its answers: the finding's own words."""

    finding: str
    line: int
    """From 1."""
    text: str
    mark: str


class Trouble(msgspec.Struct, frozen=True):
    """Something on a form that cannot be told for sure."""

    line: int
    """From 1."""
    finding: str
    """The ref of the finding it stands under; empty: none."""
    words: str
    """What is wrong and what to do, with no full stop."""

    @property
    def sentence(self) -> str:
        """What is wrong and where, with no full stop."""
        about = f"finding {self.finding}, " if self.finding else ""
        return f"{about}line {self.line}: {self.words}"


class Filled(msgspec.Struct, frozen=True):
    """What stands on a form."""

    session: str = ""
    """The id of the session that it says it belongs to; empty: it does not say."""
    replies: tuple[FilledReply, ...] = ()
    blank: tuple[str, ...] = ()
    """The refs of the findings that nothing is answered to."""
    troubles: tuple[Trouble, ...] = ()
    asked: tuple[Asked, ...] = ()
    """What it says of each finding that it asks about."""


class _Unclear(Exception):
    """Something cannot be told for sure: the line, and what is wrong with it."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(words)
        self.line, self.words = line, words


class _Section(NamedTuple):
    """The lines of a form that stand under one finding."""

    ref: str
    begins: int
    """The line of its heading, from 1."""
    lines: Sequence[str]
    """Those after the heading, up to its end."""
    mark: str
    """Empty: its last line is gone."""


def read_form(text: str) -> Filled:
    """Return what stands on a form. Raises Refused for a text that is no such form."""
    lines = _unquoted(clean_text(text).removeprefix("\ufeff").split("\n"))
    session, begins = _beginning(lines)
    sections = list(_sections(lines, begins))
    if not sections:
        raise Refused(
            "This is no form with answers to findings; write one with the document for accuracy, "
            "and fill that in."
        )
    replies, blank, troubles = [], [], list(_strays(lines, begins, sections) if session else ())
    known: set[str] = set()
    for section in sections:
        try:
            if section.ref in known:
                raise _Unclear(section.begins, "it stands here a second time; leave one of them")
            known.add(section.ref)
            reply = _reply(section)
        except _Unclear as unclear:
            troubles.append(Trouble(unclear.line, section.ref, unclear.words))
        else:
            if reply is None:
                blank.append(section.ref)
            else:
                replies.append(reply)
    troubles.sort(key=lambda trouble: trouble.line)
    asked = tuple(one for section in sections for one in _asked(section))
    return Filled(session, tuple(replies), tuple(blank), tuple(troubles), asked)


def finding_at(lines: Sequence[str]) -> str:
    """Return the ref of the finding that the last of some lines stands under; empty: none of a form's."""
    begun = any(_BELONGS.match(_plain(line)) for line in lines)
    headings = (_HEADING.fullmatch(_plain(line)) for line in reversed(lines))
    found = next((heading for heading in headings if heading), None)
    return _ref(found[1]) if begun and found else ""


def _beginning(lines: Sequence[str]) -> tuple[str, int]:
    """Return the session that a form says it belongs to, and the place where its findings begin.

    Before it may stand a whole report, in which anything may be quoted: the form's own line has a
    finding right after it.
    """
    session, begins, waiting, last = "", 0, False, ("", 0)
    for place, line in enumerate(lines):
        belongs = _BELONGS.match(_plain(line))
        if belongs:
            found, waiting = belongs[1], True
            last = (found, place + 1)
        elif waiting and line.strip():
            waiting = False
            if _HEADING.fullmatch(_plain(line)):
                session, begins = found, place
    return (session, begins) if session else last


def _plain(line: str) -> str:
    """Return one of the form's own lines without what a word processor puts into it."""
    return line.translate(_QUOTES | _SPACES | _INVISIBLE)


def _unquoted(lines: list[str]) -> list[str]:
    """Return lines without the `>` that a mail program puts before those that it quotes."""
    quoted = any(_QUOTED.match(line) and _BELONGS.match(_plain(line)) for line in lines)
    return [_QUOTED.sub("", line, count=1) for line in lines] if quoted else lines


def _ref(said: str) -> str:
    return "".join(said.split())


def _sections(lines: Sequence[str], place: int) -> Iterator[_Section]:
    """Yield the findings from a place on; within one, what looks like another's beginning is words."""
    while place < len(lines):
        heading = _HEADING.fullmatch(_plain(lines[place]))
        place += 1
        if heading is None:
            continue
        ref, begins = _ref(heading[1]), place
        mark, end = _end(lines, place, ref)
        if end is None:  # somebody took its last line away: it goes on to the next finding
            headings = range(place, len(lines))
            end = next((n for n in headings if _HEADING.fullmatch(_plain(lines[n]))), len(lines))
            yield _Section(ref, begins, lines[place:end], "")
            place = end
        else:
            yield _Section(ref, begins, lines[place:end], mark)
            place = end + 1


def _end(lines: Sequence[str], start: int, ref: str) -> tuple[str, int | None]:
    for place in range(start, len(lines)):
        found = _END_LINE.match(_plain(lines[place]))
        if found and _ref(found[1]) == ref:
            return found[2].lower(), place
    return "", None


# What stands where it would be lost


def _strays(lines: Sequence[str], begins: int, sections: Sequence[_Section]) -> Iterator[Trouble]:
    """Yield what somebody wrote between the findings, and findings whose heading is gone."""
    inside = {
        place
        for section in sections
        # Its heading, its lines, and its last one where that is there
        for place in range(
            section.begins - 1, section.begins + len(section.lines) + bool(section.mark)
        )
    }
    ends = (n for n in range(begins, len(lines)) if _END_OF_FORM.match(_plain(lines[n])))
    last = next(ends, max(inside, default=begins) + 1)
    run: list[int] = []
    for place in range(begins, max(last, len(lines))):
        end = _END_LINE.match(_plain(lines[place])) if place not in inside else None
        if end:
            ref = _ref(end[1])
            words = f'the line "Finding {ref}" above its answer is gone; put it back'
            yield Trouble(min([*run, place]) + 1, ref, words)
            run = []
        elif place in inside or place >= last:
            yield from _stray(lines, run)
            run = []
        elif lines[place].strip(" \t\u00a0-–—_*#>|"):
            run.append(place)
    yield from _stray(lines, run)


def _stray(lines: Sequence[str], run: Sequence[int]) -> Iterator[Trouble]:
    if run:
        said = _short(clean_line(lines[run[0]]))
        words = (
            f'"{said}" stands under no finding and would be lost; move it behind "{YOUR_WORDS}:" of '
            "the finding that it is about, or take it out"
        )
        yield Trouble(run[0] + 1, "", words)


def _asked(section: _Section) -> Iterator[Asked]:
    """Yield what a section says above its answers, where it is whole."""
    answers = _first(section, _ANSWER_LINE)
    if answers is not None and section.mark:
        text = "\n".join(section.lines[:answers])
        yield Asked(section.ref, section.begins + 1, text, section.mark)


# What is answered to one finding


def _reply(section: _Section) -> FilledReply | None:
    """Return the answer under a finding; None: it is blank. Raises _Unclear."""
    asked = _first(section, _ANSWER_LINE)
    if asked is None:
        raise _Unclear(
            section.begins, f'the line that begins with "{YOUR_ANSWER}" is gone; put it back'
        )
    told = _first(section, _WORDS_LINE, after=asked)
    if told is None:
        raise _Unclear(
            section.begins, f'the line that begins with "{YOUR_WORDS}:" is gone; put it back'
        )
    if not section.mark:
        raise _Unclear(
            section.begins, f'the line that begins with "{END} {section.ref}" is gone; put it back'
        )
    _need_one_finding(section)
    ticked = dict(_ticked(section, asked, told))
    words = _words(section, told)
    if len(ticked) > 1:
        named = " and ".join(LABELS[key] for key in ticked)
        raise _Unclear(section.begins + 1 + asked, f"{named} are ticked; leave one")
    if not ticked:
        if words:
            raise _Unclear(
                section.begins + 1 + told, "there are words and no answer; put an x at one"
            )
        return None
    answer, line = next(iter(ticked.items()))
    if not words and answer != "accept":
        raise _Unclear(line, f"{LABELS[answer]} needs words; say what it is")
    return FilledReply(section.ref, answer, words, section.mark, line)


def _need_one_finding(section: _Section) -> None:
    """Refuse a section into which another finding has got. Raises _Unclear."""
    for place, line in enumerate(section.lines):
        other = _END_LINE.match(_plain(line))
        if other:
            raise _Unclear(
                section.begins + 1 + place,
                f"finding {_ref(other[1])} stands inside it; move that out, below the line "
                f'"{END} {section.ref}"',
            )


def _first(section: _Section, pattern: re.Pattern[str], after: int = -1) -> int | None:
    """Return the place of the first line in a section that looks so; None: there is none."""
    there = range(after + 1, len(section.lines))
    return next((n for n in there if pattern.match(_plain(section.lines[n]))), None)


def _ticked(section: _Section, asked: int, told: int) -> Iterator[tuple[Answer, int]]:
    """Yield the answers that are ticked between two lines, each with its line. Raises _Unclear."""
    for place in range(asked, told):
        said = section.lines[place]
        if place == asked:
            found = _ANSWER_LINE.match(_plain(said))
            said = found[1] if found else ""
        line = section.begins + 1 + place
        for answer in _ticks(said, line):
            yield answer, line


def _ticks(said: str, line: int) -> Iterator[Answer]:
    """Yield the answers that a line ticks. Raises _Unclear for one that says something else."""
    said = _ITEM.sub("", clean_line(_plain(said)), count=1)
    before, *rest = _LABEL.split(said)
    labels, between = rest[::2], [before, *rest[1::2]]
    if not labels:
        if _AROUND.sub("", said).strip("#>"):
            raise _Unclear(line, f'"{_short(said)}" is no answer; write it after "{YOUR_WORDS}:"')
        return
    # One answer on a line may have its mark on either side; of several each has it in front.
    marks = between[:-1] if len(labels) > 1 else ["".join(between)]
    left = between[-1] if len(labels) > 1 else ""
    for label, mark in zip(labels, marks, strict=True):
        bare = "".join(between) == ""  # nothing but the word: somebody wrote it there
        if bare or _is_tick(mark, said, line):
            yield cast(Answer, _ANSWERS[" ".join(label.lower().split())])
    if _is_tick(left, said, line):
        raise _Unclear(line, f'"{_short(said)}" is not clear; put an x between the brackets of one')


def _is_tick(mark: str, said: str, line: int) -> bool:
    plain = _AROUND.sub("", mark).casefold()
    if plain in _NO_TICKS:
        return False
    if plain in _TICKS:
        return True
    raise _Unclear(line, f'"{_short(said)}" is not clear; put an x between the brackets of one')


def _words(section: _Section, told: int) -> str:
    line = section.lines[told]
    found = _WORDS_LINE.match(
        line.translate(_SPACES)
    )  # of the same length: its words stay as they are
    also = _WORDS_LINE.match(_plain(line))
    first = line[found.start(1) :].strip() if found else also[1].strip() if also else ""
    return _WRITE_HERE.sub("", "\n".join([first, *section.lines[told + 1 :]]), count=1).strip()


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}..."

"""Descriptive language: points out words that judge, and asks for what was seen, heard or read.

It reads a list of words and knows no grammar. It never blocks, and it is wrong at times; so it asks
a question and leaves the answer to the person. What others said, in quotation marks, is theirs.
"""

import re
from collections.abc import Iterable

import msgspec

SEEN = "What did you see, hear or read that shows it?"
MISSING = "What was there, and what was not?"
MUCH = "How much? How many? Where?"
SURE = "Who said so, or where did you see it?"
WISHED = "What is there now? Advice comes later, in the plan."
FELT = "What happened? How it felt to you is not evidence."
DOING = "What did they do or say that shows it?"


class Hint(msgspec.Struct, frozen=True):
    """A word that is pointed out, where it stands, and what to ask instead."""

    word: str
    """As it is written."""
    start: int
    """Its place in the text, in characters."""
    end: int
    question: str


_WORDS: dict[str, str] = {
    SEEN: """
        good, great, excellent, excellently, outstanding, brilliant, brilliantly, fantastic,
        amazing, wonderful, wonderfully, superb, superbly, terrific, marvellous, splendid, lovely,
        nice, nicely, beautiful, beautifully, delightful, impressive, impressively, exceptional,
        exceptionally, exemplary, remarkable, remarkably, stunning, inspiring, inspirational,
        best, perfect, perfectly, ideal, fabulous, super, strong, strongly, effective, effectively,
        successful, successfully, robust, robustly, rigorous, rigorously, thorough, thoroughly,
        appropriate, appropriately, suitable, suitably, adequate, adequately, satisfactory,
        acceptable, efficient, efficiently, purposeful, vibrant, skilled, skilful,
        skilfully, expertly, strength, strengths, high quality, world class, works well,
        worked well, working well, went well, goes well, going well, done well, well done, well led,
        well planned, well organised, well managed, well run, well taught, well structured,
        well resourced, well supported, well matched, well embedded, second to none, top notch,
        spot on, a joy
        """,
    MISSING: """
        bad, badly, poor, weak, weakly, weakness, weaknesses, worst, inadequate, inadequately,
        ineffective, ineffectively, inefficient, inefficiently, inappropriate, inappropriately,
        unsuitable, unsatisfactory, unacceptable, unsuccessful, disappointing, disappointingly,
        awful, terrible, terribly, dreadful, appalling, shocking, horrible, dire, dismal, hopeless,
        useless, mediocre, woeful, sloppy, chaotic, messy, failing, lacking, lacklustre, limited,
        patchy, insufficient, insufficiently, low quality, requires improvement,
        required improvement, not good enough, not up to scratch, below par, hit and miss
        """,
    MUCH: """
        very, really, extremely, incredibly, highly, totally, completely, absolutely, utterly,
        a lot of, lots of, loads of, plenty of, consistently, inconsistent, inconsistently
        """,
    SURE: """
        clearly, obviously, evidently, undoubtedly, plainly, certainly, definitely, of course,
        no doubt, without doubt, it is clear, it was clear, needless to say, surely
        """,
    WISHED: """
        should, shouldn't, ought to, needs to, need to be, must be, could be better, could improve,
        could do better, would benefit from, even better if, room for improvement,
        has to improve, have to improve
        """,
    FELT: """
        sadly, unfortunately, fortunately, regrettably, worryingly, surprisingly, hopefully,
        thankfully, luckily, impressed, disappointed, worrying, surprising, refreshing
        """,
    DOING: """
        engaged, disengaged, enthusiastic, enthusiastically, passionate, motivated, unmotivated,
        dedicated, lazy, rude, naughty, well behaved, badly behaved, bored
        """,
}

_HARMLESS = re.compile(
    r"""
    \bgood\s+(?:morning|afternoon|evening|night|level\s+of\s+development|friday|shepherd)\b
    | \bgreat[\s-]+(?:britain|yarmouth|ormond|grand\w+|aunt|uncle)\b
    | \bbest\s+(?:endeavours|interests?)\b
    | \boutstanding\s+(?:actions?|items?|issues?|referrals?|reports?|paperwork|payments?|work)\b
    | \beffective\s+(?:from|date)\b
    | \bengaged\s+(?:with|by|an?|in\s+a\s+contract)\b
    | \blimited\s+(?:company|to)\b
    | \bappropriate\s+adults?\b
    | \bstrengths?\s+and\s+difficulties\b
    | \bstrongly\s+(?:dis)?agreed?\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Uses of these words that judge nothing."""

_PARTICIPLE = r"poorly(?=\s+(?:\w+ed|led|run|taught|kept|made|written|understood|thought|built)\b)"
"""*Poorly* alone is how a learner feels who stays at home."""

_OFSTED = re.compile(r"\b(?:ofsted|inspect(?:ion|ors?))\b[^.!?\n]{0,60}$", re.IGNORECASE)
_VERDICT = ("good", "outstanding", "inadequate", "requires improvement")
"""What an inspection said is a fact about a document."""


def _questions() -> dict[str, str]:
    found = {"poorly": MISSING}
    for question, words in _WORDS.items():
        found |= {" ".join(word.split()): question for word in words.split(",")}
    return found


_QUESTIONS = _questions()


def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_QUESTIONS, key=len, reverse=True)
    words = (re.escape(word) for word in longest_first if word != "poorly")
    spaced = (word.replace(r"\ ", r"[\s-]+").replace("'", "['’]") for word in words)
    return re.compile(rf"(?<!\w)(?:{_PARTICIPLE}|{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


_PATTERN = _pattern()
_SPACES = re.compile(r"[\s-]+")


def judging_words(text: str) -> tuple[Hint, ...]:
    """Return the words of a note that judge, in order, each with a question; none in quotations."""
    open_to_us = _without(text, quotations(text))
    open_to_us = _without(open_to_us, [match.span() for match in _HARMLESS.finditer(open_to_us)])
    found = []
    for match in _PATTERN.finditer(open_to_us):
        start, end = match.span()
        plain = _SPACES.sub(" ", match[0].lower().replace("’", "'"))
        if plain in _VERDICT and _OFSTED.search(text, max(0, start - 80), start):
            continue
        found.append(Hint(match[0], start, end, _QUESTIONS[plain]))
    return tuple(found)


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return a text, as long as before, in which there is neither word nor space at these places."""
    made, done = [], 0
    for start, end in places:
        made += [text[done:start], "\0" * (end - start)]
        done = end
    return "".join([*made, text[done:]])


# Quotations

_OPENING = re.compile("[\"“‘']")
_OPENING_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)")
_CLOSING_SINGLE = {mark: re.compile(rf"(?<!\s){mark}(?!\w)") for mark in "'’"}
_LONGEST = 500
"""In characters: what is longer than this between single marks is no quotation."""
_ELISION = re.compile(r"'(?:cos|em|til|tis|twas|bout|cause|n)\b", re.IGNORECASE)


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the quotations of a text begin and end, in order.

    Straight and curly, double and single. Double ones may run over lines, and one that is still
    open runs to the end, for it is being typed. A single mark opens one only where no apostrophe
    could stand, and only if another closes it on the same line.
    """
    found = []
    place = 0
    while (match := _OPENING.search(text, place)) is not None:
        start = match.start()
        end = _closing(text, start, match[0])
        if end is None:
            place = start + 1
        else:
            found.append((start, end))
            place = end
    return tuple(found)


def _closing(text: str, start: int, mark: str) -> int | None:
    """Return where the quotation that `mark` opens ends; None: it opens none."""
    before = text[start - 1 : start]
    if mark == '"' and before.isdigit():
        return None  # inches
    if mark in '"“':
        ends = [i for i in (text.find(c, start + 1) for c in '"”') if i >= 0]
        return min(ends) + 1 if ends else len(text)
    if before.isalnum() or _ELISION.match(text, start):
        return None
    return _single_closing(text, start, "’" if mark == "‘" else "'")


def _single_closing(text: str, start: int, mark: str) -> int | None:
    """Return where a quotation in single marks ends; an apostrophe ends none."""
    if text[start + 1 : start + 2].isspace():
        return None
    stop = min(len(text), start + _LONGEST)
    line_end = text.find("\n", start, stop)
    stop = stop if line_end < 0 else line_end
    opens = _OPENING_SINGLE.search(text, start + 1, stop)
    stop = opens.start() if opens else stop
    ends = [match.end() for match in _CLOSING_SINGLE[mark].finditer(text, start + 2, stop)]
    # "the learners' work": an s before the mark may be a possessive, unless nothing else closes
    sure = [end for end in ends if text[end - 2] not in "sS"]
    return next(iter(sure or ends), None)

"""Clues in initials: letters that stand for a learner, near a year group or where a name would."""

import re
from collections.abc import Collection, Iterator

from .privacy_clue import Clue
from .privacy_context import AUTHOR, LEARNER, PARENT, YEAR
from .privacy_words import is_ordinary, words

_DOTTED = r"(?:[A-Z](?:\.[A-Z]){1,3}|[A-Z]\.\s[A-Z](?=\.|\s|,|$))(?!\w|\.\w)(?:\.(?!\w))?"
_PLAIN = r"[A-Z]{2,3}"
_LETTERS = rf"(?P<who>{_DOTTED}|{_PLAIN})"
_OWN = (
    rf"['’]s\s(?:[\w-]+\s)?(?:(?i:{PARENT}|{LEARNER}|famil(?:y|ies)|plan|passport|profile|book|books|"
    r"desk|tray|peg|targets?|work|timetable|chair|seat|key\s?worker|one-page|attendance|name|turn)|EHCP?|TA|IEP)"
)
_DOES = (
    r"(?:said|says|told|asked|felt|feels|cried|likes|loves|hates|sat|sits|stood|ran|hid|left|refused|"
    r"struggled|struggles|shouted|smiled|laughed|chose|wrote|drew|came|went|needs|attends|moved|"
    r"joined|wears|speaks|pointed|nodded|walked|got|told|has\s(?:an?\s)?(?:EHCP?|plan|autism|ADHD)|"
    r"is\s(?:autistic|deaf|upset|non-?verbal|happy|in\s)|was\s(?:upset|given|happy|excluded|moved|in\s)|"
    r"used|uses|can['’]?t|doesn['’]t|won['’]t|didn['’]t)"
)
_PATTERNS = (
    # JB in Y4; J.B. (Year 4); the profile of EV, Year 7
    re.compile(
        rf"(?<![\w.&/]){_LETTERS}(?![\w&/])[\s,(:–-]{{1,3}}"
        rf"(?:(?:who\s)?(?:is\s|was\s)?(?:in|from|of)\s|an?\s|the\s)?(?i:{YEAR})"
    ),
    # Y10: KMT; Year 8 pupil RB; a child, TP
    re.compile(
        rf"(?<!\w)(?i:{YEAR})[\s,:(–-]{{1,3}}(?:(?i:[a-z]+\s){{0,2}}?(?i:{LEARNER})s?[\s,:(–-]{{1,3}})?"
        rf"(?i:(?:called|initials)\s)?{_LETTERS}(?![\w&/]|['’](?!s))"
    ),
    re.compile(
        rf"(?<!\w)(?i:{LEARNER})s?[\s,:(–-]{{1,3}}(?i:(?:called|initials|with\sthe\sinitials)\s)?"
        rf"{_LETTERS}(?![\w&/]|['’](?!s))"
    ),
    # KM's mum; KM told us
    re.compile(rf"(?<![\w.&/]){_LETTERS}(?:['’]s\s(?=\w)|\s{_DOES}(?!\w))"),
    re.compile(
        rf"(?:(?i:{PARENT})s?\s(?:of|for|about)\s|(?i:spoke|talked|talking|next|sat)\s(?:to|with)\s(?:pupil\s)?|"
        rf"(?i:beside|asked|told|met|watched|helped|observed|interviewed|initials)\s)"
        rf"{_LETTERS}(?![\w&/])"
    ),
)
_ALONE = re.compile(rf"(?<![\w.&/]){_DOTTED}(?![\w&/])")
"""Dotted letters are somebody's wherever they stand, or an abbreviation that is known."""
_SINGLE = (
    re.compile(rf"(?<![\w.&/])(?P<who>[B-HJ-Z]\.?)(?:\sin\s|\s?\()(?i:{YEAR})"),
    re.compile(rf"(?<![\w.&/])(?P<who>[B-HJ-Z])['’]s\s(?i:{PARENT})(?!\w)"),
)
_BESIDE = re.compile(r"(?<![\w.&/'’])[A-Z]{2}(?![\w.&])")
_SMALL = re.compile(
    r"(?<![\w.'’/@-])(?P<who>[a-z]{2})(?:(?:\sand\s|\s?[,&/]\s?)(?P<other>[a-z]{2}))?"
    r"(?:\sin\s|,\s|\s?\((?:both\s)?)(?:y|yr|year)\s?\d"
)
"""Initials in small letters: `kz and lm (both y2)`."""
_LABELLED = re.compile(
    r"(?:\b(?:learner|pupil|child|student|boy|girl|parent|carer|teacher|adult|staff|member|group|"
    r"class|set|team|school|room|person|reviewer|family|table|form|unit|house|block|band|section|"
    r"option|plan|year|part|case|site|side|and|or|&|key|level|type|grade|column|row|appendix|figure|"
    r"vitamin|point|panel|governor|leader|head|senco|ta|lsa|hlta)s?,?\s|[A-Z],\s)$",
    re.IGNORECASE,
)


def clues_in_initials(text: str, known: Collection[str]) -> Iterator[Clue]:
    """Yield initials that stand for somebody; `known`: tags and initials that are no child's."""
    found = list(_sure(text, known))
    yield from found
    if found:  # who writes of one child so writes of the next so
        for match in _BESIDE.finditer(text):
            if _may_be_initials(match[0], known):
                yield _clue(match[0], match.start())
    for match in _SMALL.finditer(text):
        for name in ("who", "other"):
            letters = match[name]
            if letters and not is_ordinary(letters) and letters not in words("abbreviations"):
                yield _clue(letters, match.start(name))


def _sure(text: str, known: Collection[str]) -> Iterator[Clue]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if _may_be_initials(match["who"], known):
                yield _clue(match["who"], match.start("who"))
    for match in _ALONE.finditer(text):
        author = AUTHOR.search(text, max(0, match.start() - 60), match.start())
        if _may_be_initials(match[0], known) and not author:
            yield _clue(match[0], match.start())
    for pattern in _SINGLE:
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 16) : match.start()]
            if not _LABELLED.search(before) and match["who"] not in known:
                yield _clue(match["who"], match.start("who"))


def _clue(letters: str, start: int) -> Clue:
    who = re.sub(r"[^A-Z]", "", letters.upper())
    return Clue(letters, start, start + len(letters), "initials", who=who, role="Learner")


def _may_be_initials(letters: str, known: Collection[str]) -> bool:
    plain = re.sub(r"[^A-Z]", "", letters)
    if plain in known:
        return False
    if "." in letters:
        return plain not in _DOTTED_WORDS
    return plain.casefold() not in words("abbreviations")


_DOTTED_WORDS = frozenset(
    [
        "AM",
        "PM",
        "PE",
        "RE",
        "TA",
        "IT",
        "DT",
        "UK",
        "US",
        "USA",
        "EU",
        "MP",
        "PS",
        "NB",
        "OT",  # codespell:ignore
        "EP",
        "HR",
        "TV",
        "SEN",
        "SEND",
        "IEP",
        "EAL",
        "PSHE",
        "ICT",
        "BSL",
        "QA",
        "CE",
        "DJ",
    ]
)
"""Abbreviations that people write with dots."""

"""Clues in initials: letters that stand for a learner, near a year group or where a name would."""

import re
from collections.abc import Collection, Iterator

from . import privacy_context as around
from .privacy_clue import Clue
from .privacy_context import AUTHOR, LEARNER, PARENT, YEAR
from .privacy_words import is_ordinary, words

_DOTTED = r"(?:[A-Z](?:\.[A-Z]){1,3}|[A-Z]\.\s[A-Z](?=\.|\s|,|$))(?!\w|\.\w)(?:\.(?!\w))?"
_PLAIN = r"(?:[A-Z]{2,3}|[A-Z]{1,2}(?:Mc|Mac|O['’]?|D['’]|Mb|Nk)[A-Z]|[A-Z]-?[A-Z][a-z]?[A-Z])"
_CLASS = rf"(?:{YEAR}|(?i:class|form|set|band|room|rm|tutor\sgroup|yr|yrs)\s?\d|\d{{1,2}}[A-Z]{{1,2}}(?!\w)|(?:[A-Z][a-z]+\s)?class\b)"
_LETTERS = rf"(?P<who>{_DOTTED}|{_PLAIN})"
_DOES = (
    r"(?:said|says|told|asked|felt|feels|cried|likes|loves|hates|sat|sits|stood|ran|hid|left|refused|"
    r"struggled|struggles|shouted|smiled|laughed|chose|wrote|drew|came|went|needs|attends|moved|"
    r"joined|wears|speaks|pointed|nodded|walked|got|told|has\s(?:an?\s)?(?:EHCP?|plan|autism|ADHD)|"
    r"is\s(?:autistic|deaf|upset|non[-\s]?verbal|happy|in\s)|was\s(?:upset|given|happy|excluded|moved|in\s)|"
    r"used|uses|finds|found|copes|prefers|enjoys|enjoyed|listens|plays|worked|works|working|sitting|crying|"
    r"refusing|struggling|waiting|playing|using|wearing|hiding|off\stask|on\stask|tearful|distracted|anxious|"
    r"dysregulated|distressed|alone|with\s(?:his|her)|w/\s?(?:LSA|TA|his|her|1:1|ear)|under\s(?:the\s)?table|"
    r"has\s(?:his|her|been|one|1:1|no|ear|a)|had\s(?:his|her|a|no)|was\s(?:not|sitting|working|crying|refusing)|"
    r"is\s(?:not|on|sitting|working|struggling|looked|adopted|fostered|EAL|LAC)|can['’]?t|doesn['’]t|won['’]t|didn['’]t)"
)
_TWO_CAPITALS = re.compile(r"[A-Z](?:[A-Z]|\.|[a-z]{0,2}['’-]?[A-Z])")
"""What all initials of more than one letter have: a quick look first."""
_PATTERNS = (
    # JB in Y4; J.B. (Year 4); the profile of EV, Year 7
    re.compile(
        rf"(?<![\w.&/]){_LETTERS}(?![\w&/])[\s,(:–-]{{1,3}}"
        rf"(?:(?:who\s)?(?:is\s|was\s)?(?:in|from|of)\s|an?\s|the\s)?(?i:{_CLASS})"
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
    # obs w/ JT
    re.compile(
        r"(?<!\w)(?:w/|with|nr|near|obs|opposite|behind|called)\s(?P<who>[A-Z]{2})(?![\w&/.-]|\s[A-Z])"
    ),
)
_KIN = (
    re.compile(
        rf"(?<![\w.&/]){_LETTERS}['’]s\s(?i:{PARENT}|brother|sister|sibling|twin|famil\w+)(?!\w)"
    ),
    re.compile(
        rf"(?i:{PARENT}|brother|sister|sibling|twin)s?\s(?:of|to|for)\s{_LETTERS}(?![\w&/-])"
    ),
    re.compile(rf"\b(?i:initials|initialled)\s(?:are\s|is\s|were\s)?[\"'“‘]?{_LETTERS}(?![\w&/-])"),
)
"""Whose mother one speaks of is a child's, even where the letters are an abbreviation as well."""
_NOBODYS_KIN = frozenset(
    [
        "LAC",
        "CLA",
        "EAL",
        "SEN",
        "SEND",
        "PP",
        "FSM",
        "ASD",
        "ASC",
        "ADHD",
        "SEMH",
        "TA",
        "LSA",
        "HT",
        "EP",
        "OT",  # codespell:ignore
        "LA",
        "KS",
        "EY",
        "GRT",
    ]
)
_ALONE = re.compile(rf"(?<![\w.&/]){_DOTTED}(?![\w&/])")
"""Dotted letters are somebody's wherever they stand, or an abbreviation that is known."""
_BEFORE_A_YEAR = re.compile(
    r"(?<![\w.&/'’-])(?P<who>[A-Z]{2})\s?\((?:Y|Yr|Year\s|R\b|N\b)\s?\d{0,2}[A-Za-z]?[),;]"
)
"""Two letters, and the year in brackets, though they are an abbreviation as well: `PB (Y2)`."""
_QUOTED = re.compile(r"(?:(?<=^)|(?<=[.\n]\s)|(?<=\n))(?P<who>[A-Z]{2})\s?[:–-]\s?[\"“'‘](?=\w)")
"""Who said what is quoted: `DW: "nobody asks me"`."""
_NO_LEARNER = _NOBODYS_KIN | frozenset(["PE", "RE", "DT", "IT", "AR", "RS", "AI", "SS"])
_ONE_SAYS = re.compile(
    r"(?<![\w.&/'’-])(?P<who>[B-HJ-Z]\.?)(?=\s(?:said|says|told|asked|felt|loves|hates|likes|wants|cried|sat|hid|ran|"
    r"refused|came|chose|laughed|smiled|couldn['’]?t|can['’]?t|doesn['’]?t|didn['’]?t|wasn['’]?t|isn['’]?t|hasn['’]?t)\s"  # codespell:ignore
    r"|['’]s\s(?:TA|LSA|EHCP|IEP|peg|passport|desk|chair|social\sworker|plan|targets|key\sworker|coat|bag|hand)\b)"
)
"""One letter that does as one person: `T. told me`."""
_SINGLE = (
    re.compile(rf"(?<![\w.&/])(?P<who>[B-HJ-Z]\.?)(?:\s(?:in|from|of)\s|,\s|\s?\()(?i:{_CLASS})"),
    re.compile(rf"(?<![\w.&/])(?P<who>[B-HJ-Z])['’]s\s(?i:{PARENT})(?!\w)"),
)
_TWO = re.compile(r"(?<![\w.&/'’-])[A-Z]{2}(?=\s[a-z])")
_TIME_BEFORE = re.compile(r"(?:\d|\b(?i:the|each|this|every|in|until|by|before|after))\s?$")
_PAIR = re.compile(
    r"(?<![\w.&/'’-])(?P<who>[A-Z]{2})(?:\sand\s|\s?[&+]\s?|,\s)(?P<other>[A-Z]{2})(?![\w.&/-]|\s[A-Z])"
)
"""Two in a row are two people's, where both are no abbreviation."""
_BESIDE = re.compile(r"(?<![\w.&/'’])[A-Z]{2}(?![\w.&])")
_SMALL = re.compile(
    r"(?<![\w.'’/@-])(?P<who>[a-z]{2})(?:(?:\sand\s|\s?[,&/]\s?)(?P<other>[a-z]{2}))?"
    r"(?:\sin\s|,\s|\s?\((?:both\s)?)(?:(?:y|yr|year)\s?\d|\d{1,2}[a-z]{1,2}\b)"
)
"""Initials in small letters: `kz and lm (both y2)`."""
_SMALL_AT_WORK = re.compile(
    r"(?<![\w.'’/@-])[a-z]{2}(?=\s(?:is|was|has|had|in|on|with|w/|[a-z]{3,})\s)"
)
"""Two small letters that begin a sentence: `tj was given the job`."""
_ONE_LETTER = re.compile(
    rf"(?<!\w)(?i:{YEAR})\s(?:(?i:{LEARNER})\s)?(?P<who>[B-HJ-Z]\.)(?=\s[a-z])"
)
"""One letter and a dot behind a year: `Y7 D. has`."""
_CALLED = re.compile(
    rf"(?<!\w)(?i:{LEARNER}|{PARENT}|one|he|she)\s(?:is\s|was\s)?(?:called|named)\s(?P<who>[A-Z]\.?)(?!\w)"
)
_HE_OR_SHE = re.compile(r"[^\n]{0,60}\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
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
    yield from _small_at_work(text, known)
    for match in _SMALL.finditer(text):
        for name in ("who", "other"):
            letters = match[name]
            if letters and not is_ordinary(letters) and letters not in words("abbreviations"):
                yield _clue(letters, match.start(name))


def _small_at_work(text: str, known: Collection[str]) -> Iterator[Clue]:
    """Yield two small letters that begin a sentence about one person."""
    for match in _SMALL_AT_WORK.finditer(text):
        letters = match[0]
        if is_ordinary(letters) or letters in words("abbreviations") or letters.upper() in known:
            continue
        if not around.SENTENCE_BEGINS.search(text, max(0, match.start() - 4), match.start()):
            continue
        if around.PERSONAL.match(text, match.end()) or _HE_OR_SHE.match(text, match.end()):
            yield _clue(letters, match.start())


def _sure(text: str, known: Collection[str]) -> Iterator[Clue]:
    for pattern in _PATTERNS if _TWO_CAPITALS.search(text) else ():
        for match in pattern.finditer(text):
            if _may_be_initials(match["who"], known):
                yield _clue(match["who"], match.start("who"))
    for match in _TWO.finditer(text):
        if around.PERSONAL.match(text, match.end()) and _may_be_initials(match[0], known):
            yield _clue(match[0], match.start())
    for pattern in _KIN if _TWO_CAPITALS.search(text) else ():
        for match in pattern.finditer(text):
            plain = re.sub(r"[^A-Z]", "", match["who"])
            if plain not in known and plain not in _NOBODYS_KIN:
                yield _clue(match["who"], match.start("who"))
    for match in _ALONE.finditer(text):
        if _is_a_time(match[0], text[max(0, match.start() - 8) : match.start()]):
            continue
        author = AUTHOR.search(text, max(0, match.start() - 60), match.start())
        if _may_be_initials(match[0], known) and not author:
            yield _clue(match[0], match.start())
    for match in _PAIR.finditer(text):
        if all(_may_be_initials(match[name], known) for name in ("who", "other")):
            yield _clue(match["who"], match.start("who"))
            yield _clue(match["other"], match.start("other"))
    for match in _QUOTED.finditer(text):
        if _may_be_initials(match["who"], known):
            yield _clue(match["who"], match.start("who"))
    for match in _BEFORE_A_YEAR.finditer(text):
        if match["who"] not in known and match["who"] not in _NO_LEARNER:
            yield _clue(match["who"], match.start("who"))
    for pattern in (_ONE_LETTER, _CALLED):
        for match in pattern.finditer(text):
            yield _clue(match["who"], match.start("who"))
    for pattern in (*_SINGLE, _ONE_SAYS):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 16) : match.start()]
            if not _LABELLED.search(before) and match["who"] not in known:
                yield _clue(match["who"], match.start("who"))


def _is_a_time(letters: str, before: str) -> bool:
    """Return whether dotted letters are the time of day: `9.30 A.M.`."""
    return letters.strip(".") in ("A.M", "P.M") and _TIME_BEFORE.search(before) is not None


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

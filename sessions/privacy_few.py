"""Clues in counts under five that leave the learners out: `3 of them are LAC`, `only two did not`."""

import re
from collections.abc import Iterator

from .privacy_clue import Clue, like
from .privacy_counts import NO_COUNT_BEFORE, PUPIL, PUPILS

_FEW = r"(?:one|two|three|four|[1-4]|both|a\s(?:couple|pair))"
NEED = (
    r"(?:EHC\splans?|EHCPs?|LAC|CLA|CiC|EAL|FSM|PP|SEMH|ASD|ASC|autis\w+|ADHD|epilep\w+|diabet\w+|deaf\w*|"
    r"blind\w*|hearing[\s-](?:aids?|impair\w+|loss)|visual(?:ly)?[\s-]impair\w+|cochlear|VI|HI|MSI|PMLD|SLD|MLD|DLD|"
    r"SLCN|Down\w*(?:['’]s)?(?:\ssyndrome)?|cerebral\spalsy|foster\w*|looked[\s-]after|in\scare|adopted|"
    r"refugees?|asylum|Travellers?|Roma|child\sprotection|CP|CIN|young\scarers?|mut(?:e|ism)|tube|stoma|"
    r"catheter|wheelchairs?|exclu\w+|suspen\w+|permanently|(?:part-time|reduced)\stimetables?|"
    r"safeguarding|social\sworkers?|CAMHS|allerg\w+|dyslexi\w+|non-?verbal|bereave\w+|cancer|prison|"
    r"transgender|anxiety|EBSA|PEPs?|medical)"
)
"""What a count of learners is about, where they are not named."""
STRIKING = (
    r"(?:feeding|syndrome|palsy|dystrophy|mutism|walker|walking\sframe|guide\sdog|implant|prosthe\w+|cleft|burns?|"
    r"scars?|leuk\w+|tumour|transplant|haemophilia|sickle|cystic|tics|tourette\w*|seizures?|spina|scoliosis|"
    r"dwarfism|albinism|alopecia|eye\spatch|oxygen|tracheo\w+|insulin|pump|crutches|helmet|HIV|birthmark|"
    r"interpreter|pregnan\w+|tag|probation|custody|secure|killed|died|dying|abused|trafficked|homeless)"
)
"""What everybody in a school knows of one learner."""
_WITH_A_NEED = re.compile(
    rf"(?<![\w.£/%-])(?P<it>{_FEW}(?:\s(?:Y|Year\s)\d{{1,2}}s?)?(?:\s(?:of\s(?:them|these|those|whom)|more|others))?)\s"
    r"(?:(?:with|w/|on|are|have|has|is|were|had|in|under|who\s(?:is|are|has|have))\s?)"
    rf"(?:an?\s|the\s|also\s|now\s|both\s|all\s)?(?:[\w-]+\s)?{NEED}(?!\w)",
    re.IGNORECASE,
)
_OF_A_NEED = re.compile(
    r"(?<![\w.£/%-])(?P<it>(?:(?i:one|two|three|four)|[1-4])\s(?:LAC|CLA|CiC|EAL|FSM|PP|EHCPs|EHCP|looked[\s-]after|"
    r"young\scarers?|refugees?|Travellers?|wheelchair\susers?|new\s(?:arrivals|starters)|asylum[\s-]seekers?))"
    r"(?!\w|\s(?:[a-z]+\s)?(?:staff|lead|leads|meetings?|teachers?|TAs?|champions?|reviews?|plans?|targets?|funding|groups?))"
)
_OUT = re.compile(
    r"(?<![\w.£/%-])(?P<it>(?:(?:only|just)\s)?(?:one|two|three|four|[1-4]|a\ssingle)\s"
    r"(?:(?:permanent|fixed[\s-]term|further|recent|internal|short|long|pupil|lunchtime|new|FTEs?|perm)\s){0,2}"
    r"(?:exclusions?|suspensions?|perm\sexs?|managed\smoves?))(?!\w)",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"(?<![\w.£/%-])(?:(?:only|just|all\sbut)\s(?:one|two|three|four|[1-4])(?:\sof\s(?:them|these|those|whom))?(?!\w)"
    r"(?=\s(?:did|do|does|have|has|had|was|were|are|is|could|can|met|made|passed|reached|achieved|attend\w*|"
    r"left|remain\w*|said|felt|knew|came|joined|took|got|need\w*|receives?|received|stay\w*|went)(?!\w)|[.,;])"
    r"|one\sof\s(?:only\s|just\s)?(?:two|three|four)(?=\s(?:in|at|with|who|on)(?!\w))"
    r"|(?<=,\s)(?:one|two|three|four|[1-4])(?=\s(?:did|have|has|had|do|are|were)(?!\w))"
    r"|(?:one|two|three|four|[1-4])\sof\s(?:them|whom|these\schildren)(?!\w))",
    re.IGNORECASE,
)
_LEARNERS = re.compile(
    rf"(?<!\w)(?:{PUPILS}|{PUPIL}|cohort|of\sthe\s\d+)(?!\w|['’])", re.IGNORECASE
)
_BOTH = re.compile(
    rf"(?<!\w)(?P<it>both\s(?:of\s)?(?:the\s|these\s|those\s|our\s)?(?P<which>(?:(?!of|the)[\w'’-]+\s){{0,2}}?)"
    rf"(?P<whom>{PUPILS}))(?![\w-]|['’]\w?)(?P<after>\s(?:in\s(?:Y|Year|Reception|Nursery)|with|w/|who|from|on)\b)?",
    re.IGNORECASE,
)
_KIN = re.compile(r"siblings|twins|brothers|sisters|triplets", re.IGNORECASE)


def clues_in_few(text: str) -> Iterator[Clue]:
    """Yield them; some may overlap."""
    for pattern in (_WITH_A_NEED, _OF_A_NEED, _OUT):
        for match in pattern.finditer(text):
            if not _is_no_count(text, match.start()):
                yield _clue(match["it"], match.start("it"))
    for match in _LEFT_OUT.finditer(text):
        before = text[max(0, match.start() - 120) : match.start()]
        if _LEARNERS.search(before) and not _is_no_count(text, match.start()):
            yield _clue(match[0], match.start())
    for match in _BOTH.finditer(text):
        if _is_told(match):
            yield _clue(match["it"], match.start("it"))


def _is_told(match: re.Match[str]) -> bool:
    """Return whether it says which ones `both` are: not `both that learners ...`."""
    which = match["which"].strip()
    told = re.match(r"both\sof\s", match["it"], re.IGNORECASE) if which else match["after"]
    return bool(told or _KIN.match(match["whom"]))


def _is_no_count(text: str, start: int) -> bool:
    return NO_COUNT_BEFORE.search(text, max(0, start - 14), start) is not None


def _clue(word: str, start: int) -> Clue:
    ending = " of them" if "them" in word.casefold() else ""
    left = "a few exclusions" if "clusion" in word.casefold() else f"a few{ending}"
    return Clue(word, start, start + len(word), "small count", instead=like(word, left))

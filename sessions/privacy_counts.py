"""Clues in words: counts under five of learners, and whoever is the only one."""

import re
from collections.abc import Iterator

from .privacy_clue import Clue, like

PUPIL = (
    r"(?:pupil|child|boy|girl|learner|student|lad|lass|kid|toddler|sibling|brother|sister|twin|"
    r"infant|junior|leaver|pre-?schooler|teenager|youngster|refugee|young\sperson)"
)
"""A learner, as people write of one."""
PUPILS = (
    r"(?:pupils|children|boys|girls|learners|students|lads|lasses|kids|toddlers|siblings|brothers|"
    r"sisters|twins|infants|juniors|leavers|pre-?schoolers|teenagers|youngsters|refugees|"
    r"young\speople|ch(?:ildre?)?n|chdn|chd|ch|[Yy](?:ea)?r?\s?\d{1,2}s|"
    r"(?:new\s)?(?:arrivals|joiners|starters)|wheelchair\susers|(?<!staff\s)speakers|young\scarers|triplets|[\w-]+[\s-]year[\s-]olds)"
)
"""Learners, as people write of some."""
_FEW = r"(?:one|two|three|four|[1-4]|(?:a\s)?(?:couple|pair|trio|set)\sof|[1-4]\s?x|a\s(?:couple|pair|trio|set)|(?:fewer|less)\sthan\s(?:five|four|three|[345]))"
_HOW_MANY = (
    r"(?:\d{1,4}|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|two|three|four)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
)
_WHICH = (
    r"(?:(?!(?:of|or|and|to|in|on|at|for|with|by|from|per|is|are|was|were|had|have|has|said|the|"
    r"adults?|staff|tas?|teachers?|lessons?|groups?|minutes?|times?|days?|weeks?|classes|sets?|"
    r"tables?|rooms?|other|than|x|one|two|three|four|five|six|few|mums?|dads?|that|which|what|who|when|where|how|as|they|we|it|know|support|help|their)\b)(?!\w+s\s)[A-Za-z][\w'’/-]*\s|(?:year|yr|y|key\sstage|ks)\s?\d{1,2}\s|previous\s){0,3}?"
)
"""Up to three words between a number and whom it counts: `three looked-after children`."""
_NOT_COUNTED = (
    r"(?:voice|premium|survey|council|work|books?|notes?|panel|interview|led|facing|centred|"
    r"passports?|profiles?|plans?|friendly|services?|centres?|support\sworker|toilets?|area|asset)"
)
NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:years?|yrs?|y|key\sstage|ks|stage|levels?|groups?|set|table|band|tier|wave|phase|room|"
    r"class|page|p|pp|part|step|unit|area|statement|lesson|week|term|version|grade|slide|item|at|"
    r"ages?|aged|section|chapter|no|number|form|every|or|than|least|under|over|of)\.?\s?"
    r"|[\d./£%]|\d\s|\d[–-]|\w-|\d:|\b(?:adults?|staff|tas?|\d+|one|two|three|up)\sto\s|\bnot\s)$",
    re.IGNORECASE,
)
"""What stands before a number that counts no learners: `Year 4`, `10.4`, `at least two`."""
_FIGURE = re.compile(r"\d\s")
_COUNT = re.compile(
    rf"(?:(?<=\bx)|(?<![\w.£/%-]))(?P<few>{_FEW})\b\s(?:of\s)?"
    rf"(?P<which>(?:more\s|of\s)?(?:the\s|these\s|those\s|our\s|their\s)?{_WHICH})"
    rf"(?P<whom>{PUPILS})(?![\w-]|['’]\w?|\s{_NOT_COUNTED}\b)",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?<![\w.£/%-])(?!(?:one|1)\sin\s)(?P<few>{_FEW})\s?(?:(?:out\s)?of|in|/)\s?(?:the\s|these\s|those\s|our\s|all\s)?"
    rf"(?P<all>{_HOW_MANY})\s(?P<which>{_WHICH})(?P<whom>{PUPILS})(?![\w-]|['’]\w?|\s{_NOT_COUNTED}\b)",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"(?<![\w.£/%-])(?P<few>(?:(?:only|just)\s)?(?:one|1)|a\ssingle)\s(?P<which>{_WHICH})"
    rf"(?P<whom>{PUPIL})(?![\w-]|['’]\w?|\s{_NOT_COUNTED}\b)"
    r"(?P<after>[^.!?\n]{0,60})",
    re.IGNORECASE,
)
_TOLD_APART = re.compile(
    r"^\s?,?\(?\s?(?:\(?(?:out\s)?of\s(?:the\s)?\d|with|without|w/|w\.|has\s(?:an?|the|been|no)\b|has\s[A-Z]|have|had\s(?:an?|been)\b|"
    r"who|whose|is\s(?!given|shown|asked|at|on|in)|was\s(?:ex|sus)|on\s(?:roll|a)|in\s(?:the\s(?:school|class|cohort|year|building)|"
    r"care|y(?:ea)?r?\s?\d|reception|nursery)|uses\s(?:an?|the)\s(?:wheel|hearing|feed|walk|comm)|"
    r"y(?:ea)?r?\s?\d|reception|nursery|aged?\s|(?:did|could|would|can|does|was|is)n['’]?t|cannot|had\sto|has\sto|cried|"  # codespell:ignore
    r"crying|spent|spends|missed|misses|refused|refuses|hid|ran|struggled|struggles|alone|outside|"
    r"from|does\snot|receives|needs|eligible|excluded|suspended|attends)",
    re.IGNORECASE,
)
"""What tells one learner from all others, after `one child`."""
_TELLS_APART = re.compile(
    r"\b(?:y(?:ea)?r?\s?\d|reception|nursery|LAC|looked[\s-]after|deaf|blind|autistic|adopted|fostered|traveller|"
    r"roma|non-?verbal|refugee|disabled|(?:hearing|visually)[\s-]impaired|diabetic|epileptic|transgender|"
    r"bereaved|ukrainian|syrian|afghan|previously|excluded|EHCP|PMLD|muslim|jewish|sikh)\b",
    re.IGNORECASE,
)
"""What tells one learner from all others, between `one` and `child`."""
_WHO_ELSE = (
    r"(?:user|speaker|signer|wearer|one(?=\s(?:in|with|who|of|at|on|to|from|that|here|left|not)\b)|"
    r"person|famil(?:y|ies)|member|Muslim|Sikh|Hindu|Jew|Traveller|Roma|asylum\sseeker|adoptee|carer|"
    r"parents?|mum|dad|mother|father|teacher|governor|TA|LSA|man|woman|adult|amputee|survivor|"
    r"starter|boarder|twins?|triplets?)"
)
_ONLY = re.compile(
    rf"\b(?:(?:the|our|their|its|this|that|school['’]s|as)\s(?:only|sole|single|one\sand\sonly)|only|(?:the|our|their|its)\sone)"
    rf"\s(?:(?!(?:thing|time|way|space|place|of|to|when|if|in|on|at|for|one|two|three|four|five|a|"
    rf"an|the|some|few|by)\b)[\w'’/-]+\s){{0,3}}?(?P<whom>(?:{PUPIL}|{_WHO_ELSE})s?|{PUPILS})(?![\w-]|['’]\w?|"
    rf"\s{_NOT_COUNTED}\b)",
    re.IGNORECASE,
)
_SURE_ONLY = re.compile(
    r"(?:the|our|their|its|this|that|school['’]s|as)\s(?:only|sole|single|one\sand)", re.I
)
_ONE_WHO = re.compile(r"\s?,?\s?(?:with|who|whose|in|that|on|from|at|has|to\s)\b", re.I)
_KIN_OF_STAFF = re.compile(
    r"\b(?:the\s)?(?:head(?:teacher)?|deputy|senco|sendco|caretaker|cook|governor|teacher|ta|"
    r"receptionist|nurse|vicar|chair|mayor|bursar)['’]s\s(?:own\s)?(?:son|daughter|child|children|"
    r"boy|girl|grandson|granddaughter|niece|nephew|kids?)(?!\w)",
    re.IGNORECASE,
)
_ADULT = re.compile(r"(?:teacher|governor|TA|LSA|member|man|woman|adult)", re.IGNORECASE)
_PARENT = re.compile(r"(?:parents?|mum|dad|mother|father|carer)", re.IGNORECASE)


def clues_in_counts(text: str) -> Iterator[Clue]:
    """Yield counts under five of learners, and whoever is the only one; some may overlap."""
    for pattern in (_PART, _COUNT):
        for match in pattern.finditer(text):
            if not is_no_count(text, match.start()):
                yield _few(match)
    for match in _ONE.finditer(text):
        only = match["few"].casefold() not in ("one", "1")
        told = _TOLD_APART.match(match["after"]) or _TELLS_APART.search(match["which"])
        if (only or told) and not is_no_count(text, match.start()):
            end = match.start("after")
            word = text[match.start() : end]
            left = f"a {match['which']}{match['whom']}"
            yield Clue(word, match.start(), end, "small count", instead=like(word, left))
    yield from _only(text)


def is_no_count(text: str, start: int) -> bool:
    """Return whether a number at a place counts nobody, for what stands before it."""
    before = NO_COUNT_BEFORE.search(text, max(0, start - 14), start)
    if before is None or text[start : start + 1].isdigit():
        return before is not None
    return _FIGURE.fullmatch(before[0]) is None  # "set 4 a single student"


def _few(match: re.Match[str]) -> Clue:
    told = match.groupdict()
    rest = match[0][match.end("few") - match.start() :]
    if told["few"][0] in "aA" and " " in told["few"]:
        rest = re.sub(r"^\sof", "", rest)
    rest = re.sub(r"^\s(?:or|to)\s\w+", "", rest)
    rest = re.sub(r"^\s?(?:out\sof|in|/)\s?", " of ", rest)
    return Clue(
        match[0], match.start(), match.end(), "small count", instead=like(match[0], f"a few{rest}")
    )


def _only(text: str) -> Iterator[Clue]:
    for match in _ONLY.finditer(text):
        # "only child" alone, and "the one child", need something that tells the child apart
        if not _SURE_ONLY.match(match[0]) and not _ONE_WHO.match(text, match.end()):
            continue
        whom = match["whom"]
        instead = "a learner"
        if "famil" in whom.casefold():
            instead = "a family"
        elif _PARENT.match(whom):
            instead = "a parent"
        elif _ADULT.match(whom):
            instead = "an adult"
        start, word = match.start(), match[0]
        if word[:3].casefold() == "as ":
            start, word = start + 3, word[3:]
        yield Clue(word, start, match.end(), "the only one", instead=like(word, instead))
    for match in _KIN_OF_STAFF.finditer(text):
        yield Clue(match[0], *match.span(), "the only one", instead=like(match[0], "a learner"))

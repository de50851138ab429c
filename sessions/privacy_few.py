"""Clues in counts under five that leave the learners out: `3 of them are LAC`, `only two did not`."""

import re
from collections.abc import Iterator

from .privacy_clue import Clue, like
from .privacy_counts import PUPIL, PUPILS, is_no_count

_FEW = r"(?:one|two|three|four|[1-4]|both|a\s(?:couple|pair))"
NEED = (
    r"(?:EHC\splans?|EHCPs?|SEN\s?K|SEND?\ssupport|1:1|LAC|CLA|CiC|EAL|FSM|PP|SEMH|ASD|ASC|autis\w+|ADHD|epilep\w+|diabet\w+|deaf\w*|"
    r"blind\w*|hearing[\s-](?:aids?|impair\w+|loss)|visual(?:ly)?[\s-]impair\w+|cochlear|VI|HI|MSI|PMLD|SLD|MLD|DLD|"
    r"SLCN|Down\w*(?:['’]s)?(?:\ssyndrome)?|cerebral\spalsy|foster\w*|looked[\s-]after|in\scare|adopted|"
    r"refugees?|asylum|Travellers?|Roma|child\sprotection|CP|CIN|young\scarers?|mut(?:e|ism)|tube|stoma|"
    r"catheter|wheelchairs?|exclu\w+|suspen\w+|permanently|(?:part-time|reduced)\stimetables?|"
    r"safeguarding|social\sworkers?|CAMHS|allerg\w+|dyslexi\w+|non-?verbal|bereave\w+|cancer|prison|"
    r"transgender|anxiety|EBSA|PEPs?|medical)"
)
"""What a count of learners is about, where they are not named."""
STRIKING = (
    r"(?:feeding|syndrome|palsy|dystrophy|mutism|walker|walking\sframe|guide\sdog|implants?|prosthe\w+|cleft|trache\w*|trachy?|peg[\s-]fed|pacemaker|amput\w+|stammer|cochlear|stoma|catheter|burns?|"
    r"scars?|leuk\w+|tumour|transplant|haemophilia|sickle|cystic|tics|tourette\w*|seizures?|spina|scoliosis|"
    r"dwarfism|albinism|alopecia|eye\spatch|oxygen|tracheo\w+|insulin|pump|crutches|helmet|HIV|birthmark|"
    r"interpreter|pregnan\w+|tag|probation|custody|secure|killed|died|dying|abused|trafficked|homeless)"
)
"""What everybody in a school knows of one learner."""
_WITH_A_NEED = re.compile(
    rf"(?<![\w.£/%-])(?P<it>{_FEW}(?:\s(?:Y|Year\s)\d{{1,2}}s?)?(?:\s(?:of\s(?:them|these|those|whom)|more|others))?)\s"
    r"(?:(?:with|w/|on|at|are|have|has|is|were|had|in|under|(?:have|has)\shad|who\s(?:is|are|has|have))\s?)"
    rf"(?:an?\s|the\s|also\s|now\s|both\s|all\s)?(?:(?:edge|verge|brink|cusp|risk|list|pathway|waiting\slist)\s(?:of|for)\s(?:an?\s)?)?(?:[\w-]+\s)?(?:{NEED}|{STRIKING})(?!\w)",
    re.IGNORECASE,
)
_OF_A_NEED = re.compile(
    r"(?<![\w.£/%-])(?P<it>(?:(?i:one|two|three|four)|[1-4])\s(?:LAC|CLA|CiC|EAL|FSM|PP|EHCPs|EHCP|looked[\s-]after|"
    r"young\scarers?|refugees?|Travellers?|wheelchair\susers?|new\s(?:arrivals|starters)|asylum[\s-]seekers?))"
    r"(?!\w|\s(?:[a-z]+\s)?(?:staff|lead|leads|meetings?|teachers?|TAs?|champions?|reviews?|plans?|targets?|funding|groups?))"
)
_OUT = re.compile(
    r"(?<![\w.£/%-])(?P<it>(?:(?:only|just)\s)?(?:one|two|three|four|[1-4]|(?:a\s)?single)\s"
    r"(?:(?:permanent|fixed[\s-]term|further|recent|internal|short|long|pupil|lunchtime|new|FTEs?|perm)\s){0,2}"
    r"(?:exclusions?|suspensions?|perm\sexs?|managed\smoves?|fixed[\s-]terms|FTEs|PEXs?|detentions?))(?!\w)",
    re.IGNORECASE,
)
_DO = (
    r"(?:did|do|does|have|has|had|was|were|are|is|could|can|can['’]?t|cannot|met|made|passed|reached|achieved|attend\w*|"
    r"left|leave|leaves|remain\w*|said|felt|knew|came|come|comes|joined|join|took|take|takes|got|get|gets|need\w*|receives?|"
    r"received|stay\w*|went|go|goes|use|uses|used|like|speak|speaks|read|write|eat|eats|sit|sits|sat|know|walk|sign|choose|"
    r"chose|opted|live|lives|travel|arrive\w*|turn\w*|miss\w*|struggle\w*|refuse\w*|told|wear|wears|put|sees?|seen|work|works)"
)
_OF_THEM = r"of\s(?:them|these|those|whom|this\s(?:class|group|year|cohort))"
_LEFT_OUT = re.compile(
    r"(?<![\w.£/%-])(?:(?:only|just|all\s(?:but|except|bar))\s(?:one|two|three|four|[1-4])(?:\sof\s(?:them|these|those|whom))?(?!\w)"
    rf"(?=\s(?:{_DO}|with|without|w/o?|who)(?!\w)|[.,;])"
    r"|(?:only|just)\s(?:one|two|three|four|[1-4])\s(?:in|of)\s(?:the|this|each)\s(?:year|class|school|group|cohort|set|room)(?!\w)"
    rf"|(?:fewer|less)\sthan\s(?:five|four|three|[345])(?:\s{_OF_THEM})?(?=\s{_DO}(?!\w)|[.,;])"
    r"|(?:one|two|three|four|[1-4])\s(?:on|in|from)\s(?:the|this|our)\s(?:list|group|class|register|cohort|year|set|club|provision|unit|base|caseload)"
    rf"(?=\s{_DO}(?!\w))"
    r"|(?:only|just)\s(?:one|two|three|four|[1-4])\sof\sthe\s(?:five|six|seven|eight|nine|ten|eleven|twelve|\d+)(?=\s(?:has|have|had|did|do|does|were|was|are|is|with|who|came|went|got)(?!\w)|[.,;])"
    r"|(?:one|two|three)\sof\sthe\s(?:two|three|four)(?=\s(?:has|have|had|did|do|does|were|was|are|is|with|who|came|went|got)(?!\w)|[.,;]|$)"
    r"|one\sof\s(?:only\s|just\s)?(?:two|three|four)(?=\s(?:in|at|with|who|on)(?!\w))"
    r"|(?<=[a-z]s\s)(?:two|three|four|[1-4])(?=\s(?:did|have|had|are|were)(?!\w))"
    r"|(?<=,\s)(?:one|two|three|four|[1-4])(?=\s(?:did|have|has|had|do|are|were)(?!\w))"
    rf"|(?:one|two|three|four|[1-4]|a\s(?:couple|pair))\s{_OF_THEM}(?!\w))",
    re.IGNORECASE,
)
_LEARNERS = re.compile(
    rf"(?<!\w)(?:{PUPILS}|{PUPIL}|cohort|of\sthe\s\d+|on\sroll|caseload|registers?|nurture\sgroup|sixth\sform|6th\sform|intervention|"  # codespell:ignore
    r"EHCPs?|BTEC|GCSEs?|options|breakfast\sclub|set\s\d|SEN\sSupport|twins|mainstream)(?!\w|['’])",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"(?<!\w)(?:staff|teachers?|TAs?|adults?|governors?|lessons?|rooms?|classrooms?|books?|polic(?:y|ies)|minutes|hours?|"
    r"weeks?|days?|doors?|ramps?|iPads?|laptops?|displays?|schools?|parents?|replies|toilets?|plans?|meetings?|sessions?|"
    r"visits?|leaders?|subjects?|departments?|questions?|targets?|areas?|standards?|members|trustees|families)(?!\w)",
    re.IGNORECASE,
)
_LEARNERS_DO = re.compile(
    rf"\s(?:{NEED}|(?:(?:have|has)\shad|have|has|had|are|were|on|in|with|without|w/o?|use|uses)\s(?:an?\s|the\s)?(?:[\w-]+\s)?(?:{NEED}|sensory|one-page|speech|scribe|"
    r"reader|EP|therap\w+|diet|free\sschool|passport|key\s(?:adult|worker)|consent|parental|medication|timetable|placement|EHCPs?|1:1|overlays?|signers?|off[\s-]task)|attend\w*|stay|speak\w*|"
    r"cannot|can['’]?t|struggle\w*|wear\w*|eat\w*|refuse\w*|sat\b|told|come\s(?:to|in|by)|go\s(?:to|home|out))",
    re.IGNORECASE,
)
"""What stands after some learners who are not named as such, and after no things."""
_THINGS_ARE = re.compile(
    r"\s(?:is|are|was|were|has\sbeen|have\sbeen|had)\s(?:not\s|now\s|still\s|already\s|no\s)?(?:broken|locked|empty|out\sof\s(?:date|order)|closed|full|"
    r"missing|lost|faulty|flat|torn|faded|dated|signed|updated|published|marked|laminated|available|working|switched|charged|"
    r"fixed|repaired|installed|shared|displayed|used|written|page|dates?|pages|TAs?)(?!\w)",
    re.IGNORECASE,
)
"""What stands after things that are counted: `three of them were broken`."""
_CLASSES = re.compile(
    r"(?<!\w)(?:(?:Y|Yr|Year)\s?\d{1,2}s?|Reception|Nursery|EYFS|KS\d|nurture|groups?|grp|class|club|SEND?|PP|LAC|pupil\spremium|"
    r"suspensions?|exclusions?|attendance|overlap|of\sthose)(?!\w)",
    re.IGNORECASE,
)
"""What tells that learners are counted, where nothing is said of things."""
_BY_YEAR = re.compile(
    r"(?<![\w.£/%-])[1-4]\s(?:in|from|x)\s(?:Y|Yr|Year)\s?\d{1,2}(?!\w)(?!\s(?:class|lesson|room|book|work|teacher))",
    re.IGNORECASE,
)
_TALLY = re.compile(
    r"(?<!\w)(?:LAC|CLA|CiC|PLAC|EHCPs?|EHC\splans?|FSM|EAL|GRT|SEMH|ASD|ASC|VI|HI|PMLD|SLD|Travellers?|[Rr]efugees?|[Yy]oung\scarers?|[Aa]dopted|"
    r"[Ll]ooked[\s-]after)\s?(?:[:=x–-]|\()\s?(?P<it>[1-4])(?=[,.;)\n]|\s(?:in|of)\s|\s?$|\s[A-Z])"
)
"""What is counted, and how many: `LAC: 2`, `EHCPs = 3`."""
_BOTH = re.compile(
    rf"(?<!\w)(?P<it>both\s(?:of\s)?(?:the\s|these\s|those\s|our\s)?(?P<which>(?:(?!of|the)[\w'’-]+\s){{0,2}}?)"
    rf"(?P<whom>{PUPILS}))(?![\w-]|['’]\w?)(?P<after>\s(?:in\s(?:Y|Year|Reception|Nursery|the|our|a)|on\s(?:his|her|their|the)|with|w/|who|from|on)\b)?",
    re.IGNORECASE,
)
_FAMILIES = re.compile(
    rf"(?<![\w.£/%-])(?P<it>{_FEW}\s(?:of\s(?:the|our)\s)?(?:[\w-]+\s){{0,2}}?(?:famil(?:y|ies)|parents|mums|dads|carers|households))\s(?:\(?(?:are|is|were|was|live|lives|have|has|had|who|on|from)\s)"
    r"(?:[\w-]+\s){0,3}?(?:temporary|hostel|hotel|refuge|B&B|asylum|homeless|housing|evicted|prison|Traveller|Roma|Syria|Ukraine|Afghan\w*|Sudan|"
    r"estate|site|social|court|foster\w*|adopt\w*|deaf|blind|disab\w+|bereave\w*|separated|divorc\w+|tribunal|complain\w*|withdrawn|deregistered|food\sbank)(?!\w)",
    re.IGNORECASE,
)
"""A few families, and what all know of them: `two families are in temporary accommodation`."""
_KIN = re.compile(r"siblings|twins|brothers|sisters|triplets", re.IGNORECASE)


def clues_in_few(text: str) -> Iterator[Clue]:
    """Yield them; some may overlap."""
    for pattern in (_WITH_A_NEED, _OF_A_NEED, _OUT, _FAMILIES):
        for match in pattern.finditer(text):
            if not is_no_count(text, match.start()):
                yield _clue(match["it"], match.start("it"))
    for match in _LEFT_OUT.finditer(text):
        if _counts_learners(text, match) and not is_no_count(text, match.start()):
            yield _clue(match[0], match.start())
    for match in _BY_YEAR.finditer(text):
        if _LEARNERS.search(text, max(0, match.start() - 120), match.start()):
            yield _clue(match[0], match.start())
    for match in _TALLY.finditer(text):
        yield _clue(match["it"], match.start("it"))
    for match in _BOTH.finditer(text):
        if _is_told(match):
            yield _clue(match["it"], match.start("it"))


def _counts_learners(text: str, match: re.Match[str]) -> bool:
    """Return whether a count that leaves out whom it counts is of learners."""
    start = max(0, match.start() - 120)
    if _THINGS_ARE.match(text, match.end()):
        return False
    if _LEARNERS.search(text, start, match.start()):
        return True
    if _THINGS.search(text, start, match.start()):
        return any(
            _LEARNERS_DO.match(text, m.end()) for m in _LEFT_OUT.finditer(text, 0, match.start())
        )
    told = _CLASSES.search(text, start, match.start()) or _LEARNERS_DO.match(text, match.end())
    return told is not None or (
        match[0][0] in "fFlL" or " of the " in match[0]
    )  # "fewer than five took a BTEC", "just one of the eight has been"


def _is_told(match: re.Match[str]) -> bool:
    """Return whether it says which ones `both` are: not `both that learners ...`."""
    which = match["which"].strip()
    told = re.match(r"both\sof\s", match["it"], re.IGNORECASE) if which else match["after"]
    return bool(told or _KIN.match(match["whom"]))


def _clue(word: str, start: int) -> Clue:
    ending = " of them" if "them" in word.casefold() else ""
    left = "a few exclusions" if "clusion" in word.casefold() else f"a few{ending}"
    return Clue(word, start, start + len(word), "small count", instead=like(word, left))

"""Clues in who is told apart by something that all know: `the lad who lost his dad`, `the twins`."""

import re
from collections.abc import Iterator

from .privacy_clue import Clue, like
from .privacy_counts import PUPIL
from .privacy_few import NEED, STRIKING

_TWINS = re.compile(
    r"\b(?:the|these|those|our|their)\s(?:\w+\s)?(?:twins|triplets)(?!\w|['’]\w)|\b(?:twins|triplets)\s\(?(?:in\s)?(?=(?:Y|Yr|Year\s)\d|Reception|Nursery|EYFS)",
    re.IGNORECASE,
)
_THE_DEAF = re.compile(
    r"\bthe\s(?:deaf|blind|autistic|adopted|fostered|looked[\s-]after|non-?verbal|disabled|traveller|roma|refugee|"
    rf"diabetic|epileptic|trans|transgender|ukrainian|syrian|afghan|excluded|tube-fed)\s{PUPIL}(?![\w-]|['’]\w)",
    re.IGNORECASE,
)
_NO_OTHER = re.compile(
    rf"\bno\sother\s(?:[\w-]+\s){{0,2}}?{PUPIL}s?(?![\w-]|['’]\w)", re.IGNORECASE
)
_TOLD_BY = re.compile(
    rf"(?<!\w)(?P<it>(?:the|a|an|that|this)\s(?!only|one\b)(?:[\w-]+\s){{0,3}}?{PUPIL}(?:\s(?:in|from)\s(?:[\w-]+\s?){{1,3}}?)?\s"
    rf"(?:(?:with|w/)\s(?:an?\s|the\s|his\s|her\s)?(?:[\w-]+\s){{0,3}}?(?:{NEED}|{STRIKING})"
    r"|whose\s(?:house|home|family|parents?|mum|dad|mother|father|brother|sister|gran|nan|grand\w+|foster|carers?|twin|"
    r"uncle|aunt|leg|arm|hand|sight|hearing)"
    r"|who\s(?:lost|came\sfrom|fled|arrived\sfrom|moved\sfrom|has\s(?:the\s|a\s|an\s)?(?:[\w-]+\s){0,2}?"
    rf"(?:{NEED}|{STRIKING})|(?:is|was)\s(?:[\w-]+\s)?(?:{NEED}|{STRIKING})"
    r"|uses\s(?:an?|the)\s(?:wheel|walk|frame|hearing|comm|feed)\w*|wears\s(?:an?\s)?(?:hearing|helmet|prosth)\w*))(?!\w))",
    re.IGNORECASE,
)
_SURE_OF = re.compile(
    r"(?:the|that|this)\b|.*\b(?:Y|Yr|Year|Reception|Nursery|KS)\s?\d?", re.IGNORECASE
)
"""Whom one tells so is one that all know; `a boy with autism` could be any, but for a year."""
_ALONE_IN_A_YEAR = re.compile(
    rf"(?<!\w)(?P<it>an?\s(?:(?:Y|Yr|Year|Reception|Nursery|KS)[\s-]?\d{{0,2}}\s)?(?:[\w-]+\s)?{PUPIL}"
    r"(?:\sin\s(?:Y|Yr|Year|Reception|Nursery|KS)\s?\d{0,2})?,?\s?(?:with|w/|who\s(?:is|was|has|had|uses|wears)|"
    rf"whose)\s(?:an?\s|in\s|severe\s|a\s(?:[\w-]+\s))?(?:[\w-]+\s){{0,3}}?{NEED})(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:Y|Yr|Year|Reception|Nursery|KS)(?:\s?\d|\b)", re.IGNORECASE)


def clues_in_singled(text: str) -> Iterator[Clue]:
    """Yield them; some may overlap."""
    for pattern in (_TWINS, _THE_DEAF, _NO_OTHER):
        for match in pattern.finditer(text):
            yield Clue(match[0], *match.span(), "the only one", instead=like(match[0], "learners"))
    for pattern in (_TOLD_BY, _ALONE_IN_A_YEAR):
        for match in pattern.finditer(text):
            if pattern is _TOLD_BY and not _SURE_OF.match(match["it"]):
                continue
            if pattern is _ALONE_IN_A_YEAR and not _YEAR.search(match["it"]):
                continue
            yield Clue(
                match["it"],
                *match.span("it"),
                "the only one",
                instead=like(match["it"], "a learner"),
            )

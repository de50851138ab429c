"""Clues in who is told apart by what all know: `the lad who lost his dad`, `a deaf girl in Y3`, `the twins`."""

import re
from collections.abc import Iterator

from .privacy_clue import Clue, like
from .privacy_counts import PUPIL
from .privacy_few import NEED, STRIKING

_YEAR = r"(?:(?:Y|Yr|Year|KS|Key\sStage)[\s-]?\d{1,2}s?|Reception|Nursery|EYFS|\d{1,2}[A-Z])(?!\w)"
_KIN_WORD = r"(?:mum|mam|dad|mother|father|brother|sister|gran|nan|grand\w+|foster\s\w+|carer|twin|uncle|aunt|step\w+)"
_IN_A_YEAR = rf"(?:\s(?:in\s|from\s|of\s)?(?:{_YEAR}(?:\s(?-i:[A-Z])\w+)?|the\s\w+|[\w-]+\sclass))?"
_ADJECTIVE = (
    r"(?:deaf|blind|autistic|adopted|fostered|looked[\s-]after|non-?verbal|disabled|traveller|roma|refugee|"
    r"diabetic|epileptic|trans|transgender|non-?binary|excluded|suspended|tube-fed|partially[\s-]sighted|"
    r"visually[\s-]impaired|hearing[\s-]impaired|dyslexic|mute|selectively\smute|bereaved|pregnant|home[\s-]educated|"
    r"part-time|previously\slooked[\s-]after|asylum[\s-]seeking|(?:youngest|oldest|eldest|tallest|smallest|newest)|"
    r"wheelchair-using|peanut-allergic|newly[\s-]arrived|(?-i:(?!Year|Yr|Reception|Nursery|Key|Lead|Head|Young|Pupil|Student|Only|Primary|"
    r"Learner|Middle|Higher|Lower|Upper|First|Second|Third|Next|Last|Other|Same|Whole|Sixth)[A-Z][a-z]{3,}))"
)
"""What tells one learner from the rest before `girl`; a capital too: `the Ukrainian girl`."""
_WEARS = (
    r"(?:(?:[\w-]+\s){0,2}?(?:wheelchair|walker|frame|brace|hijab|turban|patka|helmet|sling|cast|boot|splints?|headphones|"
    r"ear\sdefenders|hoist|buggy|calliper|callipers|eye\spatch|mask|wig))"
)
_WITH = (
    rf"(?:with|w/|w\s)\s?(?:an?\s|the\s|his\s|her\s|both\s|two\s)?(?:[\w'’-]+\s){{0,3}}?(?:{NEED}|{STRIKING}|{_WEARS})"
    rf"|in\s(?:an?|the|his|her)\s{_WEARS}"
    r"|on\s(?:oxygen|crutches|insulin|the\sautism\spathway|(?:an?\s|the\s)?(?:[\w-]+\s)?(?:part-time|reduced)\stimetable|"
    r"a\smanaged\smove|(?:(?:a|the)\s)?child\sprotection(?:\splan)?|a\sfeeding\stube|an?\sEHCP?(?:\splan)?)"  # codespell:ignore
)
_WHOSE = rf"whose\s(?:house|home|{_KIN_WORD}|leg|arm|hand|sight|hearing|family\s(?:is|was|fled|came|lost|has|moved|lives?))"
_WHO = (
    r"who(?:['’]s|\sis|\swas|\shas|\shad|\shas\sbeen)?\s(?:(?:now|also|just|recently|still|been|only)\s)?(?:lost|came|comes|fled|arrived|moved|joined|"
    r"(?:in|from|on|under)\s(?:foster\w*|care|a\swheelchair|\w+\sunit|hospital|remission|crutches|oxygen|Ukraine|Syria)|"
    r"(?:uses?|wears?|needs|carries|has|had|have)\s(?:an?|the|two|his|her|no)\s(?:[\w-]+\s){0,2}?"
    r"(?:wheel\w*|walk\w*|frame|lift|stair\w*|hearing\w*|comm\w*|feed\w*|helmet|prosth\w*|tablet|AAC|pump|scribe|reader|"
    r"sign\w*|braill\w*|cane|stick|hoist|catheter|stoma|tube|interpreter|social\sworker|tag|chair|buggy|aid|aids|implant)"
    rf"|(?:an?\s|the\s|no\s|in\s)?(?:[\w-]+\s){{0,2}}?(?:{NEED}|{STRIKING})"
    r"|signs|lip-?reads|self-harm\w*|bites?|absconds?|absconded|runs?\s(?:off|away)|excluded|suspended|permanently|speaks\sno|speaks\sonly|"
    r"cannot\s(?:walk|see|hear|speak|talk)|can['’]?t\s(?:walk|see|hear|speak|talk)|lives\swith|died|born)"  # codespell:ignore
)
_TOLD_BY = re.compile(
    rf"(?<!\w)(?P<it>(?:(?P<a>the|an?|that|this|our|another)\s(?:{_YEAR}\s)?|{_YEAR}\s|(?<![a-z]\s))(?!only|one\b|of\b)(?:(?!(?:of|who|with|and|in|that|is|are|was|were|to|only|the|an?|no|other|any|some|each|every)\b)[\w'’-]+\s){{0,3}}?"
    rf"{PUPIL}{_IN_A_YEAR},?\s(?:{_WITH}|{_WHOSE}|{_WHO}))(?!\w)",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?<!\w)(?P<it>the\s(?:[\w-]+\s)?{PUPIL}\s(?:who\s(?:is\s)?)?from\s(?-i:(?!Year|Y\d|Reception|Nursery|KS)[A-Z][a-z]+)(?:\s(?-i:[A-Z][a-z]+))?)",
    re.IGNORECASE,
)
"""`the girl from Ukraine`, `the pupil from Cotter Lane`."""
_LAD_WHO = re.compile(
    r"(?<!\w)(?P<it>(?:the|that|this)\s(?:(?!only\b)[\w-]+\s)?(?:lad|lass|boy|girl|kid))(?=\s(?:in\s[\w\s]{1,12}?)?who\s(?!are\b))",
    re.IGNORECASE,
)
"""Whoever writes `the lad who` means one that the reader can find."""
_LAD_WITH = re.compile(
    rf"(?<!\w)(?P<it>(?:the|that|{_YEAR})\s(?:(?!only\b)[\w-]+\s)?(?:lad|lass|boy|girl|kid)\s(?:in\s{_YEAR}\s)?with\s(?:an?|the|one|no|his|her)\s\w+)",
    re.IGNORECASE,
)
"""The same with what is seen of one: `the lad with one hand`."""
_THE_PUPIL_WHO = re.compile(
    rf"(?<!\w)(?P<it>(?:the|that)\s(?:{_YEAR}\s)?{PUPIL}\s(?:in\s{_YEAR}\s)?who\s(?:was|had|set|ran|threw|hit|fell|broke|lost|told|took|got|gave|made|came|"
    r"went|bit|hid|stole|sang|won|did|moved|kicked|joined|arrived|started|transferred|used\sto))(?!\w)",
    re.IGNORECASE,
)
"""Whom one tells of as of what happened once: `the pupil who set the alarm off`."""
_ADOPTED = re.compile(
    rf"(?<!\w)(?P<it>(?:an?|one|the)\s(?:{_YEAR}\s)?{PUPIL}\s(?:adopted|fostered|excluded|evacuated|newly\sarrived|recently\sarrived|from\s(?-i:(?!Year|Y\d|Reception|Nursery|KS|Class|Key)[A-Z][a-z]+))(?:\sfrom\s\w+)?)(?!\w)",
    re.IGNORECASE,
)
_OUR_FIRST = re.compile(
    rf"(?<!\w)(?P<it>(?:our|their|the\sschool['’]s|her|his)\s(?:first|newest|youngest|oldest|smallest|latest)\s(?:[\w-]+\s){{0,2}}?(?:{PUPIL}|user|signer|speaker|arrival|starter))(?![\w-]|['’]\w)",
    re.IGNORECASE,
)
"""`our first wheelchair user`."""
_THE_ONE = re.compile(
    rf"(?<!\w)(?P<it>the\s{_YEAR}\sone\s(?:with|who|whose|in)|the\sone\sin\s{_YEAR}\s(?:with|who|whose)"
    rf"|(?:he|she)(?:['’]s|\sis|\swas)\sthe\sone\s(?:in|with|who|on)|the\sone\s(?:{_WITH}|{_WHOSE})|(?:an?|the|one|another|our)\s{_YEAR}\s(?:who(?:['’]?s)?|whose|with\san?|w/|on\sa)\s\w+)(?!\w)",
    re.IGNORECASE,
)
_ADJECTIVE_FIRST = re.compile(
    rf"(?<!\w)(?P<it>(?:(?P<a>the|our|their|that|an?)\s)?(?:{_YEAR}\s)?(?:[a-z]+\s)?{_ADJECTIVE}\s(?:{_YEAR}\s)?{PUPIL}{_IN_A_YEAR})"
    r"(?![\w-]|['’]s?\s(?:voice|premium))",
    re.IGNORECASE,
)
_TWINS = re.compile(
    r"\b(?:the|these|those|our|their|a\spair\sof|a\sset\sof)\s(?:[\w-]+\s)?(?:twins|triplets)(?!\w|['’]\w)"
    r"|\b(?:[\w-]+\s)?(?:twins|triplets)\s\(?(?:in\s)?(?=(?:Y|Yr|Year\s)\d|Reception|Nursery|EYFS)"
    rf"|\b(?:an?|the|our)\s(?:brother\sand\s(?:a\s)?sister|sister\sand\s(?:a\s)?brother)(?!\w)"
    rf"|\b(?:brothers|sisters|siblings)\s\(?(?:both\s)?(?:in|from)\s{_YEAR}",
    re.IGNORECASE,
)
_NO_OTHER = re.compile(
    rf"\bno\sother\s(?:[\w-]+\s){{0,2}}?{PUPIL}s?(?![\w-]|['’]\w)", re.IGNORECASE
)
_CHILD_OF_STAFF = re.compile(
    r"\b(?P<it>(?:TA|teacher|governor|cook|caretaker|SENCo|deputy|head|secretary|dinner\slady|supervisor)\swhose\s"
    r"(?:own\s)?(?:son|daughter|child|twins|boy|girl|grandson|granddaughter))(?!\w)",
    re.IGNORECASE,
)
_HAS_A_NEED = re.compile(
    rf"(?<!\w)(?P<it>(?:an?|one)\s(?:{_YEAR}\s(?:[\w-]+\s)?{PUPIL}|(?:[\w-]+\s)?{PUPIL}\s(?:in|from)\s{_YEAR})),?\s"
    r"(?:(?:is|was|has|had|has\sbeen|also|now|newly|recently|currently|just|an?|the|on|under|in|with|wears|uses|very|severe)\s){1,4}"
    rf"(?:[\w-]+\s)?(?:{NEED}|{STRIKING}|{_ADJECTIVE}|{_WEARS})(?!\w)",
    re.IGNORECASE,
)
"""`a Year 3 pupil has diabetes`, `a child in Y2 is adopted`."""
_FAMILY = re.compile(
    r"(?<!\w)(?P<it>(?:the|our|one|an?)\s(?:single\s|other\s)?(?:Traveller|Roma|refugee|asylum[\s-]seeking|foster|"
    r"(?-i:[A-Z][a-z]+(?:an|ish|ese|ian|ani|ali|eri|aqi|qi)))\s(?:famil(?:y|ies)|brothers?|sisters?|siblings?|mum|dad|parents?|mother|father)"
    r"|one\sfamily\s(?:with|who|whose|from|in)|the\sfamily\s(?:who|whose|that\sfled|from\s(?-i:[A-Z])\w+))(?!\w)",
    re.IGNORECASE,
)
"""A family that all know: `the Syrian brothers`, `one family from Sudan`."""
_SURE_OF = re.compile(
    rf"(?:the|that|this|our)\b|.*\b{_YEAR}|.*(?:{STRIKING}|{_WHOSE})", re.IGNORECASE
)
"""Whom one tells so is one that all know; `a boy with autism` could be any, but for a year."""
_ANY = re.compile(
    rf"{PUPIL}|\b(?:one|user|signer|speaker|arrival|starter)\b|famil|triplet|\b(?:son|daughter|mum|dad|mother|father)\b",
    re.IGNORECASE,
)
"""What every one of these clues has somewhere: a quick look first."""
_YEAR_AFTER = re.compile(rf"\s\(?(?:in\s|from\s)?{_YEAR}", re.IGNORECASE)
_ANYBODY = re.compile(
    r"(?:\s[\w-]+){0,3}?\s(?:may|might|would|could|should|will\soften|often|usually)(?!\w)",
    re.IGNORECASE,
)
"""What stands after whoever could be anybody: `a child with a hearing aid may need`."""


def clues_in_singled(text: str) -> Iterator[Clue]:
    """Yield them; some may overlap."""
    if not _ANY.search(text):
        return
    for pattern in (_TWINS, _NO_OTHER):
        for match in pattern.finditer(text):
            yield Clue(match[0], *match.span(), "the only one", instead=like(match[0], "learners"))
    for pattern in (_TOLD_BY, _ADJECTIVE_FIRST):
        for match in pattern.finditer(text):
            if _is_one_that_all_know(text, match, pattern is _ADJECTIVE_FIRST):
                yield _one(match)
    for pattern in (
        _HAS_A_NEED,
        _FAMILY,
        _FROM,
        _LAD_WHO,
        _LAD_WITH,
        _THE_PUPIL_WHO,
        _ADOPTED,
        _OUR_FIRST,
        _THE_ONE,
        _CHILD_OF_STAFF,
    ):
        for match in pattern.finditer(text):
            yield _one(match)


def _is_one_that_all_know(text: str, match: re.Match[str], adjective: bool) -> bool:
    """Return whether words tell of one learner, and not of any that is so."""
    end = match.end("it")
    if (match["a"] or "").casefold() in ("the", "that", "this", "our", "their"):
        return True
    if _ANYBODY.match(text, end):
        return False
    if _YEAR_AFTER.match(text, end):
        return True
    if adjective:
        return re.search(_YEAR, match["it"], re.IGNORECASE) is not None
    return _SURE_OF.match(match["it"]) is not None


def _one(match: re.Match[str]) -> Clue:
    instead = "an adult" if match.re is _CHILD_OF_STAFF else "a learner"
    return Clue(match["it"], *match.span("it"), "the only one", instead=like(match["it"], instead))

"""Decides whether a word that is a name at times is one where it stands: `Grace told me`, not `in May`.

Such words are of four sorts: those that with a capital are hardly anything but a name (Jack), what
classes and rooms are called (Willow), times and places (April, Devon), and all others (Grace, Mark).
"""

import re

from . import privacy_context as around
from . import privacy_evidence as evidence
from .privacy_tokens import MONTHS, Word, is_first_name, is_name, is_time_or_place
from .privacy_words import is_ordinary, words

_SEASONS = frozenset(("autumn", "spring", "summer", "winter", "easter"))
_HAS = re.compile(
    r"(?:\s(?:also|still|now|often|always|never|only|sometimes))?\s(?:has|had|hasn['’]?t|needs|needed|gets|got|goes|stays|"  # codespell:ignore
    r"keeps|kept|knows|tends|helps|comes|uses|used|can|could|couldn['’]?t|didn['’]?t|doesn['’]?t|won['’]?t|will|also)\s"  # codespell:ignore
)
"""What stands after somebody more often than after a value or a place."""
_NOT_DOING = re.compile(
    r"\s(?:having|getting|showing|sharing|joining|taking|making|leading|finding|learning|doing|using|looking|holding)(?!\w)"
)

_CALLED = re.compile(
    rf"(?<!\w)(?:{around.STAFF}|(?i:{around.STAFF}|{around.LEARNER}|{around.PARENT}|buddy|partner|name|"
    r"favourite|it|this|that|key\s?w[o]?rker|key\sperson|keyworker|leader|monitor|captain))s?\s"
    r"(?:is|was|were|are)\s(?:always\s|now\s|still\s|called\s|usually\s)?$"
)
"""What stands before whoever somebody is: `her keyworker is`."""
_AMONG_CLASSES = re.compile(
    r"(?i:\b(?:in|from|between|across|for))\s(?:[A-Z][a-z]+(?:,\s|\sand\s|\s&\s))+$"
)
_LITTLE = re.compile(r"(?<!\w)(?:little|wee|poor|dear|young|lovely|lil)\s$")  # codespell:ignore
"""What stands before a child's name: `little Poppy`."""
_AT_WORK = re.compile(
    rf"(?:,\s|\s\(|\s)(?:(?:who\s)?is\s)?(?:the|our|their|a|an)\s(?:[\w-]+\s)?(?:{around.STAFF})(?!\w)"
)
"""What stands after somebody at work: `June, the cook`."""
_IS_AT_WORK = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur|[Aa]|[Hh]er|[Hh]is|[Tt]heir)\s(?:[\w-]+\s)?(?:{around.STAFF}|{around.PARENT}|{around.LEARNER}),\s$"
)
"""What stands before whoever that is: `the TA, Jan, signs`."""
_AT_WORK_BEFORE = re.compile(
    r"(?i:therapist|physio|caretaker|cook|nurse|mentor|counsellor|worker|librarian|receptionist|governor|volunteer|"
    r"driver|escort|assistant|psychologist|supervisor|cleaner|interpreter|\b(?:TA|LSA|HLTA|ELSA|OT|EP|SLT|SALT))\s$"  # codespell:ignore
)
_QUOTED = re.compile(r"[\"”]\s?[–—-]\s?$|[\"”]\s?\($")
"""What stands before whoever said what is quoted: `"It is loud" - Grace`."""
_SHE = re.compile(r"\s?[.,;–-]{1,2}\s(?:[Ss]he|[Hh]e)\s")
"""What stands right after whom it is about."""
_SHE_LATER = re.compile(
    r"(?:(?!\s(?:teacher|head|headteacher|SENCO|TA|LSA|mother|mum|father|dad|parent|boy|girl|pupil|child|"
    r"learner|governor)\b)[^\n]){0,130}?[\s(](?i:she|he|her|him|his|hers|herself|himself)(?!\w)"
)
_OF_A_YEAR = re.compile(rf"(?<!\w)(?i:{around.YEAR})\s$")
"""What stands before the name of a class: `Y2 Maple`."""
_MANY_AFTER = re.compile(
    r"[^.!?\n]{0,60}\b(?:children|pupils|learners|class|classes|classroom|room|rm|door|display|"
    r"displays|staff|teachers?|tchrs?)\b"
)
"""What stands after the name of a class."""
_BESIDE_A_TITLE = re.compile(r"\s[A-Z][a-z]{2,}")
_AFTER_A_TITLE = re.compile(r"(?<=\w\s)([A-Z][a-z]{2,})\s$")
_BEFORE_A_TIME = re.compile(
    r"(?i:\b(?:in|by|since|until|till|from|during|last|next|this|every|each|to|of|and|on|early|late|"
    r"mid|before|after|at|around|the|for|over|end)|\d(?:st|nd|rd|th)?)[\s-]$"  # codespell:ignore
)
_LISTED = re.compile(r"(?:,|\sand|\s&|\s\+|\s?/)\s?([A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?)")
_IN_A_LIST = re.compile(
    r"(?:,|\sand|\s&|/)\s?(?:Music|Drama|Dance|PE|RE|DT|D&T|History|Geography|Science|Maths|English|Computing|French|Spanish|MFL|PSHE|Design|Textiles|Food)(?!\w)"
)
_AUXILIARY = re.compile(
    r"(?i:\b(?:does|did|is|was|can|has|will|would|could|let|lets|makes|made|when|if|whenever|because|that|why))\s$"
)
_GETS = re.compile(
    r"\s(?:gets?|have|go|goes|sit|sits|need|needs|want|wants|know|knows|like|likes|say|says|come|comes|look|looks|feels?|"
    r"sent|ever|even|allowed|be|bites?|hits?|cries|shouts?|leaves?|arrives?|joins?|eats?|sleeps?)\s"
)
"""What stands around whom one asks about: `Why does Prince get sent out?`."""
_BESIDE = re.compile(r"(?:,\s|\sand\s|\s&\s|\s\+\s|\s?/\s?)([A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?)")
_OF_SOME = re.compile(
    r"\s(?:class|room|group|house|term|half|block|building|primary|school|family|families)(?!\w)"
)
_NOT_ABOUT = re.compile(
    r"(?i:\b(?:in|by|since|until|from|last|next|this|of|during|each|every|the|an?|on|at|our|their|and|into|through|called))\s$"
)
"""What stands before a time, a place or a value, though a person is spoken of later."""
NAME_BEFORE = re.compile(r"([A-Z][\w'’-]+)(?:,\s| and\s| &\s| \+\s|\s?/\s?)$")
"""What stands before a name where another was written just before it."""


def is_a_name_with_a_capital(plain: str) -> bool:
    """Return whether a word, without capitals, is a name wherever it is written with one."""
    return is_first_name(plain) or plain in words("word_names/capital")


def is_a_word_name(run: list[Word], before: str, after: str, *, begins: bool) -> bool:
    """Return whether words that are a name at times are one between these; `begins`: a sentence."""
    first = run[0].plain
    if around.SAYS_STRICTLY.match(after):
        return True
    if len(run) > 1 and _are_a_whole_name(run, after, begins=begins):
        return True
    if _is_in_a_title(run, before, after) or (first == "will" and _asks(after, begins=begins)):
        return False
    if first in words("word_names/class") and _OF_A_YEAR.search(before):
        return bool(around.PERSONAL.match(after) or evidence.is_one(first, after))  # "Y2 Maple"
    if _AT_WORK.match(after) or _QUOTED.search(before):
        return True
    if _AT_WORK_BEFORE.search(before) and around.DOES.match(after):
        return not around.THING_AFTER.match(after)
    if _IS_AT_WORK.search(before) and after[:1] in (",", ")"):
        return True
    if around.DOING.match(after) and not (
        first in words("word_names/value") and _NOT_DOING.match(after)
    ):
        return not around.THING_BEFORE.search(before)
    if _shows_a_person(first, before, after, begins=begins):
        return True
    if is_among_names(before, after):
        return True
    if first not in MONTHS and _AUXILIARY.search(before) and _GETS.match(after):
        return True
    if _CALLED.search(before) and not around.THING_AFTER.match(after):
        return True
    if first in words("word_names/place"):
        return _is_a_place_or_child(first, before, after, begins=begins)
    if is_time_or_place(first):
        return _is_a_time_or_child(first, before, after, begins=begins)
    if first in words("word_names/class") and _AMONG_CLASSES.search(before):
        return False
    if _LITTLE.search(before):
        return True
    if around.PERSONAL.match(after) and not (
        first in words("word_names/value") and _NOT_DOING.match(after)
    ):
        return True
    if begins:
        return _begins(first, after)
    if around.THING_BEFORE.search(before) and not around.AFTER_LOOSELY.match(after):
        return False
    if first in words("word_names/class") and around.HOUSES_BEFORE.search(before):
        return False
    if first in words("word_names/noun") and _IN_A_LIST.match(after):
        return False  # "for Art, Music and Computing"
    if first in words("word_names/noun") and not around.MET.search(before):
        return is_beside_a_name(first, after, strictly=True)
    if around.BEFORE_LOOSELY.search(before) or around.AFTER_LOOSELY.match(after):
        return True
    if _SHE.match(after) or is_beside_a_name(first, after):
        return True
    if first in words("word_names/class"):
        beside = NAME_BEFORE.search(before)
        return beside is not None and is_a_name_with_a_capital(beside[1].casefold())
    if first in words("word_names/value") and _HAS.match(after):
        return True
    if first not in words("word_names/value"):
        return True
    beside = NAME_BEFORE.search(before)
    return beside is not None and not _is_a_thing(beside[1].casefold())  # "Kindness and Honesty"


def _shows_a_person(first: str, before: str, after: str, *, begins: bool) -> bool:
    """Return whether what stands around a word is one person's: `Faith at the sink`."""
    if begins:
        return evidence.is_one(first, after) or bool(evidence.TWO.match(after))
    if evidence.SPOKEN_TO.search(before) and not _OF_SOME.match(after):
        return True
    if evidence.ABOUT.match(after) and not _NOT_ABOUT.search(before):
        return True
    if NAME_BEFORE.search(before) is not None or before.endswith(" and "):
        return evidence.GAP.match(after) is not None or evidence.is_one(first, after)
    return around.MET.search(before) is not None and evidence.is_one(first, after)


def _is_in_a_title(run: list[Word], before: str, after: str) -> bool:
    """Return whether a word with a capital and no name stands beside: `Rose Room`, `White Rose`."""
    beside = _BESIDE_A_TITLE.match(after)
    if beside and is_ordinary(beside[0].strip().casefold()):
        return True
    title = _AFTER_A_TITLE.search(before)
    if title is None or re.search(rf"(?:{around.STAFF}|{around.YEAR})\s$", before, re.IGNORECASE):
        return False
    return is_ordinary(title[1].casefold()) and not is_name(run[0].plain)


def _are_a_whole_name(run: list[Word], after: str, *, begins: bool) -> bool:
    """Return whether two words are a first name and a family name: `Will Archer`; `Will Rose read?` asks."""
    if run[-1].plain in words("word_names/class") or run[0].plain in words("word_names/class"):
        return False
    if is_time_or_place(run[0].plain) and begins:
        return is_name(run[-1].plain)
    asks = begins and run[0].plain in ("will", "may") and "?" in after.split(".")[0]
    return not asks and (
        is_name(run[-1].plain)
        or (run[-1].plain in words("word_names") and run[-1].plain not in words("word_names/value"))
    )


def _asks(after: str, *, begins: bool) -> bool:
    """Return whether `Will` asks something: what follows is no verb of somebody's."""
    return begins and not (
        around.PERSONAL.match(after)
        or around.AFTER_LOOSELY.match(after)
        or re.match(
            r"['’]s\s|\s(?:has|is|was|had|needs|uses|used|[a-z]{3,}ed|in|on|under|and\s[A-Z])\s",
            after,
        )
        or is_beside_a_name("will", after)
    )


def _is_a_place_or_child(first: str, before: str, after: str, *, begins: bool) -> bool:
    if around.PERSONAL.match(after):
        return True
    if first not in words("word_names/far") and around.AFTER_LOOSELY.match(after):
        return True
    if begins:
        does = _HAS if first in words("word_names/far") else around.DOES
        return bool(does.match(after)) and not around.THING_AFTER.match(after)
    if around.THING_BEFORE.search(before):
        return False
    return bool(around.WITH.search(before) or around.BEFORE_LOOSELY.search(before)) and (
        before.endswith("next to ")
        or not before.endswith(("to ", "for ", "about ", "from ", "like ", "between "))
    )


def _is_a_time_or_child(first: str, before: str, after: str, *, begins: bool) -> bool:
    if around.PERSONAL_STRICTLY.match(after) or (
        _SHE.match(after) and not _BEFORE_A_TIME.search(before) and not begins
    ):
        return True
    if first in _SEASONS and first != "summer":
        return False
    if begins:
        return bool(around.IN_YEAR.match(after)) or is_beside_a_name(first, after, strictly=True)
    return bool(around.WITH.search(before) or around.IN_YEAR.match(after))


def _begins(first: str, after: str) -> bool:
    """Return whether a word that begins a sentence is a name."""
    if is_beside_a_name(first, after) or around.AFTER_LOOSELY.match(after):
        return True
    if not around.DOES.match(after) or around.THING_AFTER.match(after):
        return False
    if _SHE_LATER.match(after):
        return True
    if _LISTED.match(after):
        return False
    if first in words("word_names/class"):
        return first in words("word_names/girl") and not _MANY_AFTER.match(after)
    if first in words("word_names/value"):
        return bool(
            re.match(r"['’]s\s", after)
            or (first not in words("word_names/noun") and _HAS.match(after))
        )
    return True


def is_beside_a_name(first: str, after: str, *, strictly: bool = False) -> bool:
    """Return whether names follow in a list: `Ivy, Rose and Jack`; `strictly`: that are no words."""
    at = 0
    while beside := _LISTED.match(after, at):
        other = beside[1].casefold()
        if is_a_name_with_a_capital(other):
            return True
        if not strictly and first not in words("word_names/class") and not _is_a_thing(other):
            return True
        at = beside.end()
    return False


def is_among_names(before: str, after: str) -> bool:
    """Return whether a name that is no word stands beside, in a list: `Fatoumata, Jordan and Esme`."""
    for beside in (NAME_BEFORE.search(before), _BESIDE.match(after)):
        other = beside[1].casefold() if beside is not None else ""
        known = is_a_name_with_a_capital(other) and not is_ordinary(other)
        if known and not is_time_or_place(other):
            return True
        if "-" in other and all(is_name(p) or p in words("word_names") for p in other.split("-")):
            return True
    return False


def _is_a_thing(plain: str) -> bool:
    named = is_name(plain) or plain in words("word_names")
    return (
        not named
        or is_time_or_place(plain)
        or plain in MONTHS
        or plain in words("word_names/value")
    )

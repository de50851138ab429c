"""Points out what may identify a child, before it is kept for long or leaves the school.

A basic check on the words alone: it misses some and is wrong about others, and every question it
asks says so. Role labels (Learner A, Pupil 3, Teacher 2) are what it asks for and never points out;
nor are staff with a title, or names it is told are known.
"""

import re
from collections.abc import Collection, Iterator

from .privacy_words import ABBREVIATIONS, FIRST_NAMES, NO_NAMES
from .wording import Hint

_BASIC = "(A basic check: it misses some.)"
UPN = f"This looks like a pupil number (UPN). Leave it out. {_BASIC}"
BIRTH = f"This may be a date of birth. Leave it out, or give the year group. {_BASIC}"
INITIALS = f"Initials and a year group may identify a child. Write Learner A. {_BASIC}"
NAME = f"This looks like a child's name. Write a role, such as Learner A. {_BASIC}"
ONLY = f"An only one may be known to everybody. Say it more widely. {_BASIC}"


def identifying(text: str, known: Collection[str] = ()) -> tuple[Hint, ...]:
    """Return what may identify a child, in order; of what overlaps, the longest.

    `known`: names that are no child's, such as the setting's, the panel's, a case study's title.
    """
    found = [
        *(_hint(match, UPN) for match in _UPN.finditer(text)),
        *_births(text),
        *_initials(text, known),
        *_names(text, known),
        *(_hint(match, ONLY) for match in _ONLY.finditer(text)),
    ]
    covered = bytearray(len(text))
    for start, end in _known_places(text, known):
        covered[start:end] = b"x" * (end - start)
    kept = []
    for hint in sorted(found, key=lambda hint: (hint.start - hint.end, hint.start)):
        if not any(covered[hint.start : hint.end]):
            covered[hint.start : hint.end] = b"x" * (hint.end - hint.start)
            kept.append(hint)
    return tuple(sorted(kept, key=lambda hint: hint.start))


def _hint(match: re.Match[str], question: str) -> Hint:
    return Hint(match[0], match.start(), match.end(), question)


def _known_places(text: str, known: Collection[str]) -> list[tuple[int, int]]:
    """Return where known names stand in a text, whole. Tags are too short to be looked for."""
    names = sorted((re.escape(name.strip()) for name in known if len(name.strip()) > 2), key=len)
    if not names:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(reversed(names))})(?!\w)")
    return [match.span() for match in pattern.finditer(text)]


# Numbers and dates

# The DfE's guide to UPNs: a check letter, then 12 digits; a temporary one ends in a letter. Both
# ends are taken either way round, since people copy them wrongly.
_UPN = re.compile(
    r"(?<![\w])(?:[A-Z][ -]?\d{3}[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[\dA-Z]|\d{12}[A-Z])(?!\w)", re.I
)

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"  # codespell:ignore
_DATE = re.compile(
    rf"""(?<![\w./-])(?:
        [0-3]?\d(?P<mark>[./-])[01]?\d(?P=mark)(?P<y1>(?:19|20)?\d\d)
      | (?P<y2>(?:19|20)\d\d)-[01]\d-[0-3]\d
      | {_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<y3>(?:19|20)\d\d)
      | {_MONTH}\s+{_DAY},?\s+(?P<y4>(?:19|20)\d\d)
      | {_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)
    )(?![\w/]|[.-]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|born|birthday|birth\s+date)\W[^.!?\n]{0,25}$",
    re.IGNORECASE,
)
_BIRTH_YEARS = range(2004, 2024)
"""Whoever is at school now was born in one of these."""


def _births(text: str) -> Iterator[Hint]:
    for match in _DATE.finditer(text):
        years = (match[name] for name in ("y1", "y2", "y3", "y4"))
        year = next((int(year) for year in years if year), 0)
        year += 2000 if 0 < year < 100 else 0
        if year in _BIRTH_YEARS or _BORN.search(text, max(0, match.start() - 45), match.start()):
            yield _hint(match, BIRTH)


# Learners, as people write of them

_YEAR = (
    r"(?:(?:Y|Yr|yr|Year|year)[\s-]?(?:1[0-4]|[1-9])|[Yy]ear\s(?:one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven)|Reception|Nursery|Preschool)(?!\w)"
)
_LEARNER = (
    r"(?i:pupil|child|boy|girl|learner|student|lad|lass|kid|toddler|sibling|brother|sister|twin|"
    r"son|daughter)"
)
_KIN = (
    r"(?i:mum|mother|mummy|dad|father|daddy|parent|carer|gran|nan|grandmother|grandma|grandfather|"
    r"grandad|grandparent|family|families|aunt|auntie|uncle|friend)"
)
_ONLY = re.compile(rf"\b(?i:the\s+only)\s+(?:\w+\s+)?{_LEARNER}(?!\w)")

# Initials

_LETTERS = r"(?P<who>[A-Z]\.\s?[A-Z]\.?(?:\s?[A-Z]\.?)?|[A-Z]{2,3})"
_INITIALS = (
    re.compile(rf"(?<![\w.]){_LETTERS}(?!\w)[\s,(]{{1,3}}(?:(?:in|from|of)\s)?{_YEAR}"),
    re.compile(
        rf"(?<!\w)(?:{_YEAR}[\s,:(]{{1,3}}(?:{_LEARNER}[\s,:(]{{1,3}})?|{_LEARNER}[\s,:(]{{1,3}})"
        rf"{_LETTERS}(?![\w'’])"
    ),
)


def _initials(text: str, known: Collection[str]) -> Iterator[Hint]:
    for pattern in _INITIALS:
        for match in pattern.finditer(text):
            letters = re.sub(r"[^A-Z]", "", match["who"])
            if letters not in ABBREVIATIONS and letters not in known:
                yield _hint(match, INITIALS)


# Names

_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+(?:[-'’][^\W\d_]{2,})*")
_YEAR_OR_AGE = rf"{_YEAR}|(?i:aged?\s\d|\d{{1,2}}\s+years?\s+old|\d{{1,2}}\))"
_OWN = (
    rf"(?:{_KIN}s?|{_LEARNER}s?|EHCP?|TA|1:1|(?i:(?:support\s+)?plan|passport|one-to-one|"
    r"key\s?worker|diagnosis))"
)
_SAYS = (
    r"(?:said|says|told|asked|asks|explained|felt|feels|shouted|whispered|cried|replied|answered|"
    r"loves|likes|hates|struggle[sd]|attends|has\san?\sEHC)"
)

_BEFORE = re.compile(
    rf"""(?<!\w)(?:
        {_LEARNER}s?,?\s(?:(?:is\s|was\s)?(?:called\s|named\s))?
      | {_KIN}s?,?\s(?:(?:of|about|for)\s)?
      | \w+[\s-]years?[\s-]old,?\s
    )$""",
    re.VERBOSE,
)
"""What stands before a name of a child, wherever the name stands."""
_AFTER = re.compile(
    rf"""['’]s?\s{_OWN}(?!\w)
      | ,?\s(?:is\s|was\s)?(?:an?|the)\s(?:\w+\s)?{_LEARNER}(?!\w)
      | ,?\s\(?(?i:aged?\s\d)
    """,
    re.VERBOSE,
)
"""What stands after one."""
_BEFORE_LOOSELY = re.compile(
    rf"""(?<!\w)(?:{_YEAR}[\s,:(]{{1,3}}|[”"’',]\s(?:said|says|asked|asks)\s)$""", re.VERBOSE
)
_AFTER_LOOSELY = re.compile(
    rf"[\s,(]{{1,3}}(?:(?:who\s)?(?:is\s|was\s)?(?:in|from|of)\s)?(?:{_YEAR_OR_AGE})|\s{_SAYS}(?!\w)"
)
"""What may stand there: then the name must look more like one."""
_NEAR = re.compile(rf"(?<!\w)(?:(?:{_LEARNER}|{_KIN})s?|(?i:children)|{_YEAR})(?!\w)")
_STAFF = re.compile(
    r"(?<!\w)(?:Mrs?|Miss|Ms|Mx|Dr|Sir|Madam|Prof(?:essor)?|Rev(?:erend)?|Saint|St|Lord|Lady|King|"
    r"Queen|TA|LSA|HLTA|ELSA|SENCO|SENDCO|(?i:headteacher|head|deputy|assistant|teacher|governor|"
    r"trustee|therapist|psychologist|nurse|reviewer|facilitator|author|poet|artist))\.?,?\s$"
)
"""A title or a role before a name: staff, or somebody in a lesson."""
_PLACE = re.compile(
    r"\s(?i:class|room|group|house|table|team|unit|centre|base|hub|primary|school|academy|street|"
    r"road|trust|project|programme|scheme)(?!\w)"
)
"""What a word before it names is no child: Willow class."""
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?:;\n•–—-]\s*|[\"“‘'(]\s*)$")


def _names(text: str, known: Collection[str]) -> Iterator[Hint]:
    grown_ups = _grown_ups(known)
    for start, end in _candidates(text):
        before, after = text[max(0, start - 40) : start], text[end : end + 40]
        name = text[start:end]
        if name in grown_ups or _STAFF.search(before) or _PLACE.match(after):
            continue
        if (
            _BEFORE.search(before)
            or _AFTER.match(after)
            or (_likely(name, before) and _loosely(before, after))
            or (name.split()[0] in FIRST_NAMES and _NEAR.search(_sentence(text, start, end)))
        ):
            yield Hint(name, start, end, NAME)


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand that could be names; those next to each other are one name."""
    start = end = -1
    for match in _WORD.finditer(text):
        if not _could_be_a_name(match[0]):
            continue
        if end >= 0 and text[end : match.start()] == " ":
            end = match.end()
            continue
        if end >= 0:
            yield start, end
        start, end = match.span()
    if end >= 0:
        yield start, end


def _could_be_a_name(word: str) -> bool:
    """Return whether a word is written as a name is: `Kofi`, `O'Brien`; not `SATs`, `I'll`."""
    if len(word) < 2 or not word[0].isupper() or word[1].isupper():
        return False
    return re.split("['’-]", word.casefold())[0] not in NO_NAMES


def _likely(name: str, before: str) -> bool:
    """Return whether a word is a name and not only the first of its sentence."""
    if name in FIRST_NAMES or not _SENTENCE_ENDS.search(before):
        return True
    return " " in name or not name.endswith(("s", "ing", "ed", "ly", "tion"))


def _loosely(before: str, after: str) -> bool:
    return bool(_BEFORE_LOOSELY.search(before) or _AFTER_LOOSELY.match(after))


def _sentence(text: str, start: int, end: int) -> str:
    """Return what stands around a place, up to the ends of its sentence."""
    begin = max(text.rfind(mark, max(0, start - 120), start) for mark in ".!?\n")
    stops = [stop for mark in ".!?\n" if (stop := text.find(mark, end, end + 120)) >= 0]
    return text[max(begin + 1, start - 120) : min(stops, default=end + 120)]


def _grown_ups(known: Collection[str]) -> frozenset[str]:
    """Return known names as people say them: whole, and a person's by the first word alone."""
    said = set(known)
    for name in known:
        words = name.split()
        # "St Thomas Primary School" says nothing of a child called Thomas
        if 0 < len(words) <= 3 and not any(word.casefold() in NO_NAMES for word in words):
            said.add(words[0])
    return frozenset(said)

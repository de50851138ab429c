"""Whom and what a text may name: panel, settings, case studies, the framework, and role labels."""

import re
from collections.abc import Collection
from functools import cache, lru_cache

from frameworks.model import Framework

from .privacy_words import is_ordinary, lines, words
from .seen import SessionView

_LABEL = re.compile(
    r"(?<!\w)(?:Learner|Pupil|Child|Student|Boy|Girl|Parent|Carer|Mum|Dad|Teacher|TA|LSA|HLTA|Adult|Staff"
    r"(?: member)?|Member|Governor|Trustee|Leader|Headteacher|Head|Deputy|SENCO|SENDCO|SENCo|Person|"
    r"Family|Sibling|Friend|Reviewer|Facilitator|Visitor|School|Setting)s? "
    r"(?:[A-Z]|\d{1,3})(?:(?:,| and| or|,? &) (?:[A-Z]|\d{1,3}))*(?![\w.]\w|\w)",
)
"""A role label, as `Learner A`, `Pupils 3 and 4`."""
_SCHOOL = re.compile(
    r"\s(?:(?:church of england|c of e|ce|rc|catholic|voluntary aided|va|vc|community|primary|infants?|"
    r"juniors?|secondary|high|grammar|nursery|first|middle|special|free|school|academy|college|centre|"
    r"federation|and|the|sixth form)\b\.?\s?)+$",
    re.IGNORECASE,
)
_LONGEST_NAME = 4  # words: more are a title, and its parts are nobody's name


class Known:
    """The names that are no clue: whole where they stand, and of people the parts alone."""

    def __init__(self, names: Collection[str]) -> None:
        """`names`: of the panel and of settings, titles of case studies; in any order."""
        whole = {" ".join(name.split()) for name in names}
        whole |= {_SCHOOL.sub("", name) for name in whole if len(_SCHOOL.sub("", name).split()) > 1}
        self.whole = frozenset(name for name in whole if len(name) > 2)
        self.tags = frozenset(n for n in whole if n.isupper() and 1 < len(n) < 5 and n.isalpha())
        self._parts = frozenset(p for name in whole for p in _parts(name))
        self._pattern = _pattern(self.whole)

    def is_part(self, plain: str) -> bool:
        """Return whether a word, without capitals, is part of a known person's name."""
        return plain in self._parts

    @property
    def initials(self) -> frozenset[str]:
        """Tags and initials of the panel."""
        return self.tags

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where known names, role labels and people of lessons stand in a text."""
        found = [match.span() for match in _LABEL.finditer(text)]
        found += [match.span() for match in _famous().finditer(text)]
        if self._pattern is not None:
            found += [match.span() for match in self._pattern.finditer(text)]
        return found + _cast_of(text)


def _parts(name: str) -> list[str]:
    """Return the words of a person's name; none of what is no person's."""
    said = [word for word in re.split(r"[\s.]+", name.casefold()) if word]
    if not 0 < len(said) <= _LONGEST_NAME:
        return []
    if any(is_ordinary(word) and word not in words("surnames") for word in said[:-1]):
        return []
    if said[-1] in _NOT_PEOPLE or said[0] in ("st", "saint"):
        return []
    return [part for word in said for part in (word, *word.split("-")) if len(part) > 1]


_NOT_PEOPLE = frozenset(
    [
        "school",
        "primary",
        "academy",
        "college",
        "nursery",
        "infants",
        "infant",
        "junior",
        "juniors",
        "secondary",
        "high",
        "grammar",
        "centre",
        "trust",
        "federation",
        "audit",
        "framework",
        "review",
        "council",
        "house",
        "partnership",
    ]
)


def _pattern(names: Collection[str]) -> re.Pattern[str] | None:
    if not names:
        return None
    longest_first = sorted(names, key=len, reverse=True)
    spaced = (re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _famous() -> re.Pattern[str]:
    """Return what finds people and books that lessons are about, and programmes of several words."""
    longest_first = sorted(lines("famous"), key=len, reverse=True)
    spaced = (re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)")


@cache
def _casts() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Return what finds the titles of books, and by title what finds who is in one."""
    casts = dict(line.replace("'", "’").split(": ") for line in lines("casts"))
    titles = sorted(casts, key=len, reverse=True)
    title = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, titles))})(?!\w)")
    who = {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, cast.split(', ')))})(?!\w)")
        for name, cast in casts.items()
    }
    return title, who


def _cast_of(text: str) -> list[tuple[int, int]]:
    """Return where those stand who are in a book that a text names."""
    title, who = _casts()
    plain = text.replace("'", "’")
    found = []
    for match in title.finditer(plain):
        found += [match.span(), *(m.span() for m in who[match[0]].finditer(plain))]
    return found


def known_names(seen: SessionView, framework: Framework) -> tuple[str, ...]:
    """Return the names that are no clue in a session: settings, panel, case studies, the framework."""
    people = [name for p in seen.people for name in (p.name, p.tag, p.own_setting) if name]
    titles = [study.title for study in framework.case_studies]
    marks = [item.name for signpost in framework.signposts for item in signpost.items]
    return (seen.setting, framework.title, framework.publisher, *people, *titles, *marks)

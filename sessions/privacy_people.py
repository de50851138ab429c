"""Who somebody is in a text: the role that a label gives instead of the name."""

import re

from . import privacy_context as around
from .privacy_clue import Clue

ROLES = ("Learner", "Parent", "Teacher", "TA", "SENCO", "Headteacher", "Governor", "Staff", "Adult")
"""The roles that labels are made of."""

_STAFF = {
    "headteacher": "Headteacher",
    "head teacher": "Headteacher",
    "class teacher": "Teacher",
    "form tutor": "Teacher",
    "tutor": "Teacher",
    "teacher": "Teacher",
    "ta": "TA",
    "hlta": "TA",
    "lsa": "TA",
    "teaching assistant": "TA",
    "senco": "SENCO",
    "sendco": "SENCO",
    "governor": "Governor",
    "chair of governors": "Governor",
    "chair of the governors": "Governor",
    "chair": "Governor",
}
"""What a role in a text is called in a label; of others: Staff."""
_SEEN_BEFORE, _SEEN_AFTER = 48, 48  # characters around a name that say who it is


def named(text: str, start: int, end: int) -> Clue:
    """Return the clue of a name that stands at a place."""
    before, after = text[max(0, start - _SEEN_BEFORE) : start], text[end : end + _SEEN_AFTER]
    role, begin = "Learner", start
    staff = around.STAFF_BEFORE.search(before)
    learner = around.LEARNER_BEFORE.search(before)
    if around.OF_A_LEARNER.search(before):
        pass
    elif around.PARENT_BEFORE.search(before) or around.PARENT_AFTER.match(after):
        role = "Parent"
    elif staff is not None:
        role = _STAFF.get(staff["role"].casefold(), "Staff")
        if text[start - len(before) + staff.start() : start].rstrip() == staff["role"]:
            begin = start - len(before) + staff.start()  # "teacher Helen" is one label
    elif learner is not None:
        begin = start - len(before) + learner.start()
    else:
        role = _staff_in("", after) or role
    word = text[start:end]
    return Clue(word, start, end, "name", who=word.casefold(), role=role, begin=begin)


def titled(text: str, begin: int, start: int, end: int) -> Clue:
    """Return the clue of a name at a place, whose title begins before it."""
    before, after = text[max(0, begin - _SEEN_BEFORE) : begin], text[end : end + _SEEN_AFTER]
    role = _staff_in(before, after) or "Adult"
    if around.PARENT_BEFORE.search(before) or around.PARENT_AFTER.match(after):
        role = "Parent"
    word = text[start:end]
    title = "dr" if re.match(r"dr\b", text[begin:start], re.IGNORECASE) else "title"
    return Clue(word, start, end, "name", who=f"{title} {word.casefold()}", role=role, begin=begin)


def _staff_in(before: str, after: str) -> str:
    found = around.STAFF_BEFORE.search(before) or around.STAFF_AFTER.match(after)
    return _STAFF.get(found["role"].casefold(), "Staff") if found else ""

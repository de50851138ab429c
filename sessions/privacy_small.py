"""Clues in names that somebody typed without a capital, or in capitals alone."""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from . import privacy_context as around
from . import privacy_evidence as evidence
from .privacy_clue import Clue
from .privacy_known import Known
from .privacy_people import named
from .privacy_tokens import MONTHS, Word, is_first_name, is_no_name
from .privacy_word_names import is_a_name_with_a_capital
from .privacy_words import is_ordinary, words

_LISTED = re.compile(r"\s?[/,&+]\s?|\sand\s")
_NEVER = frozenset(("will", "can", "may", "mark", "said", "long", "time", "win", "art")) | MONTHS
"""Names that are words which a note is full of."""
_VOWEL = re.compile("[aeiouyà-ÿ]")


_WILL = re.compile(r"\s(?:is|was|has|had|isn['’]?t|wasn['’]?t|hasn['’]?t)\s")  # codespell:ignore
"""What never stands after `will` but where it is a name."""
_GIVEN = re.compile(
    r"\s(?:given|offered|allowed|helped|supported|needs|needed|uses|used|reading|working)\s(?:an?|his|her|the|extra|to|by|more|with|w/)(?!\w)"
)
_OWNED = re.compile(rf"\s(?:\w+\s)?{around.OWN}(?!\w)")
"""What stands after whose it is, the mark being left out."""
_AND_ANOTHER = re.compile(
    r"\s(?:and|&|\+)\s(?P<who>[a-z]+)\s(?:were|are|both|had|have|sat|went|got|share|shared)(?!\w)"
)
"""What stands after the first of two: `rose and ivy were upset`."""
_DOES = re.compile(
    r"\s(?:is|was|has|had|can['’]?t|threw|hit|ran|sat|went|came|left|got|needs|needed|uses|used|gets|goes|reads|read|did|"
    r"didn['’]?t|doesn['’]?t|wasn['’]?t|isn['’]?t|won['’]?t|[a-z]{3,}ed|bit|took|brought|drew|wrote|stays|sits|works|helps)\s"  # codespell:ignore
)
_MET = re.compile(
    r"(?:\b(?:with|to|saw|met|watched|asked|told|helped|beside|heard|thanked|for|from|found))\s$",
    re.IGNORECASE,
)
_MET_ONE = re.compile(
    r"(?:\b(?:sat|spoke|spk|chat|chatted|talked|talking|played|reading|session|1:1|lesson|time|work\w*|read|listened|next|brought)\s(?:w/|with|to|alongside)"
    r"|\b(?:saw|met|watched|observed|obs|obs\sof|beside|thanked|told|asked|asks|helped|mum|dad|nan|carer|sister|brother|mum\sof|dad\sof|parent\sof|called|except|tracked))\s$",
    re.IGNORECASE,
)
"""What stands before a person who is met, and before few other words that nobody knows."""
_THAT = re.compile(r"\b(?:that|when|because|so|and|then|but|how|why|where|while)\s$")
_ENDS = re.compile(r"\s?(?:[.,;!?)]|$)|\s(?:and|who|about|today|again|at|in|on|for)\s")
_SAID = re.compile(
    r"\s(?:said|says|told|asked\s(?:me|us|for|if|to|why)|hates|loves|likes|wants|cried|felt)(?!\w)"
)


def clues_in_small_letters(text: str, every: list[Word], known: Known) -> Iterator[Clue]:
    """Yield them. `every`: the words that are not known."""
    for word, after_it in zip_longest(every, every[1:]):
        if known.is_part(word.plain):
            continue
        if word.text.isupper() and len(word.text) > 2:
            if word.plain in words("first_names") and word.plain not in words("abbreviations"):
                yield named(text, word.start, word.end)
        elif word.text.islower() and len(word.text) > 2 and _is_a_name(text, word):
            yield named(text, word.start, _end_with_family_name(text, word, after_it))
    yield from _in_lists(text, every, known)


def _in_lists(text: str, every: list[Word], known: Known) -> Iterator[Clue]:
    """Yield what stands beside a first name in a list, and is no word: `jude / wynter`."""
    for one, other in pairwise([word for word in every if word.plain != "and"]):
        if not _LISTED.fullmatch(text[one.end : other.start]):
            continue
        for name, word in ((one, other), (other, one)):
            if (
                is_first_name(name.plain)
                and (name.text.islower() or "," not in text[one.end : other.start])
                and "'" not in word.plain.replace("’", "'")
                and word.text.islower()
                and len(word.text) > 2
                and (not _is_a_word(word.plain) or _is_a_name_at_times(text, word))
                and not known.is_part(word.plain)
            ):
                yield named(text, word.start, word.end)


def _is_a_name_at_times(text: str, word: Word) -> bool:
    """Return whether a word is a name at times, and nothing else or the first of a sentence."""
    if word.plain not in words("word_names") or word.plain in words("callings"):
        return False
    return (
        not is_ordinary(word.plain)
        or around.SENTENCE_BEGINS.search(text[max(0, word.start - 8) : word.start]) is not None
    )


def _is_a_name(text: str, word: Word) -> bool:
    plain = word.plain
    if plain in words("abbreviations"):
        return False
    before, after = text[max(0, word.start - 44) : word.start], text[word.end : word.end + 48]
    if around.TITLED.search(before) or around.TITLED_SMALL.search(before):
        return False  # with its title, it is found elsewhere
    if is_first_name(plain) or (plain.startswith(("al-", "el-")) and len(plain) > 5):
        place = around.PLACE_AFTER.match(after) and not around.AFTER.match(after)
        return not place and not around.PET_BEFORE.search(before)
    if plain in words("word_names"):
        only = is_a_name_with_a_capital(plain) and not is_ordinary(plain)
        if only and _MET.search(before) and _ENDS.match(after):
            return True
        if _does_as_a_word(plain, before, after):
            return True
        return plain not in _NEVER and bool(
            around.PARENT_OWNED.match(after)
            or around.CALLED.search(before)
            or (around.SAYS_STRICTLY.match(after) and not is_ordinary(plain))
            or (around.MET.search(before) and around.IN_YEAR.match(after))
        )
    if _is_a_word(plain):
        return False
    if len(plain) > 4 and plain.endswith("s") and is_first_name(plain[:-1]):
        return _OWNED.match(after) is not None  # "ezekiels book"
    return bool(
        around.CALLED.search(before)
        or around.PARENT_OWNED.match(after)
        or around.OF_A_LEARNER.search(before)
        or (around.MET.search(before) and around.IN_YEAR.match(after))
        or (_could_be_one(plain) and around.SAYS_SMALL.match(after))
        or (_could_be_one(plain) and _shows_a_person(before, after))
        or (
            _could_be_one(plain)
            and around.SENTENCE_BEGINS.search(before)
            and (
                around.PERSONAL_STRICTLY.match(after)
                or _GIVEN.match(after)
                or evidence.is_one(plain, after)
            )
        )
    )


def _shows_a_person(before: str, after: str) -> bool:
    """Return whether a word that nobody knows stands where a person does: `sat w/ velkin in Y4`."""
    met = _MET_ONE.search(before) is not None or evidence.SPOKEN_TO.search(before) is not None
    if met and (_ENDS.match(after) or evidence.ABOUT.match(after)):
        return True
    does = around.PERSONAL_STRICTLY.match(after) or evidence.is_one("", after)
    return bool(does) and (met or _THAT.search(before) is not None)


def _does_as_a_word(plain: str, before: str, after: str) -> bool:
    """Return whether a word that is a name at times begins a sentence and does as people do."""
    if plain in words("callings") or not around.SENTENCE_BEGINS.search(before):
        return False
    if (plain == "will" and _WILL.match(after)) or evidence.is_one(plain, after):
        return True
    beside = _AND_ANOTHER.match(after)
    if beside is not None and beside["who"] in words("word_names") and plain not in _NEVER:
        return True
    if is_a_name_with_a_capital(plain) and not is_ordinary(plain) and _DOES.match(after):
        return True
    strictly = plain not in _NEVER and around.PERSONAL_STRICTLY.match(after)
    return bool(_SAID.match(after) or strictly)


def _could_be_one(plain: str) -> bool:
    """Return whether a word nobody knows could be one name: no plural, and no `tchr`."""
    plural = plain.endswith("s") and not plain.endswith(("as", "is", "us", "os", "ys", "ss"))
    return not plural and _VOWEL.search(plain) is not None


def _is_a_word(plain: str) -> bool:
    return is_no_name(plain) or plain in words("abbreviations") or plain in words("word_names")


def _end_with_family_name(text: str, word: Word, after_it: Word | None) -> int:
    """Return where a name ends, with a family name behind it: `aisha begum`."""
    if (
        after_it is not None
        and text[word.end : after_it.start] == " "
        and after_it.text.islower()
        and after_it.plain in words("surnames")
        and not is_ordinary(after_it.plain)
    ):
        return after_it.end
    return word.end

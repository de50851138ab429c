"""Clues in names that begin with a capital, of learners and of grown-ups.

A word is taken for a name because it often is one, because of what stands around it, or because it
has a capital in a sentence and is no word, place or programme that we know of.
"""

import re
from collections.abc import Iterator

from . import privacy_context as around
from .privacy_clue import Clue
from .privacy_known import Known
from .privacy_people import named
from .privacy_tokens import (
    MONTHS,
    Word,
    inside,
    is_first_name,
    is_name,
    is_no_name,
    is_time_or_place,
)
from .privacy_words import words

_OTHER_LETTERS = (
    "\u0370-\u052f\u0531-\u058f\u05d0-\u05f4\u0620-\u06ff\u0900-\u1cff\u1f00-\u1fff\u3040-\u9fff"
    "\uac00-\ud7af"
)
_OTHER_SCRIPT = re.compile(f"[{_OTHER_LETTERS}]{{2,}}(?: [{_OTHER_LETTERS}]{{2,}})?")
"""In an English note what is written in other letters is most often somebody's name."""
_PARTICLES = frozenset(
    (
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "van",
        "der",
        "den",
        "von",
        "bin",
        "ibn",
        "bint",
        "al",
    )
)
_INNER_CAPITAL = re.compile(
    r"(?:Mc|Mac|De|Di|Da|La|Le|O|D|Fitz|Van|Ja|Sha|Ke|Ra|Ta|Al|El|Mo|Ty|Jay)[A-Z][a-z]+$"
)


def clues_in_names(text: str, every: list[Word], known: Known) -> Iterator[Clue]:
    """Yield names, in no order; some may overlap. `every`: the words that are not known."""
    for run in _runs(text, every):
        if not all(known.is_part(word.plain) for word in run):
            yield from _capital(text, run)
    others = [match for match in _OTHER_SCRIPT.finditer(text) if not match[0].islower()]
    taken = known.spans(text) if others else []
    for match in others:
        if not inside(match.start(), taken):
            yield named(text, *match.span())


def _could_be_a_name(word: Word) -> bool:
    """Return whether a word is written as a name is: `Kofi`, `O'Brien`; not `SATs`, `I'll`."""
    text = word.text
    if text.startswith(("al-", "el-", "Al-", "El-")) and text[3:4].isupper():
        return True
    if len(text) < 2 or not text[0].isupper() or text[1].isupper() or ord(text[0]) > 0x36F:
        return False
    if text[:2] in ("I'", "I’"):
        return False
    plain = word.plain if is_name(word.plain) else re.split("['’]", word.plain)[0]
    if is_name(plain) or plain in words("word_names"):
        return True
    if plain in words("abbreviations") or is_no_name(plain):
        return False
    parts = [part for part in plain.split("-") if part]
    return len(parts) < 2 or is_name(parts[0]) or not all(is_no_name(part) for part in parts)


def _runs(text: str, every: list[Word]) -> Iterator[list[Word]]:
    """Yield the words that could be names; those next to each other are one name."""
    run: list[Word] = []
    end = -1
    for word in every:
        beside = run and text[end : word.start] == " "
        if _could_be_a_name(word):
            if run and not beside:
                yield run
                run = []
            run.append(word)
            end = word.end
        elif beside and word.plain in _PARTICLES and word.text.islower():
            end = word.end
        elif beside and _is_an_initial(text, word) and is_first_name(run[-1].plain):
            yield [*run, word]
            run = []
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_an_initial(text: str, word: Word) -> bool:
    """Return whether a word is the one letter of a family name: `Kai T`, not `Kai J.T.`."""
    alone = not text[word.end : word.end + 2].strip().strip(".")
    return len(word.text) == 1 and word.text.isupper() and word.text != "I" and alone


def _capital(text: str, run: list[Word]) -> Iterator[Clue]:
    """Yield a name that begins with a capital, if that is what stands there."""
    start, end = run[0].start, run[-1].end
    before, after = text[max(0, start - 44) : start], text[end : end + 48]
    if around.TITLED.search(before) or around.PET_BEFORE.search(before):
        return  # with its title, it is found elsewhere
    if around.AUTHOR.search(text, max(0, start - 70), start):
        return
    if around.PLACE_AFTER.match(after) and not around.AFTER.match(after):
        return
    sure = (
        around.BEFORE.search(before)
        or around.AFTER.match(after)
        or around.FAMILY_AFTER.match(after)
    )
    if sure:
        # "for April", "July's leavers"
        found = run[0].plain not in MONTHS or not (
            before.endswith(("for ", "about "))
            or (after[:1] in "'’" and not around.PARENT_OWNED.match(after))
        )
    else:
        found = _is_a_name_here(run, before, after)
    if found:
        yield named(text, start, end)


def _is_a_name_here(run: list[Word], before: str, after: str) -> bool:
    first, begins = run[0].plain, around.SENTENCE_BEGINS.search(before) is not None
    if any(is_first_name(word.plain) for word in run):
        return True
    if any(word.plain in words("word_names") for word in run):
        # "Grace Adeyemi", but not "Will Rose"
        more = [word for word in run if word.plain not in words("word_names")]
        return bool(more) or _is_a_word_name(first, before, after, begins)
    if _has_odd_capitals(run[0].text) or around.THING_AFTER.match(after):
        return False
    if begins:
        beside = around.AND_NAME.match(after)
        return bool(
            len(run) > 1
            or (beside is not None and is_name(beside[1].casefold()))
            or around.AFTER_LOOSELY.match(after)
            or around.ONE_DOES.match(after)
            or (not first.endswith("s") and around.DOES.match(after))
        )
    if around.THING_BEFORE.search(before):
        the = re.search(r"\b(?:the|an?|this|our|their|its)\s$", before)
        return bool(around.AFTER_LOOSELY.match(after)) and not the
    return True


def _has_odd_capitals(text: str) -> bool:
    """Return whether a word has capitals inside, and not as names have them: `PhonePad`."""
    parts = re.split("['’-]", text)
    inner = any(letter.isupper() for part in parts for letter in part[1:])
    return inner and not _INNER_CAPITAL.match(text)


def _is_a_word_name(first: str, before: str, after: str, begins: bool) -> bool:
    """Return whether a word that is a name at times is one here: `Grace told me`, not `in May`."""
    if around.SAYS_STRICTLY.match(after):
        return True
    if begins:
        if is_time_or_place(first):
            return first not in _SEASONS and bool(around.IN_YEAR.match(after))
        return _is_beside_a_name(first, after) or bool(around.AFTER_LOOSELY.match(after))
    if is_time_or_place(first):
        return bool(around.WITH.search(before) or around.IN_YEAR.match(after))
    if around.THING_BEFORE.search(before) and not around.AFTER_LOOSELY.match(after):
        return False
    return bool(
        around.BEFORE_LOOSELY.search(before)
        or around.AFTER_LOOSELY.match(after)
        or around.NAME_AND.search(before)
        or around.AND_NAME.match(after)
    )


def _is_beside_a_name(first: str, after: str) -> bool:
    beside = around.AND_NAME.match(after)
    if beside is None or first in words("class_names"):
        return False
    other = beside[1].casefold()
    return is_name(other) or (other in words("word_names") and not is_time_or_place(other))


_SEASONS = frozenset(("autumn", "spring", "summer", "winter", "easter"))

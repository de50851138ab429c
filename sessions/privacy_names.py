"""Clues in names that begin with a capital, of learners and of grown-ups.

A word is taken for a name because it often is one, because of what stands around it, or because it
has a capital in a sentence and is no word, place or programme that we know of.
"""

import re
from collections.abc import Iterator

from . import privacy_context as around
from . import privacy_evidence as evidence
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
)
from .privacy_word_names import (
    NAME_BEFORE,
    is_a_name_with_a_capital,
    is_a_word_name,
    is_among_names,
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
_NICKNAME = re.compile(
    r"(?:(?i:known(?:\sto\s\w+)?\sas|knows?\s(?:him|her|them)\sas|calls?\s(?:him|her|them)|nicknamed|called\s(?:him|her))\s"
    r"[\"'“‘]?(?P<who>[A-Z][\w'’]*(?:\s[A-Z][\w'’]*){0,2}))"
)
"""What somebody is called, whatever words that is made of: `knows him as Tiny T`."""
_NO_ODD_NAME = re.compile(
    r"(?:(?<!\w)(?i:the|an?|this|that|our|their|its|his|her|each|every|some|any|no|all|both|of|in|on|at|from|by|via|one|"
    r"two|three|four|new|old|class|acting)|[A-Z]\w*['’]?s?|\d|&|[”\"’])\s?$"
)
"""What stands before words that have a capital for another reason."""
_TITLE = re.compile(r"\s(?:&\s|and\s)?[A-Z]")
_CAPITAL_BEFORE = re.compile(r"(?<!\w)[A-Z][a-z]+\s$")
_INITIAL_AND_NAME = re.compile(
    r"(?<![\w.&'’-])(?<!(?:[a-z]\s))(?:[A-Z]\.\s?){1,2}(?P<who>(?:O['’]|Mc|Mac)?[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)(?!\w)"
)
"""`P. Dunne`; not `in Group A. Lessons`."""
_QUOTES = ("'", '"', "‘", "’", "“", "”")
_INNER_CAPITAL = re.compile(
    r"(?:Mc|Mac|De|Di|Da|La|Le|O|D|Fitz|Van|Ja|Sha|Ke|Ra|Ta|Al|El|Mo|Ty|Jay)[A-Z][a-z]+$"
)


def clues_in_names(text: str, every: list[Word], known: Known) -> Iterator[Clue]:
    """Yield names, in no order; some may overlap. `every`: the words that are not known."""
    for run in _runs(text, every):
        if not all(known.is_part(word.plain) for word in run):
            yield from _capital(text, run)
    for word in every:
        if _is_an_odd_name(text, word) and not known.is_part(word.plain):
            yield named(text, word.start, word.end)
    for match in _INITIAL_AND_NAME.finditer(text):
        if _is_an_author(text, match.start()) or known.is_part(match["who"].casefold()):
            continue
        if is_name(match["who"].casefold()) or not is_no_name(match["who"].casefold()):
            yield named(text, *match.span())
    for match in _NICKNAME.finditer(text):
        if not all(known.is_part(part) for part in match["who"].casefold().split()):
            yield named(text, *match.span("who"))
    others = [match for match in _OTHER_SCRIPT.finditer(text) if not match[0].islower()]
    taken = known.spans(text) if others else []
    for match in others:
        if not inside(match.start(), taken):
            yield named(text, *match.span())


def _is_an_odd_name(text: str, word: Word) -> bool:
    """Return whether a word of the language has a capital and does as one person: `Badger told me`."""
    if len(word.text) < 3 or not word.text.istitle() or not is_no_name(word.plain):
        return False
    if word.plain in words("callings") or word.plain in words("abbreviations"):
        return False
    before, after = text[max(0, word.start - 24) : word.start], text[word.end : word.end + 80]
    if around.SENTENCE_BEGINS.search(before) or _NO_ODD_NAME.search(before) or _TITLE.match(after):
        return False
    return bool(
        around.PARENT_OWNED.match(after)
        or evidence.is_one(word.plain, after)
        or around.PERSONAL_STRICTLY.match(after)
    )


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
    if plain in words("programmes") and not is_first_name(plain):
        return plain in words(
            "word_names"
        )  # Pearson, an exam board: with a title, it is found elsewhere
    if is_name(plain) or plain in words("word_names"):
        return True
    if plain in words("abbreviations") or plain in words("ordinary"):
        return False
    parts = [part for part in plain.split("-") if part]
    if len(parts) > 1 and _is_of_two_names(plain) and not text[len(parts[0]) + 1 :].islower():
        return True  # Tiger-Lily
    if len(parts) < 2 or plain in words("programmes"):
        return not is_no_name(plain)
    if text[len(parts[0]) + 1 :].islower() and is_no_name(parts[-1]):
        return False  # Bill-paying
    return is_name(parts[0]) or not all(is_no_name(part) for part in parts)


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
        elif beside and _is_an_initial(text, word) and len(run[-1].text) > 2:
            yield [*run, word]
            run = []
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_an_initial(text: str, word: Word) -> bool:
    """Return whether a word is the one letter of a family name: `Kai T`, not `Kai J.T.`."""
    alone = not text[word.end : word.end + 2].strip(" .") or text[word.end].isspace()
    return len(word.text) == 1 and word.text.isupper() and word.text != "I" and alone


def _capital(text: str, run: list[Word]) -> Iterator[Clue]:
    """Yield a name that begins with a capital, if that is what stands there."""
    start, end = run[0].start, run[-1].end
    before, after = text[max(0, start - 44) : start], text[end : end + 160]
    if around.TITLED.search(before) or around.PET_BEFORE.search(before):
        return  # with its title, it is found elsewhere
    if _is_an_author(text, start):
        return
    if _is_a_place(run, before, after):
        return
    owns = after[:1] in ("'", "’") and is_a_name_with_a_capital(run[0].plain)
    if around.PLACE_AFTER.match(after) and not (
        owns or around.AFTER.match(after) or evidence.is_one(run[-1].plain, after)
    ):
        return
    sure = (
        (before.endswith("(") and around.STAFF_BEFORE.search(before))
        or around.BEFORE.search(before)
        or around.AFTER.match(after)
        or around.FAMILY_AFTER.match(after)
    )
    if sure:
        # "for April", "July's leavers"
        found = run[0].plain not in MONTHS or not (
            before.endswith(("for ", "about "))
            or (
                after[:1] in "'’"
                and not around.PARENT_OWNED.match(after)
                and not evidence.is_one(run[0].plain, after)
            )
        )
    else:
        found = _is_a_name_here(run, before, after)
    if found:
        yield named(text, start, end)


def _is_an_author(text: str, start: int) -> bool:
    """Return whether what stands before a name says that it is who wrote a book."""
    return around.AUTHOR.search(text, max(0, start - 70), start) is not None


def _is_a_place(run: list[Word], before: str, after: str) -> bool:
    """Return whether words end as the names of places do: `Cross Green`, `Malham Cove`."""
    if run[-1].plain not in words("place_endings") or around.MET_ONE.search(before):
        return False
    if is_a_name_with_a_capital(run[0].plain) or around.PERSONAL.match(after):
        return False
    return len(run) > 1 or _CAPITAL_BEFORE.search(before) is not None


def _is_a_name_here(run: list[Word], before: str, after: str) -> bool:
    if before[-1:] in _QUOTES and after[:1] in _QUOTES:
        after = after[1:]  # 'Ez' is great
    first, begins = run[0].plain, around.SENTENCE_BEGINS.search(before) is not None
    if any(is_a_name_with_a_capital(word.plain) or _has_lost_a_mark(word.plain) for word in run):
        return True
    if any("-" in word.plain and _is_of_two_names(word.plain) for word in run):
        return True
    if any(word.plain in words("word_names") for word in run):
        # "Grace Adeyemi", but not "Will Rose"
        more = [word for word in run if word.plain not in words("word_names")]
        return bool(more) or is_a_word_name(run, before, after, begins=begins)
    beside = NAME_BEFORE.search(before)
    if beside is not None and is_a_name_with_a_capital(beside[1].casefold()):
        return not _has_odd_capitals(run[0].text)
    if _has_odd_capitals(run[0].text):
        return False
    if not begins and evidence.SPOKEN_TO.search(before):
        return True
    if around.THING_AFTER.match(after):
        return False
    if begins:
        beside = around.AND_NAME.match(after)
        return bool(
            len(run) > 1
            or (beside is not None and is_name(beside[1].casefold().split("-")[0]))
            or is_among_names("", after)
            or around.DOING.match(after)
            or around.AFTER_LOOSELY.match(after)
            or around.ONE_DOES.match(after)
            or around.PERSONAL.match(after)
            or evidence.is_one(first, after)
            or (not first.endswith("s") and around.DOES.match(after))
        )
    if len(run) == 1 and around.HOUSES_BEFORE.search(before) and not around.PERSONAL.match(after):
        return False
    if around.THING_BEFORE.search(before):
        the = re.search(r"\b(?:the|an?|this|our|their|its)\s$", before)
        return bool(around.AFTER_LOOSELY.match(after)) and not the
    return True


def _is_of_two_names(plain: str) -> bool:
    """Return whether a word is made of two that are names at times: `tiger-lily`."""
    return all(is_name(part) or part in words("word_names") for part in plain.split("-"))


def _has_lost_a_mark(plain: str) -> bool:
    """Return whether a word is somebody's, typed in a hurry: `Jaydens book`."""
    return (
        len(plain) > 4
        and plain.endswith("s")
        and is_first_name(plain[:-1])
        and not is_no_name(plain)
    )


def _has_odd_capitals(text: str) -> bool:
    """Return whether a word has capitals inside, and not as names have them: `PhonePad`."""
    parts = re.split("['’-]", text)
    inner = any(letter.isupper() for part in parts for letter in part[1:])
    return inner and not _INNER_CAPITAL.match(text)

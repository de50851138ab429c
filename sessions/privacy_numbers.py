"""Clues in figures: pupil numbers, dates of birth, addresses, phone numbers, e-mail addresses."""

import re
from collections.abc import Iterator

from .privacy_clue import Clue, Kind, like
from .privacy_words import is_ordinary, words


def clues_in_figures(text: str) -> Iterator[Clue]:
    """Yield them, in no order; some may overlap."""
    if "@" in text or "(at)" in text or "[at]" in text:
        yield from _all(_E_MAIL, text, "e-mail address", "an e-mail address")
    if _ROAD_WORD.search(text):
        yield from _addresses(text)
    if not _DIGIT.search(text):
        return
    yield from _all(_USER_TOLD, text, "e-mail address", "a user name")
    for match in _USER_OF_A_YEAR.finditer(text):
        if not is_ordinary(match["who"]):
            yield Clue(match[0], *match.span(), "e-mail address", instead="a user name")
    for match in _USER.finditer(text):
        if (
            _PAGE.match(match[0]) is None
            and not _FILE.search(match[0])
            and not is_ordinary(re.split(r"[._\d]", match[0])[0])
        ):
            yield Clue(match[0], *match.span(), "e-mail address", instead="a user name")
    yield from _all(_NUMBER_OF_TEN, text, "pupil number", "a learner number")
    for pattern in _PUPIL_NUMBERS:
        yield from _all(pattern, text, "pupil number", "a pupil number")
    yield from _all(_POSTCODE, text, "address", "a postcode")
    yield from _all(_LIKE_A_POSTCODE, text, "address", "a postcode")
    dates = [*_DATE.finditer(text)]
    yield from _births(text, dates)
    yield from _phones(text, dates)


_DIGIT = re.compile(r"\d")


def _all(pattern: re.Pattern[str], text: str, kind: Kind, instead: str) -> Iterator[Clue]:
    for match in pattern.finditer(text):
        start, end = match.span("it" if "it" in pattern.groupindex else 0)
        word = text[start:end]
        yield Clue(word, start, end, kind, instead=like(word, instead) if start == 0 else instead)


_E_MAIL = re.compile(
    r"(?<![\w.])[\w.+'’-]+\s?(?:@|[\[(]at[\])])\s?[\w-]+(?:(?:\.|\s?[\[(]dot[\])]\s?)[\w-]+)+"
    r"|(?<![\w@.\[])@[A-Za-z_]\w{2,}"
)

# Pupil numbers. The DfE's guide to UPNs: a check letter, then 12 digits; a temporary one ends in a
# letter. Both ends are taken either way round, since people copy them wrongly.
_PUPIL_NUMBERS = (
    re.compile(r"(?<![\w])(?:[A-Z](?:[ -]?\d){11}[ -]?[\dA-Z]|\d{12}[A-Z])(?!\w)", re.IGNORECASE),
    re.compile(
        r"\b(?:UPN|ULN|NHS\s(?:no|number)|(?:pupil|admissions?|admin|candidate|student|learner|child|exam|roll|case|file|record|SIMS|"
        r"Arbor|Bromcom|unique|NI|passport|EHCP?|SEN|CPOMS|ID|reg|referral|client|patient|hospital)\s(?:no|number|id|ref|reference))"
        r"\.?[:#]?\s(?:is\s|was\s|of\s)?(?P<it>[A-Z]?\d[\dA-Z]*(?:[ -]\d+)*)",
        re.IGNORECASE,
    ),
)

# Dates of birth

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"  # codespell:ignore
_DATE = re.compile(
    rf"""(?<![\w./-])(?:
        (?P<d1>[0-3]?\d)\s?(?P<mark>[./-])\s?(?P<m1>0?[1-9]|1[0-2])\s?(?P=mark)\s?(?P<y1>(?:19|20)?\d\d)
      | (?P<y2>(?:19|20)\d\d)(?P<sep>[/.-])(?P<m2>[01]\d)(?P=sep)(?P<d2>[0-3]\d)
      | (?P<d3>{_DAY})\s+(?:of\s+)?(?P<m3>{_MONTH}),?\s+(?P<y3>(?:(?:19|20)\d\d|['’]\d\d))
      | (?P<m4>{_MONTH})\s+(?P<d4>{_DAY}),?\s+(?P<y4>(?:19|20)\d\d)
      | (?P<d5>{_DAY})\s+(?:of\s+)?(?P<m5>{_MONTH})(?!\w)
      | (?P<m7>{_MONTH})\s+(?P<d7>{_DAY})(?!\w)
      | (?P<m6>{_MONTH})\s+(?P<y6>(?:19|20)\d\d)
      | (?P<d8>[0-3]\d)(?P<m8>[01]\d)(?P<y8>(?:20)?[012]\d)
    )(?![\w/]|[.-]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_BORN = re.compile(
    r"(?:\b(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|born|birth(?:day|date)?s?|birth\s+date|"
    r"b[./-]?days?|turn(?:ed|s|ing)?\s(?:\w+|\d+))|\bb\.)(?!\w)[^.!?\n]{0,25}$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s?(?:,|and|&|/|or|;)\s?(?:the\s)?|\s(?:and|&|or)\s")
"""What stands between two dates of birth."""
_BIRTHDAY_AFTER = re.compile(r"\W{0,3}(?:is|was)?\s?(?:his|her|their)\sbirthday", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\b(?:polic(?:y|ies)|review(?:ed|s)?|dated?|updated?|minutes|report(?:ed|s)?|version|signed|"
    r"inspect(?:ed|ion)|approved|published|meeting|agenda|letter|revised|adopted|accessed|ofsted|"
    r"visit(?:ed)?|training|due|act|opened|built|written|plans?|log|census|data|survey|form)\b",
    re.IGNORECASE,
)
_BIRTH_YEARS = range(2004, 2024)
"""Whoever is at school now was born in one of these."""


def _births(text: str, dates: list[re.Match[str]]) -> Iterator[Clue]:
    last = -1  # where the last date of a birth ends
    for match in dates:
        told = {name[0]: value for name, value in match.groupdict().items() if value}
        year = _year(told.get("y", ""))
        before = text[max(0, match.start() - 45) : match.start()]
        also = last >= 0 and _AND.fullmatch(text, last, match.start())
        born = _BORN.search(before) or _BIRTHDAY_AFTER.match(text, match.end()) or also
        if (match["y8"] and not born) or before.endswith("Year "):
            continue  # six figures in a row; "Year 6 May"
        if not (born or (year in _BIRTH_YEARS and "d" in told and not _on_paper(text, match))):
            continue
        last = match.end()
        month = told.get("m", "")[:3].casefold()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(told.get("m", "0") or 0)
        digits = re.sub(r"\D", "", told.get("d", ""))
        day = f"{year:04}-{number:02}" + (f"-{int(digits):02}" if digits else "") if year else ""
        yield Clue(match[0], match.start(), match.end(), "date of birth", day=day)


def _on_paper(text: str, match: re.Match[str]) -> bool:
    """Return whether a date is that of a document or a meeting."""
    around = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 20]
    return any(_DOCUMENT.search(part) for part in around)


def _year(told: str) -> int:
    digits = told.lstrip("'’")
    year = int(digits) if digits else 0
    return year + 2000 if 0 < year < 100 else year


# Phone numbers

_PHONE = re.compile(r"(?<![\w.,/£$])(?:\+\s?44|0044|\(?0)[\d\s().-]{7,17}\d(?!\w|[/:]\d)")
_PHONE_NEAR = re.compile(
    r"\b(?:tel|telephone|phone|phoned|mob|mobile|ring|call|text|extension|ext)\b\.?:?\s?"
    r"(?:is|on|no\.?|number|her|him|them|home|mum|dad)?:?\s?(?P<it>\d[\d -]{4,14}\d)(?!\w|[/:]\d)",
    re.IGNORECASE,
)


def _phones(text: str, dates: list[re.Match[str]]) -> Iterator[Clue]:
    taken = [match.span() for match in dates]
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        national = re.sub(r"^(?:0044|44)0?", "0", digits)
        start, end = match.span()
        if any(begin < end and start < stop for begin, stop in taken):
            continue
        if len(national) in (10, 11) and national[1] in "123578":
            word = match[0].rstrip()
            yield Clue(word, start, start + len(word), "phone number", instead="a phone number")
    yield from _all(_PHONE_NEAR, text, "phone number", "a phone number")


# Addresses

_POSTCODE = re.compile(
    rf"(?<![\w/-])(?:{'|'.join(sorted(words('postcodes'), key=len, reverse=True))})\d[A-Z\d]?\s?"
    r"(?!\d(?:st|nd|rd|th)\b)\d[ABD-HJLNP-UW-Z]{2}(?!\w)",  # codespell:ignore
    re.IGNORECASE,
)
_NUMBER_OF_TEN = re.compile(r"(?<![\w.,/£$+-])(?!0)\d{10}(?!\w|[.,/-]\d)")
"""A unique learner number (ULN) has ten digits, wherever it stands."""
_USER = re.compile(
    r"(?<![\w@/.:])(?=[a-z\d._]*[a-z])(?=[a-z\d._]*\d{2})[a-z][a-z\d]*(?:[._][a-z\d]+)+(?![\w@/]|\.\w)"
)
"""What people call themselves on the web: `sam.xo.2011`."""
_USER_TOLD = re.compile(
    r"\b(?:user(?:\s?name|\s?id)?|log-?\s?in|logon|insta(?:gram)?|snap(?:chat)?|tiktok|handle|gamertag|roblox)"
    r"(?:\sis|\swas)?\s?[:=]?\s[\"'“‘]?(?P<it>(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])[A-Za-z][\w.-]{3,}\w)",
    re.IGNORECASE,
)
_USER_OF_A_YEAR = re.compile(r"(?<![\w@/.:-])(?P<who>[a-z]{3,})(?:19|20)[0-2]\d(?![\w@/-]|\.\w)")
"""A user name with a year in it: `kaylee2013`."""
_PAGE = re.compile(r"(?:p|pp|pg|fig|no|ch|sec|para|vol|v|y|ks)[._]?\d", re.IGNORECASE)
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|csv|txt|png|jpe?g|mp[34]|com|org|net|uk)$|\bv\d")
_LIKE_A_POSTCODE = re.compile(
    r"(?<![\w/-])(?!KS|Y\d|EY|L\d|P\d)[A-Z]{1,2}\d[A-Z\d]?\s\d(?!AM|PM|TA|PE|RE|IT)[A-Z]{2}(?!\w)"
)
"""What is written as postcodes are, wherever that may be."""
_SURE = (
    r"(?:road|rd|street|avenue|ave|lane|crescent|cres|terrace|grove|gardens|gdns|drive|close|mews|"
    r"croft)"
)
_LOOSE = (
    r"(?:st|place|square|row|hill|rise|walk|view|way|court|ct|parade|green|park|fold|gate|bank|"
    r"brow|mount|vale|meadows?|wharf|quay|estate|cottages?|villas|house|heights|point)"
)
_ROAD_WORD = re.compile(rf"\b(?:{_SURE}|{_LOOSE}|flat|apartment)\b", re.IGNORECASE)
_NAMES = r"(?:(?!\d)[\w'’.-]+\s){1,3}"
_HOUSE = re.compile(
    rf"(?<![\w.,£/:-])\d{{1,4}}\s?[a-h]?,?\s(?P<name>{_NAMES}?)(?P<road>{_SURE}|{_LOOSE})\b\.?",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:[Ff]lat|[Aa]partment|[Aa]pt)\.?\s\d{1,3}[a-zA-Z]?(?!\w)(?:,?\s(?:[A-Z][\w'’]+\s?){1,3})?"
)
_HOME = r"\b(?i:liv(?:es?|ed|ing)|address|moved|moving|resid(?:es?|ing)|stay(?:s|ed|ing)|homes?|picked\sup|collected|pick-?up|taxi|walks|flat|rehoused|housed)\b"
_LIVES = re.compile(
    rf"{_HOME}[^.!?\n]{{0,20}}?\s(?P<it>(?:[A-Z][\w'’.-]*\s){{1,3}}(?i:{_SURE}|{_LOOSE}))\b"
)
_AT_HOME = re.compile(rf"{_HOME}[^.!?\n]{{0,25}}$|\b(?:from|at)\s$", re.IGNORECASE)


def _addresses(text: str) -> Iterator[Clue]:
    for match in _HOUSE.finditer(text):
        if _is_address(text, match):
            yield Clue(match[0], *match.span(), "address", instead="an address")
    yield from _all(_FLAT, text, "address", "an address")
    yield from _all(_LIVES, text, "address", "an address")


def _is_address(text: str, match: re.Match[str]) -> bool:
    """Return whether a number, some words and a word for a road are an address, not `4 in a row`."""
    names = match["name"].split()
    capital = all(word[0].isupper() or word.casefold() in ("st", "the", "of") for word in names)
    sure = re.fullmatch(_SURE, match["road"], re.IGNORECASE) is not None
    odd = any(not is_ordinary(word.casefold()) for word in names)
    at_home = _AT_HOME.search(text, max(0, match.start() - 40), match.start()) is not None
    road_capital = match["road"][0].isupper()
    if capital and road_capital:
        return sure or odd or at_home
    return (at_home or (sure and odd)) and not any(word.casefold() in _LINKING for word in names)


_LINKING = frozenset(
    [
        "a",
        "an",
        "the",
        "in",
        "of",
        "to",
        "and",
        "or",
        "we",
        "they",
        "were",
        "was",
        "is",
        "are",
        "on",
        "at",
        "by",
        "for",
        "with",
    ]
)

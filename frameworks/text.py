"""Text from people and files: cleaned once, at every way in.

Control characters reach a terminal as commands, and direction overrides make a line read as
what it is not; both are replaced, so that from then on a text is only ever text.
"""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_NEWLINES = re.compile("\r\n|\r|\u2028|\u2029")  # an editor would split at the last two as well
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 (but tab and newline), DEL, C1
    "\u202a-\u202e\u2066-\u2069"  # direction embeddings, overrides and isolates
    "\ud800-\udfff]"  # lone surrogates cannot be written as UTF-8
)
_WHITESPACE = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """Return `text` with one kind of newline and nothing that a terminal would obey.

    Characters that are replaced become U+FFFD, so that a reader sees that something was there.
    Cleaning twice changes nothing more.
    """
    return text if is_clean(text) else _UNSAFE.sub(REPLACEMENT, _NEWLINES.sub("\n", text))


def is_clean(text: str) -> bool:
    """Return whether cleaning a text would change nothing; for some it says no for safety.

    All that is replaced is unprintable; to ask for that takes a fraction of the time of looking
    for it, and nearly every text is clean.
    """
    return text.replace("\n", "").replace("\t", "").isprintable()


def clean_line(text: str) -> str:
    """Return `text` cleaned, with every run of white space as one space and none at the ends."""
    return _WHITESPACE.sub(" ", clean_text(text)).strip()

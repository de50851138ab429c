"""What a view holds of what was settled about words that may identify somebody: fingerprints alone."""

import msgspec

from .fingerprint import fingerprint


class PrivacyView(msgspec.Struct, frozen=True):
    """What was accepted, and the labels that were given; nothing of it says a name."""

    accepted: frozenset[str] = frozenset()
    """What `accepted_as` says of each place and word that somebody accepted."""
    labels: dict[str, str] = {}
    """By `name_print`, the label that stands for somebody in this session."""

    def accepts(self, subject: str, word: str, text: str) -> bool:
        """Return whether these words were accepted there, in the text as it is now."""
        return accepted_as(subject, word, text) in self.accepted


def word_print(word: str) -> str:
    """Return a fingerprint of words, whatever their capitals."""
    return fingerprint(" ".join(word.casefold().split()))


def name_print(who: str) -> str:
    """Return a fingerprint of whose name it is, as a clue says it."""
    return fingerprint("name", who)


def accepted_as(subject: str, word: str, text: str) -> str:
    """Return what stands for words that were accepted in a text: the text changed, so does it."""
    return f"{subject}/{word_print(word)}/{fingerprint(text)}"

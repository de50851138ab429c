"""What a session refuses, in words that a person can act on."""


class Refused(Exception):
    """An act that the rules do not allow, or that names something which does not exist.

    The message is one line: what was refused, why, and what to do instead. Nothing was changed.
    """


class Notice(Exception):
    """Something that went wrong with a file and was survived: what happened, what was kept."""

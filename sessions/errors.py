"""What a session refuses, in words that a person can act on."""


class Refused(Exception):
    """An act that the rules do not allow, or that names something which does not exist.

    The message is one line: what was refused, why, and what to do instead. Nothing was changed.
    """

    def __init__(self, words: str = "", *, on_the_line: str = "") -> None:
        """`on_the_line`: the same for whoever typed a command, where `words` name a key of the app."""
        super().__init__(words)
        self.on_the_line = on_the_line or words
        """What to say where there are no keys to press."""


class Notice(Exception):
    """Something that went wrong with a file and was survived: what happened, what was kept."""

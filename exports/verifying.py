"""What the checks of a written file find."""


class NotWhole(ValueError):
    """A file that is not as it was to be: what is wrong with it, in words that end a sentence."""

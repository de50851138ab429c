"""Screens stand still while they are tested, whoever's machine it is."""

import os

# Textual reads these when it is imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["COLORTERM"] = "truecolor"
for name in ("NO_COLOR", "INCLUSION_REVIEW_LIBRARY"):
    os.environ.pop(name, None)

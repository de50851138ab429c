"""When Python looks for garbage: not while the app is starting, when hardly anything made is garbage.

Looking costs a tenth of what importing does, and a person waits for it.
"""

import gc


def put_off() -> None:
    """Look for no garbage until `look_again`."""
    gc.disable()


def look_again() -> None:
    """Look for garbage from now on, where that was put off; what was made so far stays as it is."""
    if not gc.isenabled():
        gc.freeze()  # so that no later look goes through all of it
        gc.enable()

"""Names for records that need no server: they never meet, and they sort by time."""

import re
import secrets
import threading
import time

ID = re.compile("[0-9a-z]{26}")
"""What a new id looks like; a session's folder is named by one."""

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread
_lock = threading.Lock()
_last = 0


def _base32(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def new_id() -> str:
    """Return a new ULID, in lower case: 26 letters and digits, later ones sort later."""
    global _last
    with _lock:
        fresh = int(time.time() * 1000) << 80 | secrets.randbits(80)
        # Two in one millisecond, or a clock set back: the next number keeps the order.
        _last = fresh if fresh > _last else _last + 1
        return _base32(_last, 26)


def short_id() -> str:
    """Return a short random name for an installation: eight letters and digits."""
    return _base32(secrets.randbits(40), 8)

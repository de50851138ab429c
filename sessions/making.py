"""Making a session: all of what belongs in it is on the disk, or nothing of it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from .errors import Refused
from .session import Session


@contextmanager
def whole_or_nothing(session: Session) -> Iterator[None]:
    """Fill a session that was just made, and bring it to the disk; where that fails, take it away.

    Raises what went wrong, Refused or OSError.
    """
    try:
        yield
        session.flush()
    except (Refused, OSError):
        session.release()
        shutil.rmtree(session.folder, ignore_errors=True)
        raise

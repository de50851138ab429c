"""Saving behind the screen: in order, as soon as the disk allows, and never in a keystroke's way."""

import threading
import time
from collections.abc import Callable
from typing import NamedTuple

Job = Callable[[], None]
"""Brings something to the disk. Raises OSError; then it is asked again."""


class Trouble(NamedTuple):
    """What could not be saved, and why. It is kept in memory, and tried again."""

    reason: str
    """In words: `No space left on device`."""


class Saver:
    """One thread that runs jobs in order. A job put again before it ran is run once.

    What fails is tried again until it works, or until the app is told to go without.
    """

    def __init__(self, heard: Callable[[Trouble | None], None], pause: float = 1.0) -> None:
        """Tell `heard` when trouble begins, and None each time everything is on the disk.

        It is called on the saving thread. `pause`: seconds between attempts while there is trouble.
        """
        self._heard = heard
        self._pause = pause
        self._jobs: dict[str, Job] = {}
        self._changed = threading.Condition()
        self._busy = False
        self._stopping = False
        self._trouble: Trouble | None = None
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def put(self, key: str, job: Job) -> None:
        """Have a job run soon; of several under one key only the newest is run."""
        with self._changed:
            self._jobs[key] = job
            self._changed.notify_all()

    @property
    def trouble(self) -> Trouble | None:
        """Why something is not on the disk; None: nothing failed."""
        return self._trouble

    def wait(self, seconds: float) -> bool:
        """Wait until everything is on the disk, `seconds` at most; return whether it is."""
        end = time.monotonic() + seconds
        with self._changed:
            while self._jobs or self._busy:
                left = end - time.monotonic()
                if left <= 0 or (self._trouble is not None and not self._busy):
                    return False
                self._changed.wait(left)
            return True

    def stop(self) -> None:
        """Run what is waiting once more and end the thread."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._jobs and not self._stopping:
                    self._changed.wait()
                if not self._jobs:
                    return
                key = next(iter(self._jobs))
                job = self._jobs.pop(key)
                self._busy = True
            trouble = _attempt(job)
            self._settle(key, job, trouble)

    def _settle(self, key: str, job: Job, trouble: Trouble | None) -> None:
        with self._changed:
            self._busy = False
            if trouble is not None:
                self._jobs.setdefault(key, job)
            before, self._trouble = self._trouble, trouble
            quiet = trouble is None and not self._jobs
            self._changed.notify_all()
        if trouble is not None and before != trouble:
            self._heard(trouble)
        elif quiet:
            self._heard(None)
        if trouble is not None:
            with self._changed:
                if self._stopping:
                    self._jobs.clear()
                    return
                self._changed.wait(self._pause)


def _attempt(job: Job) -> Trouble | None:
    try:
        job()
    except OSError as error:
        return Trouble(error.strerror or str(error))
    except Exception as error:
        # A fault of ours must not end the thread: nothing would be saved, and nobody told.
        return Trouble(f"{type(error).__name__}: {error}")
    return None

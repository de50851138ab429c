"""What can be done with a session as a file: hand it to the school, bring one in, lock a copy away."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from sessions.catalogue import Row
from sessions.errors import Refused

from .library_acts import LibraryActs, row_name

if TYPE_CHECKING:
    from exports.handing import HandedOver

# What packs, locks and erases is imported where it is needed: the library is on the screen sooner.

_ARCHIVE = "inclusion-archive"


class LibraryFiles(LibraryActs):
    """The part of the library's screen that reads and writes sessions as files."""

    def _path(self, told: str) -> Path:
        return (self.desk.exports / Path(told).expanduser()).absolute()

    # To the school

    def action_hand_to_school(self) -> None:
        """Write the highlighted session to a file for the school; or erase the copy of one that has it."""
        row = self.need_chosen("hand over")
        if row is None:
            return
        if not row.handed_over:
            self._write_for_school(row)
            return

        def chosen(answer: str | None) -> None:
            if answer == "erase":
                self._erase_handed(row)
            elif answer == "write":
                self._write_for_school(row)

        rows = [
            ("erase", Content("Erase the copy here: the school has opened the file")),
            ("write", Content("Write it to a file again")),
        ]
        from .dialogs import Choose

        question = f"{row_name(row)} was handed over on {row.handed_over}. What now?"
        self.app.push_screen(Choose(question, rows), chosen)

    def _write_for_school(self, row: Row) -> None:
        from exports.handing import file_name, hand_over, with_ending

        from .hand_to_school import asking_where

        def take(said: dict[str, str]) -> dict[str, str]:
            if not said["by"]:
                return {"by": "The receipt says who handed it over; write your name."}
            if not said["file"]:
                return {"file": "Name the file that it goes to."}
            path = with_ending(self._path(said["file"]))
            if path.exists():
                return {"file": "There is something of that name; give another name."}

            def do() -> "HandedOver":
                session = self.desk.library.open(row.id)
                try:
                    return hand_over(session, said["by"], path, overwrite=False)
                finally:
                    session.release()

            self._hand("Writing the file", do)
            return {}

        offered = str(self.desk.exports / file_name(row.name))
        self.app.push_screen(asking_where(row, offered, take))

    def _erase_handed(self, row: Row) -> None:
        from exports.handing import erase_handed, file_name

        from .hand_to_school import asking_to_erase

        def answered(said: dict[str, str] | None) -> None:
            if said is None:
                return

            def do() -> "HandedOver":
                return erase_handed(self.desk.library, row, said["by"], self._path(said["file"]))

            self._hand("Erasing the copy here", do)

        offered = str(self.desk.exports / file_name(row.name))
        self.app.push_screen(asking_to_erase(row, offered), answered)

    def _hand(self, what: str, do: Callable[[], "HandedOver"]) -> None:
        from .hand_to_school import ReceiptDialog

        def done(handed: "HandedOver") -> str:
            self.app.push_screen(ReceiptDialog(handed))
            return ""

        self.work(what, do, done)

    # In

    def action_bring_in(self) -> None:
        """Ask for a file that was handed over, or an archive, and bring in what it holds."""

        def answered(told: str | None) -> None:
            if told:
                self._bring_in(self._path(told))

        from .dialogs import Line

        question = (
            "Which file holds the session?\n\nIt ends in .inclusion-review, or .inclusion-archive where a "
            "passphrase locks it. A session that is here already is added to, and never replaced."
        )
        self.app.push_screen(Line(question, f"{self.desk.exports}/"), answered)

    def _bring_in(self, path: Path) -> None:
        from exports.handing import read_whole
        from sessions.archiving import is_archive

        try:
            data = read_whole(path)
        except Refused as refusal:
            self.say(str(refusal), warning=True)
            return
        except OSError as error:
            self.say(f"{path} cannot be read: {error.strerror or error}.", warning=True)
            return
        if is_archive(data):
            self._ask_passphrase(data)
        else:
            self._receive(data, None)

    def _ask_passphrase(self, data: bytes) -> None:
        from .archive_dialogs import PassphraseDialog

        def answered(said: dict[str, str] | None) -> None:
            if said is not None:
                self._receive(data, said["passphrase"])

        question = "This is a locked archive. What is its passphrase?"
        self.app.push_screen(PassphraseDialog(question, is_new=False), answered)

    def _receive(self, data: bytes, passphrase: str | None) -> None:
        from sessions.archiving import unlock
        from sessions.bundle import unpack
        from sessions.handing_over import Received, receive

        def do() -> Received:
            bundle = unpack(data) if passphrase is None else unlock(data, passphrase)
            return receive(self.desk.library, bundle)

        self.work("Bringing it in", do, lambda received: str(received.words))

    # Locked away

    def action_lock_away(self) -> None:
        """Ask for a passphrase, and lock a copy of the highlighted session in a file."""
        row = self.need_chosen("lock away")
        if row is None:
            return
        from exports.handing import with_ending

        from .archive_dialogs import PassphraseDialog

        def answered(said: dict[str, str] | None) -> None:
            if said is None:
                return
            path = with_ending(self._path(said["file"]), _ARCHIVE)
            if path.exists():
                self.say(f"{path} is there already, so nothing was locked; give another name.")
            else:
                self._lock(row, said["passphrase"], path)

        question = f"Lock a copy of {row_name(row)} in a file"
        offered = str(self.desk.exports / f"{row.name}.{_ARCHIVE}")
        self.app.push_screen(PassphraseDialog(question, offered, is_new=True), answered)

    def _lock(self, row: Row, passphrase: str, path: Path) -> None:
        from exports.writer import write_export
        from sessions.archiving import lock

        def do() -> Path:
            session = self.desk.library.open(row.id)
            try:
                data = lock(session, passphrase, self.desk.clock())
            finally:
                session.release()
            return write_export(path, data, overwrite=False)

        self.work(
            "Locking it", do, lambda went: f"Locked in {went}. The session itself stays here."
        )

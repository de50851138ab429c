"""Writing documents to files from a screen: what may identify a child is pointed out first."""

import asyncio
import errno
from collections.abc import Callable, Sequence
from pathlib import Path

from textual import work
from textual.content import Content
from textual.widgets import Static

from exports.checks import check
from exports.formats import FORMATS
from exports.writer import default_name, write_export
from sessions.errors import Refused
from sessions.seen import SessionView
from sessions.view import view

from .dialogs import Choose, Confirm
from .reviewing import Reviewing

_REASONS = {
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "nothing can be written there",
    errno.ENOSPC: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
}
_NAMED = 8  # places that a question names before it says how many more there are


class Exporting(Reviewing):
    """A screen that writes documents; it has a line `#went` that says where one went."""

    @property
    def shared(self) -> SessionView:
        """What everyone may see: nothing private gets into a document."""
        return view(self.review.session)

    def ask_format(self, names: Sequence[str], is_in: Callable[[str], bool]) -> None:
        """Ask which document to write; `is_in`: whether a place is in them (`Action 3`)."""

        def chosen(name: str | None) -> None:
            if name:
                self._point_out(name, is_in)

        rows = [
            (name, Content.assemble((FORMATS[name].about, "bold"), f"  (.{FORMATS[name].ending})"))
            for name in names
        ]
        self.app.push_screen(Choose("Write what to a file?", rows), chosen)

    @work(exclusive=True)
    async def _point_out(self, name: str, is_in: Callable[[str], bool]) -> None:
        """Say what may identify a child, before a file is asked for."""
        checks = await asyncio.to_thread(check, self.shared, self.review.session.framework)
        found = [finding for finding in checks.identifying if is_in(finding.place)]
        if not found:
            self._ask_path(name)
            return
        places = list(dict.fromkeys(finding.place for finding in found))
        more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
        number = "1 thing" if len(found) == 1 else f"{len(found)} things"
        question = (
            f"{number} in it may identify a child: {', '.join(places[:_NAMED])}{more}.\n\n"
            "The check does its best: it misses some, and is wrong about others. "
            "Read it through before you pass it on. Write it to a file all the same?"
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self._ask_path(name)

        self.app.push_screen(Confirm(question, "Write it"), answered)

    def _offered(self, name: str) -> str:
        return default_name(self.shared, FORMATS[name].word, FORMATS[name].ending)

    def _ask_path(self, name: str) -> None:
        offered = str(self.desk.exports / self._offered(name))
        question = f"Write {FORMATS[name].about} to which file?"
        self.ask_line(question, offered, lambda told: self._write_to(name, told))

    def _write_to(self, name: str, told: str) -> None:
        if not told:
            self._went("No file was named, so nothing was written.", wrong=True)
            return
        try:
            self._write(name, self._path(name, told), overwrite=False)
        except (OSError, RuntimeError, ValueError) as error:
            self._failed(told, error)

    def _path(self, name: str, told: str) -> Path:
        """Return the file that is meant: in a folder if one is named, with an ending if it has none."""
        path = self.desk.exports / Path(told).expanduser()
        if path.is_dir():
            return path / self._offered(name)
        return path if path.suffix else path.with_suffix(f".{FORMATS[name].ending}")

    def _write(self, name: str, path: Path, *, overwrite: bool) -> None:
        framework, made = self.review.session.framework, self.desk.clock()
        try:
            text = FORMATS[name].write(self.shared, framework, made)
        except Refused as refusal:
            self._went(str(refusal), wrong=True)
            return
        try:
            went = write_export(path, text, overwrite)
        except Refused as refusal:
            if path.is_file() and not overwrite:
                self._ask_overwrite(name, path)
            else:
                self._went(str(refusal), wrong=True)
        except OSError as error:
            self._failed(str(path), error)
        else:
            self._went(f"Written at {made:%H:%M} to {went}")

    def _ask_overwrite(self, name: str, path: Path) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._write(name, path, overwrite=True)
            else:
                self._went(f"{path} is as it was; nothing was written.")

        question = f"{path} is there already. Put this in its place?"
        self.app.push_screen(Confirm(question, "Replace it"), answered)

    def _failed(self, path: str, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or str(error)
        if isinstance(error, OSError):
            reason = _REASONS.get(error.errno or 0, reason)
        self._went(
            f"Nothing was written to {path}: {reason}. Nothing of the review is lost. Press x to "
            "name another file.",
            wrong=True,
        )

    def _went(self, words: str, *, wrong: bool = False) -> None:
        """Say where the document went, or why it did not, until something else is to be said."""
        line = self.query_one("#went", Static)
        line.update(Content(words))
        line.add_class("-on")
        line.set_class(wrong, "-wrong")

"""Writing documents to files from a screen: which, in which form, what may identify somebody, where."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from textual import work
from textual.content import Content
from textual.widgets import Static

from exports.documents import DOCUMENTS
from exports.formats import FORMATS, name_of
from exports.holding import places_in
from exports.saving import STEPS, save
from exports.template import Template, read_template
from exports.writer import default_name
from sessions.errors import Refused
from sessions.seen import SessionView
from sessions.to_leave import view_to_leave
from sessions.view import view

from .dialogs import Choose, Confirm
from .export_words import about_of, documents, doing, forms, looks, reason_of
from .leaving import LeavingDialog
from .looking import look_through
from .reviewing import Reviewing

_TEMPLATE = "template.toml"
_SOON = 0.5  # seconds, after which it is said how far the writing is
_AGAIN = 0.25  # seconds between two looks at how far it is


class Order(NamedTuple):
    """What is to be written."""

    name: str
    """The format's."""
    template: Template | None = None


class Exporting(Reviewing):
    """A screen that writes documents; it has a line `#went` that says where one went."""

    _writing = False
    """Whether a file is being written now."""

    @property
    def shared(self) -> SessionView:
        """What everyone may see: nothing private gets into a document."""
        return view(self.review.session)

    @property
    def leaving(self) -> SessionView:
        """What leaves: of a final report nothing that was written apart since then."""
        return view_to_leave(self.review.session)

    # What to write

    def ask_format(self, names: Sequence[str], here: str = "") -> None:
        """Ask which document or data to write, of these; then how, and where."""
        if self._writing:
            self.say("A file is being written; it takes a moment.")
            return

        def chosen(name: str | None) -> None:
            if name in DOCUMENTS:
                self._ask_form(name)
            elif name:
                self._point_out(Order(name))

        question = "Write what to a file?"
        self.app.push_screen(Choose(question, documents(names), here=here), chosen)

    def _ask_form(self, document: str) -> None:
        def chosen(ending: str | None) -> None:
            if ending:
                self._ask_look(name_of(document, ending))

        question = f"Write {DOCUMENTS[document].about} as what?"
        self.app.push_screen(Choose(question, forms()), chosen)

    def _ask_look(self, name: str) -> None:
        """Ask whether the school's own template is wanted, where there is one."""
        path = self._template()
        if path is None:
            self._point_out(Order(name))
            return

        def chosen(look: str | None) -> None:
            if look == "plain":
                self._point_out(Order(name))
            elif look == "ours":
                self._take_look(name, path)

        self.app.push_screen(Choose("How should it look?", looks(path)), chosen)

    def _template(self) -> Path | None:
        library = self.desk.library
        files = (folder / _TEMPLATE for folder in (library.folder, library.home.folder))
        return next((file for file in files if file.is_file()), None)

    def _take_look(self, name: str, path: Path) -> None:
        try:
            template = read_template(path)
        except (Refused, OSError) as error:
            self._went(f"Nothing was written, for the template is not right. {error}", wrong=True)
            return
        self._point_out(Order(name, template))

    @work(exclusive=True, group="leaving")
    async def _point_out(self, order: Order) -> None:
        """Show what may identify somebody in what is to be written, before a file is asked for."""
        seen, framework, made = self.leaving, self.review.session.framework, self.desk.clock()
        found = await look_through(seen, framework, self._went)
        places = await asyncio.to_thread(places_in, order.name, seen, framework, made)
        self._went("")
        if not any(one.place in places and not one.accepted for one in found):
            self._ask_path(order)
            return

        def answered(write: bool | None) -> None:
            if write:
                self._ask_path(order)
            else:
                self._went("Nothing was written. What you settled there stays settled.")

        self.app.push_screen(LeavingDialog(self.review, found, places.__contains__), answered)

    # Where to

    def _offered(self, name: str) -> str:
        return default_name(self.leaving, FORMATS[name].word, FORMATS[name].ending)

    def _ask_path(self, order: Order) -> None:
        offered = str(self.desk.exports / self._offered(order.name))
        question = f"Write {about_of(order.name)} to which file?"
        self.ask_line(question, offered, lambda told: self._write_to(order, told))

    def _write_to(self, order: Order, told: str) -> None:
        if not told:
            self._went("No file was named, so nothing was written.", wrong=True)
            return
        try:
            path = self._path(order.name, told)
            is_there = path.is_file()
        except (OSError, RuntimeError, ValueError) as error:
            self._failed(told, error)
            return
        if is_there:
            self._ask_overwrite(order, path)
        else:
            self._write(order, path, overwrite=False)

    def _path(self, name: str, told: str) -> Path:
        """Return the file that is meant: in a folder if one is named, with an ending if it has none."""
        path = self.desk.exports / Path(told).expanduser()
        if path.is_dir():
            return path / self._offered(name)
        return path if path.suffix else path.with_suffix(f".{FORMATS[name].ending}")

    def _ask_overwrite(self, order: Order, path: Path) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._write(order, path, overwrite=True)
            else:
                self._went(f"{path} is as it was; nothing was written.")

        question = f"{path} is there already. Put this in its place?"
        self.app.push_screen(Confirm(question, "Replace it"), answered)

    # Writing

    @work(group="writing")
    async def _write(self, order: Order, path: Path, *, overwrite: bool) -> None:
        """Write the file beside the screen, which stays alive, and say where it went."""
        if self._writing:
            return
        self._writing, made = True, self.desk.clock()
        try:
            went = await self._saved(order, path, made, overwrite)
        except Refused as refusal:
            if path.is_file() and not overwrite:  # somebody put one there meanwhile
                self._ask_overwrite(order, path)
            else:
                self._went(str(refusal), wrong=True)
        except (OSError, RuntimeError, ValueError) as error:
            self._failed(str(path), error)
        else:
            self.desk.exports = went.parent
            self._went(f"Written at {made:%H:%M} to {went}")
        finally:
            self._writing = False

    async def _saved(self, order: Order, path: Path, made: datetime, overwrite: bool) -> Path:
        """Return where the file went; say how far it is once it takes a while."""
        framework, steps = self.review.session.framework, list(STEPS[:1])
        saving = asyncio.create_task(
            asyncio.to_thread(
                save,
                order.name,
                self.leaving,
                framework,
                made,
                path,
                overwrite=overwrite,
                template=order.template,
                begin=steps.append,
            )
        )
        waited = _SOON
        await asyncio.wait({saving}, timeout=_SOON)
        while not saving.done():
            self._went(doing(order.name, steps[-1], int(waited), self.desk.symbols))
            await asyncio.wait({saving}, timeout=_AGAIN)
            waited += _AGAIN
        return saving.result()

    def _failed(self, path: str, error: Exception) -> None:
        self._went(
            f"Nothing was written to {path}: {reason_of(error)}. Nothing of the review is lost. "
            "Press x to name another file.",
            wrong=True,
        )

    def _went(self, words: str, *, wrong: bool = False) -> None:
        """Say where a document went, or why it did not, until something else is to be said."""
        found = self.query("#went")
        if found:
            line = found.only_one(Static)
            line.update(Content(words))
            line.set_class(bool(words), "-on")
            line.set_class(wrong, "-wrong")

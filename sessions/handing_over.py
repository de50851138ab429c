"""Handing a session over to the school: one file, a receipt, and the way back in.

Source: rule 6 of the design: the school owns it. What is for its author alone is left out, and that is
said; the visitors' own copies are erased when somebody has confirmed it, and the receipt says so.
"""

import hashlib
from datetime import datetime

import msgspec

from frameworks.mistakes import PackError
from frameworks.text import clean_line

from .bundle import Bundle, Manifest, pack, unpack
from .bundle_ledgers import Chosen, for_the_school, lacking, versions_of
from .erasing_session import DELETED, RECEIVING
from .erasing_traces import remove_folder
from .erasures import read_lines
from .errors import Refused
from .handing_receipt import Receipt
from .ids import short_id
from .ledger import ENDING as LEDGER
from .library import Library
from .moments import MOMENT
from .records import Change, Field, Version
from .records_after import HANDED_OVER
from .session import PACK, Session
from .storage import make_folder, sync_folder, write_durably

ENDING = "inclusion-review"
"""What the name of such a file ends in."""


class Made(msgspec.Struct, frozen=True):
    """A file for the school, not written yet, and the receipt for it."""

    data: bytes
    receipt: Receipt


def manifest_of(session: Session, chosen: Chosen, by: str, made: datetime) -> Manifest:
    """Return what a bundle of a session says of itself."""
    state = session.state
    return Manifest(
        session=session.id,
        name=state.text("name") or session.id,
        setting=state.text("setting"),
        date=state.text("date"),
        framework=session.framework.id,
        framework_version=session.framework.version,
        made=made.strftime(MOMENT),
        by=by,
        left_out=chosen.left_out,
        holds=chosen.holds,
    )


def for_school(session: Session, by: str, made: datetime) -> Made:
    """Return a session as a file for the school, and its receipt. Raises OSError."""
    chosen = for_the_school(session)
    manifest = manifest_of(session, chosen, by, made)
    data = pack(manifest, chosen.files)
    return Made(data, Receipt.of(manifest, data))


def was_written(session: Session, made: Made, data: bytes) -> None:
    """Note in a session that it was handed over, once the file is found as it was made.

    `data`: the file as it was read back. Raises Refused where it is another.
    """
    if hashlib.sha256(data).hexdigest() != made.receipt.sha256:
        raise Refused(
            "The file is not as it was written; choose another place, and write it again."
        )
    said = {"day": made.receipt.at[:10], "by": made.receipt.by, "sha256": made.receipt.sha256}
    session.write("", [Change("session", HANDED_OVER, Field(said))])


def need_whole(session: Session, data: bytes) -> Receipt:
    """Return the receipt for a file, or in it, once it is sure that it holds all of a session.

    `data`: the file that was handed over, or its receipt in JSON. Raises Refused.
    """
    receipt = Receipt.read(data)
    if receipt is None:
        receipt = Receipt.of(unpack(data).manifest, data)
    if receipt.session != session.id:
        raise Refused(
            f"That is another session ({clean_line(receipt.name)}); nothing was erased. Name the file "
            "of this one."
        )
    missing = lacking(session, receipt.holds)
    if missing:
        raise Refused(
            f"There is more here than in that file ({missing} entries that were written since, or on "
            "this machine alone), so nothing was erased; hand it over again first."
        )
    return receipt


# The way back in


class Received(msgspec.Struct, frozen=True):
    """A session that was brought in from a file."""

    session: str
    name: str
    is_new: bool
    """Whether it was not here before."""
    added: int
    """How many entries were new here."""
    notice: str = ""
    """What else to say of it."""

    @property
    def words(self) -> str:
        """What to say of it, in sentences: one line, whatever the file calls itself."""
        name = clean_line(self.name)
        if self.is_new:
            said = f"{name} is here now."
        elif self.added:
            said = (
                f"{name} was here already; {self.added} entries are new, and nothing was replaced."
            )
        else:
            said = f"{name} is here already, with all that is in the file; nothing was changed."
        return f"{said} {self.notice}".rstrip()


def receive(library: Library, bundle: Bundle) -> Received:
    """Bring a session in; one that is here already is merged, and never replaced. Raises Refused."""
    identity, name = bundle.manifest.session, bundle.manifest.name
    versions = _versions(library, bundle)
    if (library.folder / DELETED / identity).exists():
        raise Refused(
            f"{clean_line(name)} is among the deleted sessions here, so nothing was brought in; restore "
            "it first."
        )
    folder = library.folder / identity
    if folder.is_dir():
        return _merge(library, name, library.load(folder), versions)
    notice = _was_erased(library, identity)
    coming = library.folder / f"{RECEIVING}{identity}"
    remove_folder(coming)
    make_folder(coming)
    for file, data in bundle.files.items():
        write_durably(coming / file, data)
    coming.rename(folder)
    sync_folder(library.folder)
    return Received(identity, name, True, len(versions), notice)


def _versions(library: Library, bundle: Bundle) -> list[Version]:
    """Return what a bundle's ledgers hold, once they and its framework can be read. Raises Refused."""
    strange = [name for name in bundle.files if name != PACK and not name.endswith(LEDGER)]
    try:
        library.shelf.read(bundle.files[PACK].decode("utf-8"))
        versions = versions_of(bundle.files)
    except (KeyError, PackError, UnicodeDecodeError, ValueError) as error:
        raise Refused(
            "What is in this file is no session that the app can read; nothing was opened."
        ) from error
    if strange or not any(version.kind == "session" for version in versions):
        raise Refused("What is in this file is no session of this app; nothing was opened.")
    return versions


def _merge(library: Library, name: str, session: Session, versions: list[Version]) -> Received:
    known = {(version.id, version.dot) for version in session.records.all()}
    said = session.records.says_erased
    fresh = [v for v in versions if (v.id, v.dot) not in known and not said(v)]
    if fresh:
        tables: dict[str, dict[str, object]] = {}
        for version in fresh:
            table = tables.setdefault(version.kind, {})
            table[str(len(table) + 1)] = msgspec.to_builtins(version)
        # A ledger of its own: nobody's is touched, whoever is at work on it.
        path = session.folder / f"received-{short_id()}{LEDGER}"
        write_durably(path, msgspec.json.encode(tables), keep_last=True)
        library.load(session.folder).scrub()
    return Received(session.id, session.state.text("name") or name, False, len(fresh))


def _was_erased(library: Library, session: str) -> str:
    lines = [line for line in read_lines(library.folder) if line.session == session]
    whole = [line for line in lines if line.what == "session"]
    if not whole:
        return ""
    said = f"It was erased here on {whole[-1].at[:10]} ({whole[-1].reason}), and is here again."
    notes = sorted({line.what for line in lines if line.what != "session"})
    if notes:
        said += (
            f" Erased from it for good before that: {', '.join(notes)}. Look whether any came back."
        )
    return said

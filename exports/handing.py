"""Handing a session over: the file for the school is written and read back, with a receipt beside it."""

from pathlib import Path

import msgspec

from frameworks.text import clean_line
from sessions.archiving import is_archive
from sessions.bundle import LARGEST, Bundle, unpack
from sessions.catalogue import Row
from sessions.erasing_session import erase_session, need_who_and_why, panel_name
from sessions.errors import Refused
from sessions.handing_over import ENDING, for_school, need_whole, was_written
from sessions.handing_receipt import Receipt
from sessions.library import Library
from sessions.session import Session

from .writer import write_export

REASON = "handed over to the school"
"""Why a copy is erased that the school has."""


class HandedOver(msgspec.Struct, frozen=True):
    """What was written, and where."""

    receipt: Receipt
    file: Path
    """What was handed over; of a copy that was erased: what it was compared with."""
    receipts: tuple[Path, ...]
    """The receipt, as text and as JSON; none where it could not be written."""
    trouble: str = ""
    """Why the receipt could not be written; empty: it was."""


def file_name(name: str) -> str:
    """Return the file name that a session is handed over in; `name`: its readable name."""
    return f"{name}.{ENDING}"


def with_ending(path: Path, ending: str = ENDING) -> Path:
    """Return the file that is meant: one that is named without an ending gets ours."""
    return path if path.suffix else path.with_name(f"{path.name}.{ending}")


def hand_over(session: Session, by: str, path: Path, *, overwrite: bool) -> HandedOver:
    """Write a session to a file for the school, with a receipt beside it; nothing is erased.

    A name without an ending gets the one that such files have. Raises Refused where the file is there
    already, or nobody is named; OSError.
    """
    who, _ = need_who_and_why(by, REASON)
    who, path = panel_name(session.state, who), with_ending(path)
    made = for_school(session, who, session.now())

    def wrong(file: Path) -> tuple[str, ...]:
        try:
            unpack(file.read_bytes())
        except Refused as refusal:
            return (str(refusal).rstrip("."),)
        return ()

    target = write_export(path, made.data, overwrite, wrong)
    was_written(session, made, target.read_bytes())
    session.flush()
    return _with_receipt(target, made.receipt)


def erase_handed(library: Library, row: Row, by: str, path: Path) -> HandedOver:
    """Erase the copy of a session here, once it is sure that a file (or its receipt) holds all of it.

    Raises Refused where it does not, or another window is at the session; OSError.
    """
    path = path if path.exists() else with_ending(path)
    session = library.load(library.folder / row.id)
    try:
        receipt = need_whole(session, read_whole(path))
    finally:
        session.release()
    whole = erase_session(library, row, by, REASON)
    after = receipt.after_erasing(library.clock(), whole.job.by, whole.removed)
    return _with_receipt(path.resolve(), after)


def open_file(path: Path) -> Bundle:
    """Return the session in a file that was handed over. Raises Refused, OSError."""
    data = read_whole(path)
    if is_archive(data):
        raise Refused(
            f"{clean_line(path.name)} is a locked archive; open it with its passphrase: archive --open FILE."
        )
    return unpack(data)


def read_whole(path: Path) -> bytes:
    """Return what a file holds. Raises Refused for what is no file, or too large; OSError."""
    shown = clean_line(str(path))
    if not path.is_file():
        raise Refused(f"There is no file {shown}; name the file that holds the session.")
    if path.stat().st_size > LARGEST:
        raise Refused(f"{shown} is larger than any review, so it was not opened.")
    return path.read_bytes()


def _with_receipt(file: Path, receipt: Receipt) -> HandedOver:
    try:
        text, data = _receipt_files(file, receipt)
        write_export(data, receipt.as_json(), overwrite=True)
        write_export(text, receipt.as_text(_bundle_name(file)), overwrite=True)
    except (OSError, Refused) as error:
        return HandedOver(receipt, file, (), getattr(error, "strerror", None) or str(error))
    return HandedOver(receipt, file, (text, data))


def _bundle_name(file: Path) -> str:
    name = file.name
    return name.removesuffix("-receipt.json") + f".{ENDING}" if name.endswith(".json") else name


def _receipt_files(file: Path, receipt: Receipt) -> tuple[Path, Path]:
    """Return where a receipt goes: beside the file, and over nothing but an older receipt for it."""
    stem = _bundle_name(file).removesuffix(f".{ENDING}")
    for number in range(1, 1000):
        again = f"-{number}" if number > 1 else ""
        text, data = (
            file.with_name(f"{stem}-receipt{again}.{ending}") for ending in ("txt", "json")
        )
        known = Receipt.read(data.read_bytes()) if data.is_file() else None
        if known is not None and known.sha256 == receipt.sha256:
            return text, data
        if not text.exists() and not data.exists():
            return text, data
    raise Refused(f"There are too many receipts beside {clean_line(file.name)} already.")

"""A bundle: a whole session in one file, which another installation can open.

A zip of a plain kind: nothing in it is compressed, so that one session is one file, byte for byte, and
no file is larger opened than closed. The manifest names every file with its length and its SHA-256.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping

import msgspec

from frameworks.text import clean_line

from .errors import Refused
from .ids import ID

FORMAT = 1
"""Of the file. A later one is refused, with what to do."""

KIND = "inclusion-review session"
MANIFEST = "manifest.json"
LARGEST = 256 * 1024 * 1024
"""Bytes of a bundle: more than any review has, and less than would fill a memory."""

_MOST = 2000  # files
_NAME = re.compile(r"session/[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_DAY = (1980, 1, 1, 0, 0, 0)  # the first day that a zip knows: when it was made is in the manifest
_FOLDER = "session/"


class File(msgspec.Struct, frozen=True):
    """A file in a bundle."""

    name: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle says of itself, in plain JSON."""

    kind: str = KIND
    format: int = FORMAT
    session: str
    """The session's id."""
    name: str
    setting: str
    date: str
    framework: str
    framework_version: str
    made: str
    """Local time, `YYYY-MM-DD HH:MM`."""
    by: str = ""
    """Who made it; empty: nobody said."""
    left_out: dict[str, int] = {}
    """What of the session is not in it, and how much of that."""
    holds: dict[str, int] = {}
    """Each writer's latest number: with them it can be told whether it holds all of a copy."""
    files: tuple[File, ...] = ()


class Bundle(msgspec.Struct, frozen=True):
    """A bundle that was read, and is whole."""

    manifest: Manifest
    files: dict[str, bytes]
    """By name, without the folder."""


def pack(manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    """Return a bundle as bytes; the same is always the same. `files`: by name, without the folder."""
    told = tuple(_file(_FOLDER + name, data) for name, data in sorted(files.items()))
    whole = msgspec.structs.replace(manifest, files=told)
    text = msgspec.json.format(msgspec.json.encode(whole, order="sorted"), indent=2) + b"\n"
    said = io.BytesIO()
    with zipfile.ZipFile(said, "w", zipfile.ZIP_STORED) as into:
        for name, data in (
            (MANIFEST, text),
            *((_FOLDER + name, files[name]) for name in sorted(files)),
        ):
            about = zipfile.ZipInfo(name, _DAY)
            about.create_system = 3  # the same on every machine
            about.external_attr = 0o600 << 16
            into.writestr(about, data)
    return said.getvalue()


def _file(name: str, data: bytes) -> File:
    return File(name, len(data), hashlib.sha256(data).hexdigest())


def unpack(data: bytes) -> Bundle:
    """Return what a bundle holds, once it is sure that it is whole. Raises Refused."""
    if len(data) > LARGEST:
        raise Refused(_not_ours("it is larger than any review"))
    try:
        source = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE as error:
        raise Refused(_not_ours("it is no bundle, or only a part of one")) from error
    try:
        with source:
            return _read(source, len(data))
    except _UNREADABLE as error:
        raise Refused(_damaged("a part of it cannot be read")) from error


_UNREADABLE = (
    *(zipfile.BadZipFile, EOFError, OSError, ValueError),
    # What `zipfile` raises of a way of packing that it does not know, and of one with a password.
    *(NotImplementedError, RuntimeError),
)


def _read(source: zipfile.ZipFile, size: int) -> Bundle:
    entries = _entries(source, size)
    manifest = _manifest(_bytes(source, entries, MANIFEST))
    files = {}
    for file in manifest.files:
        said = _bytes(source, entries, file.name)
        if _file(file.name, said) != file:
            raise Refused(_damaged(f"{clean_line(file.name)} is not what the manifest says"))
        files[file.name.removeprefix(_FOLDER)] = said
    return Bundle(manifest, files)


def _entries(source: zipfile.ZipFile, size: int) -> dict[str, zipfile.ZipInfo]:
    """Return what a zip lists, refusing what a bundle never has."""
    found = source.infolist()
    if len(found) > _MOST:
        raise Refused(_not_ours("it has more files than any review"))
    names = {entry.filename.casefold() for entry in found}  # Windows knows no capitals
    if len(names) != len(found):
        raise Refused(_damaged("a file is in it twice"))
    for entry in found:
        if entry.filename != MANIFEST and not _NAME.fullmatch(entry.filename):
            raise Refused(_not_ours(f"it holds {clean_line(entry.filename)[:60]}"))
        stored = entry.compress_type == zipfile.ZIP_STORED and entry.flag_bits & 0x1 == 0
        if not stored or entry.file_size != entry.compress_size or entry.file_size > size:
            raise Refused(_not_ours("what is in it is compressed, or locked"))
    if sum(entry.file_size for entry in found) > size:
        raise Refused(_not_ours("what is in it is larger than the file"))
    return {entry.filename: entry for entry in found}


def _bytes(source: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str) -> bytes:
    if name not in entries:
        raise Refused(_damaged(f"{clean_line(name)[:60]} is missing"))
    return source.read(entries[name])


def _manifest(data: bytes) -> Manifest:
    try:
        kind = msgspec.json.decode(data, type=dict[str, object])
        if kind.get("kind") != KIND:
            raise Refused(_not_ours("it says that it is something else"))
        number = kind.get("format")
        if not isinstance(number, int) or number > FORMAT:
            raise Refused(
                "This file was made by a newer version of the app; update the app, then open it."
            )
        found = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(_damaged("its manifest cannot be read")) from error
    if not ID.fullmatch(found.session) or not all(_NAME.fullmatch(f.name) for f in found.files):
        raise Refused(_not_ours("its manifest names what no session has"))
    return found


def _not_ours(why: str) -> str:
    return f"This is no session that was handed over: {why}. Nothing was opened; ask for the file again."


def _damaged(why: str) -> str:
    return f"This file is damaged: {why}. Nothing was opened; ask for it again."

"""An archive: a whole session in one file that a passphrase locks.

Scrypt makes a key of the passphrase; AES-256-GCM locks a bundle with it, and the head of the file is
locked with the rest, so that no byte can be changed unseen. Without the passphrase nobody can open it.
"""

import struct
import unicodedata
from datetime import datetime
from typing import NamedTuple

from .bundle import LARGEST, Bundle, pack, unpack
from .bundle_ledgers import everything
from .errors import Refused
from .handing_over import manifest_of
from .session import Session

SHORTEST = 12
"""Characters of a passphrase."""

LOST = (
    "Nobody can open it without the passphrase, and nobody can find that out: keep it where you keep "
    "your others."
)
"""What to say before an archive is made."""

_MAGIC = b"inclusion-review archive\n"
_FORMAT = 1
_HEAD = struct.Struct(">25sBBBB16s12s")  # magic, format, log2(n), r, p, salt, nonce
_SALT, _NONCE = 16, 12
_KEY = 32  # bytes: AES-256


class Work(NamedTuple):
    """How hard it is made to try passphrases: Scrypt's own numbers."""

    log_n: int = 17
    """128 MB and about half a second for each try."""
    r: int = 8
    p: int = 1


_USUAL = Work()
_MOST = Work(20, 16, 4)  # what a file may ask of the machine that opens it


def need_passphrase(passphrase: str) -> bytes:
    """Return a passphrase as it is used. Raises Refused for one that is too short."""
    # The same letters can be typed in two ways, and look alike
    plain = unicodedata.normalize("NFC", passphrase).strip("\r\n")
    if len(plain.strip()) < SHORTEST:
        raise Refused(
            f"A passphrase has {SHORTEST} characters or more; four words that you alone would put "
            "together are a good one."
        )
    return plain.encode("utf-8", "surrogatepass")


def lock(session: Session, passphrase: str, made: datetime, work: Work = _USUAL) -> bytes:
    """Return a session as an archive. Raises Refused for a weak passphrase, OSError."""
    key = need_passphrase(passphrase)
    chosen = everything(session)
    return lock_bytes(pack(manifest_of(session, chosen, "", made), chosen.files), key, work)


def lock_bytes(data: bytes, passphrase: bytes, work: Work = _USUAL) -> bytes:
    """Return bytes locked with a passphrase; never twice the same."""
    import os

    # Here, and not above: it is slow to import, and most calls lock nothing.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    head = _HEAD.pack(_MAGIC, _FORMAT, *work, salt, nonce)
    return head + AESGCM(_key(passphrase, salt, work)).encrypt(nonce, data, head)


def unlock(data: bytes, passphrase: str) -> Bundle:
    """Return the session in an archive. Raises Refused for a wrong passphrase, or a changed byte."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    work, salt, nonce = _head(data)
    key = unicodedata.normalize("NFC", passphrase).strip("\r\n").encode("utf-8", "surrogatepass")
    head, locked = data[: _HEAD.size], data[_HEAD.size :]
    try:
        opened = AESGCM(_key(key, salt, work)).decrypt(nonce, locked, head)
    except (InvalidTag, ValueError) as error:
        raise Refused(
            "This passphrase does not open the archive, or the file was changed since it was made; "
            "nothing was opened."
        ) from error
    return unpack(opened)


def is_archive(data: bytes) -> bool:
    """Return whether a file begins as an archive does."""
    return data.startswith(_MAGIC)


def _head(data: bytes) -> tuple[Work, bytes, bytes]:
    if not is_archive(data) or len(data) <= _HEAD.size or len(data) > LARGEST:
        raise Refused("This is no archive of this app, or only a part of one; nothing was opened.")
    _, number, log_n, r, p, salt, nonce = _HEAD.unpack(data[: _HEAD.size])
    if number > _FORMAT:
        raise Refused(
            "This archive was made by a newer version of the app; update the app, then open it."
        )
    work = Work(log_n, r, p)
    if not (1 <= log_n <= _MOST.log_n and 1 <= r <= _MOST.r and 1 <= p <= _MOST.p):
        raise Refused(
            "This archive is damaged: its head is not as it was made; nothing was opened."
        )
    return work, salt, nonce


def _key(passphrase: bytes, salt: bytes, work: Work) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=_KEY, n=2**work.log_n, r=work.r, p=work.p).derive(passphrase)

"""The receipt for a session that was handed over: for people as text, for machines as JSON."""

import hashlib
from datetime import datetime

import msgspec

from frameworks.text import clean_line

from .bundle import Manifest
from .erasing_traces import Removed
from .listing import day_words
from .moments import MOMENT

KIND = "inclusion-review receipt"

NO_PROMISE = (
    "Flash disks (SSDs, memory sticks) may keep blocks of deleted files that no program can reach.",
    "Backups, synced folders (OneDrive, iCloud, Dropbox), and copies sent by e-mail or moved to "
    "another place are out of this app's reach; whoever has them deletes them.",
    "Reports and other documents that were written to files stay where they were put.",
    "Other visitors' laptops: each erases its own copy, with this receipt or the file.",
)
"""What erasing cannot promise, said wherever it is done."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed over, when and by whom; and what was erased afterwards."""

    kind: str = KIND
    format: int = 1
    session: str
    name: str
    setting: str
    date: str
    framework: str
    framework_version: str
    at: str
    """Local time, `YYYY-MM-DD HH:MM`."""
    by: str
    sha256: str
    """Of the file that was handed over."""
    size: int
    """Bytes of it."""
    left_out: dict[str, int] = {}
    holds: dict[str, int] = {}
    erased_at: str = ""
    """When the copy on the visitors' machine was erased; empty: it was not yet."""
    erased_by: str = ""
    erased: Removed = Removed()
    no_promise: tuple[str, ...] = NO_PROMISE

    @classmethod
    def of(cls, manifest: Manifest, data: bytes) -> "Receipt":
        """Return the receipt for a bundle."""
        return cls(
            session=manifest.session,
            name=manifest.name,
            setting=manifest.setting,
            date=manifest.date,
            framework=manifest.framework,
            framework_version=manifest.framework_version,
            at=manifest.made,
            by=manifest.by,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            left_out=manifest.left_out,
            holds=manifest.holds,
        )

    @classmethod
    def read(cls, data: bytes) -> "Receipt | None":
        """Return the receipt that a file holds; None: it is none."""
        try:
            found = msgspec.json.decode(data, type=cls)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None
        return found if found.kind == KIND else None

    def after_erasing(self, at: datetime, by: str, removed: Removed) -> "Receipt":
        """Return the receipt with what was erased."""
        return msgspec.structs.replace(
            self, erased_at=at.strftime(MOMENT), erased_by=by, erased=removed
        )

    def as_json(self) -> bytes:
        """Return it for machines."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"

    def as_text(self, file: str) -> str:
        """Return it for people; `file`: the name of the file that was handed over."""
        lines = [
            "Receipt for a review that was handed over to the school",
            "",
            f"Review        {clean_line(self.setting)}, {day_words(self.date)} ({self.name})",
            f"Framework     {self.framework}, version {self.framework_version}",
            f"Handed over   {self.at}, by {self.by or 'nobody named'}",
            f"File          {clean_line(file)}, {self.size:,} bytes",
            f"SHA-256       {self.sha256}",
            "",
            *_left_out(self.left_out),
            "",
            *self._erased(),
            "",
            "What cannot be promised",
            *(f"- {sentence}" for sentence in self.no_promise),
            "",
            "To open the file: install the app, then choose `Bring in` in the library, or type",
            f"  inclusion-review receive {clean_line(file)}",
            "",
        ]
        return "\n".join(lines)

    def _erased(self) -> list[str]:
        if not self.erased_at:
            return [
                "Not erased yet: the visitors' copy is still on the machine that this was made on.",
                "It is erased there once the school has opened the file.",
            ]
        return [
            f"Erased on the visitors' machine on {self.erased_at}, by {self.erased_by}:",
            *(f"- {sentence}" for sentence in erased_words(self.erased)),
        ]


def erased_words(removed: Removed) -> list[str]:
    """Return what was erased, a line each."""
    found = (
        (removed.ledgers, "files of the record, last good copies included"),
        (removed.damaged, "damaged files that were kept aside"),
        (removed.drafts, "texts that were being typed"),
        (removed.others, "other files: its framework, locks, this app's own notes"),
    )
    said = [f"{number} {what}" for number, what in found if number]
    if removed.index:
        said.append("the index for searching, which is made again without it")
    return said or ["nothing was left to erase"]


_ONE = {
    "private notes": "private note",
    "deleted notes": "deleted note",
    "judgements not cast": "judgement not cast",
}
"""What is said of one of them."""


def _left_out(left: dict[str, int]) -> list[str]:
    if not left:
        return ["The whole record is in the file: there was nothing that is for its author alone."]
    told = ", ".join(
        f"{number} {_ONE.get(what, what) if number == 1 else what}" for what, number in left.items()
    )
    return [
        f"Left out of the file: {told}.",
        "What is private is its author's until it is shared, and what was deleted stays deleted.",
    ]

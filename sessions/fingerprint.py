"""Short fingerprints of what was there when something was written: to tell later that it changed."""

from zlib import crc32


def fingerprint(*parts: str) -> str:
    """Return eight letters that differ, as good as always, where any of the parts does."""
    # Each with its length, so that what moves from one part into the next is a change too.
    whole = "".join(f"{len(part)}:{part}" for part in parts)
    return f"{crc32(whole.encode('utf-8', 'surrogatepass')):08x}"


def finding_mark(kind: str, text: str) -> str:
    """Return the fingerprint of what a finding says: what a reply to it was about."""
    return fingerprint(kind, text)

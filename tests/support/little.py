"""Sessions of the little framework, in a library."""

import msgspec

from sessions.library import Library, Plan


def little(setting: str = "Hollin Bank", **fields: object) -> Plan:
    return msgspec.convert({"setting": setting, "framework": "little", **fields}, Plan)


def make(library: Library, setting: str = "Hollin Bank", date: str = "") -> str:
    with library.create(little(setting, date=date)) as session:
        return session.id

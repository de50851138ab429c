"""Every screen, as it was last looked at and found good, at 80x24 and 120x40.

`UPDATE_SNAPSHOTS=1` writes them anew; look at each before it is committed.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from house import USUAL, WIDE, a_session, app_on
from seeing import lines
from tour import STOPS, go

def a_quiet_clock() -> datetime:
    """Return the same moment always."""
    return datetime(2026, 11, 20, 10, 46, tzinfo=UTC)


HERE = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("size", [USUAL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", STOPS)
async def test_the_screen_is_as_it_was(
    tmp_path: Path, name: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = app_on(tmp_path, a_session(tmp_path, gate=STOPS[name].gate))
    app.desk.clock = a_quiet_clock
    async with app.run_test(size=size) as pilot:
        await go(pilot, name)
        assert app.desk.saver.wait(5)
        await pilot.pause()
        seen = "\n".join(lines(app)).replace(str(tmp_path), "/home/amira") + "\n"
    file = HERE / f"{name.replace(' ', '-')}-{size[0]}x{size[1]}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        HERE.mkdir(exist_ok=True)
        file.write_text(seen, encoding="utf-8")
    assert seen == file.read_text(encoding="utf-8")

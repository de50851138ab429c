"""The writer that is killed in the middle of its work."""

import pytest

from tui.faults import run_faults


def test_twenty_kills_lose_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_faults(20) == 0
    said = dict(line.split(": ") for line in capsys.readouterr().out.splitlines()[1:])
    assert said["Kills"] == "20"
    assert int(said["Notes acknowledged"]) > 0
    assert said["Notes lost"] == "0"
    assert said["Files that could not be read"] == "0"
    assert float(said["Seconds"]) > 0


def test_no_kill_is_told_from_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_faults(0, seed=7) == 0
    assert "seed 7" in capsys.readouterr().out

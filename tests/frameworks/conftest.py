from pathlib import Path

import pytest

SAMPLE = Path(__file__).with_name("sample.md")


@pytest.fixture(scope="session")
def sample() -> str:
    """A small pack that has every part a pack can have."""
    return SAMPLE.read_text(encoding="utf-8")

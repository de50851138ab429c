"""The wheel: one name in site-packages, nothing missing, nothing beside it."""

import os
import subprocess
import sys
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("tui", "screens", "frameworks", "sessions", "exports")
DATA = (".md", ".tcss", ".txt")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def info(wheel: Path, name: str) -> str:
    with zipfile.ZipFile(wheel) as archive:
        (path,) = (path for path in archive.namelist() if path.endswith(f".dist-info/{name}"))
        return archive.read(path).decode("utf-8")


def metadata(wheel: Path) -> Message:
    return Parser().parsestr(info(wheel, "METADATA"))


def test_it_takes_one_name_in_site_packages(names: set[str]) -> None:
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"inclusion_review"}
    assert len(tops) == 2


def test_it_holds_each_file_of_the_five_folders_and_no_other(names: set[str]) -> None:
    # hatchling leaves out what .gitignore names, without a word: a line `exports/` there would do
    ours = {
        f"inclusion_review/{path.relative_to(ROOT).as_posix()}"
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", *DATA)
    }
    # these two start the app, and go to the package's own folder (force-include)
    ours -= {"inclusion_review/tui/launcher.py", "inclusion_review/tui/__main__.py"}
    ours |= {"inclusion_review/__init__.py", "inclusion_review/__main__.py"}
    found = {name for name in names if ".dist-info/" not in name}
    assert ours - found == set()
    assert found - ours == set()


def test_it_holds_the_packs_and_the_style_sheets(names: set[str]) -> None:
    assert any(name.startswith("inclusion_review/frameworks/packs/") for name in names)
    for suffix in DATA:
        assert any(name.endswith(suffix) for name in names), suffix


def test_it_holds_no_tests(names: set[str]) -> None:
    assert not [name for name in names if "test" in name.lower()]


def test_its_metadata_say_what_it_is(wheel: Path) -> None:
    said = metadata(wheel)
    assert said["Name"] == "inclusion-review"
    assert said["License-Expression"] == "MIT"
    assert said["License-File"] == "LICENSE"
    assert said["Requires-Python"] == ">=3.11"
    assert "MIT License" in info(wheel, "licenses/LICENSE")
    assert "inclusion-review = inclusion_review:main" in info(wheel, "entry_points.txt")


def test_what_only_developers_need_is_an_extra(wheel: Path) -> None:
    needed = [line for line in metadata(wheel).get_all("Requires-Dist", []) if "extra" not in line]
    assert any(line.startswith("textual") for line in needed)
    assert not [line for line in needed if line.startswith(("pytest", "ruff", "mypy", "hatchling"))]


def test_it_runs_from_anywhere_with_its_own_code(wheel: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    zipfile.ZipFile(wheel).extractall(site)
    elsewhere.mkdir()
    # somebody else's module of the same name as a folder of ours
    (elsewhere / "sessions.py").write_text("raise SystemExit('the wrong sessions')")
    environment = {
        **os.environ,
        "PYTHONPATH": str(site),
        "INCLUSION_REVIEW_LIBRARY": str(tmp_path / "library"),
    }

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=elsewhere,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "inclusion-review" in run("-m", "inclusion_review", "--version")
    where = run("-c", "import inclusion_review, tui.cli, sessions; print(sessions.__file__)")
    assert Path(where.strip()).is_relative_to(site)

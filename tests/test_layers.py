"""What each layer may bring in with it, proved in a fresh process; and what the root may hold."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(found.name)
"""

CALL = """
import sys
from tui.cli import main
try:
    status = main(sys.argv[1:])
except SystemExit as leaving:
    status = leaving.code
assert not status, status
"""

# The last line of what each of them prints.
REPORT = """
names = {name.partition(".")[0] for name in sys.modules}
print()
print(*sorted(names & {"textual", "click", "rich"}))
"""

TOP_LEVEL = {
    *("tui", "screens", "frameworks", "sessions", "exports", "tests"),
    *("pyproject.toml", "README.md", "run.py", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    *(".ci", ".gitignore"),
}


def brought_in(code: str, *arguments: str) -> set[str]:
    """Which of the terminal's libraries are loaded once a fresh process has run this."""
    done = subprocess.run(
        [sys.executable, "-c", code + REPORT, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("package", ["exports", "sessions", "frameworks"])
def test_the_domain_knows_nothing_of_the_terminal(package: str) -> None:
    assert brought_in(IMPORT_ALL, package).isdisjoint({"textual", "click"})


@pytest.mark.parametrize("call", [["--version"], ["--help"], ["frameworks"], ["new", "--help"]])
def test_a_command_starts_without_textual(call: list[str]) -> None:
    assert "textual" not in brought_in(CALL, *call)


def test_the_check_would_see_textual() -> None:
    assert "textual" in brought_in("import sys, textual")


def test_the_root_holds_nothing_of_weight_beside_the_folders() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("git is not installed")
    if listed.returncode != 0:
        pytest.skip(f"git would not say: {listed.stderr.strip()}")
    tops = {name.partition("/")[0] for name in listed.stdout.split("\0") if name}
    assert tops - TOP_LEVEL == set()

"""run.py, tried on a small stand-in for the checkout, with a stand-in for pip: no network."""

import ast
import errno
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "run.py"

APP = """
import json, sys
import sessions
print(json.dumps([sys.argv[1:], sessions.__file__]))
sys.exit(7)
"""

# Notes what it was asked to install; then does what the file `pip-does` says.
PIP = """
import os, pathlib, signal, sys, time
here = pathlib.Path(sys.argv[1])
with (here / "pip-calls").open("a") as calls:
    calls.write(sys.argv[-1] + "\\n")
does = (here / "pip-does").read_text() if (here / "pip-does").exists() else ""
if does == "sleep":
    time.sleep(1.5)
elif does == "die":
    os.kill(os.getpid(), signal.SIGKILL)
elif does:
    print(does)
    sys.exit(1)
"""


def load(path: Path) -> Any:
    """Import this file as a module, whatever its folder."""
    spec = importlib.util.spec_from_file_location("run_under_test", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Checkout:
    """A folder with run.py in it, and what it did there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.run = load(root / "run.py")
        self.run.pip = lambda environment: [sys.executable, "-c", PIP, str(root)]
        self.became: list[list[str]] = []
        self.run.become = self._become

    def _become(self, command: list[str], environment: dict[str, str]) -> int:
        self.became.append(command)
        return 0

    @property
    def installed(self) -> list[str]:
        """What pip was asked to install, call by call."""
        path = self.root / "pip-calls"
        return path.read_text().split() if path.exists() else []

    def pip_does(self, what: str) -> None:
        (self.root / "pip-does").write_text(what)

    def site(self) -> Path:
        """The environment's site-packages."""
        return next(path for path in self.root.glob(".venv/[lL]ib/**/site-packages"))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    root = tmp_path / "a folder, déjà vu"
    root.mkdir()
    shutil.copy(SOURCE, root)
    (root / "pyproject.toml").write_text("[project]\n")
    for package, code in (("tui", APP), ("sessions", "")):
        (root / package).mkdir()
        (root / package / "__init__.py").touch()
        (root / package / "__main__.py").write_text(code)
    monkeypatch.chdir(tmp_path)  # `test` changes the current folder
    return Checkout(root)


# --- what it is written in -----------------------------------------------------------------------


def test_python_3_8_can_read_it() -> None:
    ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_it_needs_the_standard_library_alone() -> None:
    names = set()
    for node in ast.walk(ast.parse(SOURCE.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module
            names.add(node.module.partition(".")[0])
    assert names <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 8, 18), (3, 10, 13)])
def test_an_older_python_is_told_so(version: tuple[int, ...]) -> None:
    pretend = f"import sys, runpy; sys.version_info = {(*version, 'final', 0)}; "
    done = subprocess.run(
        [sys.executable, "-c", pretend + f"runpy.run_path({str(SOURCE)!r}, run_name='__main__')"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "needs Python 3.11 or newer" in done.stderr
    assert f"this is {version[0]}.{version[1]}." in done.stderr
    assert done.stderr.count("\n") == 1


# --- setting up ----------------------------------------------------------------------------------


def test_the_first_time_it_sets_up_and_says_so_in_a_line(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checkout.run.main(["demo"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Setting up .venv (") and said.err.count("\n") == 1
    assert checkout.installed == ["."]
    assert checkout.became == [[str(checkout.run.PYTHON), "-P", "-m", "tui", "demo"]]


def test_the_second_time_it_says_and_installs_nothing(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.run.main([])
    capsys.readouterr()
    assert checkout.run.main(["list", "--json"]) == 0
    assert capsys.readouterr() == ("", "")
    assert checkout.installed == ["."]


def test_what_the_tests_need_is_added_at_the_first_test(checkout: Checkout) -> None:
    checkout.run.main([])
    checkout.run.main(["test", "-k", "layers"])
    checkout.run.main(["test"])
    checkout.run.main([])
    assert checkout.installed == [".", ".[test]"]
    assert checkout.became[1][1:] == ["-m", "pytest", "-k", "layers"]
    assert Path.cwd() == checkout.root


def test_a_test_first_makes_the_app_ready_too(checkout: Checkout) -> None:
    checkout.run.main(["test"])
    checkout.run.main([])
    assert checkout.installed == [".[test]"]


def test_a_changed_pyproject_is_installed_into_the_same_environment(checkout: Checkout) -> None:
    checkout.run.main([])
    kept = checkout.site() / "kept.py"
    kept.touch()
    (checkout.root / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    checkout.run.main([])
    assert checkout.installed == [".", "."]
    assert kept.exists()


def test_another_python_makes_a_new_environment(checkout: Checkout) -> None:
    checkout.run.main([])
    gone = checkout.site() / "gone.py"
    gone.touch()
    checkout.run.MADE.write_text("cpython-310")
    (checkout.run.MARKS / "ready").write_text("cpython-310 linux 0\n")
    checkout.run.main([])
    assert checkout.installed == [".", "."]
    assert not gone.exists()


def test_killed_half_way_it_begins_again(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    if os.name == "nt":
        pytest.skip("Windows has no SIGKILL, by which this test ends the process")
    checkout.pip_does("die")
    assert checkout.run.main([]) == 1
    half = checkout.site() / "half.py"
    half.touch()
    checkout.pip_does("")
    capsys.readouterr()
    assert checkout.run.main([]) == 0
    assert "Setting up .venv again" in capsys.readouterr().err
    assert not half.exists()


def test_a_failing_pip_is_quoted_and_nothing_is_started(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.pip_does("ERROR: the dog ate it")
    assert checkout.run.main([]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[1] == "ERROR: the dog ate it"
    assert said[2].startswith("Setting up stopped: pip failed") and len(said) == 3
    assert checkout.became == []


def test_without_a_network_it_says_that(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.pip_does("WARNING: Retrying after connection broken by 'NewConnectionError(...)'")
    assert checkout.run.main([]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert "the internet did not answer" in last and "run the same line again" in last


def test_what_was_ready_stays_ready_when_more_cannot_be_had(checkout: Checkout) -> None:
    checkout.run.main([])
    checkout.pip_does("ERROR: no network")
    assert checkout.run.main(["test"]) == 1
    assert checkout.run.main([]) == 0
    assert checkout.installed == [".", ".[test]"]


def test_a_moved_folder_needs_no_network(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.run.main(["test"])
    script = checkout.run.PYTHON.parent / "a-script"
    script.write_text(f"#!{checkout.run.PYTHON}\n")
    moved = Checkout(checkout.root.rename(checkout.root.parent / "moved"))
    capsys.readouterr()
    assert moved.run.main([]) == 0
    assert moved.run.main(["test"]) == 0
    assert capsys.readouterr().err == ""
    assert moved.installed == [".[test]"]
    assert (moved.run.PYTHON.parent / "a-script").read_text() == f"#!{moved.run.PYTHON}\n"


def test_the_editable_entry_is_relative_and_plain_ascii(checkout: Checkout) -> None:
    checkout.run.main([])
    entry, other = checkout.site() / "_ours.pth", checkout.site() / "other.pth"
    entry.write_text(str(checkout.root), encoding="utf-8")
    other.write_text("/some/where/else")
    checkout.run.point_back()
    assert entry.read_text(encoding="ascii")
    assert (checkout.site() / entry.read_text()).resolve() == checkout.root
    assert other.read_text() == "/some/where/else"


def test_an_environment_of_somebody_elses_is_used_and_kept(checkout: Checkout) -> None:
    import venv

    venv.create(checkout.root / ".venv", symlinks=os.name != "nt")
    theirs = checkout.site() / "theirs.py"
    theirs.touch()
    checkout.run.main([])
    (checkout.root / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    checkout.run.main([])
    assert checkout.installed == [".", "."]
    assert theirs.exists()


def test_a_folder_that_is_no_environment_is_left_alone(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout.root / ".venv").mkdir()
    letter = checkout.root / ".venv" / "letter.txt"
    letter.touch()
    assert checkout.run.main([]) == 1
    assert "was not made by run.py" in capsys.readouterr().err
    assert letter.exists()


def test_a_file_in_the_way_is_named(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout.root / ".venv").touch()
    assert checkout.run.main([]) == 1
    assert "is not a folder" in capsys.readouterr().err


def test_a_read_only_folder_is_named(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    @contextmanager
    def refuse() -> Iterator[int]:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(checkout.run.LOCK))
        yield

    checkout.run.alone = refuse
    assert checkout.run.main([]) == 1
    said = capsys.readouterr().err
    assert str(checkout.run.LOCK) in said and "Copy this folder" in said
    assert said.count("\n") == 1


# --- as processes of their own -------------------------------------------------------------------

# Runs the run.py beside it with the stand-in for pip.
DRIVER = """
import runpy, sys
import run
run.pip = lambda environment: [sys.executable, "-c", PIP, str(run.ROOT)]
run.become = lambda command, environment: 0
sys.exit(run.main([]))
"""


def start(checkout: Checkout) -> subprocess.Popen[str]:
    code = f"PIP = {PIP!r}\n{DRIVER}"
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=checkout.root, stderr=subprocess.PIPE, text=True
    )


def wait_until_pip_runs(checkout: Checkout) -> None:
    end = time.monotonic() + 20
    while not checkout.installed:
        assert time.monotonic() < end
        time.sleep(0.02)


def test_of_two_at_once_one_sets_up_and_the_other_waits(checkout: Checkout) -> None:
    checkout.pip_does("sleep")
    first = start(checkout)
    wait_until_pip_runs(checkout)
    second = start(checkout)
    said = [process.communicate(timeout=30)[1] for process in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0)
    assert checkout.installed == ["."]
    assert said[0].startswith("Setting up .venv")
    assert said[1].startswith("Another run.py is setting up .venv") and said[1].count("\n") == 1


def test_a_pip_that_outlives_its_run_is_waited_for(checkout: Checkout) -> None:
    if os.name == "nt":
        pytest.skip("Windows has no SIGKILL, by which this test ends the process")
    checkout.pip_does("sleep")
    first = start(checkout)
    wait_until_pip_runs(checkout)
    first.send_signal(signal.SIGKILL)
    second = start(checkout)
    said = second.communicate(timeout=30)[1].splitlines()
    first.communicate()
    assert second.returncode == 0
    assert said[0].startswith("Another run.py is setting up .venv")
    assert said[1].startswith("Setting up .venv again")
    assert checkout.installed == [".", "."]


def test_arguments_and_exit_status_are_passed_on_and_our_code_comes_first(
    checkout: Checkout, tmp_path: Path
) -> None:
    checkout.run.main([])
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "sessions.py").write_text("raise SystemExit('the wrong sessions')")
    done = subprocess.run(
        [sys.executable, str(checkout.root / "run.py"), "note", "naïve", "--by", "A B"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(elsewhere)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (7, "")
    arguments, sessions = json.loads(done.stdout)
    assert arguments == ["note", "naïve", "--by", "A B"]
    assert Path(sessions) == checkout.root / "sessions" / "__init__.py"


def test_ctrl_c_leaves_a_line_and_no_traceback(checkout: Checkout) -> None:
    if os.name == "nt":
        pytest.skip("Windows sends Ctrl+C to a whole console, this test included")
    # Set up already but for the stamp, and the lock held by somebody: it waits.
    checkout.run.MARKS.mkdir(parents=True)
    # A job in the background has Ctrl+C switched off, and so have its children: on again for this.
    code = (
        "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        f"runpy.run_path({str(checkout.root / 'run.py')!r}, run_name='__main__')"
    )
    with checkout.run.alone():
        waiting = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)
        assert waiting.stderr is not None
        assert waiting.stderr.readline().startswith("Another run.py")
        waiting.send_signal(signal.SIGINT)
        rest = waiting.communicate(timeout=20)[1]
    assert waiting.returncode == 130
    assert rest.startswith("Stopped.") and rest.count("\n") == 1

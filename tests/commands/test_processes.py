"""Commands as processes, as a person or a script starts them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kept import kept

ROOT = Path(__file__).parents[2]


class Machine:
    """A machine with nothing on it but the app."""

    def __init__(self, folder: Path) -> None:
        self.root = self.folder = folder
        self.library = folder / "library"
        kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ} | {
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "data"),
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
        }

    def start(self, *argv: str | bytes, **more: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "tui", "--library", str(self.library), *argv],
            cwd=self.folder,
            env=self.environment | more,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def __call__(self, *argv: str | bytes, stdin: bytes = b"", **more: str) -> tuple[int, str, str]:
        process = self.start(*argv, **more)
        out, err = process.communicate(stdin, timeout=60)
        return process.returncode, out.decode(), err.decode()

    def done(self, *argv: str | bytes, stdin: bytes = b"") -> str:
        status, out, err = self(*argv, stdin=stdin)
        assert (status, err) == (0, "")
        return out.rstrip("\r\n")

    @kept
    def session(self) -> str:
        """Make a session with Al, and a long note of theirs."""
        made = self.done("new", "--setting", "Hollin Bank", "--reviewer", "Al")
        self.done("note", made, "--by", "Al", "--statement", "1.1", "-", stdin=b"x" * 300_000)
        return made


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_review_from_beginning_to_end(machine: Machine) -> None:
    session = machine.done(
        *("new", "--setting", "Hollin Bank", "--facilitator", "Fay"),
        *("--reviewer", "Amira Khan", "--reviewer", "Ben Orr"),
    )
    said = machine.done("note", session, "--by", "AK", "--statement", "1.1", "-", stdin=b"One.\r\n")
    assert said == "AK1"
    machine.done("gate", session, "--area", "1", "--by", "Fay")
    for name in ("AK", "BO"):
        machine.done(
            *("judge", session, "--by", name, "--statement", "1.1"),
            *("--highlight", "establishing", "--cite", "AK1"),
        )
    status, out, err = machine(
        *("agree", session, "--by", "Fay", "--statement", "1.1", "--because", "So"),
        *("--stage", "establishing"),
    )
    assert (status, out) == (1, "")
    assert "sealed" in err
    machine.done("reveal", session, "--by", "Fay", "--statement", "1.1")
    machine.done(
        *("agree", session, "--by", "Fay", "--statement", "1.1", "--because", "So"),
        *("--stage", "establishing"),
    )
    found = json.loads(machine.done("show", session, "--json"))
    assert found["areas"][0]["statements"][0]["agreement"]["stages"] == ["establishing"]
    report = Path(machine.done("export", session))
    assert "Establishing Foundations" in report.read_text(encoding="utf-8")


def test_the_exit_status_of_a_wrong_call_is_two(machine: Machine) -> None:
    status, out, err = machine("note")
    assert (status, out) == (2, "")
    assert "Traceback" not in err


def test_bytes_that_are_not_text_are_taken_and_shown(machine: Machine) -> None:
    if sys.platform == "win32":
        pytest.skip("on Windows a call is text already: bytes that are no text cannot be passed")
    session = machine.done("new", "--setting", b"caf\xe9 \xff", "--reviewer", "Al")
    assert machine.done("note", session, "--by", "Al", b"caf\xe9 \x1b[31m") == "A1"
    found = json.loads(machine.done("show", session, "--json"))
    assert found["setting"] == "caf\ufffd \ufffd"
    assert found["inbox"][0]["text"] == "caf\ufffd \ufffd[31m"
    status, _, err = machine("show", b"\xff\x1b]0;x\x07")
    assert status == 1
    assert (
        err == "There is no session called \ufffd\ufffd]0;x\ufffd; `list` shows those there are.\n"
    )
    assert machine("where", "--library", b"\xff")[0] == 0


def test_a_terminal_that_knows_only_ascii_is_no_error(machine: Machine) -> None:
    session = machine.done("new", "--setting", "小学校")
    for call in (("show", session), ("list",), ("frameworks", "show", "inclusion-audit")):
        status, _, err = machine(*call, PYTHONIOENCODING="ascii")
        assert (status, err) == (0, "")


@pytest.mark.skipif(
    sys.platform == "win32",
    reason="Windows ends a write to a closed pipe with another error, and has no SIGPIPE",
)
@pytest.mark.parametrize(
    "call",
    [("frameworks", "show", "inclusion-audit"), ("export", "SESSION", "--output", "-")],
    ids=["text", "export"],
)
def test_a_reader_that_has_gone_is_no_crash(machine: Machine, call: tuple[str, ...]) -> None:
    session = machine.session()
    process = machine.start(*[session if word == "SESSION" else word for word in call])
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read().decode()
    process.wait(timeout=60)
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    for pipe in (process.stdin, process.stderr):
        assert pipe is not None
        pipe.close()


@pytest.mark.skipif(sys.platform == "win32", reason="what is tried is a POSIX shell's redirection")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_crash(machine: Machine, closed: str) -> None:
    session = machine.session()
    calls = {
        "<&-": f"note {session} --by Al -",
        ">&-": f"export {session} --output -",
        "2>&-": f"show {session} --as Zoe",
    }
    done = subprocess.run(
        f'"{sys.executable}" -m tui --library "{machine.library}" {calls[closed]} {closed}',
        shell=True,
        env=machine.environment,
        cwd=machine.folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_two_calls_at_once_both_keep_what_they_wrote(machine: Machine) -> None:
    session = machine.done(
        "new", "--setting", "Hollin Bank", "--reviewer", "Al", "--reviewer", "Bo"
    )
    calls = [machine.start("note", session, "--by", by, f"By {by}.") for by in ("Al", "Bo", "Al")]
    refs = []
    for call in calls:
        out, err = call.communicate(timeout=60)
        assert (call.returncode, err) == (0, b"")
        refs.append(out.decode().strip())
    found = json.loads(machine.done("show", session, "--json"))
    assert sorted(note["text"] for note in found["inbox"]) == ["By Al.", "By Al.", "By Bo."]
    assert found["conflicts"] == []


def test_the_library_of_the_environment_is_used(machine: Machine, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "where"],
        cwd=tmp_path,
        env=machine.environment | {"INCLUSION_REVIEW_LIBRARY": str(tmp_path / "elsewhere")},
        capture_output=True,
        text=True,
    )
    assert f"library     {tmp_path / 'elsewhere'}\n" in done.stdout

"""A written file is read again: what is cut short, damaged or lacks a statement is found."""

import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from finished import made, report

from exports.formats import FORMATS
from exports.verify import verify
from sessions.errors import Refused

CSV = '\ufeffRef,Text\r\nAK1,"Two\r\nlines"\r\n'.encode()
ICS = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a b\r\n c\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / f"made.{FORMATS[name].ending}"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def found(folder: Path, name: str, data: str | bytes) -> str:
    """Return what is said of a file that is not whole."""
    path = write(folder, name, data)
    with pytest.raises(Refused) as refused:
        verify(name, path, report().seen)
    said = str(refused.value)
    assert (
        said.startswith(f"{path} was written") and "\n" not in said and "Do not pass it on" in said
    )
    return said


def test_what_is_whole_is_let_pass(tmp_path: Path) -> None:
    for one in (one for one in made() if one.seen.id == report().seen.id):
        name = "markdown" if one.name == "report" else one.name
        verify(name, write(tmp_path, name, one.markdown), one.seen)
    one = report()
    verify("html", write(tmp_path, "html", one.html), one.seen)
    verify("docx", write(tmp_path, "docx", one.word), one.seen)
    verify("actions-csv", write(tmp_path, "actions-csv", CSV), one.seen)
    verify("ics", write(tmp_path, "ics", ICS), one.seen)


def without_a_part(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(made, "w") as fewer:
        for name in given.namelist():
            if name != "word/document.xml":
                fewer.writestr(name, given.read(name))
    return made.getvalue()


def damaged(data: bytes) -> bytes:
    middle = len(data) // 2
    return (
        data[:middle]
        + bytes(byte ^ 0xFF for byte in data[middle : middle + 40])
        + data[middle + 40 :]
    )


@pytest.mark.parametrize(
    ("name", "harm", "said"),
    [
        ("markdown", lambda t: "", "there is nothing in it"),
        ("markdown", lambda t: t[:5000].rstrip(), "in the middle of a line"),
        ("markdown", lambda t: t[3000:], "does not begin with its title"),
        ("markdown", lambda t: t.encode()[:9000] + b"\xc3\n", "no text"),
        ("html", lambda t: t[: len(t) // 2], "it ends before the page does"),
        ("html", lambda t: t.replace("</ul>", "", 1), "ends where it should not"),
        ("html", lambda t: t.replace("<h1", "<h2", 1).replace("</h1>", "</h2>", 1), "one title"),
        ("html", lambda t: t.replace("</main>", "<script></script></main>"), "<script>"),
        ("html", lambda t: t.replace('href="#main"', 'href="http://a.b"'), "points out of it"),
        ("html", lambda t: t[100:], "does not begin"),
    ],
)
def test_text_that_is_not_whole_is_found(
    tmp_path: Path, name: str, harm: Callable[[str], str | bytes], said: str
) -> None:
    one = report()
    assert said in found(tmp_path, name, harm(one.html if name == "html" else one.markdown))


@pytest.mark.parametrize("harm", [lambda d: d[:-60], lambda d: b"PK\3\4", without_a_part, damaged])
def test_a_word_document_that_cannot_be_opened_is_found(
    tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    assert re.search("cannot|can be opened|damaged", found(tmp_path, "docx", harm(report().word)))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("actions-csv", CSV[:-9], "in the middle of a cell"),
        ("actions-csv", CSV + b"AK2\r\n", "the same number of cells"),
        ("json", b'{"a": [1, 2', "no JSON"),
        ("ics", ICS[:-30], "from its beginning to its end"),
        ("ics", ICS.replace(b"BEGIN:VEVENT\r\n", b""), "an end and no beginning"),
        ("ics", ICS.replace(b"END:VEVENT\r\n", b""), "an end and no beginning"),
        ("ics", b"\r\n", "there is nothing in it"),
    ],
)
def test_data_that_is_not_whole_is_found(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert said in found(tmp_path, name, data)


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_statement_that_is_missing_is_named(tmp_path: Path, name: str) -> None:
    one = report()
    text = one.html if name == "html" else one.markdown
    assert "it lacks the statement 3.2." in found(tmp_path, name, re.sub(r"\b3\.2\b", "3.20", text))


def test_other_documents_need_only_hold_what_is_asked_of_them(tmp_path: Path) -> None:
    path = write(tmp_path, "plan", "# Plan\n\n1.1 and 1.2\n")
    verify("plan", path, report().seen)
    verify("plan", path, report().seen, refs=["1.1", "1.2"])
    with pytest.raises(Refused, match=r"statements 1, 2\.1"):
        verify("plan", path, report().seen, refs=["1", "1.1", "2.1"])


def test_a_file_that_has_gone_is_found(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="it cannot be read"):
        verify("plan", tmp_path / "gone.md", report().seen)


def test_it_is_cheap(tmp_path: Path) -> None:
    one = report()
    for name, data in (("markdown", one.markdown), ("html", one.html), ("docx", one.word)):
        path = write(tmp_path, name, data)
        taken = []
        for _ in range(3):
            begun = time.process_time()
            verify(name, path, one.seen)
            taken.append(time.process_time() - begun)
        assert min(taken) < 0.25, name  # 20 ms here; that a machine is slow or busy is no failure

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import frameworks
from frameworks.reader import PackError, read_pack
from frameworks.shelf import Shelf, UnknownFramework

POSIX = pytest.mark.skipif(os.name != "posix", reason="no such permissions or links on Windows")


def pack(sample: str, identity: str) -> str:
    return sample.replace("id: sample", f"id: {identity}")


@pytest.fixture
def built_in(tmp_path: Path, sample: str) -> Path:
    folder = tmp_path / "packs"
    folder.mkdir()
    for identity in ("alpha", "beta"):
        (folder / f"{identity}.md").write_text(pack(sample, identity), encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def said(shelf: Shelf) -> list[str]:
    return [mistake.at(path.name) for path, found in shelf.broken() for mistake in found]


def test_the_frameworks_that_come_with_the_app(built_in: Path, sample: str) -> None:
    shelf = Shelf(built_in=built_in)
    assert shelf.ids() == ("alpha", "beta")
    assert shelf.get("beta") == read_pack(pack(sample, "beta"))
    assert shelf.text("beta") == pack(sample, "beta")
    assert shelf.all() == (shelf.get("alpha"), shelf.get("beta"))
    assert shelf.broken() == ()


def test_an_unknown_framework(built_in: Path) -> None:
    shelf = Shelf(built_in=built_in)
    for ask in (shelf.get, shelf.text):
        with pytest.raises(UnknownFramework) as caught:
            ask("gamma")
        assert caught.value.identity == "gamma"
        assert caught.value.known == ("alpha", "beta")
        assert str(caught.value) == "there is no framework 'gamma'; those at hand: alpha, beta"


def test_a_persons_own_packs_come_after_the_others(built_in: Path, own: Path, sample: str) -> None:
    (own / "Mine.MD").write_text(pack(sample, "aaa"), encoding="utf-8-sig")
    (own / "notes.txt").write_text("not a pack")
    (own / "._mine.md").write_bytes(b"\x00\x05\x16\x07")
    shelf = Shelf(own, built_in=built_in)
    assert shelf.ids() == ("alpha", "beta", "aaa")
    assert shelf.text("aaa") == pack(sample, "aaa")
    assert shelf.broken() == ()


def test_a_folder_that_is_not_there_holds_nothing(built_in: Path, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "none", cache=tmp_path / "no" / "cache", built_in=built_in)
    assert shelf.ids() == ("alpha", "beta")
    assert Shelf(tmp_path / "none", built_in=tmp_path / "nor").ids() == ()
    assert not (tmp_path / "none").exists()


@POSIX
def test_broken_packs_do_not_break_the_rest(built_in: Path, own: Path, sample: str) -> None:
    (own / "a.md").write_text(pack(sample, "a").replace("## 1.2", "## 1.3"), encoding="utf-8")
    (own / "b.md").mkdir()
    (own / "c.md").write_bytes(b"x" * 4_000_001)
    (own / "d.md").symlink_to(own / "nowhere")
    (own / "e.md").write_text(sample, encoding="utf-16")
    (own / "f.md").write_text(pack(sample, "f"), encoding="utf-8")
    shelf = Shelf(own, built_in=built_in)
    assert shelf.ids() == ("alpha", "beta", "f")
    assert [path.name for path, _ in shelf.broken()] == ["a.md", "b.md", "c.md", "d.md", "e.md"]
    assert said(shelf)[:4] == [
        "a.md:85: statement 1.3 comes here; expected 1.2",
        "b.md:1: not a file; expected a Markdown file",
        "c.md:1: a file too long for a pack; expected at most 1,000,000 characters",
        "d.md:1: the file cannot be read (No such file or directory); "
        "expected a file that you may open",
    ]


def test_an_id_is_given_once(built_in: Path, own: Path, sample: str) -> None:
    (own / "1.md").write_text("<!-- id -->\n" + pack(sample, "beta"), encoding="utf-8")
    (own / "2.md").write_text(pack(sample, "mine"), encoding="utf-8")
    (own / "3.md").write_text(pack(sample, "mine"), encoding="utf-8")
    shelf = Shelf(own, built_in=built_in)
    assert shelf.ids() == ("alpha", "beta", "mine")
    assert shelf.text("beta") == pack(sample, "beta")
    assert said(shelf) == [
        '1.md:3: the id "beta" is taken by another framework; expected an id of its own',
        '3.md:2: the id "mine" is taken by another framework; expected an id of its own',
    ]


def test_a_pack_that_is_mended_is_there_at_once(built_in: Path, own: Path, sample: str) -> None:
    path = own / "mine.md"
    path.write_text(pack(sample, "mine").replace("# Scale", "# Stages"), encoding="utf-8")
    shelf = Shelf(own, built_in=built_in)
    assert shelf.broken()
    path.write_text(pack(sample, "mine"), encoding="utf-8")
    assert "mine" in shelf.ids()
    assert not shelf.broken()
    path.unlink()
    assert "mine" not in shelf.ids()


def test_lines_are_those_an_editor_counts(built_in: Path, own: Path, sample: str) -> None:
    text = pack(sample, "mine").replace("Things begin.", "Things\u2028begin\x85now\x0c.")
    text = text.replace("## 1.2", "## 1.3").replace("\n", "\r\n")
    (own / "mine.md").write_bytes(b"\xef\xbb\xbf" + text.encode() + b"\xff\xfe")
    shelf = Shelf(own, built_in=built_in)
    assert said(shelf)[0] == "mine.md:85: statement 1.3 comes here; expected 1.2"


def test_bytes_that_are_not_utf_8_are_seen_as_that(built_in: Path, own: Path, sample: str) -> None:
    text = pack(sample, "mine").replace("Leaders know.", "Leaders know: \xa35.").encode()
    (own / "mine.md").write_bytes(text.replace("\xa3".encode(), b"\xa3"))
    (statement, *_) = Shelf(own, built_in=built_in).get("mine").areas[0].statements
    assert statement.text == "Leaders know: \ufffd5."


def test_a_copy_is_read_as_the_pack_it_was_made_of(built_in: Path, tmp_path: Path) -> None:
    shelf = Shelf(cache=tmp_path / "cache", built_in=built_in)
    assert shelf.read(shelf.text("beta")) == shelf.get("beta")
    with pytest.raises(PackError):
        shelf.read("not a pack")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "above" / "cache"


def kept_in(cache: Path) -> list[Path]:
    return sorted(cache.iterdir())


@POSIX
def test_what_is_kept_is_for_its_owner_alone(built_in: Path, cache: Path) -> None:
    before = os.umask(0)
    try:
        assert Shelf(cache=cache, built_in=built_in).ids() == ("alpha", "beta")
    finally:
        os.umask(before)
    assert [folder.stat().st_mode & 0o777 for folder in (cache, cache.parent)] == [0o700, 0o700]
    assert [path.stat().st_mode & 0o777 for path in kept_in(cache)] == [0o600, 0o600]


def test_what_is_kept_is_the_same_framework(built_in: Path, cache: Path) -> None:
    first = Shelf(cache=cache, built_in=built_in).all()
    stamps = [path.stat().st_mtime_ns for path in kept_in(cache)]
    assert Shelf(cache=cache, built_in=built_in).all() == first
    assert [path.stat().st_mtime_ns for path in kept_in(cache)] == stamps


def test_a_broken_pack_is_not_kept(built_in: Path, own: Path, cache: Path) -> None:
    (own / "a.md").write_text("# What?", encoding="utf-8")
    Shelf(own, cache=cache, built_in=built_in).ids()
    assert len(kept_in(cache)) == 2


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[:-1],
    "cut to the checksum": lambda data: data[:32],
    "longer": lambda data: data + b"\x00",
    "a bit of the text flipped": lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
    "a bit of the checksum flipped": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "zeros": lambda data: bytes(len(data)),
    "JSON": lambda data: b'{"id": "alpha"}',
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_made_anew(built_in: Path, cache: Path, damage: str) -> None:
    first = Shelf(cache=cache, built_in=built_in).all()
    whole = [path.read_bytes() for path in kept_in(cache)]
    for path in kept_in(cache):
        path.write_bytes(DAMAGE[damage](path.read_bytes()))
    assert Shelf(cache=cache, built_in=built_in).all() == first
    assert [path.read_bytes() for path in kept_in(cache)] == whole


def test_a_file_under_anothers_name_is_not_believed(built_in: Path, cache: Path) -> None:
    first = Shelf(cache=cache, built_in=built_in).all()
    one, other = kept_in(cache)
    shutil.copy(one, other)
    assert Shelf(cache=cache, built_in=built_in).all() == first


def test_a_folder_in_the_place_of_a_file_is_no_harm(built_in: Path, cache: Path) -> None:
    first = Shelf(cache=cache, built_in=built_in).all()
    for path in kept_in(cache):
        path.unlink()
        path.mkdir()
    assert Shelf(cache=cache, built_in=built_in).all() == first
    assert not [path for path in kept_in(cache) if path.is_file()]


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_cache_that_cannot_be_is_no_harm(built_in: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("in the way")
    assert Shelf(cache=tmp_path / place, built_in=built_in).ids() == ("alpha", "beta")
    assert (tmp_path / "file").read_text() == "in the way"


def run(code: str, *arguments: object, source: Path | None = None) -> str:
    """Run code in a fresh process, with our packages from `source`."""
    source = source or Path(frameworks.__file__).parent.parent
    command = [sys.executable, "-B", "-c", code, *map(str, arguments)]
    # With -c, the working folder is where imports are looked for first
    done = subprocess.run(
        command, cwd=source, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


IDS = """
import sys
from collections.abc import Callable
from pathlib import Path
from frameworks.shelf import Shelf
print(*Shelf(cache=Path(sys.argv[1]), built_in=Path(sys.argv[2])).ids())
"""


def test_a_pack_that_was_read_before_is_not_parsed(built_in: Path, cache: Path) -> None:
    heavy = IDS + 'print({"markdown_it", "rich", "textual", "click"} & set(sys.modules) or "")'
    assert run(heavy, cache, built_in).split("\n")[1] != ""
    assert run(heavy, cache, built_in).split("\n") == ["alpha beta"]


def test_a_new_reader_reads_anew(built_in: Path, cache: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(
        Path(frameworks.__file__).parent,
        source / "frameworks",
        ignore=shutil.ignore_patterns("__pycache__", "packs"),
    )
    assert run(IDS, cache, built_in, source=source) == "alpha beta"
    before = kept_in(cache)
    with (source / "frameworks" / "model.py").open("a", encoding="utf-8") as model:
        model.write("\n# another version\n")
    assert run(IDS, cache, built_in, source=source) == "alpha beta"
    after = kept_in(cache)
    assert len(before) == len(after) == 2
    assert not set(before) & set(after)

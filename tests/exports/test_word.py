"""The Word document: real styles, captions and lists, the same bytes each time, and open to others."""

import io
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from documents_read import style_of, words_of_word
from docx.oxml.ns import qn
from finished import report
from programs import converted, pdf_pages

from exports.template import Template
from exports.template_logo import Logo
from exports.tree import About, Heading, plain
from exports.tree_reading import read_tree
from exports.word import to_word

ABOUT = About(
    "A title",
    state="draft",
    framework="Little framework",
    version="1.2",
    made=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
)
STYLES = {1: "Title", 2: "Heading 1", 3: "Heading 2", 4: "Heading 3"}


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name).decode("utf-8", "replace") for name in found.namelist()}


def a_png() -> bytes:
    """Return a picture of four by two pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    rows = zlib.compress(b"\0" + b"\x0b\x55\x63" * 4 + b"\0" + b"\x0b\x55\x63" * 4)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 2, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_headings_are_headings() -> None:
    one = report()
    wanted = [
        (STYLES[block.rank], plain(block.content))
        for block in read_tree(one.markdown, one.title).blocks
        if isinstance(block, Heading)
    ]
    found = [(style_of(p), p.text) for p in opened(one.word).paragraphs]
    assert [pair for pair in found if pair[0] in STYLES.values()] == wanted


def test_contents_lead_to_the_headings() -> None:
    xml = parts(report().word)["word/document.xml"]
    assert r"TOC \o" in xml
    links = re.findall(r'w:hyperlink w:anchor="([^"]*)"', xml)
    assert len(links) > 10
    assert set(links) <= set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]*)"', xml))


def test_tables_have_numbered_captions_and_heads_that_repeat() -> None:
    word = opened(
        to_word("# T\n\n## People\n\n| A | B |\n| - | - |\n| c | d |\n| e | f |\n", ABOUT)
    )
    (table,) = word.tables
    assert word.paragraphs[-1].text == "Table 1. People"
    assert style_of(word.paragraphs[-1]) == "Caption"
    assert "SEQ Table" in word.paragraphs[-1]._p.xml
    assert table.style.name == "Review Table"
    marked = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert marked == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Table 1. People"


def test_each_list_with_an_order_begins_anew() -> None:
    text = "# T\n\n1. a\n2. b\n\nThen:\n\n3. c\n\n   1. d\n\n- e\n\n  f\n"
    word = opened(to_word(text, ABOUT))
    numbers = {p.text: p._p.pPr.numPr for p in word.paragraphs if p._p.pPr.numPr is not None}
    ids = {said: found.numId.val for said, found in numbers.items()}
    assert ids["a"] == ids["b"]
    assert len({ids["a"], ids["c"], ids["d"], ids["e"]}) == 4
    assert numbers["d"].ilvl.val == 1
    starts = {
        num.numId: num.findall(qn("w:lvlOverride"))[0][0].val
        for num in word.part.numbering_part.element.num_lst
        if num.findall(qn("w:lvlOverride"))
    }
    assert [starts[ids[said]] for said in "acd"] == [1, 3, 1]
    styles = {p.text: style_of(p) for p in word.paragraphs}
    assert (styles["a"], styles["e"], styles["f"]) == (
        "List Number",
        "List Bullet",
        "List Continue",
    )


def test_it_names_itself_and_no_author_and_no_machine() -> None:
    data = to_word("# T\n\nText.\n", ABOUT)
    known = opened(data).core_properties
    assert (known.title, known.language) == ("A title", "en-GB")
    assert (known.author, known.last_modified_by, known.comments) == ("", "", "")
    assert known.created == known.modified == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    xml = parts(data)
    assert 'w:lang w:val="en-GB"' in xml["word/styles.xml"]
    assert not re.search(r"python|macintosh|en-US", " ".join(xml.values()), re.I)


def test_each_page_names_the_document_and_its_number() -> None:
    section = opened(to_word("# T\n\nText.\n", ABOUT)).sections[0]
    assert round(section.page_width.mm) == 210 and round(section.page_height.mm) == 297
    for foot in (section.footer, section.first_page_footer):
        (line,) = foot.paragraphs
        assert line.text == "Draft · Little framework, version 1.2 · 22 November 2026\tPage 1 of 1"
        assert " PAGE " in line._p.xml and " NUMPAGES " in line._p.xml
    assert section.header.paragraphs[0].text == "A title\tDraft"


def test_a_template_gives_logo_colours_and_fonts() -> None:
    look = Template(
        name="Our School",
        logo=Logo("png", a_png(), 4, 2),
        accent="#5b0b63",
        heading_font="Georgia",
        header="Everyone belongs",
        footer="For governors",
    )
    data = to_word("# T\n\n## H\n", ABOUT, look)
    word = opened(data)
    head = word.sections[0].first_page_header.paragraphs[0]
    assert "Our School" in head.text and "Everyone belongs" in head.text
    (picture,) = (e for e in head._p.iter() if e.tag == qn("wp:docPr"))
    assert picture.get("descr") == "Logo of Our School"
    assert "For governors" in word.sections[0].footer.paragraphs[0].text
    styles = parts(data)["word/styles.xml"]
    assert "5b0b63" in styles and "Georgia" in styles
    assert "Georgia" not in parts(to_word("# T\n", ABOUT))["word/styles.xml"]


def test_a_logo_that_word_cannot_show_leaves_the_name() -> None:
    look = Template(name="Our School", logo=Logo("svg+xml", b"<svg/>", 4, 2))
    head = opened(to_word("# T\n", ABOUT, look)).sections[0].first_page_header
    assert "Our School" in head.paragraphs[0].text


def test_the_same_document_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    one = report()
    again = to_word(one.markdown, ABOUT)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 2, 3, 4, 5, 6, 0, 0, 0))
    assert to_word(one.markdown, ABOUT) == again
    with zipfile.ZipFile(io.BytesIO(again)) as found:
        assert {part.date_time for part in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_slow_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, exports.formats, exports.html, exports.word, exports.template, exports.verify;"
        "print(sorted({'docx', 'lxml', 'markdown_it', 'tomllib'} & set(sys.modules)))"
    )
    call = [sys.executable, "-c", code]
    root = Path(__file__).parents[2]
    said = subprocess.run(call, capture_output=True, text=True, check=True, cwd=root).stdout
    assert said == "[]\n"


def test_libreoffice_makes_a_pdf_of_it(tmp_path: Path) -> None:
    one = report()
    (tmp_path / "report.docx").write_bytes(one.word)
    pages = pdf_pages(converted(tmp_path / "report.docx", "pdf", tmp_path))
    whole = " ".join(pages)
    for block in read_tree(one.markdown, one.title).blocks:
        if isinstance(block, Heading):
            assert plain(block.content).replace("\n", " ") in whole
    assert "Name Role From Leads" in whole
    assert f"Page 2 of {len(pages)}" in pages[1]


def test_libreoffice_writes_it_again_without_a_loss(tmp_path: Path) -> None:
    one = report()
    (tmp_path / "report.docx").write_bytes(one.word)
    (tmp_path / "again").mkdir()
    again = converted(tmp_path / "report.docx", "docx", tmp_path / "again").read_bytes()
    lines = [line.strip() for line in words_of_word(again).split("\n")]
    wanted = [line.strip() for line in words_of_word(one.word).split("\n")]
    assert set(wanted) <= set(lines)
    assert [style_of(p) for p in opened(again).paragraphs].count("Heading 1") > 10

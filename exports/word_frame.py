"""The pages of a Word document: their size, and what stands at the head and the foot of each."""

import io
from typing import TYPE_CHECKING, Any

from .template import Template
from .tree import About

if TYPE_CHECKING:
    from docx.document import Document

_LOGO_HIGH, _LOGO_WIDE = 16.0, 50.0
"""The most room a logo takes, in millimetres."""


def set_frame(word: "Document", about: About, look: Template) -> None:
    """Make the pages A4, with heads, and feet that name the document and number the pages."""
    from docx.shared import Mm

    section: Any = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    section.header_distance, section.footer_distance = Mm(10), Mm(9)
    section.different_first_page_header_footer = True
    _first_head(section.first_page_header.paragraphs[0], about, look)
    head = section.header.paragraphs[0]
    head.add_run(f"{' · '.join(t for t in (about.title, look.header) if t)}\t{about.state}")
    for foot in (section.first_page_footer, section.footer):
        line = " · ".join(text for text in (about.stamp, look.footer) if text)
        _foot(foot.paragraphs[0], line)
    for part in (section.first_page_header, section.header):
        part.paragraphs[0].style = word.styles["Header"]
    for part in (section.first_page_footer, section.footer):
        part.paragraphs[0].style = word.styles["Footer"]


def _first_head(paragraph: Any, about: About, look: Template) -> None:
    """Fill the head of the first page: the school's logo and name, and the document's state."""
    logo = look.logo
    if logo is not None and logo.kind != "svg+xml":  # Word has no SVG that every reader shows
        from docx.shared import Mm

        scale = min(_LOGO_HIGH / logo.height, _LOGO_WIDE / logo.width)
        picture = paragraph.add_run().add_picture(io.BytesIO(logo.data), Mm(logo.width * scale))
        about_it = picture._inline.docPr
        about_it.set("descr", f"Logo of {look.name}" if look.name else "Logo")
        about_it.set("name", "Logo")
        paragraph.add_run("  ")
    name = paragraph.add_run(look.name)
    name.bold = True
    said = f"  {look.header}" if look.header and look.name else look.header
    paragraph.add_run(f"{said}\t{about.state}")


def _foot(paragraph: Any, line: str) -> None:
    paragraph.add_run(f"{line}\tPage ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, instruction: str) -> None:
    """Add a number that a word processor works out."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "", "separate", "1", "end"):
        run = paragraph.add_run("1" if kind == "1" else "")
        if kind == "":
            text = OxmlElement("w:instrText")
            text.text = f" {instruction} "
            run._r.append(text)
        elif kind != "1":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)

"""A document as a Word file: real styles, captions and lists, made of the same tree as the HTML.

The same document gives the same bytes, whenever and wherever it is made.
"""

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from .template import Template
from .tree import About
from .tree_reading import read_tree
from .word_body import Body
from .word_frame import set_frame
from .word_style import set_numbering, set_styles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_UNWANTED = ("thumbnail", "stylesWithEffects", "customXml", "extended-properties", "webSettings")
"""Kinds of parts that the empty document has, and that say nothing of this one."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of each part in the file: the first that a zip can say."""


def to_word(markdown: str, about: About, template: Template | None = None) -> bytes:
    """Return a Markdown document as a `.docx` file."""
    # Here, and not above: it is slow to import, and most calls make no Word document.
    import docx

    about, look = about.shown(), template or Template()
    word = docx.Document()
    body = Body(read_tree(markdown, about.title))
    _set_body(word, body.xml())
    set_styles(word, look, about.language)
    set_numbering(word, look, body.starts)
    set_frame(word, about, look)
    _set_properties(word, about)
    return _fixed(word)


def _set_body(word: "WordDocument", xml: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    old = word.element.body
    # As a whole: block by block, a long report would take half a minute
    body = parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")
    body.append(old[-1])  # what says how its pages are comes last
    word.element.replace(old, body)


def _set_properties(word: "WordDocument", about: About) -> None:
    known = word.core_properties
    known.title, known.language = about.title[:255], about.language
    known.author = known.last_modified_by = known.comments = ""
    known.subject = about.stamp[:255]
    made = about.made or datetime(*_EARLIEST)
    known.created = known.modified = (
        made.astimezone(UTC).replace(tzinfo=None) if made.tzinfo else made
    )
    _set_settings(word.settings.element, about.language)
    for part in (word.part.rels, word.part.package.rels):
        _drop(part)


def _set_settings(settings: Any, language: str) -> None:
    """Say the language, and that the file is of today's Word: else it opens as one of an older."""
    from docx.oxml.ns import qn

    for found in settings.findall(qn("w:themeFontLang")):
        found.attrib.clear()
        found.set(qn("w:val"), language)
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")
    for found in settings.findall(qn("w:zoom")):
        found.attrib.clear()
        found.set(qn("w:percent"), "100")


def _drop(rels: Any) -> None:
    for identity in [i for i, rel in rels.items() if rel.reltype.endswith(_UNWANTED)]:
        del rels[identity]


def _fixed(word: "WordDocument") -> bytes:
    """Return the file, without the moment at which it was made."""
    written, made = io.BytesIO(), io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(made, "w") as fixed:
        for name in given.namelist():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            fixed.writestr(info, given.read(name))
    return made.getvalue()

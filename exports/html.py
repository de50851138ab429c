"""A document as one HTML file: no scripts, nothing from outside, for a screen, for paper and to be heard.

It is made of the same tree as the Word document. Everything that is its text stands in `main`, but for
the list of contents and the charts, which say in another way what is there.
"""

import base64
from collections.abc import Iterator, Sequence
from html import escape

from .html_chart import chart_of, is_chart
from .html_style import style_sheet
from .template import Template
from .tree import (
    About,
    Block,
    Break,
    Content,
    Document,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    plain,
)
from .tree_look import (
    contents_of,
    facts_of,
    is_name,
    is_short,
    kept,
    label_apart,
    origin_apart,
)
from .tree_reading import read_tree


def to_html(markdown: str, about: About, template: Template | None = None) -> str:
    """Return a Markdown document as HTML. It ends with a newline."""
    about, look = about.shown(), template or Template()
    return "\n".join(_page(read_tree(markdown, about.title), about, look)) + "\n"


def _page(document: Document, about: About, look: Template) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(about.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(about.title)}</title>"
    yield f"<style>\n{style_sheet(about, look)}\n</style>"
    yield "</head>"
    yield "<body>"
    yield '<a class="skip" href="#main">Skip to the content</a>'
    yield from _top(about, look)
    yield '<main id="main" tabindex="-1">'
    yield from _body(document, look)
    yield "</main>"
    yield from _foot(about, look)
    yield "</body>"
    yield "</html>"


# Around the text


def _top(about: About, look: Template) -> Iterator[str]:
    yield '<header class="top">'
    yield '<div class="whose">'
    if look.logo is not None:
        data = base64.b64encode(look.logo.data).decode("ascii")
        name = f"Logo of {look.name}" if look.name else "Logo"
        yield (
            f'<img src="data:image/{look.logo.kind};base64,{data}" alt="{escape(name)}" '
            f'width="{look.logo.width}" height="{look.logo.height}">'
        )
    yield from (f'<p class="school">{escape(text)}</p>' for text in (look.name,) if text)
    yield from (f"<p>{escape(text)}</p>" for text in (look.header,) if text)
    yield "</div>"
    yield from (f'<p class="state">{escape(text)}</p>' for text in (about.state,) if text)
    yield "</header>"


def _foot(about: About, look: Template) -> Iterator[str]:
    yield '<footer class="foot">'
    yield from (f"<p>{escape(text)}</p>" for text in (about.stamp, look.footer) if text)
    yield "</footer>"


def _contents(sections: Sequence[Heading]) -> Iterator[str]:
    yield '<nav aria-labelledby="contents">'
    yield '<p id="contents">Contents</p>'
    yield "<ol>"
    for section in sections:
        name = escape(" ".join(plain(section.content).split()))
        yield f'<li><a href="#{section.anchor}">{name}</a></li>'
    yield "</ol>"
    yield "</nav>"


# The text


def _body(document: Document, look: Template) -> Iterator[str]:
    sections, facts = contents_of(document), facts_of(document)
    for block, leads in kept(document.blocks):
        if sections and block is sections[0]:
            yield from _contents(sections)
        yield from _facts(block) if block is facts else _block(block, look, leads)


def _blocks(blocks: Sequence[Block], look: Template) -> Iterator[str]:
    for block, leads in kept(blocks):
        yield from _block(block, look, leads)


def _block(block: Block | None, look: Template, leads: bool) -> Iterator[str]:
    match block:
        case Heading():
            said = _inline(block.content)
            yield f'<h{block.rank} id="{block.anchor}">{said}</h{block.rank}>'
        case Paragraph():
            yield _paragraph(block, leads)
        case Listing():
            yield from _listing(block, look)
        case Table():
            yield from chart_of(block, look)
            yield from _table(block)


def _paragraph(block: Paragraph, leads: bool) -> str:
    said, origin = origin_apart(block.content)
    behind = f'<span class="from">{_inline(origin)}</span>' if origin else ""
    kind = ' class="lead"' if leads else ""
    return f"<p{kind}>{_inline(said)}{behind}</p>"


def _facts(block: Listing | None) -> Iterator[str]:
    yield '<ul class="facts" role="list">'  # a list without marks is no list to some readers
    for item in block.items if block else ():
        for fact in item:
            content = fact.content if isinstance(fact, Paragraph) else ()
            label, rest = label_apart(content)
            yield f"<li><p>{_inline(label)} <span>{_inline(rest)}</span></p></li>"
    yield "</ul>"


def _listing(block: Listing, look: Template) -> Iterator[str]:
    start = f' start="{block.start}"' if block.start not in (None, 1) else ""
    tag = "ul" if block.start is None else "ol"
    yield f"<{tag}{start}>"
    for item in block.items:
        yield "<li>"
        yield from _blocks(item, look)
        yield "</li>"
    yield f"</{tag}>"


def _table(block: Table) -> Iterator[str]:
    # It can be reached by key: a narrow window shows a part of it, and the rest has to be scrolled to
    kind = "wide short" if is_short(block) else "wide"
    kind = "wide heard" if is_chart(block) else kind
    yield f'<div class="{kind}" role="group" aria-label="{block.name}" tabindex="0">'
    yield "<table>"
    yield f"<caption>{escape(block.caption)}</caption>"
    yield f"<thead>\n<tr>{''.join(_head(cell) for cell in block.head)}</tr>\n</thead>"
    yield "<tbody>"
    named = block.has_row_heads
    for row in block.rows:
        yield f"<tr>{''.join(_cells(row, named=named))}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _head(cell: Content) -> str:
    return f'<th scope="col">{_inline(cell)}</th>' if cell else "<td></td>"


def _cells(row: tuple[Content, ...], *, named: bool) -> Iterator[str]:
    for place, cell in enumerate(row):
        if named and place == 0:
            text = "" if is_name(cell) else ' class="text"'
            yield f'<th scope="row"{text}>{_inline(cell)}</th>'
        else:
            yield f"<td>{_inline(cell)}</td>"


def _inline(content: Content) -> str:
    return "".join("<br>" if isinstance(part, Break) else _run(part) for part in content)


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    for tag, wanted in (("code", run.code), ("em", run.emphasis), ("strong", run.strong)):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return text

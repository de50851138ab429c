"""How a Word document looks: its styles and numbering, from a template's colours and fonts."""

from typing import TYPE_CHECKING

from .colours import tint
from .html_style import SOFT, TEXT
from .template import Template
from .word_body import BULLETS, FIRST_ORDERED

if TYPE_CHECKING:
    from docx.document import Document

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def set_styles(document: "Document", look: Template, language: str) -> None:
    """Put our styles in the place of all that the empty document has."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    made = parse_xml(_filled(_STYLES, look, language))
    given = document.styles.element
    for style in given.findall(qn("w:style")):
        given.remove(style)
    old = given.find(qn("w:docDefaults"))
    assert old is not None
    given.replace(old, made[0])
    for style in made[0:]:
        given.append(style)


def set_numbering(document: "Document", look: Template, starts: list[int]) -> None:
    """Give a document our bullets, and a numbering of its own for each ordered list."""
    from docx.oxml import parse_xml

    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    for new in parse_xml(_filled(_numbering(starts), look, "")):
        numbering.append(new)


def _filled(xml: str, look: Template, language: str) -> str:
    values = {
        "NAMESPACE": _NAMESPACE,
        "LANGUAGE": language,
        "BODY": look.body_font,
        "HEADS": look.heading_font,
        "TEXT": TEXT[1:],
        "SOFT": SOFT[1:],
        "ACCENT": look.accent[1:],
        "HEADING": look.heading[1:],
        "LINE": tint(look.accent, 0.3)[1:],
        "TINT": tint(look.accent, 0.06)[1:],
    }
    for name, value in values.items():
        xml = xml.replace(f"${name}$", value)
    return xml


# Numbering


def _numbering(starts: list[int]) -> str:
    bullets = "".join(_level(depth, "bullet", "•" if depth % 2 == 0 else "–") for depth in range(9))
    numbers = "".join(_level(depth, "decimal", f"%{depth + 1}.") for depth in range(9))
    lists = "".join(_ordered(FIRST_ORDERED + place, start) for place, start in enumerate(starts))
    many = '<w:multiLevelType w:val="hybridMultilevel"/>'
    return (
        f"<w:numbering {_NAMESPACE}>"
        f'<w:abstractNum w:abstractNumId="1">{many}{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{many}{numbers}</w:abstractNum>'
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="1"/></w:num>'
        f"{lists}</w:numbering>"
    )


def _level(depth: int, kind: str, mark: str) -> str:
    left = (depth + 1) * 357
    bold = "<w:b/>" if kind == "decimal" else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="357"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="$BODY$" w:hAnsi="$BODY$"/>{bold}<w:color w:val="$ACCENT$"/></w:rPr>'
        "</w:lvl>"
    )


def _ordered(number: int, start: int) -> str:
    anew = "".join(
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for depth in range(9)
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="2"/>{anew}</w:num>'


# Styles


def _style(
    name: str,
    *,
    kind: str = "paragraph",
    base: str = "Normal",
    after: str = "",
    p: str = "",
    r: str = "",
) -> str:
    """Return a style by the name that people see; `p` and `r`: its paragraphs and its letters."""
    default = (
        ' w:default="1"' if name in ("Normal", "Default Paragraph Font", "Normal Table") else ""
    )
    parts = [f'<w:name w:val="{name}"/>']
    parts += (
        [f'<w:basedOn w:val="{base}"/>'] if base and not default and kind == "paragraph" else []
    )
    parts += [f'<w:next w:val="{after}"/>'] if after else []
    parts += ["<w:qFormat/>"] if kind == "paragraph" else []
    parts += [f"<w:pPr>{p}</w:pPr>"] if p else []
    parts += [f"<w:rPr>{r}</w:rPr>"] if r else []
    default += ' w:customStyle="1"' if name in _OWN else ""
    identity = _IDS.get(name, name.replace(" ", ""))
    return f'<w:style w:type="{kind}"{default} w:styleId="{identity}">{"".join(parts)}</w:style>'


_IDS = {"Normal Table": "TableNormal", **{f"heading {n}": f"Heading{n}" for n in range(1, 7)}}
_OWN = {"Facts", "Table Text", "Table Name", "Table Head", "Origin", "Words"}
_IDS |= {"toc 1": "TOC1", "caption": "Caption", "header": "Header", "footer": "Footer"}


def _heading(rank: int, size: int, before: int, colour: str, more: str = "") -> str:
    return _style(
        f"heading {rank}",
        after="Normal",
        p=(
            f'<w:keepNext/><w:keepLines/>{more}<w:spacing w:before="{before}" w:after="80" '
            f'w:line="252" w:lineRule="auto"/><w:outlineLvl w:val="{rank - 1}"/>'
        ),
        r=f'{_HEADFONT}<w:b/><w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


def _border(sides: str, colour: str, size: int, space: int) -> str:
    edge = f'w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"'
    return f"<w:pBdr>{''.join(f'<w:{side} {edge}/>' for side in sides.split())}</w:pBdr>"


_HEADFONT = '<w:rFonts w:ascii="$HEADS$" w:hAnsi="$HEADS$" w:cs="$HEADS$"/>'
_SMALL = '<w:color w:val="$SOFT$"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
_CELL = '<w:spacing w:before="30" w:after="30" w:line="250" w:lineRule="auto"/>'
_CELL_SIZE = '<w:sz w:val="18"/><w:szCs w:val="18"/>'

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="$BODY$" w:hAnsi="$BODY$" w:eastAsia="$BODY$" w:cs="$BODY$"/>'
    '<w:color w:val="$TEXT$"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="$LANGUAGE$" w:eastAsia="$LANGUAGE$" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    '<w:spacing w:after="80" w:line="264" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)

_TABLE_STYLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="ReviewTable"><w:name w:val="Review Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="$ACCENT$"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="$LINE$"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="$ACCENT$"/>'
    '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="$TINT$"/>'
    "</w:tcPr></w:tblStylePr></w:style>"
)

_STYLES = "".join(
    (
        "<w:styles $NAMESPACE$>",
        _DEFAULTS,
        _style("Normal"),
        _style("Default Paragraph Font", kind="character"),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>',
        _style(
            "Title",
            after="Normal",
            p=_border("bottom", "$ACCENT$", 24, 6)
            + '<w:spacing w:before="60" w:after="140" w:line="252" w:lineRule="auto"/>',
            r=f'{_HEADFONT}<w:b/><w:color w:val="$HEADING$"/><w:sz w:val="36"/><w:szCs w:val="36"/>',
        ),
        _heading(1, 28, 200, "$HEADING$", _border("top", "$LINE$", 6, 5)),
        _heading(2, 25, 200, "$HEADING$"),
        _heading(3, 22, 160, "$ACCENT$"),
        _heading(4, 21, 140, "$ACCENT$"),
        _heading(5, 21, 140, "$ACCENT$"),
        _style(
            "List Bullet",
            p=f'<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr><w:spacing w:after="60"/>',
        ),
        _style("List Number"),
        _style("List Continue"),
        _style(
            "Facts",
            p=_border("bottom between", "$LINE$", 4, 2)
            + '<w:spacing w:before="50" w:after="50"/><w:ind w:left="284" w:hanging="284"/>',
        ),
        _style(
            "caption",
            after="Normal",
            p='<w:keepNext/><w:spacing w:before="160" w:after="80"/>',
            r='<w:b/><w:color w:val="$SOFT$"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
        ),
        _style("Table Text", p=_CELL, r=_CELL_SIZE),
        _style("Table Name", base="TableText", r="<w:b/>"),
        _style(
            "Table Head", base="TableText", p="<w:keepNext/>", r='<w:b/><w:color w:val="FFFFFF"/>'
        ),
        _style(
            "TOC Heading",
            after="Normal",
            p='<w:keepNext/><w:spacing w:before="360" w:after="80"/>',
            r='<w:b/><w:color w:val="$HEADING$"/><w:sz w:val="24"/>',
        ),
        _style("toc 1", p='<w:spacing w:after="40"/><w:ind w:left="284"/>'),
        _style("header", p='<w:tabs><w:tab w:val="right" w:pos="9865"/></w:tabs>', r=_SMALL),
        _style("footer", p='<w:tabs><w:tab w:val="right" w:pos="9865"/></w:tabs>', r=_SMALL),
        _style("Origin", kind="character", base="", r=_SMALL.replace("17", "19")),
        _style(
            "Words",
            kind="character",
            base="",
            r='<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>',
        ),
        _TABLE_STYLE,
        "</w:styles>",
    )
)

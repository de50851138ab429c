"""How an HTML document looks, on a screen and on paper: its style sheet, from a template's colours."""

from .colours import tint
from .template import SERIF, Template
from .tree import About

TEXT = "#1b1f24"
"""Of everything that is read, on white: 16:1."""
SOFT = "#3f4750"
"""Of what stands beside it, on white or on a tint of it: more than 8:1."""


def style_sheet(about: About, template: Template) -> str:
    """Return the style sheet of a document; no text in it can end it."""
    values = {
        "TEXT": TEXT,
        "SOFT": SOFT,
        "ACCENT": template.accent,
        "HEADING": template.heading,
        "TINT": tint(template.accent, 0.06),
        "LINE": tint(template.accent, 0.3),
        "BODYFONT": _stack(template.body_font),
        "HEADFONT": _stack(template.heading_font),
        "PAGEHEAD": css_text(" · ".join(t for t in (about.title, template.header) if t)),
        "PAGESTATE": css_text(about.state),
        "PAGEFOOT": css_text(" · ".join(t for t in (about.stamp, template.footer) if t)),
    }
    sheet = _SHEET
    for name, value in values.items():
        sheet = sheet.replace(f"${name}$", value)
    return sheet


def css_text(text: str) -> str:
    """Return text as a string of CSS: whatever is no letter or digit is written by its number."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'


def _stack(font: str) -> str:
    """Return a font with others in its place, where a machine lacks it."""
    others = "Georgia, serif" if font in SERIF else '"Liberation Sans", Helvetica, sans-serif'
    return f'"{font}", {others}'


_SHEET = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: #fff; color: $TEXT$;
  font: 1.0625rem/1.6 $BODYFONT$; overflow-wrap: break-word;
}
.top, main, .foot { max-width: 52rem; margin: 0 auto; padding: 0 1.25rem; }
.skip {
  position: absolute; left: -100vw; padding: .75rem 1.25rem; background: $ACCENT$; color: #fff;
}
.skip:focus { left: 0; top: 0; z-index: 2; }
a { color: $ACCENT$; text-underline-offset: .15em; }
a:focus-visible, .wide:focus-visible { outline: .2rem solid $ACCENT$; outline-offset: .15rem; }
.top {
  display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
  justify-content: space-between; padding-top: 1.5rem; color: $SOFT$; font-size: .9375rem;
}
.top p { margin: 0; }
.top img { display: block; max-height: 4.5rem; max-width: 14rem; width: auto; height: auto; }
.whose { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: center; }
.school { color: $HEADING$; font-weight: bold; }
.state { border: .0625rem solid $ACCENT$; border-radius: 1rem; padding: .1rem .8rem; color: $ACCENT$; }

h1, h2, h3, h4, h5, h6 {
  color: $HEADING$; font-family: $HEADFONT$; line-height: 1.25; margin: 2rem 0 .5rem;
  text-wrap: balance; white-space: pre-wrap;
}
h1 { font-size: 2.125rem; margin-top: 1.25rem; padding-bottom: .75rem; border-bottom: .25rem solid $ACCENT$; }
h2 { font-size: 1.5625rem; margin-top: 3rem; padding-top: .75rem; border-top: .0625rem solid $LINE$; }
h1 + h2 { border-top: 0; margin-top: 1rem; padding-top: 0; }
h3 { font-size: 1.25rem; }
h4, h5, h6 { font-size: 1.0625rem; color: $ACCENT$; margin-bottom: .25rem; }
p, li, td, th, caption { white-space: pre-wrap; tab-size: 4; }
p { margin: 0 0 .75rem; }
ul, ol { margin: 0 0 1rem; padding-left: 1.5rem; white-space: normal; }
li { margin-bottom: .4rem; white-space: normal; }
li > p { margin-bottom: .3rem; }
li::marker { color: $ACCENT$; }
ol > li::marker { font-weight: bold; }
code { font-family: "Liberation Mono", Consolas, monospace; font-size: .9em; }
.from { color: $SOFT$; font-size: .9375em; }

.facts { list-style: none; padding: 0; margin: 1rem 0 1.5rem; }
.facts li { border-bottom: .0625rem solid $LINE$; padding: .3rem 0; margin: 0; }
.facts p { margin: 0; white-space: normal; }
.facts span { white-space: pre-wrap; }
.facts strong { color: $HEADING$; }
@media (min-width: 40rem), print {
  .facts p { display: grid; grid-template-columns: 11rem 1fr; column-gap: 1rem; }
}

nav { background: $TINT$; border-left: .25rem solid $ACCENT$; padding: 1rem 1.25rem; margin: 1.5rem 0; }
nav p { font-weight: bold; color: $HEADING$; margin: 0 0 .5rem; }
nav ol { list-style: none; margin: 0; padding: 0; column-gap: 2rem; }
nav li { break-inside: avoid; margin: 0; padding: .2rem 0; line-height: 1.4; }
@media (min-width: 40rem) { nav ol { columns: 2; } }

.wide { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.45; }
caption { caption-side: top; text-align: left; color: $SOFT$; font-weight: bold; padding: 0 0 .4rem; }
th, td {
  text-align: left; vertical-align: top; padding: .45rem .6rem;
  border-bottom: .0625rem solid $LINE$; overflow-wrap: break-word; min-width: 4.5rem;
}
thead th { background: $ACCENT$; color: #fff; border-bottom: 0; vertical-align: bottom; }
tbody th { font-weight: bold; min-width: 8rem; }
tbody th.text { font-weight: normal; }
tbody tr:nth-child(even) > * { background: $TINT$; }

figure { display: none; margin: 1rem 0 1.5rem; }
figcaption { color: $SOFT$; font-size: .9375rem; font-weight: bold; padding-bottom: .4rem; }
figure svg { display: block; width: 100%; height: auto; font-family: $BODYFONT$; }
/* Where there is room the grid is drawn, and the table that says the same is there to be heard */
@media (min-width: 40rem), print {
  figure { display: block; }
  .heard:not(:focus) {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  }
}

.foot {
  color: $SOFT$; font-size: .9375rem; margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem;
  border-top: .25rem solid $ACCENT$;
}
.foot p { margin: 0; }

@media (max-width: 30rem) {
  body { font-size: 1rem; }
  h1 { font-size: 1.625rem; }
  h2 { font-size: 1.375rem; }
  .top, main, .foot { padding-left: 1rem; padding-right: 1rem; }
}

@page {
  size: A4; margin: 16mm 17mm 15mm;
  @top-left { content: $PAGEHEAD$; font: 8.5pt $BODYFONT$; color: $SOFT$; }
  @top-right { content: $PAGESTATE$; font: 8.5pt $BODYFONT$; color: $SOFT$; }
  @bottom-left {
    content: $PAGEFOOT$; font: 8.5pt $BODYFONT$; color: $SOFT$; width: 82%; text-align: left;
  }
  @bottom-right {
    content: "Page " counter(page) " of " counter(pages); font: 8.5pt $BODYFONT$; color: $SOFT$;
  }
}
@page :first { @top-left { content: ""; } @top-right { content: ""; } }
@media print {
  body { font-size: 10.5pt; line-height: 1.34; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .top, main { max-width: none; padding: 0; }
  .top { padding-top: 0; }
  p { margin-bottom: 4.5pt; } ul, ol { margin-bottom: 5pt; } li, li > p { margin-bottom: 2pt; }
  .skip, .foot { display: none; }
  h1 { font-size: 18.5pt; margin: 4pt 0 8pt; padding-bottom: 5pt; }
  h2 { font-size: 14pt; margin: 10pt 0 3pt; padding-top: 5pt; } h3 { font-size: 12.5pt; margin: 10pt 0 3pt; }
  h4, h5, h6 { font-size: 11pt; margin: 8pt 0 2pt; }
  h1, h2, h3, h4, h5, h6, caption, .lead { break-after: avoid; break-inside: avoid; }
  h1 + h2 { margin-top: 0; padding-top: 0; }
  p, li { orphans: 3; widows: 3; }
  tr, figure, .short, .facts li, nav { break-inside: avoid; }
  thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .wide:not(.heard) { overflow: visible; }
  table, figcaption { font-size: 9pt; }
  th, td, tbody th { min-width: 0; padding: 3pt 4pt; }
  tbody th:not(.text) { min-width: 7.4em; }
  nav ol { columns: 2; }
  nav a { color: $TEXT$; text-decoration: none; }
}
""".strip()

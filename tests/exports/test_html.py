"""The HTML: one file that a screen reader can walk, a printer can print, and nobody else hears of."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from documents_read import words_of_html
from finished import made, report
from programs import axe, dumped, printed

from exports.colours import on_white, tint
from exports.html import to_html
from exports.html_style import SOFT, TEXT
from exports.template import Template
from exports.tree import About

ABOUT = About("A title", state="draft", framework="Framework", version="1")
GRID = (
    "# T\n\n## Where\n\n| Area of practice | First | Second | Not enough evidence |\n"
    "| - | - | - | - |\n| 1 Outcomes | 1.1, 1.2 | 1.2 |  |\n| 2 Leaders |  |  | 2.1 |\n"
)


def tags(page: str, name: str) -> list[str]:
    return re.findall(rf"<{name}\b[^>]*>", page)


def test_it_is_one_page_without_scripts_or_anything_from_outside() -> None:
    for one in made():
        page = one.html
        assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
        assert len(tags(page, "h1")) == len(tags(page, "title")) - page.count("<title id=") == 1
        assert not tags(page, "script") and not tags(page, "link") and not tags(page, "form")
        assert not re.search(
            r"\bon\w+=|@import|url\(|https?:", re.sub("<main.*</main>", "", page, flags=re.S)
        )
        assert all(found.startswith("#") for found in re.findall(r'href="([^"]*)"', page))


def test_headings_leave_out_no_rank_and_every_link_has_its_place() -> None:
    for one in made():
        ranks = [int(rank) for rank in re.findall(r"<h([1-6])", one.html)]
        assert ranks[0] == 1
        assert all(b <= a + 1 for a, b in pairwise(ranks))
        places = re.findall(r'\bid="([^"]*)"', one.html)
        assert len(places) == len(set(places))
        assert set(re.findall(r'href="#([^"]*)"', one.html)) <= set(places)
    page = report().html
    contents = page[page.index("<nav") : page.index("</nav>")]
    named = re.findall(r"<a [^>]*>(.*?)</a>", contents)
    assert named == re.findall(r'<h2 id="[^"]*">(.*?)</h2>', page)


def test_tables_have_a_caption_and_say_which_cells_are_heads() -> None:
    page = to_html(
        "# T\n\n## People\n\n| Name | Role |\n| - | - |\n| Amira & Co | reviewer |\n\n"
        "By room:\n\n| Room | Room |\n| - | - |\n| a | b |\n",
        ABOUT,
    )
    assert "<caption>Table 1. People</caption>" in page
    assert "<caption>Table 2. By room</caption>" in page
    assert '<th scope="col">Name</th><th scope="col">Role</th>' in page
    assert '<th scope="row">Amira &amp; Co</th><td>reviewer</td>' in page
    assert "<td>a</td><td>b</td>" in page  # two columns of one name: no row has a name


def test_text_stays_text() -> None:
    title = "</title></style><script>alert(1)</script>\"'\\"
    page = to_html(f"# {title}\n\n<b>no</b>\n", About(title, state=title, framework=title))
    assert "<script" not in page and "<b>" not in page
    assert page.count("</style>") == page.count("</title>") == 1
    assert "<b>no</b>" in words_of_html(page)


def test_the_grid_is_drawn_and_stands_as_a_table_too() -> None:
    page = to_html(GRID, ABOUT)
    drawing = page[page.index("<svg") : page.index("</svg>")]
    assert 'role="img"' in drawing and "<title" in drawing and "<desc" in drawing
    texts = re.findall(r"<text[^>]*>(.*?)</text>", drawing)
    assert [t for t in texts if re.fullmatch(r"\d\.\d", t)] == ["1.1", "1.2", "1.2", "2.1"]
    assert drawing.count("stroke-dasharray") == 3  # 1.2 twice, and what the dashes mean
    assert "lies at more than one" in texts
    assert not [t for t in texts if re.fullmatch(r"\d+", t)]  # nothing is counted
    assert "1.1, 1.2" in page[page.index("<table") :]
    assert "<svg" not in to_html(GRID.replace("Area of practice", "Area"), ABOUT)


@pytest.mark.parametrize("accent", [Template().accent, Template().heading, "#595959", "#036"])
def test_every_colour_of_text_can_be_read(accent: str) -> None:
    pale = tint(accent, 0.06)
    assert on_white(accent) >= 7  # on white, and white on it
    for colour in (TEXT, SOFT):
        assert on_white(colour) / on_white(pale) >= 7
        assert on_white(TEXT) / on_white(tint(accent, 0.14)) >= 7


CHECK = """
<script>AXE</script>
<script id="page" type="application/json">PAGE</script>
<script>
const wanted = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "best-practice"];
const rules = {"color-contrast-enhanced": {enabled: true}};
axe.run(document, {runOnly: wanted, rules}).then(async found => {
  const frame = document.createElement("iframe");
  frame.width = 320; frame.height = 800;
  frame.srcdoc = JSON.parse(document.getElementById("page").textContent);
  document.body.append(frame);
  await new Promise(loaded => frame.onload = loaded);
  const box = document.createElement("pre");
  box.id = "found";
  box.textContent = JSON.stringify({
    wrong: found.violations.map(rule => [rule.id, rule.nodes.length, rule.nodes[0].html]),
    unsure: found.incomplete.map(rule => [rule.id, rule.nodes.length, rule.nodes[0].html]),
    held: found.passes.map(rule => rule.id),
    fetched: performance.getEntriesByType("resource").map(entry => entry.name),
    wide: frame.contentDocument.documentElement.scrollWidth,
  });
  document.body.replaceChildren(box);
});
</script>
"""


def test_a_browser_finds_nothing_that_shuts_anybody_out(tmp_path: Path) -> None:
    page = report().html
    data = json.dumps(page).replace("<", "\\u003c")
    scripts = CHECK.replace("PAGE", data).replace("AXE", axe().replace("</script", "<\\/script"))
    checked = tmp_path / "checked.html"
    checked.write_text(page.replace("</body>", scripts + "</body>"), encoding="utf-8")
    dump = dumped(checked, tmp_path / "profile")
    said = re.search(r'<pre id="found">(.*?)</pre>', dump, re.S)
    assert said, "the checker did not run"
    text = said[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    found = json.loads(text)
    assert found["wrong"] == []
    # Of text in a drawing it cannot tell what lies behind it; the rules above hold for that
    assert all(html.startswith("<text") for _, _, html in found["unsure"])
    assert {"color-contrast-enhanced", "heading-order", "svg-img-alt", "region"} <= set(
        found["held"]
    )
    assert found["fetched"] == []
    assert found["wide"] <= 320


def test_it_prints_on_pages_that_name_it(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(report().html, encoding="utf-8")
    pages = printed(page, tmp_path)
    assert len(pages) > 10
    whole = " ".join(pages)
    for heading in re.findall(r"<h[12][^>]*>(.*?)</h", report().html):
        assert heading.replace("&amp;", "&") in whole
    assert f"Page 2 of {len(pages)}" in pages[1]
    assert all("Inclusion Audit Framework, version" in sheet for sheet in pages)

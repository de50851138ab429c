"""A school's template: one file, refused with the line where it is wrong, and what it changes."""

import base64
import tomllib
from pathlib import Path

import pytest

from exports.colours import on_white
from exports.html import to_html
from exports.parts import PARTS, Part
from exports.template import FONTS, Template, TemplateError, arrange, read_template
from exports.template_starter import starter_template
from exports.tree import About
from sessions.errors import Refused
from tui.cli import main

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm"><path d="M0 0"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
JPEG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x14\0\x1e\x03" + b"\0" * 20
ALL = """\
name = "Hollin Bank"
logo = "logo.png"
header = "Everyone belongs"
footer = "For governors"
order = ["facts", "plan"]
[colours]
accent = "#036"
heading = "#5B0B63"
[fonts]
body = "georgia"
headings = "Verdana"
[headings]
headline = "In short"
"""


def read(folder: Path, text: str | bytes) -> Template:
    path = folder / "ours.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_template(path)


def wrong(folder: Path, text: str | bytes) -> list[str]:
    """Return what is said of a template that is wrong, from its line on."""
    with pytest.raises(TemplateError) as refused:
        read(folder, text)
    named = f"{folder / 'ours.toml'}:"
    assert all(line.startswith(named) for line in refused.value.lines)
    assert str(refused.value).startswith(refused.value.lines[0])
    return [line.removeprefix(named) for line in refused.value.lines]


def test_a_whole_template_is_read(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    found = read(tmp_path, ALL)
    assert (found.name, found.header, found.footer) == (
        "Hollin Bank",
        "Everyone belongs",
        "For governors",
    )
    assert (found.accent, found.heading) == ("#003366", "#5b0b63")
    assert (found.body_font, found.heading_font) == ("Georgia", "Verdana")
    assert found.order == ("facts", "plan")
    assert found.headings == (("headline", "In short"),)
    assert found.logo is not None and (found.logo.width, found.logo.height) == (1, 1)


def test_what_it_does_not_say_is_ours(tmp_path: Path) -> None:
    assert read(tmp_path, "# nothing but this\n") == Template()
    assert on_white(Template().accent) >= 7 and on_white(Template().heading) >= 7


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('colour = "#036"', '1: there is no key "colour"; expected "name"'),
        ('\n[fonts]\nbig = "x"', '3: there is no key "big" in [fonts]; expected "body"'),
        ("name = 3", "1: name is no text; expected words"),
        ('name = " "', "1: name says nothing"),
        (f'header = "{"x" * 121}"', "1: header is too long (121 characters); expected at most 120"),
        ('fonts = "Arial"', "1: fonts is no table; expected a line [fonts]"),
        ('[fonts]\nbody = "Comic Sans MS"', "2: fonts.body is no font"),
        ('\n\n[colours]\naccent = "#79b"', "4: colours.accent #79b is too light to read on white"),
        ('[colours]\naccent = "#767676"', "its contrast is 4.5:1; expected a darker colour"),
        (
            '[colours]\naccent = "red"',
            '2: colours.accent is no colour: "red"; expected one such as',
        ),
        ('[colours]\naccent = "#12345"', "2: colours.accent is no colour"),
        ('order = "plan"', "1: order is no list"),
        ('order = [\n"plan",\n"plam"]', '3: there is no part "plam"; expected "facts"'),
        ('order = [\n"plan",\n"facts",\n"plan"]', '4: the part "plan" stands here a second time'),
        ("order = [1]", '1: there is no part "1"'),
        ('name = "x"\n[headings]\nnews = "x"', '3: there is no part "news"; expected "facts"'),
        ('logo = "none.png"', '1: there is no logo "none.png" beside the template'),
        ('logo = "../logo.png"', '1: the logo "../logo.png" is not beside the template'),
        ('logo = "data:image/png;base64,%%"', "1: the logo's data is not base64"),
        ('logo = "ours.toml"', "1: the logo is no picture"),
        ('a = "b"\nname = "x', "2: this is not TOML"),
        ("name = 'x'\nname = 'y'", "2: this is not TOML: Cannot overwrite a value"),
        ("= 1", "1: this is not TOML"),
        ("", "1: a file that is empty, or too large"),
        (b"name = 'x'\n# \xff", "2: this is not UTF-8"),
    ],
)
def test_a_wrong_one_is_refused_with_the_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert said in wrong(tmp_path, text)[0]


def test_every_mistake_is_said_at_once(tmp_path: Path) -> None:
    found = wrong(tmp_path, 'name = 1\nx = 2\n[colours]\naccent = "#999"\n')
    assert [line.split(":")[0] for line in found] == ["1", "2", "4"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(500_000), "the logo is too large (500 kB)"),
        (PNG[:40], "the logo's file is damaged"),
        (b"\xff\xd8\xff\xe0", "the logo's file is damaged"),
        (b"GIF89a", "the logo is no picture that a document can hold; expected PNG, JPEG or SVG"),
        (SVG[:-6], "the logo is no SVG that can be read"),
        (SVG.replace(b"<path", b"<script/><path"), "the logo holds a program"),
        (SVG.replace(b"<path", b"<path onclick='x'"), "the logo holds a program"),
        (SVG.replace(b"<path", b"<image href='http://a.b/c.png'/><path"), "points to something"),
        (
            SVG.replace(b"<path", b"<style>@import 'http://a.b/c'</style><path"),
            "points to something",
        ),
        (SVG.replace(b"<path", b"<path style='fill:url(//a.b/c)'"), "points to something"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG, "declares a document type"),
    ],
    ids=str.split("large cut short other half program event outside import fill entity"),
)
def test_a_logo_that_will_not_do_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "logo.png").write_bytes(data)
    assert said in wrong(tmp_path, 'name = "x"\nlogo = "logo.png"')[0]


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [(PNG, "png", (1, 1)), (JPEG, "jpeg", (30, 20)), (SVG, "svg+xml", (40, 20))],
)
def test_a_logo_stands_in_the_page_itself(
    tmp_path: Path, data: bytes, kind: str, size: tuple[int, int]
) -> None:
    embedded = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    found = read(tmp_path, f'name = "A & B"\nlogo = "{embedded}"')
    assert found.logo is not None and (found.logo.width, found.logo.height) == size
    page = to_html("# T\n", About("T"), found)
    assert f'<img src="{embedded}" alt="Logo of A &amp; B"' in page


def test_colours_fonts_and_lines_reach_the_page(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    page = to_html("# T\n", About("T"), read(tmp_path, ALL))
    for said in (
        "#003366",
        "#5b0b63",
        '"Georgia"',
        '"Verdana"',
        "Everyone belongs",
        "For governors",
    ):
        assert said in page


# Putting a document together

GIVEN = (
    Part("facts", ("- Setting: x",)),
    Part("headline", ("## Headline\n\nText", "### Below")),
    Part("areas", ("## Area 1: a", "### What we saw", "#5 is text")),
    Part("areas", ("## Area 2: b",)),
    Part("plan", ("## The plan", "row")),
)


def keys(template: Template) -> list[str]:
    return [part.key for part in arrange(GIVEN, template)]


def test_parts_come_in_the_schools_order_and_none_is_lost() -> None:
    assert keys(Template()) == ["facts", "headline", "areas", "areas", "plan"]
    assert keys(Template(order=("plan", "areas"))) == [
        "plan",
        "areas",
        "areas",
        "facts",
        "headline",
    ]
    assert keys(Template(order=("visit", "facts", "plan")))[:2] == ["facts", "plan"]
    assert set(arrange(GIVEN, Template(order=("facts", "plan")))) == set(GIVEN)


def test_parts_stand_under_the_schools_own_headings() -> None:
    own = (("headline", "In # short *"), ("areas", "Each area"), ("facts", "What it is"))
    facts, headline, first, second, plan = arrange(GIVEN, Template(headings=own))
    assert facts.blocks == ("## What it is", "- Setting: x")
    assert headline.blocks == ("## In # short \\*\n\nText", "### Below")
    assert first.blocks == ("## Each area", "### Area 1: a", "#### What we saw", "#5 is text")
    assert second.blocks == ("### Area 2: b",)
    assert plan == GIVEN[-1]


def test_facts_that_come_later_get_a_heading() -> None:
    plan, facts, *_ = arrange(GIVEN, Template(order=("plan", "facts")))
    assert plan.key == "plan"
    assert facts.blocks[0] == f"## {PARTS['facts']}"


# The commands


def test_the_template_to_begin_with_works_and_explains_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "our school.toml"
    assert main(["template", "new", str(path)]) == 0
    assert f'template check "{path}"' in capsys.readouterr().out
    assert read_template(path) == Template(name="Our School")
    assert main(["template", "check", str(path)]) == 0
    assert capsys.readouterr().out == "ok\n"
    text = path.read_text(encoding="utf-8")
    assert all(f"{key} " in text for key in PARTS) and all(font in text for font in FONTS)
    assert main(["template", "new", str(path)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["template", "new", str(tmp_path / "ours.txt")]) == 1
    # What stands in its comments works too, once their marks are taken away
    keys_only = [
        line.removeprefix("# ") for line in starter_template().split("\n") if " = " in line
    ]
    assert set(tomllib.loads("\n".join(keys_only[:5]))) == {
        "name",
        "logo",
        "header",
        "footer",
        "order",
    }


def test_check_says_the_line_of_each_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('name = "x"\n')
    bad.write_text('nam = "x"\nlogo = 1\n')
    assert main(["template", "check", str(good), str(bad)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{good}: ok"
    assert [line.removeprefix(f"{bad}:")[:2] for line in said[1:]] == ["1:", "2:"]
    assert main(["template", "check", str(tmp_path / "none.toml")]) == 1
    assert "There is no file" in capsys.readouterr().err


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no file"):
        read_template(tmp_path / "none.toml")

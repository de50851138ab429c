"""Documents of a review on any framework that a pack can give: complete, and without a number that rates."""

import itertools
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from frameworks_made import frameworks, pack_of
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from whole import (
    MADE,
    conclude,
    fill,
    in_format,
    prepare,
    section,
    seen_in_format,
    session_in,
    visit,
)

from exports.charts import CORNER
from exports.escape import cell, inline
from exports.formats import FORMATS
from frameworks.model import Framework
from frameworks.text import clean_line
from sessions.agreeing import agree
from sessions.ballots import reveal
from sessions.findings import add_finding
from sessions.passes import open_gate
from sessions.people import find_person
from sessions.planning import add_key_result
from sessions.seen import SessionView
from sessions.session import Session
from sessions.view import view

OURS = ("inclusion-audit", "send-support", "send-self-assessment", "send-rag-audit")
MARKDOWN = tuple(name for name, form in FORMATS.items() if form.ending == "md")
RATING = re.compile(r"\b(?:grades?|scores?|average|percent|out of|totals?|levels?)\b|%", re.I)
_DIGITS = str.maketrans("12", "öü")
"""Letters that no generated text has, in the place of its digits."""


def without_digits(framework: Framework) -> Framework:
    """Return the framework with letters for digits wherever a text belongs to one step."""
    replace = msgspec.structs.replace
    steps = tuple(replace(s, name=s.name.translate(_DIGITS)) for s in framework.scale.steps)
    areas = tuple(
        replace(
            area,
            descriptors=tuple(
                replace(d, text=d.text.translate(_DIGITS), full=d.full.translate(_DIGITS))
                for d in area.descriptors
            ),
        )
        for area in framework.areas
    )
    noun = framework.scale.noun.translate(_DIGITS)
    scale = replace(framework.scale, noun=noun, steps=steps)
    return replace(framework, scale=scale, areas=areas)


def reviewed(session: Session, described: int) -> None:
    """Write something in every place, open every gate but one, agree on every statement."""
    prepare(session, lambda place: f"The {place}.")
    visit(session, lambda place: f"The {place}.")
    conclude(session, lambda place: f"The {place}.")
    fran, state = find_person(session.state, "FG"), session.state
    noted = {ref for note in state.notes.values() for ref in note.statements}
    first = session.framework.scale.steps[0].key
    for area in state.areas:
        if area.number == described:
            continue
        if not session.state.judging(area.number):
            open_gate(session, fran, area.number)
        refs = [statement.ref for statement in area.statements]
        if not all(session.state.revealed(ref) for ref in refs):
            reveal(session, fran, area=area.number, reason="Time was short.")
        for ref in refs:
            if ref in noted:
                agree(session, fran, statement=ref, outcome="stages", stages=[first], because="So.")
        found = add_finding(session, fran, "development", "Less.", refs)
        add_key_result(session, fran, "More of it.", [found])


def all_at(seen: SessionView, choose: Callable[[int], str]) -> SessionView:
    """Return what is seen of a session, had each statement been agreed at the step chosen for it."""
    replace, place, areas = msgspec.structs.replace, 0, []
    for area in seen.areas:
        statements = []
        for statement in area.statements:
            place += 1
            judged = statement.judged
            if judged is not None and judged.agreement is not None:
                agreed = replace(judged.agreement, stages=(choose(place),))
                statement = replace(statement, judged=replace(judged, agreement=agreed))
            statements.append(statement)
        areas.append(replace(area, statements=tuple(statements)))
    return replace(seen, areas=tuple(areas))


def numbers(text: str) -> Counter[str]:
    """Return every number that a document says, and how often."""
    return Counter(re.findall(r"\d+(?:\.\d+)*", text))


@settings(max_examples=8)
@given(made=frameworks(), data=st.data())
def test_any_framework_gives_whole_documents(
    made: tuple[str, Framework], data: st.DataObject
) -> None:
    framework = without_digits(made[1])
    described = data.draw(st.sampled_from([0, *(a.number for a in framework.areas[1:])]))
    with tempfile.TemporaryDirectory() as root:
        packs = Path(root, "packs")
        packs.mkdir()
        Path(packs, "made.md").write_text(pack_of(framework), encoding="utf-8")
        with session_in(Path(root), packs, framework.id) as session:
            reviewed(session, described)
            text = in_format(session)
            check_whole(text, session)
            check_profile(text, session)
            check_documents(session)
            check_numbers(session)


@pytest.mark.parametrize("framework", OURS)
def test_our_frameworks_give_whole_documents(tmp_path: Path, packs: Path, framework: str) -> None:
    with session_in(tmp_path, packs, framework) as session:
        fill(session)
        text = in_format(session)
        check_whole(text, session)
        for name in MARKDOWN:
            check_markup(in_format(session, name))


def check_documents(session: Session) -> None:
    """Show that each document has every statement, and neither markup nor a word that rates."""
    seen = view(session)
    forms = {name: seen_in_format(seen, session.framework, name) for name in MARKDOWN}
    figures = section(forms["markdown"], "### Context figures")
    fields = [field.name for field in session.framework.fields]
    for name, made in forms.items():
        check_markup(made)
        said = made.replace(figures, "").replace("no grade and no forecast", "")
        said = said.replace("a grade, or a word that sounds like one", "")
        for field in fields:
            said = said.replace(inline(field), "").replace(cell(field), "")
        assert not RATING.search(said), name
    for ref in session.state.order:
        assert f"{ref} " in forms["audit-tables"]
        assert f"\n### Statement {ref}\n" in forms["visit-pack"]


def check_numbers(session: Session) -> None:
    """Show that no number follows from where statements lie: none counts, adds up or rates."""
    seen, keys = view(session), [step.key for step in session.framework.scale.steps]
    chosen = (lambda _: keys[0], lambda _: keys[-1], lambda place: keys[place % len(keys)])
    for name in MARKDOWN:
        told = [
            numbers(FORMATS[name].plain(all_at(seen, choose), session.framework, MADE))
            for choose in chosen
        ]
        assert told[0] == told[1] == told[2], name


def check_whole(text: str, session: Session) -> None:
    """Show that every statement in scope has its place, and every note its text."""
    assert text.count("#### Statement ") == len(session.state.order)
    for ref in session.state.order:
        assert f"\n#### Statement {ref}\n" in text
    for note in session.state.notes.values():
        assert f"({note.ref}: " in text


def check_profile(text: str, session: Session) -> None:
    """Show that a profile names steps and refs, in the scale's own order, and nothing else."""
    refs, steps = set(session.state.order), session.framework.scale.steps
    profile = section(section(text, "## Headline").join(["\n", ""]), "### Where practice sits")
    tokens = MarkdownIt("commonmark").enable("table").parse(profile)
    cells = {"th_open": list[str](), "td_open": list[str]()}
    for opening, inside in itertools.pairwise(tokens):
        if opening.type in cells:
            cells[opening.type].append("".join(c.content for c in inside.children or ()))
    head, body = cells["th_open"], cells["td_open"]
    assert head[: len(steps) + 1] == [CORNER, *(clean_line(step.name) for step in steps)]
    for place, said in enumerate(body):
        if place % len(head):  # the first of a row is its area
            assert not said or set(said.split(", ")) <= refs


def check_markup(markdown: str) -> None:
    """Show that no text of a framework's became markup."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    every = {child.type for token in tokens for child in (token, *(token.children or ()))}
    wrong = {"html_block", "html_inline", "link_open", "image", "code_inline", "fence"}
    assert not every & (wrong | {"code_block", "hr", "s_open", "blockquote_open"})

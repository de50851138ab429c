"""What may stand below a heading of a pack: paragraphs, lists, fields, further headings."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frameworks.mistakes import Mistakes, choice, quoted
from frameworks.outline import Block, Line, Section
from frameworks.text import clean_line

_NEAR = 0.8
"""How like a heading must be to another to be taken for it, from 0 to 1."""

_FIELD = re.compile(r"([A-Za-z]+(?: [A-Za-z]+)?) ?:(?: (.*)|)")


class Content(NamedTuple):
    """The blocks directly below a heading that have a place there."""

    paragraphs: tuple[Block, ...]
    lists: tuple[Block, ...]


def named(section: Section) -> str:
    """Return what a message calls the heading."""
    return quoted("#" * section.level + " " + section.title)


def content(
    section: Section,
    mistakes: Mistakes,
    expected: str,
    *,
    paragraphs: bool = False,
    lists: bool = False,
) -> Content:
    """Sort the blocks directly below the heading; report those that have no place there."""
    wanted = {"paragraph": paragraphs, "list": lists}
    found: dict[str, list[Block]] = {"paragraph": [], "list": []}
    for block in section.blocks:
        if wanted.get(block.kind, False):
            found[block.kind].append(block)
        else:
            report_stray(block, mistakes, expected)
    return Content(tuple(found["paragraph"]), tuple(found["list"]))


def report_stray(block: Block, mistakes: Mistakes, expected: str) -> None:
    """Report a block that stands where none of its kind belongs."""
    wrong = block.kind
    if block.kind == "paragraph":
        wrong = f"a paragraph: {quoted(clean_line(block.parts[0].text))}"
    elif block.kind == "list":
        wrong = "a list"
    mistakes.add(block.line, f"{wrong} where none belongs", expected)


def children(section: Section, mistakes: Mistakes, *expected: str) -> Iterator[Section]:
    """Yield the headings one step below this one; report those further below."""
    for child in section.children:
        if child.level == section.level + 1:
            yield child
        else:
            unknown_heading(child, mistakes, section.level + 1, *expected)


def unknown_heading(section: Section, mistakes: Mistakes, level: int, *expected: str) -> None:
    """Report a heading that a pack does not have in this place. What stands below it is left.

    Those expected are of the given level; none: no heading belongs here. Where one of them is all
    but the same, that is the one.
    """
    near = _nearest(section.title, expected) or expected
    meant = choice(*(f"{'#' * level} {title}" for title in dict.fromkeys(near)))
    if not expected:
        meant = "no heading here" if section.level == 2 else "no heading here, or one with fewer #"
    mistakes.add(section.line, f"unknown heading {named(section)}", meant)


def _nearest(title: str, expected: tuple[str, ...]) -> tuple[str, ...]:
    # Here, and not above: a pack without mistakes needs none of it
    from difflib import get_close_matches

    folded = {other.casefold(): other for other in expected}
    near = get_close_matches(title.casefold(), folded, n=1, cutoff=_NEAR)
    return tuple(folded[other] for other in near)


def no_headings(section: Section, mistakes: Mistakes) -> None:
    """Report every heading below this one."""
    for child in section.children:
        unknown_heading(child, mistakes, section.level + 1)


def is_empty(section: Section, mistakes: Mistakes, expected: str) -> bool:
    """Say whether there is nothing at all below the heading, and report it."""
    if section.blocks or section.children:
        return False
    mistakes.add(section.line, f"nothing below {named(section)}", expected)
    return True


def paragraph_text(block: Block) -> str:
    """Return a paragraph in one line."""
    return clean_line(" ".join(line.text for line in block.parts))


def paragraphs_of(blocks: Iterable[Block], mistakes: Mistakes) -> tuple[str, ...]:
    """Return each paragraph in one line; report those of which nothing can be seen."""
    texts = []
    for block in blocks:
        text = paragraph_text(block)
        if not text:
            mistakes.add(block.line, "a paragraph without text", "text")
        texts.append(text)
    return tuple(texts)


def items_of(blocks: Iterable[Block], mistakes: Mistakes) -> tuple[Line, ...]:
    """Return the items of the lists; report empty ones and those with more than a paragraph."""
    items: list[Line] = []
    for block in blocks:
        for line in block.nested:
            wrong = "a list item that holds more than one paragraph"
            mistakes.add(line, wrong, "one paragraph in each item")
        for item in block.parts:
            if not item.text:
                mistakes.add(item.number, "an empty list item", "text after the bullet or number")
        items += block.parts
    return tuple(items)


def only_items(section: Section, mistakes: Mistakes, expected: str) -> tuple[Line, ...]:
    """Return the items of a heading that has a list below it and nothing else."""
    if is_empty(section, mistakes, expected):
        return ()
    no_headings(section, mistakes)
    return items_of(content(section, mistakes, expected, lists=True).lists, mistakes)


def texts(items: Iterable[Line]) -> tuple[str, ...]:
    """Return the items without their lines."""
    return tuple(item.text for item in items)


class Fields(dict[str, Line]):
    """Fields by label; one that is not there is a line without text, and not `in` them."""

    def __missing__(self, label: str) -> Line:
        return Line(0, "")


def fields_of(
    blocks: Iterable[Block], labels: tuple[str, ...], mistakes: Mistakes, expected: str
) -> Fields:
    """Return the fields of the paragraphs by label; the one paragraph without a label as "".

    A field is `Label: text` at the start of a line, and goes on to the next label or the end of
    its paragraph. A second one, one without text and a second unlabelled paragraph are reported.
    """
    found = Fields()
    for label, number, text in _segments(blocks, labels):
        if not text:
            what, expected_text = f'"{label}:"', "text after it"
            if not label:
                what, expected_text = "a paragraph", "text"
            mistakes.add(number, f"{what} without text", expected_text)
        if label not in found:
            found[label] = Line(number, text)
        elif label:
            mistakes.add(number, f'a second "{label}:"', "only one")
        else:
            wrong = f"a paragraph: {quoted(text)} where none belongs"
            mistakes.add(number, wrong, expected)
    return found


def wording(section: Section, labels: tuple[str, ...], mistakes: Mistakes, expected: str) -> Fields:
    """Return the paragraphs below a heading as `fields_of` does; the unlabelled one must be."""
    found = content(section, mistakes, expected, paragraphs=True)
    fields = fields_of(found.paragraphs, labels, mistakes, expected)
    if "" not in fields:
        mistakes.add(section.line, f"no text below {named(section)}", expected)
    return fields


class _Segment(NamedTuple):
    label: str
    line: int
    text: str


def _segments(blocks: Iterable[Block], labels: tuple[str, ...]) -> Iterator[_Segment]:
    """Cut paragraphs where a line begins with one of the labels, in capitals or not."""
    known = {label.casefold(): label for label in labels}
    for block in blocks:
        label, line, words = "", block.line, list[str]()
        for number, source in block.parts:
            match = _FIELD.fullmatch(clean_line(source))
            if match and match[1].casefold() in known:
                if words or label:
                    yield _Segment(label, line, clean_line(" ".join(words)))
                label, line, words = known[match[1].casefold()], number, [match[2] or ""]
            else:
                words.append(source)
        yield _Segment(label, line, clean_line(" ".join(words)))

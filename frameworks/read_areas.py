"""Reads `# Area N: Title` with its statements and descriptors."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frameworks.mistakes import Mistakes, quoted
from frameworks.model import Area, CaseStudy, Descriptor, Mark, Scale, Statement, Step
from frameworks.numbering import Numbering
from frameworks.outline import Block, Line, Section
from frameworks.read_lists import Link
from frameworks.read_scale import ASK, LOOK_FOR
from frameworks.sections import (
    children,
    content,
    fields_of,
    is_empty,
    named,
    no_headings,
    only_items,
    paragraphs_of,
    texts,
    unknown_heading,
    wording,
)
from frameworks.slugs import Names

_AREA = re.compile(r"Area ([1-9][0-9]{0,2})(?:: (.+))?")
_MARK = re.compile(r"([1-9][0-9]{0,2}) ([!-:<-~]+) ([1-9][0-9]{0,3})")

_REFERENCES = "References"
_QUESTIONS = "Questions"
_CASE_STUDIES = "Case studies"
_ALSO_LINKED = "Also linked"
_WHOLE = "Area as a whole"
_LISTS = (_REFERENCES, _QUESTIONS, _CASE_STUDIES, _ALSO_LINKED)

_WITHIN_AREA = "paragraphs that say what the area is about, then headings"
_WITHIN_STATEMENT = 'one paragraph with the statement, and one that begins "Full:" if wanted'
_WITHIN_DESCRIPTOR = (
    'one paragraph with the descriptor, and others that begin "Full:" or "Source:" if wanted'
)


class _Parts(NamedTuple):
    """What has been read of an area."""

    statements: list[Statement]
    descriptors: list[Descriptor]
    lists: dict[str, tuple[Line, ...]]


class AreaReader:
    """Reads areas one after the other, and knows what they must have in common."""

    def __init__(
        self,
        scale: Scale,
        studies: Iterable[CaseStudy],
        links: Iterable[Link],
        mistakes: Mistakes,
    ) -> None:
        """Take the pack's scale, and its case studies with the areas that they name."""
        self._scale = scale
        self._steps = {step.name: step for step in scale.steps}
        self._studies = {study.title: study.id for study in studies}
        self._links = tuple(links)
        self._numbers: set[int] = set()
        self._mistakes = mistakes
        self._names = Names()
        self._due = 1
        self._lettered: bool | None = None

    def read(self, section: Section) -> Area:
        """Read one area; what is wrong with it goes into the mistakes."""
        number, title = self._heading(section)
        self._numbers.add(number)
        found = content(section, self._mistakes, _WITHIN_AREA, paragraphs=True)
        title, paragraphs = self._title(section, title, found.paragraphs)
        rationale = "\n\n".join(paragraphs_of(paragraphs, self._mistakes))
        parts = self._read_parts(section, number)
        case_studies, also_linked = self._linked(number, parts.lists)
        return Area(
            number=number,
            title=title,
            statements=tuple(parts.statements),
            descriptors=tuple(parts.descriptors),
            case_studies=case_studies,
            also_linked=also_linked,
            rationale=rationale,
            references=texts(parts.lists.get(_REFERENCES, ())),
            questions=texts(parts.lists.get(_QUESTIONS, ())),
        )

    def finish(self) -> None:
        """Report what can only be known when all areas have been read."""
        for link in self._links:
            if self._numbers and link.area not in self._numbers:
                self._mistakes.add(link.line, f"unknown area {link.area}", "an area of this pack")

    def _read_parts(self, section: Section, area: int) -> _Parts:
        """Read what stands below the area's `##` headings."""
        parts = _Parts([], [], {})
        numbering = Numbering(area, self._lettered, self._mistakes)
        seen = set()
        expected = (*_LISTS, _WHOLE, numbering.due)
        for child in children(section, self._mistakes, *expected):
            if child.title in seen:
                self._mistakes.add(child.line, f"a second {named(child)}", "it once in an area")
            elif child.title in _LISTS:
                seen.add(child.title)
                parts.lists[child.title] = only_items(child, self._mistakes, "a list")
            elif child.title == _WHOLE:
                seen.add(child.title)
                self._read_whole(child, area, parts.descriptors)
            elif child.title[:1].isdigit():
                ref = numbering.check(child)
                parts.statements.append(self._read_statement(child, area, ref, parts.descriptors))
            else:
                unknown_heading(child, self._mistakes, 2, *expected)
        self._lettered = numbering.lettered
        if not parts.statements:
            first = f'at least one, below a heading like "## {numbering.due}"'
            self._mistakes.add(section.line, f"no statements in {named(section)}", first)
        return parts

    def _heading(self, section: Section) -> tuple[int, str]:
        """Return the area's number and title; report a number that is not the next one."""
        match = _AREA.fullmatch(section.title)
        if not match:
            like = f'a heading like "# Area {self._due}: Title"'
            self._mistakes.add(section.line, f"the heading {named(section)} cannot be read", like)
            self._due += 1
            return self._due - 1, section.title
        number = int(match[1])
        if number != self._due:
            self._mistakes.add(section.line, f"area {number} comes here", f"area {self._due}")
        self._due = max(self._due, number + 1)
        return number, match[2] or ""

    def _title(
        self, section: Section, title: str, paragraphs: tuple[Block, ...]
    ) -> tuple[str, tuple[Block, ...]]:
        """Return the area's title, from its heading or a `Title:` below it, and the rest."""
        fields = fields_of(paragraphs[:1], ("Title",), self._mistakes, _WITHIN_AREA)
        if "Title" not in fields:
            if not title:
                like = f'a heading like "# {section.title}: ...", or "Title: ..." below it'
                self._mistakes.add(section.line, f"no title for {named(section)}", like)
            return title, paragraphs
        if title:
            self._mistakes.add(fields["Title"].number, "a second title", "only one")
        return fields["Title"].text, paragraphs[1:]

    def _read_statement(
        self, section: Section, area: int, ref: str, into: list[Descriptor]
    ) -> Statement:
        """Read a statement; its descriptors go into the given ones."""
        fields = wording(section, ("Full",), self._mistakes, _WITHIN_STATEMENT)
        lists: dict[str, tuple[Line, ...]] = {}
        described = set()
        expected = (ASK, LOOK_FOR, *self._steps)
        for child in children(section, self._mistakes, *expected):
            step = self._steps.get(child.title)
            if child.title in lists or child.title in described:
                wrong = f"a second {named(child)}"
                self._mistakes.add(child.line, wrong, "it once below a statement")
            elif child.title in (ASK, LOOK_FOR):
                lists[child.title] = only_items(child, self._mistakes, "a list")
            elif step:
                described.add(child.title)
                self._read_descriptor(child, step, area, ref, into)
            elif self._steps:
                unknown_heading(child, self._mistakes, 3, *expected)
        return Statement(
            ref=ref,
            text=fields[""].text,
            full=fields["Full"].text,
            questions=texts(lists.get(ASK, ())),
            look_for=texts(lists.get(LOOK_FOR, ())),
        )

    def _read_whole(self, section: Section, area: int, into: list[Descriptor]) -> None:
        """Read the descriptors of the area as a whole; a step may come more than once."""
        noun = self._scale.noun or "step"
        expected = f"descriptors, each below a heading (###) with the name of its {noun}"
        if is_empty(section, self._mistakes, expected):
            return
        content(section, self._mistakes, expected)
        for child in children(section, self._mistakes, *self._steps):
            if step := self._steps.get(child.title):
                self._read_descriptor(child, step, area, "", into)
            elif self._steps:
                unknown_heading(child, self._mistakes, 3, *self._steps)

    def _read_descriptor(
        self, section: Section, step: Step, area: int, ref: str, into: list[Descriptor]
    ) -> None:
        """Read a descriptor of the statement of that ref; of the area as a whole, if none."""
        no_headings(section, self._mistakes)
        fields = wording(section, ("Full", "Source"), self._mistakes, _WITHIN_DESCRIPTOR)
        into.append(
            Descriptor(
                id=self._names.give(f"{ref or area}-{step.key}"),
                stage=step.key,
                statements=(ref,) if ref else (),
                text=fields[""].text,
                full=fields["Full"].text,
                source=tuple(self._marks(fields["Source"], step, area)),
            )
        )

    def _marks(self, field: Line, step: Step, area: int) -> Iterator[Mark]:
        """Yield the marks of a `Source:`, which must be of this area and this step."""
        seen = set()
        known = {other.initials for other in self._scale.steps}
        noun = self._scale.noun or "step"
        for mark in field.text.split(";") if field.text else ():
            mark = mark.strip()
            match = _MARK.fullmatch(mark)
            wrong, expected = "", f'a mark like "{area} {step.initials} 1"'
            if not match:
                wrong = "cannot be read"
                expected += ', and ";" between two of them'
            elif int(match[1]) != area:
                wrong = "is of another area"
            elif step.initials and match[2] != step.initials:
                wrong = f"is of another {noun}" if match[2] in known else f"is of no {noun}"
            elif mark in seen:
                wrong, expected = "a second time", "each mark once"
            if wrong:
                self._mistakes.add(field.number, f"the source {quoted(mark)} {wrong}", expected)
            seen.add(mark)
            yield mark

    def _linked(
        self, area: int, lists: dict[str, tuple[Line, ...]]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of the case studies described with the area, and of those linked.

        The area may name them, or they may name the area.
        """
        here = [link for link in self._links if link.area == area]
        seen = {link.study.title for link in here}
        named_here = self._ids(lists.get(_CASE_STUDIES, ()), seen)
        linked_here = self._ids(lists.get(_ALSO_LINKED, ()), seen)
        return (
            (*named_here, *(link.study.id for link in here if link.described)),
            (*linked_here, *(link.study.id for link in here if not link.described)),
        )

    def _ids(self, titles: tuple[Line, ...], seen: set[str]) -> tuple[str, ...]:
        """Return the ids of case studies by title; report unknown ones and those seen before."""
        for title in titles:
            if title.text in seen:
                wrong = f"the case study {quoted(title.text)} a second time"
                self._mistakes.add(title.number, wrong, "each case study once in an area")
            elif title.text and title.text not in self._studies:
                wrong = f"unknown case study {quoted(title.text)}"
                meant = 'the exact title of one below "# Case studies"'
                self._mistakes.add(title.number, wrong, meant)
            seen |= {title.text} - {""}  # an empty item is reported as that
        return tuple(self._studies.get(title.text, "") for title in titles)

"""What a framework is made of. Values are frozen; a framework is read-only."""

from functools import cached_property
from itertools import pairwise
from typing import Literal

import msgspec

Mark = str
"""Where a wording comes from: area, initials of the stage, paragraph, as in `1 EF 3`."""


class Step(msgspec.Struct, frozen=True, omit_defaults=False):
    """One step of a framework's scale: a stage, an answer or a rating."""

    key: str
    """What commands call it: lower case, as `establishing`."""
    name: str
    """What people call it: `Establishing Foundations`."""
    symbol: str
    """One character that stands beside the name, never instead of it."""
    initials: str
    """The symbol where only ASCII can be shown: `EF`."""
    summary: str = ""
    """The step in a sentence."""
    points: tuple[str, ...] = ()
    """What the step looks like in general."""
    enquire: bool = False
    """Whether a self-evaluation at this step proposes a line of enquiry."""


class Scale(msgspec.Struct, frozen=True):
    """The steps that a judgement of this framework is made on, as the source orders them."""

    noun: str
    """What one step is called: `stage`, `answer`, `rating`."""
    steps: tuple[Step, ...]
    falling: bool = False
    """Whether the first step is the strongest, as Yes is of Yes, To some extent, No."""

    def step(self, key: str) -> Step | None:
        """Return the step of that key, if there is one."""
        return next((step for step in self.steps if step.key == key), None)

    def rising(self) -> tuple[Step, ...]:
        """Return the steps with the weakest first, whatever the order of the source."""
        return self.steps[::-1] if self.falling else self.steps

    def next_step(self, key: str) -> Step | None:
        """Return the next stronger step than that of the key; none after the strongest."""
        pairs = pairwise(self.rising())
        return next((stronger for step, stronger in pairs if step.key == key), None)


class JudgementField(msgspec.Struct, frozen=True):
    """Something that a judgement of a statement holds besides its step."""

    key: str
    """What commands call it, a slug of the name: `areas-for-development`."""
    name: str
    """What people call it: `Areas for development`."""
    hint: str = ""
    """What to write there; empty: the name says it."""


class Collection(msgspec.Struct, frozen=True):
    """Questions or references under one title, for some areas or for the whole framework."""

    title: str
    areas: tuple[int, ...]
    """Numbers of the areas that it is for, as the pack gives them; none: the whole framework."""
    items: tuple[str, ...]


class Descriptor(msgspec.Struct, frozen=True):
    """What one stage looks like for one statement, or for an area as a whole."""

    id: str
    """Unique in the framework: `1.2-establishing`."""
    stage: str
    """The key of its step."""
    statements: tuple[str, ...]
    """The refs of the statements it speaks of; none: the area as a whole."""
    text: str
    """The short wording, to work with."""
    full: str = ""
    """The wording that loses nothing, where the short one cannot carry all."""
    source: tuple[Mark, ...] = ()
    """The paragraphs of the source that it restates."""


class Statement(msgspec.Struct, frozen=True):
    """One practice statement of an area."""

    ref: str
    """Its number: `1.2`."""
    text: str
    """The short wording."""
    full: str = ""
    """The wording that loses nothing, where the short one cannot carry all."""
    questions: tuple[str, ...] = ()
    """What to ask."""
    look_for: tuple[str, ...] = ()
    """What to look for."""


class Area(msgspec.Struct, frozen=True):
    """One area of a framework."""

    number: int
    title: str
    statements: tuple[Statement, ...]
    descriptors: tuple[Descriptor, ...] = ()
    case_studies: tuple[str, ...] = ()
    """Ids of the case studies described with this area."""
    also_linked: tuple[str, ...] = ()
    """Ids of case studies that touch on this area and are described elsewhere."""
    rationale: str = ""
    references: tuple[str, ...] = ()
    """Its own, then those of the reference sets that name it."""
    questions: tuple[str, ...] = ()
    """Its own, then those of the question sets that name it."""

    def descriptor(self, ref: str, step: str) -> Descriptor | None:
        """Return what the step looks like for the statement, if the source describes it."""
        for descriptor in self.descriptors:
            if descriptor.stage == step and ref in descriptor.statements:
                return descriptor
        return None

    def as_a_whole(self, step: str) -> tuple[Descriptor, ...]:
        """Return what the step looks like for the area as a whole: none, one or more."""
        return tuple(d for d in self.descriptors if d.stage == step and not d.statements)


class CaseStudy(msgspec.Struct, frozen=True):
    """Practice elsewhere that a source document points to."""

    id: str
    title: str
    overview: str
    artefacts: tuple[str, ...] = ()


class SignpostItem(msgspec.Struct, frozen=True):
    """One place that a signpost points to."""

    name: str
    accessed: str = ""
    """The day the source last looked, as the source prints it; empty: not said."""


class Signpost(msgspec.Struct, frozen=True):
    """Where else to look."""

    title: str
    items: tuple[SignpostItem, ...]
    text: str = ""


class Framework(msgspec.Struct, frozen=True, dict=True):
    """A framework, whole, as its pack gives it."""

    id: str
    title: str
    version: str
    publisher: str
    source: str
    scale: Scale
    areas: tuple[Area, ...]
    about: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    case_studies: tuple[CaseStudy, ...] = ()
    signposts: tuple[Signpost, ...] = ()
    purposes: tuple[str, ...] = ()
    """What it is for."""
    draws_on: tuple[str, ...] = ()
    """What it was made from."""
    fields: tuple[JudgementField, ...] = ()
    """What a judgement of a statement holds besides its step."""
    question_sets: tuple[Collection, ...] = ()
    """Questions below titles of their own, for some areas or for all of the framework."""
    reference_sets: tuple[Collection, ...] = ()
    """References below titles of their own, for some areas or for all of the framework."""

    @cached_property
    def _places(self) -> dict[str, tuple[Area, Statement]]:
        return {s.ref: (area, s) for area in self.areas for s in area.statements}

    def area(self, number: int) -> Area | None:
        """Return the area of that number, if there is one."""
        return next((area for area in self.areas if area.number == number), None)

    def find(self, ref: str) -> tuple[Area, Statement] | None:
        """Return the statement of that ref and its area, if there is one."""
        return self._places.get(ref)

    def descriptor(self, identity: str) -> Descriptor | None:
        """Return the descriptor of that id, if there is one."""
        found = (d for area in self.areas for d in area.descriptors if d.id == identity)
        return next(found, None)

    def case_study(self, identity: str) -> CaseStudy | None:
        """Return the case study of that id, if there is one."""
        return next((study for study in self.case_studies if study.id == identity), None)


class Mistake(msgspec.Struct, frozen=True, order=True):
    """Something in a pack that is not as it must be."""

    line: int
    """The line of the file, from 1."""
    wrong: str
    """What is wrong, in a few words."""
    expected: str
    """What was expected instead."""

    def at(self, file: str) -> str:
        """Return it as people read it: `FILE:LINE: what is wrong; what was expected`."""
        return f"{file}:{self.line}: {self.wrong}; {self.expected}"


Part = Literal["full", "part"]
"""How much of a descriptor the evidence shows."""

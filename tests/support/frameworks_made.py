"""Frameworks of every shape that a pack can give, made up by Hypothesis, with their packs.

    from frameworks_made import frameworks

    @given(frameworks())
    def test_...(made: tuple[str, Framework]) -> None:
        text, framework = made

The texts are full of what might be taken for Markdown; no two steps, fields or sets share a name.
"""

from collections.abc import Iterator, Sequence

import msgspec
from hypothesis import strategies as st

from frameworks.model import (
    Area,
    CaseStudy,
    Collection,
    Descriptor,
    Framework,
    JudgementField,
    Scale,
    Signpost,
    SignpostItem,
    Statement,
    Step,
)
from frameworks.text import clean_line

# A letter first: what begins with "-" or "1." would be a list. No #: it may close a heading
CHARACTERS = "aA1 ,.;'\"*_&<[(é日-`~|\\"
WORDS = st.text(CHARACTERS, max_size=12).map(lambda text: clean_line("W" + text))
OPTIONAL = st.just("") | WORDS
LISTS = st.lists(WORDS, max_size=2).map(tuple)
SLUGS = st.sampled_from(["a", "b1", "a-b", "a-2", "not-at-all", "yes", "2", "x-y-z"])
SIGNS = tuple(zip("▲■●◆+○□", ("A", "BB", "C1", "D+", "e", "(f)", "G"), strict=True))
FIELDS = (
    ("Strengths", "strengths"),
    ("Areas for development", "areas-for-development"),
    ("What's next?", "whats-next"),
    ("Élan & vigour", "elan-vigour"),
    ("2 % more", "2-more"),
)


@st.composite
def frameworks(draw: st.DrawFn, most: int = 9) -> tuple[str, Framework]:
    """Return a pack and the framework in it.

    Scales of 2 to 7 steps in either order; 1 to `most` areas, numbered or lettered; with and without
    descriptors, fields, sets, case studies and whatever else a pack may lack.
    """
    scale = draw(scales())
    studies = tuple(
        CaseStudy(f"study-{n}", f"Study {n}", draw(WORDS), draw(LISTS))
        for n in range(draw(st.integers(0, 3)))
    )
    count = draw(st.integers(1, most))
    questions, references = draw(collections(count)), draw(collections(count))
    lettered, described = draw(st.booleans()), draw(st.booleans())
    steps = scale.steps if described else ()
    areas = []
    for number in range(1, count + 1):
        links = draw(st.sampled_from([studies, ()]))
        bare = draw(areas_of(number, lettered, steps, links))
        areas.append(with_items(bare, questions, references))
    framework = Framework(
        id=draw(SLUGS),
        title=draw(WORDS) + ": " + draw(WORDS),
        version=draw(WORDS),
        publisher=draw(WORDS),
        source=draw(WORDS),
        scale=scale,
        areas=tuple(areas),
        about=draw(LISTS),
        guidance=draw(LISTS),
        case_studies=studies,
        signposts=draw(st.lists(signposts(), max_size=2).map(tuple)),
        purposes=draw(LISTS),
        draws_on=draw(LISTS),
        fields=draw(fields()),
        question_sets=questions,
        reference_sets=references,
    )
    return pack_of(framework, by_study=draw(st.booleans())), framework


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """Return a scale on which any steps, or none, propose a line of enquiry."""
    count = draw(st.integers(2, len(SIGNS)))
    names = draw(st.lists(WORDS, min_size=count, max_size=count, unique=True))
    keys = draw(st.lists(SLUGS, min_size=count, max_size=count, unique=True))
    steps = tuple(
        Step(key, f"Step {name}", *sign, draw(OPTIONAL), draw(LISTS), draw(st.booleans()))
        for key, name, sign in zip(keys, names, SIGNS, strict=False)
    )
    return Scale(draw(WORDS), steps, draw(st.booleans()))


@st.composite
def fields(draw: st.DrawFn) -> tuple[JudgementField, ...]:
    chosen = draw(st.lists(st.sampled_from(FIELDS), max_size=3, unique=True))
    return tuple(JudgementField(key, name, draw(OPTIONAL)) for name, key in chosen)


@st.composite
def collections(draw: st.DrawFn, areas: int) -> tuple[Collection, ...]:
    """Return sets under different titles, for some of that many areas or for none of them."""
    numbers = st.lists(st.integers(1, areas), max_size=3, unique=True).map(tuple)
    items = st.lists(WORDS, min_size=1, max_size=2).map(tuple)
    titles = draw(st.lists(WORDS, max_size=2, unique=True))
    return tuple(Collection(title, draw(numbers), draw(items)) for title in titles)


@st.composite
def signposts(draw: st.DrawFn) -> Signpost:
    place = st.builds(SignpostItem, WORDS, st.sampled_from(["", "08.01.2026", "March"]))
    places = draw(st.lists(place, min_size=1, max_size=2))
    return Signpost(draw(WORDS), tuple(places), draw(OPTIONAL))


@st.composite
def areas_of(
    draw: st.DrawFn,
    number: int,
    lettered: bool,
    steps: tuple[Step, ...],
    studies: Sequence[CaseStudy],
) -> Area:
    """Return an area whose descriptors are of the given steps; none: it has no descriptors."""
    chosen = st.lists(st.sampled_from(steps), max_size=3, unique=True) if steps else st.just([])
    statements, descriptors = [], []
    for n in range(1, draw(st.integers(1, 3)) + 1):
        ref = f"{number}{chr(96 + n)}" if lettered else f"{number}.{n}"
        statements.append(
            Statement(ref, draw(WORDS), draw(OPTIONAL), draw(LISTS), draw(LISTS)),
        )
        for step in draw(chosen):
            marks = tuple(
                f"{number} {step.initials} {p + 1}" for p in range(draw(st.integers(0, 2)))
            )
            descriptors.append(
                Descriptor(
                    f"{ref}-{step.key}", step.key, (ref,), draw(WORDS), draw(OPTIONAL), marks
                )
            )
    for step in draw(chosen):
        descriptors.append(
            Descriptor(f"{number}-{step.key}", step.key, (), draw(WORDS), draw(OPTIONAL))
        )
    cut = draw(st.integers(0, len(studies)))
    return Area(
        number=number,
        title=draw(WORDS),
        statements=tuple(statements),
        descriptors=tuple(descriptors),
        case_studies=tuple(study.id for study in studies[:cut]),
        also_linked=tuple(study.id for study in studies[cut:]),
        rationale="\n\n".join(draw(LISTS)),
        references=draw(LISTS),
        questions=draw(LISTS),
    )


def with_items(
    area: Area, questions: Sequence[Collection], references: Sequence[Collection]
) -> Area:
    return msgspec.structs.replace(
        area,
        questions=area.questions + items_for(area, questions),
        references=area.references + items_for(area, references),
    )


def items_for(area: Area, sets: Sequence[Collection]) -> tuple[str, ...]:
    return tuple(item for one in sets for item in one.items if area.number in one.areas)


def pack_of(framework: Framework, by_study: bool = False) -> str:
    """Return a pack of the framework; `by_study`: case studies name areas, not areas them."""
    return "\n\n".join(blocks_of(framework, by_study)) + "\n"


def blocks_of(framework: Framework, by_study: bool) -> Iterator[str]:
    front = ("id", "title", "version", "publisher", "source")
    lines = [f"{name}: {getattr(framework, name)}" for name in front]
    lines.append(f"scale: {framework.scale.noun}")
    if framework.scale.falling:
        lines.append("order: falling")
    yield "\n".join(["---", *lines, "---"])
    if framework.about:
        yield "# About"
        yield from framework.about
    yield from listed("# Purposes", framework.purposes)
    yield from listed("# Draws on", framework.draws_on)
    yield from listed("# Guidance", framework.guidance)
    yield from blocks_of_scale(framework.scale)
    hinted = [f"{f.name}: {f.hint}" if f.hint else f.name for f in framework.fields]
    yield from listed("# Judgement", hinted)
    titles = {study.id: study.title for study in framework.case_studies}
    for area in framework.areas:
        yield from blocks_of_area(own(area, framework), framework.scale, {} if by_study else titles)
    yield from blocks_of_sets("# Questions", framework.question_sets)
    yield from blocks_of_sets("# References", framework.reference_sets)
    if framework.case_studies:
        yield "# Case studies"
    for study in framework.case_studies:
        yield f"## {study.title}"
        if by_study:
            yield from areas_of_study(study, framework)
        yield study.overview
        yield from (f"- {artefact}" for artefact in study.artefacts)
    if framework.signposts:
        yield "# Signposts"
    for signpost in framework.signposts:
        yield f"## {signpost.title}"
        yield from filter(None, [signpost.text])
        for item in signpost.items:
            yield f"- {item.name}" + (f" (accessed {item.accessed})" if item.accessed else "")


def blocks_of_scale(scale: Scale) -> Iterator[str]:
    yield "# Scale"
    weakest = scale.rising()[0]
    proposing = [step for step in scale.steps if step.enquire]
    for step in scale.steps:
        yield f"## {step.name}"
        lines = [f"Key: {step.key}", f"Symbol: {step.symbol}", f"Initials: {step.initials}"]
        # What a pack means where it says nothing is left unsaid
        if step.enquire and proposing != [weakest]:
            lines.append("Enquire: yes")
        elif step is weakest and not proposing:
            lines.append("Enquire: no")
        yield "\n".join(lines)
        yield from filter(None, [step.summary])
        yield from (f"- {point}" for point in step.points)


def blocks_of_sets(heading: str, sets: Sequence[Collection]) -> Iterator[str]:
    if sets:
        yield heading
    for one in sets:
        yield f"## {one.title}"
        if one.areas:
            yield "Areas: " + ", ".join(map(str, one.areas))
        yield from (f"- {item}" for item in one.items)


def own(area: Area, framework: Framework) -> Area:
    """Return the area without what the framework's sets gave it."""
    questions = len(area.questions) - len(items_for(area, framework.question_sets))
    references = len(area.references) - len(items_for(area, framework.reference_sets))
    return msgspec.structs.replace(
        area, questions=area.questions[:questions], references=area.references[:references]
    )


def areas_of_study(study: CaseStudy, framework: Framework) -> Iterator[str]:
    described = [area.number for area in framework.areas if study.id in area.case_studies]
    linked = [area.number for area in framework.areas if study.id in area.also_linked]
    for label, numbers in (("Areas", described), ("Also linked", linked)):
        if numbers:
            yield f"{label}: " + ", ".join(map(str, numbers))


def blocks_of_area(area: Area, scale: Scale, titles: dict[str, str]) -> Iterator[str]:
    yield f"# Area {area.number}: {area.title}"
    yield from filter(None, [area.rationale])
    yield from listed("## References", area.references)
    yield from listed("## Questions", area.questions)
    for statement in area.statements:
        yield f"## {statement.ref}"
        yield from worded(statement)
        yield from listed("### Ask", statement.questions)
        yield from listed("### Look for", statement.look_for)
        for descriptor in area.descriptors:
            if statement.ref in descriptor.statements:
                yield from described(descriptor, scale)
    whole = [descriptor for descriptor in area.descriptors if not descriptor.statements]
    if whole:
        yield "## Area as a whole"
    for descriptor in whole:
        yield from described(descriptor, scale)
    if titles:
        yield from listed("## Case studies", [titles[study] for study in area.case_studies])
        yield from listed("## Also linked", [titles[study] for study in area.also_linked])


def described(descriptor: Descriptor, scale: Scale) -> Iterator[str]:
    step = scale.step(descriptor.stage)
    assert step
    yield f"### {step.name}"
    yield from worded(descriptor)
    if descriptor.source:
        yield "Source: " + "; ".join(descriptor.source)


def worded(value: Statement | Descriptor) -> Iterator[str]:
    yield value.text
    if value.full:
        yield f"Full: {value.full}"


def listed(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield heading
        yield from (f"- {item}" for item in items)

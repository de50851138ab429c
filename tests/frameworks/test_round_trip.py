"""Any framework, written as a pack, is read as that framework."""

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frameworks.model import (
    Area,
    CaseStudy,
    Descriptor,
    Framework,
    Scale,
    Signpost,
    SignpostItem,
    Statement,
    Step,
)
from frameworks.reader import read_pack
from frameworks.text import clean_line

# A letter first: what begins with "-" or "1." would be a list. No #: it may close a heading
CHARACTERS = "aA1 ,.;'\"*_&<[(é日-`~|\\"
WORDS = st.text(CHARACTERS, max_size=20).map(lambda text: clean_line("W" + text))
OPTIONAL = st.just("") | WORDS
LISTS = st.lists(WORDS, max_size=3).map(tuple)
SLUGS = st.sampled_from(["a", "b1", "a-b", "a-2", "not-at-all", "yes", "2", "x-y-z"])


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    count = draw(st.integers(2, 5))
    names = draw(st.lists(WORDS, min_size=count, max_size=count, unique=True))
    keys = draw(st.lists(SLUGS, min_size=count, max_size=count, unique=True))
    steps = tuple(
        Step(key, f"Step {name}", symbol, initials, draw(OPTIONAL), draw(LISTS))
        for key, name, symbol, initials in zip(
            keys, names, "▲■●◆+", ("A", "BB", "C1", "D+", "e"), strict=False
        )
    )
    studies = tuple(
        CaseStudy(f"study-{n}", f"Study {n}", draw(WORDS), draw(LISTS))
        for n in range(draw(st.integers(0, 4)))
    )
    lettered = draw(st.booleans())
    areas = tuple(
        draw(areas_of(number, lettered, steps, [study.id for study in studies]))
        for number in range(1, draw(st.integers(2, 4)))
    )
    return Framework(
        id=draw(SLUGS),
        title=draw(WORDS) + ": " + draw(WORDS),
        version=draw(WORDS),
        publisher=draw(WORDS),
        source=draw(WORDS),
        scale=Scale(draw(WORDS), steps),
        areas=areas,
        about=draw(LISTS),
        guidance=draw(LISTS),
        case_studies=studies,
        signposts=draw(st.lists(signposts(), max_size=2).map(tuple)),
    )


@st.composite
def signposts(draw: st.DrawFn) -> Signpost:
    place = st.builds(SignpostItem, WORDS, st.sampled_from(["", "08.01.2026", "March"]))
    return Signpost(draw(WORDS), tuple(draw(st.lists(place, min_size=1))), draw(OPTIONAL))


@st.composite
def areas_of(
    draw: st.DrawFn, number: int, lettered: bool, steps: tuple[Step, ...], studies: list[str]
) -> Area:
    statements, descriptors = [], []
    for n in range(1, draw(st.integers(2, 4))):
        ref = f"{number}{chr(96 + n)}" if lettered else f"{number}.{n}"
        statements.append(
            Statement(ref, draw(WORDS), draw(OPTIONAL), draw(LISTS), draw(LISTS)),
        )
        for step in draw(st.lists(st.sampled_from(steps), unique=True)):
            marks = tuple(
                f"{number} {step.initials} {p}" for p in range(1, draw(st.integers(1, 3)))
            )
            descriptors.append(
                Descriptor(
                    f"{ref}-{step.key}", step.key, (ref,), draw(WORDS), draw(OPTIONAL), marks
                )
            )
    for step in draw(st.lists(st.sampled_from(steps), unique=True)):
        descriptors.append(
            Descriptor(f"{number}-{step.key}", step.key, (), draw(WORDS), draw(OPTIONAL))
        )
    cut = draw(st.integers(0, len(studies)))
    return Area(
        number=number,
        title=draw(WORDS),
        statements=tuple(statements),
        descriptors=tuple(descriptors),
        case_studies=tuple(studies[:cut]),
        also_linked=tuple(studies[cut:]),
        rationale="\n\n".join(draw(LISTS)),
        references=draw(LISTS),
        questions=draw(LISTS),
    )


def pack_of(framework: Framework, by_study: bool) -> str:
    return "\n\n".join(blocks_of(framework, by_study)) + "\n"


def blocks_of(framework: Framework, by_study: bool) -> Iterator[str]:
    front = ("id", "title", "version", "publisher", "source")
    lines = [f"{name}: {getattr(framework, name)}" for name in front]
    yield "\n".join(["---", *lines, f"scale: {framework.scale.noun}", "---"])
    if framework.about:
        yield "# About"
        yield from framework.about
    yield from listed("# Guidance", framework.guidance)
    yield "# Scale"
    for step in framework.scale.steps:
        yield f"## {step.name}"
        yield f"Key: {step.key}\nSymbol: {step.symbol}\nInitials: {step.initials}"
        yield from filter(None, [step.summary])
        yield from (f"- {point}" for point in step.points)
    titles = {study.id: study.title for study in framework.case_studies}
    for area in framework.areas:
        yield from blocks_of_area(area, framework.scale, {} if by_study else titles)
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


def listed(heading: str, items: tuple[str, ...] | list[str]) -> Iterator[str]:
    if items:
        yield heading
        yield from (f"- {item}" for item in items)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(frameworks(), st.booleans())
def test_what_is_written_is_read(framework: Framework, by_study: bool) -> None:
    assert read_pack(pack_of(framework, by_study)) == framework

"""Frameworks of any shape in which every step and descriptor has a word of its own."""

from frameworks.model import Area, Descriptor, Framework, JudgementField, Scale, Statement, Step

REFS = ("1.1", "1.2", "2.1", "2.2")

SYMBOLS = "◰◱◲◳◴"


def framework_of(steps: int, *, described: bool, falling: bool, fields: int) -> Framework:
    """Return a framework of two areas whose steps and descriptors stand out wherever they appear."""
    made = tuple(
        Step(
            f"qkey{n}z",
            f"Qstep{n}z",
            SYMBOLS[n - 1],
            f"QI{n}Z",
            f"Qsum{n}z is seen.",
            (f"Qpoint{n}z.",),
        )
        for n in range(1, steps + 1)
    )
    areas = []
    for number in (1, 2):
        refs = [ref for ref in REFS if ref.startswith(str(number))]
        statements = tuple(Statement(ref, f"Each child is met, {ref}.") for ref in refs)
        descriptors = [
            _descriptor(number, step, (ref,)) for ref in refs for step in made if described
        ]
        descriptors += [_descriptor(number, step, ()) for step in made if described]
        areas.append(Area(number, f"Area of {number}", statements, tuple(descriptors)))
    asked = (JudgementField("strengths", "Strengths", ""), JudgementField("aims", "Aims", ""))
    return Framework(
        *("marked", "Marked", "1", "Us", "Us"),
        Scale("rung", made, falling),
        tuple(areas),
        fields=asked[:fields],
    )


def _descriptor(area: int, step: Step, refs: tuple[str, ...]) -> Descriptor:
    about = f"{refs[0] if refs else area}-{step.key}"
    mark = about.replace(".", "").replace("-", "")
    return Descriptor(about, step.key, refs, f"Qlook{mark}.", f"Qfull{mark} of it.")

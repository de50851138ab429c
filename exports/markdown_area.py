"""An area of a report as Markdown: what was seen, where practice sits, what may come next."""

from collections.abc import Iterable, Iterator

from frameworks.model import CaseStudy

from .escape import block, heading, inline
from .markdown_after import gone_blocks, last_time
from .markdown_own import own_blocks
from .model import Area, Judged, Judgement, NextStep, Profile, Report, Statement
from .own_words import own_words
from .pieces import bold, ended, item, labelled, long_list, note_item, short_list
from .words import listed, spoken

NOTHING = "The source describes nothing here."


def area_blocks(area: Area, report: Report) -> Iterator[str]:
    """Yield an area's blocks."""
    yield f"## Area {area.number}: {heading(area.title)}"
    if area.judged is None:
        yield _not_judged(report)
    else:
        yield from own_words(report, f"area/{area.number}")
    yield "### What we saw"
    for statement in area.statements:
        yield from statement_blocks(statement, report)
    if area.judged is not None:
        yield from _where(area.judged, report)
        yield from own_blocks(area.judged.own, report)
        yield from _next(area.judged, report.noun)
        yield from _case_studies(area.judged)


def _not_judged(report: Report) -> str:
    if report.is_final:
        return (
            "This area was not judged. The report holds what was seen, heard and read in it, and "
            "nothing else."
        )
    return (
        "This area was still being described when the report was made. It holds what was "
        "seen, heard and read, and nothing else."
    )


def profile_list(profile: Profile, report: Report) -> str:
    """Return the statements as they lie: steps in words, each with its refs."""
    rows = [
        *profile.steps,
        ("Not enough evidence", profile.not_enough),
        ("Not applicable", profile.not_applicable),
        (report.now("Not yet agreed"), profile.not_agreed),
        (report.now("Not yet judged"), profile.not_judged),
    ]
    lines = [f"{bold(f'{name}:')} {inline(listed(refs))}" for name, refs in rows if refs]
    lines += [alone_line(profile)] if profile.alone else []
    return short_list(item(line) for line in lines)


def alone_line(profile: Profile) -> str:
    """Return which statements are one reviewer's view; empty: none is."""
    refs = inline(listed(profile.alone))
    return f"Of these, one reviewer's view and not the panel's: {refs}" if refs else ""


def statement_blocks(statement: Statement, report: Report, rank: int = 4) -> Iterator[str]:
    """Yield a statement with its notes, and who was heard; `rank`: that of its heading."""
    yield f"{'#' * rank} Statement {heading(statement.ref)}"
    yield block(statement.text)
    if statement.notes:
        yield long_list(note_item(note, report.date) for note in statement.notes)
    if statement.also:
        also = listed(f"{ref} (its text stands under {first})" for ref, first in statement.also)
        yield f"Also: {inline(also)}."
    if not statement.notes and not statement.also:
        yield "No evidence was recorded."
    elif len(statement.sources) == 1:
        yield f"{report.now('Heard from one side so far')}: {statement.sources[0]}."
    elif statement.sources:
        yield f"Heard from: {listed(statement.sources)}."


# Where practice sits


def _where(judged: Judged, report: Report) -> Iterator[str]:
    follows = report.after.follows
    yield "### Where practice sits"
    if judged.judges:
        yield f"Judged by {inline(spoken(judged.judges))}."
    if judged.sentence:
        yield from _as_a_whole(judged)
    yield last_time(judged.then, follows)
    yield "As the evidence lies:"
    yield profile_list(judged.profile, report)
    yield "Statement by statement:"
    yield long_list(_judgement(found, report) for found in judged.judgements)
    yield from gone_blocks(judged.gone, follows)


def _as_a_whole(judged: Judged) -> Iterator[str]:
    yield labelled("The area in a sentence", judged.sentence)
    if judged.stale:
        yield _again(judged.stale).strip()
    if judged.whole:
        yield f"Agreed for the area as a whole: {inline(judged.whole)}."
    if judged.dissent:
        yield long_list(item(labelled("Dissent", said)) for said in judged.dissent)
    if judged.as_a_whole:
        yield "What the framework says of the area as a whole, for comparison:"
        yield short_list(
            item(f"{bold(f'{step}:')} {block(text)}") for step, text in judged.as_a_whole
        )


def _judgement(found: Judgement, report: Report) -> str:
    basis = {
        "agreed": f"Agreed by the panel.{_again(found.stale)}",
        "alone": f"The view of {inline(found.by)}, who judged alone.",
        "not agreed": "",
        "not judged": "",
    }[found.basis]
    parts = [
        f"{bold(f'{found.ref}: {report.now(outcome(found))}.')} {basis}".rstrip(),
        labelled("Because", found.because),
        *(labelled(inline(name), text) for name, text in found.fields),
        f"Evidence: {listed(map(inline, found.cited))}." if found.cited else "",
        f"Speaking against it: {listed(map(inline, found.against))}." if found.against else "",
        "It cites no note that is shared." if found.stages and not found.cited else "",
        *(labelled("Dissent", said) for said in found.dissent),
        last_time(found.then, report.after.follows),
    ]
    return item(*parts)


def _again(stale: str) -> str:
    return f" ({ended(inline(stale))})" if stale else ""


def outcome(found: Judgement) -> str:
    """Return what a judgement says, in words, not escaped yet."""
    if found.basis == "not agreed":
        return "not yet agreed"
    if found.outcome in ("not_enough_evidence", "not_applicable"):
        return found.outcome.replace("_", " ")
    if not found.stages:
        return "not yet judged"
    return spoken(
        f"{step.name} in part" if part == "part" else step.name for step, part in found.stages
    )


# What may come next


def _next(judged: Judged, noun: str) -> Iterator[str]:
    if not any(found.stages for found in judged.judgements):
        return
    yield f"### What the next {heading(noun)} looks like"
    if not judged.described:
        yield NOTHING
        return
    yield (
        f"Ideas, not targets: what the framework describes one {inline(noun)} on from the furthest "
        "that the evidence shows."
    )
    last = [found.ref for found in judged.next_steps if not found.step]
    further = [found for found in judged.next_steps if found.step]
    if further:
        yield long_list(_next_step(found) for found in further)
    if last:
        yield (
            f"At the furthest {inline(noun)}, beyond which the framework describes none: "
            f"{listed(last)}."
        )


def _next_step(found: NextStep) -> str:
    text = block(found.text) if found.text else NOTHING
    return item(f"{bold(f'{found.ref}, {found.step}:')} {text}")


def _case_studies(judged: Judged) -> Iterator[str]:
    """Name them here and describe each once, at the end: most belong to several areas."""
    if not judged.case_studies and not judged.also_linked:
        return
    yield "### Case studies that may help"
    lines = []
    if judged.case_studies:
        lines.append(item(f"On this area: {_titles(s.title for s in judged.case_studies)}."))
    if judged.also_linked:
        lines.append(item(f"Touching on it: {_titles(judged.also_linked)}."))
    yield short_list(lines)
    if judged.case_studies:
        yield "What each did is at the end of this report."


def _titles(titles: Iterable[str]) -> str:
    return "; ".join(inline(title) for title in titles)


def case_study_blocks(report: Report) -> Iterator[str]:
    """Yield the part that describes the case studies, each once, with the areas it belongs to."""
    areas: dict[str, list[int]] = {}
    studies: dict[str, CaseStudy] = {}
    for area in report.areas:
        for study in area.judged.case_studies if area.judged else ():
            studies[study.id] = study
            areas.setdefault(study.id, []).append(area.number)
    if not studies:
        return
    yield "## Case studies that may help"
    yield long_list(_case_study(study, areas[identity]) for identity, study in studies.items())


def _case_study(study: CaseStudy, areas: list[int]) -> str:
    artefacts = "; ".join(inline(artefact) for artefact in study.artefacts)
    on = ("area " if len(areas) == 1 else "areas ") + spoken(map(str, areas))
    return item(
        f"{bold(f'{study.title}:')} {block(study.overview)}",
        f"On {on}." + (f" It shares: {artefacts}." if artefacts else ""),
    )

"""A framework as the JSON of `frameworks show ID --json`: see the command line's document."""

from typing import Any

from frameworks.model import (
    Area,
    CaseStudy,
    Collection,
    Descriptor,
    Framework,
    JudgementField,
    Scale,
    Signpost,
    Statement,
)


def framework_json(framework: Framework) -> dict[str, Any]:
    """Return the framework as dicts, lists, strings and numbers, ready for any JSON writer.

    Later versions only add keys. What a framework may lack is left out where it is lacking:
    `rationale`, `full`, `accessed`.
    """
    return {
        "id": framework.id,
        "title": framework.title,
        "version": framework.version,
        "publisher": framework.publisher,
        "about": list(framework.about),
        "scale": _scale(framework.scale),
        "guidance": list(framework.guidance),
        "signposts": [_signpost(signpost) for signpost in framework.signposts],
        "areas": [_area(area) for area in framework.areas],
        "case_studies": [_case_study(study) for study in framework.case_studies],
        "purposes": list(framework.purposes),
        "draws_on": list(framework.draws_on),
        "fields": [_field(field) for field in framework.fields],
        "question_sets": [_collection(questions) for questions in framework.question_sets],
        "reference_sets": [_collection(references) for references in framework.reference_sets],
    }


def _scale(scale: Scale) -> dict[str, Any]:
    steps = [
        {
            "key": step.key,
            "name": step.name,
            "symbol": step.symbol,
            "summary": step.summary,
            "points": list(step.points),
            "enquire": step.enquire,
        }
        for step in scale.steps
    ]
    order = "falling" if scale.falling else "rising"
    return {"noun": scale.noun, "steps": steps, "order": order}


def _signpost(signpost: Signpost) -> dict[str, Any]:
    items = [{"name": item.name, **_if_any("accessed", item.accessed)} for item in signpost.items]
    return {"title": signpost.title, "items": items}


def _area(area: Area) -> dict[str, Any]:
    return {
        "number": area.number,
        "title": area.title,
        **_if_any("rationale", area.rationale),
        "references": list(area.references),
        "questions": list(area.questions),
        "statements": [_statement(statement) for statement in area.statements],
        "descriptors": [_descriptor(descriptor) for descriptor in area.descriptors],
        "case_studies": list(area.case_studies),
        "also_linked": list(area.also_linked),
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "ref": statement.ref,
        "text": statement.text,
        **_if_any("full", statement.full),
        "questions": list(statement.questions),
        "look_for": list(statement.look_for),
    }


def _descriptor(descriptor: Descriptor) -> dict[str, Any]:
    return {
        "id": descriptor.id,
        "stage": descriptor.stage,
        "statements": list(descriptor.statements),
        "text": descriptor.text,
        **_if_any("full", descriptor.full),
        "source": list(descriptor.source),
    }


def _case_study(study: CaseStudy) -> dict[str, Any]:
    return {
        "id": study.id,
        "title": study.title,
        "overview": study.overview,
        "artefacts": list(study.artefacts),
    }


def _field(field: JudgementField) -> dict[str, str]:
    return {"key": field.key, "name": field.name, "hint": field.hint}


def _collection(collection: Collection) -> dict[str, Any]:
    return {
        "title": collection.title,
        "areas": list(collection.areas),
        "items": list(collection.items),
    }


def _if_any(key: str, value: str) -> dict[str, str]:
    return {key: value} if value else {}

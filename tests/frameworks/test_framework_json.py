import json

from frameworks.as_json import framework_json
from frameworks.reader import read_pack

EXPECTED = """
{"id": "sample", "title": "SEND: the audit", "version": "2026.1", "publisher": "Hollin Bank",
 "about": ["What it is, with *stars* and a [link](x).", "Who it is for, in two lines."],
 "scale": {"noun": "stage", "steps": [
   {"key": "starting", "name": "Starting Out", "symbol": "▲", "summary": "Things begin.",
    "points": ["Some of it is there.", "Not all of it."], "enquire": true},
   {"key": "going-well", "name": "Going Well", "symbol": "●", "summary": "", "points": [],
    "enquire": false}], "order": "rising"},
 "guidance": ["First, look.", "Then judge."],
 "signposts": [
   {"title": "Ordinarily Available Provision", "items": [
     {"name": "Bolton", "accessed": "08.01.2026"}, {"name": "St. Helens (the borough)"}]},
   {"title": "Toolkits", "items": [{"name": "State-funded toolkit"}]}],
 "areas": [
   {"number": 1, "title": "Outcomes", "rationale": "Why it matters.\\n\\nAnd to whom.",
    "references": ["The Code, 6.44", "6.45: look often", "Chapter 6"],
    "questions": ["What do you see?", "What changed?", "What did not?"],
    "statements": [
      {"ref": "1.1", "text": "Leaders know.", "full": "Leaders know, and act on what they know.",
       "questions": ["Who knows?", "Since when?"], "look_for": ["a plan"]},
      {"ref": "1.2", "text": "Learners thrive.", "questions": [], "look_for": []}],
    "descriptors": [
      {"id": "1.1-starting", "stage": "starting", "statements": ["1.1"], "text": "Some know.",
       "full": "Some know, others do not.", "source": ["1 SO 1"]},
      {"id": "1.1-going-well", "stage": "going-well", "statements": ["1.1"], "text": "All know.",
       "source": ["1 GW 1", "1 GW 2"]},
      {"id": "1-going-well", "stage": "going-well", "statements": [], "text": "It holds together.",
       "source": ["1 GW 3"]},
      {"id": "1-going-well-2", "stage": "going-well", "statements": [], "text": "It lasts.",
       "source": []}],
    "case_studies": ["the-hive"], "also_linked": ["3-part-curriculum"]},
   {"number": 2, "title": "Leadership", "references": [],
    "questions": ["What changed?", "What did not?"],
    "statements": [{"ref": "2.1", "text": "Governors ask.", "questions": [], "look_for": []}],
    "descriptors": [
      {"id": "2.1-going-well", "stage": "going-well", "statements": ["2.1"],
       "text": "They hear answers.", "source": []}],
    "case_studies": [], "also_linked": []}],
 "case_studies": [
   {"id": "the-hive", "title": "The Hive", "overview": "A room of its own.",
    "artefacts": ["Talking Head", "Plan"]},
   {"id": "3-part-curriculum", "title": "3-Part Curriculum", "overview": "Three parts.",
    "artefacts": []}],
 "purposes": ["To see what is there", "To plan what comes next"], "draws_on": ["The Code"],
 "fields": [
   {"key": "strengths", "name": "Strengths", "hint": ""},
   {"key": "areas-for-development", "name": "Areas for development",
    "hint": "what to do next: and who"}],
 "question_sets": [
   {"title": "For everybody", "areas": [], "items": ["Who was asked?"]},
   {"title": "Of leaders", "areas": [2, 1], "items": ["What changed?", "What did not?"]}],
 "reference_sets": [
   {"title": "The Code", "areas": [1], "items": ["6.45: look often", "Chapter 6"]}]}
"""


def test_a_framework_as_json_is_what_the_command_line_promises(sample: str) -> None:
    written = json.dumps(framework_json(read_pack(sample)))
    assert json.loads(written) == json.loads(EXPECTED)


def test_an_order_from_the_strongest_step_down_is_said(sample: str) -> None:
    framework = read_pack(sample.replace("scale: stage", "scale: stage\norder: falling"))
    scale = framework_json(framework)["scale"]
    assert scale["order"] == "falling"
    assert [(step["key"], step["enquire"]) for step in scale["steps"]] == [
        ("starting", False),
        ("going-well", True),
    ]

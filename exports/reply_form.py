"""The form on which the host answers the findings, as Markdown: `sessions.reply_forms` reads it back.

It is plain paragraphs and lists, so that it can be filled in as text, on paper, or in Word.
"""

from collections.abc import Iterator

from sessions.fingerprint import finding_mark
from sessions.reply_forms import (
    BELONGS,
    END,
    END_OF_FORM,
    LABELS,
    MARK,
    WRITE_HERE,
    YOUR_ANSWER,
    YOUR_WORDS,
)
from sessions.seen import SessionView
from sessions.seen_after import ReplyView
from sessions.seen_plan import FindingView

from .build_plan import of_kind
from .escape import inline
from .pieces import item, short_list
from .words import named

_MEANS = {
    "accept": "it is right as it stands",
    "correct": "a fact in it is wrong, and you say what is right",
    "evidence": "it leaves out something, and you say what and where it can be seen",
    "disagree": "you see it otherwise, and you say how",
}
"""What each answer means; they are told before the first finding, where no answer is looked for."""


def form_blocks(seen: SessionView) -> Iterator[str]:
    """Yield the form as blocks of Markdown: how to fill it in, then a section for each finding.

    Their headings are of the third order. Of a session with no finding in sight it says only that.
    """
    findings = seen.plan.findings
    if not findings:
        yield "There is no finding to answer yet."
        return
    yield (
        "Please read each finding and say whether it is accurate. What you leave blank stays as it "
        "is. Your answers are:"
    )
    yield short_list(item(f"{LABELS[key]}: {means}") for key, means in _MEANS.items())
    yield (
        f'Put an x between the brackets of one answer. Write after "{YOUR_WORDS}:", in as many '
        "paragraphs as you need; all but accept needs words. Name no child."
    )
    yield f"{BELONGS} {inline(seen.name)} ({seen.id}). Please leave this line as it is."
    for finding in _in_order(seen):
        yield from _finding(finding, seen.after.reply(finding.ref))
    yield f"{END_OF_FORM}. What stands below this line is not read."


def _in_order(seen: SessionView) -> tuple[FindingView, ...]:
    """Return the findings as the report has them."""
    return tuple(
        f for kind in ("strength", "development", "sharing") for f in of_kind(seen.plan, kind)
    )


def _finding(finding: FindingView, reply: ReplyView | None) -> Iterator[str]:
    yield f"### Finding {inline(finding.ref)}"
    kind = finding.kind_name[:1].upper() + finding.kind_name[1:]
    about = f", about {named('statement', finding.statements)}" if finding.statements else ""
    yield f"{inline(kind + about)}: {inline(finding.text)}"
    if reply is not None:
        words = f" {inline(reply.text)}" if reply.text else ""
        yield f"Answered on {inline(reply.at)} by {inline(reply.by)}, who {reply.answer_name}.{words}"
    yield f"{YOUR_ANSWER} (put an x between the brackets of one):"
    yield short_list(item(f"[ ] {label}") for label in LABELS.values())
    yield f"{YOUR_WORDS}: {WRITE_HERE}"
    mark = finding_mark(finding.kind, finding.text)
    yield f"{END} {inline(finding.ref)} ({MARK} {mark}; please leave this line as it is)"

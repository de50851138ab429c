"""The host answers the findings while the report is with them for accuracy; the panel settles it.

What is not settled stands beside the finding, in the host's own words.
"""

import re
from collections.abc import Iterator
from typing import Literal, cast

import msgspec

from frameworks.text import clean_line, clean_text

from .clock import stamp
from .errors import Refused
from .finality import standing_of
from .findings import need_finding
from .fingerprint import finding_mark
from .records import Change
from .records_after import ANSWERS, STATES, Answer, Reply
from .records_plan import FINDINGS, Finding
from .reply_forms import LABELS, YOUR_WORDS, Filled, FilledReply
from .rules import need_chair
from .session import Session
from .state import State

_SIGNS = re.compile(r"[\W_]+")  # editors change signs and spaces; letters they leave alone
_KINDS = "|".join(_SIGNS.sub("", name) for name in FINDINGS.values())
_BEFORE = re.compile(rf"(?:{_KINDS})(?:aboutstatements?\w*)?", re.IGNORECASE)
"""What a form says before a finding's words, without signs."""


def reply(session: Session, by: str, finding: str, answer: str, text: str = "") -> None:
    """Answer a finding, or answer it anew. Raises Refused.

    The host does, or a facilitator who types for them; all but accepting takes words.
    """
    state = session.state
    _need_replying(state, by)
    identity, body = need_finding(state, finding)
    mark = finding_mark(body.finding, body.text)
    said = _said(session, by, identity, _answer(answer), text, mark)
    if said is not None:
        session.write(by, [said])


def settle_reply(session: Session, by: str, finding: str, text: str) -> None:
    """Write down how host and panel settled an answer; an empty text leaves it open. Raises Refused."""
    state = session.state
    if state.people[by].role not in ("facilitator", "reviewer"):
        role = state.people[by].role
        raise Refused(
            f"{state.name(by)} is here as {role}; how a reply is settled is for the panel to write."
        )
    identity, _ = need_finding(state, finding)
    before = state.standing(_record(identity), Reply)
    if before is None:
        raise Refused(f"The host has not replied to finding {clean_line(finding)} yet.")
    body = msgspec.structs.replace(before, settled=clean_text(text).strip())
    if body != before or len(state.records.live(_record(identity))) > 1:
        session.write(by, [Change("reply", _record(identity), body)])


# A form


class Coming(msgspec.Struct, frozen=True):
    """What a form would bring in for a finding."""

    finding: str
    answer: Answer
    text: str
    change: Literal["new", "changed", "same"]
    older: bool = False
    """The finding says something else by now than on the form."""

    @property
    def answer_name(self) -> str:
        """The answer, in words."""
        return ANSWERS[self.answer]


def preview(session: Session, by: str, filled: Filled) -> tuple[Coming, ...]:
    """Return what a form would bring in, in its order. Raises Refused where none of it can come in."""
    state = session.state
    _need_replying(state, by)
    if filled.session and filled.session != session.id:
        raise Refused(
            "This form belongs to another session; import it there, or name the form of this one."
        )
    wrong = [trouble.sentence for trouble in filled.troubles]
    found = []
    for one in filled.replies:
        try:
            identity, body = need_finding(state, one.finding)
        except Refused as refusal:
            wrong.append(f"finding {one.finding}, line {one.line}: {str(refusal).rstrip('.')}")
            continue
        found.append(_coming(session, by, identity, body, one))
    wrong += _changed_above(state, filled)
    if wrong:
        many = "1 thing that is not clear" if len(wrong) == 1 else f"{len(wrong)} things not clear"
        raise Refused(
            f"Nothing came in, for the form has {many}: {'; '.join(wrong)}. Mend that, and import "
            "it again."
        )
    return tuple(found)


def _changed_above(state: State, filled: Filled) -> Iterator[str]:
    """Yield where somebody changed the finding itself on the form, which changes nothing."""
    for one in filled.asked:
        try:
            _, body = need_finding(state, one.finding)
        except Refused:
            continue  # told already
        if one.mark == finding_mark(body.finding, body.text) and not _says(one.text, body.text):
            yield (
                f"finding {one.finding}, line {one.line}: the words of the finding itself were changed "
                f'on the form; put them back, and write what is right behind "{YOUR_WORDS}:"'
            )


def _says(above: str, text: str) -> bool:
    """Return whether a form shows a finding's words, all of them, with nothing put in or behind them."""
    said, wanted = (_SIGNS.sub("", part).casefold() for part in (above, text))
    if not wanted:
        return True
    before, found, after = said.partition(wanted)
    return bool(found) and bool(_BEFORE.fullmatch(before)) and after[:10] in ("", "answeredon")


def import_form(session: Session, by: str, filled: Filled) -> tuple[Coming, ...]:
    """Take in all that stands on a form, or nothing; return it. What is there already stays.

    Raises Refused as `preview` does.
    """
    coming = preview(session, by, filled)
    changes = [
        said for one in filled.replies if (said := _said_on_form(session, by, one)) is not None
    ]
    if changes:
        session.write(by, changes)
    return coming


def _coming(session: Session, by: str, identity: str, body: Finding, one: FilledReply) -> Coming:
    there = session.state.standing(_record(identity), Reply)
    said = _said_on_form(session, by, one)
    change: Literal["new", "changed", "same"] = "new" if there is None else "changed"
    older = one.mark != finding_mark(body.finding, body.text)
    return Coming(one.finding, one.answer, one.text, change if said else "same", older)


def _said_on_form(session: Session, by: str, one: FilledReply) -> Change | None:
    identity, _ = need_finding(session.state, one.finding)
    return _said(session, by, identity, one.answer, one.text, one.mark)


# What is written


def _record(finding: str) -> str:
    return f"reply/{finding}"


def _said(
    session: Session, by: str, finding: str, answer: Answer, text: str, mark: str
) -> Change | None:
    """Return the change that answers a finding; None: it says just that already. Raises Refused."""
    text = clean_text(text).strip()
    if not text and answer != "accept":
        raise Refused(
            f'"{LABELS[answer]}" needs words: say what it is, and where it can be seen if it can.'
        )
    state, identity = session.state, _record(finding)
    before = state.standing(identity, Reply)
    says = (before.answer, before.text, before.about) if before is not None else ()
    if says == (answer, text, mark) and len(state.records.live(identity)) == 1:
        return None
    body = Reply(finding, answer, text, about=mark, by=by, at=stamp(session.now()))
    return Change("reply", identity, body)


def _answer(answer: str) -> Answer:
    if answer not in ANSWERS:
        raise Refused(
            f"There is no answer called {clean_line(answer)}; it is one of {', '.join(ANSWERS)}."
        )
    return cast(Answer, answer)


def why_not_reply(session: Session, by: str) -> str:
    """Return why somebody may not answer findings now, in a sentence; empty: they may."""
    try:
        _need_replying(session.state, by)
    except Refused as refusal:
        return str(refusal)
    return ""


def _need_replying(state: State, by: str) -> None:
    if state.people[by].role != "host":
        need_chair(state, by, "type a reply for the host")
    now = standing_of(state)
    if now == "draft":
        why = "The report is a draft; a facilitator sends it to the host for accuracy first{}, and then "
        why += "its findings are answered."
        how = " (state SESSION --by NAME --to accuracy)"
        raise Refused(why.format(""), on_the_line=why.format(how))
    if now == "final":
        why = f"The report is {STATES[now]}; a facilitator opens it again with a reason{{}}, and then its "
        why += "findings are answered."
        how = " (state SESSION --by NAME --to accuracy --reason TEXT)"
        raise Refused(why.format(""), on_the_line=why.format(how))

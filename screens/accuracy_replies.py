"""The host's replies: each finding with what was answered, settling it, and bringing in a form."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessions.drafts import Draft
from sessions.records_after import ANSWERS
from sessions.reply_forms import LABELS
from sessions.replying import reply, settle_reply, why_not_reply
from sessions.seen_after import ReplyView
from sessions.seen_plan import FindingView
from sessions.standing import named

from .accuracy_form import ask_form
from .base import Dialog
from .dialogs import Choose, Reading
from .report_asking import ask_text, tried
from .reviewing import Reviewing
from .widgets.lines import SayLine, shorten

_FORM = "form"


def show_replies(screen: Reviewing) -> None:
    """Show each finding with the host's reply to it, and what can be done with it."""
    if not screen.review.seen.plan.findings:
        screen.say(
            "There is no finding to reply to yet; l goes to the plan, where they are written."
        )
        return
    screen.app.push_screen(RepliesDialog(screen))


class RepliesDialog(Dialog[None]):
    """Findings with their replies; Enter replies to one, settles it, or brings in a form."""

    HELP = (
        "The host accepts a finding, corrects it, adds evidence or disagrees, while the report is "
        "with them for accuracy. What is not settled stands beside the finding in the report."
    )
    BINDINGS = [Binding("escape", "back", "Back")]
    AUTO_FOCUS = "OptionList"
    CSS_PATH = "accuracy.tcss"

    def __init__(self, screen: Reviewing) -> None:
        super().__init__()
        self._below = screen

    def compose(self) -> ComposeResult:
        """Lay out the findings, the highlighted one in full, and what to press."""
        after = self._below.review.seen.after
        with Vertical(classes="window tall"):
            yield Static(
                Content(f"Replies of the host. The report is {named(after.state)}."),
                classes="question",
            )
            yield OptionList(markup=False, compact=True)
            with VerticalScroll(can_focus=True):
                yield Static(id="whole", markup=False)
            yield SayLine()
            yield Static(
                Content("Enter: choose   Tab: read on   Esc: back"),
                classes="keys",
            )

    def on_mount(self) -> None:
        """Show what there is."""
        self.show()

    def on_screen_resume(self) -> None:
        """Show what a window in front of this one has changed."""
        if self.is_mounted and self.query(OptionList):
            self.show()

    def on_resize(self) -> None:
        """Cut the rows to the new width."""
        self.call_after_refresh(self.show)

    # What is shown

    @property
    def _findings(self) -> tuple[FindingView, ...]:
        return self._below.review.seen.plan.findings

    def _reply(self, finding: FindingView) -> ReplyView | None:
        return self._below.review.seen.after.reply(finding.ref)

    def show(self) -> None:
        """Show the findings as they are now; the same one stays highlighted."""
        rows = self.query_one(OptionList)
        place = rows.highlighted or 0
        rows.clear_options()
        bring = Content.styled("Bring in a form that the host has filled in", "$accent")
        rows.add_options([Option(self._row(f), id=f.id) for f in self._findings])
        rows.add_option(Option(bring, id=_FORM))
        rows.highlighted = min(place, rows.option_count - 1)

    def _row(self, finding: FindingView) -> Content:
        said = _mark(self._reply(finding))
        width = max(self.query_one(OptionList).scrollable_content_region.width, 40)
        room = width - len(finding.ref) - len(said) - 6
        text = shorten(" ".join(finding.text[:400].split()), room, self._below.desk.symbols)
        return Content.assemble((f"{finding.ref}  ", "bold"), (f"{said}  ", "$accent"), text)

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        finding = self._chosen
        whole = self.query_one("#whole", Static)
        whole.update(self._whole(finding) if finding is not None else Content(self._where()))

    def _where(self) -> str:
        return (
            "The form is the document for accuracy: x on the Report screen writes it, as Markdown or "
            "for Word. What it would bring in is shown first; nothing comes in before you say so."
        )

    def _say(self, words: str) -> None:
        """Say what came of something: this window lies over the line of the screen below."""
        self.query_one(SayLine).say(words)

    def _whole(self, finding: FindingView) -> Content:
        reply = self._reply(finding)
        kind = finding.kind_name[:1].upper() + finding.kind_name[1:]
        head = f"{kind}, {', '.join(finding.statements)}"
        parts = [Content.assemble((head, "bold"), f"\n{finding.text}")]
        if reply is None:
            parts.append(Content.styled("No reply yet.", "$muted"))
        else:
            by = f"{reply.by}, {reply.at}: {reply.answer_name}"
            parts.append(Content.assemble((by, "bold"), f"\n{reply.text}" if reply.text else ""))
            if reply.older:
                parts.append(Content("! The finding has been changed since this reply."))
            if reply.settled:
                parts.append(Content.assemble(("Settled", "bold"), f"\n{reply.settled}"))
            elif reply.is_open:
                parts.append(Content("Not settled: it stands beside the finding in the report."))
        return Content("\n\n").join(parts)

    @property
    def _chosen(self) -> FindingView | None:
        option = self.query_one(OptionList).highlighted_option
        wanted = option.id if option is not None else ""
        return next((f for f in self._findings if f.id == wanted), None)

    # What is done

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        finding = self._chosen
        if finding is None:
            ask_form(self._below, self._say)
        else:
            _ask_answer(self._below, finding, self._reply(finding))

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)


def _mark(reply: ReplyView | None) -> str:
    if reply is None:
        return "no reply"
    return f"{reply.answer_name}, settled" if reply.settled else reply.answer_name


# Replying and settling


def _ask_answer(screen: Reviewing, finding: FindingView, there: ReplyView | None) -> None:
    means = {
        "accept": "it is right as it stands",
        "correct": "a fact in it is wrong; say what is right",
        "evidence": "it leaves something out; say what, and where",
        "disagree": "it is seen otherwise; say how",
    }
    why_not = why_not_reply(screen.review.session, screen.review.person)
    rows = [
        (key, Content.assemble((f"{label[:1].upper()}{label[1:]}  ", "bold"), means[key]))
        for key, label in LABELS.items()
        if not why_not
    ]
    may_settle = screen.review.me.role in ("facilitator", "reviewer")
    differs = there is not None and there.answer != "accept"
    if differs and may_settle and screen.review.seen.after.state != "final":
        settle = ("Settle  ", "bold")
        rows.append(("settled", Content.assemble(settle, "say how host and panel settled it")))

    if not rows:
        screen.app.push_screen(Reading(f"Finding {finding.ref} waits", Content(why_not)))
        return

    def chosen(answer: str | None) -> None:
        if answer == "settled":
            _settle(screen, finding)
        elif answer == "accept":
            _said(screen, tried(screen, reply, finding.ref, "accept"), finding, "accept")
        elif answer:
            _answer(screen, finding, answer)

    question = f"What does the host say to finding {finding.ref}?"
    screen.app.push_screen(Choose(question, rows), chosen)


def _said(screen: Reviewing, why: str, finding: FindingView, answer: str) -> None:
    if why:
        screen.app.push_screen(Reading("Nothing was changed", Content(why)))
    else:
        screen.say(f"To finding {finding.ref} the host {ANSWERS[answer]}.")


def _answer(screen: Reviewing, finding: FindingView, answer: str, kept: str = "") -> None:
    there = screen.review.seen.after.reply(finding.ref)

    def take(words: str) -> str:
        why = tried(screen, reply, finding.ref, answer, words)
        if not why:
            _said(screen, why, finding, answer)
        return why

    question = f"{LABELS[answer].capitalize()}, finding {finding.ref}: {_brief(screen, finding)}"
    value = there.text if there is not None and there.answer == answer else ""
    ask_text(screen, f"reply/{finding.id}/{answer}", question, take, value=value, kept=kept)


def _settle(screen: Reviewing, finding: FindingView, kept: str = "") -> None:
    there = screen.review.seen.after.reply(finding.ref)

    def take(words: str) -> str:
        why = tried(screen, settle_reply, finding.ref, words)
        if not why:
            done = "is settled" if words else "is open again"
            screen.say(f"The reply to finding {finding.ref} {done}.")
        return why

    question = f"How did host and panel settle finding {finding.ref}: {_brief(screen, finding)}"
    hint = "Empty: it is not settled, and stands beside the finding."
    value = there.settled if there is not None else ""
    ask_text(screen, f"settled/{finding.id}", question, take, value=value, kept=kept, hint=hint)


def _brief(screen: Reviewing, finding: FindingView) -> str:
    return shorten(" ".join(finding.text[:400].split()), 150, screen.desk.symbols)


def takes_reply(screen: Reviewing, draft: Draft) -> bool:
    """Return whether a draft is a reply, or how one was settled, of a finding in sight."""
    return _of_draft(screen, draft) is not None


def bring_back_reply(screen: Reviewing, draft: Draft) -> None:
    """Go on with a reply, or how one was settled."""
    finding = _of_draft(screen, draft)
    if finding is None:
        return
    kind, _, rest = draft.slot.partition("/")
    if kind == "settled":
        _settle(screen, finding, draft.text)
    else:
        _answer(screen, finding, rest.partition("/")[2], draft.text)


def _of_draft(screen: Reviewing, draft: Draft) -> FindingView | None:
    kind, *rest = draft.slot.split("/")
    fits = (kind == "settled" and len(rest) == 1) or (
        kind == "reply" and len(rest) == 2 and rest[1] in LABELS
    )
    found = (f for f in screen.review.seen.plan.findings if fits and f.id == rest[0])
    return next(found, None)

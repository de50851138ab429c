"""Lines of enquiry on the Prepare screen: asked, accepted, closed."""

from collections.abc import Mapping

from textual.content import Content

from sessions.enquiries import (
    add_enquiry,
    change_enquiry,
    delete_enquiry,
    may_accept,
    propose,
    stand,
)
from sessions.seen_visit import EnquiryView

from .prepare_part import ADD_ROW, Part, listed, refs_in, refused
from .prepare_questions import asked_standing, asked_words
from .widgets.facts import cut, passage, statements_named
from .widgets.lines import shorten
from .widgets.part_list import Group, Row
from .widgets.session_rows import day_words

_PROPOSE_ROW = "propose"
_NEW = "new"

_ABOUT = (
    "A line of enquiry is an open question that the visit is to answer: what do you want to find "
    "out here, what would you see if it is so, what if it is not, and where will you look? It "
    "stands beside its statements while you describe, and is closed before the report."
)
_ABOUT_PROPOSING = (
    "Where the setting's own view leaves something open, a question is proposed. It is the "
    "framework's own question, the same whatever was answered, so that the wording gives nothing "
    "away. Only the host and facilitators see it until one of them accepts it, as it is or "
    "reworded."
)


class Enquiries(Part):
    """What the visit is to find out."""

    title = "Lines of enquiry"
    short = "Enquiry"
    slots = ("enquiry", "stand")

    @property
    def _accepts(self) -> bool:
        """Whether the person sees what is proposed, and accepts it."""
        return may_accept(self.review.session.state, self.review.person)

    def _one(self, row: str) -> EnquiryView | None:
        return next((e for e in self.seen.visit.enquiries if e.id == row), None)

    # What is shown

    def groups(self) -> list[Group]:
        """Return the lines of enquiry by how far they are, and what can be added."""
        every = self.seen.visit.enquiries
        proposed = [e for e in every if e.standing == "proposed"]
        asked = [e for e in every if e.standing == "open"]
        closed = [e for e in every if not e.is_open]
        offers = [Row(ADD_ROW, self.key("add_row"), "Add a line of enquiry", offers=True)]
        if self._accepts:
            offers.append(
                Row(_PROPOSE_ROW, self.key("propose"), "Propose from the own view", offers=True)
            )
        kinds = [("Proposed", proposed), ("Open", asked), ("Closed", closed)]
        found = [
            Group(f"{title} ({len(some)})", tuple(self._row(e) for e in some))
            for title, some in kinds
            if some
        ]
        return [*found, Group("" if not found else " ", tuple(offers))]

    def _row(self, enquiry: EnquiryView) -> Row:
        told = "" if enquiry.is_open else f"{enquiry.standing_name}: "
        return Row(enquiry.id, enquiry.ref, told + enquiry.question)

    def detail(self, row: str, width: int) -> Content:
        """Return a line of enquiry with all that belongs to it, or what one is."""
        enquiry = self._one(row)
        if row == _PROPOSE_ROW:
            return Content(_ABOUT_PROPOSING)
        if enquiry is None:
            begin = "" if self.seen.visit.enquiries else "There is no line of enquiry yet.\n\n"
            return Content(f"{begin}{_ABOUT}\n\nPress {self.key('add_row')} to write one.")
        lines = [
            Content.styled(f"Line of enquiry {enquiry.ref}: {enquiry.standing_name}", "$muted"),
            Content.styled(cut(enquiry.question, width, self.symbols), "bold"),
        ]
        follows = self.seen.after.follows
        if enquiry.id in follows.enquiries:
            lines += passage("Asked then", f"It was still open on {day_words(follows.date)}.")
        if enquiry.standing == "proposed":
            lines += passage("Only host and facilitator see this", "Enter accepts or rewords it.")
        for label, text in (
            ("Why it stands so" if not enquiry.is_open else "Why", enquiry.reason),
            ("What would support it", enquiry.supports),
            ("What would refute it", enquiry.refutes),
            ("Where to look", enquiry.look),
        ):
            lines += passage(label, cut(text, width, self.symbols))
        if enquiry.statements:
            lines += [Content(""), Content.styled("Its statements", "$muted")]
            lines += statements_named(self.seen, enquiry.statements, width, self.symbols)
        else:
            lines += passage(
                "Its statements", f"None yet: press {self.key('edit_row')} to name them."
            )
        return Content("\n").join([*lines, Content(""), _by(enquiry.by)])

    def keys(self, row: str) -> Mapping[str, str]:
        """Return what can be done with a line of enquiry."""
        enquiry = self._one(row)
        ways = {"add_row": "add"} | ({"propose": "propose"} if self._accepts else {})
        if enquiry is None:
            word = "propose" if row == _PROPOSE_ROW else "add"
            return {"open_row": word, **{name: w for name, w in ways.items() if w != word}}
        word = {"proposed": "accept", "open": "close"}.get(enquiry.standing, "reopen")
        edit = "reword" if enquiry.standing == "proposed" else "edit"
        return {"open_row": word, "edit_row": edit, **ways, "delete_row": "delete"}

    # What is done

    def open(self, row: str) -> None:
        """Add, propose, accept or close: what comes next."""
        enquiry = self._one(row)
        if row == _PROPOSE_ROW:
            self.propose()
        elif enquiry is None:
            self.add()
        elif enquiry.standing == "proposed":
            self._ask_words(enquiry, accept=True)
        else:
            self._ask_standing(enquiry)

    def add(self) -> None:
        """Write a new line of enquiry."""
        self._ask_new()

    def edit(self, row: str) -> None:
        """Change the words of a line of enquiry."""
        enquiry = self._one(row)
        if enquiry is None:
            super().edit(row)
        else:
            self._ask_words(enquiry)

    def delete(self, row: str) -> None:
        """Delete a line of enquiry, after asking."""
        enquiry = self._one(row)
        if enquiry is None:
            super().delete(row)
            return

        def do() -> None:
            why = self.owner.tried(delete_enquiry, enquiry.ref).why
            done = f"Line of enquiry {enquiry.ref} is deleted. {self.undo_words}"
            self.owner.say(why or done, warning=bool(why))

        words = shorten(enquiry.question, 90, self.symbols)
        question = f'Delete line of enquiry {enquiry.ref}: "{words}"?'
        self.owner.confirm(question, "Delete", do)

    def propose(self) -> None:
        """Propose what the setting's own view leaves open, and say how many that was."""
        why, refs = self.owner.tried(propose)
        if why:
            self.owner.say(why, warning=True)
            return
        if not refs:
            self.owner.say(
                "Nothing to propose now: the setting's own view leaves nothing open that has no "
                "line of enquiry yet."
            )
            return
        self.owner.show_row(next(e.id for e in self.seen.visit.enquiries if e.ref == refs[0]))
        many = "line of enquiry is" if len(refs) == 1 else "lines of enquiry are"
        self.owner.say(
            f"{len(refs)} {many} proposed. The wording gives no answer away: it is the framework's "
            "own question, whatever was answered."
        )

    # Asking

    def _wrong(self, values: dict[str, str]) -> dict[str, str]:
        state = self.review.session.state
        return refused({"statements": lambda: refs_in(state, values["statements"])})

    def _ask_new(self, words: str = "") -> None:
        def take(values: dict[str, str]) -> dict[str, str]:
            before = {e.id for e in self.seen.visit.enquiries}
            why = self._wrong(values) or self.owner.tried(add_enquiry, **_parts(values)).why
            if not why:
                fresh = next(e for e in self.seen.visit.enquiries if e.id not in before)
                self.owner.show_row(fresh.id)
                self.owner.say(f"Line of enquiry {fresh.ref} is written.")
            return _at(why, "question" if not values["question"] else "")

        self.owner.ask("A line of enquiry", asked_words(None), f"enquiry/{_NEW}", take, words)

    def _ask_words(self, enquiry: EnquiryView, words: str = "", *, accept: bool = False) -> None:
        ref = enquiry.ref

        def take(values: dict[str, str]) -> dict[str, str]:
            why = self._wrong(values) or self.owner.tried(change_enquiry, ref, **_parts(values)).why
            if not why and accept:
                why = self.owner.tried(stand, ref, "open").why
            if not why:
                now = self._one(enquiry.id)
                number = now.ref if now is not None else ref
                done = f"accepted as {number}: everybody sees it now" if accept else "changed"
                self.owner.say(f"Line of enquiry {ref} is {done}.")
            return _at(why, "question" if not values["question"] else "")

        if accept:
            question = f"Accept line of enquiry {ref}, as it is or reworded"
        else:
            question = f"Change line of enquiry {ref}"
        slot, save = f"enquiry/{enquiry.id}", "accept" if accept else "save"
        self.owner.ask(question, asked_words(enquiry), slot, take, words, save=save)

    def _ask_standing(self, enquiry: EnquiryView, words: str = "") -> None:
        ref = enquiry.ref

        def take(values: dict[str, str]) -> dict[str, str]:
            why = self.owner.tried(stand, ref, values["standing"], values["reason"]).why
            if not why:
                self.owner.show_row(enquiry.id)
                self.owner.say(f"Line of enquiry {ref} is {values['standing'].replace('-', ' ')}.")
            return _at(why, "reason" if not values["reason"] else "")

        words_of = shorten(enquiry.question, 200, self.symbols)
        question = f"Line of enquiry {ref}: {words_of}"
        slot = f"stand/{enquiry.id}"
        self.owner.ask(question, asked_standing(enquiry), slot, take, words)

    def restore(self, kind: str, what: str, words: str) -> None:
        """Go on with a form about a line of enquiry; one that is gone begins a new one."""
        enquiry = self._one(what)
        if kind == "enquiry" and enquiry is None:
            self._ask_new(words)
        elif kind == "enquiry" and enquiry is not None:
            self._ask_words(enquiry, words, accept=enquiry.standing == "proposed")
        elif enquiry is not None:
            self._ask_standing(enquiry, words)
        else:
            self.owner.read("This line of enquiry is deleted; you had typed", Content(words))


def _parts(values: dict[str, str]) -> dict[str, object]:
    return {**values, "statements": listed(values["statements"])}


def _at(why: dict[str, str] | str, field: str) -> dict[str, str]:
    """Return what is wrong, by field."""
    if isinstance(why, dict):
        return why
    return {field: why} if why else {}


def _by(name: str) -> Content:
    known = name and name != "-"  # what came along from an older review was written by nobody here
    return Content.styled(f"Written by {name[:200]}" if known else "", "$muted")

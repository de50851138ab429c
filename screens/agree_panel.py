"""Agreeing, before the ballots are open: the reveal, and who is not waited for."""

from textual.content import Content

from sessions.ballots import reveal
from sessions.excusing import excuse, wait_again
from sessions.seen import PersonView

from .area_sentence import AreaSentence
from .dialogs import Choose, Confirm
from .widgets.who_cast import judges_alone, sealed_in, to_come, waited_in


class AgreePanel(AreaSentence):
    """Opens ballots, and excuses judges."""

    def action_reveal(self) -> None:
        """Open the ballots of the area, after asking; before all have cast ask for a reason."""
        area = self.review.area
        alone, waiting = judges_alone(area), to_come(area)
        if not sealed_in(area):
            self.say(f"The ballots of area {area.number} are open already.")
        elif alone:
            self.say(f"{alone} judges area {area.number} alone: a cast ballot is open to all.")
        elif not self.may_chair("reveal ballots"):
            return
        elif waiting:
            self.ask_early_reveal()
        else:
            question = (
                f"All have cast. Open the ballots of area {area.number} to everybody? It is never "
                "undone: from then on a change is a second ballot."
            )
            self.app.push_screen(Confirm(question, "Open them"), self._answered)

    def _answered(self, yes: bool | None) -> None:
        if yes:
            self.open_ballots("")

    def ask_early_reveal(self, typed: str | None = None) -> None:
        """Ask why ballots are opened before all have cast; `typed`: typed before a crash."""
        area = self.review.area
        question = (
            f"Open the ballots of area {area.number} before {', '.join(to_come(area))} "
            "have cast everything? Say why: it stays in the log, and a reveal is never undone."
        )
        self.ask_words(question, "", f"reveal/{area.number}", self.open_ballots, typed=typed)

    def open_ballots(self, reason: str) -> None:
        """Open the ballots of the area."""
        number = self.review.area.number
        if self.attempt(reveal, area=number, reason=reason):
            self.say(f"The ballots of area {number} are open. Splits come first.")

    # Who is not waited for

    def action_excuse(self) -> None:
        """Choose a judge who is not waited for any more, or one who is waited for again."""
        area = self.review.area
        if judges_alone(area) or not sealed_in(area):
            self.say(f"Nobody is waited for in area {area.number}.")
            return
        if not self.may_chair("excuse a judge"):
            return
        waiting = waited_in(area)
        rows = [
            (
                judge.id,
                self._choice(judge.name, f"{_gone(judge)}to come: {', '.join(waiting[judge.id])}"),
            )
            for judge in area.judges
            if waiting[judge.id]
        ]
        rows += [(e.person, self._choice(e.name, "excused; wait again")) for e in area.excused]
        if not rows:
            self.say("All have cast; nobody is waited for.")
            return

        def chosen(person: str | None) -> None:
            if person in {excused.person for excused in area.excused}:
                self._wait_again(person or "")
            elif person:
                self.ask_excuse(person)

        self.app.push_screen(Choose("Who is not waited for?", rows), chosen)

    @staticmethod
    def _choice(name: str, said: str) -> Content:
        return Content.assemble((name[:60], "bold"), (f"  {said}", "$muted"))

    def _wait_again(self, person: str) -> None:
        if self.attempt(wait_again, self.review.area.number, person):
            self.say(f"{self.name_of(person)} is waited for again.")

    def ask_excuse(self, person: str, typed: str | None = None) -> None:
        """Ask why a judge is not waited for; `typed`: what was typed before a crash."""
        number, name = self.review.area.number, self.name_of(person)

        def done(reason: str) -> None:
            if self.attempt(excuse, number, person, reason):
                self.say(f"{name} is not waited for in area {number}. u takes it back.")

        question = (
            f"Wait no longer for {name} in area {number}? Say why: it stays in the log. What they "
            "have cast stays cast, and opens with the rest."
        )
        self.ask_words(question, "", f"excuse/{number}/{person}", done, typed=typed)

    # People

    def person(self, identity: str) -> PersonView | None:
        """Return a participant, whether or not they have left."""
        return next((p for p in self.review.seen.people if p.id == identity), None)

    def name_of(self, identity: str) -> str:
        """Return a participant's name."""
        person = self.person(identity)
        return person.name if person is not None else ""


def _gone(judge: PersonView) -> str:
    return "has left; " if judge.left else ""

"""The timetable on the Prepare screen: who goes where when, and what nobody is going to look at."""

from collections.abc import Mapping

from textual.content import Content

from exports.words import day as words_of_day
from sessions.moments import read_moment
from sessions.people import find_person
from sessions.records import SOURCES
from sessions.seen_visit import ActivityView
from sessions.timetable import Plan, add_activity, change_activity, delete_activity

from .form_dialog import Asked
from .prepare_part import ADD_ROW, Part, listed, refs_in, refused
from .widgets.facts import cut, fact, statements_named
from .widgets.lines import shorten
from .widgets.part_list import Group, Row

_UNPLANNED = "unplanned"
_NEW = "new"
_NAMES = 300  # columns of names that a hint shows

_ABOUT = (
    "The timetable says who goes where when on the day of the visit, to see, hear or read what. A "
    "note taken during an activity takes its source type and place from it."
)


class Timetable(Part):
    """What happens on the day of the visit."""

    title = "Timetable"
    short = "Timetable"
    slots = ("activity",)

    def _one(self, row: str) -> ActivityView | None:
        return next((a for a in self.seen.visit.activities if a.id == row), None)

    # What is shown

    def groups(self) -> list[Group]:
        """Return the activities by day, what can be added, and what has none planned."""
        days: dict[str, list[Row]] = {}
        for activity in self.seen.visit.activities:
            days.setdefault(activity.starts[:10], []).append(self._row(activity))
        found = [
            Group(words_of_day(day) or "No time yet", tuple(rows)) for day, rows in days.items()
        ]
        last = [
            Row(ADD_ROW, self.key("add_row"), "Add an activity", offers=True),
            self._unplanned(),
        ]
        return [*found, Group(" " if found else "", tuple(last))]

    def _row(self, activity: ActivityView) -> Row:
        return Row(activity.id, activity.starts[11:] or self.symbols.empty, activity.what)

    def _unplanned(self) -> Row:
        left = self.seen.visit.unplanned
        if not left:
            return Row(_UNPLANNED, self.symbols.done, "Every statement is planned")
        return Row(_UNPLANNED, "!", f"No activity planned for: {', '.join(left)}")

    def detail(self, row: str, width: int) -> Content:
        """Return an activity with all that is said of it, or what no activity is planned for."""
        activity = self._one(row)
        if row == _UNPLANNED:
            return self._unplanned_words(width)
        if activity is None:
            begin = "" if self.seen.visit.activities else "There is no activity yet.\n\n"
            return Content(f"{begin}{_ABOUT}\n\nPress {self.key('add_row')} to put one on it.")
        names = ", ".join(name[:200] for name in activity.reviewers)
        when = " to ".join(t for t in (activity.starts[11:], activity.ends[11:]) if t)
        lines = [
            Content.styled(cut(activity.what, width, self.symbols), "bold"),
            Content(""),
            *fact("When", when or f"no time yet: press {self.key('edit_row')}", width),
            *fact("Where", cut(activity.where, width, self.symbols), width),
            *fact("Who with", cut(activity.who, width, self.symbols), width),
            *fact("Reviewers", names or "everybody", width),
            *fact("Source type", activity.source_name or "not said", width),
            *fact("Notes taken", ", ".join(activity.notes), width),
            Content(""),
        ]
        if activity.statements:
            lines.append(Content.styled("To look at", "$muted"))
            lines += statements_named(self.seen, activity.statements, width, self.symbols)
        else:
            lines.append(
                Content(f"For no statement yet: press {self.key('edit_row')} to name them.")
            )
        return Content("\n").join(lines)

    def _unplanned_words(self, width: int) -> Content:
        left = self.seen.visit.unplanned
        if not left:
            return Content("Every statement of the review has an activity on the timetable.")
        words = (
            "No activity is planned yet for these statements. Name them in an activity, or add one "
            f"({self.key('add_row')}); what stays here will be hard to find evidence for."
        )
        named = statements_named(self.seen, left, width, self.symbols)
        return Content("\n").join([Content(words), Content(""), *named])

    def keys(self, row: str) -> Mapping[str, str]:
        """Return what can be done with an activity."""
        if self._one(row) is None:
            return {"open_row": "add"}
        return {"open_row": "change", "add_row": "add", "delete_row": "delete"}

    # What is done

    def open(self, row: str) -> None:
        """Change an activity, or add one."""
        if self._one(row) is None:
            self.add()
        else:
            self.edit(row)

    def add(self) -> None:
        """Put an activity on the timetable."""
        self._ask(None)

    def edit(self, row: str) -> None:
        """Change an activity."""
        activity = self._one(row)
        if activity is None:
            super().edit(row)
        else:
            self._ask(activity)

    def delete(self, row: str) -> None:
        """Take an activity off the timetable, after asking."""
        activity = self._one(row)
        if activity is None:
            super().delete(row)
            return
        words = shorten(activity.what, 90, self.symbols)

        def do() -> None:
            why = self.owner.tried(delete_activity, activity.ref).why
            done = f"{words} is off the timetable. {self.undo_words}"
            self.owner.say(why or done, warning=bool(why))

        self.owner.confirm(f'Take "{words}" off the timetable?', "Take it off", do)

    def restore(self, kind: str, what: str, words: str) -> None:
        """Go on with an activity; one that is gone begins a new one."""
        self._ask(self._one(what), words)

    # Asking

    def _ask(self, activity: ActivityView | None, words: str = "") -> None:
        def take(values: dict[str, str]) -> dict[str, str]:
            wrong = self._wrong(values)
            if wrong:
                return wrong
            before = {a.id for a in self.seen.visit.activities}
            if activity is None:
                why = self.owner.tried(add_activity, self._plan(values)).why
            else:
                why = self.owner.tried(change_activity, activity.ref, self._plan(values)).why
            if why:
                return {"what" if not values["what"] else "ends": why}
            after = [a.id for a in self.seen.visit.activities if a.id not in before]
            self.owner.show_row(after[0] if after else activity.id if activity else "")
            what = shorten(values["what"], 60, self.symbols)
            self.owner.say(f"{what} is {'on the timetable' if after else 'changed'}.")
            return {}

        question = "Change an activity" if activity else "An activity"
        slot = f"activity/{activity.id if activity else _NEW}"
        self.owner.ask(question, self._asked(activity), slot, take, words)

    def _asked(self, activity: ActivityView | None) -> list[Asked]:
        seen, day = self.seen, self.seen.date
        people = ", ".join(f"{p.name[:60]} ({p.tag})" for p in seen.people if not p.left)
        left = " ".join(seen.visit.unplanned)
        sources = (("", "not said"), *SOURCES.items())
        now = activity or ActivityView("", "", "", "", "", "", "", (), (), "", (), ())
        time = "As 10:40; on another day, 2026-11-21 10:40. It may stay empty."
        return [
            Asked("what", "What", now.what, "What happens, such as Lesson, Y4 or Lunch hall."),
            Asked("starts", "Starts", _time(now.starts, day), time),
            Asked("ends", "Ends", _time(now.ends, now.starts[:10] or day), time),
            Asked("where", "Where", now.where, "A room, a playground, an office."),
            Asked("who", "Who with", now.who, "Roles, never the names of learners."),
            Asked(
                "reviewers",
                "Reviewers",
                ", ".join(self._called(person) for person in now.people),
                f"Nobody: everybody goes. {shorten(people, _NAMES, self.symbols)}",
            ),
            Asked(
                "source",
                "Source type",
                now.source,
                "The arrows choose, or a first letter. Notes taken there begin with it.",
                choices=sources,
            ),
            Asked(
                "statements",
                "Statements",
                " ".join(now.statements),
                f"Their numbers. Without an activity: {shorten(left, 90, self.symbols) or 'none'}",
            ),
        ]

    def _called(self, person: str) -> str:
        """Return what somebody is called in a list with commas between."""
        found = next((p for p in self.seen.people if p.id == person), None)
        return "" if found is None else found.tag if "," in found.name else found.name

    def _wrong(self, values: dict[str, str]) -> dict[str, str]:
        session = self.review.session
        state, now = session.state, session.now()
        return refused(
            {
                "starts": lambda: read_moment(values["starts"], now),
                "ends": lambda: read_moment(values["ends"], now),
                "reviewers": lambda: [find_person(state, n) for n in self._names(values)],
                "statements": lambda: refs_in(state, values["statements"]),
            }
        )

    def _plan(self, values: dict[str, str]) -> Plan:
        return Plan(
            what=values["what"],
            starts=values["starts"],
            ends=values["ends"],
            where=values["where"],
            who=values["who"],
            reviewers=self._names(values),
            source=values["source"],
            statements=listed(values["statements"]),
        )

    def _names(self, values: dict[str, str]) -> tuple[str, ...]:
        """Return who goes; the beginning of a name is enough where it is one person's alone."""
        people = [p for p in self.seen.people if not p.left]
        tags = {p.tag.casefold() for p in people}
        found = []
        for typed in (name for part in values["reviewers"].split(",") if (name := part.strip())):
            begun = [p for p in people if p.name.casefold().startswith(typed.casefold())]
            one = len(begun) == 1 and typed.casefold() not in tags
            found.append(begun[0].name if one else typed)
        return tuple(found)


def _time(moment: str, day: str) -> str:
    """Return a moment as it is typed: on the day that is meant anyway, the time alone."""
    return moment[11:] if moment[:10] == day else moment

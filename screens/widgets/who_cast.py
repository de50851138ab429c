"""Who has cast and who has not, before the reveal: names alone, never what."""

from collections.abc import Sequence

from textual.content import Content

from screens.symbols import Symbols
from sessions.seen import AreaView, PersonView, StatementView

from .lines import shorten

_LONGEST = 200  # characters of a reason that is shown


def sealed_in(area: AreaView) -> list[StatementView]:
    """Return the statements of an area whose ballots are sealed."""
    return [s for s in area.statements if s.judged is not None and s.judged.sealed]


def waited_in(area: AreaView) -> dict[str, list[str]]:
    """Return what each judge still has to cast of an area, by id, in the order they joined."""
    waiting: dict[str, list[str]] = {judge.id: [] for judge in area.judges}
    for statement in sealed_in(area):
        for person in statement.judged.to_come if statement.judged else ():
            waiting.setdefault(person, []).append(statement.ref)
    return waiting


def to_come(area: AreaView) -> list[str]:
    """Return the names of the judges who have not cast all of an area, in the order they joined."""
    waiting = waited_in(area)
    return [_named(judge) for judge in area.judges if waiting[judge.id]]


def left_to_come(area: AreaView) -> list[str]:
    """Return the names of those among them who have left the session: they will not cast."""
    waiting = waited_in(area)
    return [judge.name for judge in area.judges if waiting[judge.id] and judge.left]


def _named(judge: PersonView) -> str:
    return f"{judge.name} (has left)" if judge.left else judge.name


def judges_alone(area: AreaView) -> str:
    """Return the name of who judges an area alone; empty: it is judged by a panel."""
    only = len(area.judges) == 1 and not area.excused
    return area.judges[0].name if only else ""


def who_has_cast(area: AreaView, symbols: Symbols) -> list[Content]:
    """Return the judges, each with what is still to come, and who is not waited for."""
    waiting = waited_in(area)
    lines = [Content.styled("WHO HAS CAST", "$muted")]
    for judge in area.judges:
        refs = waiting[judge.id]
        mark = symbols.empty if refs else symbols.done
        said = f"to come: {_refs(refs, area)}" if refs else "has cast everything"
        said = f"has left; {said}" if judge.left else said
        name = shorten(judge.name, 40, symbols)
        lines.append(Content.assemble(f"{mark} ", (name, "bold"), (f"  {said}", "$muted")))
    for excuse in area.excused:
        reason = shorten(excuse.reason, _LONGEST, symbols)
        said = f"  excused by {shorten(excuse.by, 40, symbols)}: {reason}"
        name = shorten(excuse.name, 40, symbols)
        lines.append(Content.assemble("  ", (name, "bold"), (said, "$muted")))
    return lines


def _refs(refs: Sequence[str], area: AreaView) -> str:
    everything = len(refs) == len(area.statements) and len(refs) > 1
    return "everything" if everything else ", ".join(refs)

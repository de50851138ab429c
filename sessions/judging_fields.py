"""What a framework asks of a judgement besides its step: strengths, areas for development, actions."""

from collections.abc import Mapping

from frameworks.text import clean_line, clean_text

from .errors import Refused
from .state import State


def read_fields(state: State, given: Mapping[str, str]) -> dict[str, str]:
    """Return texts by the key of their field, in the framework's order; empty ones are left out.

    A field is named by its key or its name. Raises Refused for one that the framework has not.
    """
    known = {field.key: field.name for field in state.framework.fields}
    keys = {name.casefold(): key for key, name in known.items()} | {key: key for key in known}
    found: dict[str, str] = {}
    for called, text in given.items():
        key = keys.get(clean_line(called).casefold())
        if key is None:
            has = ", ".join(known) or "no fields besides its because"
            raise Refused(
                f"A judgement in {state.framework.title} has no field called "
                f"{clean_line(called)}; it has {has}."
            )
        found[key] = clean_text(text).strip()
    return {key: found[key] for key in known if found.get(key)}

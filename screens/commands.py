"""Commands: one act, one declaration. Key, footer, palette, help and tooltip all come from it."""

from collections.abc import Callable, Iterable

import msgspec
from textual.binding import Binding, BindingType
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content


class Command(msgspec.Struct, frozen=True):
    """Something a person can do on a screen."""

    name: str
    """What the act is called in code, and in a settings file: the screen's `action_` of that name."""
    key: str
    """The key, as Textual names it; several with commas between. Empty: in the palette alone."""
    label: str
    """One or two words for the line of keys."""
    text: str
    """What it does, in a sentence without a full stop, for help and palette."""
    shown: str = ""
    """How the key is written; empty: as it is."""
    footer: bool = True
    """Whether the line of keys shows it (where there is room)."""
    always: bool = False
    """Whether the key holds in small windows and text fields too."""

    @property
    def key_shown(self) -> str:
        """The key as people read it."""
        return self.shown or self.key.split(",")[0]


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return Textual's bindings for commands."""
    return [
        Binding(c.key, c.name, c.label, id=c.name, tooltip=c.text, show=c.footer, priority=c.always)
        for c in commands
        if c.key
    ]


_WRITTEN = {
    "escape": "Esc", "enter": "Enter", "space": "Space", "delete": "Del", "plus": "+",
    "equals_sign": "=", "asterisk": "*", "minus": "-",
}  # fmt: skip


def from_bindings(lists: Iterable[Iterable[BindingType]]) -> tuple[Command, ...]:
    """Return the commands that the bindings of a small window stand for; hidden ones only move about."""
    found = (bound for one in lists for given in one for bound in Binding.make_bindings([given]))
    named: dict[str, list[Binding]] = {}
    for bound in found:
        if bound.show and bound.description and bound.key not in ("ctrl+q", "ctrl+c"):
            named.setdefault(bound.action, []).append(bound)
    return tuple(
        Command(
            f"screen.{action}",  # no name that a settings file could give another key
            ",".join(bound.key for bound in bounds),
            bounds[0].description.casefold(),
            bounds[0].description,
            shown=_WRITTEN.get(bounds[0].key, bounds[0].key),
        )
        for action, bounds in named.items()
    )


class Commands(Provider):
    """The palette's rows: every command of the screen it was called from, and the app's own."""

    def _commands(self) -> list[tuple[Command, str]]:
        found = [
            (command, f"screen.{command.name}") for command in getattr(self.screen, "acts", ())
        ]
        found += [(command, f"app.{command.name}") for command in getattr(self.app, "ACTS", ())]
        in_force: Callable[[Command], Command] = getattr(self.app, "in_force", lambda c: c)
        return [(in_force(command), action) for command, action in found]

    async def discover(self) -> Hits:
        """Yield every command."""
        for command, action in self._commands():
            yield DiscoveryHit(
                Content(_title(command)), lambda a=action: self._run(a), help=command.text
            )

    async def search(self, query: str) -> Hits:
        """Yield the commands that what was typed fits."""
        matcher = self.matcher(query)
        for command, action in self._commands():
            title = f"{_title(command)} - {command.text}"
            if (fit := matcher.match(title)) > 0:
                yield Hit(
                    fit,
                    matcher.highlight(title),
                    lambda a=action: self._run(a),
                    help=command.text,
                )

    async def _run(self, action: str) -> None:
        target, _, name = action.partition(".")
        await self.app.run_action(name, self.screen if target == "screen" else self.app)


def _title(command: Command) -> str:
    label = command.label[:1].upper() + command.label[1:]
    return f"{label} ({command.key_shown})" if command.key_shown else label

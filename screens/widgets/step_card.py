"""One step of the scale beside the evidence: its name and what it looks like for the statement."""

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from frameworks.model import Descriptor, Part, Step
from screens.symbols import Symbols

_WORDS: dict[Part | None, str] = {"full": "evidenced", "part": "partly", None: ""}
_COLOURS = 3


class StepCard(Static):
    """A descriptor with its number; a bar and a word say that it is highlighted."""

    # The bar is a border: as text it would have to be wrapped with the words.
    DEFAULT_CSS = """
    StepCard { height: auto; padding: 0 1 0 0; border-left: blank; }
    StepCard.-on { background: $panel; }
    StepCard.-on.-step-1 { border-left: outer $stage-1; }
    StepCard.-on.-step-2 { border-left: outer $stage-2; }
    StepCard.-on.-step-3 { border-left: outer $stage-3; }
    StepCard.-on.-ascii { border-left: ascii $foreground; }
    """

    class Pressed(Message):
        """The card was clicked."""

        def __init__(self, card: "StepCard") -> None:
            super().__init__()
            self.card = card

    def __init__(self, number: int, step: Step, symbols: Symbols) -> None:
        """`number`: the key that highlights it, from 1."""
        self._colour = (number - 1) % _COLOURS + 1
        super().__init__(Content(""), markup=False, classes=f"-step-{self._colour}")
        self.set_class(symbols.ascii_only, "-ascii")
        self.step = step
        self.descriptor: Descriptor | None = None
        self._number = number
        self._symbols = symbols

    def show(self, descriptor: Descriptor | None, part: Part | None) -> None:
        """Show a descriptor and whether it is highlighted."""
        self.descriptor = descriptor
        self.set_class(part is not None, "-on")
        colour = f"$stage-{self._colour}"
        text = descriptor.text if descriptor else "The source describes nothing here."
        self.update(
            Content.assemble(
                (f"{self._number} ", "bold $accent"),
                (f"{self._symbols.step(self.step)} {self.step.name}", f"bold {colour}"),
                (f"  {_WORDS[part]}\n", "bold"),
                (text, "" if descriptor else "$muted"),
            )
        )

    def on_click(self) -> None:
        """Highlight by mouse."""
        self.post_message(self.Pressed(self))

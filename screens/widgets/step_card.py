"""One step of the scale beside the evidence: its name and what it looks like for the statement."""

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from frameworks.model import Descriptor, Part, Scale, Step
from screens.symbols import Symbols

from .steps import colour_of, step_words

_WORDS: dict[Part | None, str] = {"full": "evidenced", "part": "partly", None: ""}


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

    def __init__(self, number: int, step: Step, scale: Scale, symbols: Symbols) -> None:
        """`number`: the key that highlights it, from 1."""
        self._colour = colour_of(scale, step)
        super().__init__(Content(""), markup=False, classes=f"-step-{self._colour}")
        self.set_class(symbols.ascii_only, "-ascii")
        self.step = step
        self.number = number
        self.followed = False
        """Whether it stays in sight when its words take more or fewer lines."""
        self._symbols = symbols

    def show(
        self,
        descriptor: Descriptor | None,
        part: Part | None,
        otherwise: str | None = None,
        *,
        offered: bool = True,
    ) -> None:
        """Show what the step looks like and whether it is highlighted.

        `otherwise`: what to say where nothing is described; None: the name alone, on a line.
        `offered`: whether the person may highlight it, by its number.
        """
        self.set_class(part is not None, "-on")
        text = descriptor.text if descriptor else otherwise
        self.update(
            Content.assemble(
                (f"{self.number} " if offered else "", "bold $accent"),
                (step_words(self.step, self._symbols), f"bold $stage-{self._colour}"),
                (f"  {_WORDS[part]}", "bold"),
                (f"\n{text}" if text else "", "" if descriptor else "$muted"),
            )
        )

    def on_resize(self) -> None:
        """Stay in sight: the word beside a long name may have taken another line."""
        if self.followed:
            self.scroll_visible(animate=False)

    def on_click(self) -> None:
        """Highlight by mouse."""
        self.post_message(self.Pressed(self))

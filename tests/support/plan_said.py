"""A review with findings and a plan, made by commands: every text in it is one animal."""

from kept import kept
from shell import Shell

AK = ("--by", "Amira Khan")
PANEL = ("Fay", "Amira Khan", "Ben Orr")


@kept
def found(shell: Shell) -> str:
    """A session with AK1 and BO1 under 1.1, area 1 behind its gate, findings 1 to 3 about it."""
    session = shell.judged()
    one = ("--statement", "1.1")
    for kind, text in (
        ("development", "Zebra."),
        ("development", "Heron."),
        ("strength", "Otter."),
    ):
        shell.done("finding", session, "add", *AK, "--kind", kind, *one, "--note", "AK1", text)
    return session


@kept
def planned(shell: Shell) -> str:
    """Such a session with a whole plan: every text in it is one animal."""
    session = found(shell)
    shell.done("priorities", session, *AK, "2", "1")
    shell.done("objective", session, *AK, "Badger.")
    shell.done("benchmark", session, *AK, "Weasel.")
    shell.done("key-result", session, "add", *AK, "--finding", "1", "Stoat.")
    shell.done(
        *("action", session, "add", *AK, "--key-result", "1", "--window", "2", "--who", "Polecat"),
        *("--due", "2026-11-30", "--success", "Lynx.", "Marten."),
    )
    shell.done("monitor", session, "1", *AK, "--progress", "at-risk", "Vole.")
    return session


ANIMALS = (
    *("Zebra", "Heron", "Otter", "Badger", "Weasel", "Stoat", "Polecat", "Lynx", "Marten"),
    "Vole",
)

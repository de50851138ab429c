"""The themes of ours. Every text colour is at least 7:1 on every background of its theme.

A test measures what the screens really draw, in each.
"""

from textual.theme import Theme

DARK = "review-dark"
LIGHT = "review-light"
CONTRAST = "review-contrast"

NAMES: dict[str, str] = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""By the word that commands use."""


def _theme(
    name: str,
    *,
    dark: bool,
    ground: tuple[str, str, str],
    text: str,
    muted: str,
    accent: str,
    error: str,
    stages: tuple[str, str, str],
    here: str,
    cursor: tuple[str, str],
    rule: str,
    shade: str,
) -> Theme:
    background, surface, panel = ground
    own = {
        "muted": muted,
        "stage-1": stages[0],
        "stage-2": stages[1],
        "stage-3": stages[2],
        "here": here,
        "cursor": cursor[0],
        "cursor-text": cursor[1],
        "rule": rule,
        "shade": shade,
    }
    # Textual derives these; said here, they keep the contrast that was chosen.
    derived = {
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "text-accent": accent,
        "text-primary": accent,
        "text-secondary": muted,
        "text-warning": stages[0],
        "text-error": error,
        "text-success": stages[2],
        "block-cursor-background": here,
        "block-cursor-foreground": text,
        "block-cursor-blurred-background": panel,
        "block-cursor-blurred-foreground": text,
        "input-cursor-background": cursor[0],
        "input-cursor-foreground": cursor[1],
        "input-selection-background": here,
        "scrollbar": rule,
        "scrollbar-hover": muted,
        "scrollbar-active": accent,
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
        "scrollbar-corner-color": background,
        "border": accent,
        "border-blurred": rule,
    }
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=muted,
        accent=accent,
        foreground=text,
        background=background,
        surface=surface,
        panel=panel,
        success=stages[2],
        warning=stages[0],
        error=error,
        variables={**own, **derived},
    )


THEMES: tuple[Theme, ...] = (
    _theme(
        DARK,
        dark=True,
        ground=("#0E1420", "#151D2B", "#1B2536"),
        text="#EDF2F9",
        muted="#AFBCCD",
        accent="#D3C2FF",
        error="#FF9C9C",
        stages=("#F2B65A", "#8CC8FF", "#6FD8A8"),
        here="#212B42",
        cursor=("#D3C2FF", "#0E1420"),
        rule="#3A4A63",
        shade="#0A0F19",
    ),
    _theme(
        LIGHT,
        dark=False,
        ground=("#FBFAF7", "#FFFFFF", "#F1EEE7"),
        text="#16202E",
        muted="#3F4A57",
        accent="#55288C",
        error="#8F1717",
        stages=("#6B3D00", "#0A4689", "#085239"),
        here="#ECE7F5",
        cursor=("#55288C", "#FFFFFF"),
        rule="#B9B2A4",
        shade="#F1EEE7",
    ),
    _theme(
        CONTRAST,
        dark=True,
        ground=("#000000", "#000000", "#141414"),
        text="#FFFFFF",
        muted="#E4E4E4",
        accent="#FFE45C",
        error="#FFB3A8",
        stages=("#FFC766", "#9AD7FF", "#8CF0BE"),
        here="#1F2A5C",
        cursor=("#FFE45C", "#000000"),
        rule="#C8C8C8",
        shade="#000000",
    ),
)

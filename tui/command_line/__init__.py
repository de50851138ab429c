"""The commands, by what they do; `tui.cli` joins them. Nothing here imports Textual."""

"""The same key means the same thing on every screen."""

from collections import defaultdict

from screens.compare import CompareScreen
from tui.keys import places

ALIKE = (
    {"edit_note", "edit_row"},
    {"file_note", "file_chosen"},
    {"delete_note", "delete_row", "delete_chosen", "delete_session", "leave"},
    {"compare", "then", "choose_review"},  # this review beside an earlier one
    {"setup", "start_session"},
    {"read_note", "choose_view"},
    {"propose", "ideas"},  # what the app itself offers, for a person to take or leave
    {"fields", "add_row"},
    {"more_steps", "onward"},
    {"next_part", "onward"},
    {"previous_part", "before"},
    {"next_open", "next_moved"},
    {"one_by_one", "only_moved"},
    {"find", "choose_area"},
    {"go_there", "cast", "settle", "open_session"},
    {"fields", "stands"},  # = is + on another keyboard, and has no row to add to on Catch-up
)
"""Acts that a person would call by one name, though each screen has its own."""


def test_a_key_means_one_thing() -> None:
    acts = defaultdict(set)
    for name, commands in (*places(), ("Compare", CompareScreen.ACTS)):
        for command in commands:
            for key in command.key.split(","):
                if key and command.name != "_":
                    acts[key].add(command.name)
        assert commands, name
    several = {key: names for key, names in acts.items() if len(names) > 1}
    odd = {key: names for key, names in several.items() if not any(names <= one for one in ALIKE)}
    assert odd == {}
    assert acts["h"] == {"propose", "ideas"} and acts["H"] == {"setting_view"}

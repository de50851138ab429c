"""The command `keys`: what there is, how to change it, what is wrong with a wish."""

from pathlib import Path

from shell import Shell


def wish(tmp_path: Path, text: str) -> None:
    file = tmp_path / "data" / "inclusion-review" / "keys.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def test_they_are_listed_with_the_file_that_changes_them(shell: Shell) -> None:
    said = shell.done("keys")
    assert "n      new_note" in said
    assert 'write a line such as  new_note = "z"' in said and "keys.toml" in said
    assert {"new_note": "n"}.items() <= {k["name"]: k["key"] for k in listed(shell)}.items()


def listed(shell: Shell) -> list[dict[str, str]]:
    keys: list[dict[str, str]] = shell.json("keys", "--json")["keys"]
    return keys


def test_those_in_force_are_listed(shell: Shell, tmp_path: Path) -> None:
    wish(tmp_path, 'new_note = "z"')
    assert "z      new_note" in shell.done("keys")


def test_a_clash_is_refused_with_its_reason(shell: Shell, tmp_path: Path) -> None:
    wish(tmp_path, 'new_note = "g"')
    said = shell("keys")
    assert said.status == 1
    assert "new_note: g is the key of go_to on the Overview already; give go_to another" in said.err
    assert "n      new_note" in said.out

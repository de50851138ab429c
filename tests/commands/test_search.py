"""`search`: a line a hit, under the rules of the screens; refused in a line, never an error."""

from shell import Shell


def test_a_hit_is_a_line_with_where_it_is(shell: Shell) -> None:
    session = shell.new("--purpose", "A heron at large")
    shell.done(
        *("note", session, "--by", "Amira Khan", "--statement", "1.1", "--source", "data"),
        *("--where", "the pond", "--observed", "2026-11-21 10:00", "A [heron] came by."),
    )
    assert shell.done("search", "HERON").split("\n") == [
        "hollin-bank-2026-11-21  describe  1.1  note AK1, data, the pond: A [heron] came by.",
        "hollin-bank-2026-11-21  setup  -  purpose of the review: A heron at large",
    ]
    for more in (["--source", "data"], ["--area", "1"], ["source:data"], ["--kind", "notes"]):
        assert shell.done("search", "heron", *more).count("\n") == 0, more
    assert shell.json("search", "heron", "--kind", "purpose", "--json") == {
        "hits": [
            {
                "session": session,
                "name": "hollin-bank-2026-11-21",
                "setting": "Hollin Bank",
                "date": "2026-11-21",
                "kind": "purpose",
                "place": "setup",
                "statement": None,
                "ref": None,
                "title": "of the review",
                "text": "A heron at large",
            }
        ],
        "kinds": ["note", "purpose"],
        "counts": {"note": 1, "purpose": 1},
        "more": False,
    }


def test_judgements_are_found_behind_the_gate_alone_and_not_counted_by_stage(shell: Shell) -> None:
    session = shell.judged()
    for name in ("Amira Khan", "Ben Orr"):
        shell.cast(session, name, "sustaining", "--because", "Zebra.")
        assert shell("search", "zebra").out == "", "it is sealed"
    shell.done("reveal", session, "--statement", "1.1", "--by", "Fay", "--reason", "Time is up.")
    assert shell.done("search", "zebra").count("\n") == 1
    found = shell.json("search", "--stage", "sustaining", "--json")
    assert [hit["stages"] for hit in found["hits"]] == [["sustaining"]] * 2
    assert found["counts"] is None and not found["more"]
    assert "these are 1;" in shell("search", "--stage", "sustaining", "--limit", "1").err.lower()
    shell.done("gate", session, "--area", "1", "--by", "Fay", "--reopen", "--reason", "Zebra too.")
    index = shell.library / ".derived" / "search.sqlite"
    assert b"ebra" not in index.read_bytes(), "with the act, not with the next search"
    for typed in ("zebra", "stage:sustaining"):
        said = shell("search", typed)
        assert (said.status, said.out) == (0, "") and "Nothing that may be seen" in said.err


def test_a_private_note_is_found_in_its_session_as_its_author(shell: Shell) -> None:
    session = shell.new()
    shell.done("note", session, "--by", "Amira Khan", "--private", "A private heron.")
    assert shell("search", "heron").out == ""
    assert shell("search", "heron", "--session", session).out == ""
    assert shell("search", "heron", "--session", session, "--as", "Ben Orr").out == ""
    assert "A private heron." in shell.done("search", "heron", "--session", session, "--as", "AK")


def test_what_cannot_be_meant_is_refused_in_a_line(shell: Shell) -> None:
    shell.new()
    shell.refused("search", "x", "--source", "hearsay", says=("no source hearsay", "learner-voice"))
    shell.refused("search", "x", "--from", "soon", says="2026-09-01")
    shell.refused("search", "x", "--area", "one", says="area:2")
    shell.refused("search", "x", "--session", "nobody", says="no session called nobody")
    shell.wrong("search", says="Say what to look for")
    shell.wrong("search", "x", "--as", "Fay", says="--session")
    shell.wrong("search", "x", "--limit", "0")
    for hostile in ("*", '"', "a* OR", "); --", "[/]"):
        assert shell("search", hostile, "x").status == 0

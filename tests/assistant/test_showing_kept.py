"""Kept drafts and versions as plain rows: every key is in the manual, places fit the text."""

import json
from pathlib import Path

from assistant.noting import note
from assistant.saved import Body, Saved, Version
from assistant.showing_kept import kept_row, step_row
from assistant.tracing import steps
from assistant.vouching import vouched

CLI = (Path(__file__).parent.parent.parent / "docs" / "cli.md").read_text("utf-8")


def test_a_version_tells_its_sizes_and_its_first_change():
    newest, oldest = (
        step_row(step, 2)
        for step in steps(
            [Version("d", 2, "writer", "开会9次。整改3个。", 2.0), Version("d", 1, "none", "开会9次。", 1.0)]
        )
    )
    assert (newest["chars"], newest["added"], newest["removed"], newest["now"]) == (10, 5, 0, True)
    assert newest["first"]["after"] == "整改3个。"
    assert oldest["now"] is False
    assert [key for key in newest if key not in CLI] == []


def test_a_kept_draft_tells_its_blanks_and_what_facts_state():
    text = "召开会议9次，【待补充：参加人数】参加。"
    saved = Saved("d", "抓学习", "开会9次", "points", 0, 2024, 1, Body(text), 1.0)
    row = json.loads(json.dumps(kept_row(saved, (), (), vouched(text, note("召开会议9次")))))
    assert row["blanks"][0]["asked"] == "参加人数"
    place = row["blanks"][0]["places"][0]
    assert text[place["start"] : place["end"]] == row["blanks"][0]["words"]
    assert [one["text"] for one in row["vouched"]] == ["9次"]
    assert [key for key in row if key not in CLI] == []

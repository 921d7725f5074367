"""Kept drafts from the command line."""

import json


def test_drafts_are_kept_found_and_taken_back_from_the_command_line(zhibi, tmp_path, monkeypatch):
    from assistant.service import Assistant
    from assistant.settings import open_settings

    with Assistant(open_settings()) as desk:
        saved = desk.keep_text(desk.new_draft("压实责任", "党组会12次").id, "召开党组会12次。", 0)
    assert [row["id"] for row in json.loads(zhibi("drafts", "压实", "--json")[1])] == [saved.id]
    zhibi("export", saved.id, "--to", tmp_path)
    edited = tmp_path / "改过.txt"
    edited.write_text("压实责任\n召开党组会13次。\n", encoding="utf-8")
    seen = json.loads(zhibi("import", saved.id, edited, "--dry-run", "--json")[1])
    assert [change["after"] for change in seen["changes"]] == ["召开党组会13次。"]
    assert json.loads(zhibi("import", saved.id, edited, "--json")[1])["revision"] == 2
    zhibi("rename", saved.id, "总结")
    second = zhibi("duplicate", saved.id)[1].strip()
    zhibi("trash", second)
    assert [row["id"] for row in json.loads(zhibi("drafts", "--trash", "--json")[1])] == [second]
    assert zhibi("untrash", second)[1].strip() == "《总结 (2)》已取回。"
    assert len(json.loads(zhibi("drafts", "--json")[1])) == 2


def test_no_drafts_and_an_empty_trash_are_told_in_a_sentence(zhibi):
    told = {zhibi(*words)[1].strip() for words in (("drafts",), ("drafts", "压实"), ("drafts", "--trash"))}
    assert len(told) == 3 and all(one.endswith("。") for one in told)
    assert json.loads(zhibi("drafts", "--json")[1]) == []

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


def test_every_act_on_a_draft_prints_what_it_is_now(zhibi, facts):
    done = json.loads(zhibi("draft", "--section", "压实责任", "--facts", facts, "--keep", "--json")[1])
    first = done["kept"]["id"]
    second = json.loads(zhibi("duplicate", first, "--name", "副本", "--json")[1])
    assert (second["title"], second["trashed"]) == ("副本", None)
    assert json.loads(zhibi("rename", second["id"], "送审", "--json")[1])["title"] == "送审"
    assert "不在回收站里" in zhibi("delete", second["id"], ok=False)[2]
    assert json.loads(zhibi("trash", second["id"], "--json")[1])["trashed"] > 0
    assert [row["title"] for row in json.loads(zhibi("drafts", "送审", "--trash", "--json")[1])] == ["送审"]
    assert json.loads(zhibi("drafts", "没有此词", "--trash", "--json")[1]) == []
    assert json.loads(zhibi("untrash", second["id"], "--json")[1])["trashed"] is None
    zhibi("trash", second["id"])
    assert "已永久删除" in zhibi("delete", second["id"])[1]
    assert [row["id"] for row in json.loads(zhibi("drafts", "--json")[1])] == [first]


def test_the_beginning_of_an_id_is_enough_while_it_fits_one_draft(zhibi, monkeypatch):
    import uuid

    from assistant.service import Assistant
    from assistant.settings import open_settings

    made = iter(("abc111111111", "abc222222222"))
    monkeypatch.setattr("assistant.archive.uuid.uuid4", lambda: uuid.UUID(hex=next(made) + "0" * 20))
    with Assistant(open_settings()) as desk:
        desk.new_draft("一"), desk.new_draft("二")
    assert json.loads(zhibi("show", "abc1", "--json")[1])["section"] == "一"
    assert "符合 2 份草稿" in zhibi("show", "abc", ok=False)[2]


def test_a_report_and_a_rolled_one_may_be_kept_as_drafts(zhibi, report, facts, tmp_path):
    outline = tmp_path / "提纲.txt"
    outline.write_text("题目：云溪县粮食局2024年工作总结\n一、压实主体责任\n", encoding="utf-8")
    whole = json.loads(zhibi("report", "--outline", outline, "--facts", facts, "--keep", "--json")[1])
    rolled = json.loads(zhibi("roll", report, "--year", 2024, "--keep", "--json")[1])
    for row in (whole, rolled):
        shown = json.loads(zhibi("show", row["kept"]["id"], "--json")[1])
        assert shown["revision"] == 1 and shown["text"]
    assert "zhibi show" in zhibi("roll", report, "--year", 2024, "--keep")[1]
    assert "--keep" in zhibi("draft", "--example", "--keep", ok=False)[2]

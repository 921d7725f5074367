"""Versions of a kept draft from the command line: told, compared, named, brought back."""

import json

import pytest


@pytest.fixture
def kept(zhibi, facts):
    """Id of a draft with two versions: the composer's, and one with a sentence of the writer's."""
    from assistant.service import Assistant
    from assistant.settings import open_settings

    done = json.loads(zhibi("draft", "--section", "压实主体责任", "--facts", facts, "--keep", "--json")[1])
    draft_id = done["kept"]["id"]
    with Assistant(open_settings()) as desk:
        saved = desk.kept(draft_id)
        desk.keep_text(draft_id, saved.body.text + "\n全年接待群众86人次。", saved.revision)
    return draft_id


def test_a_history_tells_who_wrote_when_how_much_and_what(zhibi, kept):
    newest, oldest = json.loads(zhibi("history", kept, "--json")[1])
    assert (newest["author"], newest["now"], oldest["author"], oldest["now"]) == (
        "writer", True, "composer", False,
    )  # fmt: skip
    assert newest["chars"] == oldest["chars"] + newest["added"] - newest["removed"] + 1
    assert newest["first"]["after"] == "全年接待群众86人次。"
    lines = zhibi("history", kept)[1].splitlines()
    assert len(lines) == 2 and lines[0].startswith("*") and "您" in lines[0] and "编写器" in lines[1]
    assert "还有 1 个更早的版本" in zhibi("history", kept, "--most", 1)[1]


def test_two_versions_are_compared_both_ways(zhibi, kept):
    row = json.loads(zhibi("history", kept, "--diff", 1, 2, "--json")[1])
    assert [(one["kind"], one["after"]) for one in row["changes"]] == [("added", "全年接待群众86人次。")]
    assert "删去\n  - 全年接待群众86人次。" in zhibi("history", kept, "--diff", 2, 1)[1]
    assert "文字相同" in zhibi("history", kept, "--diff", 2, 2)[1]
    assert "没有第 9 版" in zhibi("history", kept, "--diff", 1, 9, ok=False)[2]


def test_an_earlier_version_comes_back_as_a_new_one_and_none_is_lost(zhibi, kept):
    before = json.loads(zhibi("show", kept, "--json")[1])
    saved = json.loads(zhibi("restore", kept, 1, "--json")[1])
    assert saved["revision"] == 3
    assert "86人次" not in json.loads(zhibi("show", kept, "--json")[1])["text"]
    zhibi("restore", kept, 2)
    assert json.loads(zhibi("show", kept, "--json")[1])["text"] == before["text"]
    assert len(json.loads(zhibi("history", kept, "--json")[1])) == 4
    assert "没有第 44 版" in zhibi("restore", kept, 44, ok=False)[2]
    for words in ((kept,), (kept, 1, "--removal", 0)):
        assert "请写明恢复什么" in zhibi("restore", *words, ok=False)[2]


def test_a_version_takes_a_name_and_loses_it(zhibi, kept):
    assert json.loads(zhibi("name-version", kept, 1, "送审稿", "--json")[1])["name"] == "送审稿"
    assert "《送审稿》" in zhibi("history", kept)[1]
    assert "去掉" in zhibi("name-version", kept, 1, "")[1]
    assert "送审稿" not in zhibi("history", kept)[1]
    assert "没有第 7 版" in zhibi("name-version", kept, 7, "送审稿", ok=False)[2]


def test_a_kept_draft_shows_what_facts_state_and_what_is_open(zhibi, kept):
    row = json.loads(zhibi("show", kept[:6], "--json")[1])
    assert row["id"] == kept
    assert "12次" in {one["text"] for one in row["vouched"]}
    assert all(row["text"][one["start"] : one["end"]] == one["text"] for one in row["vouched"])
    assert "86人次" in {one["text"] for one in row["findings"]}
    told = zhibi("show", kept)[1]
    assert "有依据：12次 ← F1" in told and "86人次" in told


def test_a_draft_that_is_not_there_or_without_text_is_told_in_a_sentence(zhibi):
    from assistant.service import Assistant
    from assistant.settings import open_settings

    with Assistant(open_settings()) as desk:
        empty = desk.new_draft("压实责任").id
    for words in (
        ("show",),
        ("history",),
        ("rename",),
        ("trash",),
        ("duplicate",),
        ("untrash",),
        ("delete",),
    ):
        name = ("甲",) if words == ("rename",) else ()
        assert "zhibi drafts" in zhibi(*words, "没有", *name, ok=False)[2]
        assert "zhibi drafts" in zhibi(*words, "", *name, ok=False)[2]
    assert "没有版本" in zhibi("history", empty)[1]
    assert json.loads(zhibi("history", empty, "--json")[1]) == []
    assert json.loads(zhibi("show", empty, "--json")[1])["text"] == ""


def test_a_blank_is_filled_and_a_finding_let_stand_by_their_numbers(zhibi):
    from assistant.service import Assistant
    from assistant.settings import open_settings

    with Assistant(open_settings()) as desk:
        saved = desk.new_draft("压实责任", "召开会议9次")
        saved = desk.keep_text(saved.id, "召开会议9次，参加学习干部达【待补充：参加人数】，整改问题58个。", 0)
    assert "待补充 1：参加人数" in zhibi("show", saved.id)[1]
    assert json.loads(zhibi("fill", saved.id, 1, "142人", "--json")[1])["revision"] == 2
    row = json.loads(zhibi("show", saved.id, "--json")[1])
    assert "达142人，" in row["text"] and "142人" in row["notes"]
    number, wanted = next((n, one["text"]) for n, one in enumerate(row["findings"], 1) if "58" in one["text"])
    left = json.loads(zhibi("settle", saved.id, number, "--json")[1])
    assert len(left["findings"]) == len(row["findings"]) - 1
    place = [one["text"] for one in left["let_stand"]].index(wanted) + 1
    again = json.loads(zhibi("settle", saved.id, place, "--reopen", "--json")[1])
    assert [one["text"] for one in again["findings"]] == [one["text"] for one in row["findings"]]
    for words in (("fill", saved.id, 1, "甲"), ("settle", saved.id, 99)):
        assert "zhibi show" in zhibi(*words, ok=False)[2]

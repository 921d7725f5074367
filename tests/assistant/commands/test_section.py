"""A section drafted, checked and reworded from the command line."""

import json

import pytest


def test_a_draft_states_every_fact_and_nothing_of_the_sample(zhibi, report, facts):
    zhibi("add", report)
    row = json.loads(zhibi("draft", "--section", "压实主体责任", "--facts", facts, "--json")[1])
    assert [fact["id"] for fact in row["facts"]] == ["F1", "F2", "F3"]
    for figure in ("12", "3月24日", "186", "23"):
        assert figure in row["text"]
    for figure in ("142", "37", "58", "5月17日", "云溪"):
        assert figure not in row["text"]
    assert {fact for s in row["sentences"] for fact in s["facts"]} == {"F1", "F2", "F3"}
    assert (row["model"], row["prompt"], row["complete"]) == ("none", "", True)
    assert [f for f in row["findings"] if f["kind"] in ("unsupported", "leaked")] == []


def test_the_example_needs_nothing_and_leaves_the_shelf_alone(zhibi):
    _, out, _ = zhibi("draft", "--example")
    assert "F1" in out
    assert json.loads(zhibi("list", "--json")[1]) == []


def test_the_check_says_what_a_sample_gave(zhibi, report, facts, tmp_path):
    zhibi("add", report)
    draft = tmp_path / "draft.txt"
    draft.write_text("召开党组会12次，专题研究4次。5月17日召开警示教育大会，186人参加。", encoding="utf-8")
    found = json.loads(zhibi("check", "--facts", facts, "--draft", draft, "--year", "2024", "--json")[1])[
        "findings"
    ]
    words = draft.read_text("utf-8")
    for finding in found:
        assert words[finding["start"] : finding["end"]] == finding["text"] or finding["kind"] == "unused"
    kinds = {finding["text"]: finding["kind"] for finding in found}
    assert kinds.get("5月17日") == "leaked"
    assert "186人" not in kinds
    assert "12次" not in kinds
    leak = next(finding for finding in found if finding["text"] == "5月17日")
    assert leak["report_id"]
    assert leak["passage_id"].startswith(leak["report_id"])


def test_a_missing_section_or_file_is_a_sentence(zhibi, facts, tmp_path):
    assert "标题" in zhibi("draft", "--facts", facts, ok=False)[2]
    assert (
        "nowhere.txt" in zhibi("draft", "--section", "甲", "--facts", tmp_path / "nowhere.txt", ok=False)[2]
    )


def test_an_unreachable_model_is_a_sentence_and_says_where(zhibi, facts, monkeypatch):
    monkeypatch.setenv("ZHIBI_BASE_URL", "http://127.0.0.1:9/v1")
    code, _, err = zhibi("draft", "--section", "甲", "--facts", facts, "--model", "openai:x", ok=False)
    assert code == 1
    assert "127.0.0.1:9" in err


TEXT = "前面一句。今年搞了3次培训。后面一句。"


@pytest.fixture
def worded(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_the_command_proposes_and_changes_nothing(zhibi, worded):
    words = ["revise", "--draft", worded, "--select", "5:14", "--wish", "formal", "--json"]
    told = json.loads(zhibi(*words)[1])
    assert told["before"] == TEXT[5:14]
    assert [one["text"] for one in told["proposals"]] == ["今年开展3次培训。"]
    assert "".join(run["before"] for run in told["proposals"][0]["runs"]) == told["before"]
    assert worded.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("select", ["5", "a:b", "-1:4", ""])
def test_a_selection_that_is_none_is_told(zhibi, worded, select):
    assert "START:END" in zhibi("revise", "--draft", worded, f"--select={select}", ok=False)[2]

"""Whole reports from the command line: an outline proposed, written, an old report rolled forward."""

import json

from tests.modelserver import ModelServer, Reply

PLAN = "题目：青禾市粮食局2024年工作总结\n年度：2024\n一、主要工作\n二、下一步打算\n"


def test_an_outline_after_a_sample_is_a_file_that_can_be_written_from(zhibi, report, facts, tmp_path):
    name = json.loads(zhibi("add", report, "--json")[1])[0]["report_id"]
    plan = tmp_path / "提纲.txt"
    plan.write_text(zhibi("outline-report", "--like", name, "--year", 2024)[1], encoding="utf-8")
    row = json.loads(zhibi("report", "--outline", plan, "--facts", facts, "--json")[1])
    told = {fact for part in row["parts"] for fact in part["facts"]} | {one["id"] for one in row["unplaced"]}
    assert told == {"F1", "F2", "F3"}
    assert "142" not in row["text"]


def test_a_model_fits_the_outline_to_the_facts(zhibi, report, facts, monkeypatch):
    name = json.loads(zhibi("add", report, "--json")[1])[0]["report_id"]
    with ModelServer(Reply("一、抓实粮食收购 [F1,F2]\n二、存在的问题和不足 [F3]")) as server:
        monkeypatch.setenv("ZHIBI_BASE_URL", server.url)
        told = zhibi("outline-report", "--like", name, "--facts", facts, "--model", "openai:test")[1]
    assert "一、抓实粮食收购\n事实：F1、F2\n二、存在的问题和不足\n事实：F3" in told


def test_a_report_is_written_to_a_file(zhibi, facts, tmp_path):
    plan, out = tmp_path / "提纲.txt", tmp_path / "报告.md"
    plan.write_text(PLAN, encoding="utf-8")
    zhibi("report", "--outline", plan, "--facts", facts, "--to", out)
    assert "青禾市粮食局2024年工作总结" in out.read_text("utf-8")


def test_an_old_report_is_rolled_with_blanks_where_only_the_writer_knows(zhibi, report):
    row = json.loads(zhibi("roll", report, "--year", "2024", "--json")[1])
    assert [one["number"] for one in row["places"]] == list(range(1, len(row["places"]) + 1))
    for one in row["places"]:
        assert row["text"][one["start"] : one["end"]] == one["text"]
    assert "2023年" not in row["rolled"].split("【")[0] and "【待补充：" in row["rolled"]


def test_decisions_are_handed_back_and_the_rolled_text_is_written(zhibi, report, tmp_path):
    row = json.loads(zhibi("roll", report, "--year", "2024", "--json")[1])
    figure = next(one for one in row["places"] if one["text"] == "9次")
    decided, out = tmp_path / "处理.toml", tmp_path / "新稿.txt"
    decided.write_text(f'{figure["number"]} = {{fill = "11次"}}\n', encoding="utf-8")
    told = zhibi("roll", report, "--year", "2024", "--choices", decided)
    assert "局党组召开会议11次" in told[1] and "【待补充：" in told[1]
    assert f"还有 {row['left'] - 1} 处" in told[2]
    zhibi("roll", report, "--year", "2024", "--choices", decided, "--to", out)
    assert "局党组召开会议11次" in out.read_text("utf-8")
    assert zhibi("roll", report, "--year", "2024", "--to", out, ok=False)[0] == 1


def test_the_places_may_be_handed_back_as_they_were_listed(zhibi, report, tmp_path):
    first = zhibi("roll", report, "--year", "2024", "--json")[1]
    decided = tmp_path / "处理.json"
    decided.write_text(first, encoding="utf-8")
    again = zhibi("roll", report, "--year", "2024", "--choices", decided, "--json")[1]
    assert json.loads(again) == json.loads(first)
    wrong = zhibi("roll", report, "--year", "2031", "--choices", "没有.json", ok=False)
    assert "没有.json" in wrong[2]


def test_a_report_is_never_rolled_to_its_own_year_or_an_earlier_one(zhibi, report):
    for year in (1990, 2023):
        assert "2024" in zhibi("roll", report, "--year", year, ok=False)[2]
    zhibi("roll", report, "--year", 2024)


def test_nothing_is_drafted_where_it_could_not_be_written(zhibi, report, facts, tmp_path):
    outline = tmp_path / "提纲.txt"
    outline.write_text("一、压实主体责任\n", encoding="utf-8")
    call = ("report", "--outline", outline, "--facts", facts, "--model", "ollama:nothing", "--to")
    assert "已经存在" in zhibi(*call, report, ok=False)[2]
    assert "文件夹不存在" in zhibi(*call, tmp_path / "没有" / "a.docx", ok=False)[2]


def test_a_model_that_cannot_be_had_is_told_and_the_call_fails(zhibi, facts, tmp_path):
    outline = tmp_path / "提纲.txt"
    outline.write_text("一、压实主体责任\n二、存在问题\n", encoding="utf-8")
    code, out, err = zhibi("report", "--outline", outline, "--facts", facts, "--model", "坏", ok=False)
    assert code == 1 and "看不懂模型名称“坏”" in err

"""The command line: what it prints for people and scripts, how it ends, what it leaves alone."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant import __main__ as command

ROOT = Path(__file__).parent.parent.parent
REPORT = """关于2023年工作情况的报告

2023年，云溪县粮食局各项工作有序推进。现将有关情况报告如下。

一、主要工作
（一）压实主体责任。局党组召开会议9次，专题研究党风廉政建设4次。2023年5月17日，召开警示教育大会，142人参加。
（二）开展监督检查。抽查粮库37座，发现问题58个，全部整改到位。印发《粮库安全管理办法》。

二、存在问题
个别同志学习不够深入，制度执行不够严格。

三、下一步打算
继续抓好学习教育，严格落实制度。
"""
FACTS = "党组会12次，专题研究3次\n3月24日廉政大会，186人\n签订责任书23份\n"


@pytest.fixture
def zhibi(tmp_path, monkeypatch, capsys):
    """Runs a command over a data folder of its own: (exit code, standard output, standard error)."""
    monkeypatch.setenv("ZHIBI_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)

    def run(*words, ok=True):
        monkeypatch.setattr(sys, "argv", ["zhibi", *map(str, words)])
        code = 0
        try:
            command.main()
        except SystemExit as end:
            code = end.code or 0
        out, err = capsys.readouterr()
        assert "Traceback" not in err + out
        assert (code == 0) == ok, (code, out, err)
        return code, out, err

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "云溪县粮食局2023年工作报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "facts.txt"
    path.write_text(FACTS, encoding="utf-8")
    return path


def test_a_file_is_added_once_and_told_as_a_duplicate_after(zhibi, report):
    first = json.loads(zhibi("add", report, "--json")[1])
    assert [row["status"] for row in first] == ["added"]
    assert first[0]["year"] == 2023
    assert first[0]["sections"] >= 5
    assert first[0]["passages"] >= 3
    second = json.loads(zhibi("add", report, "--json")[1])
    assert [row["status"] for row in second] == ["duplicate"]
    assert second[0]["reason"]
    assert len(json.loads(zhibi("list", "--json")[1])) == 1


def test_one_bad_file_never_stops_the_others_and_is_named_with_its_reason(zhibi, report, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "sheet.xlsx").write_bytes(b"PK\x03\x04")
    rows = json.loads(
        zhibi("add", tmp_path / "empty.txt", tmp_path / "broken.docx", report, tmp_path / "sheet.xlsx",
              tmp_path / "not-there.txt", "--json")[1]
    )  # fmt: skip
    status = {Path(row["path"]).name: row["status"] for row in rows}
    assert status.pop(report.name) == "added"
    assert set(status.values()) == {"refused"}
    assert len(status) == 4
    reasons = [row["reason"] for row in rows if row["status"] == "refused"]
    assert all(reason and "没有预料到" not in reason for reason in reasons)


def test_when_every_file_is_refused_the_command_fails(zhibi, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    code, out, _ = zhibi("add", tmp_path / "empty.txt", ok=False)
    assert code == 1
    assert "empty.txt" in out


def test_the_outline_stands_over_the_text_that_is_printed(zhibi, report):
    rows = json.loads(zhibi("outline", report, "--json")[1])
    text = zhibi("text", report)[1]
    assert [(row["level"], row["mark"]) for row in rows] == [
        (1, "一、"), (2, "（一）"), (2, "（二）"), (1, "二、"), (1, "三、"),
    ]  # fmt: skip
    for row in rows:
        assert text[row["start"] :].startswith(row["mark"])
        assert row["start"] < row["end"] <= len(text)


def test_reading_a_file_puts_nothing_on_the_shelf(zhibi, report):
    zhibi("outline", report)
    zhibi("text", report)
    zhibi("mask", report, "--json")
    assert json.loads(zhibi("list", "--json")[1]) == []


def test_a_report_on_the_shelf_is_named_by_the_first_digits_of_its_id(zhibi, report):
    report_id = json.loads(zhibi("add", report, "--json")[1])[0]["report_id"]
    assert zhibi("text", report_id[:6])[1] == zhibi("text", report)[1]
    assert "没有" in zhibi("text", "ffffffffffff", ok=False)[2]


def test_masking_leaves_no_figure_of_the_report(zhibi, report):
    row = json.loads(zhibi("mask", report, "--json")[1])
    text = zhibi("text", report)[1].rstrip("\n")
    for particular in row["masked"]:
        assert text[particular["start"] : particular["end"]] == particular["text"]
    for figure in ("142", "37", "58", "5月17日", "粮库安全管理办法"):
        assert figure not in row["text"]


def test_a_search_finds_the_passage_and_gives_its_place(zhibi, report):
    zhibi("add", report)
    hits = json.loads(zhibi("search", "警示教育", "-k", "3", "--json")[1])["hits"]
    text = zhibi("text", report)[1]
    assert "警示教育" in hits[0]["text"]
    assert hits[0]["headings"]
    for hit in hits:
        assert text[hit["start"] : hit["end"]] == hit["text"]
        assert isinstance(hit["headings"], list)
    problems = json.loads(zhibi("search", "学习", "--role", "problems", "--json")[1])["hits"]
    assert {hit["role"] for hit in problems} == {"problems"}


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


def test_a_removed_report_is_found_no_more(zhibi, report):
    report_id = json.loads(zhibi("add", report, "--json")[1])[0]["report_id"]
    zhibi("remove", report_id)
    assert json.loads(zhibi("search", "警示教育", "--json")[1])["hits"] == []
    assert json.loads(zhibi("list", "--json")[1]) == []


def test_rebuilding_gives_the_same_hits(zhibi, report):
    zhibi("add", report)
    before = json.loads(zhibi("search", "监督检查", "--json")[1])
    zhibi("rebuild")
    assert json.loads(zhibi("search", "监督检查", "--json")[1]) == before


def test_no_command_but_the_bundled_one_adds_anything_by_itself(zhibi):
    for words in (("list",), ("search", "学习"), ("doctor",)):
        zhibi(*words)
    assert json.loads(zhibi("list", "--json")[1]) == []


def test_the_doctor_says_that_facts_stay_here(zhibi):
    out = zhibi("doctor")[1]
    assert "事实不离开本机" in out
    assert all({"good", "code", "values"} <= set(row) for row in json.loads(zhibi("doctor", "--json")[1]))


def test_an_unknown_setting_is_named_with_the_known_ones(zhibi, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "zhibi.toml").write_text('modle = "x"\n', encoding="utf-8")
    _, _, err = zhibi("list", ok=False)
    assert "modle" in err
    assert "model" in err.replace("modle", "")


def test_the_data_option_may_stand_anywhere(zhibi, report, tmp_path):
    zhibi("add", report, "--data", tmp_path / "other")
    assert json.loads(zhibi("list", "--json")[1]) == []
    assert len(json.loads(zhibi("--data", tmp_path / "other", "list", "--json")[1])) == 1


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


def test_a_folder_in_use_is_refused_within_two_seconds_and_named(zhibi, tmp_path):
    holding = "import sys,time\nfrom pathlib import Path\nfrom assistant.service import Assistant\n" \
        "from assistant.settings import open_settings\n" \
        "a=Assistant(open_settings(Path(sys.argv[1])));print('held',flush=True);time.sleep(60)"  # fmt: skip
    holder = subprocess.Popen(
        [sys.executable, "-c", holding, str(tmp_path / "data")], cwd=ROOT, stdout=subprocess.PIPE,
        text=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        assert holder.stdout.readline().strip() == "held"
        begin = time.monotonic()
        code, _, err = zhibi("list", ok=False)
        assert time.monotonic() - begin < 2.5
        assert code == 3
        assert str(holder.pid) in err
        assert str(tmp_path / "data") in err.replace("\n", "")
    finally:
        holder.kill()
        holder.wait()
    zhibi("list")


NOISY = REPORT.replace("继续抓好", "联系电话：0123-4567890 微信号：abc123\n继续抓好")


def test_what_was_guessed_of_a_report_is_listed_corrected_and_searched_by(zhibi, report):
    added = json.loads(zhibi("add", report, "--json")[1])[0]
    assert (added["viewpoint"], added["organisation"], added["like"]) == ("班子", "政府部门", "")
    edited = zhibi("edit", added["report_id"], "--title", "粮食工作", "--year", "2031", "--viewpoint", "个人",
                   "--organisation", "国企", "--era", "党的二十大", "--json")[1]  # fmt: skip
    card = json.loads(edited)
    assert card["edited"] == ["title", "year", "era", "viewpoint", "organisation"]
    assert json.loads(zhibi("list", "--json")[1]) == [card]
    for option, value, found in (
        ("--viewpoint", "个人", True), ("--viewpoint", "班子", False), ("--organisation", "国企", True),
        ("--organisation", "学校", False), ("--era", "党的二十大", True), ("--era", "党的十九大", False),
    ):  # fmt: skip
        hits = json.loads(zhibi("search", "责任", option, value, "--json")[1])["hits"]
        assert bool(hits) == found, (option, value)
    assert "四位数" in zhibi("edit", added["report_id"], "--year", "12", ok=False)[2]
    assert "班子" in zhibi("edit", added["report_id"], "--viewpoint", "集体", ok=False)[2]
    assert "粮食工作" in zhibi("edit", added["report_id"], "--kind", "通知")[1]


def test_what_cleaning_took_out_is_listed_and_put_back(zhibi, report):
    report.write_text(NOISY, encoding="utf-8")
    added = json.loads(zhibi("add", report, "--json")[1])[0]
    removed = json.loads(zhibi("removed", added["report_id"], "--json")[1])
    assert removed == added["removed"] and removed[0]["text"].startswith("联系电话")
    assert "0  " in zhibi("removed", added["report_id"])[1]
    back = json.loads(zhibi("restore", added["report_id"], "--removal", 0, "--json")[1])
    assert back["report_id"] != added["report_id"] and back["removed"] == []
    assert "微信号：abc123" in zhibi("text", added["report_id"])[1]
    assert "新编号" in zhibi("restore", added["report_id"], "--removal", 0)[1]
    assert "没有第 7 处" in zhibi("restore", added["report_id"], "--removal", 7, ok=False)[2]


def test_a_nearly_equal_report_is_added_and_told(zhibi, report, tmp_path):
    zhibi("add", report)
    other = tmp_path / "去年.txt"
    other.write_text(
        REPORT.replace("9次", "7次").replace("142人", "96人") + "另有新增情况需要说明。", "utf-8"
    )
    out = zhibi("add", other)[1]
    assert "相同" in out and "%" in out and "关于2023年工作情况的报告" in out


def test_without_a_terminal_each_file_is_told_as_soon_as_it_is_known(tmp_path, report):
    folder = tmp_path / "many"
    folder.mkdir()
    for i in range(12):
        (folder / f"{i:02}.txt").write_text(REPORT.replace("9次", f"{i + 20}次"), encoding="utf-8")
    environment = os.environ | {
        "ZHIBI_DATA": str(tmp_path / "data"),
        "LANG": "zh_CN.UTF-8",
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-m", "assistant", "add", str(folder)]
    adding = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    )
    first = adding.stdout.readline()
    told_early = adding.poll() is None
    rest, err = adding.communicate(timeout=60)
    assert "已加入" in first and told_early, err
    assert rest.count("已加入") == 11


TEXT = "青禾市粮食局2024年工作总结\n召开党组会12次，认真布署工作，，【待补充：成效】。\n"


@pytest.fixture
def draft_file(tmp_path):
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_is_exported_and_what_is_open_is_told(zhibi, draft_file, facts, tmp_path):
    out = tmp_path / "稿.docx"
    _, said, told = zhibi("export", draft_file, "--to", out, "--facts", facts)
    assert out.exists() and "1 处空白" in told and "还有" in said
    refused = zhibi("export", draft_file, "--to", out, ok=False)
    assert refused[0] == 1 and "已经存在" in refused[2]
    row = json.loads(zhibi("export", draft_file, "--to", out, "--overwrite", "--json")[1])
    assert row["path"] == str(out)
    assert {one["code"] for one in row["open"]} == {"caution_blanks", "caution_form", "caution_unchecked"}


def test_an_unknown_format_is_told_in_one_sentence(zhibi, draft_file, tmp_path):
    code, _, told = zhibi("export", draft_file, "--to", tmp_path / "稿.pdf", ok=False)
    assert code == 1 and ".docx" in told


def test_a_text_is_proof_read_and_put_right_into_another_file(zhibi, draft_file, tmp_path):
    found = json.loads(zhibi("proof", draft_file, "--json")[1])["slips"]
    assert {(slip["text"], slip["better"]) for slip in found} >= {("布署", "部署"), ("，，", "，")}
    zhibi("proof", draft_file, "--fix", tmp_path / "改.txt")
    assert "认真部署工作，【" in (tmp_path / "改.txt").read_text("utf-8")
    zhibi("errors", "--off", "布署")
    assert "布署" not in {
        slip["text"] for slip in json.loads(zhibi("proof", draft_file, "--json")[1])["slips"]
    }
    assert not next(row for row in json.loads(zhibi("errors", "--json")[1]) if row["id"] == "布署")["on"]


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
    zhibi("untrash", second)
    assert len(json.loads(zhibi("drafts", "--json")[1])) == 2


def test_comparing_tells_every_place_and_every_way(zhibi, report):
    zhibi("add", report)
    _, told, _ = zhibi("compare", "kwic", "严格*", "--json")
    found = json.loads(told)
    assert set(found) == {"lines", "by_report", "by_year"}
    assert [line["match"] for line in found["lines"]] == ["严格", "严格落实制度"]
    assert set(found["lines"][0]) == {"report_id", "start", "end", "left", "match", "right"}
    assert found["by_year"] == {"2023": 2}
    name = found["lines"][0]["report_id"]
    assert json.loads(zhibi("compare", "similar", "学习不够深入。", "--json")[1])["reports"] == 1
    assert json.loads(zhibi("compare", "formulation", "四个意识", "--json")[1])["count"] == 0
    assert json.loads(zhibi("compare", "patterns", "--json")[1]) == {"patterns": []}
    assert len(json.loads(zhibi("compare", "outlines", name, "--json")[1])["topics"]) == 3
    assert json.loads(zhibi("compare", "reports", name, name, "--json")[1])["overlap"] > 0.8
    for words in (("kwic", "坚持"), ("similar", "学习"), ("formulation", "四个意识"), ("patterns",)):
        zhibi("compare", *words)


def test_a_pattern_without_words_is_refused_in_a_sentence(zhibi):
    assert "坚持*" in zhibi("compare", "kwic", "*", ok=False)[2]


def test_comparing_keeps_phrases_begins_outlines_and_finds_repeats(zhibi, report, tmp_path):
    zhibi("add", report)
    name = json.loads(zhibi("list", "--json")[1])[0]["id"]
    begun = json.loads(zhibi("compare", "start", name, "--title", "新稿", "--json")[1])
    assert begun["revision"] == 1 and "【待补充" in begun["text"]
    kept = json.loads(zhibi("compare", "phrases", "--keep", "压紧压实责任", "--json")[1])["phrases"]
    assert [one["text"] for one in kept] == ["压紧压实责任"]
    assert json.loads(zhibi("compare", "phrases", "--like", "压紧", "--json")[1])["phrases"] == kept
    zhibi("compare", "phrases", "--forget", str(kept[0]["number"]))
    assert json.loads(zhibi("compare", "phrases", "--json")[1])["phrases"] == []
    draft = tmp_path / "稿.txt"
    draft.write_text("持续压实责任，抓好学习。持续压实责任，抓好整改。", encoding="utf-8")
    told = json.loads(zhibi("compare", "repeats", draft, "--json")[1])["repeats"]
    assert [one["text"] for one in told] == ["持续压实责任"]
    for words in (("start", name), ("phrases",), ("repeats", draft)):
        zhibi("compare", *words)

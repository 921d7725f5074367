"""The reports on the shelf: added, listed, put right, put back, removed."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent.parent


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
    noisy = report.read_text("utf-8").replace("继续抓好", "联系电话：0123-4567890 微信号：abc123\n继续抓好")
    report.write_text(noisy, encoding="utf-8")
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
        report.read_text("utf-8").replace("9次", "7次").replace("142人", "96人") + "另有新增情况需要说明。",
        "utf-8",
    )
    out = zhibi("add", other)[1]
    assert "相同" in out and "%" in out and "关于2023年工作情况的报告" in out


def test_without_a_terminal_each_file_is_told_as_soon_as_it_is_known(tmp_path, report):
    folder = tmp_path / "many"
    folder.mkdir()
    for i in range(12):
        (folder / f"{i:02}.txt").write_text(
            report.read_text("utf-8").replace("9次", f"{i + 20}次"), encoding="utf-8"
        )
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

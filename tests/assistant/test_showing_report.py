"""Whole reports on the command line, as rows for scripts."""

import json
import subprocess
import sys

import pytest

OUTLINE = """题目：2024年工作总结
文种：工作总结
年度：2024
开头
一、强化理论武装
事实：F2
二、抓实安全生产
结尾
"""
NOTES = "排查安全隐患45处，整改45处\n组织专题研讨6次\n本人讲党课2次\n"


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("command")
    folder.joinpath("plan.txt").write_text(OUTLINE, encoding="utf-8")
    folder.joinpath("facts.txt").write_text(NOTES, encoding="utf-8")
    folder.joinpath("old.txt").write_text(
        "青禾局2023年工作总结\n一、工作\n全年开会28次。\n", encoding="utf-8"
    )

    def command(*words):
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "--data", str(folder / "data"), *words],
            cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return done

    return folder, command


def test_a_report_is_told_with_its_parts_and_what_stands_nowhere(run):
    folder, command = run
    done = command("report", "--outline", "plan.txt", "--facts", "facts.txt", "--to", "out.docx", "--json")
    row = json.loads(done.stdout)
    assert row["title"] == "2024年工作总结"
    assert [part["facts"] for part in row["parts"]] == [[], ["F2"], ["F1"], []]
    assert [one["id"] for one in row["unplaced"]] == ["F3"]
    assert row["text"].count("45处") == 2
    assert folder.joinpath("out.docx").stat().st_size > 5000


def test_a_line_that_is_no_heading_ends_in_one_sentence(run):
    folder, command = run
    folder.joinpath("bad.txt").write_text("一、甲\n这是一句话\n", encoding="utf-8")
    done = command("report", "--outline", "bad.txt", "--facts", "facts.txt")
    assert done.returncode == 1
    assert "第 2 行" in done.stderr or "Line 2" in done.stderr
    assert "Traceback" not in done.stderr


def test_rolling_lists_every_place(run):
    _, command = run
    row = json.loads(command("roll", "old.txt", "--year", "2024", "--json").stdout)
    places = [(one["kind"], one["text"]) for one in row["places"] if one["kind"] in ("year", "figure")]
    assert places == [
        ("year", "2023年"), ("figure", "28次"),
    ]  # fmt: skip
    assert "全年开会【待补充：数据，上年为28次】。" in row["rolled"]

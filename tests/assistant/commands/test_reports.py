"""One report, read from a file or the shelf."""

import json


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

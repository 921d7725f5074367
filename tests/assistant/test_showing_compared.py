from assistant.comparing import Said, Way, Ways
from assistant.showing_compared import lines_row, ways_row
from index.concordance import Line, Lines


def test_lines_have_the_agreed_shape():
    line = Line("a" * 12, 3, 5, "左", "坚持", "右", "报告", 2023)
    row = lines_row(Lines((line,), 1, {"a" * 12: 1}, {"2023": 1}, {"a" * 12: "报告"}))
    assert row == {
        "lines": [
            {"report_id": "a" * 12, "start": 3, "end": 5, "left": "左", "match": "坚持", "right": "右"}
        ],
        "by_report": {"a" * 12: 1},
        "by_year": {"2023": 1},
    }


def test_ways_keep_their_sayings():
    said = Said("a" * 12, "报告", 2023, 0, 4, "压实责任", "压实责任。")
    row = ways_row(Ways("责任", (Way("压实…责任", (said,), 1, (2023,)),), 1, 2))
    assert row["ways"][0]["said"][0]["text"] == "压实责任"
    assert (row["reports"], row["among"]) == (1, 2)

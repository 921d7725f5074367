"""A text proof-read and put right."""

import json


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


def test_a_row_that_is_not_in_the_lexicon_is_refused_and_like_ones_are_named(zhibi):
    code, _, err = zhibi("errors", "--off", "zzz", ok=False)
    assert code == 2 and "zzz" in err and "zhibi errors" in err
    assert "布署" in zhibi("errors", "--off", "部署", ok=False)[2]
    assert all(row["on"] for row in json.loads(zhibi("errors", "--json")[1]))


def test_the_text_put_right_is_not_written_over_a_folder(zhibi, draft_file, tmp_path):
    assert "是文件夹" in zhibi("proof", draft_file, "--fix", tmp_path, ok=False)[2]

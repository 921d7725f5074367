"""How the samples say it, from the command line."""

import json


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


def test_a_phrase_that_is_not_there_cannot_be_let_go_of(zhibi):
    code, _, told = zhibi("compare", "phrases", "--forget", "99", ok=False)
    assert code == 2 and "99" in told
    assert zhibi("compare", "phrases", "--forget", "0", ok=False)[0] == 2


def test_words_that_neither_lexicon_nor_shelf_knows_are_told_so(zhibi, report):
    zhibi("add", report)
    told = zhibi("compare", "formulation", "瞎编")[1]
    assert "瞎编" in told and "都没有" in told
    assert "都没有" not in zhibi("compare", "formulation", "四个意识")[1]


def test_nothing_to_show_is_told_in_a_sentence(zhibi, tmp_path):
    draft = tmp_path / "稿.txt"
    draft.write_text("召开党组会12次。", encoding="utf-8")
    assert "没有" in zhibi("compare", "repeats", draft)[1]
    assert "没有" in zhibi("compare", "phrases")[1]
    assert "没有" in zhibi("compare", "phrases", "甲")[1]

"""Passages of the shelf, found from the command line."""

import json

import pytest


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


@pytest.mark.parametrize("query", ["乱码词", "魑魅魍魉", "asdkjfh"])
def test_of_words_without_sense_nothing_is_found(zhibi, report, query):
    zhibi("add", report)
    assert "没有找到" in zhibi("search", query)[1]
    assert json.loads(zhibi("search", query, "--json")[1]) == {"hits": []}

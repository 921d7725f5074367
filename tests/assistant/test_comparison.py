import pytest

from assistant.comparison import Comparison
from index.concordance import Asked
from index.shelf import Shelf

REPORT = """{name}局2022年工作总结

一、主要工作
（一）压实责任。坚持把责任扛在肩上，不断增强“四个意识”，召开专题会议{n}次。
（二）抓好服务。以群众满意为标准，推动各项任务落实到位。

二、存在问题
理论学习不够深入，服务意识还不够强。

三、下一步打算
下一步，坚持问题导向，持续提升服务水平。
"""


@pytest.fixture(scope="module")
def compare(tmp_path_factory):
    place = tmp_path_factory.mktemp("compared")
    folder = place / "in"
    folder.mkdir()
    for n, name in enumerate(("甲市档案", "乙市水务", "丙市林业"), 5):
        (folder / f"{n}.txt").write_text(REPORT.format(name=name, n=n), encoding="utf-8")
    with Shelf(place / "data") as shelf:
        shelf.add([folder])
        yield Comparison(shelf)


def test_every_occurrence_on_the_shelf_is_told(compare):
    found = compare.kwic(Asked("坚持*"))
    assert (found.total, found.by_year) == (6, {"2022": 6})
    assert compare.kwic(Asked("坚持", role="next")).total == 3


def test_a_formulation_and_an_idea_are_found_in_each_report(compare):
    assert compare.formulation("四个意识").reports == 3
    assert compare.similar("四个意识").ways[0].label == "增强…四个意识"
    assert compare.similar("理论学习还不够深入。").reports == 3


def test_texts_may_be_read_before_the_first_question(compare):
    compare.warm()
    compare.warm()
    assert compare.kwic(Asked("坚持")).total == 6


def test_a_place_of_a_report_leads_to_its_passage(compare):
    line = compare.kwic(Asked("坚持*")).lines[0]
    assert compare.passage_at(line.report_id, line.start)
    assert compare.passage_at(line.report_id, 10**6) == ""


def test_kept_phrases_are_offered_where_the_text_ends(compare):
    kept = compare.phrases.keep("压紧压实主体责任")
    assert compare.phrases_like("我们压紧") == (kept,)


def test_what_the_shelf_says_most_is_what_a_first_look_may_show(compare):
    assert compare.common()[0] == "四个意识"


def test_a_comparison_begins_with_reports_of_like_outlines(compare):
    assert len(set(compare.kindred(2))) == 2
    assert set(compare.kindred()) <= {line.report_id for line in compare.kwic(Asked("工作")).lines}

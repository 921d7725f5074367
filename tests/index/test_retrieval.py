import pytest

from index.asking import query_vector
from index.catalogue import Catalogue
from index.copies import Copies
from index.database import Database
from index.embedding import open_embedder
from index.errors import ShelfError
from index.retrieval import Query, Retrieval

BODIES = {
    "甲": (
        "召开党风廉政建设专题会议28次，层层压实主体责任。",
        "理论学习不够深入，调查研究偏少。",
        "持续整治形式主义，抓好基层减负。",
    ),
    "乙": (
        "召开党风廉政建设专题会议31次，层层压实主体责任。",
        "干部队伍年龄结构不够合理。",
        "谋划实施重点项目，扩大有效投资。",
    ),
    "丙": (
        "秋粮收购平稳有序，仓储安全形势良好。",
        "仓储设施老化，信息化水平不高。",
        "新建高标准粮仓，推进智慧粮库建设。",
    ),
    "丁": (
        "学校食堂明厨亮灶实现全覆盖。",
        "师资力量分布不够均衡。",
        "新增公办学位，优化教育布局。",
    ),
}


@pytest.fixture
def retrieval(tmp_path, entering):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    for name, bodies in BODIES.items():
        kind, year = ("工作总结", 2022) if name in "丙丁" else ("述职报告", 2023)
        catalogue.store(entering(name, kind=kind, year=year, bodies=bodies))
    copies = Copies(tmp_path, catalogue, open_embedder())
    copies.mend()
    yield Retrieval(catalogue, copies, open_embedder())
    copies.close()
    catalogue.database.close()


def texts(hits):
    return [hit.passage.text for hit in hits]


def test_the_passage_that_says_it_comes_first_and_says_why(retrieval):
    best = retrieval.search(Query("秋粮收购"))[0]
    assert best.passage.text == BODIES["丙"][0]
    assert best.title == "丙单位工作情况报告"
    assert "words:秋粮收购" in best.why
    assert any(why.startswith("near:0.") for why in best.why)


def test_scores_fall_from_at_most_one_to_at_least_nought(retrieval):
    hits = retrieval.search(
        Query("压实主体责任", heading="一、履行主体责任情况", facts=("开展警示教育",), k=20)
    )
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] <= scores[0] <= 1


def test_a_quote_comes_before_what_says_its_words_oftener(tmp_path, entering):
    quote = "擅自改变专项资金用途的，由主管部门责令限期改正，并处以五千元以上一万元以下罚款，情节严重的通报"
    alike = tuple(
        f"{act}专项资金的，由主管部门责令限期改正，并处以罚款；擅自改变{what}用途的，责令限期改正，并处以五千元以上罚款"
        for act, what in (("挪用", "专项资金"), ("截留", "项目资金"))
    )
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    catalogue.store(
        entering("戊", bodies=(*alike, f"{quote}。{'拒不改正的，从重处理，并按规定追究责任。' * 12}"))
    )
    copies = Copies(tmp_path, catalogue, open_embedder())
    copies.mend()
    best = Retrieval(catalogue, copies, open_embedder()).search(Query(quote, k=3))[0]
    copies.close()
    catalogue.database.close()
    assert best.passage.text.startswith(quote)
    assert 0.9 <= best.score <= 1


def test_the_same_in_another_report_is_folded_and_told(retrieval):
    hits = retrieval.search(Query("党风廉政建设专题会议", k=20))
    assert sum("党风廉政建设专题会议" in text for text in texts(hits)) == 1
    assert "also:1" in hits[0].why


def test_as_many_come_as_are_asked_for_while_the_shelf_has_them(retrieval):
    for k in (1, 5, 11):
        assert len(retrieval.search(Query("廉政", k=k))) == k
    assert len(retrieval.search(Query("廉政", k=500))) == 11  # twelve passages, two of them alike
    assert retrieval.search(Query("廉政", k=0)) == ()


def test_one_report_gives_few_hits_while_others_have_more(retrieval):
    hits = retrieval.search(Query("粮仓 仓储 粮库 秋粮", k=4, per_report=1))
    assert len({hit.passage.report_id for hit in hits}) == 4
    only = retrieval.search(Query("粮仓 仓储 粮库 秋粮", k=3, per_report=1, kind="工作总结", year=2022))
    assert len(only) == 3


def test_filters_are_exact(retrieval):
    hits = retrieval.search(Query("廉政建设", kind="工作总结", k=20))
    assert set(texts(hits)) == {*BODIES["丙"], *BODIES["丁"]}
    assert {hit.passage.role for hit in retrieval.search(Query("廉政", role="next", k=20))} == {"next"}
    ids = {hit.passage.report_id for hit in hits}
    assert not ids & {hit.passage.report_id for hit in retrieval.search(Query("廉政", year=2023, k=20))}
    assert retrieval.search(Query("廉政", year=1999)) == ()
    assert retrieval.search(Query("廉政", kind="没有的文种")) == ()
    one = next(iter(ids))
    assert {h.passage.report_id for h in retrieval.search(Query("粮", reports=(one,), k=20))} == {one}
    assert one not in {h.passage.report_id for h in retrieval.search(Query("粮", without=(one,), k=20))}


def test_a_heading_prefers_passages_of_its_role_and_heading(retrieval):
    hits = retrieval.search(Query("不足之处", heading="三、存在的问题", k=4))
    assert {hit.passage.role for hit in hits} == {"problems"}
    assert all("role:problems" in hit.why for hit in hits)


def test_facts_help_to_choose_but_do_not_rule(retrieval):
    plain = retrieval.search(Query("重点工作"))
    led = retrieval.search(Query("重点工作", facts=("学校食堂明厨亮灶",)))
    assert texts(led)[0] == BODIES["丁"][0] or texts(led).index(BODIES["丁"][0]) < texts(plain).index(
        BODIES["丁"][0]
    )


def test_a_query_without_a_word_finds_nothing(retrieval):
    for text in ("", "   \n", "，。！？"):
        assert retrieval.search(Query(text)) == ()


def test_hostile_and_very_long_queries_are_only_words(retrieval):
    def first(text):
        return texts(retrieval.search(Query(text, heading=text, facts=(text,), k=3)))[:1]

    assert first("廉政" * 5000) == first("<script>廉政</script>") == first("廉政") != []
    assert first("\x00") == []
    for text in ("' OR 1=1 --", "role:next AND text:*"):
        hits = retrieval.search(Query(text, heading=text, facts=(text,)))
        assert len({hit.passage.role for hit in hits}) > 1


def test_the_same_query_gives_the_same_hits(retrieval):
    query = Query("责任落实", heading="一、责任落实", facts=("召开会议3次",), k=8)
    assert retrieval.search(query) == retrieval.search(query)


def test_equal_scores_are_ordered_by_report_and_place(retrieval):
    hits = retrieval.search(Query("zzz 没有", k=11))
    order = [(-hit.score, hit.passage.report_id, hit.passage.span.start) for hit in hits]
    assert order == sorted(order)


def test_what_is_badly_written_comes_later_and_says_so(tmp_path, entering):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    good, bad = "全县秋粮收购工作扎实推进，农户十分满意。", "全市秋粮收购工作扎实推进进，群众普遍满意。"
    catalogue.store(entering("甲", bodies=(bad, "存在不足。", "持续改进。")))
    catalogue.store(entering("乙", bodies=(good, "存在差距。", "继续努力。")))
    copies = Copies(tmp_path, catalogue, open_embedder())
    copies.mend()
    hits = Retrieval(catalogue, copies, open_embedder()).search(Query("秋粮收购工作扎实推进", k=10))
    assert texts(hits).index(good) < texts(hits).index(bad)
    for hit in hits:
        assert ("flag:repeated_word" in hit.why) == (hit.passage.text == bad)
    copies.close()
    catalogue.database.close()


def test_a_reranker_has_the_last_word_on_the_order_and_never_on_the_filters(retrieval):
    class Shortest:
        def scores(self, query, texts):
            assert query.startswith("存在的问题")
            return [1 / len(text) for text in texts]

    retrieval._reranker = Shortest()
    hits = retrieval.search(Query("存在的问题", k=3, role="problems", facts=("学习不深",)))
    assert {hit.passage.role for hit in hits} == {"problems"}
    assert [len(text) for text in texts(hits)] == sorted(len(text) for text in texts(hits))
    assert all(0 <= hit.score <= 1 for hit in hits)


def test_a_passage_beside_a_good_one_is_found_too(retrieval):
    hits = retrieval.search(Query("秋粮收购平稳有序", k=3, per_report=3))
    assert set(texts(hits)[:2]) <= set(BODIES["丙"])


def test_a_shelf_built_with_vectors_of_another_width_is_told(retrieval):
    retrieval._catalogue.set(dim=7)
    with pytest.raises(ShelfError) as told:
        retrieval.search(Query("廉政"))
    assert told.value.code == "embedder_changed" and "(7)" in dict(told.value.values)["kept"]


def test_a_heading_finds_what_is_written_where_others_say_its_words(tmp_path, entering):
    told = "组织食品安全抽检和餐饮门店巡查，督促整改后厨卫生隐患。"
    alike, other = "加强食品安全监管，餐饮门店抽检覆盖率稳步提高。", "修建通村公路，方便群众出行。"
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    for name in "甲乙丙":
        catalogue.store(entering(name, bodies=(f"{name}区开展舌尖护航行动。{told}",)))
    catalogue.store(entering("丁", bodies=(other,)))
    catalogue.store(entering("戊", bodies=(alike,)))
    copies = Copies(tmp_path, catalogue, open_embedder())
    copies.mend()
    retrieval = Retrieval(catalogue, copies, open_embedder())
    headed, bare = (
        texts(retrieval.search(Query("舌尖护航行动", heading=head))) for head in ("舌尖护航行动", "")
    )
    copies.close()
    catalogue.database.close()
    assert headed.index(alike) < headed.index(other) and bare.index(other) < bare.index(alike)


def test_the_nearness_told_is_that_to_the_query_itself(retrieval):
    query = Query("理论学习不够深入", heading="二、理论学习不够深入", k=11)
    vector = query_vector(query, open_embedder())
    hits = retrieval.search(query)
    numbers = {found.passage.id: n for n, found in retrieval._catalogue.found(range(1, 13)).items()}
    cosines = retrieval._copies.cosines(vector, sorted(numbers.values()))
    told = {
        hit.passage.id: float(why.removeprefix("near:"))
        for hit in hits
        for why in hit.why
        if why.startswith("near:")
    }
    assert told and all(told[one] == pytest.approx(cosines[numbers[one]], abs=0.006) for one in told)

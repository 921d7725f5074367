from assistant.joining import tell
from assistant.stating import state


def told(*notes):
    return [one.ended for one in tell([state((f"F{at}",), text) for at, text in enumerate(notes, 1)])]


def test_short_statements_share_a_sentence_and_their_verb():
    assert told("主题党日 144次", "组织生活会 4次") == ["开展主题党日144次，召开组织生活会4次。"]
    assert told("三会一课检查4轮", "主题党日144次") == ["开展三会一课检查4轮、主题党日144次。"]


def test_a_dated_statement_begins_a_sentence():
    assert told("党组会12次", "3月24日廉政大会，186人") == [
        "召开党组会12次。",
        "3月24日，召开廉政大会，186人参加。",
    ]


def test_statements_with_commas_are_parted_by_semicolons():
    assert told("检查企业86家次，整改隐患50处", "安全培训3期") == [
        "检查企业86家次，整改隐患50处；开展安全培训3期。"
    ]


def test_an_unclear_statement_stands_alone_and_is_marked():
    assert told("车棚弄好了3处", "党课9次") == ["车棚弄好了3处【请核】。", "讲授党课9次。"]


def test_every_id_is_carried_and_a_fact_of_two_sentences_gives_two():
    sentences = tell([state(("F1",), "收支相抵。结余3万元。"), state(("F2",), "党课9次")])
    assert {one for sentence in sentences for one in sentence.ids} == {"F1", "F2"}
    assert [one.text for one in sentences[:2]] == ["收支相抵。", "结余3万元"]


def test_no_sentence_is_a_list_of_many_semicolons():
    notes = ("惠企清单1份，涉及42条", "开办时间压到0.5天", "游客526万人次，增长4%", "收入38亿元，增长6%")
    assert all(one.count("；") <= 1 for one in told(*notes))


def test_a_chain_of_deeds_goes_on_with_commas_and_a_further_deed_with_同时():
    assert told("走访企业320家", "收集诉求186条，办结171条") == ["走访企业320家，收集诉求186条，办结171条。"]
    assert told("游客526万人次，增长4%", "民宿63家，新增5家，停业2家", "处置资产3宗，盘活资金1亿元")[
        -1
    ].startswith("同时，")

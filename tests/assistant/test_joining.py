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


def test_what_was_found_follows_the_looking_with_a_comma():
    assert told("群租房排查2.1万家", "发现隐患137处，整改率96%") == [
        "开展群租房排查2.1万家，发现隐患137处，整改率为96%。"
    ]


def test_strangers_do_not_share_a_sentence():
    assert told("县委深改委第3次会议审议通过《推进殡葬改革实施意见》", "火化3861具") == [
        "县委深改委第3次会议审议通过《推进殡葬改革实施意见》。",
        "火化3861具。",
    ]


def test_rows_of_one_table_are_told_two_by_two():
    rows = [
        f"指标：{what}，今年：{now}起，去年：{was}起"
        for what, now, was in (("接警", 9, 8), ("出动", 7, 6), ("误报", 3, 2))
    ]
    assert told(*rows) == ["接警9起，去年为8起；出动7起，去年为6起。", "误报3起，去年为2起。"]

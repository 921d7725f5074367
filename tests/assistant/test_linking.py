import numpy as np

from assistant.linking import akin, known, links_of, same_line, says_part, units_of
from assistant.stating import state


def stated(*notes):
    return [state((f"F{at}",), text) for at, text in enumerate(notes, 1)]


def test_every_two_statements_have_one_nearness_and_none_to_itself():
    links = links_of(stated("新建公厕3座", "改建公厕9座", "党课4次"), "城市管理")
    assert np.array_equal(links, links.T) and not links.diagonal().any()
    assert links[0, 1] > links[0, 2]


def test_statements_of_one_matter_are_akin_and_strangers_are_not():
    trees, more, lesson = stated("古树挂牌52株", "古树复壮11株", "党课4次")
    assert akin(trees, more) and not akin(trees, lesson)


def test_a_word_of_the_heading_makes_nothing_akin():
    one, other = stated("码头岸电接入9套", "码头值班员轮岗4人")
    assert akin(one, other) and not akin(one, other, "码头管理")


def test_what_goes_on_stays_with_what_it_goes_on_from():
    notes = stated("植树2万亩", "其中油茶林6800亩", "巡护160次", "剩下两家正在协调")
    assert [[one.text for one in unit] for unit in units_of(notes)] == [
        ["完成植树2万亩", "其中油茶林6800亩"],
        ["开展巡护160次", "剩下两家正在协调"],
    ]


def test_a_statement_says_a_part_of_a_heading_by_a_third_of_its_words():
    repaired, lent = stated("古籍修复860叶", "外借图书9万册")
    assert says_part("古籍保护", repaired) and not says_part("古籍保护", lent)


def test_lines_of_work_that_are_known_are_told_from_others():
    party = stated("3月召开党组会专题研究党风廉政建设", "观看警示教育片4场", "廉政谈话64人次")
    assert known(party) and not known(stated("潮位观测720次", "标本浸制26件", "缆索换新3根"))
    films, hearings = stated("观看警示教育片4场", "到县法院旁听庭审接受警示教育35人")
    assert same_line(films, hearings) and not same_line(films, stated("潮位观测720次")[0])

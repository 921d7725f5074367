from assistant.gathering import gather
from assistant.stating import state
from assistant.tying import loose, tied


def stated(*notes):
    return [state((f"F{at}",), text) for at, text in enumerate(notes, 1)]


def told(groups):
    return [[one.text for one in group.statements] for group in groups]


def test_what_shares_no_word_and_no_act_is_set_apart():
    points = tied(gather(stated("古树挂牌52株", "直报1.4万家次", "古树复壮11株", "直报培训3期"), ""), "")
    assert told(points) == [
        ["完成古树挂牌52株", "古树复壮11株"],
        ["直报1.4万家次", "开展直报培训3期"],
    ] and not loose(points)


def test_facts_that_share_nothing_are_loose():
    notes = ("林场入选省级森林康养基地", "亮灯率99%", "直报1.4万家次", "剩下两家正在协调", "党组会12次")
    assert loose(tied(gather(stated(*notes), ""), ""))

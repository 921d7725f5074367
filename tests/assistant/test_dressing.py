from assistant.arranging import Group
from assistant.borrowing import borrow
from assistant.dressing import Manner, dress
from assistant.phrasing import Phrasing
from assistant.stating import state
from index.types import Hit, Passage, Span

NOTES = ("党组会12次", "消防演练4次", "招商23次", "民生实事10件，惠及900户", "绿化造林300亩")
TEXT = "坚持高位推动，召开会议。坚持常抓不懈，开展检查。"
HIT = Hit(Passage("s-1", "s", (), Span(0, len(TEXT)), TEXT), 1.0)


def dressed(role="work", *, notes=NOTES, hits=(HIT,), **manner):
    statements = [state((f"F{at}",), note, role) for at, note in enumerate(notes, 1)]
    groups = [Group((one,)) for one in statements]
    phrasing = Phrasing("工作总结", "\n".join(notes), borrow(hits, "\n".join(notes)))
    return [one for held in dress(groups, role, phrasing, Manner(**manner)) for one in held]


def test_a_manner_stands_before_its_facts_with_its_passage():
    (worded,) = [one for one in dressed(manners=3) if "坚持高位推动" in one.text]
    assert worded.text.startswith("坚持高位推动，召开党组会12次") and worded.passages == ("s-1",)


def test_no_more_manners_and_aims_than_allowed():
    assert not any(one.passages for one in dressed())
    assert sum("着力" in one.text for one in dressed()) == 0
    carried = ("发放学习资料300份", "整改问题30个")
    assert sum("着力" in one.text for one in dressed(notes=carried, aims=1)) == 1


def test_a_shortcoming_is_told_bare_and_a_plan_takes_no_aim():
    assert all("坚持" not in one.text and "着力" not in one.text for one in dressed("problems"))
    assert all("着力" not in one.text for one in dressed("next"))


def test_no_manner_stands_before_a_time_or_a_speaker():
    notes = ("今年以来，我局召开党组会12次", "我主持召开支委会11次")
    assert not any(one.passages for one in dressed(notes=notes))


def test_every_fact_id_is_kept():
    assert sorted(one for held in dressed() for one in held.facts) == ["F1", "F2", "F3", "F4", "F5"]

from assistant.arranging import Group
from assistant.borrowing import Phrase
from assistant.facets import Facet, facet_of
from assistant.phrasing import Phrasing
from assistant.stating import state
from index.types import Passage, Span


def facet(text) -> Facet:
    found = facet_of(text)
    assert found
    return found


def group(*notes):
    statements = tuple(state((f"F{at}",), note) for at, note in enumerate(notes, 1))
    return Group(facet(notes[0]), statements, (0,))


def test_a_samples_frame_opens_with_the_writers_topic():
    frame = Phrase("坚持把〈题〉作为重中之重", "frame", facet("安全生产"), "s-3")
    opener = Phrasing("安全生产工作", "", [frame]).opener("work")
    assert opener and opener.passage_id == "s-3"
    assert opener.text.startswith("坚持把安全生产工作作为重中之重，")


def test_a_samples_label_comes_before_zhibis_own_and_is_used_once():
    label = Phrase("严格落实责任", "label", facet("责任书"), "s-1")
    phrasing = Phrasing("工作总结", "", [label])
    first, second = (phrasing.label(group("与19个科室签责任书")) for _ in range(2))
    assert first and second
    assert (first.text, first.passage_id) == ("严格落实责任", "s-1")
    assert second.text != first.text and second.passage_id == ""


def test_zhibis_own_label_that_stands_in_a_sample_names_it():
    text = "（一）加强组织领导。召开会议。"
    passage = Passage("s-9", "s", (), Span(0, len(text)), text)
    label = Phrasing("工作总结", "", [], passages=[passage]).label(group("党组会12次"))
    assert label and (label.text, label.passage_id) == ("加强组织领导", "s-9")


def test_a_label_of_another_line_of_work_is_not_taken():
    label = Phrase("抓好招商引资", "label", facet("招商引资"), "s-1")
    found = Phrasing("工作总结", "", [label]).label(group("党组会12次"))
    assert found and found.passage_id == ""


def test_an_aim_follows_the_last_statement_of_its_point():
    phrasing = Phrasing("工作总结", "", [])
    aim = phrasing.aim(group("消防演练4次"))
    assert aim and aim.text in facet("消防演练").aims


def test_a_samples_label_of_zeal_stands_over_no_count_of_meetings():
    label = Phrase("坚持高标准谋划", "label", facet("党组会"), "s-1")
    lead = Phrasing("工作总结", "", [label]).label(group("党组会12次"))
    assert lead and lead.text == "加强组织领导"

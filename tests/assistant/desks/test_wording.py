"""A kept draft's words: proposals, blanks and words taken over change their place only."""

import pytest

from assistant.service import Span, blanks
from index.errors import ShelfError

TEXT = "前面一句。今年搞了3次培训。后面一句。"
SPAN = Span(5, 14)


def kept(assistant, text, notes="培训3次"):
    made = assistant.new_draft("抓好培训", notes)
    return assistant.keep_text(made.id, text, made.revision)


def test_an_accepted_proposal_changes_the_selection_only(assistant):
    saved = kept(assistant, TEXT)
    (one,) = assistant.revise(TEXT, SPAN, "formal", saved.notes)
    after = assistant.accept_proposal(saved, SPAN, one)
    assert after.body.text == TEXT[: SPAN.start] + "今年开展3次培训。" + TEXT[SPAN.end :]
    assert [one.facts for one in after.body.sentences] == [(), ("F1",), ()]
    assert assistant.versions(saved.id)[1].text == TEXT


def test_a_proposal_for_a_text_changed_elsewhere_is_refused(assistant):
    saved = kept(assistant, TEXT)
    (one,) = assistant.revise(TEXT, SPAN, "formal", saved.notes)
    assistant.keep_text(saved.id, TEXT + "再加一句。", saved.revision)
    with pytest.raises(ShelfError) as told:
        assistant.accept_proposal(saved, SPAN, one)
    assert told.value.code == "edited_elsewhere"


def test_a_filled_blank_is_in_the_text_and_among_the_facts(assistant):
    saved = kept(assistant, "演练1次，【待补充：参加人数】参加。共【待补充：参加人数】。", "演练1次")
    after = assistant.fill(saved, blanks(saved.body.text)[0], "86人")
    assert after.body.text == "演练1次，86人参加。共86人。"
    assert "86人" in after.notes.splitlines()[-1]
    assert assistant.findings(after)[0] == ()


def test_words_taken_over_stand_in_the_draft_with_their_source(assistant, notes):
    saved = assistant.new_draft("压实责任", notes)
    saved = assistant.keep_text(saved.id, "召开党组会12次。签订责任书23份。", 0)
    kept = assistant.insert(saved.id, 9, assistant.takeable("专题研究4次。"), saved.revision, "p1")
    assert kept.body.text == "召开党组会12次。专题研究【待补充：数】次。签订责任书23份。"
    assert [one.passages for one in kept.body.sentences] == [(), ("p1",), ()]
    with pytest.raises(ShelfError, match="edited_elsewhere"):
        assistant.insert(saved.id, 0, "一", saved.revision)


def test_what_stands_still_stands_after_a_blank_beside_it_and_the_next_press_leaves_it_alone(assistant):
    saved = kept(assistant, "张伟同志出台《关于做好便民服务的意见》，获评优秀医师。", "义诊4场")
    found = {one.text: one for one in assistant.findings(saved)[0]}
    title = found["《关于做好便民服务的意见》"]
    assistant.accept(saved, title)
    saved = assistant.blank(saved, found["张伟"], "zh")
    still, stood = assistant.findings(saved)
    assert [one.text for one in stood] == [title.text]
    (claim,) = [one for one in still if one.kind == "unasked"]
    after = assistant.blank(saved, claim, "zh").body.text
    assert after == "【待补充：姓名】同志出台《关于做好便民服务的意见》，【待补充：获评优秀医师的依据】。"


def test_a_value_of_another_matter_is_neither_offered_nor_vouched_for(assistant):
    saved = kept(assistant, "服务群众5300人次。", "廉洁教育860人次\n门诊43.8万人次")
    (figure,) = [one for one in assistant.findings(saved)[0] if one.text == "5300人次"]
    assert assistant.alternatives(saved, figure) == ()
    assert assistant.vouched(assistant.put_right(saved, figure, "43.8万人次")) == ()


def test_one_figure_fills_its_own_blank_and_its_fact_has_no_ordinal(assistant):
    text = "七是开展义诊【待补充：数字】场，发放资料【待补充：数字】份。"
    saved = kept(assistant, text, "义诊多场")
    after = assistant.fill(saved, blanks(text)[0], "11")
    assert after.body.text == "七是开展义诊11场，发放资料【待补充：数字】份。"
    assert after.notes.splitlines()[-1] == "开展义诊11场"

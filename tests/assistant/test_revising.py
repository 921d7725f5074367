import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import assistant.revising as revising
from assistant.checking import check
from assistant.models import ModelSettings
from assistant.revising import applied, resourced, revise
from assistant.types import Fact, Finding, Sentence
from index.errors import ShelfError
from index.types import Hit, Passage, Span

FACTS = (Fact("F1", "培训3次，86人参加"), Fact("F2", "党组会12次"))
TEXT = "　　前面一句。今年搞了3次培训，86人参加。后面99家。"
SPAN = Span(TEXT.index("今年"), TEXT.index("后面"))
MODEL = ModelSettings("openai:tiny", "http://127.0.0.1:9", "", 5.0)
SHELF = [Hit(Passage("s-1", "s", (), Span(0, 12), "要强化廉政教育，守牢底线。"), 1.0)]


def gate(text):
    return check(text, FACTS)


def proposed(wish, text=TEXT, span=SPAN, model=None, hits=()):
    return revise(text, span, wish, FACTS, hits, model, check=gate)


@pytest.fixture
def says(monkeypatch):
    """Makes the model answer."""
    return lambda reply: monkeypatch.setattr(revising, "stream", lambda *_: iter([reply]))


def test_spoken_words_are_proposed_formally():
    assert [one.text for one in proposed("formal")] == ["今年开展3次培训，86人参加。"]


def test_nothing_better_is_an_empty_answer():
    assert proposed("formal", "全年开展培训3次。", Span(0, 9)) == ()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from(revising.WISHES))
def test_what_lies_outside_the_selection_stays(one, other, wish):
    span = Span(min(one, other), max(one, other))
    if not span.of(TEXT).strip():
        return
    for proposal in proposed(wish, span=span):
        new = applied(TEXT, span, proposal)
        assert new[: span.start] == TEXT[: span.start]
        assert new[span.start + len(proposal.text) :] == TEXT[span.end :]
        assert proposal.is_sound


def test_a_figure_a_model_changes_is_told_before_it_is_accepted(says):
    says("本年度开展培训5次，86人参加。[F1]")
    (one,) = proposed("formal", model=MODEL)
    assert one.text == "本年度开展培训5次，86人参加。"
    assert (one.lost, one.added) == (("3次",), ("5次",))
    assert "5次" in {finding.text for finding in one.findings}
    assert not one.is_sound
    assert (one.prompt, one.model) == ("revise@1", "openai:tiny")


def test_what_the_gate_said_before_is_not_held_against_a_proposal(says):
    says("本年度开展培训3次，86人参加。")
    (one,) = proposed("formal", model=MODEL)
    assert one.is_sound


def test_variants_of_a_model_are_one_a_line(says):
    says("开展培训3次，86人参加。\n组织3次培训，86人参加。")
    assert len(proposed("vary", model=MODEL)) == 2


def test_a_model_that_says_nothing_is_told(says):
    says("  \n")
    with pytest.raises(ShelfError) as told:
        proposed("formal", model=MODEL)
    assert told.value.code == "model_empty"


@pytest.mark.parametrize("span", [Span(0, 0), Span(0, 2), Span(-2, 3)])
def test_an_empty_or_wrong_selection_is_refused(span):
    with pytest.raises(ShelfError) as told:
        proposed("formal", span=span)
    assert told.value.code == "selection_empty"


def test_a_selection_beyond_the_end_is_refused_with_the_length_of_the_text():
    with pytest.raises(ShelfError) as told:
        proposed("formal", span=Span(3, 99999))
    assert told.value.code == "selection_outside"
    assert int(dict(told.value.values)["length"]) < 99999


def test_an_accepted_proposal_keeps_the_sources_of_the_rest_and_brings_its_own():
    text, span = "党组会12次。加强廉政教育。", Span(7, 14)
    before = (Sentence("党组会12次。", ("F2",)), Sentence("加强廉政教育。", origin="writer"))
    (one,) = revise(text, span, "vary", FACTS, SHELF, None, check=gate)
    after = resourced(before, applied(text, span, one), Span(7, 7 + len(one.text)), one, FACTS)
    assert after[0] == before[0]
    assert (after[1].text, after[1].passages, after[1].origin) == ("强化廉政教育。", ("s-1",), "sample")


def test_a_finding_of_the_gate_keeps_a_ruled_proposal_away():
    def strict(text):
        wrong = [Finding("unsupported", Span(0, 1), "开展", "")] if "开展" in text else []
        return tuple(wrong)

    assert revise(TEXT, SPAN, "formal", FACTS, (), None, check=strict) == ()


def test_a_claim_said_in_other_words_is_no_new_claim_of_a_rule(says):
    text = "今年搞了3次培训，都改好了。"
    held = lambda now: tuple(  # noqa: E731 - the gate: a clause no fact states
        Finding("unasked", clause, Span(now.index(clause), now.index(clause) + len(clause)), "没有依据")
        for clause in (now.split("，")[1],)
    )
    ruled = revise(text, Span(0, len(text)), "formal", FACTS, (), None, check=held)
    assert [one.text for one in ruled] == ["今年开展3次培训，已全部整改。"]
    says("今年开展3次培训，满意率大幅提升。")
    (one,) = revise(text, Span(0, len(text)), "formal", FACTS, (), MODEL, check=held)
    assert [finding.kind for finding in one.findings] == ["unasked"]

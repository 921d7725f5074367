"""A section from brief to checked draft: the writer's facts in, nothing of a sample."""

import pytest

from assistant.service import Assistant, Done, Text
from assistant.settings import Settings
from index.errors import ShelfError
from tests.modelserver import ModelServer, Reply


def done(events):
    *pieces, last = list(events)
    assert all(isinstance(piece, Text) for piece in pieces)
    assert isinstance(last, Done)
    return last.draft


def test_a_draft_states_the_facts_and_nothing_of_the_sample(assistant, notes):
    draft = done(assistant.draft(assistant.brief("压实主体责任", notes, year=2024)))
    assert "12次" in draft.text and "23份" in draft.text
    assert "9次" not in draft.text and "58" not in draft.text
    assert {fact for s in draft.sentences for fact in s.facts} == {"F1", "F2"}
    assert not [f for f in draft.findings if f.kind in ("leaked", "unsupported")]


def test_an_empty_shelf_still_drafts(tmp_path, notes):
    with Assistant(Settings(data=tmp_path / "data")) as assistant:
        brief = assistant.brief("压实主体责任", notes)
        assert assistant.hits(brief) == ()
        assert "12次" in done(assistant.draft(brief)).text


def test_a_section_without_a_heading_is_refused(assistant, notes):
    with pytest.raises(ShelfError) as refused:
        assistant.brief("  ", notes)
    assert refused.value.code == "no_section"


def test_a_figure_of_a_sample_in_a_draft_is_found_out(assistant, notes):
    (finding,) = assistant.check("抽查粮库37座，党组会12次，签订责任书23份。", assistant.facts(notes))
    assert (finding.kind, finding.text) == ("leaked", "37座")
    assert finding.passage_id


def test_what_a_model_is_sent_holds_the_facts_and_no_figure_of_a_sample(assistant, notes):
    brief = assistant.brief("压实主体责任", notes)
    with ModelServer(Reply("党组会12次，签订责任书23份。[F1][F2]")) as server:
        settings = assistant.settings.model_copy(update={"model": "openai:test", "base_url": server.url})
        assistant.settings = settings
        draft = done(assistant.draft(brief))
        assert "党组会12次" in server.text and "37座" not in server.text and "58个" not in server.text
        assert assistant.destination() == server.url
    assert draft.model == "openai:test"
    assert draft.prompt.startswith("draft@")


def test_a_row_of_the_lexicon_is_switched_off_for_good(assistant):
    assert [slip.better for slip in assistant.proof("认真布署。")] == ["部署"]
    assistant.switch_error("布署", on=False)
    assert assistant.proof("认真布署。") == ()
    assert [row.id for row, on in assistant.error_rows() if not on] == ["布署"]


def test_the_line_that_tells_where_a_rolled_drafts_facts_are_is_no_fact(assistant):
    notes = "事实见旧稿《青禾市林业局2023年工作总结》\n植树41亩\nFacts are in the old report: Annual report"
    assert [(fact.id, fact.text) for fact in assistant.facts(notes)] == [("F1", "植树41亩")]

"""The one door: from files and facts to a kept draft with sources, and where facts go."""

import pytest

from assistant.service import (
    Assistant,
    Done,
    Query,
    Text,
    destination,
    examples,
    look,
    read_text,
    sentence_findings,
)
from assistant.settings import Settings
from assistant.types import Finding, Sentence
from index.errors import ShelfError
from index.types import Span
from tests.modelserver import ModelServer, Reply

REPORT = """关于2023年工作情况的报告
一、主要工作
（一）压实主体责任。局党组召开会议9次，专题研究党风廉政建设4次，层层签订责任书，推动责任落实。
（二）开展监督检查。抽查粮库37座，发现问题58个，全部整改到位。
二、存在问题
个别同志学习不够深入，制度执行不够严格。
"""
NOTES = "党组会12次\n签订责任书23份"


@pytest.fixture
def assistant(tmp_path):
    file = tmp_path / "样本.txt"
    file.write_text(REPORT, encoding="utf-8")
    with Assistant(Settings(data=tmp_path / "data")) as opened:
        opened.add([file])
        yield opened


def done(events):
    *pieces, last = list(events)
    assert all(isinstance(piece, Text) for piece in pieces)
    assert isinstance(last, Done)
    return last.draft


def test_a_draft_states_the_facts_and_nothing_of_the_sample(assistant):
    draft = done(assistant.draft(assistant.brief("压实主体责任", NOTES, year=2024)))
    assert "12次" in draft.text and "23份" in draft.text
    assert "9次" not in draft.text and "58" not in draft.text
    assert {fact for s in draft.sentences for fact in s.facts} == {"F1", "F2"}
    assert not [f for f in draft.findings if f.kind in ("leaked", "unsupported")]


def test_an_empty_shelf_still_drafts(tmp_path):
    with Assistant(Settings(data=tmp_path / "data")) as assistant:
        brief = assistant.brief("压实主体责任", NOTES)
        assert assistant.hits(brief) == ()
        assert "12次" in done(assistant.draft(brief)).text


def test_a_section_without_a_heading_is_refused(assistant):
    with pytest.raises(ShelfError) as refused:
        assistant.brief("  ", NOTES)
    assert refused.value.code == "no_section"


def test_a_kept_draft_keeps_sources_of_sentences_the_writer_left_as_they_were(assistant):
    draft = done(assistant.draft(assistant.brief("压实主体责任", NOTES)))
    kept = assistant.new_draft("压实主体责任", NOTES)
    kept = assistant.keep_draft(kept.id, draft, kept.revision)
    edited = assistant.keep_text(kept.id, kept.body.text + "这一句是我加的。", kept.revision)
    assert edited.body.sentences[-1].origin == "writer"
    stated = {fact for sentence in edited.body.sentences for fact in sentence.facts}
    assert stated == {"F1", "F2"}
    assert [v.author for v in assistant.versions(kept.id)][-1] != "writer"
    assistant.delete_draft(kept.id)
    assert kept.id not in [saved.id for saved in assistant.drafts()]


def test_a_report_opens_at_a_passage_that_was_found(assistant):
    hit = assistant.search(Query("监督检查发现问题", k=3))[0]
    place = assistant.open_report(hit.passage.report_id)
    assert hit.passage.span.of(place.report.text) == hit.passage.text
    assert [one.passage.id for one in assistant.passages([hit.passage.id])] == [hit.passage.id]


def test_samples_that_say_something_like_a_sentence_are_offered_to_compare(assistant):
    first, *_ = assistant.likewise("抽查单位12家，发现问题3个。", "监督检查")
    assert "抽查粮库" in first.passage.text
    assert assistant.likewise(" ", "监督检查") == ()


def test_a_figure_of_a_sample_in_a_draft_is_found_out(assistant):
    (finding,) = assistant.check("抽查粮库37座，党组会12次，签订责任书23份。", assistant.facts(NOTES))
    assert (finding.kind, finding.text) == ("leaked", "37座")
    assert finding.passage_id


def test_what_a_model_is_sent_holds_the_facts_and_no_figure_of_a_sample(assistant):
    brief = assistant.brief("压实主体责任", NOTES)
    with ModelServer(Reply("党组会12次，签订责任书23份。[F1][F2]")) as server:
        settings = assistant.settings.model_copy(update={"model": "openai:test", "base_url": server.url})
        assistant.settings = settings
        draft = done(assistant.draft(brief))
        assert "党组会12次" in server.text and "37座" not in server.text and "58个" not in server.text
        assert assistant.destination() == server.url
    assert draft.model == "openai:test"
    assert draft.prompt.startswith("draft@")


def test_a_shelf_is_greeted_once_with_the_bundled_reports(tmp_path):
    settings = Settings(data=tmp_path / "data")
    with Assistant(settings) as assistant:
        assert assistant.is_new()
        assistant.welcome()
        assert not assistant.is_new()
        count = len(assistant.shelf.reports())
        assert count >= 12
        assert {added.status for added in assistant.add_bundled()} == {"duplicate"}
        assert len(assistant.shelf.reports()) == count


def test_facts_stay_here_unless_a_model_is_set():
    assert destination(Settings()) == ""
    assert destination(Settings(model="openai:gpt-x")) == "https://api.openai.com/v1"
    assert destination(Settings(model="openai:x", base_url="http://10.0.0.5/v1")) == "http://10.0.0.5/v1"
    assert destination(Settings(model="ollama:qwen")).startswith("http")


def test_a_file_can_be_looked_at_without_a_shelf(tmp_path):
    file = tmp_path / "样本.txt"
    file.write_bytes(REPORT.encode("gb18030"))
    assert [s.mark for s in look(file).sections if s.mark] == ["一、", "（一）", "（二）", "二、"]
    assert read_text(file) == REPORT.strip("\n") or read_text(file) == REPORT


def test_findings_are_told_of_the_sentence_they_lie_in():
    inside, outside = Finding("leaked", Span(12, 14), "9次", ""), Finding("leaked", Span(30, 32), "8次", "")
    assert sentence_findings(10, Sentence("召开会议9次。"), (inside, outside)) == [inside]


def test_the_first_example_is_chinese_and_every_example_has_facts():
    found = examples()
    assert len(found) >= 4
    assert found[0].language == "zh"
    assert all(example.section and len(example.notes) > 20 for example in found)

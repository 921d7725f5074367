"""The one door: a screen finds every act on it, and every noun it reads beside it."""

from assistant import service
from assistant.service import Assistant, sentence_findings
from assistant.settings import Settings
from assistant.types import Finding, Sentence
from index.types import Span


def test_findings_are_told_of_the_sentence_they_lie_in():
    inside, outside = Finding("leaked", Span(12, 14), "9次", ""), Finding("leaked", Span(30, 32), "8次", "")
    assert sentence_findings(10, Sentence("召开会议9次。"), (inside, outside)) == [inside]


def test_all_that_is_passed_on_is_there():
    assert all(hasattr(service, name) for name in service.__all__)
    assert len(service.__all__) == len(set(service.__all__))


def test_one_door_leads_to_every_desk(tmp_path):
    with Assistant(Settings(data=tmp_path / "data")) as assistant:
        saved = assistant.new_draft("压实责任", "党组会12次")
        assert assistant.search_drafts("压实") == [saved]
        assert assistant.reports.projects.all() == []
        assert assistant.compare.phrases.find() == []

"""The shelf as a writer uses it: opened, searched, put right, greeted once."""

from assistant.service import Assistant, Query
from assistant.settings import Settings


def test_a_report_opens_at_a_passage_that_was_found(assistant):
    hit = assistant.search(Query("监督检查发现问题", k=3))[0]
    place = assistant.open_report(hit.passage.report_id)
    assert hit.passage.span.of(place.report.text) == hit.passage.text
    assert [one.passage.id for one in assistant.passages([hit.passage.id])] == [hit.passage.id]


def test_samples_that_say_something_like_a_sentence_are_offered_to_compare(assistant):
    first, *_ = assistant.likewise("抽查单位12家，发现问题3个。", "监督检查")
    assert "抽查粮库" in first.passage.text
    assert assistant.likewise(" ", "监督检查") == ()


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


def test_what_drafts_cite_is_found_after_a_stretch_was_put_back_into_the_sample(assistant, tmp_path, report):
    file = tmp_path / "另一份.txt"
    noisy = report.replace("二、存在问题", "更多范文请加微信abc123\n二、存在问题").replace("粮库", "校园")
    file.write_text(noisy, encoding="utf-8")
    (added,) = assistant.add([file])
    cited = [passage.id for passage in assistant.open_report(added.report_id).passages]
    back = assistant.restore(added.report_id, added.removals[0].place)
    assert back.status == "added" and back.report_id != added.report_id and back.removals == ()
    assert {hit.passage.id for hit in assistant.passages(cited)} == set(cited)
    assert assistant.open_report(added.report_id).report.id == back.report_id
    assert "abc123" in assistant.open_report(back.report_id).report.text


def test_what_the_writer_edits_is_what_lists_and_filters_say(assistant):
    card = assistant.shelf.reports()[0]
    assert assistant.edit_report(card.id, kind="通知", viewpoint="个人") == assistant.card(card.id)
    assert assistant.report_values()["kind"] == {"通知": 1}
    assert assistant.search(Query("责任", viewpoint="个人"))
    assert not assistant.search(Query("责任", kind="讲话"))

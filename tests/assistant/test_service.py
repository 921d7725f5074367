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


@pytest.fixture
def written(assistant):
    """A kept draft with a text, over an opened assistant."""
    draft = done(assistant.draft(assistant.brief("压实主体责任", NOTES)))
    saved = assistant.new_draft("压实主体责任", NOTES)
    return assistant.keep_draft(saved.id, draft, saved.revision)


def test_a_draft_goes_out_as_word_and_comes_back_as_a_new_version_with_its_sources(
    assistant, written, tmp_path
):
    from docx import Document

    done_file = assistant.export(written.id, tmp_path)
    assert done_file.path.name == "压实主体责任.docx"
    assert not assistant.preview_return(written.id, done_file.path).edited
    document = Document(str(done_file.path))
    document.paragraphs[-1].add_run("这一句是在文件里加的。")
    document.save(str(done_file.path))
    kept, back = assistant.take_back(written.id, done_file.path, written.revision)
    assert [(c.kind, c.after) for c in back.changes if c.kind != "kept"] == [
        ("added", "这一句是在文件里加的。")
    ]
    assert kept.body.text == written.body.text + "这一句是在文件里加的。"
    assert {f for s in kept.body.sentences for f in s.facts} == {"F1", "F2"}
    assert kept.body.sentences[-1].origin == "writer"
    assert assistant.versions(kept.id)[0].name == "压实主体责任.docx"
    assert assistant.versions(kept.id)[1].text == written.body.text


def test_a_review_copy_names_the_samples_a_sentence_is_phrased_after(assistant, written):
    from assistant.service import Form

    words = assistant.render(written.id, ".txt", Form(review=True)).data.decode("utf-8")
    assert "F1 党组会12次" in words
    if any(sentence.passages for sentence in written.body.sentences):
        assert "《关于2023年工作情况的报告》" in words


def test_a_draft_with_something_open_is_never_told_as_clean_and_strict_refuses_it(
    assistant, written, tmp_path
):
    saved = assistant.keep_text(written.id, "召开会议99次，【待补充：成效】。", written.revision)
    codes = [caution.code for caution in assistant.export(saved.id, tmp_path / "a.docx").cautions]
    assert "caution_blanks" in codes and "caution_unsupported" in codes
    with pytest.raises(ShelfError) as refused:
        assistant.export(saved.id, tmp_path / "b.docx", strict=True)
    assert refused.value.code == "export_open"
    assert not (tmp_path / "b.docx").exists()


def test_drafts_are_renamed_found_duplicated_thrown_away_and_brought_back(assistant, written):
    assistant.rename_draft(written.id, "年度总结")
    assert [saved.id for saved in assistant.search_drafts("年度总结")] == [written.id]
    second = assistant.duplicate_draft(written.id)
    assert second.title == "年度总结 (2)"
    assistant.trash_draft(second.id)
    assert [saved.id for saved in assistant.drafts()] == [written.id]
    assert [saved.id for saved in assistant.trashed_drafts()] == [second.id]
    assert assistant.restore_draft(second.id).body == written.body
    assistant.name_version(written.id, 1, "初稿")
    assert assistant.versions(written.id)[0].name == "初稿"


def test_a_row_of_the_lexicon_is_switched_off_for_good(assistant):
    assert [slip.better for slip in assistant.proof("认真布署。")] == ["部署"]
    assistant.switch_error("布署", on=False)
    assert assistant.proof("认真布署。") == ()
    assert [row.id for row, on in assistant.error_rows() if not on] == ["布署"]


def test_a_file_is_checked_only_where_facts_are_given(assistant, tmp_path):
    file = tmp_path / "稿.txt"
    file.write_text("总结\n召开会议99次。\n", encoding="utf-8")
    assert not assistant.copy_of_file(file).checked
    copy = assistant.copy_of_file(file, "会议12次")
    assert copy.checked and "unsupported" in {finding.kind for finding in copy.findings}


def test_what_drafts_cite_is_found_after_a_stretch_was_put_back_into_the_sample(assistant, tmp_path):
    file = tmp_path / "另一份.txt"
    noisy = REPORT.replace("二、存在问题", "更多范文请加微信abc123\n二、存在问题").replace("粮库", "校园")
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


def test_words_taken_over_stand_in_the_draft_with_their_source(assistant):
    saved = assistant.new_draft("压实责任", NOTES)
    saved = assistant.keep_text(saved.id, "召开党组会12次。签订责任书23份。", 0)
    kept = assistant.insert(saved.id, 9, assistant.takeable("专题研究4次。"), saved.revision, "p1")
    assert kept.body.text == "召开党组会12次。专题研究【待补充：数】次。签订责任书23份。"
    assert [one.passages for one in kept.body.sentences] == [(), ("p1",), ()]
    with pytest.raises(ShelfError, match="edited_elsewhere"):
        assistant.insert(saved.id, 0, "一", saved.revision)

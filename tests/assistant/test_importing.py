"""An edited file comes back: only what the writer changed is changed."""

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.exporting import Copy, Form, export
from assistant.importing import take_back
from assistant.types import Sentence
from index.errors import ShelfError
from index.types import Paragraph

TEXT = """一、主要工作
（一）压实责任。召开会议3次，签订责任书23份。
二、下一步打算
继续抓好落实。【待补充：措施】"""
TITLE = "青禾市林业局2024年工作总结"


@pytest.fixture
def exported(tmp_path):
    def make(form, text=TEXT, title=TITLE):
        lines = tuple(Paragraph(line) for line in text.splitlines())
        return export(
            Copy(lines, title, (Sentence("召开会议3次。", ("F1",)),)), tmp_path / "稿.docx", form
        ).path

    return make


@pytest.mark.parametrize(
    "form",
    [Form(), Form(review=True), Form(signature="青禾市林业局", date="2024年12月20日")],
)
def test_a_file_that_nobody_edited_gives_back_the_text(exported, form):
    back = take_back(exported(form), TEXT, TITLE)
    assert (back.text, back.title, back.edited) == (TEXT, "", False)


def test_a_sections_heading_is_not_taken_into_its_text(exported):
    path = exported(Form(), "召开会议3次。", "（一）压实责任")
    assert take_back(path, "召开会议3次。", "（一）压实责任").text == "召开会议3次。"


LONG = "青禾市林业局党组关于落实市委第三巡察组反馈意见整改进展情况的报告"


def test_a_title_that_was_set_on_several_lines_does_not_come_back_into_the_text(exported):
    back = take_back(exported(Form(), title=LONG), TEXT, LONG)
    assert (back.text, back.title) == (TEXT, "")


def test_a_title_whose_first_line_is_the_signature_too_is_told_from_it(exported):
    title, text = (
        "青禾市林业局关于落实巡察反馈意见整改进展情况的报告",
        TEXT + "\n青禾市林业局\n2024年12月20日",
    )
    back = take_back(exported(Form(), text, title), text, title)
    assert (back.text, back.title) == (text, "")


def test_a_letterhead_put_above_the_title_is_told_and_left_out(exported):
    path = exported(Form(), title=LONG)
    document = Document(str(path))
    for line in ("青禾市林业局党组文件", "青林党〔2024〕15号"):
        document.paragraphs[0].insert_paragraph_before(line)
    document.save(str(path))
    back = take_back(path, TEXT, LONG)
    assert (back.text, back.title, back.edited) == (TEXT, "", False)
    assert "note_above_title:2" in back.notes


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(4)), st.sets(st.integers(0, 3), max_size=2))
def test_paragraphs_moved_and_deleted_in_word_are_moved_and_deleted_here(exported, order, gone):
    path = exported(Form(signature="青禾市林业局", date="2024-12-20"), title=LONG)
    document = Document(str(path))
    lines = TEXT.splitlines()
    whole = {p.text: p._p for p in document.paragraphs}
    paragraphs = [whole[line] for line in lines]
    anchor = paragraphs[0].getprevious()
    for paragraph in paragraphs:
        paragraph.getparent().remove(paragraph)
    kept = [place for place in order if place not in gone]
    for place in reversed(kept):
        anchor.addnext(paragraphs[place])
    document.save(str(path))
    path.replace(path.with_name("改.docx"))
    back = take_back(path.with_name("改.docx"), TEXT, LONG)
    assert (back.text, back.title) == ("\n".join(lines[place] for place in kept), "")


def test_a_long_title_reworded_comes_back_as_one_line(exported):
    path = exported(Form(), title=LONG)
    document = Document(str(path))
    for run in document.paragraphs[0].runs:
        run.text = run.text.replace("整改进展", "集中整改")
    document.save(str(path))
    back = take_back(path, TEXT, LONG)
    assert (back.text, back.title) == (TEXT, LONG.replace("整改进展", "集中整改"))


def test_edits_made_in_word_are_told_sentence_by_sentence(exported):
    path = exported(Form(review=True))
    document = Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("23份", "25份").replace("2024年工作总结", "2024年度工作总结")
    document.save(str(path))
    back = take_back(path, TEXT, TITLE)
    assert back.text == TEXT.replace("23份", "25份")
    assert back.title == "青禾市林业局2024年度工作总结"
    assert [(one.kind, one.after) for one in back.changes if one.kind != "kept"] == [
        ("changed", "召开会议3次，签订责任书25份。")
    ]


def test_a_draft_that_ends_with_its_own_signature_keeps_it(exported):
    text = TEXT + "\n青禾市林业局\n2024年12月20日"
    assert take_back(exported(Form(), text), text, TITLE).text == text


DATES = [
    "2024-12-20",
    "2024/12/20",
    "2024.12.20",
    "2024年12月20日",
    "二〇二四年十二月二十日",
    "2024 年 12 月 20 日",
]


def edited(path, *pairs):
    document = Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            for old, new in pairs:
                run.text = run.text.replace(old, new)
    document.save(str(path))
    return path


@pytest.mark.parametrize("date", [*DATES, "明天", ""])
def test_signature_and_date_stay_out_of_the_text_whatever_the_date_is_like(exported, date):
    path = edited(exported(Form(signature="县财政局党组", date=date)), ("23份", "25份"))
    back = take_back(path, TEXT, TITLE)
    assert back.text == TEXT.replace("23份", "25份")
    assert [one.kind for one in back.changes if one.kind != "kept"] == ["changed"]


@pytest.mark.parametrize("date", [*DATES, "（2024年12月20日）"])
def test_a_date_rewritten_outside_stays_out_too(exported, date):
    form = Form(signature="中共青禾县财政局党组", date="2024-12-19")
    path = edited(exported(form), ("2024年12月19日", date), ("中共青禾县", "青禾县"))
    assert take_back(path, TEXT, TITLE).text == TEXT


def test_a_signature_and_a_date_set_on_one_line_stay_out(exported):
    form = Form(signature="县财政局党组", date="2024-12-20")
    path = edited(exported(form), ("县财政局党组", ""), ("2024年12", "县财政局党组　2024年12"))
    assert take_back(path, TEXT, TITLE).text == TEXT


def test_last_lines_of_the_draft_itself_are_never_taken_for_a_signature(exported):
    text = "一、主要工作\n抓好落实不放松\n县财政局党组"
    form = Form(signature="县财政局党组", date="2024-12-20")
    assert take_back(exported(form, text), text, TITLE).text == text


def test_a_reworded_last_line_stays_above_the_date(exported):
    text = "一、主要工作\n抓好落实不放松\n县财政局党组"
    path = edited(exported(Form(date="2024-12-20"), text), ("党组", "委员会"))
    assert take_back(path, text, TITLE).text == text.replace("党组", "委员会")


def test_a_line_written_below_the_last_one_comes_into_the_draft(exported):
    path = exported(Form(signature="县财政局党组", date="2024-12-20"))
    document = Document(str(path))
    last = next(one for one in document.paragraphs if one.text.endswith("措施】"))
    last._p.addnext(document.add_paragraph("三是加强督查。")._p)
    document.save(str(path))
    assert take_back(path, TEXT, TITLE).text == TEXT + "\n三是加强督查。"


@pytest.mark.parametrize("line", ["加强督查问效", "四是抓好整改落实"])
def test_a_line_without_a_full_stop_that_was_added_stays_in_the_draft(exported, line):
    path = exported(Form(signature="县财政局党组", date="2024-12-20"))
    document = Document(str(path))
    last = next(one for one in document.paragraphs if one.text.endswith("措施】"))
    last._p.addnext(document.add_paragraph(line)._p)
    document.save(str(path))
    assert take_back(path, TEXT, TITLE).text == f"{TEXT}\n{line}"


def test_two_bodies_that_sign_together_stay_out(exported):
    path = exported(Form(signature="县财政局党组", date="2024-12-20"))
    document = Document(str(path))
    document.paragraphs[-2].insert_paragraph_before("县审计局党组")
    document.save(str(path))
    assert take_back(path, TEXT, TITLE).text == TEXT


def test_quotes_set_for_word_come_back_as_they_were_typed(exported):
    text, title = TEXT.replace("压实责任。", '压实责任。开展"回头看"活动。'), '开展"回头看"工作总结'
    path = exported(Form(), text, title)
    assert "开展“回头看”活动。" in "".join(one.text for one in Document(str(path)).paragraphs)
    back = take_back(path, text, title)
    assert (back.text, back.title, back.edited) == (text, "", False)
    path = edited(path, ("23份", "25份"))
    assert take_back(path, text, title).text == text.replace("23份", "25份")


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(ShelfError):
        take_back(path, TEXT, TITLE)


@pytest.mark.parametrize(
    "rows",
    ["指标\t市馆\t分馆\n讲座\t120场\t36场", "| 项目 | 数量 |\n| --- | --- |\n| 讲座 | 120场 |"],
)
def test_a_table_comes_back_as_the_writer_wrote_it(exported, rows):
    text = f"一、业务数据\n{rows}\n以上数据不含分馆。"
    back = take_back(exported(Form(review=True), text), text, TITLE)
    assert (back.text, back.edited) == (text, False)

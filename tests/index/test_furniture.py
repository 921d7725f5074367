import pytest

from index.cutting import Line
from index.furniture import contacts, page_numbers, running_heads, site_lines


def kept(act, *texts, level=0):
    lines = [Line(text, level) for text in texts]
    act(lines)
    return [line.text for line in lines if line.kept]


BODY = "全年坚持把理论学习摆在突出位置，组织集中学习，做到学以致用，推动各项任务落到实处。" * 10


@pytest.mark.parametrize(
    "number", ["- 1 -", "—12—", "第3页", "第 3 页 共 9 页", "3/9页", "Page 3 of 9", "第十二页", "·5·"]
)
def test_a_page_number_goes(number):
    assert kept(page_numbers, "上文。", number, "下文。") == ["上文。", "下文。"]


def test_bare_numbers_go_only_where_they_count_the_pages():
    assert kept(page_numbers, BODY, "1", BODY, "2", BODY, "3") == [BODY] * 3
    assert kept(page_numbers, "人数", "1", "户数", "2", "项目", "3") == [
        "人数",
        "1",
        "户数",
        "2",
        "项目",
        "3",
    ]
    assert kept(page_numbers, BODY, "7", BODY, "3", BODY, "9") == [BODY, "7", BODY, "3", BODY, "9"]


def test_a_head_beside_page_numbers_goes_but_its_first_place_stays():
    page = ["某局工作总结", "全年工作完成得好。"]
    lines = [line for number in (1, 2, 3) for line in ("某局工作总结", "全年工作完成得好。")]
    assert kept(running_heads, *lines).count("某局工作总结") == 1
    assert page[1] in kept(running_heads, *lines)


def test_a_heading_repeated_under_every_section_stays():
    lines = ["一、学习", "存在问题", "少。", "二、调研", "存在问题", "浅。", "三、作风", "存在问题", "散。"]
    assert kept(running_heads, *lines) == lines


def test_a_table_of_contents_goes():
    assert kept(running_heads, "一、总体情况……………3", "二、主要做法........ 5", "正文。") == ["正文。"]


@pytest.mark.parametrize(
    "line",
    [
        "来源：某某网",
        "【打印本页】 【关闭窗口】",
        "发布时间：2023-01-05 浏览次数：120",
        "京ICP备00000001号",
        "网站地图 | 联系我们 | 版权声明",
    ],
)
def test_what_a_web_page_prints_goes(line):
    assert kept(site_lines, "正文。", line) == ["正文。"]


@pytest.mark.parametrize(
    "line",
    [
        "来源于群众的智慧。",
        "责任编辑队伍建设得到加强。",
        "经费来源：财政拨款120万元，自筹30万元。",
        "发布时间：3月",
    ],
)
def test_sentences_with_a_sites_words_stay(line):
    assert kept(site_lines, line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "联系人：张某 电话：010-12345678",
        "邮箱：abc@example.com",
        "https://example.com/a/1.html",
        "地址：某市某区某路1号 邮编：100000",
        "联系电话：0936-1234567；邮政信箱：某县交通运输局办公室。",
    ],
)
def test_a_line_that_only_says_how_to_reach_somebody_goes(line):
    assert kept(contacts, "正文。", line) == ["正文。"]


@pytest.mark.parametrize(
    "line",
    [
        "设立举报电话12345，受理线索56件。",
        "电话：群众有诉求，干部有回应。",
        "公布监督电话和邮箱，畅通群众反映问题的渠道。",
    ],
)
def test_a_sentence_that_names_a_number_stays(line):
    assert kept(contacts, line) == [line]


def test_an_address_in_mid_sentence_stays():
    lines = ["最新版本可以从", "https://example.com/a.git", "下载使用。"]
    assert kept(contacts, *lines) == lines
    line = "https://example.com/a.git下载的软件，以及本局软件。"
    assert kept(contacts, line) == [line]


@pytest.mark.parametrize("line", ["作者：", "打印 关闭 分享到：", "传 真：63900000"])
def test_an_empty_label_of_a_page_goes(line):
    assert kept(lambda lines: (site_lines(lines), contacts(lines)), "正文。", line) == ["正文。"]


def test_names_with_their_numbers_are_contacts_on_one_line_too():
    lines = ["正文。", "联 系 人：王某 010-60000001，李某某 60000002", "赵某 60000003；钱某某 60000004"]
    assert kept(contacts, *lines) == ["正文。"]


def test_a_badge_after_a_pages_foot_goes_and_a_signature_stays():
    foot = ["网站标识码：1100000001", "京ICP备00000001号", "党政机关"]
    assert kept(site_lines, "正文。", "某市某局", *foot) == ["正文。", "某市某局"]
    assert kept(site_lines, "正文。", "来源：某市日报", "某市某局") == ["正文。", "某市某局"]


def test_a_page_number_whose_dashes_stand_on_lines_of_their_own_goes():
    assert kept(page_numbers, "正文。", "—", "20", "—", "下文。") == ["正文。", "下文。"]
    assert kept(page_numbers, "比分", "—", "正文。") == ["比分", "—", "正文。"]

import pytest

from index.viewpoints import viewpoint


@pytest.mark.parametrize(
    ("text", "title", "kind", "told"),
    [
        ("今年以来，我局召开会议9次，我们坚持问题导向。", "2023年工作总结", "工作总结", "班子"),
        ("在局党组的领导下，本人认真履职，现述职如下。", "述职报告", "述职报告", "个人"),
        ("一年来，我始终坚持学习，我主动担当，我严格自律。", "", "", "个人"),
        ("现在，我代表市人民政府向大会报告工作，请予审议。", "", "政府工作报告", "班子"),
        ("对照要求，班子存在以下不足。我局将逐条整改。", "领导班子述职述廉报告", "述职述廉", "班子"),
        ("加强监督检查，压实责任。", "2023年工作总结", "工作总结", "班子"),
        ("第一条 为规范管理。\n第二条 本人应当报告。\n第三条 自发布之日起施行。", "管理办法", "制度办法", ""),
        ("全年带教学生42人。", "个人年度工作总结", "工作总结", "个人"),
        ("抓党组织建设，召开会议9次。", "党组织书记抓党建述职评议报告", "述职报告", "个人"),
        ("We opened two wards. Our staff did well.", "Annual Report 2022", "annual report", "班子"),
        ("I ran the ward. I led the team. My aim was care. I wrote it up.", "", "work report", "个人"),
        ("会议听取了汇报，我局要抓紧落实。", "局长办公会议纪要", "会议纪要", ""),
        ("花开时节，山色空濛。", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_who_speaks_is_told_by_title_and_by_how_one_names_oneself(text, title, kind, told):
    assert viewpoint(text, title, kind) == told


def test_one_who_speaks_for_all_while_saying_i_is_no_single_official():
    assert viewpoint("我市坚持项目为王。我县、我区协同推进，我们有信心。") == "班子"

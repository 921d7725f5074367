import pytest

from index.bodies import KINDS, organisation


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("青禾市审计局2023年工作总结", "政府部门"),
        ("中共衡丘县水利局党组关于县委第三巡察组反馈意见整改情况的报告", "政府部门"),
        ("中共衡丘县委办公室2022年工作总结", "党委机关"),
        ("衡丘县纪委监委2022年工作情况汇报", "党委机关"),
        ("双杉镇2020年工作总结", "乡镇街道"),
        ("临河街道党工委书记述职报告", "乡镇街道"),
        ("泓州城投集团有限公司2019年工作总结", "国企"),
        ("青禾市第三中学2021年德育工作总结", "学校"),
        ("苍屿县人民医院党委工作总结", "医院"),
        ("禾浦区人民法院工作报告", "法院检察院"),
        ("柳塘村党支部书记述职报告", "村社区"),
        ("政协衡丘县委员会常务委员会工作报告", "其他"),
        ("乡村振兴局2023年工作总结", "政府部门"),
        ("衡丘县供销合作社联合社2024年工作总结", "其他"),
        ("青禾市第三中学团委2021年工作总结", "学校"),
        ("团衡丘县委2022年工作总结", "其他"),
        ("青禾市消防救援大队2023年工作总结", "政府部门"),
        ("总经理2022年度工作报告", "国企"),
        ("校长在教代会上的工作报告", "学校"),
        ("学习贯彻二十届三中全会精神情况汇报", ""),
        ("关于城乡居民医保征缴情况的汇报", ""),
    ],
)
def test_the_last_body_named_in_a_title_decides(title, told):
    assert organisation("", title) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("在市委、市政府的正确领导下，我局党组坚持把抓好党建作为最大政绩。", "政府部门"),
        ("我镇坚持项目带动，全镇上下齐心。", "乡镇街道"),
        ("我公司围绕生产经营抓党建，董事会高度重视。", "国企"),
        ("我校坚持立德树人，全体师生共同努力，教职工参与。", "学校"),
        ("我始终以护士长的标准要求自己，全科无差错。", "医院"),
        ("各位村民代表：\n村两委带领大家修路三公里。", "村社区"),
        ("我代表县妇联第十一届执行委员会向妇女第十二次代表大会报告。", "其他"),
        ("山色空濛。", ""),
        ("", ""),
    ],
)
def test_without_a_title_a_body_is_told_by_what_it_calls_its_own(text, told):
    assert organisation(text) == told


def test_a_government_report_is_a_governments():
    assert organisation("各位代表：教育、医院、企业都有发展。", kind="政府工作报告") == "政府部门"
    assert "政府部门" in KINDS


def test_a_township_government_report_is_a_townships():
    said = "我代表镇人民政府向大会报告工作，请予审议。"
    assert organisation(said, "政府工作报告", kind="政府工作报告") == "乡镇街道"
    assert organisation("", "双杉镇人民政府工作报告", kind="政府工作报告") == "乡镇街道"
    assert organisation("我代表县人民政府报告工作。", "政府工作报告", kind="政府工作报告") == "政府部门"


def test_who_signs_tells_whose_it_is():
    assert organisation("各项工作有序推进。\n特此报告。\n衡丘县人民医院\n2023年1月") == "医院"


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "为推动产业升级，制定本方案。各地要落实责任，有关部门要加强指导，支持企业改造。",
            "实施方案",
            "政府部门",
        ),
        (
            "为规范党员教育，制定本办法。党员应当参加学习，党组织应当做好记录，党内通报。",
            "制度办法",
            "党委机关",
        ),
        ("2020年5月1日 衡丘市第五届人民代表大会常务委员会第三次会议通过\n第一条 略。", "制度办法", "其他"),
        ("今天天气很好。", "通知", ""),
    ],
)
def test_who_rules_for_others_is_told_by_what_is_ruled(text, kind, told):
    assert organisation(text, "", "", kind) == told


def test_whose_post_stands_under_the_title_tells_whose_report_it_is():
    text = "2023年度述职述廉报告\n溪口供电所所长  缪长河\n我带领员工服务用户，请县委组织部评议。"
    assert organisation(text, "2023年度述职述廉报告") == "国企"
    assert organisation(text.replace("  缪长河", "。"), "2023年度述职述廉报告") != "国企"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("县看守所2023年工作总结", "政府部门"),
        ("临河收费站2021年工作总结", "国企"),
        ("红星村2023年工作总结", "村社区"),
        ("市二院心血管内科2022年工作总结", "医院"),
        ("县委老干部局2022年工作总结", "党委机关"),
        ("县敬老院2023年工作总结", "其他"),
        ("农村工作总结", ""),
        ("合作社规范化建设情况汇报", ""),
        ("关于矿山安全整治情况的汇报", ""),
    ],
)
def test_lesser_bodies_are_told_by_their_names_and_topics_are_no_bodies(title, told):
    assert organisation("", title) == told

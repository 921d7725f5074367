"""Names of organisations."""

import pytest

from index.expressions import expressions


def names(text: str) -> list[str]:
    return [one.text for one in expressions(text) if one.kind == "organisation"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会同县司法局开展检查", ["县司法局"]),
        ("与区检察院、区法院联合", ["区检察院", "区法院"]),
        ("第三党支部开展主题党日", ["第三党支部"]),
        ("走访远航科技有限公司", ["远航科技有限公司"]),
        ("到清河中学宣讲", ["清河中学"]),
        ("云溪县司法局党组", ["云溪县司法局党组"]),
        ("白桥第二党支部开展活动", ["白桥第二党支部"]),
        ("组织第一党支部学习", ["第一党支部"]),
        ("市中医院新院区开工", ["市中医院"]),
        ("与比亚迪签约", ["比亚迪"]),
        ("赴崂山实验室考察", ["崂山实验室"]),
        ("与远帆科技签约", ["远帆科技"]),
        ("我局会同龙湖县委开展检查", ["龙湖县委"]),
    ],
)
def test_an_organisation_is_found(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "形成一级抓一级的党建工作格局",
        "顾全大局",
        "谋划全局",
        "农民专业合作社",
        "建设平安法治单位",
        "布局合理",
        "办好实事",
        "与群众签订责任书",
        "加快地区重大科技项目落地",
        "在市委坚强领导下",
    ],
)
def test_ordinary_words_are_no_organisations(text):
    assert names(text) == []

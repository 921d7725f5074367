"""Names of places, listed and told by their suffix."""

import pytest

from index.expressions import expressions


def names(text: str) -> list[str]:
    return [one.text for one in expressions(text) if one.kind == "place"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("赴湖南省青石镇调研", ["湖南省", "青石镇"]),
        ("落实离沪报备制度", ["沪"]),
        ("推进清廉湖北建设", ["湖北"]),
        ("在云溪县召开现场会", ["云溪县"]),
        ("对口支援新疆", ["新疆"]),
        ("在北湾区召开", ["北湾区"]),
        ("前往和顺镇", ["和顺镇"]),
    ],
)
def test_a_place_is_found(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "形成层层抓落实的工作格局",
        "建设工业区和示范区",
        "聚焦作风建设",
        "隆重庆祝建党节日",
        "推动城乡融合发展",
        "优化全市营商环境",
        "深入田间地头和社区",
        "贫困县摘帽",
        "获县领导批示",
        "工作获市领导批示",
        "赠送锦旗一面",
        "往返一次县城",
    ],
)
def test_ordinary_words_are_no_places(text):
    assert names(text) == []

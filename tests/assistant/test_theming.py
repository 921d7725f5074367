import pytest

from assistant.theming import noun_of, topic_of


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("三、意识形态工作责任制落实情况", "意识形态工作责任制"),
        ("（二）优化医疗服务", "优化医疗服务"),
        ("2024年度工作总结", ""),
        ("县水利局重点工作", ""),
        ("$name{0}", ""),
        ("今年档案工作情况", "档案工作"),
        ("经济运行总体平稳", ""),
    ],
)
def test_a_heading_gives_its_topic_or_none(heading, topic):
    assert topic_of(heading) == topic


@pytest.mark.parametrize(
    ("topic", "noun"),
    [("持续深化作风建设", "作风建设"), ("抓基层党建", "基层党建"), ("全面从严治党责任", "全面从严治党责任")],
)
def test_a_topic_loses_the_verbs_it_begins_with(topic, noun):
    assert noun_of(topic) == noun

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.matters import kinds_of, matter_of


@pytest.mark.parametrize(
    ("note", "noun"),
    [
        ("水上巡查1104航次", "水上巡查"),
        ("清理“三无”船舶27艘，涉渔地笼3416具", "“三无”船舶清理"),
        ("新建六要素自动站5个，升级改造12个", "六要素自动站建设"),
        ("今年4月组织开展飞行检查3轮", "飞行检查"),
        ("走访慰问重点优抚对象860户", "优抚对象走访慰问"),
        ("拟申报省级社科普及基地", "社科普及基地申报"),
        ("再与3所中学共建校园分馆", "校园分馆共建"),
        ("行政案件58起，罚没26.3万元", "行政案件办理"),
        ("盯住几个重点部位，开展专项检查9次", "专项检查"),
        ("修订预案7个", "修订预案"),
    ],
)
def test_a_matter_is_a_noun_phrase_of_the_notes_own_words(note, noun):
    found = matter_of(note)
    assert found and found.noun == noun


@pytest.mark.parametrize(
    "note",
    [
        "特殊时期24小时值班", "滨江绿道全长12.6公里", "平均住院日7.2天", "8月柳林镇中学出现险情，我带队去了",
       
        "满意度96.8%",
        "获得第一名", "到馆41.3万人次", "规上工业增加值增长7.2%", "",
    ],
)  # fmt: skip
def test_a_time_a_count_a_place_or_a_result_is_no_matter(note):
    assert matter_of(note) is None


@given(st.text(alphabet="清理新建的了3,，水上巡查案件“”", max_size=20))
def test_a_matter_holds_no_figure_and_is_short(text):
    found = matter_of(text)
    assert found is None or (2 <= len(found.noun) <= 12 and not any(char.isdigit() for char in found.noun))


def test_acts_of_one_kind_are_known_as_such():
    assert kinds_of("夜查263次") & kinds_of("暗访垂钓点96处")
    assert not kinds_of("夜查263次") & kinds_of("新建公墓21处")


def test_a_thing_named_after_an_act_is_not_taken_for_the_act():
    found = matter_of("校外培训机构关停21家")
    assert found is None or found.noun != "校外培训"

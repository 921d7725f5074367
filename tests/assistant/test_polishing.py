import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.polishing import polished
from index.expressions import expressions

PIECES = (
    "搞了", "两次", "业务培训", "跟公安一起", "没有", "落实", "3次", "，", "老是", "反弹", "开了", "例会",
    "《没落实》", "“搞了培训”", "5月6日", "给群众", "送",
)  # fmt: skip


def figures(text):
    kinds = ("count", "date", "percent", "money", "range", "title")
    return sorted(one.key for one in expressions(text.replace("一起", "")) if one.kind in kinds)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_no_figure_date_or_title_is_touched(text):
    assert figures(polished(text)) == figures(text)


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("搞了两次业务培训", "开展两次业务培训"),
        ("跟3家下属单位签了责任书", "与3家下属单位签订责任书"),
        ("打算跟消防一起搞一次联合检查", "计划会同消防开展一次联合检查"),
        ("系统老卡顿，还没有解决", "系统经常卡顿，尚未解决"),
        ("开了8次党组会", "召开8次党组会"),
        ("等候时间由12分钟压到7分钟", "等候时间由12分钟压缩至7分钟"),
        ("把旧水表换掉，一共换了320块", "更换旧水表，共更换320块"),
        ("搞宣传的才2个人", "从事宣传的人员仅2人"),
        ("明年想在3个村建站", "明年拟在3个村建站"),
        ("5月8号我们开了3次调度会", "5月8日召开3次调度会"),
        ("泵站老跳闸，修泵的钱不够", "泵站经常跳闸，修泵的资金不足"),
        ("排水这块，疏浚沟渠8公里", "排水方面，疏浚沟渠8公里"),
        ("王小明拿了第一", "王小明获第一名"),
        ("我2023年5月任副所长", "2023年5月，我任副所长"),
    ],
)
def test_a_spoken_word_becomes_the_written_one_of_the_same_meaning(note, written):
    assert polished(note) == written


@pytest.mark.parametrize(
    "note",
    [
        "公开事项5项",
        "离开了2人",
        "淹没农田3亩",
        "拨给乡镇12万元",
        "给予处分3人",
        "成都召开会议",
        "光伏项目2个",
        "把平台弄好",
        "没收违法所得3万元",
        "老旧小区9个",
        "压力很大",
        "火把节活动1场",
        "群众都想参加",
        "体现在3个方面",
        "落实“没有落实”台账",
    ],
)
def test_a_word_that_is_not_sure_stays(note):
    assert polished(note) == note


def test_a_sum_the_note_calls_money_has_its_unit_and_no_other_number_is_given_one():
    assert polished("罚款19.7万，预算48万") == "罚款19.7万元，预算48万元"
    assert polished("投入5万人次，种树3万") == "投入5万人次，种树3万"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("一个月补贴600块", "一个月补贴600元"),
        ("公益林补偿一亩才16块", "公益林补偿一亩才16元"),
        ("每户2块地", "每户2块地"),
        ("办2期直播培训班，招50人", "举办2期直播培训班，招收50人"),
        ("公开招18名特聘防疫员", "公开招聘18名特聘防疫员"),
        ("骨干只剩2个", "骨干只剩2个"),
    ],
)
def test_money_and_those_taken_in_are_named_as_what_they_are(note, words):
    assert polished(note) == words

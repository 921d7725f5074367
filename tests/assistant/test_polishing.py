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
        "落实“没有落实”台账",
    ],
)
def test_a_word_that_is_not_sure_stays(note):
    assert polished(note) == note

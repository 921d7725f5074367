from assistant.relating import fault_of, related
from assistant.types import Fact


def told(*notes):
    return [(one.id, one.text) for one in related([Fact(f"F{at}", text) for at, text in enumerate(notes, 1)])]


def test_a_label_that_several_share_stands_once():
    assert told("已完成：更正2份", "已完成：封存3瓶", "未完成：通风改造") == [
        ("F1", "已完成：更正2份"),
        ("F2", "封存3瓶"),
        ("F3", "未完成：通风改造"),
    ]


def test_a_label_that_asks_is_left_out_altogether():
    assert told("怎么改的：扣发绩效", "怎么改的：编告知单38份") == [
        ("F1", "扣发绩效"),
        ("F2", "编告知单38份"),
    ]


def test_a_deed_that_turns_to_a_lack_is_two_with_one_id():
    assert told("接收进馆档案3.2万卷，但是利用服务还不够便捷，缺编3名") == [
        ("F1", "接收进馆档案3.2万卷"),
        ("F1", "但是利用服务还不够便捷，缺编3名"),
    ]
    assert len(told("投资增长9%，但增速比上年回落2个百分点")) == 1


def test_counted_faults_are_told():
    assert fault_of("问题1：核机不到现场") == "问题1：" and fault_of("问题线索5条") == ""


def test_rows_of_a_table_keep_their_heads():
    rows = ("类别：土壤，计划：35个，完成：35个", "类别：噪声，计划：56个，完成：56个")
    assert [text for _, text in told(*rows)] == list(rows)


def test_who_speaks_in_a_chat_is_no_label():
    lines = (
        "许教练：金牌11枚",
        "训练科：今年386人",
        "许教练：射箭4金",
        "训练科：体校招97人",
        "局办：讲座5场",
    )
    assert [text for _, text in told(*lines)] == ["金牌11枚", "今年386人", "射箭4金", "体校招97人", "讲座5场"]


def test_labels_that_come_back_and_name_nobody_stay():
    lines = ("培训：机手640人", "检查：农机3815台", "培训：安全员52人", "检查：合作社9家")
    assert [text for _, text in told(*lines)] == list(lines)

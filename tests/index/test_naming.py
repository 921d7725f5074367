"""Full names told by their characters and by what is around them."""

import pytest

from index.naming import named, spelt


def stretches(text: str) -> list[str]:
    return [text[start:end] for start, end in named(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("张建国到青溪县讲党课", ["张建国"]),
        ("李红梅主持会议", ["李红梅"]),
        ("由王强作工作报告", ["王强"]),
        ("王丽荣获先进个人", ["王丽"]),
        ("局长高峰到会指导", ["高峰"]),
        ("关心高秀英同志", ["高秀英"]),
        ("欧阳建国带队", ["欧阳建国"]),
        ("（魏来、冯程程）", ["魏来", "冯程程"]),
        ("联系人：何平", ["何平"]),
        ("看望周桂兰老人", ["周桂兰"]),
        ("干部李四负责", ["李四"]),
    ],
)
def test_a_name_is_told_by_its_surroundings(text, found):
    assert stretches(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "高度重视，方向明确，安全有序，金融稳定",
        "由于国家政策调整",
        "书记高质量推进党建",
        "全社会长期关注",
        "成果获得认可",
        "黄金海岸建设",
        "马上到位，连续主持三场",
        "江苏、安徽、浙江等地",
    ],
)
def test_words_that_begin_like_a_name_are_none(text):
    assert stretches(text) == []


@pytest.mark.parametrize("name", ["艾力·买买提", "古丽娜扎尔·吐尔逊", "扎西次仁"])
def test_a_name_spelt_by_its_sound_is_whole(name):
    text = f"表彰{name}同志"
    assert [text[start:end] for start, end in spelt(text)] == [name]

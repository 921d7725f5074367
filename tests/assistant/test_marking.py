"""Punctuation: what is wrong is told, and put right only where one reading is certain."""

import pytest

from assistant.marking import marking
from assistant.slips import fixed


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("工作扎实推进，。成效显现。", "工作扎实推进。成效显现。"),
        ("完成任务；；继续推进。", "完成任务；继续推进。"),
        ("取得成效,群众满意。", "取得成效，群众满意。"),
        ('开展"清风"行动。', "开展“清风”行动。"),
        ('接入“蒙速办"平台。', "接入“蒙速办”平台。"),
        ("建立机制(试行)并落实。", "建立机制（试行）并落实。"),
        ("包括学习、培训...等内容。", "包括学习、培训……等内容。"),
        ("取得的的成效。", "取得的成效。"),
        ("加强学习，,狠抓落实。.", "加强学习，狠抓落实。"),
        ("加强学习,，狠抓落实.。", "加强学习，狠抓落实。"),
        ("加强学习,,狠抓落实;；再推进。,", "加强学习，狠抓落实；再推进。"),
        ("加强学习，。,狠抓落实！。", "加强学习。狠抓落实！"),
        ("印发《要点》,。", "印发《要点》。"),
    ],
)
def test_marks_are_put_right(text, better):
    assert fixed(text, marking(text)) == better


@pytest.mark.parametrize("text", ["印发《工作要点，抓好落实。", "开展“清风行动。", "（试行办法。"])
def test_a_mark_without_a_partner_is_pointed_out_and_left_to_the_writer(text):
    slips = marking(text)
    assert [slip.kind for slip in slips] == ["unbalanced"]
    assert fixed(text, slips) == text


@pytest.mark.parametrize(
    "text",
    [
        "2023年完成12.5%，8:30开会，印发《办法（试行）》。",
        "“学思想、强党性”取得成效……继续努力。",
        "1）学习；2）整改。",
        "包括学习、培训……。真的吗？！是的！真的吗?!",
        "网址见www.a.cn，邮箱见a@b.cn。系统V2.0，完成80%。",
        'The "quiet hour" (from 8:30) was kept...',
        "",
    ],
)
def test_right_marks_are_left_alone(text):
    assert marking(text) == ()

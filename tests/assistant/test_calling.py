"""A report calls its body as the facts do."""

import pytest

from assistant.calling import called


@pytest.mark.parametrize(
    ("facts", "samples", "said"),
    [
        (["我院门诊12万人次"], ["我局开展检查"], "我院"),
        (["召开院长办公会28次"], ["我局开展检查"], "我院"),
        (["我校招生300人"], [], "我校"),
        (["召开总经理办公会9次"], [], "我公司"),
        (["开会3次"], ["我委召开会议。我委印发文件。我局参加。"], "我委"),
        (["开会3次"], ["我局召开会议", "我委召开会议"], "我单位"),
        (["开会3次"], [], "我单位"),
        (["服务全局，参与检查2次"], [], "我单位"),
    ],
)
def test_the_body_is_called_by_the_facts_then_by_most_samples(facts, samples, said):
    assert called(facts, samples) == said

"""An opened assistant over one report, and a kept draft with a text."""

import pytest

from assistant.service import Assistant, Done
from assistant.settings import Settings

REPORT = """关于2023年工作情况的报告
一、主要工作
（一）压实主体责任。局党组召开会议9次，专题研究党风廉政建设4次，层层签订责任书，推动责任落实。
（二）开展监督检查。抽查粮库37座，发现问题58个，全部整改到位。
二、存在问题
个别同志学习不够深入，制度执行不够严格。
"""
NOTES = "党组会12次\n签订责任书23份"


@pytest.fixture
def report():
    return REPORT


@pytest.fixture
def notes():
    return NOTES


@pytest.fixture
def assistant(tmp_path):
    file = tmp_path / "样本.txt"
    file.write_text(REPORT, encoding="utf-8")
    with Assistant(Settings(data=tmp_path / "data")) as opened:
        opened.add([file])
        yield opened


@pytest.fixture
def written(assistant):
    """A kept draft with a text, over an opened assistant."""
    *_, last = assistant.draft(assistant.brief("压实主体责任", NOTES))
    assert isinstance(last, Done)
    saved = assistant.new_draft("压实主体责任", NOTES)
    return assistant.keep_draft(saved.id, last.draft, saved.revision)

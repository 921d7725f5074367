"""A file read without a shelf."""

import re
from pathlib import Path

import pytest

from assistant.looking import kinds_read, look, read_text

ROOT = Path(__file__).parents[2]

REPORT = """关于2023年工作情况的报告
一、主要工作
（一）压实主体责任。局党组召开会议9次，专题研究党风廉政建设4次，层层签订责任书，推动责任落实。
（二）开展监督检查。抽查粮库37座，发现问题58个，全部整改到位。
二、存在问题
个别同志学习不够深入，制度执行不够严格。
"""


def test_a_file_can_be_looked_at_without_a_shelf(tmp_path):
    file = tmp_path / "样本.txt"
    file.write_bytes(REPORT.encode("gb18030"))
    assert [s.mark for s in look(file).sections if s.mark] == ["一、", "（一）", "（二）", "二、"]
    assert read_text(file) == REPORT


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_kind_of_file_that_is_read_and_no_other(name):
    told = (ROOT / name).read_text("utf-8")
    begin = told.index("- **Shelf.**") if name == "README.md" else told.index("- **样本库**")
    assert set(re.findall(r"`\.(\w+)", told[begin : begin + 200])) | {"wps"} == set(kinds_read())
    assert "`.doc`/`.wps`" in told

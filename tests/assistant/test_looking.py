"""A file read without a shelf."""

from assistant.looking import look, read_text

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
    assert read_text(file) == REPORT.strip("\n") or read_text(file) == REPORT

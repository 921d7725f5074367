import pytest

from index.signatures import year_told

LONG = "全年走访群众96户，排查隐患28处。" * 12


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("现将2024年上半年安全生产工作情况汇报如下：\n截至2023年底，" + LONG, "工作汇报", 2024),
        (LONG + "\n2025年1月9日", "述职报告", 2024),
        (LONG + "\n二〇二二年一月十二日", "工作总结", 2021),
        (LONG + "\n青石镇人民政府\n2024年7月22日", "工作汇报", 2024),
        (LONG + "\n2025年，我将进一步加强学习。", "述职报告", 2024),
        (LONG + "\n2024年12月28日", "工作总结", 2024),
        ("青政发〔2022〕37号\n" + LONG, "通知", 2022),
        (LONG + "\n2023年2月3日", "通知", 2023),
        (LONG + "\n二〇二三年十二月", "工作总结", 2023),
        ("2023年5月至6月，调研组深入12个乡镇调研。2022年快递业务量1840万件。", "调研报告", 2023),
        ("2023年5月至6月，局里组织调研。" + LONG, "工作总结", None),
    ],
)
def test_a_text_says_which_year_it_accounts_for(text, kind, year):
    assert year_told(text, kind) == year


@pytest.mark.parametrize(
    "text", [LONG, "2024年，我们将召开会议。" + LONG, LONG + "2021年建成的大坝完成加固。", ""]
)
def test_a_year_in_passing_says_nothing(text):
    assert year_told(text, "工作总结") is None


def test_a_government_report_is_left_to_its_headings():
    assert year_told(LONG + "\n2024年1月9日", "政府工作报告") is None

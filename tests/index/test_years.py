import pytest

from index.types import Section, Span
from index.years import year_in, year_named_most, year_of_dates, year_of_headings


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("审计局2023年工作总结", 2023),
        ("二〇二二年工作总结", 2022),
        ("第20231号", None),
        ("实验中学2023-2024学年度工作总结", 2024),
        ("实验中学2023—24学年第二学期教学总结", 2024),
        ("实验中学2023-2024学年度第一学期工作总结", 2023),
        ("工作进展 2020/03/23", 2020),
        ("", None),
    ],
)
def test_a_year_is_read_in_figures_and_in_chinese_digits(words, year):
    assert year_in(words) == year


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("2021年开展督查，2021年完成整改，2022年起步，到2035年基本建成。", "", 2021),
        ("１９８４年生产增长，１９８４年财政平衡。", "", 1984),
        ("一九九二年增长，一九九二年平衡，到二〇〇〇年翻两番。", "", 1992),
        ("自1949年以来，1949年、1949年。2019年完成，2019年见效。", "", 2019),
        ("2023年完成，2023年增长，2023年平衡。2024年安排，2024年推进。", "政府工作报告", 2024),
        ("2030年可持续发展议程。", "", None),
        ("没有年份。", "", None),
        ("力争2028年建成，2023年开工。", "", 2023),
        ("抗战期间的1938年，这里是根据地。党的十八大以来，旧貌换新颜。", "", None),
    ],
)
def test_the_year_named_most_is_one_of_the_latest_and_no_aim(text, kind, year):
    assert year_named_most(text, kind) == year


def test_a_line_that_is_but_a_date_tells_the_year():
    assert year_of_dates(["在大会上的讲话", "（2018年2月12日）"]) == 2018
    assert year_of_dates(["2018年2月12日召开会议"]) is None
    assert year_of_dates(["【发布日期】2005.06.16"]) == 2005


def test_headings_look_back_on_the_year_reported():
    def section(heading, role):
        return Section(1, "一、", heading, Span(0, 9), Span(5, 9), None, role)

    back, ahead = section("2022年工作回顾", "work"), section("2023年工作打算", "next")
    assert year_of_headings((back, ahead), "") == year_of_headings((ahead,), "") == 2022
    assert year_of_headings((back,), "政府工作报告") == 2023
    assert year_of_headings((), "") is None

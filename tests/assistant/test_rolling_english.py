"""An English report rolled forward: its years, plan period and blanks in English, nothing else touched."""

import re

from assistant.rolling import Choice, applied, own_year, roll
from assistant.rolling_english import eras, tied, years
from index.entering import prepare
from index.types import Manuscript, Paragraph

LINES = (
    "Annual Work Report of the Riverton Library, 2025",
    "In 2025, we lent 12,450 books, up 8.5% on 2024. It is the final year of the 14th Five-Year Plan.",
    "I. Work done",
    "1. Lending. On 17 May 2025 a reading day drew 142 people.",
    "2. Buildings. Spending came to RMB 2.4 million.",
    "II. Plans for 2026",
    "We will buy 5,000 more books. Next year we plan to open a reading room.",
    "20 December 2025",
)
REPORT = prepare(Manuscript(tuple(Paragraph(line) for line in LINES)), "report.txt")[0]
ROWS = roll(REPORT.text, 2026, REPORT.sections, REPORT.year)


def test_years_move_on_and_a_date_is_one_blank():
    words = applied(REPORT.text, ROWS, {})
    assert words.startswith("Annual Work Report of the Riverton Library, 2026\nIn 2026, we lent")
    assert "on 2025." in words and "Plans for 2027" in words
    assert "On 【待补充：a date, last year 17 May 2025】" in words
    assert words.endswith("【待补充：the date of signing】")


def test_every_blank_is_in_english():
    asked = re.findall(r"【待补充：([^】]*)】", applied(REPORT.text, ROWS, {}))
    assert len(asked) >= 6
    assert not [one for one in asked if re.search("[一-鿿]", one)]


def test_what_holds_of_one_year_alone_and_the_plan_period_are_told():
    assert [row.text for row in tied(REPORT.text, 2026)] == [
        "It is the final year of the 14th Five-Year Plan"
    ]
    told = {
        row.text: row.what for row in eras("the 14th Five-Year Plan, the 20th National Congress", 2026, 2025)
    }
    assert told == {"the 14th Five-Year Plan": "fill", "20th National Congress": "keep"}
    assert [row.what for row in eras("the 14th Five-Year Plan", 2025, 2024)] == ["keep"]


def test_a_count_that_reads_like_a_year_is_none():
    found = [row.text for row in years("2,024 books, RMB 2024, 12.2024, 2025; last year", 2026, 2025)]
    assert found == ["2025", "last year"]
    assert own_year("In 2025 and 2025 and 2024", 2026) == 2025


def test_what_became_of_a_plan_follows_the_work_it_belongs_to():
    plan = next(n for n, row in enumerate(ROWS) if row.kind == "plan")
    words = applied(REPORT.text, ROWS, {plan: Choice("fill", "We bought 5,200 books")})
    assert re.search(r"people】?\. We bought 5,200 books\.\n|】\. We bought 5,200 books\.\n", words)


def test_keeping_all_leaves_every_byte_as_it_was():
    assert applied(REPORT.text, ROWS, {n: Choice("keep") for n in range(len(ROWS))}) == REPORT.text


def test_a_year_over_two_and_the_end_of_a_year_of_accounts_move_on():
    text = "Report 2024–25 to 31 MARCH 2025, up on 2023/24. The flood of 1999."
    rows = [row for row in roll(text, 2026, before=2025) if row.kind == "year"]
    assert {row.text: row.put for row in rows} == {
        "2024–25": "2025–26", "31 MARCH 2025": "31 MARCH 2026", "2023/24": "", "1999": "",
    }  # fmt: skip


def test_the_number_of_a_heading_is_no_figure():
    text = "Report 2025\n1.2 Membership\nIn 2025 we had 1.2 million visits."
    what = [(row.text, row.what) for row in roll(text, 2026) if row.text.startswith("1.2")]
    assert what == [("1.2 Membership", "keep"), ("1.2 million visits", "fill")]

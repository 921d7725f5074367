"""Plans of the old report are due; the new ones are a blank; the signature is no plan."""

from assistant.due import due, signed
from index.entering import prepare
from index.types import Manuscript, Paragraph


def report(*lines):
    return prepare(Manuscript(tuple(Paragraph(line) for line in lines)), "old.txt")[0]


OLD = report(
    "临河县审计局2025年工作总结",
    "一、围绕中心任务开展审计",
    "完成审计项目12个，提出建议30条。",
    "二、2026年工作打算",
    "（一）谋准项目。安排审计项目15个。",
    "（二）带好队伍。举办审计培训班4期。",
    "临河县审计局",
    "2025年12月25日",
)


def rows(kind, old=OLD):
    return [row for row in due(old.text, 2026, old.sections) if row.kind == kind]


def test_the_plans_under_a_heading_are_one_blank_for_the_new_ones():
    (one,) = rows("next")
    assert one.text.startswith("（一）谋准项目")
    assert one.text.endswith("培训班4期。")
    assert one.ask == "2027年工作打算"


def test_each_old_plan_is_due_and_told_where_the_work_is():
    plans = rows("plan")
    assert [row.text for row in plans] == ["安排审计项目15个。", "举办审计培训班4期。"]
    assert {OLD.text[row.at - 4 : row.at] for row in plans} == {"30条。"}


def test_a_heading_on_a_central_task_is_work():
    assert all("12个" not in row.text for row in due(OLD.text, 2026, OLD.sections))


def test_a_plan_outside_a_section_of_plans_is_due_too():
    old = report("工作汇报", "全年走访96户。", "下一步，我们将继续加大走访力度，做到应访尽访。", "特此报告。")
    (one,) = rows("next", old)
    assert one.text.startswith("下一步")
    (plan,) = rows("plan", old)
    assert plan.at <= one.span.start


def test_the_date_below_the_signature_is_the_date_of_the_report():
    assert [(row.text, row.ask) for row in signed(OLD.text)] == [("2025年12月25日", "成文日期")]
    assert not list(signed("工作总结\n2025年12月25日召开会议，研究部署工作。"))


def plans(*lines, year=2025):
    report = prepare(Manuscript(tuple(Paragraph(line) for line in lines)), "report.txt")[0]
    return [row.text for row in due(report.text, year, report.sections) if row.kind == "plan"]


def test_what_was_done_in_the_second_half_or_is_said_every_year_is_no_plan():
    assert plans(
        "一、主要工作", "上半年完成3项，下半年完成5项。下半年，全部办结信访件12件。",
        "二、存在问题", "学习不够。对此，我们将直面问题，采取有力措施，切实加以解决。",
    ) == []  # fmt: skip


def test_a_plan_for_a_later_year_or_a_word_on_the_year_itself_is_not_due():
    told = plans(
        "一、2025年工作打算",
        "2025年是“十四五”规划收官之年。到2027年在校生达到5000人。新建校舍2栋，添置课桌300套。",
    )
    assert told == ["新建校舍2栋，添置课桌300套。"]

"""A whole report in a real Chromium: facts, samples, outline, sections, a draft."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import drawn, settled

pytestmark = pytest.mark.browser

NOTES = """召开理论学习中心组学习会12次
开展警示教育4场
排查安全隐患45处，整改45处
存在的问题：年轻干部业务能力不强
下一步计划新建平台1个"""


def test_a_whole_report_is_drafted_from_samples_and_facts(page, server):
    page.goto(f"{server.url}/report")
    page.get_by_label("添加事实（每行一条，原文保留）").fill(NOTES)
    page.get_by_role("button", name="加入清单").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    after_a_sample(page)
    page.get_by_role("button", name="拟写提纲").click()
    lines = page.get_by_role("textbox", name="提纲（可修改）")
    expect(lines).to_have_value(re.compile("开头[\\s\\S]*一、[\\s\\S]*结尾"))
    page.get_by_role("button", name="起草整篇").click()
    expect(page.get_by_role("button", name="重写").first).to_be_visible()
    expect(page.locator("p", has_text="学习会12次")).to_be_visible()
    page.get_by_role("button", name=re.compile("存为草稿")).click()
    expect(page.get_by_text("小节标题")).to_be_visible()
    assert page.strangers == []


def begun(page, server):
    """A new report with facts and an outline, its table on the screen."""
    page.goto(f"{server.url}/report")
    page.wait_for_url(re.compile("report="))
    before = settled(page).url
    page.get_by_role("button", name="新建").click()
    page.wait_for_url(lambda url: "report=" in url and url != before)
    settled(page)  # the fields of the new report have taken the place of the former one's
    expect(page.get_by_test_id("stDataFrame")).to_have_count(0)
    page.get_by_label("添加事实（每行一条，原文保留）").fill(NOTES)
    page.get_by_role("button", name="加入清单").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    after_a_sample(page)
    page.get_by_role("button", name="拟写提纲").click()
    expect(page.get_by_role("textbox", name="提纲（可修改）")).to_have_value(re.compile("结尾"))


def after_a_sample(page):
    """The page with a sample chosen, its menu closed again."""
    settled(page).get_by_label("参照哪些样本").click()
    page.get_by_role("option", name=re.compile("审计局2023年工作总结")).click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    settled(page)


def edit(page, text):
    """Put other words for the first fact; the cell is left open, as a hurried writer leaves it."""
    box = drawn(page.get_by_test_id("stDataFrame"), "学习会12次")
    page.mouse.dblclick(box["x"] + 150, box["y"] + 65)
    field = page.locator("#portal textarea")
    expect(field).to_have_value(re.compile("学习会12次"))
    field.fill(text)
    expect(field).to_have_value(text)


def test_a_cell_that_was_edited_is_taken_along_when_the_report_is_drafted(page, server):
    begun(page, server)
    edit(page, "召开理论学习中心组学习会19次")
    page.get_by_role("button", name="起草整篇").click()
    expect(page.get_by_role("button", name="重写").first).to_be_visible()
    expect(page.locator("p", has_text="学习会19次").first).to_be_visible()
    assert page.strangers == []


def test_a_cell_that_was_edited_is_there_again_after_another_page(page, server):
    begun(page, server)
    edit(page, "召开理论学习中心组学习会21次")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)  # the table tells of a cell after a short while
    page.get_by_role("link", name="样本库").click()
    expect(page.get_by_text("添加样本报告")).to_be_visible()
    settled(page).get_by_role("link", name="整篇").click()
    expect(page.get_by_role("button", name="起草整篇")).to_have_count(1)
    drawn(page.get_by_test_id("stDataFrame"), "学习会21次")
    page.get_by_role("button", name="起草整篇").click()
    expect(page.locator("p", has_text="学习会21次").first).to_be_visible()


def test_last_years_report_is_rolled_forward_and_nothing_is_lost(page, server):
    page.goto(f"{server.url}/report")
    page.get_by_text("旧稿翻新", exact=True).click()
    told = page.get_by_text(re.compile("还有 \\d+ 处待填"))
    expect(told).to_be_visible()
    box = drawn(page.get_by_test_id("stDataFrame"), re.compile(r"\d"))
    before = int(re.search("还有 (\\d+) 处", told.inner_text())[1])
    page.mouse.dblclick(box["x"] + box["width"] - 60, box["y"] + 53)
    field = page.locator("#portal").locator("textarea, input")
    expect(field).to_be_focused()
    page.keyboard.insert_text("31")
    expect(field).to_have_value("31")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(f"还有 {before - 1} 处待填"))).to_be_visible()
    page.reload()
    expect(page.get_by_text(re.compile(f"还有 {before - 1} 处待填"))).to_be_visible()
    page.get_by_role("link", name="样本库").click()
    page.get_by_role("link", name="整篇").click()
    expect(page.get_by_text(re.compile(f"还有 {before - 1} 处待填"))).to_be_visible()
    page.get_by_role("button", name="生成新稿").click()
    expect(page.get_by_text("小节标题")).to_be_visible()
    assert page.strangers == []


OLD = """临河县交通运输局2025年工作总结
一、主要工作
养护县道120公里，开展欠薪动态清零行动。
二、2026年工作打算
新增公交车20辆，优化客运线路。
临河县交通运输局
2025年12月25日
"""


def test_another_file_is_read_in_at_once_and_opened(page, server, tmp_path):
    (tmp_path / "own.txt").write_text(OLD, "utf-8")
    page.goto(f"{server.url}/report")
    settled(page).get_by_text("旧稿翻新", exact=True).click()
    page.get_by_text("另选文件…").click()
    settled(page)
    page.locator("input[type=file]").first.set_input_files(str(tmp_path / "own.txt"))
    expect(page.get_by_text("已读入《临河县交通运输局2025年工作总结》，放进了样本库。")).to_be_visible()
    expect(page.get_by_text("【待补充：2027年工作打算】")).to_be_visible()
    expect(page.get_by_text("【待补充：成文日期】")).to_be_visible()

"""The table of last year's stale places in a real Chromium: row after row is filled without a pause."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import SLOW, drawn, settled

pytestmark = pytest.mark.browser

OLD = """青江县粮食局2025年工作总结
一、主要工作
开展检查41次，出动人员96人次，轮换库存3200吨，维修仓房18间，培训保管员55名，抽检样品612份，调解纠纷19起。
二、存在的问题
还有7座仓房漏雨。
"""
HEAD, ROW = 36, 35


def prepared(data):
    """A folder of its own: the report last rolled forward is the one that the page opens."""
    return data


@pytest.fixture
def table(page, server, tmp_path):
    """The table of an old report read in from a file."""
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    page.goto(f"{server.url}/report")
    settled(page).get_by_text("旧稿翻新", exact=True).click()
    page.get_by_text("另选文件…").click()
    page.locator("input[type=file]").last.set_input_files(tmp_path / "old.txt")
    expect(page.get_by_text(re.compile("《青江县粮食局2025年工作总结》"))).to_be_visible(timeout=SLOW)
    found = settled(page).get_by_test_id("stDataFrame")
    drawn(found, re.compile(r"\d"))
    return found


def left(page):
    return int(re.search(r"还有 (\d+) 处", page.get_by_text(re.compile(r"还有 \d+ 处待填")).inner_text())[1])


def test_values_typed_row_after_row_without_a_pause_are_all_kept(page, table):
    before, box = left(page), table.bounding_box()
    page.mouse.click(box["x"] + box["width"] - 60, box["y"] + HEAD + ROW // 2)
    for value in ("43", "99", "3400", "21"):
        page.keyboard.press(value[0])  # opens the cell
        field = page.locator("#portal").locator("textarea, input")
        expect(field).to_have_value(value[0])
        field.fill(value)
        page.keyboard.press("Enter")
        expect(field).to_have_count(0)
    expect(page.get_by_text(f"还有 {before - 4} 处待填")).to_be_visible(timeout=SLOW)
    for told in ("检查43次", "99人次", "3400吨", "仓房21间"):
        expect(page.get_by_text(re.compile(told)).first).to_be_visible()


def test_the_way_of_writing_stays_chosen_when_it_is_pressed_again(page, table):
    chosen = page.get_by_role("radio", name="旧稿翻新")
    expect(chosen).to_be_checked()
    chosen.click()
    settled(page)
    expect(chosen).to_be_checked()


def test_a_value_typed_right_before_another_page_is_opened_is_kept(page, table):
    before, box = left(page), table.bounding_box()
    page.mouse.click(box["x"] + box["width"] - 60, box["y"] + HEAD + ROW // 2)
    page.keyboard.press("7")
    field = page.locator("#portal").locator("textarea, input")
    expect(field).to_have_value("7")
    page.get_by_role("link", name="样本库").click()
    expect(page.get_by_text("添加样本报告")).to_be_visible(timeout=SLOW)
    settled(page).get_by_role("link", name="整篇").click()
    expect(page.get_by_text(f"还有 {before - 1} 处待填")).to_be_visible(timeout=SLOW)


def test_a_value_typed_right_before_the_draft_is_made_stands_in_it(page, table):
    box = table.bounding_box()
    page.mouse.click(box["x"] + box["width"] - 60, box["y"] + HEAD + ROW // 2)
    page.keyboard.press("8")
    field = page.locator("#portal").locator("textarea, input")
    expect(field).to_have_value("8")
    field.fill("8765")
    page.get_by_role("button", name="生成新稿").click()
    expect(page.locator(".zb-reading")).to_contain_text("8765", timeout=SLOW)

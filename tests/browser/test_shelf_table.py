"""The table of what was guessed of each report, in a real Chromium: cell after cell is kept."""

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import SLOW, drawn, settled

pytestmark = pytest.mark.browser
HEAD, ROW = 36, 35


def prepared(data):
    """A folder of its own: the table changes the shelf."""
    return data


def test_titles_changed_row_after_row_without_a_pause_are_all_kept(page, server):
    page.goto(f"{server.url}/library")
    settled(page).get_by_text("编辑信息", exact=True).click()
    expect(page.get_by_text("点单元格就能改")).to_be_visible(timeout=SLOW)
    table = settled(page).get_by_test_id("stDataFrame")
    box = drawn(table, "总结")
    page.mouse.click(box["x"] + 60, box["y"] + HEAD + ROW // 2)
    for title in ("甲县档案馆总结", "乙县档案馆总结", "丙县档案馆总结"):
        page.keyboard.press("x")
        field = page.locator("#portal").locator("textarea, input")
        expect(field).to_have_value("x")
        field.fill(title)
        page.keyboard.press("Enter")
        expect(field).to_have_count(0)
    page.wait_for_timeout(500)  # the table tells of a cell after a short while
    settled(page).reload()
    opened = settled(page).get_by_label("打开一份报告")
    expect(opened).to_be_visible(timeout=SLOW)
    opened.click()
    for title in ("甲县档案馆总结", "乙县档案馆总结", "丙县档案馆总结"):
        expect(page.get_by_role("option", name=title)).to_be_visible(timeout=SLOW)

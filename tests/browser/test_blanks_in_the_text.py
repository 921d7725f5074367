"""Blanks of a draft in a real Chromium: one click takes hold of a blank, what is typed takes its place."""

import pytest
from playwright.sync_api import expect

from assistant.service import Assistant
from assistant.settings import open_settings
from tests.browser.waiting import SLOW, settled

pytestmark = pytest.mark.browser
TEXT = "组织巡查【待补充：次数】次，发现隐患【待补充：数字】处。"


def prepared(data):
    """The id of a draft with two blanks."""
    with Assistant(open_settings(data)) as desk:
        new = desk.new_draft("水库安全", "巡查了好多次", year=2024)
        return desk.keep_text(new.id, TEXT, new.revision).id


@pytest.fixture
def area(page, server):
    page.goto(f"{server.url}/?draft={server.prepared}&view=edit")
    found = page.get_by_role("textbox", name="草稿正文")
    expect(found).to_be_visible(timeout=SLOW)
    settled(page)
    return found


def test_a_clicked_blank_is_replaced_by_what_is_typed_and_comes_back_by_undo(page, area):
    blank = page.locator(".zb-editor .zb-k-blank").first
    blank.click()
    expect(page.locator(".zb-menu")).to_have_count(0)
    page.keyboard.insert_text("36")
    expect(area).to_contain_text("组织巡查36次，发现隐患【待补充：数字】处。")
    expect(page.locator(".zb-editor .zb-state[data-saved=yes]")).to_be_visible(timeout=SLOW)
    area.press("Control+z")
    expect(area).to_contain_text(TEXT)


def test_a_blank_clicked_twice_may_be_reworded(page, area):
    blank = page.locator(".zb-editor .zb-k-blank").last
    blank.click()
    page.wait_for_timeout(700)  # two clicks within half a second are a double click, which selects a word
    blank.click()
    page.keyboard.insert_text("约")
    expect(area).to_contain_text("约")
    expect(area).to_contain_text("【待补充")

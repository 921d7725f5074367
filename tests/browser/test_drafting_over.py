"""A whole report on the draft page, in a real Chromium: one press never writes a section over it unasked."""

import pytest
from playwright.sync_api import expect

from assistant.service import Assistant
from assistant.settings import open_settings
from tests.browser.waiting import SLOW, settled

pytestmark = pytest.mark.browser
OLD = "青江县粮食局2025年工作总结\n一、主要工作\n开展检查41次。\n二、存在的问题\n还有7座仓房漏雨。\n"


def prepared(data):
    """The id of a draft made by rolling a report forward; nothing in it was edited by hand."""
    place = data.parent / "old.txt"
    place.write_text(OLD, "utf-8")
    with Assistant(open_settings(data)) as desk:
        (added,) = desk.add([place])
        return desk.rolled(desk.reports.rolls.open(added.report_id, 2026)).id


def test_drafting_a_whole_report_anew_is_asked_about_first(page, server):
    page.goto(f"{server.url}/?draft={server.prepared}")
    expect(page.locator(".zb-reading .zb-h1", has_text="一、主要工作")).to_be_visible(timeout=SLOW)
    expect(settled(page).get_by_text("识别出 0 条事实")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="重新起草").click()
    asked = page.get_by_role("dialog")
    expect(asked.get_by_text("这是整篇稿子")).to_be_visible(timeout=SLOW)
    asked.get_by_text("取消", exact=True).click()
    expect(asked).to_have_count(0)
    expect(page.locator(".zb-reading .zb-h1", has_text="二、存在的问题")).to_be_visible()

"""Compare in a real Chromium: what was asked stays asked, a phrase goes into the draft in one press."""

import pytest
from playwright.sync_api import expect

from assistant.service import Assistant
from assistant.settings import open_settings
from tests.browser.waiting import SLOW, settled

pytestmark = pytest.mark.browser
TEXT = "今年开展检查5次。"


def prepared(data):
    """The id of a draft to put phrases into."""
    with Assistant(open_settings(data)) as desk:
        new = desk.new_draft("压实主体责任", "检查5次", year=2024)
        return desk.keep_text(new.id, TEXT, new.revision).id


def asked(page, server, words):
    page.goto(f"{server.url}/compare")
    field = settled(page).get_by_label("一句话、标题或提法")
    expect(field).to_be_visible(timeout=SLOW)
    field.fill(words)
    field.press("Enter")
    expect(page.locator(".zc-said").first).to_be_visible(timeout=SLOW)
    return settled(page)


def test_what_was_asked_and_the_view_stay_while_other_views_and_pages_are_looked_at(page, server):
    asked(page, server, "压实主体责任")
    page.get_by_role("radio", name="句式").click()
    settled(page).get_by_role("link", name="样本库").click()
    expect(page.get_by_text("添加样本报告")).to_be_visible(timeout=SLOW)
    settled(page).get_by_role("link", name="对照").click()
    expect(page.get_by_role("radio", name="句式")).to_be_checked(timeout=SLOW)
    settled(page).get_by_role("radio", name="怎么说").click()
    expect(page.get_by_label("一句话、标题或提法")).to_have_value("压实主体责任", timeout=SLOW)
    expect(page.get_by_text("Choose an option")).to_have_count(0)


def test_a_phrase_goes_behind_the_draft_in_one_press(page, server):
    asked(page, server, "压实主体责任").locator(".zc-said").first.click()
    page.get_by_role("button", name="加到《压实主体责任》末尾").click(timeout=SLOW)
    expect(page.get_by_text("已加到《压实主体责任》末尾")).to_be_visible(timeout=SLOW)
    page.goto(f"{server.url}/?draft={server.prepared}&view=edit")
    area = page.get_by_role("textbox", name="草稿正文")
    expect(area).to_contain_text(TEXT, timeout=SLOW)
    added = area.inner_text().strip().removeprefix(TEXT).strip()
    assert len(added) > 3 and added.endswith("。")


def test_an_address_of_two_steps_leads_to_the_first_page(page, server):
    page.goto(f"{server.url}/a/b")
    expect(page.get_by_text("小节标题")).to_be_visible(timeout=SLOW)

"""The shelf's page and the drafts' trash in a real Chromium: what stands first, what is cut."""

import pytest
from playwright.sync_api import expect

from assistant.service import Assistant
from assistant.settings import open_settings
from tests.browser.waiting import settled, still, until

pytestmark = pytest.mark.browser

NOTES = "车棚弄好了3处\n培训12次\n走访企业36家"


def prepared(data):
    """A draft with a wording to verify, and one in the trash."""
    with Assistant(open_settings(data)) as desk:
        *_, last = desk.draft(desk.brief("主要工作", NOTES))
        gone = desk.new_draft("去年的一份名字很长很长很长很长的草稿，放在回收站里", NOTES)
        desk.trash_draft(gone.id)
        kept = desk.new_draft("主要工作", NOTES)
        desk.keep_draft(kept.id, last.draft, kept.revision)


def test_a_report_opened_after_a_search_stands_above_what_was_found(page, server):
    page.goto(f"{server.url}/library")
    search = settled(page).get_by_label("在样本库里查")
    search.fill("党风廉政建设")
    search.press("Enter")
    found = page.get_by_text("检索到的样本段落", exact=True)
    report = page.get_by_text("打开一份报告", exact=True)
    expect(found.first).to_be_visible()
    until(page, lambda: still(found)["y"] < still(report)["y"])
    choose = page.get_by_role("combobox", name="打开一份报告")
    choose.click()
    choose.press("ArrowDown")
    choose.press("ArrowDown")
    choose.press("Enter")
    until(page, lambda: still(report)["y"] < still(found)["y"])


def test_the_word_on_the_button_of_the_trash_is_whole(page, server):
    page.goto(server.url)
    settled(page).get_by_role("button", name="管理").click()
    back = page.get_by_role("button", name="恢复", exact=True)
    still(back)
    assert back.evaluate(
        "e => [...e.querySelectorAll('*')].every(x => x.scrollWidth <= x.clientWidth + 1 || !x.clientWidth)"
    )


def test_a_wording_to_verify_loses_its_mark_by_one_press(page, server):
    page.goto(server.url)
    told = settled(page).get_by_text("用词请核", exact=True)
    expect(told).to_be_visible()
    card = page.locator('[data-testid="stVerticalBlock"]').filter(has=told).last
    card.get_by_role("button", name="没有问题").click()
    expect(told).to_have_count(0)
    expect(page.get_by_text("【请核】")).to_have_count(0)

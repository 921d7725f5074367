"""Comparing in a real Chromium: ways of saying, the concordance, a phrase kept and found again."""

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import settled

pytestmark = pytest.mark.browser


def compared(page, server):
    page.goto(f"{server.url}/compare")
    expect(page.locator(".zc-way").first).to_be_visible()
    return settled(page)


def test_a_wording_is_read_beside_others_kept_and_found_again(page, server):
    compared(page, server)
    expect(page.locator(".zc-note").first).to_contain_text("份中")
    pieces = page.locator(".zc-said .zc-words").first.locator("> :not(.zc-around)")
    words = "".join(pieces.all_inner_texts())
    page.locator(".zc-said").first.click()
    page.get_by_role("button", name="收藏").click()
    page.get_by_text("我的词句", exact=True).click()
    expect(page.locator("[data-testid=stCode]").first).to_contain_text(words[:6])
    assert page.strangers == []


def test_every_occurrence_is_aligned_at_the_words_looked_for(page, server):
    compared(page, server)
    page.get_by_text("逐处检索", exact=True).click()
    expect(page.locator(".zc-line").first).to_be_visible()
    settled(page)
    edges = page.locator(".zc-match").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().x))"
    )
    assert max(edges) - min(edges) <= 2
    page.locator(".zc-line").first.click()
    page.get_by_role("button", name="在报告中打开").click()
    expect(page.locator(".zb-opened mark.zb-place").first).to_be_visible()
    assert page.strangers == []


def test_reports_are_chosen_beforehand_and_pictures_tell_their_numbers(page, server):
    compared(page, server)
    page.get_by_text("提纲对照", exact=True).click()
    expect(page.get_by_text("报告之间的重合")).to_be_visible()
    picture = page.locator(".zp svg").first
    expect(picture.locator("rect")).to_have_count(12)  # four reports, each beside the three others
    numbers = settled(page).locator(".zp svg").first.locator("text[text-anchor=middle]").all_text_contents()
    assert numbers and all(text.isdigit() for text in numbers)
    with page.expect_download() as saved:
        page.get_by_role("button", name="存为图片").click()
    assert saved.value.suggested_filename == "overlap.svg"
    assert page.strangers == []

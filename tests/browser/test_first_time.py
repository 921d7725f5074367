"""The whole first-time path in a real Chromium: press, read, see sources, edit, come back, add a report."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import settled

pytestmark = pytest.mark.browser

FIRST_START = True
REPORT = """青禾市档案馆2022年工作总结

2022年，市档案馆各项工作稳步推进。

一、主要工作
（一）抓好档案接收。全年接收档案4321卷，整理归档到位。
（二）抓好查阅服务。接待查阅群众876人次。本文来源：范文大全网 www.example.com

二、存在问题
数字化进度不快。
"""


def opened(page, server):
    page.goto(server.url)
    expect(page.get_by_text("小节标题")).to_be_visible()
    return page


def sentences(page):
    return page.locator(".zb-s")


def written(page):
    """The editing field, after its view was chosen."""
    settled(page).get_by_text("编辑", exact=True).first.click()
    area = page.get_by_role("textbox", name="草稿正文")
    expect(area).to_be_visible()
    settled(page)
    return area


def test_one_press_gives_a_sourced_draft_and_no_request_leaves_the_machine(page, server):
    opened(page, server)
    page.get_by_role("button", name="起草这一节").click()
    expect(sentences(page).first).to_be_visible()
    with_facts = page.locator(".zb-s:has(.zb-ids)")
    expect(with_facts.nth(4)).to_be_visible()
    settled(page)
    with_facts.first.click()
    expect(page.get_by_text("内容 · 依据的事实")).to_be_visible()
    stated = page.get_by_text(re.compile(r"^\s*F\d+\s")).locator("visible=true")
    expect(stated.first).to_be_visible()
    assert page.strangers == []


def test_a_passage_opens_in_its_report_at_its_place(page, server):
    opened(page, server)
    page.get_by_role("button", name="在报告中打开").first.click()
    place = page.locator(".zb-opened mark.zb-place").first
    expect(place).to_be_visible()
    expect(place).to_be_in_viewport()
    assert page.strangers == []


def test_an_edit_is_saved_and_survives_reload_and_restart(page, server):
    opened(page, server)
    area = written(page)
    area.press("Control+End")
    area.type("这一句是我自己写的。")
    expect(page.locator(".zb-state[data-saved=yes]").last).to_be_visible()
    expect(page.locator(".zb-editor").get_by_text("已保存")).to_be_visible()
    page.reload()
    expect(written(page)).to_have_text(re.compile(r"这一句是我自己写的。\s*$"))
    server.stop()
    server.start()
    opened(page, server)
    expect(written(page)).to_have_text(re.compile(r"这一句是我自己写的。\s*$"))
    assert page.strangers == []


def test_leaving_the_page_while_typing_loses_neither_words_nor_the_form(page, server):
    opened(page, server)
    heading = page.get_by_role("textbox", name="小节标题")
    expect(heading).not_to_have_value("")
    settled(page)
    before = heading.input_value()
    notes = page.get_by_role("textbox", name="我的事实").first
    notes.press("Control+End")
    notes.type("；又开展检查2次")
    page.get_by_role("link", name="样本库").click(delay=80)
    expect(page.get_by_text("添加样本报告")).to_be_visible()
    page.get_by_role("link", name="起草").click(delay=80)
    expect(heading).to_have_value(before)
    expect(page.get_by_role("spinbutton", name="年度")).not_to_have_value("1990")
    page.reload()
    expect(heading).to_have_value(before)
    expect(page.get_by_role("textbox", name="我的事实").first).to_have_value(re.compile("又开展检查2次$"))


def test_a_report_is_added_opened_and_taken_off(page, server):
    page.goto(f"{server.url}/library")
    expect(page.get_by_text(re.compile("样本库里有 1\\d 份报告"))).to_be_visible()
    page.locator("input[type=file]").set_input_files(
        [
            {"name": "青禾市档案馆2022年工作总结.txt", "mimeType": "text/plain", "buffer": REPORT.encode()},
            {"name": "空的.txt", "mimeType": "text/plain", "buffer": b""},
        ]
    )
    expect(page.get_by_text("添加结果")).to_be_visible()
    expect(page.get_by_text(re.compile("已加入：青禾市档案馆2022年工作总结"))).to_be_visible()
    expect(page.get_by_text(re.compile("空的"))).to_be_visible()
    choose = page.get_by_role("combobox", name="打开一份报告")
    choose.click()
    choose.fill("青禾市档案馆2022年")
    page.get_by_role("option", name="青禾市档案馆2022年工作总结").click()
    expect(page.get_by_text(re.compile("（一）抓好档案接收")).first).to_be_visible()
    page.get_by_role("tab", name=re.compile("清理掉的内容")).click()
    expect(page.get_by_text(re.compile("范文大全网")).locator("visible=true").first).to_be_visible()
    page.get_by_role("button", name="放回正文").first.click()
    expect(page.locator(".zb-opened", has_text="范文大全网")).to_be_visible()
    page.get_by_role("button", name="移出样本库").first.click()
    page.get_by_role("button", name="移出样本库").last.click()
    expect(page.get_by_role("combobox", name="打开一份报告")).not_to_have_value("青禾市档案馆2022年工作总结")
    assert page.strangers == []


def test_the_settings_page_says_that_facts_stay_here(page, server):
    page.goto(f"{server.url}/settings")
    expect(page.get_by_text("没有配置大模型")).to_be_visible()
    assert page.strangers == []


def test_an_english_browser_gets_the_english_screen(browser, server):
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.goto(server.url)
    expect(page.get_by_text("Section heading")).to_be_visible()
    context.close()

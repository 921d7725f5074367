"""The life of a draft on its page: facts, draft, finding, edit, export, take back, trash; and the address."""

import re

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.browser.waiting import settled, until

pytestmark = pytest.mark.browser

HEADING = "抓好队伍建设"
FACTS = "全年组织集中学习14次；选派干部驻村6名\n办理群众来信38件，全部按期答复"


def opened(page, server, address=""):
    page.goto(server.url + address)
    expect(page.get_by_text(re.compile("识别出 \\d+ 条事实"))).to_be_visible()
    page.wait_for_url(re.compile("draft="))
    return settled(page)


def begun(page):
    """A new draft with a heading and facts; its address."""
    before = page.url
    page.get_by_role("button", name="新建").click(delay=60)
    page.wait_for_url(lambda url: "draft=" in url and url != before)
    settled(page)
    heading = page.get_by_role("textbox", name="小节标题")
    expect(heading).to_have_value("")
    heading.fill(HEADING)
    heading.press("Enter")
    settled(page)
    notes = page.get_by_role("textbox", name="我的事实").first
    notes.fill(FACTS)
    expect(page.get_by_text("识别出 3 条事实")).to_be_visible()
    return page.url


def drafted(page):
    page.get_by_role("button", name="起草这一节").click(delay=60)
    expect(page.locator(".zb-s").first).to_be_visible()


def editing(page):
    settled(page).get_by_text("编辑", exact=True).first.click(delay=60)
    area = page.get_by_role("textbox", name="草稿正文")
    expect(area).to_be_visible()
    return area


def add(page, words):
    area = editing(page)
    area.press("Control+End")
    area.type(words)
    expect(page.locator(".zb-editor").get_by_text("已保存")).to_be_visible()
    return area


def brightness(element):
    """Of what it stands on: red, green and blue added up, 0 to 765."""
    colour = element.evaluate("e => getComputedStyle(e).backgroundColor")
    return sum(map(int, re.findall(r"\d+", colour)[:3]))


def managed(page):
    settled(page).get_by_role("button", name="管理").click(delay=60)


def test_the_whole_life_of_a_draft(page, server, tmp_path):
    opened(page, server)
    address = begun(page)
    drafted(page)
    expect(page.locator(".zb-s", has_text="14次").first).to_be_visible()
    add(page, "另慰问困难党员57名。")
    expect(page.get_by_text(re.compile("“57名”在您写的事实里找不到")).first).to_be_visible()
    page.get_by_role("button", name="改成【待补充】").first.click(delay=60)
    area = page.get_by_role("textbox", name="草稿正文")
    expect(area).to_contain_text("另慰问困难党员【待补充：数字】")
    page.get_by_role("button", name="导出").click(delay=60)
    with page.expect_download() as coming:
        page.get_by_role("dialog").get_by_role("button", name="下载").click(delay=60)
    file = tmp_path / "改过的.docx"
    coming.value.save_as(file)
    page.keyboard.press("Escape")
    document = Document(file)
    last = next(p for p in reversed(document.paragraphs) if "困难党员" in p.text)
    for run in last.runs[1:]:
        run.text = ""
    last.runs[0].text = "慰问困难党员的做法得到好评。"
    document.save(file)
    managed(page)
    page.get_by_role("button", name="导入修改稿").click(delay=60)
    page.get_by_role("dialog").locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="采用").last.click(delay=60)
    expect(page.get_by_role("textbox", name="草稿正文")).to_contain_text("得到好评")
    managed(page)
    page.get_by_role("button", name="删除这份草稿").click(delay=60)
    expect(page.get_by_role("textbox", name="小节标题")).not_to_have_value(HEADING)
    page.reload()
    expect(page.get_by_role("textbox", name="小节标题")).not_to_have_value(HEADING)
    managed(page)
    page.get_by_role("button", name="恢复").last.click(delay=60)
    expect(page.get_by_role("textbox", name="小节标题")).to_have_value(HEADING)
    page.wait_for_url(address.split("&")[0] + "*")
    assert page.strangers == []


def test_a_new_draft_is_at_hand_after_a_reload_too(page, server):
    opened(page, server)
    for _ in range(2):
        before = page.url
        page.get_by_role("button", name="新建").click(delay=60)
        page.wait_for_url(lambda url, old=before: url != old)
        named = page.url
        expect(page.get_by_role("textbox", name="小节标题")).to_have_value("")
        page.reload()
        expect(page.get_by_role("textbox", name="小节标题")).to_have_value("")
        assert page.url == named


def test_an_event_that_still_bears_the_old_address_does_not_bring_the_old_draft_back(page, server):
    opened(page, server)
    begun(page)
    notes = page.get_by_role("textbox", name="我的事实").first
    notes.press("Control+End")
    notes.type("；评选先进集体4个")
    page.get_by_role("button", name="新建").click()
    expect(page.get_by_role("textbox", name="小节标题")).to_have_value("")
    page.wait_for_timeout(1500)
    expect(page.get_by_role("textbox", name="小节标题")).to_have_value("")


def test_back_and_forward_go_from_draft_to_draft(page, server):
    opened(page, server)
    begun(page)
    page.get_by_role("button", name="新建").click(delay=60)
    expect(page.get_by_role("textbox", name="小节标题")).to_have_value("")
    page.go_back()
    expect(page.get_by_role("textbox", name="小节标题")).to_have_value(HEADING)


def test_drafting_again_over_edits_by_hand_asks_and_the_versions_keep_them(page, server):
    opened(page, server)
    begun(page)
    drafted(page)
    add(page, "这一句是亲手写的。")
    page.get_by_role("button", name="重新起草").click(delay=60)
    expect(page.get_by_text("这份草稿您亲手改过")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="取消").last.click(delay=60)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("textbox", name="草稿正文")).to_contain_text("亲手写的")
    page.get_by_role("button", name="重新起草").click(delay=60)
    page.get_by_role("button", name="换掉，重新起草").click(delay=60)
    expect(page.get_by_role("textbox", name="草稿正文")).not_to_contain_text("亲手写的")
    page.get_by_role("button", name="历史版本").click(delay=60)
    page.get_by_role("button", name="恢复").first.click(delay=60)
    expect(page.get_by_role("textbox", name="草稿正文")).to_contain_text("亲手写的")


def test_a_samples_wording_is_put_in_place_of_the_sentence_picked(page, server):
    opened(page, server)
    begun(page)
    drafted(page)
    page.locator(".zb-s", has_text="14次").first.click()
    page.get_by_role("button", name="看样本怎么写").click(delay=60)
    expect(page.get_by_text("样本里相近的写法").first).to_be_visible()
    page.locator(".zc-said").first.click()
    page.get_by_role("button", name=re.compile("替换|换掉|代替|换成")).first.click(delay=60)
    expect(page.locator(".zb-s", has_text="14次")).to_have_count(0)
    expect(page.locator(".zb-s.zb-sample, .zb-s.zb-writer, .zb-s.zb-fact").first).to_be_visible()


def test_the_page_fits_the_window_has_keys_and_follows_the_browsers_theme(page, server):
    opened(page, server)
    begun(page)
    page.get_by_role("textbox", name="我的事实").first.press("Control+Enter")
    expect(page.locator(".zb-s").first).to_be_visible()
    main, app = page.locator("[data-testid=stMain]"), page.locator(".stApp")
    for scheme, wide, height in (("light", 1440, 900), ("dark", 1280, 720)):
        page.set_viewport_size({"width": wide, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.reload()
        settled(page)
        expect(page.get_by_text("核对结果").first).to_be_in_viewport()
        expect(page.get_by_role("button", name="重新起草")).to_be_in_viewport()
        until(page, lambda: main.evaluate("e => e.scrollHeight <= window.innerHeight + 1"))
        until(page, lambda dark=scheme == "dark": (brightness(app) < 200) == dark)
    page.locator(".zb-s").first.click()
    settled(page)
    page.keyboard.press("Alt+o")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_draft_is_found_by_a_word_of_its_facts(page, server):
    opened(page, server)
    begun(page)
    page.get_by_role("button", name="新建").click(delay=60)
    expect(page.get_by_role("textbox", name="小节标题")).to_have_value("")
    managed(page)
    find = page.get_by_role("textbox", name="查找草稿")
    find.fill("驻村")
    find.press("Enter")
    page.locator("[data-testid=stPopoverBody]").get_by_role("button", name=HEADING).first.click(delay=60)
    expect(page.get_by_role("textbox", name="小节标题")).to_have_value(HEADING)


def test_an_address_that_leads_nowhere_leads_to_the_first_page(page, server):
    for address in ("/draft", "/old-page?view=edit"):
        page.goto(server.url + address)
        expect(page.get_by_role("textbox", name="小节标题")).to_be_visible()
        page.wait_for_url(re.compile(f"{re.escape(server.url)}/\\?.*draft="))
        expect(page.get_by_role("dialog")).to_have_count(0)

"""Nothing typed is lost: a server away, a window closed at once, two windows, a disk that takes no more."""

import sqlite3
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import expect

from assistant.service import Assistant
from assistant.settings import open_settings
from tests.browser.waiting import settled, until

pytestmark = pytest.mark.browser

MOD = "Control"
TEXT = "第一句在这里。"
NAMES = ("away", "moved", "closed", "tabs", "turns", "full")


def prepared(data):
    """Name -> id of drafts of one line, kept before the interface starts."""
    made = {}
    with Assistant(open_settings(data)) as desk:
        for name in NAMES:
            new = desk.new_draft("压实主体责任", "")
            made[name] = desk.keep_text(new.id, TEXT, new.revision).id
    return made


@pytest.fixture(scope="module")
def drafts(server):
    """Name -> id of the drafts."""
    return server.prepared


def at_the_end(page, words):
    area = field(page)
    area.press(f"{MOD}+End")
    area.type(words)
    return area


def written_away(page, words):
    """Words at the end while no server answers; the notice of it, should it be there already, is put away."""
    area = field(page)

    def stand():
        page.keyboard.press("Escape")
        area.press(f"{MOD}+End")
        page.keyboard.insert_text(words)
        return area.inner_text().strip().endswith(words)

    until(page, stand)


def field(page):
    area = page.get_by_role("textbox", name="草稿正文")
    expect(area).to_be_visible()
    return area


def opened(page, server, draft_id):
    page.goto(f"{server.url}/?draft={draft_id}&view=edit")
    expect(field(page)).to_contain_text(TEXT)
    settled(page)


def saved(page):
    expect(page.locator(".zb-editor .zb-state[data-saved=yes]")).to_be_visible()


def text_of(page, text):
    """One of two texts in conflict, as the page shows it."""
    return page.get_by_test_id("stText").get_by_text(text, exact=True)


def changed_behind(server, draft_id, text):
    """Another text of a draft, kept while the interface is away."""
    with Assistant(open_settings(server.data)) as desk:
        desk.keep_text(draft_id, text, desk.kept(draft_id).revision)


@contextmanager
def taken(data):
    """The disk as SQLite tells of a full one, for every new version of a draft."""
    full = "CREATE TRIGGER taken BEFORE INSERT ON versions BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
    for statement in (full, "DROP TRIGGER taken"):
        with closing(sqlite3.connect(data / "zhibi.sqlite3", timeout=10)) as store, store:
            store.execute(statement)
        if statement is full:
            yield


def test_what_was_typed_while_the_server_was_away_is_kept_when_it_is_back(page, server, drafts):
    opened(page, server, drafts["away"])
    at_the_end(page, "断线前写的。")
    saved(page)
    server.stop()
    written_away(page, "断线时写的。")
    page.wait_for_timeout(1_000)
    expect(page.locator(".zb-editor .zb-state[data-saved=no]")).to_be_visible()
    server.start()
    saved(page)
    expect(field(page)).to_have_text(TEXT + "断线前写的。断线时写的。")
    page.reload()
    expect(field(page)).to_have_text(TEXT + "断线前写的。断线时写的。")


def test_a_window_closed_while_the_server_was_away_gives_its_words_to_the_next(page, server, drafts):
    opened(page, server, drafts["closed"])
    server.stop()
    written_away(page, "窗口关闭前写的。")
    page.wait_for_timeout(500)
    page.close()
    server.start()
    window = page.context.new_page()
    opened(window, server, drafts["closed"])
    expect(field(window)).to_have_text(TEXT + "窗口关闭前写的。")
    saved(window)
    window.reload()
    expect(field(window)).to_have_text(TEXT + "窗口关闭前写的。")


def test_both_texts_are_shown_when_the_draft_moved_on_while_a_window_was_cut_off(page, server, drafts):
    opened(page, server, drafts["moved"])
    server.stop()
    written_away(page, "断线时我写的。")
    page.wait_for_timeout(500)
    changed_behind(server, drafts["moved"], TEXT + "别处写的。")
    server.start()
    expect(page.get_by_text("这份草稿在别的窗口里改过")).to_be_visible()
    expect(text_of(page, TEXT + "断线时我写的。")).to_be_visible()
    expect(text_of(page, TEXT + "别处写的。")).to_be_visible()
    settled(page).get_by_role("button", name="保留这个窗口的").click()
    expect(field(page)).to_have_text(TEXT + "断线时我写的。")
    saved(page)


def test_two_windows_that_write_at_once_are_shown_both_texts(page, server, drafts):
    other = page.context.new_page()
    opened(page, server, drafts["tabs"])
    opened(other, server, drafts["tabs"])
    at_the_end(page, "甲窗口。")
    saved(page)
    at_the_end(other, "乙窗口。")
    expect(other.get_by_text("这份草稿在别的窗口里改过")).to_be_visible()
    expect(text_of(other, TEXT + "甲窗口。")).to_be_visible()
    expect(text_of(other, TEXT + "乙窗口。")).to_be_visible()
    settled(other).get_by_role("button", name="保留另一个的").click()
    expect(field(other)).to_have_text(TEXT + "甲窗口。")
    saved(other)


def test_a_window_that_wrote_nothing_takes_over_what_another_wrote(page, server, drafts):
    other = page.context.new_page()
    opened(page, server, drafts["turns"])
    opened(other, server, drafts["turns"])
    at_the_end(page, "先写的。")
    saved(page)
    field(other).click()
    expect(field(other)).to_have_text(TEXT + "先写的。")
    at_the_end(other, "后写的。")
    saved(other)
    expect(field(other)).to_have_text(TEXT + "先写的。后写的。")


def test_a_disk_that_takes_no_more_is_told_and_the_words_can_be_taken_away(page, server, drafts):
    opened(page, server, drafts["full"])
    with taken(server.data):
        at_the_end(page, "磁盘满了还在写。")
        expect(page.get_by_role("button", name="把未保存的文字下载下来")).to_be_visible()
        expect(page.get_by_text("您的文字还在编辑框里")).to_be_visible()
        at_the_end(page, "接着写。")
        page.wait_for_timeout(1_500)
        with page.expect_download() as download:
            page.get_by_role("button", name="把未保存的文字下载下来").click()
        assert download.value.path().read_text("utf-8") == TEXT + "磁盘满了还在写。接着写。"
        expect(page.locator(".zb-editor .zb-state[data-saved=no]")).to_be_visible()
    saved(page)
    expect(page.get_by_role("button", name="把未保存的文字下载下来")).to_have_count(0)
    page.reload()
    expect(field(page)).to_have_text(TEXT + "磁盘满了还在写。接着写。")

"""The editor in a real Chromium: input methods, undo, page switches, restarts, proposals, blanks."""

import re

import pytest
from playwright.sync_api import expect

from assistant.service import Assistant
from assistant.settings import open_settings
from tests.browser.waiting import settled, still

pytestmark = pytest.mark.browser

MOD = "Control"
TRAPS = (
    '<img src="http://stranger.example/a.png">',
    "![图](http://stranger.example/b.png)",
    "[链](http://stranger.example/c)<script src=http://stranger.example/d.js></script>",
)


PROPOSED = "今年搞了3次培训。"
DRAFTS = {
    "keys": ("开展检查5次。\n" + "会议室在三楼东侧。\n" * 40 + "整改问题99个。\n组织培训77次。", "检查5次"),
    "taken": ("落实约谈制度，压实责任。\n后面一句不动。", ""),
    "plain": ("第一句在这里。", ""),
    "proposed": (PROPOSED + "后面一句不动。", "培训3次"),
    "turned": (PROPOSED + "切实加强组织领导，召开了党组会12次。", "培训3次\n党组会12次"),
    "blank": ("组织演练1次，【待补充：参加人数】参加。", "演练1次"),
    "met": ("【待补充：开会时间】召开会议，【待补充：开会时间】部署。", ""),
    "two": ("开展讲座【待补充：数字】场，发放资料【待补充：数字】份。", ""),
    "past": ("开头一句不变。第二句。", ""),
    "found": ("开展检查5次，整改问题99个。", "检查5次"),
    "pressed": ("开展检查5次，整改问题99个。", "检查5次"),
    "why": ("开展检查5次，整改问题99个，【待补充：时间】完成。\n坚定“三个自信”。\n", "检查5次"),
    "trap": (f"抽查{''.join(TRAPS)}99家，【待补充：{TRAPS[1]}】。", f"抽查12家{''.join(TRAPS)}"),
}


def prepared(data):
    """Name -> id of drafts kept before the interface starts."""
    made = {}
    with Assistant(open_settings(data)) as desk:
        for name, (text, notes) in DRAFTS.items():
            new = desk.new_draft("压实主体责任", notes, year=2024)
            if name == "why":
                (hit,) = desk.likewise("压实主体责任，落实约谈制度", "压实主体责任", 1)
                text += max(hit.passage.text.split("。"), key=len) + "。"
            made[name] = desk.keep_text(new.id, text, new.revision).id
    return made


@pytest.fixture(scope="module")
def drafts(server):
    """Name -> id of the drafts."""
    return server.prepared


@pytest.fixture
def area(page, server, drafts):
    """The editing field of a draft that holds one line."""
    return begun(page, server, drafts["plain"], DRAFTS["plain"][0])


def begun(page, server, draft_id, text=""):
    """A kept draft in the editor; with a text, that text in it."""
    page.goto(f"{server.url}/?draft={draft_id}&view=edit")
    area = editing(page)
    if text:
        replace_all(page, area, text)
    return area


def editing(page):
    """The editing field; its view is chosen where the page does not come back to it by itself."""
    area = page.get_by_role("textbox", name="草稿正文")
    expect(area.or_(page.locator(".zb-reading .zb-s")).first).to_be_visible()
    settled(page)
    if not area.is_visible():
        page.get_by_text("编辑", exact=True).first.click(delay=60)
    expect(area).to_be_visible()
    return area


def replace_all(page, area, text):
    area.click()
    area.press(f"{MOD}+a")
    page.keyboard.insert_text(text)
    saved(page)


def saved(page):
    expect(page.locator(".zb-editor .zb-state[data-saved=yes]")).to_be_visible()


def select(area, count, start=0):
    area.press(f"{MOD}+Home")
    for _ in range(start):
        area.press("ArrowRight")
    for _ in range(count):
        area.press("Shift+ArrowRight")


def wished(page, name):
    page.locator(".zb-menu").get_by_role("button", name=name, exact=True).click()


def test_an_input_method_composes_while_reruns_come(page, area):
    area.press(f"{MOD}+End")
    area.type("甲")
    keys = page.context.new_cdp_session(page)
    for typed in ("z", "zh", "zhong", "zhongg", "zhongguo"):
        keys.send("Input.imeSetComposition", {"text": typed, "selectionStart": 5, "selectionEnd": 5})
        page.wait_for_timeout(180)
    keys.send("Input.insertText", {"text": "中国"})
    saved(page)
    expect(area).to_have_text("第一句在这里。甲中国")


def test_undo_and_redo_reach_over_reruns(page, area):
    for words in ("二。", "三。"):
        area.press(f"{MOD}+End")
        area.type(words)
        saved(page)
        page.wait_for_timeout(700)
    area.press(f"{MOD}+z")
    saved(page)
    expect(area).to_have_text("第一句在这里。二。")
    area.press(f"{MOD}+y")
    saved(page)
    expect(area).to_have_text("第一句在这里。二。三。")


def test_what_was_typed_just_before_a_page_switch_is_there_again(page, area):
    area.press(f"{MOD}+End")
    area.type("切换前一刻写的。")
    page.get_by_role("link", name="样本库").click(delay=80)
    expect(page.get_by_text(re.compile("样本库里有"))).to_be_visible()
    page.get_by_role("link", name="起草").click(delay=80)
    expect(editing(page)).to_contain_text("切换前一刻写的。")


def test_a_proposal_is_shown_accepted_and_undone_as_one_step(page, server, drafts):
    first, rest = PROPOSED, "后面一句不动。"
    area = begun(page, server, drafts["proposed"])
    select(area, len(first))
    wished(page, "更正式")
    expect(page.locator(".zb-diff del").first).to_be_visible()
    expect(page.locator(".zb-diff ins").first).to_be_visible()
    page.get_by_role("button", name="采用", exact=True).click()
    expect(area).to_have_text("今年开展3次培训。" + rest)
    saved(page)
    area.click()
    area.press(f"{MOD}+z")
    saved(page)
    expect(area).to_have_text(first + rest)


def test_a_proposal_turned_down_changes_nothing_and_a_second_selection_is_asked_anew(page, server, drafts):
    text = DRAFTS["turned"][0]
    area = begun(page, server, drafts["turned"])
    select(area, 9)
    wished(page, "更正式")
    page.get_by_role("button", name="不用", exact=True).click()
    expect(page.get_by_text("没有更好的说法")).to_be_visible()
    settled(page)
    expect(area).to_have_text(text)
    area.click()
    select(area, len(text) - 9, 9)
    wished(page, "压缩")
    page.get_by_role("button", name="采用", exact=True).last.click()
    shorter = re.compile("今年搞了3次培训。(加强组织领导，)?召开党组会12次。$")
    expect(area).to_have_text(shorter)
    saved(page)


def test_a_blank_is_filled_everywhere_becomes_a_fact_and_is_taken_back_alone(page, server, drafts):
    text = DRAFTS["blank"][0]
    area = begun(page, server, drafts["blank"])
    area.press(f"{MOD}+End")
    area.type("写在后面。")
    saved(page)
    fill(page, "参加人数", "86人")
    expect(area).to_have_text("组织演练1次，86人参加。写在后面。")
    expect(page.get_by_role("textbox", name="我的事实").first).to_have_value(
        re.compile(r"演练1次\n.*86人参加")
    )
    area.press(f"{MOD}+z")
    expect(area).to_have_text(text + "写在后面。")
    saved(page)
    area.press(f"{MOD}+z")
    expect(area).to_have_text(text)
    saved(page)
    page.reload()
    expect(editing(page)).to_have_text(text)


def test_words_typed_while_a_blank_is_filled_stay_beside_the_answer(page, server, drafts):
    area = begun(page, server, drafts["met"])
    fill(page, "开会时间", "3月")
    area.press(f"{MOD}+End")
    for letter in "同时写的一句话。":
        page.keyboard.insert_text(letter)
        page.wait_for_timeout(90)
    expect(area).to_have_text("3月召开会议，3月部署。同时写的一句话。")
    saved(page)
    page.reload()
    expect(editing(page)).to_have_text("3月召开会议，3月部署。同时写的一句话。")


def test_blanks_of_a_mere_kind_are_asked_for_one_by_one_under_their_sentence(page, server, drafts):
    area = begun(page, server, drafts["two"])
    fields = page.get_by_label("数字")
    expect(fields).to_have_count(2)
    expect(page.get_by_text("发放资料【待补充：数字】份").locator("visible=true").first).to_be_visible()
    fields.last.fill("900")
    page.get_by_role("button", name="填入正文，记为事实").last.click(delay=60)
    expect(area).to_have_text("开展讲座【待补充：数字】场，发放资料900份。")
    expect(page.get_by_label("数字")).to_have_count(1)


def test_the_history_tells_what_each_version_changed(page, server, drafts):
    area = begun(page, server, drafts["past"])
    area.press(f"{MOD}+End")
    area.type("新添一句。")
    saved(page)
    page.get_by_role("button", name="历史版本").click(delay=60)
    expect(page.get_by_text(re.compile("增 5 字，删 0 字"))).to_be_visible()
    expect(page.get_by_text("新添一句。").locator("visible=true").last).to_be_visible()
    page.get_by_role("button", name="恢复").first.click(delay=60)
    expect(area).to_have_text(DRAFTS["past"][0])


def test_a_finding_made_a_blank_is_one_step_that_undo_takes_back(page, server, drafts):
    text = DRAFTS["found"][0]
    area = begun(page, server, drafts["found"])
    area.press(f"{MOD}+Home")
    page.get_by_role("button", name="改成【待补充】").first.click()
    expect(area).to_contain_text("【待补充")
    expect(page.locator(".zb-editor .zb-k-blank").first).to_be_visible()
    area.press(f"{MOD}+z")
    expect(area).to_have_text(text)
    saved(page)
    area.press(f"{MOD}+y")
    expect(area).to_contain_text("【待补充")
    saved(page)


def test_a_press_on_a_finding_right_after_typing_is_not_lost(page, server, drafts):
    area = begun(page, server, drafts["pressed"])
    area.press(f"{MOD}+End")
    area.type("刚写完。")
    page.get_by_role("button", name="改成【待补充】").first.click(delay=60)
    expect(area).to_have_text(re.compile("【待补充：.+】个。刚写完。"))
    saved(page)
    area.press(f"{MOD}+z")
    expect(area).to_have_text(DRAFTS["pressed"][0] + "刚写完。")
    saved(page)


def test_the_pressed_view_stays_chosen_and_undo_reaches_over_the_reading_view(page, area):
    area.press(f"{MOD}+End")
    area.type("未停手就按了编辑。")
    page.get_by_text("编辑", exact=True).first.click(delay=60)
    expect(area).to_contain_text("未停手就按了编辑。")
    saved(page)
    area.press(f"{MOD}+End")
    area.type("又写一句。")
    page.get_by_text("成稿与来源", exact=True).first.click(delay=60)
    expect(page.locator(".zb-reading")).to_contain_text("又写一句。")
    area = editing(page)
    area.press(f"{MOD}+z")
    expect(area).not_to_contain_text("又写一句。")
    saved(page)


def test_a_mark_says_why_under_the_pointer_and_a_press_opens_what_it_rests_on(page, server, drafts):
    page.goto(f"{server.url}/?draft={drafts['why']}&view=edit")
    for kind in ("fact", "unsupported", "leaked", "blank", "copied", "outdated"):
        mark = page.locator(f".zb-editor .zb-k-{kind}").first
        expect(mark).to_be_visible()
        settled(page)
        place = {"x": 6, "y": still(mark)["height"] / 2}
        mark.hover(position=place)
        reason = page.locator(".zb-why p").first
        expect(reason).to_contain_text({"fact": "检查5次"}.get(kind, "。"))
        mark.click(position=place)
        expect(page.get_by_text("这句话的来源")).to_be_visible()
        if kind == "fact":
            stated = page.get_by_text(re.compile(r"F1\s+检查5次")).locator("visible=true")
            expect(stated.first).to_be_visible()
        if kind in ("leaked", "copied"):
            expect(page.get_by_role("button", name="在报告中打开").first).to_be_visible()
        page.get_by_text("核对结果").first.hover()
        expect(page.locator(".zb-why")).to_have_count(0)


def fill(page, label, answer):
    field = page.get_by_label(label)
    expect(field).to_be_visible()
    field.fill(answer)
    page.get_by_role("button", name="填入正文，记为事实").first.click(delay=60)


def test_nothing_in_a_draft_a_finding_or_a_file_name_makes_the_browser_fetch(page, server, drafts):
    trap = "".join(TRAPS)
    begun(page, server, drafts["trap"])
    page.get_by_text("成稿与来源", exact=True).first.click()
    expect(page.locator(".zb-reading")).to_contain_text("stranger.example")
    settled(page)
    page.goto(f"{server.url}/library")
    name = (
        "![a](http：__stranger.example_f.png)<img src=x onerror=fetch('http:&#47;&#47;stranger.example')>.txt"
    )
    page.locator("input[type=file]").set_input_files(
        [
            {
                "name": name.replace("/", "_"),
                "mimeType": "text/plain",
                "buffer": f"{trap}工作总结\n\n{trap}。".encode(),
            }
        ]
    )
    expect(page.get_by_text("添加结果")).to_be_visible()
    settled(page)
    assert page.strangers == []
    page.evaluate("new Image().src = 'http://stranger.example/control.png'")
    page.wait_for_timeout(200)
    assert page.strangers == ["http://stranger.example/control.png"]


def test_the_pages_keys_work_while_the_editor_has_the_focus(page, server, drafts):
    area = begun(page, server, drafts["keys"])
    area.press(f"{MOD}+Home")
    settled(page)
    page.keyboard.press("Alt+n")
    expect(page.get_by_text(re.compile(r"核对结果.*2 / "))).to_be_visible()
    expect(page.locator(".zb-editor .zb-m", has_text="77次")).to_be_in_viewport()
    page.keyboard.insert_text("甲")
    expect(area).to_contain_text("组织培训甲77次")
    saved(page)
    settled(page)
    page.keyboard.press("Alt+y")
    expect(page.get_by_text("您已放行的 1 条")).to_be_visible()
    settled(page)
    area.press("Alt+o")
    expect(page.get_by_role("dialog").get_by_role("button", name="下载")).to_be_visible()
    settled(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    area.click()  # the window that closed gives the focus back in its own time
    settled(page)
    expect(area).to_be_focused()
    area.press("Control+Enter")
    expect(page.get_by_text("这份草稿您亲手改过")).to_be_visible()


def test_a_phrase_is_taken_twice_with_blanks_for_particulars_and_its_source_and_undone(page, server, drafts):
    text = DRAFTS["taken"][0]
    first, rest = text.split("\n")
    area = begun(page, server, drafts["taken"])
    area.click()
    for times in (1, 2):
        select(area, len(first))
        wished(page, "看样本怎么写")
        expect(page.get_by_text("样本里相近的写法")).to_be_visible()
        page.get_by_text("接在后面", exact=True).click(delay=60)
        page.locator(".zc-said").filter(has_text=re.compile("[0-9]")).first.click()
        put = page.locator("[data-testid=stText]").filter(has_text="【待补充：").first
        expect(put).to_be_visible()
        settled(page)
        phrase = put.inner_text()
        assert not re.search("[0-9]", phrase)
        page.get_by_role("button", name="插入").first.click(delay=60)
        expect(area).to_have_text(first + f"{phrase}。" * times + rest)
        saved(page)
        settled(page)
    page.get_by_text("成稿与来源", exact=True).first.click(delay=60)
    page.locator(".zb-s", has_text=phrase[:6]).first.click()
    expect(page.get_by_role("button", name="在报告中打开").first).to_be_visible()
    area = editing(page)
    area.press(f"{MOD}+z")
    area.press(f"{MOD}+z")
    expect(area).to_have_text(first + rest)
    saved(page)

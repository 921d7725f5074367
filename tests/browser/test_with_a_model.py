"""A model that answers, refuses or is too slow: told in one sentence, with a way on and nothing lost."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.serving import serving
from tests.browser.waiting import settled
from tests.modelserver import ModelServer, Reply

pytestmark = pytest.mark.browser

NOTES = """召开学习会12次
开展警示教育4场
存在的问题：年轻干部业务能力不强"""
DEADLINE_S = 6
"""Long enough for two tries of a server that closes the line, on a busy machine."""
FITTED = "一、抓实理论学习和警示教育 [F1,F2]\n二、存在的问题和不足 [F3]"


@pytest.fixture(scope="module")
def model():
    with ModelServer(Reply("好。"), models=("test-model", "other-model")) as answering:
        yield answering


@pytest.fixture(scope="module")
def server(shelved, browser, tmp_path_factory, model):
    """The interface with a model set, cut off at the deadline."""
    data = tmp_path_factory.mktemp("model") / "data"
    shutil.copytree(shelved, data)
    settings = {
        "ZHIBI_MODEL": "openai:test-model", "ZHIBI_BASE_URL": model.url, "ZHIBI_API_KEY": "sk-test",
        "ZHIBI_DEADLINE_S": str(DEADLINE_S),
    }  # fmt: skip
    with serving(data, **settings) as running:
        yield running


def drafting(page, server):
    page.goto(server.url)
    settled(page)
    page.get_by_role("button", name="新建").click(delay=60)
    expect(page.get_by_role("textbox", name="小节标题")).to_have_value("")
    settled(page)
    page.get_by_role("textbox", name="小节标题").fill("抓好学习教育")
    page.get_by_role("textbox", name="我的事实").first.fill("组织学习12次")
    expect(page.get_by_text("识别出 1 条事实")).to_be_visible()


FAULTS = {
    "不接受当前的密钥": Reply(mode="status", status=401),
    f"模型在 {DEADLINE_S} 秒内没有写完": Reply(mode="hang"),
    "请确认服务已经启动|断|没有回答|连不上": Reply(mode="close"),
}


def test_a_model_that_fails_is_told_and_the_draft_goes_on_without_it(page, server, model):
    drafting(page, server)
    for sentence, reply in FAULTS.items():
        model.replies[:] = [reply]
        page.get_by_role("button", name="起草这一节").click(delay=60)
        told = page.get_by_test_id("stAlert").filter(has_text=re.compile(sentence))
        expect(told).to_be_visible()
        settled(page)
    page.get_by_role("button", name="不用大模型，直接起草").click(delay=60)
    expect(page.locator(".zb-s", has_text="12次").first).to_be_visible()
    expect(told).to_have_count(0)
    expect(page.get_by_role("textbox", name="我的事实").first).to_have_value("组织学习12次")


def test_the_connection_is_tested_and_the_models_are_listed(page, server, model):
    model.replies[:] = [Reply("好。")]
    page.goto(f"{server.url}/settings")
    page.get_by_role("button", name="检查模型连接").click()
    expect(page.get_by_text("test-model, other-model")).to_be_visible()
    model.replies[:] = [Reply(mode="status", status=401)]
    page.get_by_role("button", name="检查模型连接").click()
    expect(page.get_by_text("不接受当前的密钥")).to_be_visible()


def test_a_model_fits_the_outline_and_any_fault_leaves_it_as_it_was(page, server, model):
    page.goto(f"{server.url}/report")
    settled(page).get_by_label("添加事实（每行一条，原文保留）").fill(NOTES)
    page.get_by_role("button", name="加入清单").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    settled(page).get_by_label("参照哪些样本").click()
    page.get_by_role("option", name=re.compile("审计局2023年工作总结")).click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    settled(page).get_by_role("button", name="拟写提纲").click()
    lines = page.get_by_role("textbox", name="提纲（可修改）")
    expect(lines).to_have_value(re.compile("一、"))
    settled(page)
    former = lines.input_value()
    fit = page.get_by_role("button", name="让模型调整提纲")
    model.replies[:] = [Reply("说不出来。")]
    fit.click(delay=60)
    expect(page.get_by_text("已保留原来的提纲")).to_be_visible()
    expect(lines).to_have_value(former)
    settled(page)
    model.replies[:] = [Reply(mode="hang")]
    fit.click(delay=60)
    expect(page.get_by_text("大模型正在按事实调整提纲")).to_be_visible()
    page.get_by_role("button", name="取消").click(delay=60)
    expect(page.get_by_text("大模型正在按事实调整提纲")).to_have_count(0)
    expect(lines).to_have_value(former)
    settled(page)
    model.replies[:] = [Reply(FITTED)]
    fit.click(delay=60)
    expect(lines).to_have_value(re.compile("抓实理论学习和警示教育\n事实：F1、F2"))
    settled(page).get_by_role("button", name="用回原来的提纲").click(delay=60)
    expect(lines).to_have_value(former)

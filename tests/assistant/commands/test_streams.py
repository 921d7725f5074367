"""Streams of a call: any locale, input of any encoding, a reader who leaves, a stop in the middle."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def ran(folder, *words, given=b"", **environment):
    """(exit code, standard output, standard error) of a call of its own, as bytes."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "ZHIBI"))}
    env |= {"ZHIBI_DATA": str(folder / "data"), "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        [sys.executable, "-m", "assistant", *words], input=given, capture_output=True, env=env, timeout=60
    )
    assert b"Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout, done.stderr


PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_a_locale_without_chinese_gets_chinese_all_the_same(tmp_path, report):
    code, out, _ = ran(tmp_path, "text", str(report), **PLAIN)
    assert code == 0 and "粮食局" in out.decode("utf-8")
    code, _, err = ran(tmp_path, "show", "none", **PLAIN)
    assert code == 1 and "没有编号为 none 的草稿" in err.decode("utf-8")


def test_standard_input_is_read_in_any_encoding_and_refused_as_a_file_is(tmp_path):
    words = "认真布署工作。\n"
    for encoding in ("utf-8", "gbk", "utf-16"):
        out = ran(tmp_path, "proof", "-", given=words.encode(encoding), LANG="zh_CN.UTF-8")[1].decode()
        assert "布署" in out and "部署" in out
    for given in (b"", bytes(range(256)) * 9):
        code, _, err = ran(tmp_path, "proof", "-", given=given, LANG="zh_CN.UTF-8")
        assert code == 1 and "“标准输入.txt”" in err.decode()


def test_without_standard_input_a_sentence_says_so(zhibi, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert "没有可读的标准输入" in zhibi("proof", "-", ok=False)[2]
    monkeypatch.setattr(sys, "stdin", io.StringIO("开会9次。"))
    zhibi("proof", "-")


@pytest.mark.parametrize("words", [("search", "\udcff"), ("rename", "a", "\udcff"), ("search", "甲\0乙")])
def test_words_that_are_no_text_are_told_and_not_taken(zhibi, words):
    code, _, err = zhibi(*words, ok=False)
    assert code == 2 and "UTF-8" in err


def test_a_reader_who_has_read_enough_ends_a_call_in_peace(tmp_path):
    call = f"{sys.executable} -m assistant errors | head -1"
    env = os.environ | {"ZHIBI_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "LANG": "zh_CN.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", f"{call}; exit ${{PIPESTATUS[0]}}"], capture_output=True, env=env, timeout=60
    )
    assert done.returncode in (0, 1) and done.stderr == b""


def test_a_stop_in_the_middle_is_told_in_a_sentence(tmp_path):
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(f"一、主要工作\n开会{number}次。" * 40, encoding="utf-8")
    env = os.environ | {"ZHIBI_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "LANG": "zh_CN.UTF-8"}
    running = subprocess.Popen(
        [sys.executable, "-m", "assistant", "add", str(tmp_path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env,
    )  # fmt: skip
    assert "已加入" in running.stdout.readline().decode()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode in (0, 130)
    assert b"Traceback" not in err
    if running.returncode == 130:
        assert "已中止" in err.decode()


@pytest.mark.parametrize(
    "words",
    [("add", ""), ("--data", "", "list"), ("--data=", "list"), ("draft", "--section", "甲", "--facts", ""),
     ("export", "abc", "--to", ""), ("proof", "a.txt", "--fix=")],
)  # fmt: skip
def test_an_empty_path_is_never_taken_for_the_folder_one_is_in(zhibi, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = zhibi(*words, ok=False)
    assert code == 2 and "是空的" in err
    assert list(tmp_path.iterdir()) == []

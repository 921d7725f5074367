"""The data folder of a call, and what becomes of a folder in use or a wrong setting."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent.parent


def test_an_unknown_setting_is_named_with_the_known_ones(zhibi, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "zhibi.toml").write_text('modle = "x"\n', encoding="utf-8")
    _, _, err = zhibi("list", ok=False)
    assert "modle" in err
    assert "model" in err.replace("modle", "")


def test_a_folder_in_use_is_refused_soon_and_named(zhibi, tmp_path):
    holding = "import sys,time\nfrom pathlib import Path\nfrom assistant.service import Assistant\n" \
        "from assistant.settings import open_settings\n" \
        "a=Assistant(open_settings(Path(sys.argv[1])));print('held',flush=True);time.sleep(60)"  # fmt: skip
    holder = subprocess.Popen(
        [sys.executable, "-c", holding, str(tmp_path / "data")], cwd=ROOT, stdout=subprocess.PIPE,
        text=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        assert holder.stdout.readline().strip() == "held"
        begin = time.monotonic()
        code, _, err = zhibi("list", ok=False)
        assert time.monotonic() - begin < 20
        assert code == 3
        assert str(holder.pid) in err
        assert str(tmp_path / "data") in err.replace("\n", "")
    finally:
        holder.kill()
        holder.wait()
    zhibi("list")


@pytest.mark.parametrize(
    "words",
    [("proof",), ("text",), ("compare", "repeats"), ("export", "--to", "a.docx"),
     ("draft", "--section", "甲", "--facts")],
)  # fmt: skip
def test_a_folder_where_a_file_is_wanted_is_told_as_a_folder(zhibi, tmp_path, words):
    folder = tmp_path / "材料"
    folder.mkdir()
    code, _, told = zhibi(*words, folder, ok=False)
    assert code == 1 and "“材料”是文件夹" in told


def test_a_path_is_a_file_and_a_bare_word_an_id(zhibi, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "找不到文件“没有”" in zhibi("text", tmp_path / "没有", ok=False)[2]
    assert "编号为 没有" in zhibi("text", "没有", ok=False)[2]
    assert "是文件夹" in zhibi("text", ".", ok=False)[2]


def test_what_goes_on_is_shown_only_where_somebody_looks(capsys):
    from assistant.commands.terminal import working

    with working():
        pass
    assert capsys.readouterr() == ("", "")

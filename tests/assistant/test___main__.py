"""The command line as a whole: how it ends, what it leaves alone."""

import json
import re
import subprocess
import sys
from pathlib import Path

DOCS = (Path(__file__).parent.parent.parent / "docs" / "cli.md").read_text("utf-8")


def test_no_command_but_the_bundled_one_adds_anything_by_itself(zhibi):
    for words in (("list",), ("search", "学习"), ("doctor",)):
        zhibi(*words)
    assert json.loads(zhibi("list", "--json")[1]) == []


def test_the_data_option_may_stand_anywhere(zhibi, report, tmp_path):
    zhibi("add", report, "--data", tmp_path / "other")
    assert json.loads(zhibi("list", "--json")[1]) == []
    assert len(json.loads(zhibi("--data", tmp_path / "other", "list", "--json")[1])) == 1


def told(name):
    """What docs/cli.md says of a command: the lines that name it, and what is listed below one of them."""
    named = re.compile(rf"`(?:zhibi )?{re.escape(name)}(?![\w-])")
    return "\n".join(line for line in DOCS.splitlines() if named.search(line))


def test_every_command_and_option_is_in_the_manual(every_command):
    missing = {}
    for name, command in every_command.items():
        options = [max(one.opts, key=len) for one in command.params if one.opts[0].startswith("-")]
        wanted = [one for one in options if one not in ("--help", "--json")]
        absent = [one for one in wanted if not re.search(rf"{one}(?![\w-])", told(name))]
        if absent or not told(name):
            missing[name] = absent
    assert missing == {}


def test_the_manual_names_no_option_that_is_not_there(every_command):
    there = {"--help", "--data"}
    for _, command in every_command.items():
        there |= {name for one in command.params for name in one.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", DOCS)) <= there


def test_the_first_help_loads_no_model_and_no_screen():
    asked = "import sys, assistant.__main__; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60)
    assert "assistant.service" in done.stdout.split()
    heavy = {"chromadb", "torch", "streamlit", "langchain", "langchain_openai", "docx", "pdfplumber"}
    assert heavy.isdisjoint(done.stdout.split())

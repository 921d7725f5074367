"""The changes that bring a text of the server into the editor, worked out by node."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

EDITOR = Path(__file__).parent.parent.parent / "ui" / "editor"
ASK = """
import {changesBetween} from "./differing.js";
let said = ""; for await (const part of process.stdin) said += part;
process.stdout.write(JSON.stringify(JSON.parse(said).map(([one, other]) => {
  const found = changesBetween(one, other); let text = one;
  for (const {from, to, insert} of [...found].reverse()) text = text.slice(0, from) + insert + text.slice(to);
  return {text, found};
})));
"""


def changed(pairs):
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    told = subprocess.run(
        [node, "--input-type=module", "-e", ASK], cwd=EDITOR, check=True, capture_output=True, text=True,
        input=json.dumps(pairs), encoding="utf-8",
    )  # fmt: skip
    return json.loads(told.stdout)


def test_the_changes_make_the_one_text_of_the_other():
    chance = random.Random(7)
    words = ["工作", "。", "\n", "𠮷", "【待补充：人数】", "1"]
    pairs = [["".join(chance.choices(words, k=chance.randrange(12))) for _ in range(2)] for _ in range(400)]
    for (_, other), made in zip(pairs, changed(pairs), strict=True):
        assert made["text"] == other


def test_what_stays_is_not_touched():
    one = "会前。【待补充：时间】开会。会中。【待补充：时间】散会。会后。"
    (made,) = changed([[one, one.replace("【待补充：时间】", "3月")]])
    touched = [(change["from"], change["to"]) for change in made["found"]]
    assert touched == [(3, 11), (17, 25)]


def test_two_texts_that_share_nothing_are_one_change():
    (made,) = changed([["甲" * 3000, "乙" * 2500]])
    assert [(c["from"], c["to"]) for c in made["found"]] == [(0, 3000)]

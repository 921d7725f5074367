"""What was typed and never confirmed, merged with a text of the server: the editor's code."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

EDITOR = Path(__file__).parent.parent.parent / "ui" / "editor"
ASK = """
import {ChangeSet, Text} from "@codemirror/state";
import {changesBetween} from "./differing.js";
import {merged} from "./merging.js";
let said = ""; for await (const part of process.stdin) said += part;
const made = (text) => Text.of(text.split("\\n"));
process.stdout.write(JSON.stringify(JSON.parse(said).map(([agreed, states, theirs]) => {
  const typed = [];
  let doc = made(agreed);
  for (const state of states) {
    typed.push(ChangeSet.of(changesBetween(doc.toString(), state), doc.length));
    doc = made(state);
  }
  const {came, mine} = merged(made(agreed), made(theirs), typed);
  return [came.apply(doc).toString(), mine.apply(made(theirs)).toString(), mine.empty];
})));
"""


def merges(cases):
    """(agreed, states typed one by one, theirs) -> the editor's text, what it sends, whether that is none."""
    node = shutil.which("node")
    if node is None or not (EDITOR / "node_modules" / "@codemirror" / "state").exists():
        pytest.skip("node or the editor's packages are not installed")
    told = subprocess.run(
        [node, "--input-type=module", "-e", ASK], cwd=EDITOR, check=True, capture_output=True, text=True,
        input=json.dumps(cases), encoding="utf-8",
    )  # fmt: skip
    return json.loads(told.stdout)


KEPT = "开展检查5次，整改问题99个。"
BLANK = "开展检查5次，整改问题【待补充：数量】个。"


@pytest.mark.parametrize(
    ("agreed", "states", "theirs", "text"),
    [
        # the server holds all of it, or the first part, and never told so
        (KEPT, [KEPT + "刚写完。"], KEPT + "刚写完。", KEPT + "刚写完。"),
        (KEPT, [KEPT + "刚写", KEPT + "刚写完。"], KEPT + "刚写", KEPT + "刚写完。"),
        # it holds the words and has changed another place as well
        (KEPT, [KEPT + "刚写完。"], BLANK + "刚写完。", BLANK + "刚写完。"),
        (KEPT, [KEPT + "刚写完。", KEPT + "刚写完。再写。"], BLANK + "刚写完。", BLANK + "刚写完。再写。"),
        # typed over another window's words, and chosen by the writer
        ("一句。别处写的。", ["一句。断线时我写的。"], "一句。断线时我写的。", "一句。断线时我写的。"),
        # it holds none of it
        (KEPT, [KEPT + "刚写完。"], BLANK, BLANK + "刚写完。"),
        (KEPT, ["甲" + KEPT], KEPT + "乙", "甲" + KEPT + "乙"),
        # words that happen to be alike at another place are words of their own
        ("一。\n二。", ["一。甲。\n二。"], "一。\n二。甲。", "一。甲。\n二。甲。"),
        # typed and taken back; sent again without a change
        (KEPT, [KEPT + "甲", KEPT], BLANK, BLANK),
        (KEPT, [KEPT + "甲", KEPT + "甲"], BLANK + "甲", BLANK + "甲"),
        # taken out on both sides
        ("一句。二句。三句。", ["一句。三句。"], "一句。三句。", "一句。三句。"),
    ],
)  # fmt: skip
def test_every_word_stands_once(agreed, states, theirs, text):
    assert merges([[agreed, states, theirs]])[0][:2] == [text, text]


def test_a_text_that_holds_what_was_typed_is_left_as_it_is():
    chance = random.Random(11)
    words = ["工作", "。", "\n", "𠮷", "甲", "99", "个。"]
    cases = []
    for _ in range(300):
        agreed, *states = ("".join(chance.choices(words, k=chance.randrange(1, 9))) for _ in range(4))
        cases += [[agreed, states[: place + 1], states[place]] for place in range(3)]
    for (_, states, theirs), (text, sent, nothing) in zip(cases, merges(cases), strict=True):
        assert text == sent == states[-1] == theirs
        assert nothing


def test_the_editor_and_the_server_come_to_one_text():
    chance = random.Random(13)
    words = ["工作", "。", "\n", "𠮷", "甲", "99", "个。"]
    cases = []
    for _ in range(400):
        agreed, one, two, theirs = ("".join(chance.choices(words, k=chance.randrange(9))) for _ in range(4))
        cases.append([agreed, [one, two], theirs])
    for text, sent, _ in merges(cases):
        assert text == sent

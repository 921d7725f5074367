import json

import pytest
from typer.testing import CliRunner

from assistant.__main__ import app
from assistant.service import Assistant, Span, blanks
from assistant.settings import open_settings
from index.errors import ShelfError

TEXT = "前面一句。今年搞了3次培训。后面一句。"
SPAN = Span(5, 14)


@pytest.fixture
def desk(tmp_path):
    with Assistant(open_settings(tmp_path / "data")) as opened:
        yield opened


def kept(desk, text, notes="培训3次"):
    made = desk.new_draft("抓好培训", notes)
    return desk.keep_text(made.id, text, made.revision)


def test_an_accepted_proposal_changes_the_selection_only(desk):
    saved = kept(desk, TEXT)
    (one,) = desk.revise(TEXT, SPAN, "formal", saved.notes)
    after = desk.accept_proposal(saved, SPAN, one)
    assert after.body.text == TEXT[: SPAN.start] + "本年度开展3次培训。" + TEXT[SPAN.end :]
    assert [one.facts for one in after.body.sentences] == [(), ("F1",), ()]
    assert desk.versions(saved.id)[1].text == TEXT


def test_a_proposal_for_a_text_changed_elsewhere_is_refused(desk):
    saved = kept(desk, TEXT)
    (one,) = desk.revise(TEXT, SPAN, "formal", saved.notes)
    desk.keep_text(saved.id, TEXT + "再加一句。", saved.revision)
    with pytest.raises(ShelfError) as told:
        desk.accept_proposal(saved, SPAN, one)
    assert told.value.code == "edited_elsewhere"


def test_a_filled_blank_is_in_the_text_and_among_the_facts(desk):
    saved = kept(desk, "演练1次，【待补充：人数】参加。共【待补充：人数】。", "演练1次")
    after = desk.fill(saved, blanks(saved.body.text)[0], "86人")
    assert after.body.text == "演练1次，86人参加。共86人。"
    assert "86人" in after.notes.splitlines()[-1]
    assert desk.findings(after)[0] == ()


def test_the_command_proposes_and_changes_nothing(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(TEXT, encoding="utf-8")
    words = ["--data", str(tmp_path / "data"), "revise", "--draft", str(file), "--select", "5:14"]
    done = CliRunner().invoke(app, [*words, "--wish", "formal", "--json"])
    told = json.loads(done.stdout)
    assert told["before"] == SPAN.of(TEXT)
    assert [one["text"] for one in told["proposals"]] == ["本年度开展3次培训。"]
    assert "".join(run["before"] for run in told["proposals"][0]["runs"]) == told["before"]
    assert file.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("select", ["5", "a:b", "-1:4", ""])
def test_a_selection_that_is_none_is_told(tmp_path, select):
    file = tmp_path / "draft.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["revise", "--draft", str(file), f"--select={select}"])
    assert isinstance(done.exception, ShelfError)

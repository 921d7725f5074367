"""A finding let stand stays so over restarts, until its words or its clause change."""

import pytest

from assistant.accepting import Accepted, name_of
from assistant.types import Finding
from index.database import Database
from index.types import Span

TEXT = "全年召开会议9次，推动责任落实，培训200人。"


def at(words, kind="unsupported", text=TEXT):
    start = text.index(words)
    return Finding(kind, Span(start, start + len(words)), words, "")


@pytest.fixture
def accepted(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    yield Accepted(database)
    database.close()


def test_open_and_accepted_findings_are_all_findings_in_their_order(accepted):
    findings = (at("9次"), at("200人"))
    assert accepted.split("d", TEXT, findings) == (findings, ())
    accepted.accept("d", TEXT, findings[0])
    accepted.accept("d", TEXT, findings[0])
    assert accepted.split("d", TEXT, findings) == ((findings[1],), (findings[0],))
    assert accepted.split("other", TEXT, findings) == (findings, ())


def test_an_accepted_finding_can_be_opened_again(accepted):
    accepted.accept("d", TEXT, at("9次"))
    accepted.withdraw("d", TEXT, at("9次"))
    assert accepted.split("d", TEXT, (at("9次"),)) == ((at("9次"),), ())


def test_a_change_elsewhere_leaves_it_accepted_and_a_change_beside_it_opens_it(accepted):
    accepted.accept("d", TEXT, at("9次"))
    longer = TEXT + "又开展检查。"
    moved = TEXT.replace("召开会议", "开了会")
    assert accepted.split("d", longer, (at("9次", text=longer),))[0] == ()
    assert accepted.split("d", moved, (at("9次", text=moved),))[1] == ()


def test_another_kind_of_finding_on_the_same_words_is_open(accepted):
    accepted.accept("d", TEXT, at("9次"))
    assert accepted.split("d", TEXT, (at("9次", "leaked"),))[1] == ()


SENTENCE = "张伟同志牵头出台《测试意见》9项措施，服务群众300人，成效明显。"


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        (SENTENCE.replace("张伟", "【待补充：姓名】"), True),
        (SENTENCE.replace("9项", "【待补充：数字】项"), True),
        (SENTENCE.replace("300人", "280人").replace("成效明显", "受到好评"), True),
        ("前面加一句。" + SENTENCE, True),
        (SENTENCE.replace("出台《", "出台 《"), True),
        (SENTENCE.replace("牵头出台", "参与起草"), False),
        (SENTENCE.replace("9项", "8项"), False),
        (SENTENCE.replace("《测试意见》", "《测试办法》"), False),
    ],
)
def test_only_a_change_of_its_words_or_its_clause_opens_it_again(accepted, now, stands):
    accepted.accept("d", SENTENCE, at("《测试意见》", text=SENTENCE))
    words = "《测试办法》" if "办法" in now else "《测试意见》"
    finding = at(words, text=now)
    assert accepted.split("d", now, (finding,)) == (((), (finding,)) if stands else ((finding,), ()))


def test_what_stands_loosely_is_opened_again_by_one_press(accepted):
    accepted.accept("d", SENTENCE, at("《测试意见》", text=SENTENCE))
    now = SENTENCE.replace("张伟", "【待补充：姓名】")
    finding = at("《测试意见》", text=now)
    accepted.withdraw("d", now, finding)
    assert accepted.split("d", now, (finding,)) == ((finding,), ())


def test_a_finding_goes_by_one_name_while_other_sentences_change_and_its_like_by_another():
    text = "检查99次。培训99次。"
    longer = "新写一句，没写完" + text
    assert name_of(text, at("99次", text=text)) != name_of(
        text, Finding("unsupported", Span(8, 11), "99次", "")
    )
    later = Finding("unsupported", Span(16, 19), "99次", "")
    assert name_of(longer, later) == name_of(text, Finding("unsupported", Span(8, 11), "99次", ""))

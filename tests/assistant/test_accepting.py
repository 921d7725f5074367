"""A finding let stand stays so over restarts, until its place changes."""

import pytest

from assistant.accepting import Accepted
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

"""Copied stretches: told by their own letters, set formulations and the writer's words left out."""

from assistant.copying import copied
from assistant.extracting import extract
from assistant.grounding import ground
from assistant.noting import note
from index.letters import Run, letters
from index.types import Span


class Shelf:
    """Holds the whole of any text, in as many samples as told."""

    def __init__(self, reports=1):
        self.reports = reports

    def find(self, keys):
        return {}

    def runs(self, text):
        whole = letters(text)
        return (Run(whole.span(0, len(whole.text)), "r", "r-1", "样本", self.reports),)


class Blind:
    def find(self, keys):
        return {}


COPIED = "逐柜清点土地契约，抢救霉变卷宗，夜间轮流守库。"


def told(text, facts="", shelf=None, section=""):
    found = extract(text)[0]
    return copied(text, found, shelf or Shelf(), ground(note(facts), section))


def test_a_stretch_of_a_sample_in_a_draft_is_told_with_the_copy_rate():
    copying = told(COPIED)
    assert [run.span for run in copying.runs] == [Span(0, len(COPIED) - 1)]
    assert 0.9 < copying.rate <= 1.0


def test_what_the_writer_says_too_is_the_writers():
    assert told(COPIED, COPIED).runs == ()
    assert told(COPIED, "我们逐柜清点土地契约，抢救霉变卷宗").runs == ()


def test_set_formulations_titles_and_names_are_nobodys():
    text = "深入学习贯彻习近平新时代中国特色社会主义思想，增强“四个意识”、坚定“四个自信”、做到“两个维护”"
    assert told(text).runs == ()
    assert told("认真学习《柳溪县农村集体资金资产资源监督管理暂行办法》").runs == ()


def test_plain_words_of_attitude_and_aim_which_the_composer_borrows_are_stock():
    assert told("坚持问题导向，压实主体责任，推动各项工作落到实处，切实提高服务水平。").runs == ()


def test_what_many_samples_say_is_stock_unless_it_is_long():
    assert told(COPIED, shelf=Shelf(3)).runs == ()
    assert told(COPIED + COPIED, shelf=Shelf(3)).runs != ()


def test_a_shelf_that_knows_no_runs_tells_nothing():
    assert told(COPIED, shelf=Blind()).runs == ()
    assert copied(COPIED, (), None, ground(())).rate == 0.0


def test_latin_letters_count_a_third():
    assert told("We held the line.").runs == ()
    assert told("Volunteers catalogued four thousand glass negatives by hand.").runs != ()

"""Runs of a text that stand word for word on the shelf."""

import pytest

from index.copied import LEAST
from index.shelf import Shelf

SAMPLE = """柳溪县档案馆2021年工作总结
一、主要工作
围绕馆藏资源数字化，组建两支扫描小队，逐柜清点民国时期土地契约，建立霉变档案抢救清单。
与三所中学合办“家书里的柳溪”展览，讲解员由退休教师担任，观众留言装订成册。
二、存在的问题
库房除湿设备老旧，雨季只能靠人工更换石灰包，夜间值守人手紧张。
"""
OTHER = """柏川镇2022年工作总结
一、主要工作
坚持把群众的急难愁盼放在心头最重要的位置，逐户走访，逐项回应。
修复引水渠一条，解决下游两个村庄灌溉问题。
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    (folder / "a.txt").write_text(SAMPLE, encoding="utf-8")
    for name in "甲乙丙":
        own = OTHER.replace("柏川", f"{name}川").replace("引水渠一条", f"{name}家湾引水渠")
        (folder / f"{name}.txt").write_text(own, encoding="utf-8")
    with Shelf(tmp_path_factory.mktemp("data")) as shelf:
        shelf.add([folder])
        yield shelf


def test_a_run_is_found_with_its_sample_and_nothing_around_it(shelf):
    text = "今年我们逐柜清点民国时期土地契约，建立霉变档案抢救清单，效果较好。"
    (run,) = shelf.runs(text)
    assert run.span.of(text) == "逐柜清点民国时期土地契约，建立霉变档案抢救清单"
    assert run.title == "柳溪县档案馆2021年工作总结"
    assert "逐柜清点" in shelf.hits_of([run.passage_id])[0].passage.text
    assert run.reports == 1


def test_moved_signs_and_blanks_hide_no_copy(shelf):
    text = "逐柜 清点民国时期，土地契约；建立霉变档案 抢救清单"
    (run,) = shelf.runs(text)
    assert run.span.of(text) == text


def test_what_three_samples_share_is_told_with_their_number(shelf):
    (run,) = shelf.runs("坚持把群众的急难愁盼放在心头最重要的位置。")
    assert run.reports == 3


def test_short_likeness_and_own_words_are_no_runs(shelf):
    assert shelf.runs("逐柜清点民国时期土地契约") == ()
    assert shelf.runs("组织三支服务队进村入户，帮助农户解决灌溉用水难题，得到认可。") == ()
    assert shelf.runs("") == shelf.runs("，。") == ()


def test_a_whole_sample_is_covered_but_for_its_headings(shelf):
    runs = shelf.runs(SAMPLE)
    covered = "".join(run.span.of(SAMPLE) for run in runs)
    assert len(covered) > 0.85 * len("".join(SAMPLE.splitlines()[2:4] + SAMPLE.splitlines()[5:]))
    assert all(one.span.end <= other.span.start for one, other in zip(runs, runs[1:], strict=False))
    assert all(len(run.span) >= LEAST for run in runs)


def test_a_text_that_repeats_itself_without_end_takes_no_longer(shelf):
    assert shelf.runs("哈" * 20_000) == ()
    assert shelf.runs("逐柜清点民国时期土地契约，建立霉变档案抢救清单，" * 400) != ()


def test_nothing_is_found_of_a_sample_that_was_removed(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    with Shelf(tmp_path / "data") as shelf:
        (added,) = shelf.add([path])
        assert shelf.runs(SAMPLE)
        shelf.remove(added.report_id)
        assert shelf.runs(SAMPLE) == ()

"""Set formulations and the lexicon that holds them."""

import pytest

from index.formulations import formulations, known, lexicon, regional


def test_a_formulation_is_found_by_name_and_by_variant():
    found = formulations("增强“四个意识”，贯彻中央八项规定精神，做到“两个维护”")
    assert [one.name for one in found] == ["四个意识", "中央八项规定", "两个维护"]
    assert not any(one.malformed for one in found)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("“五个意识”", "四个意识"),
        ("“四会一课”", "三会一课"),
        ("“五个自信”", "四个自信"),
        ("“三个维护”", "两个维护"),
    ],
)
def test_a_wrong_number_is_told_with_the_right_one(text, right):
    (found,) = formulations(f"不断增强{text}。")
    assert (found.name, found.malformed) == (right, True)


def test_a_count_of_ones_own_is_no_slip_of_the_pen():
    assert formulations("这五个意识上的差距") == ()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("严格落实四会一课要求", "三会一课"),
        ("始终坚持两岗双责", "一岗双责"),
        ("驰而不息纠治五风", "四风"),
        ("增强五个意识", "四个意识"),
        ("落实中央九项规定精神", "中央八项规定"),
    ],
)
def test_a_wrong_number_is_told_without_quotation_marks(text, right):
    (found,) = formulations(text)
    assert (found.name, found.malformed) == (right, True)


@pytest.mark.parametrize("text", ["落实“八个必须坚持”", "推进“五同”机制", "这三项改革", "构建“六位一体”格局"])
def test_what_is_said_with_many_numbers_is_never_held_to_one(text):
    assert not any(one.malformed for one in formulations(text))


def test_a_past_formulation_is_outdated_only_after_its_time():
    (found,) = formulations("坚定“三个自信”")
    assert found.outdated(2023) and not found.outdated(2014)
    assert found.entry.next == "四个自信"


def test_the_span_is_over_the_original_text():
    text = "落实“三会\u200b一课”"
    (found,) = formulations(text)
    assert found.span.of(text) == found.text == "三会\u200b一课"


def test_the_lexicon_is_large_and_sound():
    entries = lexicon()
    names = [entry.name for entry in entries]
    assert len(names) >= 300
    assert len(set(names)) == len(names)
    for entry in entries:
        assert entry.source, entry.name
        assert not entry.last or entry.first <= entry.last, entry.name
        assert not entry.next or entry.last, entry.name
        assert not entry.meaning or not entry.number or len(entry.meaning) <= entry.number + 2, entry.name


def test_a_formulation_of_one_region_is_a_particular_and_no_set_phrase():
    page = "深入实施“八八战略”，落实“三会一课”"
    assert [mark.key for mark in regional(page)] == ["slogan:八八战略"]
    assert [page[start:end] for start, end in known(page)] == ["三会一课"]


def test_a_renamed_body_is_told_with_its_new_name():
    (found,) = formulations("会同县国土资源局开展检查")
    assert found.outdated(2023) and found.entry.next == "自然资源局"
